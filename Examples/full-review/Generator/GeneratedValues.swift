import AssessmentCore

/// The values of every variable: for each territory and year, and added up for each city.
struct GeneratedValues {
    /// The years that are generated.
    static let years = [2018, 2019, 2020].map { Period(year: $0) }
    /// How much further everybody is each year, as a share of the way from worst to best.
    private static let progress = [-0.1, 0.03, 0.16]

    private let territories: Territories
    private let variables: [String: Variable]
    private let rules: [String: VariableRule]
    private var drawn: [String: [String: [Double?]]] = [:]

    /// Draws every variable that has a rule.
    ///
    /// - Throws: ``GeneratorError`` where a variable and the rules do not fit together.
    init(_ territories: Territories, variables: [String: Variable], rules: [VariableRule]) throws {
        try RuleCheck.check(rules, variables: Set(variables.keys))
        self.territories = territories
        self.variables = variables
        self.rules = Dictionary(rules.map { ($0.variable, $0) }, uniquingKeysWith: { first, _ in first })
        for rule in rules { draw(rule) }
    }

    /// The value of a city or a territory in a year; nothing where the variable does not exist.
    func value(_ variable: String, _ code: String, year: Int) -> Double? {
        drawn[variable]?[code]?[year] ?? nil
    }

    private mutating func draw(_ rule: VariableRule) {
        guard drawn[rule.variable] == nil, let variable = variables[rule.variable] else { return }
        if let whole = rule.whole.flatMap({ rules[$0] }) { draw(whole) }
        var values: [String: [Double?]] = [:]
        for city in territories.cities {
            let own = territories.all.filter { $0.city == city.code }
            if rule.citiesOnly {
                let unit = Territories.Territory(
                    code: city.code, city: city.code, kind: city.kind, isWithoutVillages: false, residents: 0,
                    quality: 0.15 + 0.7 * (territories.qualityOfCity[city.code] ?? 0.5))
                values[city.code] = series(rule, variable, unit)
                continue
            }
            for territory in own { values[territory.code] = series(rule, variable, territory) }
            values[city.code] = GeneratedValues.years.indices.map { year in
                combined(own.map(\.code), of: variable, year: year) { values[$0]?[year] ?? nil }
            }
        }
        drawn[rule.variable] = values
    }

    /// The value of several territories together: the sum, or for rates the mean by residents.
    func combined(_ codes: [String], of variable: Variable, year: Int, value: (String) -> Double?) -> Double? {
        let present = codes.compactMap { code in value(code).map { (code: code, value: $0) } }
        guard !present.isEmpty else { return nil }
        guard variable.carrying == .missing else { return present.reduce(0) { $0 + $1.value } }
        let residents = present.map { self.value("resident_population", $0.code, year: year) ?? 1 }
        let sum = zip(present, residents).reduce(0) { $0 + $1.0.value * $1.1 }
        return DecimalRounding.round(sum / residents.reduce(0, +), decimals: variable.unitOfMeasure.decimals)
    }

    private func series(_ rule: VariableRule, _ variable: Variable, _ place: Territories.Territory) -> [Double?] {
        let draws = territories.draws
        if case .only(let code) = rule.place, code != place.code {
            return GeneratedValues.years.map { _ in nil }
        }
        if draws.fraction("absent", rule.variable, place.code) < rule.absentIn {
            return GeneratedValues.years.map { _ in nil }
        }
        return GeneratedValues.years.indices.map { year in
            if rule.place == .rural, place.isWithoutVillages { return 0 }
            if let begins = rule.begins, GeneratedValues.years[year] < begins { return 0 }
            guard let value = value(rule, place, year) else { return nil }
            let rounded = DecimalRounding.round(value, decimals: variable.unitOfMeasure.decimals)
            // A small unit has at least one of what there is everywhere.
            guard case .stock = rule.kind else { return rounded }
            return max(rounded, variable.unitOfMeasure.decimals == 0 ? 1 : 0.01)
        }
    }

    private func value(_ rule: VariableRule, _ place: Territories.Territory, _ year: Int) -> Double? {
        let whole = rule.whole.flatMap { value($0, place.code, year: year) }
        let far = position(rule, place, year)
        switch rule.kind {
        case .stock(let range): return residents(place, year) * within(range, steady(rule, place))
        case .effort(let range): return residents(place, year) * within(range, far)
        case .portion(_, let range): return whole.map { $0 * within(range, steady(rule, place)) }
        case .part(_, let range):
            return whole.map { range.upperBound > 1 ? $0 * within(range, far) : min($0, $0 * within(range, far)) }
        case .falling(_, let range): return whole.map { $0 * within(range, 1 - far) }
        case .growing(let start, let growth):
            let first = residents(place, 0) * within(start, 0.5 * place.quality + 0.5 * steady(rule, place))
            return (0..<year).reduce(first) { amount, passed in
                let luck = territories.draws.fraction("growth", rule.variable, place.code, "\(passed)")
                return amount * (1 + within(growth, 0.6 * place.quality + 0.4 * luck))
            }
        case .level(let range): return within(range, far)
        case .one: return 1
        }
    }

    private func within(_ range: ClosedRange<Double>, _ share: Double) -> Double {
        range.lowerBound + (range.upperBound - range.lowerBound) * min(1, max(0, share))
    }

    /// The residents of a territory or city, which fall or grow a little.
    private func residents(_ place: Territories.Territory, _ year: Int) -> Double {
        if place.residents == 0 { return value("resident_population", place.code, year: year) ?? 0 }
        let growth = territories.draws.number(in: -0.004...0.012, "growth of residents", place.code)
        return place.residents * (1 + growth * Double(year))
    }

    /// A share that belongs to a unit and a variable and does not change.
    private func steady(_ rule: VariableRule, _ place: Territories.Territory) -> Double {
        territories.draws.fraction("steady", rule.variable, place.code)
    }

    /// How far a unit has come with a variable, from 0 at worst to 1 at best.
    private func position(_ rule: VariableRule, _ place: Territories.Territory, _ year: Int) -> Double {
        let draws = territories.draws
        let own = draws.fraction("own", rule.variable, place.code)
        let ofCity = draws.fraction("city", rule.variable, place.city)
        let wobble = draws.number(in: -0.025...0.025, "wobble", rule.variable, place.code, "\(year)")
        return 0.6 * place.quality + 0.2 * own + 0.2 * ofCity + GeneratedValues.progress[year] + wobble
    }
}
