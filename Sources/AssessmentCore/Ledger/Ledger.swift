/// Every result of a run: one immutable table a node and step, in the order in which they came about.
///
/// Nothing is overwritten, so the ledger is the explanation: a score is followed backwards through its tables to the
/// cells that it was read from.
public struct Ledger: Sendable {
    /// A table: the result of one step at one node.
    public struct Entry: Sendable {
        /// The id of the node.
        public let node: String
        /// The step.
        public let step: Step.Kind
        /// The results, one a row of the panel.
        public let column: Column
        /// The share of the weight behind each score that rests on measured values, from 0 to 1; NaN where nothing
        /// applies. Empty for steps that give no score.
        public let measuredShares: [Double]
        /// How they came about.
        public let detail: Detail

        /// Creates an entry.
        public init(
            node: String, step: Step.Kind, column: Column, measuredShares: [Double] = [], detail: Detail
        ) {
            self.node = node
            self.step = step
            self.column = column
            self.measuredShares = measuredShares
            self.detail = detail
        }
    }

    /// How the results of a step came about.
    public enum Detail: Sendable {
        /// Measured by an indicator on this evidence.
        case measured(indicator: String, evidence: IndicatorMeasurement.Evidence)
        /// Scored by a method; with its closed form, where it has one.
        case evaluated(method: String, parameters: ParameterValues, closedForm: ClosedForm?)
        /// Missing scores resolved; the action of each row that had none.
        case resolved([Int: MissingRule.Action])
        /// Formed from the children, with their weights as the weighting gave them.
        case aggregated(method: String, weighting: String, children: [String], weights: [Double])
        /// Raised by the bonus of children, each with its points.
        case raised(children: [String], points: [Double], nodePoints: Double)
        /// Rounded to so many decimals.
        case rounded(decimals: Int)
        /// Ranked within peer groups; the number of ranked units of the group, by row.
        case ranked(tolerance: Double, groupSizes: [Int])
        /// Graded; the values are the positions of the bands.
        case graded([GradeBand])
    }

    /// The rows.
    public let panel: Panel
    /// The tables in the order of the steps.
    public let entries: [Entry]
    private let positions: [String: [Int]]

    /// Creates a ledger.
    public init(panel: Panel, entries: [Entry]) {
        self.panel = panel
        self.entries = entries
        positions = Dictionary(grouping: entries.indices, by: { entries[$0].node })
    }

    /// The tables of a node, in order.
    public func entries(of node: String) -> [Entry] {
        (positions[node] ?? []).map { entries[$0] }
    }

    /// The last table of a node for a step.
    public func entry(of node: String, _ step: Step.Kind) -> Entry? {
        positions[node]?.last { entries[$0].step == step }.map { entries[$0] }
    }

    /// The column of measured values of a node.
    public func values(of node: String) -> Column? {
        entry(of: node, .measure)?.column
    }

    /// The column of final scores of a node.
    public func scores(of node: String) -> Column? {
        positions[node]?.last { entries[$0].step.givesScore }.map { entries[$0].column }
    }

    /// The rank of a node in a row, with the number of ranked units of the peer group.
    public func rank(of node: String, row: Int) -> (rank: Int, of: Int)? {
        guard let entry = entry(of: node, .rank), case .ranked(_, let sizes) = entry.detail,
            let rank = entry.column[row]
        else { return nil }
        return (Int(rank), sizes[row])
    }

    /// The grade of a node in a row.
    public func grade(of node: String, row: Int) -> GradeBand? {
        guard let entry = entry(of: node, .grade), case .graded(let bands) = entry.detail,
            let position = entry.column[row], bands.indices.contains(Int(position))
        else { return nil }
        return bands[Int(position)]
    }
}
