internal import AssessmentCore

/// The scores that an indicator would have with other counts.
struct CountedScores {
    let assessment: CompletedAssessment
    let threshold: Double

    /// How many other counts are looked at, those next to the true one first.
    private static let most = 48

    /// The scores with every other count from 1 to below the threshold.
    func alternatives(of place: FeasibleCounts.Place, _ small: SmallCount) -> [Double] {
        guard let entry = assessment.ledger.entry(of: place.node, .measure), let value = entry.column[place.row],
            let score = assessment.ledger.scores(of: place.node)?[place.row]
        else { return [] }
        let last = Int(threshold.rounded(.up)) - 1
        guard last >= 1 else { return [] }
        let others = (1...last).filter { abs(Double($0) - small.count) > 1e-9 }
            .sorted { abs(Double($0) - small.count) < abs(Double($1) - small.count) }
        let known = self.score(from: value, at: place)
        return others.prefix(CountedScores.most).compactMap { count in
            let other = self.value(with: Double(count), at: place, small, entry) ?? value * Double(count) / small.count
            if let known, let next = self.score(from: other, at: place) {
                // Decisions and rounding behind the rule stay as they are.
                return score + next - known
            }
            guard other.isFinite else { return nil }
            return value == 0 ? nil : score * other / value
        }
    }

    /// The value of an indicator with another count, by its formula.
    private func value(
        with count: Double, at place: FeasibleCounts.Place, _ small: SmallCount, _ entry: Ledger.Entry
    ) -> Double? {
        guard case .measured(let id, _) = entry.detail, let source = small.row,
            let indicator = assessment.catalogue.indicators[id] as? FormulaIndicator,
            !indicator.formula.reducesOverUnits,
            let use = assessment.root.indicators.first(where: { $0.id == place.node })?.measure
        else { return nil }
        let parameters = ParameterValues(use.parameters, for: indicator.description.parameters)
        let trace = FormulaTrace(shape: FormulaProgram.Shape(assessment.ledger.panel)) { name, row in
            if name == small.subject, row == source { return count / small.things }
            if let column = assessment.data.variables[name]?.column { return column[row] ?? .nan }
            guard let table = parameters.numberTable(name) else { return .nan }
            return table.single ?? table.numbers(for: assessment.ledger.panel)[row]
        }
        return trace.value(of: indicator.formula, row: place.row)
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
