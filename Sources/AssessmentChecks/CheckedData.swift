internal import AssessmentCore

/// The data that are checked, as rules ask for them.
struct CheckedData {
    let specification: Specification
    let catalogue: Catalogue
    let data: CollectedData
    let panel: Panel
    let peerGroupOfUnit: [Int]
    /// The variables in use, in the order of the framework.
    let variables: [Variable]
    /// The formulas of the indicators in use.
    let formulas: [Formula]
    private let nodes: [String: [FrameworkNode]]
    private let positions: ObservationPositions

    init(
        _ specification: Specification, _ catalogue: Catalogue, _ data: CollectedData, panel: Panel,
        peerGroupOfUnit: [Int]
    ) {
        self.specification = specification
        self.catalogue = catalogue
        self.data = data
        self.panel = panel
        self.peerGroupOfUnit = peerGroupOfUnit
        var variables: [Variable] = []
        var nodes: [String: [FrameworkNode]] = [:]
        var formulas: [Formula] = []
        for node in specification.framework.subtree {
            guard let use = node.measure, let indicator = catalogue.indicators[use.indicator] else { continue }
            for variable in indicator.description.variables where data.variables[variable.id] != nil {
                if nodes[variable.id] == nil { variables.append(variable) }
                nodes[variable.id, default: []].append(node)
            }
            if let formula = (indicator as? FormulaIndicator)?.formula { formulas.append(formula) }
        }
        self.variables = variables
        self.nodes = nodes
        self.formulas = formulas
        positions = ObservationPositions(data.observations)
    }

    var period: Period { specification.period }

    /// The day on which units and registers are reviewed.
    var reviewDay: CalendarDate? { specification.units.inForceOn ?? period.lastDay }

    /// The rows of the assessed period.
    var assessedRows: Range<Int> {
        panel.periods.firstIndex(of: period).map { panel.rows(ofPeriodAt: $0) } ?? 0..<0
    }

    /// The rows of the assessed period, by peer group.
    var groups: [[Int]] {
        let count = (peerGroupOfUnit.max() ?? -1) + 1
        return (0..<count).map { group in
            assessedRows.filter { peerGroupOfUnit[$0 % panel.units.count] == group }
        }
    }

    /// The value of a variable in a row.
    func value(_ variable: Variable, _ row: Int) -> Double? { data.variables[variable.id]?.column[row] }

    /// The cells that the value of a variable in a row was read from.
    func origins(_ variable: String, _ row: Int) -> [Origin] {
        (data.variables[variable]?.observations[row] ?? []).map { data.observations[$0].origin }
    }

    /// The observation of a variable for a unit, assessed or not.
    func observation(_ variable: Variable, _ unit: String, _ period: Period) -> Observation? {
        positions[variable.id, unit, period].map { data.observations[$0] }
    }

    /// Whether some node that reads a variable assesses a unit.
    func isAsked(_ variable: Variable, of unit: AssessedUnit) -> Bool {
        (nodes[variable.id] ?? []).contains { $0.applies(to: unit) }
    }

    /// The row of the year before, where values of a variable can be compared with it.
    func rowBefore(_ row: Int, of variable: Variable) -> Int? {
        let period = panel.period(ofRow: row)
        let isBroken = specification.seriesBreaks.contains { $0.variable == variable.id && $0.from == period }
        return isBroken ? nil : panel.row(row, yearsBefore: 1)
    }

    /// Whether values are shares, indices or averages, which no sum can be formed of.
    func isRate(_ variable: Variable) -> Bool {
        variable.carrying == .missing || variable.unitOfMeasure.isRate
    }

    /// What values of a variable are compared per: what an indicator in use divides it by, else the residents.
    func denominator(of variable: Variable) -> Variable? {
        if isRate(variable) { return nil }
        for formula in formulas {
            guard let id = formula.denominator(of: variable.id), id != variable.id else { continue }
            if let found = catalogue.variables[id] ?? variables.first(where: { $0.id == id }) { return found }
        }
        let residents = Variable.residentPopulation
        guard variable.id != residents.id, variables.contains(where: { $0.id == residents.id }) else { return nil }
        return residents
    }

    /// The department that reports some variables.
    func department(_ variables: [Variable]) -> BilingualText {
        var names: [BilingualText] = []
        for name in variables.map(\.reportedBy) where !name.zh.isEmpty && !names.contains(name) { names.append(name) }
        if names.isEmpty { return BilingualText(zh: "填报单位", en: "Whoever reports it") }
        return BilingualText(
            zh: names.map(\.zh).joined(separator: "、"), en: names.map(\.en).joined(separator: ", "))
    }

    func finding(
        _ rule: AppliedRule, _ variable: Variable, period: Period? = nil, remark: BilingualText? = nil,
        _ cases: [CheckFinding.Case]
    ) -> [CheckFinding] {
        guard !cases.isEmpty else { return [] }
        return [
            CheckFinding(
                check: rule.rule.id, rule: rule.rule.id, name: rule.rule.name, severity: rule.severity,
                variables: [variable.id], period: period, subject: variable.name, remark: remark,
                question: rule.rule.question, askedOf: department([variable]), cases: cases)
        ]
    }
}

extension Formula {
    /// The input that an input is divided by somewhere in the formula.
    func denominator(of id: String) -> String? {
        switch self {
        case .apply(.divide, let arguments) where arguments.count == 2:
            if case .input(let above) = arguments[0], case .input(let below) = arguments[1], above == id {
                return below
            }
            return arguments.lazy.compactMap { $0.denominator(of: id) }.first
        case .apply(_, let arguments): return arguments.lazy.compactMap { $0.denominator(of: id) }.first
        case .lag(let body, _), .ofUnit(_, let body), .statistic(_, let body), .overUnits(_, let body),
            .overChildren(_, let body):
            return body.denominator(of: id)
        case .number, .input: return nil
        }
    }
}
