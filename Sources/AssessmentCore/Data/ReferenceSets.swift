/// The rows that each row is compared with when a method takes a statistic.
public struct ReferenceSets: Sendable {
    /// What is put together in one set.
    public enum Scope: String, Sendable, Hashable, CaseIterable {
        /// Every unit in every period.
        case allRows = "all_rows"
        /// Every unit in the same period.
        case period
        /// The units of the same peer group in every period.
        case peerGroup = "peer_group"
        /// The units of the same peer group in the same period.
        case peerGroupAndPeriod = "peer_group_and_period"

        /// The scope in words.
        public var name: BilingualText {
            switch self {
            case .allRows: BilingualText(zh: "全部单位与时期", en: "all units and periods")
            case .period: BilingualText(zh: "同期全部单位", en: "all units of the period")
            case .peerGroup: BilingualText(zh: "同组各时期", en: "the peer group in all periods")
            case .peerGroupAndPeriod: BilingualText(zh: "同组同期", en: "the peer group in the period")
            }
        }
    }

    /// The scope that the sets follow.
    public let scope: Scope
    /// The set of each row.
    public let setOfRow: [Int]
    /// The number of sets.
    public let count: Int

    /// Creates the sets of a panel.
    ///
    /// - Parameter peerGroupOfUnit: the index of the peer group of each unit of the panel.
    public init(_ scope: Scope, panel: Panel, peerGroupOfUnit: [Int]) {
        self.scope = scope
        let groups = (peerGroupOfUnit.max() ?? 0) + 1
        let units = panel.units.count
        setOfRow = (0..<panel.rowCount).map { row in
            let (period, group) = (row / units, peerGroupOfUnit[row % units])
            return switch scope {
            case .allRows: 0
            case .period: period
            case .peerGroup: group
            case .peerGroupAndPeriod: period * groups + group
            }
        }
        count =
            switch scope {
            case .allRows: 1
            case .period: panel.periods.count
            case .peerGroup: groups
            case .peerGroupAndPeriod: panel.periods.count * groups
            }
    }
}
