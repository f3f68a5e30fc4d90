import AssessmentCore

/// The smallest areas that values are drawn for: county-level units as they were before any change of the period.
///
/// A unit that took the place of others is made of theirs, so that figures before and after a change agree.
struct Territories {
    struct Territory {
        /// The code of its first unit.
        let code: String
        /// The code of its city.
        let city: String
        /// The kind of the unit that it ends up in.
        let kind: String
        /// Whether it has no villages.
        let isWithoutVillages: Bool
        /// Residents at the end of the first year, in units of 10,000.
        let residents: Double
        /// How well it does in general, from 0 to 1.
        let quality: Double
    }

    let units: UnitTable
    let draws: Draws
    /// The cities, in listed order.
    let cities: [AssessedUnit]
    /// The territories, in listed order of their first units.
    let all: [Territory]
    /// How well each city does in general, from 0 to 1.
    let qualityOfCity: [String: Double]

    init(_ units: UnitTable, _ draws: Draws) {
        self.units = units
        self.draws = draws
        cities = units.units.filter { $0.level == "city" }
        // Evenly spread in a drawn order, so that any seed gives cities ahead and cities behind.
        let order = draws.shuffled(cities, by: { $0.code }, "quality of cities")
        let qualities = Dictionary(
            uniqueKeysWithValues: order.enumerated().map {
                ($1.code, (Double($0) + draws.fraction("quality", $1.code)) / Double(order.count))
            })
        qualityOfCity = qualities
        all = units.units.filter { $0.level == "county" && units.predecessors(of: $0.code).isEmpty }.map { unit in
            let kind = Territories.last(unit, units).kind
            let city = unit.parent ?? ""
            let residents: ClosedRange<Double> = kind == "district" ? 18...70 : 35...100
            return Territory(
                code: unit.code, city: city, kind: kind,
                isWithoutVillages: kind == "district" && draws.fraction("without villages", unit.code) < 0.4,
                residents: draws.number(in: residents, "residents", unit.code),
                quality: 0.65 * (qualities[city] ?? 0.5) + 0.35 * draws.fraction("quality", unit.code))
        }
    }

    /// The unit that a territory belongs to on a day.
    func unit(of territory: Territory, on day: CalendarDate) -> AssessedUnit? {
        var code: String? = territory.code
        while let current = code, let unit = units[current] {
            if unit.validity.contains(day) { return unit }
            code = unit.successor
        }
        return nil
    }

    private static func last(_ unit: AssessedUnit, _ units: UnitTable) -> AssessedUnit {
        var last = unit
        while let next = last.successor.flatMap({ units[$0] }) { last = next }
        return last
    }
}

extension Territories {
    /// The cities and county-level units in force on the last day, in listed order.
    var unitsAtEnd: [AssessedUnit] {
        GeneratedValues.years.last?.lastDay.map { units.inForce(on: $0, levels: ["city", "county"]) } ?? []
    }

    /// The code of the unit that a territory belongs to on the last day.
    func finalCode(_ territory: Territory) -> String {
        GeneratedValues.years.last?.lastDay.flatMap { unit(of: territory, on: $0)?.code } ?? territory.code
    }

    /// The share of a territory in the residents of the unit that it ends up in.
    func share(of territory: Territory) -> Double {
        let code = finalCode(territory)
        let sum = all.filter { finalCode($0) == code }.reduce(0) { $0 + $1.residents }
        return sum > 0 ? territory.residents / sum : 1
    }

    /// What the territories of a unit add up to.
    func total(_ unit: AssessedUnit, value: (String) -> Double?) -> Double {
        if unit.level == "city" { return value(unit.code) ?? 0 }
        return all.filter { finalCode($0) == unit.code }.reduce(0) { $0 + (value($1.code) ?? 0) }
    }
}
