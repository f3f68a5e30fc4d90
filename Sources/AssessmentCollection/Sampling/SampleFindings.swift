public import AssessmentCore
internal import AssessmentData
internal import AssessmentStatistics

/// What assessors found on site of the values of a sample.
public struct SampleFindings: Sendable {
    /// What was found of one value.
    public struct Line: Sendable, Hashable {
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

    /// The exact 95 % confidence interval of that share in all reported values, where each stratum was drawn by the same
    /// share; see ``BinomialInterval``.
    public var interval: ClosedRange<Double>? { BinomialInterval.exact(cases: errors, of: lines.count) }

    /// Reads `findings.csv` as assessors filled it in.
    ///
    /// - Parameter sample: what was drawn, as the seed draws it again: each value must be found once, with the value that
    ///   was reported.
    /// - Throws: `DiagnosticList` with every line that does not fit, and every value of the sample that is missing.
    public init(_ bytes: [UInt8], file: String, of sample: VerificationSample) throws(DiagnosticList) {
        let start = SourcePosition(file: file, line: 1, column: 1)
        let (text, _) = try TextEncoding.decode(bytes, file: file)
        let table = try TableOfTexts(bytes: text, file: file, place: nil, namedAt: start)
        var problems: [Diagnostic] = []
        for column in VerificationSample.findingColumns where !table.columns.contains(column) {
            problems.append(
                Diagnostic(at: start, "the column ‘\(column)’ is missing", expected: "the columns as they were written")
            )
        }
        if !problems.isEmpty { throw DiagnosticList(problems) }
        let indices = Dictionary(
            table.columns.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        var open = Dictionary(
            sample.draws.map { ([$0.item.unit, $0.item.variable], $0.item.value) },
            uniquingKeysWith: { first, _ in first })
        var lines: [Line] = []
        for (index, row) in table.rows.enumerated() {
            func cell(_ column: String) -> String { indices[column].map { row[$0] } ?? "" }
            func problem(_ column: String, _ text: String, expected: String, suggestion: String? = nil) {
                problems.append(
                    Diagnostic(
                        at: SourcePosition(file: file, line: index + 2, column: (indices[column] ?? 0) + 1), text,
                        expected: expected, suggestion: suggestion))
            }
            let (unit, variable) = (cell("unit"), cell("variable"))
            guard let reported = open.removeValue(forKey: [unit, variable]) else {
                problem(
                    "unit", "\(printable(variable)) of \(printable(unit)) is not open in the sample",
                    expected: "each value of the sample once")
                continue
            }
            if DecimalNumber.parse(cell("reported"), by: .program) != reported {
                problem(
                    "reported", "the reported value of \(variable) of \(unit) was altered",
                    expected: Formula.text(of: reported))
            }
            guard let finding = VerificationSample.Finding(rawValue: cell("finding")) else {
                let words = VerificationSample.Finding.allCases.map(\.rawValue)
                problem(
                    "finding",
                    cell("finding").isEmpty ? "there is no finding" : "‘\(printable(cell("finding")))’ is no finding",
                    expected: "one of " + words.joined(separator: ", "),
                    suggestion: nearestMatch(to: cell("finding"), among: words))
                continue
            }
            let found = cell("found").isEmpty ? nil : DecimalNumber.parse(cell("found"))
            if !cell("found").isEmpty, found == nil {
                problem(
                    "found", "‘\(printable(cell("found")))’ is not a number", expected: "digits with a decimal point")
            }
            if finding == .wrong, found == nil || found == reported {
                problem(
                    "found", "a wrong value needs the value that was found", expected: "another one than was reported")
            }
            if finding == .confirmed, let found, found != reported {
                problem("found", "a confirmed value was found otherwise", expected: Formula.text(of: reported))
            }
            let note = [cell("evidence"), cell("note")].filter { !$0.isEmpty }.joined(separator: "; ")
            lines.append(
                Line(
                    unit: unit, variable: variable, reported: reported, found: finding == .wrong ? found : nil,
                    finding: finding, note: note))
        }
        for key in open.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            problems.append(
                Diagnostic(
                    at: start, "there is no finding on \(key[1]) of \(key[0])",
                    expected: "each value of the sample once"))
        }
        if !problems.isEmpty { throw DiagnosticList(problems) }
        self.lines = lines
    }

    /// The corrections that follow, as a file that ‘assess collect’ takes in: the value that was found for a wrong one, and a
    /// withdrawal for one that cannot be verified.
    public func corrections(period: Period) -> OutputFile {
        let rows = lines.compactMap { line -> [String]? in
            let note = CSVCell.text(line.note)
            return switch line.finding {
            case .confirmed: nil
            case .wrong: [line.unit, line.variable, period.description, CSVCell.number(line.found), "", note]
            case .unverifiable: [line.unit, line.variable, period.description, "", Reason.withdrawn.rawValue, note]
            }
        }
        let heading = ["unit", "variable", "period", "value", "status", "note"]
        return OutputFile(
            path: "corrections.csv", text: ([heading] + rows).map { $0.joined(separator: ",") + "\n" }.joined())
    }
}
