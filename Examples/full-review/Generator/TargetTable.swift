import AssessmentCore

/// How the targets of an indicator are set.
struct TargetRule {
    enum Kind {
        /// The same for all, by year.
        case steps([Int: Double])
        /// By level or kind of unit; what comes later in the list goes before.
        case classes([(unitClass: String, target: Double)])
        /// A number of the province by year, shared out by residents: to cities, and within each to its counties.
        case quota([Int: Int], toCounties: Bool)
        /// The value of the first year, raised by so much a year.
        case path(of: String, growth: Double)
        /// For some cities by year; zero, and so not assessed, for all others.
        case cities([Int: [String: Double]])
    }

    let indicator: String
    let kind: Kind

    init(_ indicator: String, _ kind: Kind) {
        self.indicator = indicator
        self.kind = kind
    }

    /// Every rule. Numbers of the province are those of 皖政〔2018〕20号; how they are shared out is generated.
    static let all = [
        TargetRule("life.community_services", .steps([2018: 50, 2019: 65, 2020: 80])),
        TargetRule("life.online_education", .steps([2018: 60, 2019: 70, 2020: 85])),
        TargetRule("life.rural_e_commerce", .classes([("city", 95), ("county", 95), ("district", 90)])),
        TargetRule("production.enterprise_ecommerce", .classes([("city", 16), ("county", 15), ("district", 18)])),
        TargetRule("production.cloud_adoption", .steps([2018: 40, 2019: 55, 2020: 70])),
        TargetRule("production.makerspaces", .quota([2018: 20, 2019: 35, 2020: 50], toCounties: false)),
        TargetRule("production.shared_workshops", .quota([2018: 5, 2019: 25, 2020: 50], toCounties: false)),
        TargetRule(
            "production.software_parks",
            .cities([
                2018: ["340100": 1], 2019: ["340100": 1, "340200": 1],
                2020: ["340100": 2, "340200": 1, "340300": 1, "340500": 1],
            ])),
        TargetRule("public.real_time_bus", .steps([2018: 60, 2019: 75, 2020: 90])),
        TargetRule("public.smart_schools", .classes([("city", 48), ("county", 46), ("district", 52)])),
        TargetRule("product.innovative_products", .quota([2018: 260, 2019: 480, 2020: 700], toCounties: true)),
        TargetRule("product.innovation_bases", .quota([2018: 4, 2019: 8, 2020: 12], toCounties: false)),
        TargetRule("foundation.consumption_scale", .path(of: "information_consumption", growth: 16)),
        TargetRule("foundation.narrowband_iot", .quota([2018: 1300, 2019: 2400, 2020: 4000], toCounties: true)),
        TargetRule("foundation.commercial_5g", .steps([2018: 0, 2019: 20, 2020: 80])),
    ]
}

/// The targets of the units in force on the last day.
struct TargetTable {
    private struct Line {
        let unit: String
        let unitClass: String
        let year: Int?
        let target: Double
    }

    private var lines: [(indicator: String, lines: [Line])] = []

    init(_ rules: [TargetRule], _ territories: Territories, _ values: GeneratedValues) {
        let counties = Dictionary(grouping: territories.all) { $0.city }
        for rule in rules {
            var own: [Line] = []
            switch rule.kind {
            case .steps(let steps):
                own = steps.sorted { $0.key < $1.key }.map {
                    Line(unit: "", unitClass: "", year: $0.key, target: $0.value)
                }
            case .classes(let classes):
                own = classes.map { Line(unit: "", unitClass: $0.unitClass, year: nil, target: $0.target) }
            case .quota(let totals, let toCounties):
                for (year, total) in totals.sorted(by: { $0.key < $1.key }) {
                    let residents = territories.cities.map {
                        values.value("resident_population", $0.code, year: 2) ?? 0
                    }
                    for (city, share) in zip(territories.cities, apportioned(total, by: residents)) {
                        own.append(Line(unit: city.code, unitClass: "", year: year, target: Double(share)))
                        let parts = toCounties ? counties[city.code, default: []] : []
                        let merged = Dictionary(grouping: parts) { territories.finalCode($0) }.sorted {
                            $0.key < $1.key
                        }
                        let weights = merged.map { $0.value.reduce(0) { $0 + $1.residents } }
                        for (county, part) in zip(merged, apportioned(share, by: weights)) {
                            own.append(Line(unit: county.key, unitClass: "", year: year, target: Double(part)))
                        }
                    }
                }
            case .path(let variable, let growth):
                for unit in territories.unitsAtEnd {
                    let first = territories.total(unit) { values.value(variable, $0, year: 0) }
                    for (index, year) in GeneratedValues.years.enumerated() {
                        let target = (0..<index).reduce(first) { amount, _ in amount * (1 + growth / 100) }
                        own.append(
                            Line(
                                unit: unit.code, unitClass: "", year: year.year,
                                target: DecimalRounding.round(target, decimals: 2)))
                    }
                }
            case .cities(let years):
                own = [Line(unit: "", unitClass: "", year: nil, target: 0)]
                for (year, targets) in years.sorted(by: { $0.key < $1.key }) {
                    own += targets.sorted { $0.key < $1.key }
                        .map { Line(unit: $0.key, unitClass: "", year: year, target: $0.value) }
                }
            }
            lines.append((rule.indicator, own))
        }
    }

    /// The target of a unit that is named, and 0 where none is.
    func number(_ indicator: String, _ unit: String, year: Int) -> Double {
        lines.first { $0.indicator == indicator }?.lines.last { $0.unit == unit && $0.year == year }?.target ?? 0
    }

    func table(source: String) -> OutputTable {
        var table = OutputTable(
            "targets.csv", columns: ["indicator", "unit", "class", "period", "target"], source: source)
        for (indicator, lines) in lines {
            for line in lines {
                table.append([
                    indicator, line.unit, line.unitClass, line.year.map(String.init) ?? "",
                    OutputTable.number(line.target, decimals: 2),
                ])
            }
        }
        return table
    }
}

/// Shares a whole number out by weights, with the largest remainders rounded up.
func apportioned(_ total: Int, by weights: [Double]) -> [Int] {
    let sum = weights.reduce(0, +)
    guard sum > 0 else { return weights.map { _ in 0 } }
    let exact = weights.map { Double(total) * $0 / sum }
    var shares = exact.map { Int($0) }
    let order = exact.indices.sorted {
        (exact[$1] - exact[$1].rounded(.down), $0) < (exact[$0] - exact[$0].rounded(.down), $1)
    }
    for index in order.prefix(total - shares.reduce(0, +)) { shares[index] += 1 }
    return shares
}
