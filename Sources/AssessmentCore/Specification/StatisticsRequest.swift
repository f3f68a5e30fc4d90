/// A statistic of the finished assessment that the specification asks for.
public struct StatisticsRequest: Sendable, Hashable {
    /// Which numbers of a node a statistic is taken of.
    public enum Quantity: String, Sendable, Hashable, CaseIterable {
        /// The values as they were measured.
        case values
        /// The values as they were screened, imputed and treated.
        case treated
        /// The scores.
        case scores
    }

    /// A coefficient of correlation.
    public enum Coefficient: String, Sendable, Hashable, CaseIterable {
        /// Pearson's product-moment correlation.
        case pearson
        /// Spearman's rank correlation.
        case spearman
        /// Kendall's tau-b.
        case kendall
    }

    /// What principal components are taken from.
    public enum Basis: String, Sendable, Hashable, CaseIterable {
        /// The correlations: every node counts alike.
        case correlation
        /// The covariances: nodes that vary more count more.
        case covariance
    }

    /// Nodes of the framework of one kind.
    public enum Level: Sendable, Hashable {
        /// Those that measure an indicator.
        case indicators
        /// Those right above an indicator.
        case pillars
        /// Those so many steps below the root, whose children are at 1.
        case depth(Int)
    }

    /// What a statistic says, with its nodes by their ids.
    public enum Subject: Sendable, Hashable {
        /// The centre, spread, shape and availability of each node.
        case descriptive(Quantity, nodes: [String], limits: DescriptiveLimits)
        /// The correlations of nodes with each other, or with those beside them; only the significant ones where a
        /// probability is given.
        case correlation(
            Quantity, Coefficient, nodes: [String], beside: [String], significantBelow: Double?)
        /// The probabilities of correlations as far from zero, were the nodes independent.
        case probabilities(Quantity, Coefficient, nodes: [String], beside: [String])
        /// The pairs of nodes that say the same, and those that contradict each other.
        case collinear(Quantity, Coefficient, nodes: [String], CollinearityLimits)
        /// Cronbach's alpha of the items below each node.
        case reliability(Quantity, nodes: [String], items: Level, acceptableFrom: Double)
        /// The principal components of nodes.
        case components(Quantity, nodes: [String], Basis)
        /// The correlations of nodes with variables that they may depend on, such as the size of a unit.
        case denominators(Quantity, Coefficient, nodes: [String], variables: [String], above: Double)
        /// The weights that nodes were meant to have beside those that their scores give them.
        case effectiveWeights(nodes: [String])
        /// The share of values that each unit has, as a whole and below each node.
        case availability(nodes: [String], from: Double)
        /// The scores and ranks of one unit.
        case summary(unit: String, nodes: [String])
    }

    /// The id of its table, or of the first of several.
    public var id: String
    /// What it says.
    public var subject: Subject
    /// Whether the rows of every period count, rather than those of the assessed one alone.
    public var ofEveryPeriod: Bool
    /// Where the specification asks for it.
    public var position: SourcePosition?

    /// Creates a request.
    public init(id: String, _ subject: Subject, ofEveryPeriod: Bool = false, position: SourcePosition? = nil) {
        self.id = id
        self.subject = subject
        self.ofEveryPeriod = ofEveryPeriod
        self.position = position
    }

    /// The ids of its tables, in order.
    public var tableIds: [String] {
        switch subject {
        case .components: [id, id + "_vectors", id + "_loadings"]
        case .availability: [id, id + "_by_node"]
        default: [id]
        }
    }
}

extension StatisticsRequest {
    /// The limits beyond which the figures of a node are flagged.
    public struct DescriptiveLimits: Sendable, Hashable {
        /// The least share of rows that have a number.
        public var availableFrom: Double
        /// The least share of rows that have a number other than zero.
        public var nonZeroFrom: Double
        /// The least share of rows with a number of their own.
        public var uniqueFrom: Double
        /// The skewness, of either sign, above which outliers are likely where the kurtosis is high too.
        public var skewnessAbove: Double
        /// The excess kurtosis above which outliers are likely where the skewness is large too.
        public var kurtosisAbove: Double

        /// Creates limits.
        public init(
            availableFrom: Double = 2.0 / 3, nonZeroFrom: Double = 0.5, uniqueFrom: Double = 0.5,
            skewnessAbove: Double = 2, kurtosisAbove: Double = 3.5
        ) {
            self.availableFrom = availableFrom
            self.nonZeroFrom = nonZeroFrom
            self.uniqueFrom = uniqueFrom
            self.skewnessAbove = skewnessAbove
            self.kurtosisAbove = kurtosisAbove
        }
    }

    /// The correlations beyond which a pair of nodes is flagged, and which pairs are looked at.
    public struct CollinearityLimits: Sendable, Hashable {
        /// Which nodes are compared with each other.
        public enum Scope: Sendable, Hashable {
            /// Every node with every other.
            case everywhere
            /// Those that have the same parent.
            case sameParent
            /// Those that lie below the same node so many steps below the root.
            case sameAncestor(depth: Int)
        }

        /// The correlation above which two nodes say the same.
        public var above: Double
        /// The correlation below which two nodes contradict each other; none are looked for without it.
        public var opposedBelow: Double?
        /// Which nodes are compared.
        public var scope: Scope

        /// Creates limits.
        public init(above: Double = 0.9, opposedBelow: Double? = -0.4, scope: Scope = .everywhere) {
            self.above = above
            self.opposedBelow = opposedBelow
            self.scope = scope
        }
    }
}

extension FrameworkNode {
    /// The nodes of a level, from this one down, each before those below it.
    public func nodes(at level: StatisticsRequest.Level) -> [FrameworkNode] {
        switch level {
        case .indicators: subtree.filter { $0.measure != nil }
        case .pillars: subtree.filter { node in node.children.contains { $0.measure != nil } }
        case .depth(let depth):
            depth <= 0 ? [self] : children.flatMap { $0.nodes(at: .depth(depth - 1)) }
        }
    }
}

extension Specification {
    /// The variables by which targets are shared out.
    public var variablesOfTargets: [String] {
        framework.subtree.compactMap { node in
            if case .shared(let shared) = node.measure?.target, case .variable(let id, _) = shared.key {
                id
            } else {
                nil
            }
        }
    }

    /// The variables that statistics read beside those of the indicators.
    public var variablesOfStatistics: [String] {
        statistics.flatMap { request -> [String] in
            if case .denominators(_, _, _, let variables, _) = request.subject { variables } else { [] }
        }
    }
}
