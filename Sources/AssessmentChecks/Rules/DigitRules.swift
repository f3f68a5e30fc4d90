internal import AssessmentCore
internal import AssessmentStatistics

/// The values of a variable, or of a unit, whose digits are looked at together.
struct DigitSeries {
    let variable: Variable?
    let unit: AssessedUnit?
    let values: [Double]

    /// The values of each variable over some periods, then those of each unit over all variables that are wanted.
    ///
    /// - Parameter periods: the positions of the periods.
    static func all(_ checked: CheckedData, _ periods: [Int], _ isWanted: (Variable) -> Bool) -> [DigitSeries] {
        let variables = checked.variables.filter { !$0.unitOfMeasure.isYesOrNo && isWanted($0) }
        return variables.map { variable in
            DigitSeries(
                variable: variable, unit: nil,
                values: periods.flatMap { checked.panel.rows(ofPeriodAt: $0) }.compactMap {
                    checked.value(variable, $0)
                })
        }
            + checked.panel.units.indices.map { place in
                DigitSeries(
                    variable: nil, unit: checked.panel.units[place],
                    values: periods.flatMap { period in
                        variables.compactMap { checked.value($0, period * checked.panel.units.count + place) }
                    })
            }
    }
}

/// Finds variables and units whose last digits are not even.
struct TerminalDigitRule {
    let rule: AppliedRule
    let checked: CheckedData

    init(_ rule: AppliedRule, _ checked: CheckedData) {
        self.rule = rule
        self.checked = checked
    }

    func findings() -> [CheckFinding] {
        let tested = DigitSeries.all(checked, Array(checked.panel.periods.indices)) { _ in true }.compactMap {
            series -> (DigitSeries, DigitTest)? in
            let values = series.values.filter { $0 >= 100 && $0.rounded() == $0 && $0 < 0x1p53 }
            let test = DigitTest.terminal(values)
            // Where values lie close together their last digits are not even, whoever wrote them.
            guard test.isLargeEnough, Quantiles.interquartileRange(values) ?? 0 >= 50 else { return nil }
            return (series, test)
        }
        return DigitFindings(rule, checked).findings(tested, firstDigit: 0) { $0.probability < rule.number("p") }
    }
}

/// Finds variables and units whose first digits do not follow Benford's law.
struct BenfordRule {
    let rule: AppliedRule
    let checked: CheckedData

    init(_ rule: AppliedRule, _ checked: CheckedData) {
        self.rule = rule
        self.checked = checked
    }

    func findings() -> [CheckFinding] {
        // The first digits of one year are hardly others than those of the next: only one year is independent.
        let assessed = checked.panel.periods.firstIndex(of: checked.period).map { [$0] } ?? []
        let tested = DigitSeries.all(checked, assessed) { !checked.isRate($0) }.compactMap {
            series -> (DigitSeries, DigitTest)? in
            let values = series.values.filter { $0 > 0 }
            guard Double(values.count) >= rule.number("at_least"),
                let ends = Quantiles.quantiles(values, at: [0.05, 0.95]), ends[0] > 0,
                ends[1] / ends[0] >= BenfordRule.power(rule.number("orders"))
            else { return nil }
            return (series, DigitTest.first(values))
        }
        return DigitFindings(rule, checked).findings(tested, firstDigit: 1) {
            $0.probability < rule.number("p") && $0.meanAbsoluteDeviation > rule.number("deviation")
        }
    }

    private static func power(_ orders: Double) -> Double {
        var (power, left) = (1.0, orders)
        while left >= 1 { (power, left) = (power * 10, left - 1) }
        return left > 0 ? power * (1 + 9 * left) : power
    }
}

/// What is told of series whose digits are odd.
private struct DigitFindings {
    let rule: AppliedRule
    let checked: CheckedData

    init(_ rule: AppliedRule, _ checked: CheckedData) {
        self.rule = rule
        self.checked = checked
    }

    func findings(
        _ tested: [(series: DigitSeries, test: DigitTest)], firstDigit: Int, _ isOdd: (DigitTest) -> Bool
    ) -> [CheckFinding] {
        let odd = tested.filter { isOdd($0.test) }
        let due = Double(tested.count) * rule.number("p")
        let remark = BilingualText(
            zh: "检验了\(tested.count)个序列，偶然会有约\(CheckWords.short(due))个如此。",
            en: "\(tested.count) series were tested; chance alone would give about \(CheckWords.short(due)).")
        let ofVariables = odd.flatMap { series, test in
            series.variable.map { variable in
                checked.finding(rule, variable, remark: remark, [found(test, firstDigit, nil)])
            } ?? []
        }
        let ofUnits = odd.compactMap { series, test in series.unit.map { found(test, firstDigit, $0) } }
        guard !ofUnits.isEmpty else { return ofVariables }
        return ofVariables + [
            CheckFinding(
                check: rule.rule.id, rule: rule.rule.id, name: rule.rule.name, severity: rule.severity,
                subject: BilingualText(zh: "单位的全部数值", en: "All values of a unit"), remark: remark,
                question: rule.rule.question, askedOf: BilingualText(zh: "该单位", en: "The unit"), cases: ofUnits)
        ]
    }

    private func found(_ test: DigitTest, _ firstDigit: Int, _ unit: AssessedUnit?) -> CheckFinding.Case {
        let shares = zip(test.counts, test.expected).map { Double($0.0) / Double(test.count) - $0.1 }
        let most = shares.indices.max { (shares[$0], -$0) < (shares[$1], -$1) } ?? 0
        let (statistic, p) = (CheckWords.short(test.statistic), CheckWords.probability(test.probability))
        let share = CheckWords.percent(Double(test.counts[most]) / Double(test.count))
        let due = CheckWords.percent(test.expected[most])
        let digit = most + firstDigit
        return CheckFinding.Case(
            unit: unit?.code, found: test.statistic,
            text: BilingualText(
                zh: "\(test.count)个数值，χ² = \(statistic)，p \(p)；数字\(digit)占\(share)，应为\(due)",
                en: "\(test.count) values, χ² = \(statistic), p \(p); the digit \(digit) in \(share), expected \(due)"))
    }
}
