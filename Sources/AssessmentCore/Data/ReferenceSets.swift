/// The rows that a row is compared with when a method takes a statistic, in the terms of a specification.
public struct ReferenceScope: Sendable, Hashable {
    /// Which units are compared.
    public enum Units: Sendable, Hashable {
        /// Every unit.
        case all
        /// The units of the same peer group.
        case peerGroup
        /// The units that have the same text in a column of the file of units.
        case group(String)
    }

    /// Which periods are compared.
    public enum Periods: Sendable, Hashable {
        /// Every period.
        case all
        /// The same period.
        case same
        /// One period for all, such as a base year.
        case only(Period)
    }

    /// Which units are compared.
    public var units: Units
    /// Which periods are compared.
    public var periods: Periods

    /// Creates a scope.
    public init(_ units: Units, _ periods: Periods) {
        self.units = units
        self.periods = periods
    }

    /// Every unit in every period.
    public static let allRows = ReferenceScope(.all, .all)
    /// Every unit in the same period.
    public static let period = ReferenceScope(.all, .same)
    /// The units of the same peer group in every period.
    public static let peerGroup = ReferenceScope(.peerGroup, .all)
    /// The units of the same peer group in the same period.
    public static let peerGroupAndPeriod = ReferenceScope(.peerGroup, .same)

    /// Reads a scope as a specification writes it: `all_rows`, `period`, `peer_group`, `peer_group_and_period`, a year,
    /// the name of a grouping of units, or that with `_and_period`.
    ///
    /// - Parameters:
    ///   - text: the scope.
    ///   - groupings: the groupings that units have.
    public init?(_ text: String, groupings: [String]) {
        switch text {
        case "all_rows": self = .allRows
        case "period": self = .period
        case "peer_group": self = .peerGroup
        case "peer_group_and_period": self = .peerGroupAndPeriod
        default:
            let suffix = "_and_period"
            if groupings.contains(text) {
                self.init(.group(text), .all)
            } else if text.hasSuffix(suffix), groupings.contains(String(text.dropLast(suffix.count))) {
                self.init(.group(String(text.dropLast(suffix.count))), .same)
            } else if let year = Period(text) {
                self.init(.all, .only(year))
            } else {
                return nil
            }
        }
    }

    /// The scope as a specification writes it.
    public var text: String {
        let group: String? =
            switch units {
            case .all: nil
            case .peerGroup: "peer_group"
            case .group(let name): name
            }
        return switch periods {
        case .all: group ?? "all_rows"
        case .same: group.map { $0 + "_and_period" } ?? "period"
        case .only(let period): (group.map { $0 + "_" } ?? "") + period.description
        }
    }

    /// The words by which a specification names a scope, apart from years.
    public static func words(groupings: [String]) -> [String] {
        ["all_rows", "period", "peer_group", "peer_group_and_period"]
            + groupings.flatMap { [$0, $0 + "_and_period"] }
    }

    /// The scope in words.
    public var name: BilingualText {
        switch (units, periods) {
        case (.all, .all): BilingualText(zh: "全部单位与时期", en: "all units and periods")
        case (.all, .same): BilingualText(zh: "同期全部单位", en: "all units of the period")
        case (.peerGroup, .all): BilingualText(zh: "同组各时期", en: "the peer group in all periods")
        case (.peerGroup, .same): BilingualText(zh: "同组同期", en: "the peer group in the period")
        case (.group(let name), .all):
            BilingualText(zh: "“\(name)”相同的单位，各时期", en: "the units of the same \(name) in all periods")
        case (.group(let name), .same):
            BilingualText(zh: "“\(name)”相同的单位，同期", en: "the units of the same \(name) in the period")
        case (.all, .only(let period)): BilingualText(zh: "\(period)年全部单位", en: "all units in \(period)")
        case (.peerGroup, .only(let period)):
            BilingualText(zh: "\(period)年同组单位", en: "the peer group in \(period)")
        case (.group(let name), .only(let period)):
            BilingualText(zh: "“\(name)”相同的单位，\(period)年", en: "the units of the same \(name) in \(period)")
        }
    }
}

/// The sets of rows that statistics are taken over, and the set that each row is compared with.
public struct ReferenceSets: Sendable {
    /// The scope that the sets follow.
    public let scope: ReferenceScope
    /// The set that each row is compared with.
    public let setOfRow: [Int]
    /// The rows that each set consists of, in order. Where one period serves for all, rows of others belong to none.
    public let members: [[Int]]

    /// The number of sets.
    public var count: Int { members.count }

    /// Creates the sets of a panel.
    ///
    /// - Parameters:
    ///   - scope: the scope that the sets follow.
    ///   - panel: the rows.
    ///   - peerGroupOfUnit: the index of the peer group of each unit of the panel.
    public init(_ scope: ReferenceScope, panel: Panel, peerGroupOfUnit: [Int]) {
        self.scope = scope
        let groupOfUnit: [Int] =
            switch scope.units {
            case .all: [Int](repeating: 0, count: panel.units.count)
            case .peerGroup: peerGroupOfUnit
            case .group(let name): ReferenceSets.indices(of: panel.units.map { $0.groups[name] ?? "" })
            }
        let groups = (groupOfUnit.max() ?? 0) + 1
        let units = panel.units.count
        let setOfRow = (0..<panel.rowCount).map { row in
            (scope.periods == .same ? row / units * groups : 0) + groupOfUnit[row % units]
        }
        var members = [[Int]](repeating: [], count: groups * (scope.periods == .same ? panel.periods.count : 1))
        for (row, set) in setOfRow.enumerated() {
            if case .only(let period) = scope.periods, panel.period(ofRow: row) != period { continue }
            members[set].append(row)
        }
        self.setOfRow = setOfRow
        self.members = members
    }

    /// Creates sets that are known already.
    ///
    /// - Parameters:
    ///   - scope: the scope that the sets follow.
    ///   - setOfRow: the set that each row is compared with, a position in `members`.
    ///   - members: the rows of each set.
    public init(_ scope: ReferenceScope, setOfRow: [Int], members: [[Int]]) {
        self.scope = scope
        self.setOfRow = setOfRow
        self.members = members
    }

    /// The position of each text among the different ones, in order of appearance.
    private static func indices(of texts: [String]) -> [Int] {
        var known: [String: Int] = [:]
        for text in texts where known[text] == nil { known[text] = known.count }
        return texts.map { known[$0] ?? 0 }
    }
}
