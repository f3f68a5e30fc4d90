internal import AssessmentCore

/// The targets of a node over the panel, with what they follow from.
struct ResolvedTarget: Sendable {
    /// The targets; NaN where there is none.
    let numbers: [Double]
    /// How each came about, by row; empty where they are given as numbers.
    let workings: [Int: BilingualText]
}

/// Works out the targets that follow from a rule, and checks those that must add up.
struct TargetResolution {
    let specification: Specification
    let catalogue: Catalogue
    let measured: MeasuredAssessment

    private var panel: Panel { measured.panel }

    /// The targets of every node that has some.
    ///
    /// - Throws: ``PipelineError`` with every target that cannot be worked out or does not add up.
    func targets() throws -> [String: ResolvedTarget] {
        var targets: [String: ResolvedTarget] = [:]
        var problems: [PipelineError.Problem] = []
        for node in specification.framework.subtree {
            guard let use = node.measure else { continue }
            let given = measured.data.targets
            do throws(PipelineError) {
                guard
                    let target = use.target
                        ?? (given[node.id] ?? given[use.indicator]).map({ .numbers($0) })
                else { continue }
                if use.target != nil, given[node.id] != nil {
                    throw PipelineError(
                        node: node,
                        "it has a target in the specification and another in a file of targets; expected one of them")
                }
                let resolved = try resolve(target, node)
                try check(resolved.numbers, of: node, use.targetTotal)
                targets[node.id] = resolved
            } catch {
                problems += error.problems
            }
        }
        if !problems.isEmpty { throw PipelineError(problems) }
        return targets
    }

    private func resolve(_ target: Target, _ node: FrameworkNode) throws(PipelineError) -> ResolvedTarget {
        switch target {
        case .numbers(let table):
            try checkLines(table, node)
            return ResolvedTarget(numbers: table.numbers(for: panel), workings: [:])
        case .path(let path):
            return eachRow { row in
                path.value(in: panel.period(ofRow: row)).map { ($0, path.working(in: panel.period(ofRow: row))) }
            }
        case .milestones(let milestones):
            try checkDays(milestones, node)
            return eachRow { row in
                let (unit, period) = (panel.unit(ofRow: row), panel.period(ofRow: row))
                let own = milestones.filter { $0.applies(to: unit) }
                let due = own.filter { milestone in period.lastDay.map { milestone.by <= $0 } ?? false }
                if let latest = due.max(by: { ($0.by, $0.particularity) < ($1.by, $1.particularity) }) {
                    return (latest.value, BilingualText(zh: "\(latest.by)前须达到", en: "to be reached by \(latest.by)"))
                }
                // Before the first one is due nothing is asked for yet.
                return own.map(\.by).min().map { first in
                    (0, BilingualText(zh: "首个节点为\(first)，尚未到期", en: "nothing is due before \(first)"))
                }
            }
        case .shared(let shared): return try share(shared, node)
        }
    }

    /// Refuses a unit for which two lines of a table count the same, such as one in two classes.
    private func checkLines(_ table: NumberTable, _ node: FrameworkNode) throws(PipelineError) {
        for row in 0..<panel.rowCount {
            let (unit, period) = (panel.unit(ofRow: row), panel.period(ofRow: row))
            let numbers = table.bestNumbers(unit: unit, period: period)
            guard node.applies(to: unit), numbers.count > 1 else { continue }
            throw PipelineError(
                node: node,
                "its target of \(unit.code) \(unit.name.zh) in \(period) is both \(Formula.text(of: numbers[0])) and "
                    + "\(Formula.text(of: numbers[1])): two lines fit the unit alike; expected a line for the unit itself"
            )
        }
    }

    /// Refuses two milestones of one day that fit a unit alike.
    private func checkDays(_ milestones: [TargetMilestone], _ node: FrameworkNode) throws(PipelineError) {
        for unit in panel.units where node.applies(to: unit) {
            let own = milestones.filter { $0.applies(to: unit) }
            for (place, milestone) in own.enumerated() {
                guard
                    let other = own[..<place].first(where: {
                        $0.by == milestone.by && $0.particularity == milestone.particularity
                            && $0.value != milestone.value
                    })
                else { continue }
                throw PipelineError(
                    node: node,
                    "two milestones of \(milestone.by) fit \(unit.code) \(unit.name.zh) alike, with "
                        + "\(Formula.text(of: other.value)) and \(Formula.text(of: milestone.value)); expected one for each day "
                        + "and unit")
            }
        }
    }

    private func eachRow(_ work: (Int) -> (Double, BilingualText)?) -> ResolvedTarget {
        var numbers = [Double](repeating: .nan, count: panel.rowCount)
        var workings: [Int: BilingualText] = [:]
        for row in 0..<panel.rowCount {
            guard let (number, working) = work(row) else { continue }
            numbers[row] = number
            workings[row] = working
        }
        return ResolvedTarget(numbers: numbers, workings: workings)
    }

    /// Shares a total out among the units of each level that the node is assessed for.
    private func share(_ shared: SharedTarget, _ node: FrameworkNode) throws(PipelineError) -> ResolvedTarget {
        var numbers = [Double](repeating: .nan, count: panel.rowCount)
        var workings: [Int: BilingualText] = [:]
        for units in unitsByLevel(of: node) {
            let keys = try keys(shared.key, of: units, node)
            let sum = keys.reduce(0, +)
            for (index, period) in panel.periods.enumerated() {
                guard let total = try total(shared.total, period, units, node) else { continue }
                guard let shares = SharedTarget.shares(of: total, by: keys, decimals: shared.decimals) else {
                    throw PipelineError(
                        node: node,
                        "the total \(Formula.text(of: total)) of \(period) cannot be shared out in steps of "
                            + "\(shared.decimals) decimals; expected a total that has no more decimals")
                }
                for (place, unit) in units.enumerated() {
                    let row = index * panel.units.count + unit
                    numbers[row] = shares[place]
                    let factors = [total, keys[place], sum].map { DecimalRounding.readable($0) }
                    let product =
                        "\(factors[0]) × \(factors[1]) / \(factors[2]) = "
                        + DecimalRounding.readable(total * (keys[place] / sum))
                    workings[row] = BilingualText(
                        zh:
                            "按\(shared.key.name(catalogue).zh)分解：\(product)，最大余数法取\(DecimalRounding.readable(shares[place]))",
                        en: "shared out by \(shared.key.name(catalogue).en): \(product), by largest remainders "
                            + DecimalRounding.readable(shares[place]))
                }
            }
        }
        return ResolvedTarget(numbers: numbers, workings: workings)
    }

    private func unitsByLevel(of node: FrameworkNode) -> [[Int]] {
        let units = panel.units.indices.filter { node.applies(to: panel.units[$0]) }
        let levels = units.map { panel.units[$0].level }.reduce(into: [String]()) {
            if !$0.contains($1) { $0.append($1) }
        }
        return levels.map { level in units.filter { panel.units[$0].level == level } }
    }

    private func total(
        _ total: SharedTarget.Total, _ period: Period, _ units: [Int], _ node: FrameworkNode
    ) throws(PipelineError) -> Double? {
        switch total {
        case .path(let path): path.value(in: period)
        case .numbers(let table): try whole(table, period, units, node)
        }
    }

    /// The number of a table that all units of a level have together.
    private func whole(
        _ table: NumberTable, _ period: Period, _ units: [Int], _ node: FrameworkNode
    ) throws(PipelineError) -> Double? {
        let numbers = units.map { table.value(unit: panel.units[$0], period: period) }
        guard let first = numbers.first else { return nil }
        if let other = numbers.firstIndex(where: { $0 != first }) {
            let codes = [units[0], units[other]].map { panel.units[$0].code }
            throw PipelineError(
                node: node,
                "the whole of \(period) is not the same for \(codes[0]) and \(codes[1]), which are of one level; expected one "
                    + "number for all units of a level: give units of another whole a node of their own")
        }
        return first
    }

    private func keys(_ key: SharedTarget.Key, of units: [Int], _ node: FrameworkNode) throws(PipelineError) -> [Double]
    {
        let (column, year): (Column?, Period)
        switch key {
        case .equal: return [Double](repeating: 1, count: units.count)
        case .variable(let id, let period): (column, year) = (measured.data.variables[id]?.column, period)
        case .base(let period): (column, year) = (measured.measurements[node.id]?.column, period)
        }
        guard let index = panel.periods.firstIndex(of: year), let column else {
            throw PipelineError(
                node: node,
                "its target is shared out by \(key.name(catalogue).en), a year that the assessment does not hold; expected "
                    + "one of " + panel.periods.map(\.description).joined(separator: ", ")
                    + ", or the year under ‘history’")
        }
        let values = units.map { column[index * panel.units.count + $0] }
        let without = zip(units, values).filter { ($0.1 ?? -1) < 0 }.map { panel.units[$0.0] }
        if !without.isEmpty || values.allSatisfy({ $0 == 0 }) {
            throw PipelineError(
                node: node,
                "its target cannot be shared out by \(key.name(catalogue).en): "
                    + (without.isEmpty
                        ? "it is zero everywhere"
                        : "no value of " + without.map { "\($0.code) \($0.name.zh)" }.joined(separator: ", "))
                    + "; expected a value not below zero of every unit")
        }
        return values.compactMap(\.self)
    }

    /// Compares targets with what they must add up to at each level.
    private func check(_ numbers: [Double], of node: FrameworkNode, _ total: NumberTable?) throws(PipelineError) {
        guard let total else { return }
        for units in unitsByLevel(of: node) {
            for (index, period) in panel.periods.enumerated() {
                guard let first = units.first, let expected = try whole(total, period, units, node) else { continue }
                let targets = units.map { numbers[index * panel.units.count + $0] }
                let sum = targets.filter { !$0.isNaN }.reduce(0, +)
                if DecimalRounding.round(sum - expected, decimals: 6) != 0 || targets.contains(where: \.isNaN) {
                    let level = panel.units[first].level
                    let lacking = targets.count(where: \.isNaN)
                    throw PipelineError(
                        node: node,
                        "the targets of \(period) at the level ‘\(level)’ add up to \(DecimalRounding.readable(sum)), and the "
                            + "whole is \(DecimalRounding.readable(expected))"
                            + (lacking > 0 ? "; \(lacking) units have none" : "")
                            + "; correct the targets, or the whole under ‘targets_add_up_to’")
                }
            }
        }
    }
}

extension TargetPath {
    fileprivate func working(in period: Period) -> BilingualText {
        let years = year.year - period.year
        let text = "\(DecimalRounding.readable(goal)) / (1 + \(DecimalRounding.readable(growth))%)^\(years)"
        return BilingualText(
            zh: "\(year)年目标按年均增速倒推：\(text)", en: "the path to the goal of \(year): \(text)")
    }
}

extension SharedTarget.Key {
    func name(_ catalogue: Catalogue) -> BilingualText {
        switch self {
        case .equal: BilingualText(zh: "等额", en: "equal shares")
        case .variable(let id, let year):
            BilingualText(
                zh: "\(year)年\(catalogue.variables[id]?.name.zh ?? id)",
                en: "\(catalogue.variables[id]?.name.en ?? id) of \(year)")
        case .base(let year): BilingualText(zh: "\(year)年基数", en: "the base of \(year)")
        }
    }
}
