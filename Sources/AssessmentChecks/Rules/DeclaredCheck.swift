internal import AssessmentCore

/// A check that a plug-in or a specification declares, over every row of the panel, and of the units besides it that data
/// are there of.
struct DeclaredCheck {
    private let check: DataCheck
    private let checked: CheckedData
    private let rows: [CheckedRows]
    private let severity: CheckSeverity

    /// - Parameter rows: those of the panel, and those of other units.
    init(_ check: DataCheck, _ checked: CheckedData, rows: [CheckedRows], severity: CheckSeverity) {
        self.check = check
        self.checked = checked
        self.rows = rows
        self.severity = severity
    }

    /// A finding for each period; none where a variable is not in use.
    func findings() throws -> [CheckFinding] {
        let used = check.variables.compactMap { id in checked.variables.first { $0.id == id } }
        guard used.count == check.variables.count, let first = used.first, let rule = CheckRule.named(check.ruleID)
        else { return [] }
        var cases: [Int: [CheckFinding.Case]] = [:]
        for rows in rows {
            for (row, found) in try wrong(first, rows) {
                var found = found
                found.unit = rows.panel.unit(ofRow: row).code
                found.origins = check.variables.flatMap { rows.origins($0, row) }
                cases[row / rows.panel.units.count, default: []].append(found)
            }
        }
        return cases.sorted { $0.key < $1.key }.map { period, cases in
            CheckFinding(
                check: check.id, rule: rule.id, name: rule.name, severity: severity, variables: check.variables,
                period: checked.panel.periods[period], subject: check.name, question: check.question ?? rule.question,
                askedOf: checked.department(used), cases: cases)
        }
    }

    private func wrong(_ variable: Variable, _ rows: CheckedRows) throws -> [(Int, CheckFinding.Case)] {
        switch check.rule {
        case .range(_, let low, let high):
            return values(variable, rows) { $0 < low ?? -.infinity || $0 > high ?? .infinity }.map { row, value in
                (row, CheckFinding.Case(found: value, atLeast: low, atMost: high, text: bounds(value, low, high)))
            }
        case .wholeNumber:
            return values(variable, rows) { $0 < 0 || $0.rounded() != $0 }.map { row, value in
                let text = CheckWords.plain(value)
                return (
                    row,
                    CheckFinding.Case(
                        found: value, atLeast: 0,
                        text: BilingualText(
                            zh: "\(text)，应为非负整数", en: "\(text); expected a whole number from 0"))
                )
            }
        case .required:
            // Who is not assessed is asked for nothing.
            guard rows.panel.units.first?.code == checked.panel.units.first?.code else { return [] }
            return checked.assessedRows.filter { row in
                checked.value(variable, row) == nil && checked.isAsked(variable, of: checked.panel.unit(ofRow: row))
            }.map { row in
                let reason = checked.data.variables[variable.id]?.column.reasons[row] ?? .notSubmitted
                return (row, CheckFinding.Case(text: reason.name))
            }
        case .identity(let left, let right, let tolerance):
            return try compared(left, right, rows) {
                abs($0 - $1) > tolerance * max(abs($0), abs($1)) + rounding($0, $1)
            }
            .map { row, one, other in (row, pair(one, "≠", other, atLeast: other)) }
        case .order(let left, let right, let tolerance):
            return try compared(left, right, rows) { $0 - $1 > tolerance * max(abs($0), abs($1)) + rounding($0, $1) }
                .map { row, one, other in (row, pair(one, ">", other, atLeast: nil)) }
        }
    }

    /// What two sums differ by for the last bits of their numbers alone.
    private func rounding(_ one: Double, _ other: Double) -> Double { 1e-9 * max(abs(one), abs(other)) }

    private func values(
        _ variable: Variable, _ rows: CheckedRows, _ isWrong: (Double) -> Bool
    ) -> [(Int, Double)] {
        rows.panel.rows.compactMap { row in
            rows.value(variable.id, row).flatMap { isWrong($0) ? (row, $0) : nil }
        }
    }

    private func compared(
        _ left: Formula, _ right: Formula, _ rows: CheckedRows, _ isWrong: (Double, Double) -> Bool
    ) throws -> [(Int, Double, Double)] {
        guard (left.inputs + right.inputs).allSatisfy({ rows.columns[$0] != nil }) else { return [] }
        let (ones, others) = (try results(left, rows), try results(right, rows))
        return rows.panel.rows.compactMap { row in
            guard !ones[row].isNaN, !others[row].isNaN, isWrong(ones[row], others[row]) else { return nil }
            return (row, ones[row], others[row])
        }
    }

    private func results(_ formula: Formula, _ rows: CheckedRows) throws -> [Double] {
        var inputs: [String: FormulaInput] = [:]
        for id in formula.inputs { inputs[id] = rows.columns[id].map { .column($0) } }
        let breaks = Dictionary(grouping: checked.specification.seriesBreaks, by: \.variable)
            .mapValues { $0.compactMap { rows.panel.firstIndex(from: $0.from) } }
        let program = try FormulaProgram(
            formula, inputs: inputs, shape: FormulaProgram.Shape(rows.panel, breaks: breaks))
        var results = [Double](repeating: .nan, count: rows.panel.rowCount)
        var scratch = [Double](repeating: 0, count: program.scratchCount)
        var resultSpan = results.mutableSpan
        var scratchSpan = scratch.mutableSpan
        let none: [Double] = []
        program.evaluate(live: none.span, weights: none.span, into: &resultSpan, scratch: &scratchSpan)
        return results
    }

    private func bounds(_ value: Double, _ low: Double?, _ high: Double?) -> BilingualText {
        let found = CheckWords.plain(value)
        return switch (low.map(CheckWords.plain), high.map(CheckWords.plain)) {
        case (let low?, let high?):
            BilingualText(zh: "\(found)，应在\(low)至\(high)之间", en: "\(found); expected \(low) to \(high)")
        case (let low?, nil): BilingualText(zh: "\(found)，应不小于\(low)", en: "\(found); expected \(low) or more")
        case (nil, let high?): BilingualText(zh: "\(found)，应不大于\(high)", en: "\(found); expected \(high) or less")
        case (nil, nil): BilingualText(same: found)
        }
    }

    private func pair(_ one: Double, _ sign: String, _ other: Double, atLeast low: Double?) -> CheckFinding.Case {
        func named(_ formula: Formula) -> BilingualText {
            formula.words { id in checked.variables.first { $0.id == id }?.name }
        }
        var text = BilingualText(same: "")
        if let sides = check.sides {
            let (left, right) = (named(sides.0), named(sides.1))
            let (found, bound) = (CheckWords.plain(one), CheckWords.plain(other))
            text = BilingualText(
                zh: "\(found)（\(left.zh)）\(sign) \(bound)（\(right.zh)）",
                en: "\(found) (\(left.en)) \(sign) \(bound) (\(right.en))")
        }
        return CheckFinding.Case(found: one, atLeast: low, atMost: other, text: text)
    }
}

extension DataCheck {
    /// The two formulas that it compares.
    fileprivate var sides: (Formula, Formula)? {
        switch rule {
        case .identity(let left, let right, _), .order(let left, let right, _): (left, right)
        case .range, .wholeNumber, .required: nil
        }
    }
}
