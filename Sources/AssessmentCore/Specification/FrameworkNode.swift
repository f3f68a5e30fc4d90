/// A node of the framework: the root, a pillar, or an indicator in use.
public struct FrameworkNode: Sendable {
    /// Its id, unique in the framework.
    public var id: String
    /// Its name; an indicator's own where none is given.
    public var name: BilingualText
    /// How it counts in the node above.
    public var role: Role
    /// The levels of units that it is assessed for; all where there are none.
    public var levels: [String]
    /// The indicator that it measures, where it is a leaf.
    public var measure: IndicatorUse?
    /// What is done at it, in order.
    public var steps: [Step]
    /// The share of weight that rests on no measured value above which a unit gets no score here.
    public var unrankedAbove: Double?
    /// The nodes below.
    public var children: [FrameworkNode]
    /// Where the specification has it.
    public var position: SourcePosition?

    /// How a node counts in the node above.
    public enum Role: Sendable, Hashable {
        /// With a weight given, or with one from the weighting of the node above.
        case weighted(Double?)
        /// With up to so many points on top of the others, and never less than none: for best-effort targets (力争).
        case bonus(points: Double)
    }

    /// An indicator with the values of its parameters and its targets.
    public struct IndicatorUse: Sendable, Hashable {
        /// The id of the indicator.
        public var indicator: String
        /// The values of its parameters.
        public var parameters: [String: ParameterValue]
        /// Its targets; those of a file of targets where none are given.
        public var target: NumberTable?

        /// Creates a use.
        public init(_ indicator: String, parameters: [String: ParameterValue] = [:], target: NumberTable? = nil) {
            self.indicator = indicator
            self.parameters = parameters
            self.target = target
        }
    }

    /// Creates a node.
    public init(
        id: String, name: BilingualText, role: Role = .weighted(nil), levels: [String] = [],
        measure: IndicatorUse? = nil, steps: [Step], unrankedAbove: Double? = nil, children: [FrameworkNode] = [],
        position: SourcePosition? = nil
    ) {
        self.id = id
        self.name = name
        self.role = role
        self.levels = levels
        self.measure = measure
        self.steps = steps
        self.unrankedAbove = unrankedAbove
        self.children = children
        self.position = position
    }

    /// Whether it counts with a weight, rather than as a bonus.
    public var isWeighted: Bool {
        if case .weighted = role { true } else { false }
    }

    /// This node and all below, each before its children.
    public var subtree: [FrameworkNode] {
        [self] + children.flatMap(\.subtree)
    }
}

/// A step that is done at a node; each leaves one table in the ledger.
public enum Step: Sendable, Hashable {
    /// Measures the indicator.
    case measure
    /// Turns values into scores.
    case evaluate(MethodChoice, reference: ReferenceSets.Scope?)
    /// Applies the rule on missing values to the scores.
    case missing(MissingRule)
    /// Forms the score from those of the children.
    case aggregate(MethodChoice, weighting: MethodChoice)
    /// Adds the bonus of children that are one.
    case bonus
    /// Rounds the score to so many decimals, half away from zero.
    case round(decimals: Int)
    /// Ranks the units within their peer groups; scores within a tolerance of the leader of a tie are tied.
    case rank(tolerance: Double)
    /// Grades the score by bands.
    case grade([GradeBand])

    /// The word for the step in a specification and in the ledger.
    public var kind: Kind {
        switch self {
        case .measure: .measure
        case .evaluate: .evaluate
        case .missing: .missing
        case .aggregate: .aggregate
        case .bonus: .bonus
        case .round: .round
        case .rank: .rank
        case .grade: .grade
        }
    }

    /// The kinds of steps.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case measure, evaluate, missing, aggregate, bonus, round, rank, grade

        /// Whether the step gives a score, which later steps and the node above go on with.
        public var givesScore: Bool {
            switch self {
            case .evaluate, .missing, .aggregate, .bonus, .round: true
            case .measure, .rank, .grade: false
            }
        }
    }
}

/// What happens to a score that is missing, by its reason. There is no silent default: what is not named fails.
public struct MissingRule: Sendable, Hashable {
    /// What happens to a missing score.
    public enum Action: String, Sendable, Hashable, CaseIterable {
        /// The run stops and lists the cells.
        case fail
        /// The weight goes to the other children of the node, for this unit.
        case renormalise
        /// The score is zero.
        case zero
        /// The score is the median of the peer group in the period.
        case groupMedian = "group_median"
        /// The node leaves the framework for every unit of the level in the period.
        case leaveFramework = "leave_framework"
    }

    /// The action of each reason that is named.
    public var actions: [Reason: Action]
    /// The action of every other reason.
    public var otherwise: Action

    /// Creates a rule; without anything said every missing score stops the run.
    public init(actions: [Reason: Action] = [:], otherwise: Action = .fail) {
        self.actions = actions
        self.otherwise = otherwise
    }

    /// The action for a reason.
    ///
    /// What is left out because too much of it is missing is never spread over others unless a rule names it: that would
    /// reward who withholds.
    public func action(for reason: Reason) -> Action {
        if let action = actions[reason] { return action }
        let spreads = otherwise == .renormalise || otherwise == .leaveFramework
        return reason == .tooMuchMissing && spreads ? .fail : otherwise
    }
}

/// A grade (等次) with the lowest score that earns it.
public struct GradeBand: Sendable, Hashable {
    /// The lowest score, which belongs to the band.
    public var atLeast: Double
    /// The name of the grade.
    public var name: BilingualText

    /// Creates a band.
    public init(atLeast: Double, name: BilingualText) {
        self.atLeast = atLeast
        self.name = name
    }
}
