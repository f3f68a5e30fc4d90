/// What a check found about a variable or register in a period, with the units that it concerns.
public struct CheckFinding: Sendable, Hashable {
    /// What was found of one unit, or of the values of a variable as a whole.
    public struct Case: Sendable, Hashable {
        /// The code of the unit; nothing where it is about all.
        public var unit: String?
        /// The number found, where there is one.
        public var found: Double?
        /// What it was expected to reach at least.
        public var atLeast: Double?
        /// What it was expected not to exceed.
        public var atMost: Double?
        /// What was found and what was expected, in words.
        public var text: BilingualText
        /// The cells that it was read from.
        public var origins: [Origin]

        /// Creates a case.
        public init(
            unit: String? = nil, found: Double? = nil, atLeast: Double? = nil, atMost: Double? = nil,
            text: BilingualText, origins: [Origin] = []
        ) {
            self.unit = unit
            self.found = found
            self.atLeast = atLeast
            self.atMost = atMost
            self.text = text
            self.origins = origins
        }
    }

    /// The id of the check or rule.
    public var check: String
    /// The id of the rule.
    public var rule: String
    /// The name of the check or rule.
    public var name: BilingualText
    /// How much it weighs.
    public var severity: CheckSeverity
    /// The ids of the variables concerned.
    public var variables: [String]
    /// The id of the register concerned.
    public var register: String?
    /// The node whose target is concerned.
    public var node: String?
    /// The period; nothing where it is about all.
    public var period: Period?
    /// What it is about, such as the name of the variable.
    public var subject: BilingualText
    /// What must be known beside the cases, such as what chance alone would give.
    public var remark: BilingualText?
    /// What is asked.
    public var question: BilingualText
    /// Who is asked.
    public var askedOf: BilingualText
    /// What was found, unit by unit in listed order.
    public var cases: [Case]

    /// Creates a finding.
    public init(
        check: String, rule: String, name: BilingualText, severity: CheckSeverity, variables: [String] = [],
        register: String? = nil, node: String? = nil, period: Period? = nil, subject: BilingualText,
        remark: BilingualText? = nil, question: BilingualText, askedOf: BilingualText, cases: [Case]
    ) {
        self.check = check
        self.rule = rule
        self.name = name
        self.severity = severity
        self.variables = variables
        self.register = register
        self.node = node
        self.period = period
        self.subject = subject
        self.remark = remark
        self.question = question
        self.askedOf = askedOf
        self.cases = cases
    }

    /// The finding as a headline: what it is about, the period and the check.
    public var headline: BilingualText {
        let year = period.map { BilingualText(zh: "（\($0)年）", en: " (\($0))") } ?? BilingualText(same: "")
        return BilingualText(
            zh: "\(subject.zh)\(year.zh)：\(name.zh)", en: "\(subject.en)\(year.en): \(name.en)")
    }

    /// The cases of a unit.
    public func cases(of unit: String) -> [Case] { cases.filter { $0.unit == unit } }
}
