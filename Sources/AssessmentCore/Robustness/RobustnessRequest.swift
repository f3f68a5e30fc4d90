/// How firm a result is to be asked: over which defensible methods, and with which errors in the data.
///
/// The two are different questions, and no number answers both: methods give ranges, errors give probabilities.
public struct RobustnessRequest: Sendable, Hashable {
    /// How replications are spread over what varies.
    public enum Sequence: String, Sendable, Hashable, CaseIterable {
        /// By random numbers from a seed.
        case random
        /// By a Sobol sequence, which covers the possibilities more evenly; the seed shifts it.
        case sobol
    }

    /// The largest seed: beyond it, readers of JSON may take one whole number for another.
    package static let largestSeed: UInt64 = 9_007_199_254_740_991

    /// The number of replications of each question.
    public var draws: Int
    /// What all random numbers follow from.
    public var seed: UInt64
    /// How replications are spread.
    public var sequence: Sequence
    /// The share of replications that an interval holds, in the middle.
    public var interval: Double
    /// The methods that vary; nothing where none does.
    public var methods: MethodVariation?
    /// The errors of measured values.
    public var dataErrors: [DataError]
    /// How the spread is laid to what varies; nothing where that is not asked.
    public var sensitivity: Sensitivity?
    /// Where the specification has it.
    public var position: SourcePosition?
    /// Where it says the number of replications.
    public var drawsPosition: SourcePosition?

    /// Creates a request.
    public init(
        draws: Int = 1000, seed: UInt64, sequence: Sequence = .random, interval: Double = 0.9,
        methods: MethodVariation? = nil, dataErrors: [DataError] = [], sensitivity: Sensitivity? = nil,
        position: SourcePosition? = nil, drawsPosition: SourcePosition? = nil
    ) {
        self.draws = draws
        self.drawsPosition = drawsPosition
        self.seed = seed
        self.sequence = sequence
        self.interval = interval
        self.methods = methods
        self.dataErrors = dataErrors
        self.sensitivity = sensitivity
        self.position = position
    }

    /// Whether replications have scores on other scales than the single run, so that these cannot be held side by side.
    package var variesScale: Bool {
        methods?.choices.contains { $0.subject == .normalisation && $0.alternatives.contains { $0 != .asGiven } }
            ?? false
    }

    /// How the spread of ranks is laid to the inputs that vary.
    public struct Sensitivity: Sendable, Hashable {
        /// The number of points of each of the two base samples.
        public var base: Int
        /// How often the indices are taken again from points drawn anew, for their intervals.
        public var bootstraps: Int

        /// Creates it.
        public init(base: Int = 256, bootstraps: Int = 200) {
            self.base = base
            self.bootstraps = bootstraps
        }
    }
}

/// The choices of methods that could be defended, out of which each replication takes one of each kind.
public struct MethodVariation: Sendable, Hashable {
    /// The kinds of steps for which one of several methods is taken.
    public enum Subject: String, Sendable, Hashable, CaseIterable {
        case imputation, treatment, normalisation, aggregation
    }

    /// One of the methods of a kind.
    public enum Alternative: Sendable, Hashable {
        /// What the specification says at each node.
        case asGiven
        /// These steps in place of a node's own of the kind; none takes them away.
        case steps([Step])
    }

    /// The methods of a kind.
    public struct Choice: Sendable, Hashable {
        /// The kind.
        public var subject: Subject
        /// The methods, each as likely to be taken as the others.
        public var alternatives: [Alternative]
        /// The nodes at which, and below which, they are taken; every one where there are none.
        public var at: [String]
        /// Where the specification has them.
        public var position: SourcePosition?

        /// Creates a choice.
        public init(
            _ subject: Subject, _ alternatives: [Alternative], at: [String] = [], position: SourcePosition? = nil
        ) {
            self.subject = subject
            self.alternatives = alternatives
            self.at = at
            self.position = position
        }
    }

    /// How weights vary.
    public enum WeightVariation: Sendable, Hashable {
        /// Each weight is multiplied by a number that lies evenly between one less and one plus a share.
        case within(Double)
        /// The weights of siblings follow a Dirichlet distribution around their own shares; the larger the
        /// concentration, the closer.
        case dirichlet(concentration: Double)
        /// Every set of weights of siblings is as likely as any other.
        case simplex
        /// One of several sets, such as those of experts.
        case sets([WeightSet])
    }

    /// A set of weights.
    public struct WeightSet: Sendable, Hashable {
        /// What it is called.
        public var name: String
        /// The weights by node; the own ones of those that it leaves out.
        public var weights: [String: Double]

        /// Creates a set.
        public init(_ name: String, _ weights: [String: Double]) {
            self.name = name
            self.weights = weights
        }
    }

    /// How weights vary; nothing where they do not.
    public var weights: WeightVariation?
    /// The nodes below which weights vary; every one where there are none.
    public var weightsBelow: [String]
    /// Where the specification says how weights vary.
    public var weightsPosition: SourcePosition?
    /// The methods out of which one of each kind is taken.
    public var choices: [Choice]
    /// The nodes of which each replication leaves out one, or none.
    public var without: [String]
    /// Where the specification names them.
    public var withoutPosition: SourcePosition?

    /// Creates a variation.
    public init(
        weights: WeightVariation? = nil, weightsBelow: [String] = [], weightsPosition: SourcePosition? = nil,
        choices: [Choice] = [], without: [String] = [], withoutPosition: SourcePosition? = nil
    ) {
        self.withoutPosition = withoutPosition
        self.weights = weights
        self.weightsBelow = weightsBelow
        self.weightsPosition = weightsPosition
        self.choices = choices
        self.without = without
    }
}

/// How far measured values may lie from the true ones.
///
/// The errors of different cells are independent of each other.
public struct DataError: Sendable, Hashable {
    /// How large an error is.
    public enum Size: Sendable, Hashable {
        /// A normal error with a standard error in the unit of the indicator.
        case standardError(NumberTable)
        /// A normal error with a standard error that is a share of the value.
        case relative(Double)
        /// The normal sampling error of a share that a simple random sample of so many gave; a share is counted out of
        /// `whole`, such as 100 for percent.
        case sample(NumberTable, whole: Double)
    }

    /// The leaves whose values have it.
    public var leaves: [String]
    /// How large it is.
    public var size: Size
    /// The least value that is possible; a drawn one beyond is put at it.
    public var atLeast: Double?
    /// The largest value that is possible; a drawn one beyond is put at it.
    public var atMost: Double?
    /// Where the specification has it.
    public var position: SourcePosition?

    /// Creates an error.
    public init(
        leaves: [String], _ size: Size, atLeast: Double? = nil, atMost: Double? = nil, position: SourcePosition? = nil
    ) {
        self.leaves = leaves
        self.size = size
        self.atLeast = atLeast
        self.atMost = atMost
        self.position = position
    }
}
