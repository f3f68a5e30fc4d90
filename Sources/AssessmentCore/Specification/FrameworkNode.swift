/// A node of the framework: the root, a pillar, or an indicator in use.
public struct FrameworkNode: Sendable {
    /// What a node holds.
    private struct Contents: Sendable {
        var id: String
        var name: BilingualText
        var role: Role
        var levels: [String]
        var measure: IndicatorUse?
        var direction: Direction?
        var classes: [String]
        var steps: [Step]
        var unrankedAbove: Double?
        var leastChildren: Double?
        var unresolved: MissingRule?
        var children: [FrameworkNode]
        var position: SourcePosition?
    }

    private final class Shared: Sendable {
        let contents: Contents

        init(_ contents: Contents) { self.contents = contents }
    }

    /// One reference, so that a node is passed on at little cost: each table of each page does so.
    private var shared: Shared

    private var contents: Contents {
        get { shared.contents }
        set { shared = Shared(newValue) }
    }

    /// Its id, unique in the framework.
    public var id: String {
        get { shared.contents.id }
        set { contents.id = newValue }
    }
    /// Its name; an indicator's own where none is given.
    public var name: BilingualText {
        get { shared.contents.name }
        set { contents.name = newValue }
    }
    /// How it counts in the node above.
    public var role: Role {
        get { shared.contents.role }
        set { contents.role = newValue }
    }
    /// The levels of units that it is assessed for; all where there are none.
    public var levels: [String] {
        get { shared.contents.levels }
        set { contents.levels = newValue }
    }
    /// The indicator that it measures, where it is a leaf.
    public var measure: IndicatorUse? {
        get { shared.contents.measure }
        set { contents.measure = newValue }
    }
    /// Whether more of it is better, where the specification says so; else the indicator does.
    public var direction: Direction? {
        get { shared.contents.direction }
        set { contents.direction = newValue }
    }
    /// The classes of units that it is assessed for; all where there are none.
    public var classes: [String] {
        get { shared.contents.classes }
        set { contents.classes = newValue }
    }
    /// What is done at it, in order.
    public var steps: [Step] {
        get { shared.contents.steps }
        set { contents.steps = newValue }
    }
    /// The share of weight that rests on no measured value above which a unit gets no score here.
    public var unrankedAbove: Double? {
        get { shared.contents.unrankedAbove }
        set { contents.unrankedAbove = newValue }
    }
    /// The share of the applicable nodes directly below that must have a score for a unit to get one here.
    public var leastChildren: Double? {
        get { shared.contents.leastChildren }
        set { contents.leastChildren = newValue }
    }
    /// For the root: the rule on what could not be computed there, since no node above resolves it.
    public var unresolved: MissingRule? {
        get { shared.contents.unresolved }
        set { contents.unresolved = newValue }
    }
    /// The nodes below.
    public var children: [FrameworkNode] {
        get { shared.contents.children }
        set { contents.children = newValue }
    }
    /// Where the specification has it.
    public var position: SourcePosition? {
        get { shared.contents.position }
        set { contents.position = newValue }
    }

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
        shared = Shared(
            Contents(
                id: id, name: name, role: role, levels: levels, measure: measure, direction: direction,
                classes: classes, steps: steps, unrankedAbove: unrankedAbove, leastChildren: leastChildren,
                unresolved: nil, children: children, position: position))
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

    /// The same node and those below, in memory of their own: threads that share none do not wait for each other when
    /// they pass nodes on.
    public func detached() -> FrameworkNode {
        var own = self
        own.children = children.map { $0.detached() }
        return own
    }

    /// This node and all below, each before its children.
    public var subtree: [FrameworkNode] {
        [self] + children.flatMap(\.subtree)
    }
}
