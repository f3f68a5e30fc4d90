import AssessmentCore

/// Information consumption against the path that leads from a base year at the policy's rate of growth.
///
/// value = 100 · actual / (base · (1 + growth / 100)^(year − base year)); the base year itself is 100. A growth rate
/// over several years is judged here year by year, without an average that the first and last year alone decide.
struct ConsumptionPath: Indicator {
    static let indicator = ConsumptionPath()

    private static let baseYear = Parameter(
        "base_year",
        BilingualText(zh: "基期年份：其全年规模作为起点", en: "The base year: consumption of that year is the start of the path"),
        .number(atLeast: 1949, atMost: 2100))

    private static let annualGrowth = Parameter(
        "annual_growth",
        BilingualText(zh: "年均增长率（%）", en: "Growth a year, in per cent"),
        .number(atLeast: 0, atMost: 100),
        default: .number(16))

    let description = IndicatorDescription(
        id: "foundation.consumption_path",
        name: BilingualText(zh: "信息消费规模与增长路径之比", en: "Information consumption against its path"),
        definition: BilingualText(
            zh: "当年信息消费规模 ÷ 由基期按年均增长率推算的当年规模 × 100%；基期当年为100，高于路径时超过100，更早年份不适用",
            en: """
                Information consumption as a share of what it would be had it grown at the annual rate since the base \
                year; 100 in the base year, above 100 when ahead of the path, not applicable before the base year
                """),
        rationale: BilingualText(
            zh: "政策要求年均增长16%以上，即规模不低于按16%推算的路径",
            en: "Growth of 16 % a year on average means to be on or above the path that this rate draws"),
        unitOfMeasure: .percent,
        statements: ["G2"],
        variables: [.informationConsumption],
        parameters: [baseYear, annualGrowth],
        examples: [
            IndicatorExample(
                BilingualText(
                    zh: "基期500亿元，两年后路径为672.8亿元", en: "From CNY 50 billion, the path is at 67.28 billion after two years"
                ),
                periods: [Period(year: 2018), Period(year: 2019), Period(year: 2020)],
                variables: [Variable.informationConsumption.id: [500, 609, 638]],
                parameters: [baseYear.name: .number(2018)],
                expected: [.value(100), .value(105), .value(63_800 / 672.8)]),
            IndicatorExample(
                BilingualText(zh: "缺少基期数", en: "Nothing submitted for the base year"),
                periods: [Period(year: 2018), Period(year: 2019)],
                variables: [Variable.informationConsumption.id: [nil, 609]],
                parameters: [baseYear.name: .number(2018), annualGrowth.name: .number(18)],
                expected: [.absent(.notSubmitted), .absent(.notSubmitted)]),
            IndicatorExample(
                BilingualText(zh: "基期之后口径变动", en: "The series broke after the base year"),
                periods: [Period(year: 2017), Period(year: 2018), Period(year: 2019)],
                variables: [Variable.informationConsumption.id: [450, 500, 609]],
                parameters: [baseYear.name: .number(2018)],
                seriesBreaks: [Variable.informationConsumption.id: [Period(year: 2019)]],
                expected: [.absent(.notApplicable), .value(100), .absent(.seriesBreak)]),
        ])

    func measure(_ data: MeasurementData) throws -> IndicatorMeasurement {
        let base = try baseYear(data)
        let amounts = data.column(.informationConsumption)
        var column = Column(count: data.panel.rowCount, absent: .notCollected)
        var references = [[IndicatorMeasurement.Reference]](repeating: [], count: data.panel.rowCount)
        for row in 0..<data.panel.rowCount {
            let (unit, period) = (data.panel.unit(ofRow: row), data.panel.period(ofRow: row))
            guard period >= base else {
                column.leaveOut(
                    .notApplicable,
                    note: BilingualText(zh: "早于基期\(base)年", en: "before the base year \(base)"), at: row)
                continue
            }
            guard let start = data.panel.row(unit: unit.code, period: base) else {
                let isEarlier = data.panel.periods.first.map { base < $0 } ?? true
                column.leaveOut(
                    isEarlier ? .noEarlierPeriod : .notCollected,
                    note: BilingualText(zh: "数据不含基期\(base)年", en: "the data do not hold the base year \(base)"), at: row
                )
                continue
            }
            let id = Variable.informationConsumption.id
            references[row] =
                start == row ? [.variable(id, row: row)] : [.variable(id, row: start), .variable(id, row: row)]
            guard !isBroken(from: base, to: period, data) else {
                column.leaveOut(.seriesBreak, at: row)
                continue
            }
            guard let growth = data.parameters.numberTable(Self.annualGrowth.name)?.value(unit: unit, period: period)
            else {
                column.leaveOut(
                    .noTarget, note: BilingualText(zh: "未给年均增长率", en: "no annual growth is given"), at: row)
                continue
            }
            fill(&column, row: row, start: start, amounts, growth: growth, years: period.year - base.year, data)
        }
        return IndicatorMeasurement(column: column, evidence: .listed(references))
    }

    private func baseYear(_ data: MeasurementData) throws -> Period {
        guard let year = data.parameters.number(Self.baseYear.name), year == year.rounded() else {
            throw IndicatorError(
                "\(description.id): the parameter base_year must be one whole year, such as 2017, the same for all")
        }
        return Period(year: Int(year))
    }

    private func isBroken(from base: Period, to period: Period, _ data: MeasurementData) -> Bool {
        (data.seriesBreaks[Variable.informationConsumption.id] ?? []).contains {
            data.panel.periods.indices.contains($0) && base < data.panel.periods[$0] && data.panel.periods[$0] <= period
        }
    }

    private func fill(
        _ column: inout Column, row: Int, start: Int, _ amounts: Column, growth: Double, years: Int,
        _ data: MeasurementData
    ) {
        for source in [start, row] where amounts[source] == nil {
            let reason = amounts.reasons[source] ?? .notCollected
            let period = data.panel.period(ofRow: source)
            column.leaveOut(
                reason,
                note: BilingualText(
                    zh: "\(Variable.informationConsumption.name.zh)（\(period)）：\(reason.name.zh)",
                    en: "\(Variable.informationConsumption.name.en) (\(period)): \(reason.name.en)"),
                at: row)
            return
        }
        guard let first = amounts[start], let actual = amounts[row] else { return }
        guard first != 0 else {
            column.leaveOut(
                .zeroDenominator, note: BilingualText(zh: "基期规模为零", en: "nothing in the base year"), at: row)
            return
        }
        // Repeated multiplication gives the same last bit on every platform; a library's power need not.
        let path = (0..<years).reduce(first) { amount, _ in amount * (100 + growth) / 100 }
        let value = 100 * (actual / path)
        if amounts.states[start] == .imputed || amounts.states[row] == .imputed {
            column.impute(value, because: nil, at: row)
        } else {
            column.measure(value, at: row)
        }
    }
}
