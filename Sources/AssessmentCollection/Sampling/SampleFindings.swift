public import AssessmentCore
internal import AssessmentData
internal import AssessmentStatistics

/// What assessors found on site of the values of a sample.
public struct SampleFindings: Sendable {
    /// What was found of one value.
    public struct Line: Sendable, Hashable {
        /// The peer group of the unit.
        public let group: String
        /// The pillar that uses the variable first.
        public let pillar: String
        /// The code of the unit.
        public let unit: String
        /// The variable.
        public let variable: String
        /// The reported value.
        public let reported: Double
        /// The value that the evidence shows.
        public let found: Double?
        /// The finding.
        public let finding: VerificationSample.Finding
        /// What is remarked, with the evidence.
        public let note: String
    }

    /// The findings, in the order of the file.
    public let lines: [Line]

    /// How many values are wrong or cannot be verified.
    public var errors: Int { lines.count { $0.finding != .confirmed } }

    /// The share of values that are wrong or cannot be verified; nothing without findings.
    public var errorRate: Double? { lines.isEmpty ? nil : Double(errors) / Double(lines.count) }

    /// How many values could be drawn.
    public let values: Int

    /// The exact 95 % confidence interval of that share in all reported values, where each stratum was drawn by the same
    /// share; see `HypergeometricInterval`.
    public var interval: ClosedRange<Double>? {
        HypergeometricInterval.exact(cases: errors, of: lines.count, among: values)
    }

    /// Holds a form as assessors filled it in against the sample.
    ///
    /// - Parameter sample: what was drawn, as the seed draws it again from the same revision: each value must be found once,
    ///   with the value that was reported.
    /// - Throws: `DiagnosticList` with every line that does not fit, and every value of the sample that is missing.
    public init(_ form: FindingsForm, of sample: VerificationSample) throws(DiagnosticList) {
        var problems: [Diagnostic] = []
        var open = Dictionary(
            sample.draws.map { ([$0.item.unit, $0.item.variable], $0.item) },
            uniquingKeysWith: { first, _ in first })
        var lines: [Line] = []
        for row in form.rows {
            func problem(
                _ column: FindingsForm.Column, _ text: String, expected: String, suggestion: String? = nil
            ) {
                problems.append(
                    Diagnostic(at: form.position(column, row), text, expected: expected, suggestion: suggestion))
            }
            for (column, reason) in row.unreadable.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
                problem(column, reason, expected: "a value of its own")
            }
            if !row.unreadable.isEmpty { continue }
            let (unit, variable) = (row[.unit], row[.variable])
            guard let item = open.removeValue(forKey: [unit, variable]) else {
                problem(
                    .unit, "\(printable(variable)) of \(printable(unit)) is not open in the sample",
                    expected: "each value of the sample once")
                continue
            }
            let reported = item.value
            if !CollectionContents.Value.isSame(DecimalNumber.parse(row[.reported], by: .program), reported) {
                problem(
                    .reported, "the reported value of \(variable) of \(unit) was altered",
                    expected: Formula.text(of: reported))
            }
            guard let finding = VerificationSample.Finding(meantBy: row[.finding]) else {
                let words = VerificationSample.Finding.words
                problem(
                    .finding,
                    row[.finding].isEmpty ? "there is no finding" : "‘\(printable(row[.finding]))’ is no finding",
                    expected: "one of " + words.joined(separator: ", "),
                    suggestion: nearestMatch(to: row[.finding], among: words))
                continue
            }
            let found = row[.found].isEmpty ? nil : DecimalNumber.parse(row[.found], by: .program)
            if !row[.found].isEmpty, found == nil {
                problem(
                    .found, "‘\(printable(row[.found]))’ is not a number", expected: "digits with a decimal point")
                continue
            }
            let isReported = CollectionContents.Value.isSame(found, reported)
            switch finding {
            case .wrong where found == nil || isReported:
                problem(
                    .found, "a wrong value needs the value that was found", expected: "another one than was reported")
            case .confirmed where found != nil && !isReported:
                problem(.found, "a confirmed value was found otherwise", expected: Formula.text(of: reported))
            case .unverifiable where found != nil:
                problem(
                    .found, "a value was found where none can be verified",
                    expected: "no value, or the finding ‘\(VerificationSample.Finding.wrong.choice)’")
            default: break
            }
            let note = [row[.evidence], row[.note]].filter { !$0.isEmpty }.joined(separator: "; ")
            lines.append(
                Line(
                    group: item.group, pillar: item.pillar, unit: unit, variable: variable, reported: reported,
                    found: finding == .wrong ? found : nil, finding: finding, note: note))
        }
        for key in open.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            problems.append(
                Diagnostic(
                    at: form.start, "there is no finding on \(key[1]) of \(key[0])",
                    expected: "each value of the sample once"))
        }
        if !problems.isEmpty { throw DiagnosticList(problems) }
        self.lines = lines
        values = sample.strata.reduce(0) { $0 + $1.size }
    }

    /// The corrections that follow, as a file that ‘assess collect’ takes in: the value that was found for a wrong one, and a
    /// withdrawal for one that cannot be verified.
    ///
    /// - Parameter standard: the digest of the standard that the values follow, which the file names.
    public func corrections(period: Period, standard: String) -> OutputFile {
        let rows = lines.compactMap { line -> [String]? in
            let note = CSVCell.text(line.note)
            return switch line.finding {
            case .confirmed: nil
            case .wrong:
                [
                    line.unit, line.variable, period.description,
                    line.found.map { DecimalNumber.withoutExponent(Formula.text(of: $0)) } ?? "", "", note, standard,
                ]
            case .unverifiable:
                [line.unit, line.variable, period.description, "", Reason.withdrawn.rawValue, note, standard]
            }
        }
        let heading = ["unit", "variable", "period", "value", "status", "note", "standard"]
        return OutputFile(
            path: "corrections.csv", text: ([heading] + rows).map { $0.joined(separator: ",") + "\n" }.joined())
    }
}
