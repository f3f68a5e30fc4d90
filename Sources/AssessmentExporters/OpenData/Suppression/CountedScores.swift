internal import AssessmentCore

/// The scores that indicators would have with other counts, or other values.
///
/// It is passed on by reference: the same ones are asked again and again.
final class CountedScores {
    private let assessment: CompletedAssessment
    private let leaves: [String: FrameworkNode]
    /// How many values rest on a count.
    private let sharing: [SmallCount.Source: Int]
    private var known: [FeasibleCounts.Place: [[Double]: Double?]] = [:]
    private var extremes: [String: [Double]] = [:]

    /// Those of an assessment, with the small counts by the places whose values rest on them.
    init(_ assessment: CompletedAssessment, counts: [FeasibleCounts.Place: [SmallCount]]) {
        self.assessment = assessment
        leaves = Dictionary(
            assessment.root.indicators.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        sharing = Dictionary(counts.values.joined().map { ($0.source, 1) }, uniquingKeysWith: +)
    }

    /// The score of a place with other numbers of what is small behind its value, in the same order; nothing where it
    /// cannot be told.
    func score(at place: FeasibleCounts.Place, _ small: [SmallCount], numbers: [Double]) -> Double? {
        if let score = known[place]?[numbers] { return score }
        let score = computed(at: place, small, numbers)
        known[place, default: [:]][numbers] = .some(score)
        return score
    }

    private func computed(at place: FeasibleCounts.Place, _ small: [SmallCount], _ numbers: [Double]) -> Double? {
        guard let entry = assessment.ledger.entry(of: place.node, .measure), let value = entry.column[place.row],
            let score = assessment.ledger.scores(of: place.node)?[place.row]
        else { return nil }
        if zip(small, numbers).allSatisfy({ $0.count == $1 }) { return score }
        // One that nothing else rests on may be off in its size: no other score says so.
        let isAlone = small.count == 1 && sharing[small[0].source] == 1
        let proportional = isAlone ? value * numbers[0] / small[0].count : nil
        guard let other = self.value(at: place, small, numbers, entry, value) ?? proportional, other.isFinite else {
            return nil
        }
        if let now = self.score(from: value, at: place), let next = self.score(from: other, at: place) {
            // Decisions and rounding behind the rule stay as they are.
            return score + next - now
        }
        return value != 0 && isAlone ? score * other / value : nil
    }

    /// The value of an indicator with other counts of variables, by its formula.
    private func value(
        at place: FeasibleCounts.Place, _ small: [SmallCount], _ numbers: [Double], _ entry: Ledger.Entry,
        _ value: Double
    ) -> Double? {
        guard case .measured(let id, _) = entry.detail,
            let indicator = assessment.catalogue.indicators[id] as? FormulaIndicator,
            !indicator.formula.reducesOverUnits, let use = leaves[place.node]?.measure
        else { return nil }
        var changed: [SmallCount.Source: Double] = [:]
        for (count, number) in zip(small, numbers) {
            guard case .variable = count.source else { return nil }
            if number != count.count { changed[count.source] = number / count.things }
        }
        let parameters = ParameterValues(use.parameters, for: indicator.description.parameters)
        func result(_ changed: [SmallCount.Source: Double]) -> Double {
            FormulaTrace(shape: FormulaProgram.Shape(assessment.ledger.panel)) { [assessment] name, row in
                if let number = changed[.variable(name, row: row)] { return number }
                if let column = assessment.data.variables[name]?.column { return column[row] ?? .nan }
                guard let table = parameters.numberTable(name) else { return .nan }
                return table.single ?? table.numbers(for: assessment.ledger.panel)[row]
            }.value(of: indicator.formula, row: place.row)
        }
        // A value that the formula does not give as it is was formed otherwise, such as across a break of the series.
        guard abs(result([:]) - value) <= 1e-9 * max(1, abs(value)) else { return nil }
        return result(changed)
    }

    /// The least and the most that the score of a place can be: from zero to full marks, and no less or more than the rule
    /// gives for any value, or any that is not negative where none is.
    func range(at place: FeasibleCounts.Place) -> ClosedRange<Double> {
        let own = assessment.ledger.scores(of: place.node)?[place.row] ?? 0
        let full = leaves[place.node].map { assessment.hasHundred($0) } ?? true ? 100.0 : 1
        let (least, most) = (min(0, own), max(full, own))
        guard let value = assessment.ledger.entry(of: place.node, .measure)?.column[place.row],
            let now = score(from: value, at: place)
        else { return least...most }
        let given = values(at: place.node).compactMap { score(from: $0, at: place) }.map { own + $0 - now }
        guard let lowest = given.min(), let highest = given.max() else { return least...most }
        return max(least, min(own, lowest))...min(most, max(own, highest))
    }

    /// Values of an indicator between which its others lie: those that there are, and far beyond.
    private func values(at node: String) -> [Double] {
        if let known = extremes[node] { return known }
        let all = assessment.ledger.entry(of: node, .measure)?.column.values.filter(\.isFinite) ?? []
        let (least, most) = (all.min() ?? 0, all.max() ?? 0)
        let far = 1e9 * max(1, abs(least), abs(most))
        let values = [least < 0 ? -far : 0, least, most, far]
        extremes[node] = values
        return values
    }

    /// The score of a value by the formulas of the methods at a node; nothing where one has none.
    private func score(from value: Double, at place: FeasibleCounts.Place) -> Double? {
        var (current, before) = (value, assessment.ledger.values(of: place.node))
        var isScored = false
        for entry in assessment.ledger.entries(of: place.node) {
            guard case .applied(_, _, let form, _) = entry.detail else {
                if case .computed = entry.detail { return nil }
                continue
            }
            guard let form, let column = before else { return nil }
            let number = current
            let trace = FormulaTrace(
                shape: FormulaProgram.Shape(assessment.ledger.panel, references: form.references)
            ) { name, row in
                switch form.inputs[name] {
                case .number(let number): number
                case .column(let numbers): numbers[row]
                case .live: row == place.row ? number : column[row] ?? .nan
                case nil: .nan
                }
            }
            current = trace.value(of: form.formula, row: place.row)
            guard current.isFinite else { return nil }
            before = entry.column
            isScored = isScored || entry.step == .evaluate
        }
        return isScored ? current : nil
    }
}
