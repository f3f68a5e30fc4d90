public import AssessmentCore

/// A file of targets: `indicator,unit,class,period,target`; an empty unit, class or period stands for all.
public enum TargetsFile {
    /// Reads the targets by the id of the node or indicator that they are for.
    ///
    /// - Parameter nodes: the ids of nodes and indicators that the specification uses.
    /// - Throws: `DiagnosticList` with every problem of the file.
    public static func read(
        _ bytes: [UInt8], file: String, nodes: Set<String>, units: UnitTable
    ) throws(DiagnosticList) -> [String: NumberTable] {
        var reader = try TableReader(
            bytes: bytes, file: file, required: ["indicator", "target"],
            known: ["indicator", "unit", "class", "period", "target", "source", "note"])
        var lines: [String: [NumberTable.Line]] = [:]
        for row in reader.rows {
            guard let node = reader.filled("indicator", row) else { continue }
            if !nodes.contains(node) {
                reader.report(
                    "indicator", row, "the framework has no indicator ‘\(node)’", expected: "an indicator that it uses",
                    suggestion: nearestMatch(to: node, among: nodes.sorted()))
            }
            let unit = reader.text("unit", row).nonEmpty
            if let unit, units[unit] == nil {
                reader.report("unit", row, "no unit has the code ‘\(unit)’", expected: "a code of the file of units")
            }
            let period = reader.text("period", row).isEmpty ? nil : reader.period("period", row)
            guard let value = reader.number("target", row) else {
                if reader.text("target", row).isEmpty {
                    reader.report("target", row, "the target is empty", expected: "a number")
                }
                continue
            }
            lines[node, default: []].append(
                NumberTable.Line(
                    unit: unit, unitClass: reader.text("class", row).nonEmpty, period: period, value: value))
        }
        try reader.finish()
        return lines.mapValues { NumberTable(lines: $0) }
    }
}
