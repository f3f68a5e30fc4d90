import AssessmentCore
import AssessmentMethods
import AssessmentPipeline

/// A small assessment with everything that reports must show: two peer groups, two periods, a pillar within a pillar,
/// a target, a bonus, grades, a missing and an imputed cell, a break in a series, and a unit without a total.
enum Fixture {
    static let period = Period(year: 2020)

    /// The names and other texts that data bring; a test puts hostile ones in their place.
    struct Texts {
        var unit = BilingualText(zh: "甲市", en: "Jia City")
        var pillar = BilingualText(zh: "供给", en: "Supply")
        var note = BilingualText(zh: "演示数据，并非官方评价", en: "Demonstration data; not an official evaluation")
        var basis = "皖政〔2018〕20号"
        var source = "统计年鉴2020"
        var file = "data/observations.csv"
        var fact = BilingualText(zh: "累计认定674个", en: "674 recognised so far")

        /// Every text the same.
        static func all(_ text: String) -> Texts {
            let both = BilingualText(same: text)
            return Texts(
                unit: both, pillar: both, note: both, basis: text, source: text, file: text, fact: both)
        }
    }

    static func assessment(
        _ texts: Texts = Texts(), languages: [Language] = [.chinese, .english], decided: Bool = false,
        isLit: Bool = false
    ) async throws -> CompletedAssessment {
        let catalogue = try Catalogue(
            plugins: [FixturePlugin(pillar: texts.pillar)], providers: [StandardMethods()])
        var (specification, data) = (specification(texts), data(texts))
        if decided { decide(&specification, &data, texts) }
        if isLit { light(&specification) }
        return try await Pipeline(specification, catalogue: catalogue).run(
            data,
            manifest: Manifest(
                workbench: "1.0.0", platform: "test", plugins: ["Fixture": "1.0.0"], inputs: [],
                results: "0123456789abcdef0123456789abcdef"))
    }

    /// Lights the total: green from 75 up, yellow from 60 up, else red; and shows by the count of workshops whether there are
    /// any.
    private static func light(_ specification: inout Specification) {
        let bands = [Light.Band(.green, .atLeast(75)), Light.Band(.yellow, .atLeast(60)), Light.Band(.red, nil)]
        let steps = specification.framework.steps
        let place = steps.firstIndex { $0.kind == .rank } ?? steps.endIndex
        specification.framework.steps.insert(.light(Light(bands)), at: place)
        specification.framework.children[0].children[2].steps.append(
            .light(Light([Light.Band(.green, .atLeast(1)), Light.Band(.red, nil)], ofValue: true)))
    }

    /// Gives the first unit a bonus of two points, and lowers its grade by a veto.
    private static func decide(_ specification: inout Specification, _ data: inout CollectedData, _ texts: Texts) {
        let bonus = Adjustment(
            id: "award", name: BilingualText(zh: "表彰加分", en: "Award"), effect: .bonus(atMost: 3, upTo: nil))
        let veto = Adjustment(
            id: "veto", name: BilingualText(zh: "统计造假", en: "Falsified statistics"),
            effect: .veto(Veto(.disqualified)))
        specification.adjustments = [bonus, veto]
        specification.framework.steps.insert(.adjust(bonus), at: 2)
        specification.framework.steps.append(.veto(veto))
        data.decisions = [(bonus, 2.0), (veto, nil)].enumerated().map { place, decided in
            AdjustmentDecision(
                adjustment: decided.0.id, unit: "340100", node: "total", period: period, value: decided.1,
                reason: texts.source, authority: texts.basis, evidence: texts.source, date: lastDay,
                decidedBy: texts.source, origin: Origin(file: texts.file, row: place + 2, column: "value"))
        }
    }

    static func units(_ texts: Texts) -> [AssessedUnit] {
        [
            AssessedUnit(code: "340100", name: texts.unit, level: "city", parent: "340000"),
            AssessedUnit(code: "340200", name: BilingualText(zh: "乙市", en: "Yi City"), level: "city"),
            AssessedUnit(code: "340181", name: BilingualText(zh: "丙县", en: "Bing County"), level: "county"),
            AssessedUnit(code: "../../x", name: BilingualText(zh: "丁县", en: "Ding County"), level: "county"),
        ]
    }

    private static func specification(_ texts: Texts) -> Specification {
        Specification(
            id: "fixture", kind: .review,
            title: BilingualText(zh: "信息消费考核（样例）", en: "Information consumption review (sample)"),
            basis: texts.basis, notice: texts.note, period: period, history: [Period(year: 2019)],
            units: UnitSelection(file: "units.csv", levels: ["city", "county"], inForceOn: lastDay),
            plugins: ["Fixture"],
            seriesBreaks: [
                SeriesBreak(
                    variable: FixturePlugin.income.id, from: period,
                    note: BilingualText(zh: "四经普后修订", en: "revised after the census"))
            ],
            peerGroups: [
                PeerGroup(id: "cities", name: BilingualText(zh: "设区市", en: "Cities"), levels: ["city"]),
                PeerGroup(id: "counties", name: BilingualText(zh: "县", en: "Counties"), levels: ["county"]),
            ],
            framework: framework(texts))
    }

    private static let lastDay = CalendarDate(year: 2020, month: 12, day: 31) ?? CalendarDate.first

    private static func framework(_ texts: Texts) -> FrameworkNode {
        let mean = Step.aggregate(MethodChoice("arithmetic_mean"), weighting: MethodChoice("given"))
        let missing = Step.missing(
            MissingRule(actions: [.notSubmitted: .zero, .tooMuchMissing: .renormalise], otherwise: .renormalise))
        let scale = MethodChoice("goalposts", parameters: ["floor": .number(0), "ceiling": .number(50)])
        func leaf(_ id: String, weight: Double, _ evaluate: MethodChoice, target: Double? = nil) -> FrameworkNode {
            FrameworkNode(
                id: id, name: FixturePlugin.name(id), role: .weighted(weight),
                measure: FrameworkNode.IndicatorUse("fixture.\(id)", target: target.map { .numbers(NumberTable($0)) }),
                steps: [.measure, .evaluate(evaluate), missing])
        }
        var workshops = leaf("workshops", weight: 0, MethodChoice("completion"), target: 5)
        workshops.role = .bonus(points: 2)
        workshops.steps.removeLast()
        let reach = FrameworkNode(
            id: "reach", name: BilingualText(zh: "可及性", en: "Reach"), role: .weighted(20), steps: [mean, missing],
            unrankedAbove: 0.5,
            children: [leaf("centres", weight: 15, scale), leaf("growth", weight: 5, scale)])
        let supply = FrameworkNode(
            id: "supply", name: texts.pillar, role: .weighted(60), steps: [mean, missing, .bonus],
            children: [leaf("fibre", weight: 40, MethodChoice("completion"), target: 98), reach, workshops])
        let demand = FrameworkNode(
            id: "demand", name: BilingualText(zh: "需求", en: "Demand"), role: .weighted(40), steps: [mean, missing],
            unrankedAbove: 0.5,
            children: [leaf("income", weight: 20, scale), leaf("traffic", weight: 20, scale)])
        return FrameworkNode(
            id: "total", name: BilingualText(zh: "总分", en: "Total"),
            steps: [
                mean, missing, .round(decimals: 1), .rank(tolerance: 0),
                .grade([
                    GradeBand(atLeast: 75, name: BilingualText(zh: "优秀", en: "Excellent")),
                    GradeBand(atLeast: 0, name: BilingualText(zh: "合格", en: "Pass")),
                ]),
            ],
            children: [supply, demand])
    }

    private static func data(_ texts: Texts) -> CollectedData {
        let values: [(Variable, [(String, [Double?])])] = [
            (FixturePlugin.connected, [("340100", [90, 98]), ("340200", [80, 96]), ("340181", [70, 90])]),
            (
                FixturePlugin.villages,
                [("340100", [100, 100]), ("340200", [100, 100]), ("340181", [100, 100])]
            ),
            (FixturePlugin.centres, [("340100", [20, 40]), ("340200", [25, 30]), ("340181", [10, 20])]),
            (FixturePlugin.income, [("340100", [30, 41.5]), ("340200", [28, nil]), ("340181", [20, 22])]),
            (FixturePlugin.workshops, [("340100", [0, 5]), ("340200", [0, 2])]),
        ]
        var observations: [Observation] = []
        for (variable, units) in values {
            for (unit, numbers) in units {
                for (year, number) in zip([2019, 2020], numbers) {
                    let origin = Origin(
                        file: texts.file, row: observations.count + 2, column: "value", source: texts.source,
                        note: texts.source)
                    observations.append(
                        number.map {
                            Observation(
                                variable: variable.id, unit: unit, period: Period(year: year), value: $0,
                                origin: origin)
                        }
                            ?? Observation(
                                variable: variable.id, unit: unit, period: Period(year: year), absent: .notSubmitted,
                                origin: origin))
                }
            }
        }
        let province = AssessedUnit(
            code: "340000", name: BilingualText(zh: "某省", en: "A Province"), level: "province")
        return CollectedData(
            units: UnitTable([province] + units(texts)), observations: observations,
            facts: [
                PolicyFact(
                    statement: "N9", unit: "340000", asOf: "2020-04", value: 674, unitOfMeasure: "个", text: texts.fact,
                    origin: Origin(file: "facts.csv", row: 2, column: "value", source: texts.source))
            ])
    }
}

extension CalendarDate {
    fileprivate static var first: CalendarDate {
        guard let day = CalendarDate(year: 1, month: 1, day: 1) else { preconditionFailure("a day of the calendar") }
        return day
    }
}
