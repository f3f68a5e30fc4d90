import AssessmentCore

/// A domain plug-in with a handful of indicators, one of which imputes.
struct FixturePlugin: DomainPlugin {
    /// A text that data would bring, as the text of a statement too.
    let pillar: BilingualText

    static let connected = variable("connected", "通光纤的村", "Villages with fibre", .count)
    static let villages = variable("villages", "行政村", "Villages", .count)
    static let centres = variable("centres", "体验中心", "Experience centres", .count)
    static let income = variable(
        "income", "可支配收入", "Disposable income", UnitOfMeasure(BilingualText(zh: "千元", en: "CNY 1,000"), decimals: 1))
    static let workshops = variable("workshops", "共享车间", "Shared workshops", .count)

    private static func variable(_ id: String, _ zh: String, _ en: String, _ unit: UnitOfMeasure) -> Variable {
        let name = BilingualText(zh: zh, en: en)
        return Variable(id: id, name: name, definition: name, unitOfMeasure: unit, reportedBy: name)
    }

    /// The name of an indicator by the part of its id behind the dot.
    static func name(_ id: String) -> BilingualText {
        switch id {
        case "fibre": BilingualText(zh: "行政村通光纤比例", en: "Villages with optical fibre")
        case "centres": BilingualText(zh: "体验中心数", en: "Experience centres")
        case "growth": BilingualText(zh: "体验中心增长", en: "Growth of experience centres")
        case "income": BilingualText(zh: "人均可支配收入", en: "Disposable income per head")
        case "traffic": BilingualText(zh: "移动数据流量", en: "Mobile data traffic")
        default: BilingualText(zh: "共享车间数", en: "Shared workshops")
        }
    }

    var description: PluginDescription {
        PluginDescription(
            id: "Fixture", prefix: "fixture", version: "1.0.0", name: BilingualText(zh: "样例领域", en: "Sample domain"),
            summary: BilingualText(zh: "样例", en: "A sample"))
    }

    var statements: [PolicyStatement] {
        [
            PolicyStatement(
                id: "I4", clause: "三（四）", kind: .target, text: FixturePlugin.name("fibre"),
                target: BilingualText(same: "100%"), deadline: CalendarDate(year: 2020, month: 12, day: 31)),
            PolicyStatement(
                id: "M8", clause: "二（六）专栏7", kind: .target, text: FixturePlugin.name("workshops"),
                target: BilingualText(zh: "50个", en: "50"), strength: .bestEffort),
            PolicyStatement(id: "N9", clause: "二（一）", kind: .target, text: pillar, strength: .basic),
        ]
    }

    var indicators: [any Indicator] {
        [
            FormulaIndicator(
                describe("fibre", .percent, ["I4"], [Self.connected, Self.villages]),
                formula: .share(Self.connected, of: Self.villages)),
            FormulaIndicator(describe("centres", .count, [], [Self.centres]), formula: .variable(Self.centres)),
            FormulaIndicator(describe("growth", .percent, [], [Self.centres]), formula: .growth(Self.centres)),
            FormulaIndicator(
                describe("income", Self.income.unitOfMeasure, [], [Self.income]), formula: .variable(Self.income)),
            FormulaIndicator(
                describe("workshops", .count, ["M8"], [Self.workshops]), formula: .variable(Self.workshops)),
            Estimate(description: describe("traffic", .index, [], [])),
        ]
    }

    private func describe(
        _ id: String, _ unit: UnitOfMeasure, _ statements: [String], _ variables: [Variable]
    ) -> IndicatorDescription {
        let name = FixturePlugin.name(id)
        return IndicatorDescription(
            id: "fixture.\(id)", name: name, definition: name, rationale: name, unitOfMeasure: unit,
            statements: statements, variables: variables, examples: [])
    }
}

/// An indicator that estimates its value for the first unit and measures the others but the last.
struct Estimate: Indicator {
    let description: IndicatorDescription

    func measure(_ data: MeasurementData) -> IndicatorMeasurement {
        var column = Column(count: data.panel.rowCount, absent: .notSubmitted)
        let units = data.panel.units.count
        for row in 0..<data.panel.rowCount where row % units != units - 1 {
            if row % units == 0 {
                column.impute(
                    25, because: .notSubmitted, note: BilingualText(zh: "按上年推算", en: "carried on from last year"),
                    at: row)
            } else {
                column.measure(30, at: row)
            }
        }
        return IndicatorMeasurement(
            column: column, evidence: .listed([[IndicatorMeasurement.Reference]](repeating: [], count: column.count)))
    }
}
