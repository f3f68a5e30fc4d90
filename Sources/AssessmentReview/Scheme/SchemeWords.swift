internal import AssessmentCore

// What a scheme lays down, in words that never depend on where or in which language it was written.

extension WeightScale {
    var words: String {
        switch self {
        case .points(let full): "points that add up to \(Formula.text(of: full))"
        case .shares: "shares"
        case .relative: "relative"
        }
    }
}

extension PeerGroup {
    var rule: String {
        [
            ("levels", levels), ("kinds", kinds), ("classes", classes), ("without", withoutClasses), ("units", units),
        ].filter { !$0.1.isEmpty }.map { "\($0.0) \($0.1.joined(separator: ", "))" }.joined(separator: "; ")
    }
}

extension Adjustment {
    var rule: String {
        func bound(_ name: String, _ number: Double?) -> String {
            number.map { " \(name) \(Formula.text(of: $0))" } ?? ""
        }
        let what =
            switch effect {
            case .bonus(let most, let top): "bonus" + bound("at most", most) + bound("up to", top)
            case .deduction(let most, let bottom): "deduction" + bound("at most", most) + bound("down to", bottom)
            case .coefficient(let low, let high, let top):
                "coefficient" + bound("from", low) + bound("to", high) + bound("up to", top)
            case .override: "override"
            case .veto(let veto): "veto \(veto.words)"
            }
        return what + (nodes.isEmpty ? "" : " of \(nodes.joined(separator: ", "))")
            + (authorities.isEmpty ? "" : " by \(authorities.joined(separator: ", "))")
    }
}

extension Veto {
    var words: String {
        let grade =
            switch grade {
            case .disqualified: "disqualified"
            case .lowered(let steps): "lowered by \(steps)"
            case .noBetterThan(let place): "no better than grade \(place + 1)"
            }
        return "\(grade), rank \(rank.rawValue)"
    }
}

extension FrameworkNode.Role {
    var words: String {
        switch self {
        case .weighted(let weight): weight.map { Formula.text(of: $0) } ?? "by the weighting"
        case .bonus(let points): "bonus of \(Formula.text(of: points))"
        }
    }
}

extension NumberTable {
    /// Each line: what it is for, behind the name of what the table is of, and the number.
    ///
    /// Of lines that are for a class of the same units and period a later one goes first, so that theirs say how many
    /// come before.
    var rules: [(place: String, value: String)] {
        var counts: [Line: Int] = [:]
        return lines.map { line in
            let kind = Line(
                unit: line.unit, unitClass: line.unitClass.map { _ in "" }, period: line.period, value: 0)
            defer { counts[kind, default: 0] += 1 }
            return (line.place, Formula.text(of: line.value) + order(counts[kind, default: 0]))
        }
    }
}

/// Where a line stands among those of its kind, whose order matters.
private func order(_ before: Int) -> String {
    before == 0 ? "" : " after \(before) other\(before == 1 ? "" : "s")"
}

extension NumberTable.Line {
    /// What the line is for, behind the name of what it is of.
    fileprivate var place: String {
        [unit.map { "unit \($0)" }, unitClass.map { "class \($0)" }, period.map { "period \($0)" }]
            .compactMap(\.self).map { " " + $0 }.joined()
    }
}

extension Indicator {
    /// What an indicator measures that a specification writes itself; nothing for another one, which its id stands for.
    var rule: String? {
        switch self {
        case let indicator as FormulaIndicator: "formula \(indicator.formula.text)"
        case let indicator as TaskCompletion: "task \(indicator.task.id)"
        case let indicator as RatedIndicator: "rating \(indicator.item.id)"
        default: nil
        }
    }
}

extension TargetPath {
    var words: String {
        "goal \(Formula.text(of: goal)) in \(year) at \(Formula.text(of: growth))"
            + (decimals.map { " to \($0) decimals" } ?? "")
    }
}

extension Target {
    /// What is laid down, each with what it is for.
    var lines: [(String, String)] {
        switch self {
        case .numbers(let table): table.rules
        case .path(let path): [(" path", path.words)]
        case .milestones(let milestones):
            milestones.map { milestone in
                let whom =
                    milestone.units.map { " unit \($0)" }.joined() + milestone.classes.map { " class \($0)" }.joined()
                return (" by \(milestone.by)\(whom)", Formula.text(of: milestone.value))
            }
        case .shared(let shared):
            [(" shared", "by \(shared.key.words) to \(shared.decimals) decimals")]
                + {
                    switch shared.total {
                    case .numbers(let table): table.rules.map { (" total\($0.place)", $0.value) }
                    case .path(let path): [(" total", path.words)]
                    }
                }()
        }
    }
}

extension SharedTarget.Key {
    var words: String {
        switch self {
        case .equal: "equal shares"
        case .variable(let id, let year): "\(id) of \(year)"
        case .base(let year): "base of \(year)"
        }
    }
}

extension MissingRule {
    var words: String {
        (actions.map { "\($0.key.rawValue) \($0.value.rawValue)" }.sorted() + ["otherwise \(otherwise.rawValue)"])
            .joined(separator: ", ")
    }
}

extension MethodChoice {
    var words: String {
        id + (parameters.isEmpty ? "" : " " + ParameterValue.text(of: parameters))
            + (reference.map { " over \($0.text)" } ?? "")
    }
}

extension GradeBand {
    var words: String {
        let quota = quota.map { quota in
            let groups = quota.sharesOfGroups.sorted { $0.key < $1.key }
                .map { ", \($0.key) \(Formula.text(of: $0.value))" }.joined()
            return " for \(Formula.text(of: quota.share))\(groups) rounded \(quota.rounding.rawValue), at least "
                + "\(quota.leastPlaces), tied \(quota.tied.rawValue)"
        }
        return "\(name.zh) from \(Formula.text(of: atLeast))\(quota ?? "")"
    }
}

extension Light {
    var words: String {
        (ofValue ? "of the value: " : "")
            + bands.map { band in
                let bound =
                    switch band.bound {
                    case .atLeast(let number): " at least \(Formula.text(of: number))"
                    case .above(let number): " above \(Formula.text(of: number))"
                    case .atMost(let number): " at most \(Formula.text(of: number))"
                    case .below(let number): " below \(Formula.text(of: number))"
                    case nil: ""
                    }
                return band.colour.rawValue + bound
            }.joined(separator: ", ")
    }
}

extension Step {
    /// The methods that the step names.
    var choices: [MethodChoice] {
        switch self {
        case .impute(let choice, _), .treat(let choice), .evaluate(let choice): [choice]
        case .aggregate(let choice, let weighting): [choice, weighting]
        default: []
        }
    }

    var words: String {
        switch self {
        case .measure, .bonus, .quota: ""
        case .screen(let screening):
            [("units", screening.unitsFrom), ("indicators", screening.indicatorsFrom)]
                .compactMap { name, share in share.map { "\(name) from \(Formula.text(of: $0))" } }
                .joined(separator: ", ")
        case .impute(let choice, let reasons):
            "\(choice.words) for \(reasons.map(\.rawValue).sorted().joined(separator: ", "))"
        case .treat(let choice), .evaluate(let choice): choice.words
        case .formula(let formula):
            formula.formula.text + (formula.reference.map { " over \($0.text)" } ?? "")
        case .missing(let rule): rule.words
        case .aggregate(let choice, let weighting): "\(choice.words), weights \(weighting.words)"
        case .adjust(let adjustment), .veto(let adjustment): adjustment.id
        case .round(let decimals): "\(decimals) decimals"
        case .light(let light): light.words
        case .rank(let tolerance, let tieBreaks):
            "ties within \(Formula.text(of: tolerance))"
                + (tieBreaks.isEmpty ? "" : ", broken by \(tieBreaks.joined(separator: ", "))")
        case .grade(let bands):
            bands.sorted { $0.atLeast > $1.atLeast }.map(\.words).joined(separator: "; ")
        }
    }
}
