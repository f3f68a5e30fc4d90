import AssessmentCore

/// Decodes the rule on missing values.
struct MissingDecoder {
    let problems: DiagnosticCollector

    /// The reasons that a rule may name: the others are not for it to decide.
    static let reasons = Reason.allCases.filter { $0 != .notAssessedAtLevel && $0 != .leftFramework }

    static let shape = Shape(
        name: "the rule on missing values",
        summary:
            "What happens to scores that are missing, by reason: the run stops and lists the cells (fail), the weight "
            + "goes to the siblings (renormalise), the score is zero (zero) or the median of the peer group "
            + "(group_median), the node above gets none either (no_score), or the node leaves the framework for every unit "
            + "of the level (leave_framework).",
        keys: reasons.map { Key($0.rawValue, .words(actions(for: $0).map(\.rawValue)), $0.explanation) }
            + [
                Key(
                    "otherwise", .words(MissingRule.Action.self),
                    "Every other reason; fail if nothing. It spreads what is too_much_missing over no others.")
            ])

    /// What may happen for a reason: a unit must not be rewarded for what it withholds.
    private static func actions(for reason: Reason) -> [MissingRule.Action] {
        MissingRule.Action.allCases.filter {
            reason != .tooMuchMissing || ($0 != .renormalise && $0 != .leaveFramework)
        }
    }

    /// The rule, on top of that of the node above.
    func rule(_ node: YAMLNode, above: MissingRule) -> MissingRule {
        guard let fields = Fields(node, MissingDecoder.shape, problems) else { return above }
        var rule = above
        for reason in MissingDecoder.reasons {
            if let action = fields.word(reason.rawValue, MissingRule.Action.self) { rule.actions[reason] = action }
        }
        if let action = rule.actions[.tooMuchMissing],
            !MissingDecoder.actions(for: .tooMuchMissing).contains(action)
        {
            problems.report(
                at: fields.position(of: Reason.tooMuchMissing.rawValue),
                "\(action.rawValue) would reward a unit for what it withholds", expected: "fail, zero or group_median")
        }
        if let action = fields.word("otherwise", MissingRule.Action.self) { rule.otherwise = action }
        return rule
    }
}

extension Reason {
    /// When a score is missing for this reason.
    fileprivate var explanation: String {
        switch self {
        case .notSubmitted: "Other units of the level reported the figure and this one did not."
        case .falsified: "What was reported has been found false, as a status in the data says."
        case .withdrawn: "The source took the figure back, as a status in the data says."
        case .notCollected: "No assessed unit of the level has a figure in the period."
        case .boundaryChanged: "The boundary of the unit changed, and the figure cannot be carried over."
        case .seriesBreak: "The variable was counted otherwise in one of the periods that are compared."
        case .noEarlierPeriod: "The comparison reaches back to a year that the assessment does not hold."
        case .tooMuchMissing: "Too large a share of what the score is made of is missing."
        case .notApplicable: "The data say that there is nothing of the kind here."
        case .notAssessedAtLevel: "The specification does not assess it at the level of the unit."
        case .zeroTarget: "Nothing was to be reached: the target is zero."
        case .zeroDenominator: "There was nothing to be served: the denominator is zero."
        case .leftFramework: "The indicator left the framework for everyone in the period."
        case .noTarget: "No target is given for the unit and period."
        case .referenceDoesNotVary: "The reference set does not vary, so that no distance can be measured on it."
        case .outsideDomain: "A function has no value here, such as the logarithm of zero."
        case .refused: "The plug-in refused the value and says why."
        }
    }
}
