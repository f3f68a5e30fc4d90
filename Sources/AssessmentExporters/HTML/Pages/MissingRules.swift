internal import AssessmentCore

/// What happens to scores that are missing, as the specification says, and where each rule holds.
struct MissingRules {
    let frame: PageFrame

    private var rendering: Rendering { frame.rendering }
    private var root: FrameworkNode { rendering.assessment.root }

    /// A table for each rule; nothing where no score is resolved by one.
    var markup: Markup {
        let rules = rules
        guard !rules.isEmpty else { return .empty }
        return Tag.section {
            Tag.h2 { rendering(Wording.missingRules) }
            Tag.p { rendering(Wording.missingRulesLead) }
            for (rule, nodes) in rules {
                table(rule, caption: rules.count == 1 ? Wording.missingRules : Wording.missingRuleOf(names(nodes)))
            }
        }
    }

    /// The rules, each with its nodes, in the order of the framework.
    private var rules: [(rule: MissingRule, nodes: [FrameworkNode])] {
        var rules: [(rule: MissingRule, nodes: [FrameworkNode])] = []
        for node in root.subtree {
            for case .missing(let rule) in node.steps {
                if let place = rules.firstIndex(where: { $0.rule == rule }) {
                    rules[place].nodes.append(node)
                } else {
                    rules.append((rule, [node]))
                }
            }
        }
        return rules
    }

    private func names(_ nodes: [FrameworkNode]) -> BilingualText {
        BilingualText(
            zh: nodes.map(\.name.zh).joined(separator: "、"), en: nodes.map(\.name.en).joined(separator: ", "))
    }

    private func table(_ rule: MissingRule, caption: BilingualText) -> Markup {
        ScrollingTable(caption: rendering(caption), style: .pillars).markup {
            Tag.thead {
                Tag.tr {
                    Tag.th(.scope(.column), .style(.words)) { rendering(Wording.reason) }
                    Tag.th(.scope(.column), .style(.words)) { rendering(Wording.consequence) }
                }
            }
            Tag.tbody {
                for reason in Reason.allCases {
                    if let action = rule.actions[reason] { line(reason.name, action) }
                }
                if rule.action(for: .tooMuchMissing) != rule.otherwise, rule.actions[.tooMuchMissing] == nil {
                    line(Reason.tooMuchMissing.name, rule.action(for: .tooMuchMissing))
                }
                line(namesNone(rule) ? Wording.everyReason : Wording.everyOtherReason, rule.otherwise)
            }
        }
    }

    private func namesNone(_ rule: MissingRule) -> Bool {
        rule.actions.isEmpty && rule.action(for: .tooMuchMissing) == rule.otherwise
    }

    private func line(_ reason: BilingualText, _ action: MissingRule.Action) -> Markup {
        Tag.tr {
            Tag.th(.scope(.row)) { rendering(reason) }
            Tag.td(.style(.words)) { rendering(Wording.action(action)) }
        }
    }
}
