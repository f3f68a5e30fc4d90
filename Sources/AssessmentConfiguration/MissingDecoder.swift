import AssessmentCore

/// Decodes the rule on missing values.
struct MissingDecoder {
    let problems: DiagnosticCollector

    /// The reasons that a rule may name: the others are not for it to decide.
    static let reasons = Reason.allCases.filter { $0 != .notAssessedAtLevel && $0 != .leftFramework }

    private static let shape = Shape(
        name: "the rule on missing values",
        keys: reasons.map { Key($0.rawValue, actions, "What happens to scores that are missing as \($0.name.en).") }
            + [Key("otherwise", actions, "What happens for every other reason; fail where nothing is said.")])

    private static let actions =
        "one of " + MissingRule.Action.allCases.map(\.rawValue).joined(separator: ", ")

    /// The rule, on top of that of the node above.
    func rule(_ node: YAMLNode, above: MissingRule) -> MissingRule {
        guard let fields = Fields(node, MissingDecoder.shape, problems) else { return above }
        var rule = above
        for reason in MissingDecoder.reasons {
            if let action = fields.word(reason.rawValue, MissingRule.Action.self) { rule.actions[reason] = action }
        }
        if let action = rule.actions[.tooMuchMissing], action == .renormalise || action == .leaveFramework {
            problems.report(
                at: fields.position(of: Reason.tooMuchMissing.rawValue),
                "\(action.rawValue) would reward a unit for what it withholds", expected: "fail, zero or group_median")
        }
        if let action = fields.word("otherwise", MissingRule.Action.self) { rule.otherwise = action }
        return rule
    }
}
