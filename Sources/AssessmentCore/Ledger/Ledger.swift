/// Every result of a run: one immutable table a node and step, in the order in which they came about.
///
/// Nothing is overwritten, so the ledger is the explanation: a score is followed backwards through its tables to the
/// cells that it was read from.
public struct Ledger: Sendable {
    /// A table: the result of one step at one node.
    ///
    /// It is passed on by reference: it never changes, and is made of many columns.
    public final class Entry: Sendable {
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
        /// The targets that follow from a rule, each with its working as a note.
        case aimed
        /// Left out for having too little data: the share of indicators that each row has, and the share of units that
        /// the indicator has in the period of each row.
        case screened(Screening, unitShares: [Double], indicatorShares: [Double])
        /// Imputed, treated or scored by a method; with its closed form, where it has one, and what is to be said about
        /// the column as a whole.
        case applied(method: String, parameters: ParameterValues, closedForm: ClosedForm?, remarks: [BilingualText])
        /// Computed by a formula over other nodes, in the order in which it reads them.
        case computed(ClosedForm, nodes: [String], weights: WeightTable)
        /// Missing scores resolved; the action of each row that had none.
        case resolved([Int: MissingRule.Action])
        /// Formed from the children, with their weights as the weighting gave them.
        case aggregated(Aggregated)
        /// Raised by the bonus of children, each with its points.
        case raised(children: [String], points: [Double], nodePoints: Double)
        /// Changed by decisions, in the order in which they were applied.
        case adjusted(Adjustment, applied: [Int: [AppliedDecision]])
        /// Rounded to so many decimals.
        case rounded(decimals: Int)
        /// Lit; the values are the positions of the bands.
        case lit(Light)
        /// Ranked within peer groups; the number of ranked units of the group, by row, and the nodes whose scores tell
        /// apart those that are tied.
        case ranked(tolerance: Double, groupSizes: [Int], tieBreaks: [String])
        /// Graded; the values are the positions of the bands.
        case graded([GradeBand])
        /// Grades lowered by a veto; the positions of the decisions on each row.
        case vetoed(Adjustment, [GradeBand], decisions: [Int: [Int]])
        /// Grades lowered for want of places.
        case limited([GradeBand], [QuotaUse])

        /// Whether the results follow from statistics over the units of each year by itself.
        var comparesWithinYears: Bool {
            let form: ClosedForm? =
                switch self {
                case .applied(_, _, let form, _): form
                case .computed(let form, _, _): form
                case .aggregated(let aggregated): aggregated.closedForm
                default: nil
                }
            guard let form, let references = form.references, references.scope.periods == .same else { return false }
            return form.formula.takesStatistics
        }

        /// The grades that the values are positions of, the best first.
        public var gradeBands: [GradeBand]? {
            switch self {
            case .graded(let bands), .vetoed(_, let bands, _), .limited(let bands, _): bands
            default: nil
            }
        }
    }

    /// A decision that was applied to a cell.
    public struct AppliedDecision: Sendable, Hashable {
        /// Its position among the decisions of the data.
        public let decision: Int
        /// The score before it; NaN where there was none.
        public let before: Double
        /// The score after it.
        public let after: Double

        /// Creates it.
        public init(decision: Int, before: Double, after: Double) {
            self.decision = decision
            self.before = before
            self.after = after
        }
    }

    /// How the places of a grade were used in a peer group and period.
    public struct QuotaUse: Sendable, Hashable {
        /// The position of the grade.
        public let band: Int
        /// The position of the peer group.
        public let group: Int
        /// The position of the period.
        public let period: Int
        /// The number of ranked units.
        public let units: Int
        /// The number of places.
        public let places: Int
        /// The number of units that had the grade before.
        public let candidates: Int

        /// Creates it.
        public init(band: Int, group: Int, period: Int, units: Int, places: Int, candidates: Int) {
            self.band = band
            self.group = group
            self.period = period
            self.units = units
            self.places = places
            self.candidates = candidates
        }
    }

    /// How scores were formed from those of children.
    public struct Aggregated: Sendable {
        /// The id of the aggregation.
        public let method: String
        /// The formula and its inputs, where the method has a closed form.
        public let closedForm: ClosedForm?
        /// The id of the weighting.
        public let weighting: String
        /// The ids of the children.
        public let children: [String]
        /// For each child whether more of its score is better.
        public let directions: [Direction]
        /// The weights, as the weighting gave them.
        public let weights: WeightTable

        /// Creates it.
        public init(
            method: String, closedForm: ClosedForm?, weighting: String, children: [String], directions: [Direction],
            weights: WeightTable
        ) {
            self.method = method
            self.closedForm = closedForm
            self.weighting = weighting
            self.children = children
            self.directions = directions
            self.weights = weights
        }
    }

    /// The weights of the children of a node, for each set of rows that they were formed for.
    public struct WeightTable: Sendable {
        /// The weights of each set.
        public let sets: [FittedWeights]
        /// The set of each row; one set for all where there are none.
        public let setOfRow: [Int]

        /// Creates a table.
        public init(sets: [FittedWeights], setOfRow: [Int] = []) {
            self.sets = sets
            self.setOfRow = setOfRow
        }

        /// The weights in a row.
        public func weights(row: Int) -> FittedWeights {
            let set = setOfRow.isEmpty ? 0 : setOfRow[row]
            return sets.indices.contains(set) ? sets[set] : FittedWeights([])
        }
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
        guard let own = positions[node], own.contains(where: { entries[$0].step.givesScore }) else { return nil }
        return own.last { entries[$0].step.givesNumbers }.map { entries[$0].column }
    }

    /// The column of values of a node as they were measured, with those that were put in.
    public func knownValues(of node: String) -> Column? {
        entry(of: node, .impute)?.column ?? values(of: node)
    }

    /// The column of a node's last values before any score: as they were screened, imputed and treated.
    public func treatedValues(of node: String) -> Column? {
        let own = (positions[node] ?? []).map { entries[$0] }
        let end = own.firstIndex { $0.step.givesScore } ?? own.endIndex
        return own[..<end].last { $0.step.givesNumbers }?.column
    }

    /// The light of a node in a row.
    public func light(of node: String, row: Int) -> Light.Colour? {
        guard let entry = entry(of: node, .light), case .lit(let light) = entry.detail,
            let position = entry.column[row], light.bands.indices.contains(Int(position))
        else { return nil }
        return light.bands[Int(position)].colour
    }

    /// The rank of a node in a row, with the number of ranked units of the peer group.
    public func rank(of node: String, row: Int) -> (rank: Int, of: Int)? {
        guard let entry = entry(of: node, .rank), case .ranked(_, let sizes, _) = entry.detail,
            let rank = entry.column[row]
        else { return nil }
        return (Int(rank), sizes[row])
    }

    /// The grade of a node in a row, as vetoes and quotas left it.
    public func grade(of node: String, row: Int) -> GradeBand? {
        guard let entry = entries(of: node).last(where: { $0.step.givesGrade }),
            let bands = entry.detail.gradeBands, let position = entry.column[row],
            bands.indices.contains(Int(position))
        else { return nil }
        return bands[Int(position)]
    }
}
