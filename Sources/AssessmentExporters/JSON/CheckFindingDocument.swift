public import AssessmentCore

/// What a check found in the collected data, as it stands in result.json.
public struct CheckFindingDocument: Codable, Sendable, Hashable {
    /// What was found of one unit, or of a variable as a whole.
    public struct Case: Codable, Sendable, Hashable {
        /// The code of the unit; nothing where it is about all.
        public let unit: String?
        /// The number found.
        public let found: Double?
        /// What it was expected to reach at least.
        public let atLeast: Double?
        /// What it was expected not to exceed.
        public let atMost: Double?
        /// What was found and expected, in words.
        public let text: BilingualText
        /// The cells that it was read from, as `file:row:column`.
        public let origins: [String]
    }

    /// The id of the check or rule.
    public let check: String
    /// The id of the rule.
    public let rule: String
    /// How much it weighs.
    public let severity: String
    /// The ids of the variables concerned.
    public let variables: [String]
    /// The id of the register concerned.
    public let register: String?
    /// The id of the node whose target is concerned.
    public let node: String?
    /// The period; nothing where it is about all.
    public let period: String?
    /// What it is about, the period and the check.
    public let headline: BilingualText
    /// What must be known beside the cases.
    public let remark: BilingualText?
    /// What is asked.
    public let question: BilingualText
    /// Who is asked.
    public let askedOf: BilingualText
    /// What was found, unit by unit.
    public let cases: [Case]

    init(_ finding: CheckFinding) {
        check = finding.check
        rule = finding.rule
        severity = finding.severity.rawValue
        variables = finding.variables
        register = finding.register
        node = finding.node
        period = finding.period?.description
        headline = finding.headline
        remark = finding.remark
        question = finding.question
        askedOf = finding.askedOf
        func number(_ number: Double?) -> Double? { number.flatMap { $0.isFinite ? $0 : nil } }
        cases = finding.cases.map { found in
            Case(
                unit: found.unit, found: number(found.found), atLeast: number(found.atLeast),
                atMost: number(found.atMost), text: found.text, origins: found.origins.map(\.place))
        }
    }
}

extension Origin {
    /// The place as `file:row:column`, or as `file:sheet!D12` where the file has sheets of cells.
    public var place: String {
        if let sheet, let cell { return "\(file):\(sheet)!\(cell)" }
        return [file, sheet, String(row), column].compactMap(\.self).joined(separator: ":")
    }
}
