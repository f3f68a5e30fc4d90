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
    /// Whether more of it is better, where the specification says so; else the indicator does.
    public var direction: Direction?
    /// The classes of units that it is assessed for; all where there are none.
    public var classes: [String]
    /// What is done at it, in order.
    public var steps: [Step]
    /// The share of weight that rests on no measured value above which a unit gets no score here.
    public var unrankedAbove: Double?
    /// The share of the applicable nodes directly below that must have a score for a unit to get one here.
    public var leastChildren: Double?
    /// For the root: the rule on what could not be computed there, since no node above resolves it.
    public var unresolved: MissingRule?
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
        public var target: Target?
        /// What the targets of the units of a level add up to, where that is said.
        public var targetTotal: NumberTable?

        /// Creates a use.
        public init(
            _ indicator: String, parameters: [String: ParameterValue] = [:], target: Target? = nil,
            targetTotal: NumberTable? = nil
        ) {
            self.indicator = indicator
            self.parameters = parameters
            self.target = target
            self.targetTotal = targetTotal
        }
    }

    /// Creates a node.
    public init(
        id: String, name: BilingualText, role: Role = .weighted(nil), levels: [String] = [], classes: [String] = [],
        measure: IndicatorUse? = nil, direction: Direction? = nil, steps: [Step], unrankedAbove: Double? = nil,
        leastChildren: Double? = nil, children: [FrameworkNode] = [], position: SourcePosition? = nil
    ) {
        self.id = id
        self.name = name
        self.role = role
        self.levels = levels
        self.classes = classes
        self.measure = measure
        self.direction = direction
        self.steps = steps
        self.unrankedAbove = unrankedAbove
        self.leastChildren = leastChildren
        self.children = children
        self.position = position
    }

    /// Whether it counts with a weight, rather than as a bonus.
    public var isWeighted: Bool {
        if case .weighted = role { true } else { false }
    }

    /// Whether it is assessed for a unit.
    public func applies(to unit: AssessedUnit) -> Bool {
        (levels.isEmpty || levels.contains(unit.level))
            && (classes.isEmpty || classes.contains { unit.classes.contains($0) || unit.kind == $0 })
    }

    /// This node and all below, each before its children.
    public var subtree: [FrameworkNode] {
        [self] + children.flatMap(\.subtree)
    }
}
