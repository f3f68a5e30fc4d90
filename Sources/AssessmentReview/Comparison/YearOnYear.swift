public import AssessmentCore

/// How the scores and ranks of units changed from one year to another, split into what brought the change about.
///
/// A total is a function of four things: the method, the boundaries, the unit's own data and those of its peers. Each of the
/// sixteen mixtures of the two years is computed; the contribution of a factor is its Shapley value, so that the
/// contributions add up to the change of the score, and to the places gained.
public struct YearOnYear: Sendable {
    /// What brings a change about.
    public enum Factor: String, Sendable, Hashable, CaseIterable {
        /// The framework, weights, rules, parameters and targets of the year.
        case method
        /// Which units are in force, their levels, classes and peer groups.
        case boundaries
        /// The unit's own figures, ratings and progress, and the decisions on it.
        case data
        /// The figures of the other units.
        case peers

        /// The factor in words.
        public var name: BilingualText {
            switch self {
            case .method: BilingualText(zh: "方法", en: "method")
            case .boundaries: BilingualText(zh: "区划", en: "boundaries")
            case .data: BilingualText(zh: "自身数据", en: "own data")
            case .peers: BilingualText(zh: "其他单位", en: "peers")
            }
        }
    }

    /// A number in both years, and what each factor contributed to its change.
    public struct Change: Sendable, Hashable {
        /// The number in the earlier year.
        public let before: Double
        /// The number in the later year.
        public let after: Double
        /// What each factor contributed; the sum is the change.
        public let contributions: [Factor: Double]
        /// The change; for ranks the places gained, so that above zero is better.
        public let total: Double
    }

    /// The change of the score of a node.
    public struct NodeChange: Sendable, Hashable {
        /// The node.
        public let node: String
        /// Its name.
        public let name: BilingualText
        /// The change of its score.
        public let change: Change
    }

    /// A unit that both years have.
    public struct Unit: Sendable, Hashable {
        /// Its code.
        public let code: String
        /// Its name in the later year.
        public let name: BilingualText
        /// The name of its peer group in the later year.
        public let group: BilingualText
        /// Where it stood.
        public let before: HistoryLine
        /// Where it stands.
        public let after: HistoryLine
        /// The change of the total; nothing where one of the sixteen mixtures gives none.
        public let score: Change?
        /// The places gained in the peer group; contributions may be parts of a place.
        public let rank: Change?
        /// The changes of the nodes directly below the root that both frameworks have.
        public let nodes: [NodeChange]
        /// Why there is no decomposition; nothing where there is one.
        public let absence: BilingualText?
    }

    /// A unit of only one of the years.
    public struct UnpairedUnit: Sendable, Hashable {
        /// Its code.
        public let code: String
        /// Its name.
        public let name: BilingualText
        /// Whether it is of the earlier year.
        public let isBefore: Bool
        /// The codes of what took its place, or of what it took the place of.
        public let counterparts: [String]
        /// Where it stood or stands.
        public let line: HistoryLine
    }

    /// The earlier year.
    public let from: Period
    /// The later year.
    public let to: Period
    /// The title of the later assessment.
    public let title: BilingualText
    /// Whether both years are of one specification: framework and boundaries are then the same, and the method differs by
    /// the targets and parameters of the year alone.
    public let isOneSpecification: Bool
    /// The units that both years have, in listed order.
    public let units: [Unit]
    /// The units that only one of them has.
    public let unpaired: [UnpairedUnit]
    /// What differs between the frameworks and their methods.
    public let framework: [FrameworkChange]
    /// The number of decimals that the total is published with.
    public let decimals: Int

    /// How the decomposition is made, for whoever reads it.
    public static let statement = BilingualText(
        zh: "分解方法：总分与名次对“方法、区划、自身数据、其他单位数据”四个因素按两年的16种组合逐一重算，各因素的贡献取Shapley值"
            + "（Shapley 1953；Shorrocks 2013），相加恰等于变化；名次的贡献可为小数，正数表示名次上升。",
        en:
            "Decomposition: total and rank are computed for the 16 mixtures of the two years in method, boundaries, own data and "
            + "the data of the others; a contribution is the factor’s Shapley value (Shapley 1953, Shorrocks 2013), and they add "
            + "up to the change. Contributions to a rank may be parts of a place; above zero is a gain.")
}

/// Where a unit stands in one year of its history.
public struct HistoryLine: Sendable, Hashable {
    /// The period.
    public let period: Period
    /// The total; nothing where there is none.
    public let total: Double?
    /// Why there is none.
    public let reason: Reason?
    /// The rank in the peer group.
    public let rank: Int?
    /// The number of ranked units of the peer group.
    public let of: Int?
    /// The grade.
    public let grade: BilingualText?
}

extension CompletedAssessment {
    /// A line a period for the history of a unit, earliest first, as the ledger has it.
    ///
    /// - Parameter code: the code of an assessed unit; there are no lines for another one.
    public func historyLines(of code: String) -> [HistoryLine] {
        ledger.panel.periods.compactMap { period in
            ledger.panel.row(unit: code, period: period).map { historyLine(row: $0) }
        }
    }

    /// Where the unit of a row stands.
    func historyLine(row: Int) -> HistoryLine {
        let root = specification.framework.id
        let scores = ledger.scores(of: root)
        let rank = ledger.rank(of: root, row: row)
        return HistoryLine(
            period: ledger.panel.period(ofRow: row), total: scores?[row], reason: scores?.reasons[row],
            rank: rank?.rank,
            of: rank?.of, grade: ledger.grade(of: root, row: row)?.name)
    }
}
