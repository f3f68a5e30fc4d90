internal import AssessmentCore

/// A specification compiled once for a panel: operations over flat columns, to be run as often as wanted.
///
/// Every table of the ledger has a slot of its own, a run of one number, state and reason a row. The measured columns
/// come first; other operations read slots that were filled before and fill their own. A run allocates nothing, save
/// where a method without a closed form does.
struct Plan: Sendable {
    /// What is done at one step of one node.
    struct Operation: Sendable {
        let node: FrameworkNode
        let step: Step
        let output: Int
        var work: Work
    }

    /// The work of an operation.
    enum Work: Sendable {
        /// The slot is filled from outside, with the column of a measurement.
        case load
        /// Leaves out what has too little data in the measured columns of the leaves.
        case screen(Screening, leaves: [Int], input: Int)
        /// Puts in values where the reason is among those of the rule.
        case impute(any ColumnKernel, input: Int, companions: [Int], reasons: Set<Reason>)
        /// Treats or scores; the reasons are those of rows that cannot be, for want of a target: none where every row can.
        case apply(any ColumnKernel, input: Int, targets: [Reason?], otherwise: Reason)
        case compute(FormulaProgram, ClosedForm, family: Family, reads: [Int], Threshold)
        case resolve(MissingRule, input: Int)
        case aggregate(any AggregationKernel, family: Family, Threshold)
        case raise(input: Int, bonuses: [Int], points: [Double], nodePoints: Double)
        /// Changes scores by the decisions on each row; the scale is how much of the score a point is.
        case adjust(Adjustment, decisions: [DecisionsOnRow], scale: Double, input: Int)
        case round(decimals: Int, input: Int)
        case light(Light, input: Int)
        case rank(Ranking, input: Int)
        case grade([GradeBand], input: Int)
        /// Lowers the grades of the rows that decisions are on.
        case veto(Adjustment, [GradeBand], decisions: [DecisionsOnRow], input: Int)
        /// Lowers the grades for which there is no place, the last ranks first.
        case limit([GradeBand], ranks: Int, input: Int)
    }

    /// The decisions on one row for one adjustment, in their order.
    struct DecisionsOnRow: Sendable {
        let row: Int
        /// Their positions among the decisions of the data.
        let positions: [Int]
        /// The points, coefficient or score of each.
        let values: [Double]
    }

    /// How units are ranked.
    struct Ranking: Sendable {
        let tolerance: Double
        /// The best first: the largest, or the smallest where less is better.
        let direction: Direction
        /// The slots whose scores tell apart those that are tied, in order.
        let tieBreaks: [(slot: Int, direction: Direction)]
        /// Whether a veto puts a row behind the others of its group; empty where none does.
        let isLast: [Bool]
    }

    /// How much must be there for a node to have a score.
    struct Threshold: Sendable {
        /// The share of weight without a measured value above which there is none.
        let unrankedAbove: Double?
        /// The least share of the applicable children that must have one.
        let leastChildren: Double?
    }

    /// The children of a node as its aggregation reads them.
    struct Family: Sendable {
        /// The slots that hold their scores.
        let slots: [Int]
        let directions: [Direction]
        let weights: Weights
        /// The rule on missing scores of each, where it has one.
        var rules: [MissingRule?] = []

        static let none = Family(slots: [], directions: [], weights: .fixed(FittedWeights([])))

        /// Whether a child without a score leaves the node without one.
        ///
        /// What is not assessed at a level, or has left the framework there, is no concern of any rule: its weight goes to the
        /// others.
        func withholds(_ child: Int, for reason: Reason) -> Bool {
            guard rules.indices.contains(child), reason.isRuled else { return false }
            return rules[child]?.action(for: reason) == .noScore
        }
    }

    /// Where the weights of children come from.
    enum Weights: Sendable {
        /// The same weights in every run and row.
        case fixed(FittedWeights)
        /// Fitted on the scores of the children in each run, once for each set of rows.
        case fitted(WeightFitting)
    }

    /// Where the operations of one of the specifications are that a plan was compiled from.
    struct Member: Sendable {
        /// The operations, in the order of its steps.
        let operations: [Int]
        /// The one that gives the score of the root.
        let root: Int
    }

    /// Where the memory of each slot lies, counted in columns.
    struct Layout: Sendable {
        let places: [Int]
        /// The number of columns.
        let count: Int
    }

    let panel: Panel
    let groups: ReferenceSets
    /// The ids of the peer groups, and the group of each unit.
    let groupIds: [String]
    let groupOfUnit: [Int]
    /// The level of each unit, by its position among the levels of the panel.
    let levelOfUnit: [Int]
    let levelCount: Int
    var operations: [Operation]
    var layout: Layout
    /// The number of doubles that the neediest operation takes as scratch.
    let scratchCount: Int
    /// The largest number of columns that an operation reads at a time.
    let largestFamily: Int

    var rowCount: Int { panel.rowCount }
}

extension Reason {
    /// Whether rules on missing values are asked about it: not where a level is not assessed, or a node has left the framework.
    var isRuled: Bool { self != .notAssessedAtLevel && self != .leftFramework }
}
