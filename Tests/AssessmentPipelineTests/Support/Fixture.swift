import AssessmentCore
import AssessmentMethods
import AssessmentPipeline
import Testing

/// A small assessment made by hand.
struct Fixture {
    var units: [AssessedUnit] = ["u1", "u2", "u3", "u4"].map { Fixture.unit($0) }
    var history: [Int] = []
    var levels = ["city"]
    var observations: [Observation] = []
    var registers: [String: [RegisterEntry]] = [:]
    var facts: [PolicyFact] = []
    var seriesBreaks: [SeriesBreak] = []
    var peerGroups: [PeerGroup] = []
    var decisions: [AdjustmentDecision] = []
    var framework: FrameworkNode

    init(_ framework: FrameworkNode) {
        self.framework = framework
    }

    static func unit(
        _ code: String, level: String = "city", from: String? = nil, until: String? = nil, successor: String? = nil,
        parent: String? = nil
    ) -> AssessedUnit {
        AssessedUnit(
            code: code, name: BilingualText(zh: "单元\(code)", en: "Unit \(code)"), level: level, parent: parent,
            validity: Validity(from: from.flatMap { CalendarDate($0) }, until: until.flatMap { CalendarDate($0) }),
            successor: successor)
    }

    /// Adds a value for each of the first units; nothing where there is none.
    mutating func observe(_ variable: String, _ values: [Double?], in year: Int = 2020) {
        for (unit, value) in zip(units, values) {
            if let value { observe(variable, unit.code, value, in: year) }
        }
    }

    mutating func observe(_ variable: String, _ unit: String, _ value: Double, in year: Int = 2020) {
        observations.append(
            Observation(
                variable: variable, unit: unit, period: Period(year: year), value: value, origin: Fixture.origin))
    }

    mutating func leaveOut(_ variable: String, _ unit: String, _ reason: Reason, in year: Int = 2020) {
        observations.append(
            Observation(
                variable: variable, unit: unit, period: Period(year: year), absent: reason, origin: Fixture.origin))
    }

    /// Adds a decision on the root, or on another node.
    mutating func decide(
        _ adjustment: Adjustment, _ unit: String, _ value: Double? = nil, at node: String = "root", on date: String
    ) throws {
        decisions.append(
            AdjustmentDecision(
                adjustment: adjustment.id, unit: unit, node: node, period: Period(year: 2020), value: value,
                reason: "r", authority: "a", evidence: "e\(decisions.count)", date: try #require(CalendarDate(date)),
                decidedBy: "d", origin: Fixture.origin))
    }

    static let origin = Origin(file: "data.csv", row: 2, column: "value")

    func specification() throws -> Specification {
        Specification(
            id: "fixture", kind: .review, title: BilingualText(same: "fixture"), period: Period(year: 2020),
            history: history.map { Period(year: $0) },
            units: UnitSelection(
                file: "units.csv", levels: levels, inForceOn: CalendarDate("2020-12-31")),
            plugins: ["Fixture"], seriesBreaks: seriesBreaks, peerGroups: peerGroups, framework: framework)
    }

    func catalogue() throws -> Catalogue {
        try Catalogue(plugins: [FixturePlugin()], providers: [StandardMethods()])
    }

    var data: CollectedData {
        CollectedData(
            units: UnitTable(units), observations: observations, registers: registers,
            decisions: decisions, facts: facts)
    }

    func run(threads: Int = 1) async throws -> CompletedAssessment {
        try await Pipeline(specification(), catalogue: catalogue(), threads: threads).run(
            data, manifest: Manifest(workbench: "0", platform: "p", plugins: [:], inputs: []))
    }

    /// The problems of a run that must stop.
    func problems() async throws -> [String] {
        do {
            _ = try await run()
        } catch let error as PipelineError {
            return error.problems.map(\.description)
        }
        return []
    }
}

extension FrameworkNode {
    /// An indicator of the fixture, whose values are its scores unless told otherwise.
    static func leaf(
        _ id: String, use indicator: String? = nil, role: Role = .weighted(1), levels: [String] = [],
        evaluate: MethodChoice = MethodChoice("as_it_is"), reference: ReferenceScope? = nil,
        target: NumberTable? = nil, rule: Target? = nil,
        missing: MissingRule? = MissingRule(otherwise: .renormalise), then: [Step] = []
    ) -> FrameworkNode {
        FrameworkNode(
            id: id, name: BilingualText(same: id), role: role, levels: levels,
            measure: IndicatorUse(indicator ?? "fix.\(id)", target: target.map { .numbers($0) } ?? rule),
            steps: [
                .measure,
                .evaluate(MethodChoice(evaluate.id, parameters: evaluate.parameters, reference: reference)),
            ] + (missing.map { [.missing($0)] } ?? []) + then,
            position: SourcePosition(file: "assessment.yml", line: 7, column: 3))
    }

    /// A node that is the mean of its children.
    static func mean(
        _ id: String = "root", of children: [FrameworkNode], role: Role = .weighted(1),
        by method: String = "arithmetic_mean", weighting: String = "given", unrankedAbove: Double? = nil,
        then: [Step] = []
    ) -> FrameworkNode {
        FrameworkNode(
            id: id, name: BilingualText(same: id), role: role,
            steps: [.aggregate(MethodChoice(method), weighting: MethodChoice(weighting))] + then,
            unrankedAbove: unrankedAbove, children: children,
            position: SourcePosition(file: "assessment.yml", line: 3, column: 1))
    }
}

extension CompletedAssessment {
    /// The scores of a node, one a row; nothing where there is none.
    func scores(_ node: String = "root") throws -> [Double?] {
        let column = try #require(ledger.scores(of: node))
        return (0..<column.count).map { column[$0] }
    }

    /// Why the scores of a node are absent or put in.
    func reasons(_ node: String = "root") throws -> [Reason?] {
        try #require(ledger.scores(of: node)).reasons
    }

    /// The ranks of a node.
    func ranks(_ node: String = "root") -> [Int?] {
        (0..<ledger.panel.rowCount).map { ledger.rank(of: node, row: $0)?.rank }
    }
}
