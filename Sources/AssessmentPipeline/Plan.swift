internal import AssessmentCore

/// A specification compiled once for a panel: operations over flat columns, to be run as often as wanted.
///
/// Every table of the ledger has a slot of its own, a run of one number, state and reason a row. Operations read slots
/// that were filled before and fill their own; a run allocates nothing.
struct Plan: Sendable {
    /// What is done at one step of one node.
    struct Operation: Sendable {
        let node: FrameworkNode
        let step: Step
        let output: Int
        let work: Work
    }

    /// The work of an operation.
    enum Work: Sendable {
        /// The slot is filled from outside, with the column of a measurement.
        case load
        case evaluate(any EvaluationKernel, input: Int, targets: [Reason?], otherwise: Reason)
        case resolve(MissingRule, input: Int)
        case aggregate(FormulaProgram, children: [Int], weights: [Double], unrankedAbove: Double?)
        case raise(input: Int, bonuses: [Int], points: [Double], nodePoints: Double)
        case round(decimals: Int, input: Int)
        case rank(tolerance: Double, input: Int)
        case grade([GradeBand], input: Int)
    }

    let panel: Panel
    let groups: ReferenceSets
    /// The level of each unit, by its position among the levels of the panel.
    let levelOfUnit: [Int]
    let levelCount: Int
    let operations: [Operation]
    /// The number of doubles that the neediest operation takes as scratch.
    let scratchCount: Int
    /// The largest number of children of a node.
    let largestFamily: Int

    var rowCount: Int { panel.rowCount }
}
