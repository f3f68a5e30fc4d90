/// The keys of the statistics that a specification may ask for.
enum StatisticsShapes {
    /// The statistics by the words that ask for them.
    enum Kind: String, CaseIterable {
        case descriptive, correlation
        case probabilities = "p_values"
        case collinear, reliability, components, denominators
        case effectiveWeights = "effective_weights"
        case availability, summary

        /// What it says.
        var summary: String {
            switch self {
            case .descriptive: "The centre, spread, shape and availability of each node, with flags."
            case .correlation: "The correlations of nodes."
            case .probabilities: "The p-values of the correlations of nodes."
            case .collinear: "The pairs of nodes that say the same, and those that contradict each other."
            case .reliability: "Cronbach's alpha of the items below each node."
            case .components: "The principal components of nodes."
            case .denominators: "The correlations of nodes with variables that say how large a unit is."
            case .effectiveWeights: "The intended weights beside those that the scores give."
            case .availability: "The share of values that each unit has."
            case .summary: "The scores and ranks of one unit."
            }
        }

        /// Its keys.
        var shape: Shape { Shape(name: "the statistic ‘\(rawValue)’", keys: keys + [StatisticsShapes.periods]) }

        private var keys: [Key] {
            let (of, method, nodes) = (StatisticsShapes.of, StatisticsShapes.method, StatisticsShapes.nodes)
            return switch self {
            case .descriptive:
                [of] + nodes + [
                    Key(
                        "available_from", "a share from 0 to 1",
                        "The least share of units with a number; 2/3 if nothing."),
                    Key(
                        "non_zero_from", "a share from 0 to 1", "The least share of units not at zero; 0.5 if nothing."),
                    Key("unique_from", "a share from 0 to 1", "The least share of different numbers; 0.5 if nothing."),
                    Key("skewness_above", "a number from 0", "The skewness that is flagged; 2 if nothing."),
                    Key("kurtosis_above", "a number", "The excess kurtosis that is flagged with it; 3.5 if nothing."),
                ]
            case .correlation:
                [of, method] + nodes + [
                    StatisticsShapes.beside,
                    Key(
                        "significant_below", "a probability from 0 to 1",
                        "Only correlations of such a p-value are given."),
                ]
            case .probabilities: [of, method] + nodes + [StatisticsShapes.beside]
            case .collinear:
                [of, method] + nodes + [
                    Key(
                        "above", "a number from -1 to 1",
                        "The correlation above which two say the same; 0.9 if nothing."),
                    Key(
                        "opposed_below", "a number from -1 to 1",
                        "The correlation below which two contradict each other; -0.4 if nothing."),
                    Key(
                        "within", "pillar, or a depth from the root",
                        "Compares only nodes of the same parent, or below the same node at that depth."),
                ]
            case .reliability:
                [of] + nodes + [
                    Key("items", "indicators, pillars or a depth", "The items below each node; indicators if nothing."),
                    Key("acceptable_from", "a number from 0 to 1", "The alpha below which is flagged; 0.7 if nothing."),
                ]
            case .components:
                [of] + nodes + [
                    Key("basis", "correlation or covariance", "What they are taken from; correlation if nothing.")
                ]
            case .denominators:
                [of, method] + nodes + [
                    Key("variables", "a list of variables", "The variables, such as the population.", required: true),
                    Key("above", "a number from 0 to 1", "The correlation that is flagged; 0.7 if nothing."),
                ]
            case .effectiveWeights: nodes
            case .availability:
                nodes + [
                    Key(
                        "available_from", "a share from 0 to 1",
                        "The least share of indicators of a unit; 2/3 if nothing.")
                ]
            case .summary: [Key("unit", "the code of a unit", "The unit.", required: true)] + nodes
            }
        }
    }

    /// The words for the coefficients and quantities stand in the core; these say which rows count.
    enum Periods: String, CaseIterable {
        case assessed, all
    }

    /// An item of the list: a statistic and the id of its table.
    static let item = Shape(
        name: "a statistic",
        keys: [Key("id", "a lower-case id", "The id of its table; made of what it is where none is given.")]
            + Kind.allCases.map { Key($0.rawValue, "a mapping", $0.summary) })

    private static let of = Key("of", "values, treated or scores", "The numbers of the nodes that it is taken of.")
    private static let method = Key(
        "method", "pearson, spearman or kendall", "The coefficient of correlation; pearson if nothing.")
    private static let beside = Key(
        "beside", "a list of nodes", "The nodes in the columns; those in the rows if nothing.")
    private static let nodes = [
        Key("nodes", "a list of nodes", "The nodes that it is taken of."),
        Key(
            "level", "indicators, pillars or a depth", "All nodes of the kind, or so many steps below the root, from 1."
        ),
        Key("below", "the id of a node", "Only nodes below this one."),
        Key("pillar", "the id of a node", "The children of this node."),
    ]
    private static let periods = Key(
        "periods", "assessed or all", "The rows that count; those of the assessed period if nothing.")
}
