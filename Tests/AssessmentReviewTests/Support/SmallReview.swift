import AssessmentCore
import AssessmentExporters
import AssessmentMethods
import AssessmentPipeline
import AssessmentReview

/// A review of a few units that is worked by hand: the variables `a` to `c`, each an indicator as it is.
struct SmallReview {
    var year = 2020
    var history: [Int] = []
    var units: [AssessedUnit] = ["u1", "u2"].map { SmallReview.unit($0) }
    var observations: [Observation] = []
    var targets: [String: NumberTable] = [:]
    var decisions: [AdjustmentDecision] = []
    var inputs: [Manifest.Input] = []
    var peerGroups: [PeerGroup] = []
    var version = "1"
    var platform = "p"
    var framework: FrameworkNode

    init(_ framework: FrameworkNode) {
        self.framework = framework
    }

    static func unit(
        _ code: String, from: String? = nil, until: String? = nil, successor: String? = nil
    ) -> AssessedUnit {
        AssessedUnit(
            code: code, name: BilingualText(zh: "单元\(code)", en: "Unit \(code)"), level: "city",
            validity: Validity(from: from.flatMap { CalendarDate($0) }, until: until.flatMap { CalendarDate($0) }),
            successor: successor)
    }

    mutating func observe(_ variable: String, _ values: [String: Double], in year: Int? = nil) {
        for (unit, value) in values.sorted(by: { $0.key < $1.key }) {
            observations.append(
                Observation(
                    variable: variable, unit: unit, period: Period(year: year ?? self.year), value: value,
                    origin: Origin(file: "data.csv", row: observations.count + 2, column: "value")))
        }
    }

    /// Gives an observation, by its position, another value.
    mutating func change(_ observation: Int, to value: Double) {
        let old = observations[observation]
        observations[observation] = Observation(
            variable: old.variable, unit: old.unit, period: old.period, value: value, origin: old.origin)
    }

    /// A decision on a node, by the office on 10 January of the year after.
    mutating func decide(_ adjustment: Adjustment, _ unit: String, _ node: String, _ value: Double) {
        guard let date = CalendarDate(year: year + 1, month: 1, day: 10) else { return }
        decisions.append(
            AdjustmentDecision(
                adjustment: adjustment.id, unit: unit, node: node, period: Period(year: year), value: value,
                reason: "r", authority: "a", evidence: "e", date: date,
                decidedBy: "office",
                origin: Origin(file: "decisions.csv", row: decisions.count + 2, column: "value")))
    }

    var specification: Specification {
        var specification = Specification(
            id: "small", kind: .review, title: BilingualText(zh: "小考核", en: "Small review"), period: Period(year: year),
            history: history.map { Period(year: $0) },
            units: UnitSelection(
                file: "units.csv", levels: ["city"], inForceOn: CalendarDate(year: year, month: 12, day: 31)),
            plugins: ["Small"], framework: framework)
        specification.peerGroups = peerGroups
        return specification
    }

    func catalogue() throws -> Catalogue {
        try Catalogue(plugins: [SmallPlugin()], providers: [StandardMethods()])
    }

    var data: CollectedData {
        CollectedData(units: UnitTable(units), observations: observations, targets: targets, decisions: decisions)
    }

    var manifest: Manifest { Manifest(workbench: version, platform: platform, plugins: [:], inputs: inputs) }

    func pipeline() throws -> Pipeline { Pipeline(specification, catalogue: try catalogue()) }

    func run() async throws -> CompletedAssessment { try await pipeline().run(data, manifest: manifest) }

    func result() async throws -> ResultDocument { ResultDocument(try await run()) }

    func comparedYear() throws -> ComparedYear {
        ComparedYear(specification: specification, catalogue: try catalogue(), data: data, period: Period(year: year))
    }
}

/// The indicators of a small review.
struct SmallPlugin: DomainPlugin {
    var description: PluginDescription {
        PluginDescription(
            id: "Small", prefix: "small", version: "1", name: BilingualText(same: "Small"),
            summary: BilingualText(same: "Small"))
    }

    static func variable(_ id: String) -> Variable {
        Variable(
            id: id, name: BilingualText(same: id), definition: BilingualText(same: id), unitOfMeasure: .count,
            reportedBy: BilingualText(same: "reporter"))
    }

    private static func describe(_ id: String, _ variable: Variable, _ unit: UnitOfMeasure) -> IndicatorDescription {
        IndicatorDescription(
            id: "small.\(id)", name: BilingualText(same: id), definition: BilingualText(same: id),
            rationale: BilingualText(same: id), unitOfMeasure: unit, statements: [], variables: [variable],
            examples: [])
    }

    var statements: [PolicyStatement] { [] }

    var indicators: [any Indicator] {
        let plain: [any Indicator] = ["a", "b", "c"].map { id in
            let variable = SmallPlugin.variable(id)
            return FormulaIndicator(
                SmallPlugin.describe(id, variable, id == "b" ? .percent : .hundredMillionYuan),
                formula: .variable(variable))
        }
        let a = SmallPlugin.variable("a")
        return plain + [FormulaIndicator(SmallPlugin.describe("growth", a, .percent), formula: .growth(a))]
    }
}

extension FrameworkNode {
    /// A leaf that measures an indicator of the small review.
    static func leaf(
        _ id: String, weight: Double = 1, by method: String = "raw", reference: ReferenceScope? = nil,
        target: NumberTable? = nil
    ) -> FrameworkNode {
        FrameworkNode(
            id: id, name: BilingualText(same: id), role: .weighted(weight),
            measure: IndicatorUse("small.\(id)", target: target.map { .numbers($0) }),
            steps: [
                .measure, .evaluate(MethodChoice(method, reference: reference)),
                .missing(MissingRule(otherwise: .zero)),
            ])
    }

    /// The root: the mean of its children, rounded where that is asked for, and ranked.
    static func total(_ children: [FrameworkNode], decimals: Int? = nil, grades: [GradeBand] = []) -> FrameworkNode {
        FrameworkNode(
            id: "total", name: BilingualText(zh: "总分", en: "Total"),
            steps: [.aggregate(MethodChoice("arithmetic_mean"), weighting: MethodChoice("given"))]
                + (decimals.map { [.round(decimals: $0)] } ?? []) + [.rank(tolerance: 1e-9)]
                + (grades.isEmpty ? [] : [.grade(grades)]),
            children: children)
    }
}
