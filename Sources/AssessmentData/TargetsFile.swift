public import AssessmentCore

/// A file of targets: `indicator,unit,class,period,target`; an empty unit, class or period stands for all.
public enum TargetsFile {
    /// What a target is for, of which there is one.
    public struct Place: Hashable, Sendable {
        let node: String
        let unit: String?
        let unitClass: String?
        let period: Period?
    }

    /// Reads the targets by the id of the node or indicator that they are for.
    ///
    /// - Parameters:
    ///   - nodes: the ids of the nodes and indicators that are evaluated against a target.
    ///   - seen: what earlier files hold targets for, with their origins; that of this file is added.
    /// - Throws: `DiagnosticList` with every problem of the file.
    public static func read(
        _ bytes: [UInt8], file: String, nodes: Set<String>, units: UnitTable, seen: inout [Place: Origin]
    ) throws(DiagnosticList) -> [String: NumberTable] {
        var reader = try TableReader(
            bytes: bytes, file: file, required: ["indicator", "target"],
            known: ["indicator", "unit", "class", "period", "target", "source", "note"])
        let classes = Set(units.units.flatMap { [$0.level, $0.kind] + $0.classes })
        var lines: [String: [NumberTable.Line]] = [:]
        for row in reader.rows {
            guard let node = reader.filled("indicator", row) else { continue }
            if !nodes.contains(node) {
                reader.report(
                    "indicator", row, "no indicator \(quoted(node)) is evaluated against a target",
                    expected: "the id of a node or indicator whose evaluator compares with a target",
                    suggestion: nearestMatch(to: node, among: nodes.sorted()))
            }
            let unit = reader.text("unit", row).nonEmpty
            if let unit, units[unit] == nil {
                reader.report(
                    "unit", row, "no unit has the code \(quoted(unit))", expected: "a code of the file of units")
            }
            let period = reader.text("period", row).isEmpty ? nil : reader.period("period", row)
            let unitClass = reader.text("class", row).nonEmpty
            if let unitClass, !classes.contains(unitClass) {
                reader.report(
                    "class", row, "no unit has the class \(quoted(unitClass))",
                    expected: "a level, kind or class of the file of units",
                    suggestion: nearestMatch(to: unitClass, among: classes.sorted()))
            }
            let place = Place(node: node, unit: unit, unitClass: unitClass, period: period)
            let origin = reader.origin("target", row)
            if let earlier = seen.updateValue(origin, forKey: place) {
                reader.report(
                    "target", row,
                    "the target of \(node) is given twice for the same (also \(earlier.file), row \(earlier.row))",
                    expected: "one target for each indicator, unit, class and period")
            }
            guard let value = reader.number("target", row) else {
                if reader.text("target", row).isEmpty {
                    reader.report("target", row, "the target is empty", expected: "a number")
                }
                continue
            }
            lines[node, default: []].append(
                NumberTable.Line(
                    unit: unit, unitClass: unitClass, period: period, value: value))
        }
        try reader.finish()
        return lines.mapValues { NumberTable(lines: $0) }
    }
}
