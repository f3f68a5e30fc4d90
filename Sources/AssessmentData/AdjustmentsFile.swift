public import AssessmentCore

/// A file of decisions that adjust scores and grades:
/// `adjustment,unit,node,period,value,reason,authority,evidence,date,decided_by`.
///
/// An empty node is the one that the adjustment is on, and an empty period the assessed one. Nothing that says why, on
/// what ground and by whom may be empty.
public enum AdjustmentsFile {
    private static let columns = [
        "adjustment", "unit", "node", "period", "value", "reason", "authority", "evidence", "date", "decided_by",
        "note",
    ]
    private static let grounds = ["reason", "authority", "evidence", "date", "decided_by"]

    /// What decisions may be on.
    public struct Scheme: Sendable {
        /// The adjustments that there are.
        public let adjustments: [Adjustment]
        /// The id of the root of the framework.
        public let root: String
        /// The periods that are assessed.
        public let periods: [Period]
        /// The one that is meant where none is written.
        public let period: Period
        /// The codes of the units that are assessed.
        public let assessed: Set<String>
        /// Whether scores lie between zero and full marks, as in a review.
        public let isReview: Bool

        /// Creates it.
        public init(_ specification: Specification, units: UnitTable) {
            adjustments = specification.adjustments
            root = specification.framework.id
            periods = specification.periods
            period = specification.period
            isReview = specification.kind == .review
            assessed = Set(
                units.inForce(on: specification.units.inForceOn, levels: specification.units.levels).map(\.code))
        }
    }

    /// A cell that a single decision may be on, or a decision as a whole.
    public struct Place: Hashable, Sendable {
        let adjustment: String
        let unit: String
        let node: String
        let period: Period
        let evidence: String
    }

    /// Reads the decisions.
    ///
    /// - Parameter seen: the places that earlier files hold decisions for, with their origins; those of this file are
    ///   added.
    /// - Throws: `DiagnosticList` with every problem of the file.
    public static func read(
        _ bytes: [UInt8], file: String, scheme: Scheme, units: UnitTable, seen: inout [Place: Origin]
    ) throws(DiagnosticList) -> [AdjustmentDecision] {
        var reader = try TableReader(
            bytes: bytes, file: file, required: ["adjustment", "unit", "value"] + grounds, known: columns)
        var decisions: [AdjustmentDecision] = []
        for row in reader.rows {
            guard let decision = decision(row, scheme, units, &reader) else { continue }
            // Two decisions on one ground are one; of a coefficient or an override a cell has one anyway.
            let adjustment = scheme.adjustments.first { $0.id == decision.adjustment }
            let isSingle = adjustment?.isSingle == true
            // Of two overrides of a score one would go unseen, whatever they are called.
            let isOverride = adjustment?.effect == .override
            let place = Place(
                adjustment: isOverride ? "" : decision.adjustment, unit: decision.unit, node: decision.node,
                period: decision.period,
                evidence: isSingle ? "" : essence(decision.evidence))
            if let earlier = seen.updateValue(decision.origin, forKey: place) {
                let known = "(also \(earlier.file), row \(earlier.row))"
                reader.report(
                    isSingle ? "unit" : "evidence", row,
                    isSingle
                        ? "\(decision.unit) has two \(isOverride ? "overrides" : "decisions of ‘\(decision.adjustment)’") at \(decision.node) in "
                            + "\(decision.period) \(known)"
                        : "\(decision.unit) has two decisions of ‘\(decision.adjustment)’ on the same evidence \(known)",
                    expected: isSingle
                        ? "one decision for a cell: strike out the one that no longer holds"
                        : "one decision on each piece of evidence")
            }
            decisions.append(decision)
        }
        try reader.finish()
        return decisions
    }

    /// What a text says, however it is written: without case, width, spaces and what nobody sees.
    private static func essence(_ text: String) -> String {
        let scalars = text.unicodeScalars.compactMap { scalar -> Unicode.Scalar? in
            if scalar.isInvisible || scalar.properties.isWhitespace { return nil }
            // The wide forms of ASCII lie at a steady distance from it.
            return ("！"..."～").contains(scalar) ? Unicode.Scalar(scalar.value - 0xFEE0) : scalar
        }
        return String(String.UnicodeScalarView(scalars)).lowercased()
    }

    private static func decision(
        _ row: CSVTable.Row, _ scheme: Scheme, _ units: UnitTable, _ reader: inout TableReader
    ) -> AdjustmentDecision? {
        let texts = (["adjustment", "unit"] + grounds).map { reader.filled($0, row) }
        let known = scheme.adjustments.map(\.id)
        let adjustment = texts[0].flatMap { id in scheme.adjustments.first { $0.id == id } }
        if let id = texts[0], adjustment == nil {
            reader.report(
                "adjustment", row, "the specification has no adjustment \(quoted(id))",
                expected: known.isEmpty
                    ? "adjustments of the specification" : "one of " + known.joined(separator: ", "),
                suggestion: nearestMatch(to: id, among: known))
        }
        if let unit = texts[1], !scheme.assessed.contains(unit) {
            reader.report(
                "unit", row,
                units[unit] == nil
                    ? "no unit has the code \(quoted(unit))" : "the unit \(quoted(unit)) is not assessed",
                expected: "the code of an assessed unit",
                suggestion: nearestMatch(to: unit, among: scheme.assessed.sorted()))
        }
        let date = reader.date("date", row)
        let period = reader.text("period", row).isEmpty ? scheme.period : reader.period("period", row)
        if let period, !scheme.periods.contains(period) {
            reader.report(
                "period", row, "the period \(period) is not assessed",
                expected: "one of " + scheme.periods.map(\.description).joined(separator: ", "))
        }
        let value = reader.number("value", row)
        guard let adjustment, let unit = texts[1], let period, let reason = texts[2], let authority = texts[3],
            let evidence = texts[4], let date, let decidedBy = texts[6]
        else { return nil }
        check(value, adjustment, scheme, row, &reader)
        if !adjustment.authorities.isEmpty, !adjustment.authorities.contains(authority) {
            reader.report(
                "authority", row, "\(quoted(authority)) is no authority for ‘\(adjustment.id)’",
                expected: "one of " + adjustment.authorities.joined(separator: ", "),
                suggestion: nearestMatch(to: authority, among: adjustment.authorities))
        }
        guard let node = node(adjustment, scheme, row, &reader) else { return nil }
        return AdjustmentDecision(
            adjustment: adjustment.id, unit: unit, node: node, period: period, value: value, reason: reason,
            authority: authority, evidence: evidence, date: date, decidedBy: decidedBy,
            origin: reader.origin(
                value == nil ? "adjustment" : "value", row,
                note: reader.text("note", row)))
    }

    /// The node that a decision is on: the one that it names, or the only one that the adjustment is on.
    private static func node(
        _ adjustment: Adjustment, _ scheme: Scheme, _ row: CSVTable.Row, _ reader: inout TableReader
    ) -> String? {
        let nodes = adjustment.nodes.isEmpty ? [scheme.root] : adjustment.nodes
        let written = reader.text("node", row)
        if written.isEmpty {
            if nodes.count == 1 { return nodes.first }
            reader.report(
                "node", row, "‘\(adjustment.id)’ may be on several nodes, and none is named",
                expected: "one of " + nodes.joined(separator: ", "))
            return nil
        }
        if nodes.contains(written) { return written }
        reader.report(
            "node", row, "‘\(adjustment.id)’ is not on the node \(quoted(written))",
            expected: "one of " + nodes.joined(separator: ", "), suggestion: nearestMatch(to: written, among: nodes))
        return nil
    }

    private static func check(
        _ value: Double?, _ adjustment: Adjustment, _ scheme: Scheme, _ row: CSVTable.Row, _ reader: inout TableReader
    ) {
        let (isRight, expected): (Bool, String) =
            switch adjustment.effect {
            case .bonus: (value.map { $0 > 0 } ?? false, "the points that are added, a number above 0")
            case .deduction:
                (value.map { $0 > 0 } ?? false, "the points that are taken away, a number above 0 without a sign")
            case .coefficient(let low, let high, _):
                (
                    value.map { (low...high).contains($0) } ?? false,
                    "a coefficient from \(Formula.text(of: low)) to \(Formula.text(of: high))"
                )
            case .override:
                (
                    value.map { !scheme.isReview || (0...100).contains($0) } ?? false,
                    scheme.isReview ? "the score that holds, from 0 to 100" : "the score that holds"
                )
            case .veto: (value == nil, "no value: a veto is on the grade")
            }
        // A text that is no number was told as such.
        guard !isRight, value != nil || reader.text("value", row).isEmpty else { return }
        reader.report(
            "value", row,
            value.map { "\(Formula.text(of: $0)) is not possible for ‘\(adjustment.id)’" }
                ?? "‘\(adjustment.id)’ needs a value", expected: expected)
    }
}
