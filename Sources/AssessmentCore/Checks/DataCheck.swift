/// A check of collected values that a plug-in declares for its variables: data, not code.
public struct DataCheck: Sendable, Hashable {
    /// What must hold.
    public enum Rule: Sendable, Hashable {
        /// The values of a variable lie within bounds.
        case range(String, atLeast: Double?, atMost: Double?)
        /// The values of a variable are whole and not below zero.
        case wholeNumber(String)
        /// Every unit has a value of a variable; a status in its place will not do.
        case required(String)
        /// Two formulas over variables are equal, but for a share of the larger one.
        case identity(Formula, Formula, tolerance: Double)
        /// A formula over variables is at most another one, but for a share of the larger one.
        case order(Formula, atMost: Formula, tolerance: Double)
    }

    /// Its id: the prefix of the plug-in, a dot and a name.
    public let id: String
    /// What must hold, in words.
    public let name: BilingualText
    /// What must hold.
    public let rule: Rule
    /// What is asked of who reported the values; the question of the rule where there is none.
    public let question: BilingualText?
    /// How much a finding weighs unless a specification says otherwise; as its rule does where there is none.
    public let severity: CheckSeverity?

    /// Creates a check.
    public init(
        id: String, name: BilingualText, _ rule: Rule, question: BilingualText? = nil, severity: CheckSeverity? = nil
    ) {
        self.id = id
        self.name = name
        self.rule = rule
        self.question = question
        self.severity = severity
    }

    /// The ids of the variables that it reads, each once, in order of appearance.
    public var variables: [String] {
        switch rule {
        case .range(let variable, _, _), .wholeNumber(let variable), .required(let variable): [variable]
        case .identity(let left, let right, _), .order(let left, let right, _): (left + right).inputs
        }
    }
}

extension DataCheck {
    /// Values of a variable in per cent lie between 0 and 100.
    ///
    /// - Parameters:
    ///   - variable: the variable.
    ///   - prefix: that of the plug-in.
    public static func percentage(_ variable: Variable, _ prefix: String) -> DataCheck {
        DataCheck(
            id: "\(prefix).\(variable.id)_range",
            name: BilingualText(
                zh: "\(variable.name.zh)在0至100之间", en: "\(variable.name.en) between 0 and 100"),
            .range(variable.id, atLeast: 0, atMost: 100))
    }

    /// Values of a variable are not below zero.
    ///
    /// - Parameters:
    ///   - variable: the variable.
    ///   - prefix: that of the plug-in.
    public static func amount(_ variable: Variable, _ prefix: String) -> DataCheck {
        DataCheck(
            id: "\(prefix).\(variable.id)_range",
            name: BilingualText(zh: "\(variable.name.zh)不为负", en: "\(variable.name.en) not below 0"),
            .range(variable.id, atLeast: 0, atMost: nil))
    }

    /// Values of a variable lie within bounds.
    ///
    /// - Parameters:
    ///   - variable: the variable.
    ///   - least: the least value; none where there is none.
    ///   - most: the greatest value; none where there is none.
    ///   - prefix: that of the plug-in.
    public static func range(
        of variable: Variable, atLeast least: Double?, atMost most: Double?, _ prefix: String
    ) -> DataCheck {
        let name =
            switch (least.map(Formula.text(of:)), most.map(Formula.text(of:))) {
            case (let least?, let most?):
                BilingualText(
                    zh: "\(variable.name.zh)在\(least)至\(most)之间", en: "\(variable.name.en) between \(least) and \(most)"
                )
            case (let least?, nil):
                BilingualText(zh: "\(variable.name.zh)不小于\(least)", en: "\(variable.name.en) at least \(least)")
            case (nil, let most?):
                BilingualText(zh: "\(variable.name.zh)不大于\(most)", en: "\(variable.name.en) at most \(most)")
            case (nil, nil): variable.name
            }
        return DataCheck(
            id: "\(prefix).\(variable.id)_range", name: name, .range(variable.id, atLeast: least, atMost: most))
    }

    /// Values of a variable are whole and not below zero.
    ///
    /// - Parameters:
    ///   - variable: the variable.
    ///   - prefix: that of the plug-in.
    public static func count(_ variable: Variable, _ prefix: String) -> DataCheck {
        DataCheck(
            id: "\(prefix).\(variable.id)_whole",
            name: BilingualText(zh: "\(variable.name.zh)为非负整数", en: "\(variable.name.en) a whole number from 0"),
            .wholeNumber(variable.id))
    }

    /// A part of a whole is at most the whole.
    ///
    /// - Parameters:
    ///   - part: the part.
    ///   - whole: the whole.
    ///   - prefix: that of the plug-in.
    public static func part(_ part: Variable, of whole: Variable, _ prefix: String) -> DataCheck {
        DataCheck(
            id: "\(prefix).\(part.id)_part",
            name: BilingualText(
                zh: "\(part.name.zh)不超过\(whole.name.zh)", en: "\(part.name.en) at most \(whole.name.en)"),
            .order(.variable(part), atMost: .variable(whole), tolerance: 0))
    }
}
