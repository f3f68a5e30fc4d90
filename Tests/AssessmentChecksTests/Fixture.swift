import AssessmentCore

@testable import AssessmentChecks

/// A dozen cities with the variables of a small plug-in, in two years.
struct Fixture {
    static let now = Period(year: 2020)
    static let before = Period(year: 2019)

    var units = (1...12).map { Fixture.unit("c\($0)") }
    var others: [AssessedUnit] = []
    var observations: [Observation] = []
    var registers: [String: [RegisterEntry]] = [:]
    var registerReports: [String: RegisterReports] = [:]
    var checks: [CheckChoice] = []
    var breaks: [SeriesBreak] = []
    var reviewedOn: CalendarDate?
    var declared: [DataCheck] = []

    static func text(_ word: String) -> BilingualText { BilingualText(zh: "中\(word)", en: word) }

    static func unit(_ code: String, level: String = "city", parent: String? = nil) -> AssessedUnit {
        AssessedUnit(code: code, name: text(code), level: level, parent: parent)
    }

    /// Observes a variable for the units in their order; nothing is observed where there is no number.
    mutating func observe(_ variable: Variable, _ values: [Double?], in period: Period = Fixture.now) {
        for (unit, value) in zip(units, values) {
            guard let value else { continue }
            observe(variable, unit.code, value, in: period)
        }
    }

    mutating func observe(_ variable: Variable, _ unit: String, _ value: Double, in period: Period = Fixture.now) {
        let origin = Origin(file: "data.csv", row: observations.count + 2, column: "value")
        observations.append(
            Observation(variable: variable.id, unit: unit, period: period, value: value, origin: origin))
    }

    func findings(targets: [Double]? = nil, of values: [Double]? = nil) throws -> [CheckFinding] {
        let catalogue = try Catalogue(plugins: [TestPlugin(checks: declared)], providers: [])
        let leaves = TestPlugin(checks: []).indicators.map { indicator in
            FrameworkNode(
                id: indicator.description.id, name: indicator.description.name, role: .weighted(1),
                measure: FrameworkNode.IndicatorUse(indicator.description.id), steps: [.measure])
        }
        var specification = Specification(
            id: "test", kind: .review, title: Fixture.text("test"), period: Fixture.now, history: [Fixture.before],
            units: UnitSelection(file: "units.csv", levels: [], inForceOn: reviewedOn), plugins: ["Test"],
            framework: FrameworkNode(
                id: "total", name: Fixture.text("total"), role: .weighted(1), steps: [], children: leaves),
            checks: checks)
        specification.seriesBreaks = breaks
        let panel = Panel(units: units, periods: [Fixture.before, Fixture.now])
        var data = CollectedData(units: UnitTable(units + others), observations: observations, registers: registers)
        data.registerReports = registerReports
        for variable in TestPlugin.variables { data.variables[variable.id] = collected(variable, panel) }
        let targeted = targets.map { targets in
            [
                DataChecks.Targeted(
                    node: leaves[0], values: Column(measured: values ?? []), targets: targets)
            ]
        }
        return try DataChecks(
            specification, catalogue, data, panel: panel,
            peerGroupOfUnit: [Int](repeating: 0, count: units.count), targeted: targeted ?? []
        ).findings()
    }

    /// The findings of one rule.
    func findings(of rule: String) throws -> [CheckFinding] { try findings().filter { $0.rule == rule } }

    /// The units that a rule tells.
    func told(_ rule: String) throws -> [String] {
        try findings(of: rule).flatMap(\.cases).map { $0.unit ?? "all" }
    }

    private func collected(_ variable: Variable, _ panel: Panel) -> CollectedVariable {
        var column = Column(count: panel.rowCount, absent: .notCollected)
        var behind: [Int: [Int]] = [:]
        let own = observations.enumerated().filter { $0.element.variable == variable.id }
        for row in panel.rows where own.contains(where: { $0.element.period == panel.period(ofRow: row) }) {
            column.leaveOut(.notSubmitted, at: row)
        }
        for (position, observation) in own {
            guard let row = panel.row(unit: observation.unit, period: observation.period) else { continue }
            behind[row] = [position]
            if let value = observation.value {
                column.measure(value, at: row)
            } else {
                column.leaveOut(observation.reason ?? .notSubmitted, at: row)
            }
        }
        return CollectedVariable(column: column, observations: ObservationsBehind(behind))
    }
}

/// A plug-in of a count with its whole, an amount per resident, a rate and a register.
struct TestPlugin: DomainPlugin {
    let checks: [DataCheck]

    static func variable(
        _ id: String, _ unit: UnitOfMeasure, _ carrying: Variable.Carrying = .sum
    ) -> Variable {
        Variable(
            id: id, name: Fixture.text(id), definition: Fixture.text(id), unitOfMeasure: unit, carrying: carrying,
            reportedBy: Fixture.text("bureau of \(id)"))
    }

    static let part = variable("part", .count)
    static let whole = variable("whole", .count)
    static let sales = variable("sales", .hundredMillionYuan)
    static let rate = variable("rate", .percent, .missing)
    static let register = RegisterDescription(
        id: "prizes", name: Fixture.text("prizes"), definition: Fixture.text("prizes"),
        keptBy: Fixture.text("keeper"))
    static let variables = [part, whole, sales, .residentPopulation, rate]

    let description = PluginDescription(
        id: "Test", prefix: "test", version: "1", name: Fixture.text("test"), summary: Fixture.text("test"))
    let statements: [PolicyStatement] = []

    var indicators: [any Indicator] {
        func described(
            _ id: String, _ variables: [Variable], _ registers: [RegisterDescription] = []
        ) -> IndicatorDescription {
            IndicatorDescription(
                id: "test.\(id)", name: Fixture.text(id), definition: Fixture.text(id), rationale: Fixture.text(id),
                unitOfMeasure: UnitOfMeasure(Fixture.text("u"), decimals: 2), statements: [], variables: variables,
                registers: registers, examples: [])
        }
        return [
            FormulaIndicator(
                described("share", [TestPlugin.part, TestPlugin.whole]),
                formula: .share(TestPlugin.part, of: TestPlugin.whole)),
            FormulaIndicator(
                described("sales", [TestPlugin.sales, .residentPopulation]),
                formula: .rate(TestPlugin.sales, of: .residentPopulation)),
            FormulaIndicator(described("rate", [TestPlugin.rate]), formula: .variable(TestPlugin.rate)),
            RegisterIndicator(described("prizes", [], [TestPlugin.register])),
        ]
    }
}
