internal import AssessmentCore

/// A check that a plug-in declares, over every row of the panel.
struct DeclaredCheck {
    private let check: DataCheck
    private let checked: CheckedData
    private let severity: CheckSeverity

    init(_ check: DataCheck, _ checked: CheckedData, severity: CheckSeverity) {
        self.check = check
        self.checked = checked
        self.severity = severity
    }

    /// A finding for each period; none where a variable is not in use.
    func findings() throws -> [CheckFinding] {
        let used = check.variables.compactMap { id in checked.variables.first { $0.id == id } }
        guard used.count == check.variables.count, let first = used.first, let rule = CheckRule.named(check.ruleID)
        else { return [] }
        var cases: [Int: [CheckFinding.Case]] = [:]
        for (row, found) in try wrong(first) {
            var found = found
            found.unit = checked.panel.unit(ofRow: row).code
            found.origins = check.variables.flatMap { checked.origins($0, row) }
            cases[row / checked.panel.units.count, default: []].append(found)
        }
        return cases.sorted { $0.key < $1.key }.map { period, cases in
            CheckFinding(
                check: check.id, rule: rule.id, name: rule.name, severity: severity, variables: check.variables,
                period: checked.panel.periods[period], subject: check.name, question: check.question ?? rule.question,
                askedOf: checked.department(used), cases: cases)
        }
    }

    private func wrong(_ variable: Variable) throws -> [(Int, CheckFinding.Case)] {
        switch check.rule {
        case .range(_, let low, let high):
            return values(variable) { $0 < low ?? -.infinity || $0 > high ?? .infinity }.map { row, value in
                (row, CheckFinding.Case(found: value, atLeast: low, atMost: high, text: bounds(value, low, high)))
            }
        case .wholeNumber:
            return values(variable) { $0 < 0 || $0.rounded() != $0 }.map { row, value in
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
            return checked.assessedRows.filter { row in
                checked.value(variable, row) == nil && checked.isAsked(variable, of: checked.panel.unit(ofRow: row))
            }.map { row in
                let reason = checked.data.variables[variable.id]?.column.reasons[row] ?? .notSubmitted
                return (row, CheckFinding.Case(text: reason.name))
            }
        case .identity(let left, let right, let tolerance):
            return try compared(left, right) { abs($0 - $1) > tolerance * max(abs($0), abs($1)) + rounding($0, $1) }
                .map { row, one, other in (row, pair(one, "≠", other, atLeast: other)) }
        case .order(let left, let right, let tolerance):
            return try compared(left, right) { $0 - $1 > tolerance * max(abs($0), abs($1)) + rounding($0, $1) }
                .map { row, one, other in (row, pair(one, ">", other, atLeast: nil)) }
        }
    }

    /// What two sums differ by for the last bits of their numbers alone.
    private func rounding(_ one: Double, _ other: Double) -> Double { 1e-9 * max(abs(one), abs(other)) }

    private func values(_ variable: Variable, _ isWrong: (Double) -> Bool) -> [(Int, Double)] {
        checked.panel.rows.compactMap { row in
            checked.value(variable, row).flatMap { isWrong($0) ? (row, $0) : nil }
        }
    }

    private func compared(
        _ left: Formula, _ right: Formula, _ isWrong: (Double, Double) -> Bool
    ) throws -> [(Int, Double, Double)] {
        let (ones, others) = (try results(left), try results(right))
        return checked.panel.rows.compactMap { row in
            guard !ones[row].isNaN, !others[row].isNaN, isWrong(ones[row], others[row]) else { return nil }
            return (row, ones[row], others[row])
        }
    }

    private func results(_ formula: Formula) throws -> [Double] {
        var inputs: [String: FormulaInput] = [:]
        for id in formula.inputs { inputs[id] = checked.data.variables[id].map { .column($0.column.values) } }
        let breaks = Dictionary(grouping: checked.specification.seriesBreaks, by: \.variable)
            .mapValues { $0.compactMap { checked.panel.firstIndex(from: $0.from) } }
        let program = try FormulaProgram(
            formula, inputs: inputs, shape: FormulaProgram.Shape(checked.panel, breaks: breaks))
        var results = [Double](repeating: .nan, count: checked.panel.rowCount)
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
        func text(_ language: Language) -> String {
            func named(_ formula: Formula) -> String {
                formula.text(naming: { id in
                    checked.variables.first { $0.id == id }?.name[language] ?? id
                })
            }
            guard let sides = check.sides else { return "" }
            let brackets = language == .chinese ? ("（", "）") : (" (", ")")
            return "\(CheckWords.plain(one))\(brackets.0)\(named(sides.0))\(brackets.1) \(sign) "
                + "\(CheckWords.plain(other))\(brackets.0)\(named(sides.1))\(brackets.1)"
        }
        return CheckFinding.Case(
            found: one, atLeast: low, atMost: other,
            text: BilingualText(zh: text(.chinese), en: text(.english)))
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
