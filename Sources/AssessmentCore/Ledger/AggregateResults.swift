/// What a run in little memory keeps: of every node that has others below it, and of the root, the scores, ranks and grades, and
/// the numbers that methods took from the data.
public struct AggregateResults: Sendable {
    /// A column of results.
    public struct Table: Sendable {
        /// The id of the node.
        public let node: String
        /// The step that gave it.
        public let step: Step.Kind
        /// The numbers, one a row; NaN where there is none.
        public let numbers: [Double]

        /// Creates it.
        public init(node: String, step: Step.Kind, numbers: [Double]) {
            self.node = node
            self.step = step
            self.numbers = numbers
        }
    }

    /// A statistic that a method took over a set of rows.
    public struct Parameter: Sendable, Hashable {
        /// The id of the node.
        public let node: String
        /// The step.
        public let step: Step.Kind
        /// The statistic, as a formula of `value`.
        public let statistic: String
        /// How the rows are parted into sets.
        public let scope: ReferenceScope
        /// The position of the set of rows.
        public let set: Int
        /// A row that is compared with the set.
        public let row: Int
        /// Its value; NaN where the set has too few numbers.
        public let value: Double

        /// Creates it.
        public init(
            node: String, step: Step.Kind, statistic: String, scope: ReferenceScope, set: Int, row: Int, value: Double
        ) {
            self.node = node
            self.step = step
            self.statistic = statistic
            self.scope = scope
            self.set = set
            self.row = row
            self.value = value
        }
    }

    /// Weights that were fitted on a set of rows.
    public struct Weights: Sendable, Hashable {
        /// How the rows are parted into sets.
        public let scope: ReferenceScope
        /// A row whose score they give.
        public let row: Int
        /// The weights.
        public let fitted: FittedWeights

        /// Creates it.
        public init(scope: ReferenceScope, row: Int, fitted: FittedWeights) {
            self.scope = scope
            self.row = row
            self.fitted = fitted
        }
    }

    /// The rows.
    public let panel: Panel
    /// The peer group of each unit of the panel, by its position.
    public let peerGroupOfUnit: [Int]
    /// The results, in the order of the steps.
    public let tables: [Table]
    /// What the methods took from the data.
    public let parameters: [Parameter]
    /// The weights that were fitted on the data, by node, one a set of rows.
    public let weights: [String: [Weights]]

    /// Creates it.
    public init(
        panel: Panel, peerGroupOfUnit: [Int], tables: [Table], parameters: [Parameter],
        weights: [String: [Weights]]
    ) {
        self.panel = panel
        self.peerGroupOfUnit = peerGroupOfUnit
        self.tables = tables
        self.parameters = parameters
        self.weights = weights
    }

    /// The last numbers of a node: its final score.
    public func scores(of node: String) -> [Double]? {
        tables.last { $0.node == node && $0.step.givesNumbers }?.numbers
    }

    /// The results of a step of a node.
    public func table(_ node: String, _ step: Step.Kind) -> Table? {
        tables.last { $0.node == node && $0.step == step }
    }
}
