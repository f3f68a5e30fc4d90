public import AssessmentCore
internal import AssessmentData

/// A random sample of reported values to be verified on site (双随机): units, items and assessors are drawn from a seed that
/// is published, so that anyone can draw the same again.
///
/// Values are drawn within strata, a peer group and a pillar each: of N values the nearest whole number to share · N, halves
/// up, and at least one. The values of a stratum are put in the ascending order of the SHA-256 of
/// `seed|group|pillar|unit|variable` in UTF-8, in lower-case hexadecimal, and the first are taken. Each drawn unit is visited
/// by the assessors whose `seed|unit|assessor` has the smallest SHA-256 among those who may visit it.
public struct VerificationSample: Sendable {
    /// A reported value that may be drawn.
    public struct Item: Sendable, Hashable {
        /// The peer group of the unit.
        public let group: String
        /// The pillar that uses the variable first.
        public let pillar: String
        /// The code of the unit.
        public let unit: String
        /// The variable.
        public let variable: String
        /// The reported value.
        public let value: Double
        /// Where it was read.
        public let origin: Origin
    }

    /// One who verifies.
    public struct Assessor: Sendable, Hashable {
        /// Who it is.
        public let name: String
        /// The units that the assessor may not visit.
        public let mayNotVisit: Set<String>

        /// Creates an assessor.
        public init(name: String, mayNotVisit: Set<String> = []) {
            self.name = name
            self.mayNotVisit = mayNotVisit
        }
    }

    /// A value that was drawn.
    public struct Draw: Sendable, Hashable {
        /// The value.
        public let item: Item
        /// The digest that put it where it stands in its stratum.
        public let digest: String
        /// Those who visit its unit.
        public let assessors: [String]
    }

    /// How many values a stratum has, and how many were drawn.
    public struct Stratum: Sendable, Hashable {
        /// The peer group.
        public let group: String
        /// The pillar.
        public let pillar: String
        /// How many values there are.
        public let size: Int
        /// How many were drawn.
        public let drawn: Int
    }

    /// A pillar in a peer group of which nothing was drawn, since it has no reported values.
    public struct Unsampled: Sendable, Hashable {
        /// The peer group.
        public let group: String
        /// The pillar.
        public let pillar: String
        /// The registers whose entries it counts; none where it uses values that nobody reported.
        public let registers: [String]
    }

    /// The revision of the collection that the values were taken from; nothing where there is no collection.
    public let revision: Int?
    /// The seed.
    public let seed: String
    /// The share that is drawn of each stratum.
    public let share: Double
    /// The strata, in the order of peer groups and pillars.
    public let strata: [Stratum]
    /// What was drawn, stratum by stratum, in the order of digests.
    public let draws: [Draw]
    /// The units for which there are fewer assessors who may visit them than were asked for.
    public let understaffed: [String]
    /// The pillars of which nothing was drawn, by peer groups: entries of registers are not sampled.
    public let unsampled: [Unsampled]

    /// Draws a sample.
    ///
    /// - Parameters:
    ///   - items: the values that may be drawn.
    ///   - share: the share of each stratum, above 0 and up to 1.
    ///   - seed: the seed, as it is published.
    ///   - assessors: those who may be drawn.
    ///   - team: how many visit a unit.
    ///   - revision: the revision of the collection that the values were taken from.
    ///   - unsampled: the pillars without reported values.
    public init(
        of items: [Item], share: Double, seed: String, assessors: [Assessor], team: Int, revision: Int? = nil,
        unsampled: [Unsampled] = []
    ) {
        self.revision = revision
        self.unsampled = unsampled
        self.seed = seed
        self.share = share
        var (order, held): ([[String]], [[String]: [Item]]) = ([], [:])
        for item in items {
            let key = [item.group, item.pillar]
            if held[key] == nil { order.append(key) }
            held[key, default: []].append(item)
        }
        var strata: [Stratum] = []
        var drawn: [(item: Item, digest: String)] = []
        for key in order {
            let items = held[key] ?? []
            // A share is a decimal number, of which the binary one may be a little less: 29 % of 50 is 14.5.
            let exact = share * Double(items.count)
            let count = min(items.count, max(1, Int((exact + 0.5 + 1e-9).rounded(.down))))
            let ranked = items.map { item in
                (
                    item: item,
                    digest: VerificationSample.digest([seed, item.group, item.pillar, item.unit, item.variable])
                )
            }.sorted { $0.digest < $1.digest }
            drawn += ranked.prefix(count)
            strata.append(Stratum(group: key[0], pillar: key[1], size: items.count, drawn: count))
        }
        var teams: [String: [String]] = [:]
        for unit in Set(drawn.map(\.item.unit)) {
            let able = assessors.filter { !$0.mayNotVisit.contains(unit) }.map { assessor in
                (assessor.name, digest: VerificationSample.digest([seed, unit, assessor.name]))
            }
            teams[unit] = able.sorted { $0.digest < $1.digest }.prefix(team).map(\.0)
        }
        self.strata = strata
        draws = drawn.map { Draw(item: $0.item, digest: $0.digest, assessors: teams[$0.item.unit] ?? []) }
        understaffed = assessors.isEmpty ? [] : teams.filter { $0.value.count < team }.keys.sorted()
    }

    /// The digest by which something is put in order.
    static func digest(_ parts: [String]) -> String { sha256(Array(parts.joined(separator: "|").utf8)) }
}

extension VerificationSample {
    /// The values that an assessment may have verified: those of the assessed period and units that the framework uses, in
    /// the order of units and variables.
    public static func items(
        of specification: Specification, _ catalogue: Catalogue, _ data: CollectedData
    ) -> [Item] {
        let pillars = pillars(of: specification, catalogue)
        let groups = groups(of: specification, data)
        let items = data.observations.compactMap { observation -> Item? in
            guard observation.period == specification.period, let value = observation.value,
                let group = groups[observation.unit], let pillar = pillars[observation.variable]
            else { return nil }
            return Item(
                group: group, pillar: pillar, unit: observation.unit, variable: observation.variable, value: value,
                origin: observation.origin)
        }
        return items.sorted {
            ($0.group, $0.pillar, $0.unit, $0.variable) < ($1.group, $1.pillar, $1.unit, $1.variable)
        }
    }

    /// The pillars of each peer group in which none of these values lies.
    ///
    /// - Parameter items: the values that may be drawn.
    public static func unsampled(
        of specification: Specification, _ catalogue: Catalogue, _ data: CollectedData, besides items: [Item]
    ) -> [Unsampled] {
        let sampled = Set(items.map { [$0.group, $0.pillar] })
        let variables = Set(pillars(of: specification, catalogue).values)
        let pillars = specification.framework.children.map { pillar in
            let uses = pillar.subtree.compactMap { $0.measure.flatMap { catalogue.indicators[$0.indicator] } }
            return (id: pillar.id, registers: Set(uses.flatMap { $0.description.registers.map(\.id) }).sorted())
        }
        return Set(groups(of: specification, data).values).sorted().flatMap { group in
            pillars.filter { !sampled.contains([group, $0.id]) }.map { pillar in
                Unsampled(
                    group: group, pillar: pillar.id, registers: variables.contains(pillar.id) ? [] : pillar.registers)
            }
        }
    }

    /// The pillar that uses each variable first.
    private static func pillars(of specification: Specification, _ catalogue: Catalogue) -> [String: String] {
        var pillars: [String: String] = [:]
        for pillar in specification.framework.children {
            for node in pillar.subtree {
                guard let use = node.measure, let indicator = catalogue.indicators[use.indicator] else { continue }
                for variable in indicator.description.variables where pillars[variable.id] == nil {
                    pillars[variable.id] = pillar.id
                }
            }
        }
        return pillars
    }

    /// The peer group of each unit that is in force.
    private static func groups(of specification: Specification, _ data: CollectedData) -> [String: String] {
        let units = data.units.inForce(on: specification.units.inForceOn, levels: specification.units.levels)
        return Dictionary(
            units.map { unit in
                (unit.code, specification.rankedGroups.first { $0.contains(unit) }?.id ?? PeerGroup.everyone.id)
            }, uniquingKeysWith: { first, _ in first })
    }
}
