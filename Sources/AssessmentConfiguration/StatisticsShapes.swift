import AssessmentCore

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
        var shape: Shape {
            Shape(
                name: "the statistic ‘\(rawValue)’", summary: summary, keys: keys + [StatisticsShapes.periods],
                rules: [.atMostOne(["nodes", "level", "pillar"]), .atMostOne(["nodes", "below", "pillar"])])
        }

        /// Whether it can be asked for without any option.
        fileprivate var needsNothing: Bool { !keys.contains(where: \.isRequired) }

        private var keys: [Key] {
            let (of, method, nodes) = (StatisticsShapes.of, StatisticsShapes.method, StatisticsShapes.nodes)
            return switch self {
            case .descriptive:
                [of] + nodes + [
                    Key("available_from", .share, "The least share of units with a number; 2/3 if nothing."),
                    Key("non_zero_from", .share, "The least share of units not at zero; 0.5 if nothing."),
                    Key("unique_from", .share, "The least share of different numbers; 0.5 if nothing."),
                    Key("skewness_above", .number(atLeast: 0), "The skewness that is flagged; 2 if nothing."),
                    Key("kurtosis_above", .number(), "The excess kurtosis that is flagged with it; 3.5 if nothing."),
                ]
            case .correlation:
                [of, method] + nodes + [
                    StatisticsShapes.beside,
                    Key(
                        "significant_below", .number("a probability", atLeast: 0, atMost: 1),
                        "Only correlations of such a p-value are given."),
                ]
            case .probabilities: [of, method] + nodes + [StatisticsShapes.beside]
            case .collinear:
                [of, method] + nodes + [
                    Key("above", correlation, "The correlation above which two say the same; 0.9 if nothing."),
                    Key(
                        "opposed_below", correlation,
                        "The correlation below which two contradict each other; -0.4 if nothing."),
                    Key(
                        "within", .either([.words(["pillar"]), StatisticsShapes.depth]),
                        "Compares only nodes of the same parent, or below the same node at that depth."),
                ]
            case .reliability:
                [of] + nodes + [
                    Key("items", StatisticsShapes.level, "The items below each node; indicators if nothing."),
                    Key(
                        "acceptable_from", .number(atLeast: 0, atMost: 1),
                        "The alpha below which is flagged; 0.7 if nothing."),
                ]
            case .components:
                [of] + nodes + [
                    Key(
                        "basis", .words(StatisticsRequest.Basis.self),
                        "What they are taken from; correlation, where every node counts alike, if nothing.")
                ]
            case .denominators:
                [of, method] + nodes + [
                    Key(
                        "variables", .oneOrMore(.text("a variable"), "variables", atLeast: 0),
                        "The variables, such as the population.", required: true, said: "a list of variables"),
                    Key(
                        "above", .number(atLeast: 0, atMost: 1), "The correlation that is flagged; 0.7 if nothing."),
                ]
            case .effectiveWeights: nodes
            case .availability:
                nodes + [
                    Key("available_from", .share, "The least share of indicators of a unit; 2/3 if nothing.")
                ]
            case .summary: [Key("unit", .unit, "The unit.", required: true)] + nodes
            }
        }

        private var correlation: ValueForm { .number(atLeast: -1, atMost: 1) }
    }

    /// The words for the coefficients and quantities stand in the core; these say which rows count.
    enum Periods: String, CaseIterable {
        case assessed, all
    }

    /// An item of the list: a statistic and the id of its table.
    static let item = Shape(
        name: "a statistic",
        summary: "A statistic with its options. A word alone, such as descriptive, asks for one without options.",
        keys: [Key("id", .identifier, "The id of its table; made of what it is if nothing.")]
            + Kind.allCases.map { kind in
                Key(
                    kind.rawValue, .either([.shape { kind.shape }] + (kind.needsNothing ? [.nothing] : [])),
                    kind.summary)
            },
        rules: [.exactlyOne(Kind.allCases.map(\.rawValue))])

    /// The list of statistics.
    static let requests = ValueForm.list(
        .either([.words(Kind.allCases.filter(\.needsNothing).map(\.rawValue)), .shape { item }]), of: "statistics")

    private static let of = Key(
        "of", .words(StatisticsRequest.Quantity.self),
        "The numbers that it is taken of: measured values, values as they were imputed and treated, or scores.")
    private static let method = Key(
        "method", .words(StatisticsRequest.Coefficient.self), "The coefficient of correlation; pearson if nothing.")
    private static let beside = Key("beside", .nodes, "The nodes in the columns; those in the rows if nothing.")
    private static let depth = ValueForm.integer(1...100, called: "a depth")
    private static let level = ValueForm.either([.words(["indicators", "pillars"]), depth])
    private static let nodes = [
        Key("nodes", .nodes, "The nodes that it is taken of."),
        Key(
            "level", level,
            "All indicators, all nodes right above indicators, or all nodes so many steps below the root."),
        Key("below", .node, "Only nodes below this one."),
        Key("pillar", .node, "The children of this node."),
    ]
    private static let periods = Key(
        "periods", .words(Periods.self), "The rows that count; those of the assessed period if nothing.")
}
