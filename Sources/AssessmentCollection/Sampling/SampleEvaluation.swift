public import AssessmentCore
internal import AssessmentStatistics

/// How many values of a sample are wrong or cannot be verified, in all and in each stratum.
public struct SampleEvaluation: Sendable {
    /// What was found of some of the values.
    public struct Part: Sendable, Hashable {
        /// How many values there are.
        public let values: Int
        /// How many were drawn, and looked at.
        public let drawn: Int
        /// How many of these are wrong.
        public let wrong: Int
        /// How many cannot be verified.
        public let unverifiable: Int

        /// How many are wrong or cannot be verified.
        public var errors: Int { wrong + unverifiable }

        /// The share of those; nothing without any.
        public var errorRate: Double? { drawn == 0 ? nil : Double(errors) / Double(drawn) }

        /// The exact 95 % confidence interval of that share in a finite population; see `HypergeometricInterval`.
        public var interval: ClosedRange<Double>? {
            HypergeometricInterval.exact(cases: errors, of: drawn, among: values)
        }

        init(values: Int, _ lines: [SampleFindings.Line]) {
            self.values = values
            drawn = lines.count
            wrong = lines.count { $0.finding == .wrong }
            unverifiable = lines.count { $0.finding == .unverifiable }
        }
    }

    /// All values together.
    public let whole: Part
    /// Each stratum, in the order of the sample.
    public let strata: [(group: String, pillar: String, part: Part)]
    private let sample: VerificationSample

    /// Counts what was found of a sample.
    public init(_ found: SampleFindings, of sample: VerificationSample) {
        self.sample = sample
        let lines = Dictionary(grouping: found.lines) { [$0.group, $0.pillar] }
        whole = Part(values: sample.strata.reduce(0) { $0 + $1.size }, found.lines)
        strata = sample.strata.map { ($0.group, $0.pillar, Part(values: $0.size, lines[[$0.group, $0.pillar]] ?? [])) }
    }

    /// The files `evaluation.csv`, a row for all values and one for each stratum, and `evaluation.json`.
    ///
    /// - Parameters:
    ///   - assessment: the id of the assessment.
    ///   - period: the period that the values are of.
    public func files(of assessment: String, period: Period) -> [OutputFile] {
        let rows =
            [SampleEvaluation.row("all", "", "", whole)]
            + strata.map { SampleEvaluation.row("stratum", $0.group, $0.pillar, $0.part) }
        let heading = [
            "scope", "group", "pillar", "values", "drawn", "confirmed", "wrong", "unverifiable", "error_rate",
            "lower_95", "upper_95",
        ]
        let document = EvaluationDocument(
            assessment: assessment, period: period.description, seed: sample.seed, share: sample.share,
            revision: sample.revision, confidence: 0.95, interval: "hypergeometric",
            whole: EvaluationDocument.Part(nil, nil, whole),
            strata: strata.map { EvaluationDocument.Part($0.group, $0.pillar, $0.part) })
        return [
            OutputFile(
                path: "evaluation.csv", text: ([heading] + rows).map { $0.joined(separator: ",") + "\n" }.joined()),
            OutputFile(path: "evaluation.json", bytes: SampleDocument.bytes(of: document)),
        ]
    }

    private static func row(_ scope: String, _ group: String, _ pillar: String, _ part: Part) -> [String] {
        [
            scope, CSVCell.text(group), CSVCell.text(pillar), "\(part.values)", "\(part.drawn)",
            "\(part.drawn - part.errors)", "\(part.wrong)", "\(part.unverifiable)", CSVCell.number(part.errorRate),
            CSVCell.number(part.interval?.lowerBound), CSVCell.number(part.interval?.upperBound),
        ]
    }
}

/// The result as `evaluation.json` has it.
private struct EvaluationDocument: Encodable {
    struct Part: Encodable {
        let group: String?
        let pillar: String?
        let values: Int
        let drawn: Int
        let confirmed: Int
        let wrong: Int
        let unverifiable: Int
        let errorRate: Double?
        let lower: Double?
        let upper: Double?

        init(_ group: String?, _ pillar: String?, _ part: SampleEvaluation.Part) {
            (self.group, self.pillar) = (group, pillar)
            (values, drawn, confirmed) = (part.values, part.drawn, part.drawn - part.errors)
            (wrong, unverifiable, errorRate) = (part.wrong, part.unverifiable, part.errorRate)
            (lower, upper) = (part.interval?.lowerBound, part.interval?.upperBound)
        }
    }

    let assessment: String
    let period: String
    let seed: String
    let share: Double
    let revision: Int?
    let confidence: Double
    let interval: String
    let whole: Part
    let strata: [Part]
}
