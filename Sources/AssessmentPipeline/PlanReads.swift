internal import AssessmentCore

extension Plan {
    /// The slots that an operation reads; nothing where it may read any slot that was filled before.
    static func reads(_ work: Work) -> [Int]? {
        switch work {
        case .load: []
        case .screen(_, let leaves, let input): leaves + [input]
        case .impute(_, let input, let companions, _): [input] + companions
        case .apply(_, let input, _, _), .resolve(_, let input), .round(_, let input), .light(_, let input),
            .grade(_, let input), .adjust(_, _, _, let input), .veto(_, _, _, let input):
            [input]
        case .rank(let ranking, let input): [input] + ranking.tieBreaks.map(\.slot)
        case .limit(_, let ranks, let input): [ranks, input]
        case .compute(_, _, let family, let reads, _): family.slots + reads
        case .aggregate(_, let family, _): family.slots
        case .raise(let input, let bonuses, _, _): [input] + bonuses
        }
    }

    /// The operations that have to be done again when some slots changed, in order, those that fill the slots among them.
    func operations(dependingOn slots: Set<Int>) -> [Int] {
        var changed = slots
        return operations.indices.filter { index in
            let operation = operations[index]
            let isConcerned =
                slots.contains(operation.output)
                || (Plan.reads(operation.work).map { !changed.isDisjoint(with: $0) } ?? true)
            if isConcerned { changed.insert(operation.output) }
            return isConcerned
        }
    }

    /// How the result of an operation in a row depends on other units.
    enum Reach {
        /// It does not: units are computed each on its own.
        case ownUnit
        /// A rule on missing values takes a node out of the framework for every unit of a level.
        case level(MissingRule, input: Int)
        /// It may depend on any.
        case everyUnit
    }

    /// What an operation reads of other units. What is not known to read none counts as reading them.
    static func reach(_ work: Work) -> Reach {
        func reach(_ form: ClosedForm?) -> Reach {
            form.map { $0.formula.comparesUnits ? Reach.everyUnit : .ownUnit } ?? .everyUnit
        }
        func reach(_ weights: Weights) -> Bool { if case .fixed = weights { false } else { true } }
        switch work {
        case .load, .raise, .adjust, .round, .light, .grade, .veto: return .ownUnit
        case .screen(let screening, _, _): return screening.indicatorsFrom == nil ? .ownUnit : .everyUnit
        case .impute(let kernel, _, _, _), .apply(let kernel, _, _, _): return reach(kernel.closedForm)
        case .compute(_, let form, let family, _, _): return reach(family.weights) ? .everyUnit : reach(form)
        case .aggregate(let kernel, let family, _):
            return reach(family.weights) ? .everyUnit : reach(kernel.closedForm)
        case .resolve(let rule, let input):
            if rule.reads(.groupMedian) { return .everyUnit }
            return rule.reads(.leaveFramework) ? .level(rule, input: input) : .ownUnit
        case .rank, .limit: return .everyUnit
        }
    }
}

extension MissingRule {
    fileprivate func reads(_ action: Action) -> Bool { otherwise == action || actions.values.contains(action) }
}

extension Formula {
    /// Whether it takes statistics over rows or reads the value of another unit.
    fileprivate var comparesUnits: Bool {
        switch self {
        case .statistic, .ofUnit, .overUnits: true
        case .number, .input, .apply, .lag, .overChildren: operands.contains(where: \.comparesUnits)
        }
    }
}
