import AssessmentCore

/// The keys by which a specification asks how firm its result is.
enum RobustnessShapes {
    static let request = Shape(
        name: "the robustness",
        summary:
            "How firm the result is, which a run and ‘assess probe’ tell: ranges over methods that could be defended, which are no "
            + "probabilities, and probabilities from errors of data. No number comes from both.",
        keys: [
            Key("seed", seed, "The whole number that all random numbers follow from.", required: true),
            Key("draws", draws, "The number of replications of each question; 1000 if nothing."),
            Key(
                "sequence", .words(RobustnessRequest.Sequence.self),
                "How replications of methods are spread: by random numbers, or by a Sobol sequence; random if nothing."),
            Key(
                "interval", interval, "The share of replications that an interval holds, in the middle; 0.9 if nothing."
            ),
            Key("methods", .shape { methods }, "The methods that vary; in evaluations alone."),
            Key(
                "data_error", .list(.shape { error }, of: "errors"),
                "How far measured values may lie from the true ones."),
            Key("sensitivity", .shape { sensitivity }, "To what the spread over methods is laid."),
        ], rules: [.atLeastOne(["methods", "data_error"]), .together(["sensitivity"], with: ["methods"])])

    static let seed = ValueForm.integer(0...9_007_199_254_740_991, called: "a whole number")
    static let draws = ValueForm.integer(1...1_000_000, called: "a number of replications")
    static let interval = ValueForm.number("a share", atLeast: 0.5, atMost: 0.999)

    static let methods = Shape(
        name: "the methods that vary",
        summary: "The choices that could be defended. Each replication takes one of each kind, as likely as any other; "
            + "`as_given` is what the specification says.",
        keys: [
            Key("weights", .shape { weights }, "How the weights of siblings vary; their sum stays."),
            Key(
                "imputation", choices(.imputation, list: true),
                "The imputations; none puts in nothing."),
            Key(
                "treatment", choices(.treatment, list: true), "The outlier treatments; none leaves values as they are."),
            Key("normalisation", choices(.evaluator, list: false), "How values become scores."),
            Key("aggregation", choices(.aggregation, list: false), "How scores are formed from those below."),
            Key("without", .nodes, "The nodes of which a replication leaves out one, or none."),
        ],
        rules: [.atLeastOne(["weights", "imputation", "treatment", "normalisation", "aggregation", "without"])])

    private static func choices(_ kind: ValueForm.MethodKind, list: Bool) -> ValueForm {
        let word = ValueForm.words(list ? ["as_given", "none"] : ["as_given"])
        let one: ValueForm =
            list
            ? .either([word, .method(kind), .list(.method(kind), of: "methods one after another", atLeast: 1)])
            : .either([word, .method(kind)])
        let listed = ValueForm.list(one, of: "methods", atLeast: 1)
        return .either([listed, .shape { choicesAt(kind, listed) }])
    }

    /// Methods that are taken at some nodes only.
    static func choicesAt(_ kind: ValueForm.MethodKind, _ listed: ValueForm) -> Shape {
        Shape(
            name: "the \(kind.rawValue)s of some nodes",
            summary: "Methods that are taken at, and below, some nodes.",
            keys: [
                Key("of", listed, "The methods.", required: true),
                Key("at", .nodes, "The nodes; every one if nothing."),
            ])
    }

    static let weights = Shape(
        name: "the weights that vary",
        summary: "How the weights of nodes with the same parent vary.",
        keys: [
            Key(
                "within", .number("a share", above: 0, atMost: 1),
                "Each weight is multiplied by a number that lies evenly between one less and one plus this share."),
            Key(
                "dirichlet", .number("a number", atLeast: 0.001),
                "The weights follow a Dirichlet distribution around their shares with this concentration: the larger, the "
                    + "closer."),
            Key("simplex", .flag, "Every set of weights is as likely as any other."),
            Key(
                "sets", .list(.shape { set }, of: "sets", atLeast: 1), "One of several sets, such as those of experts."),
            Key("below", .nodes, "The nodes below which weights vary; every one if nothing."),
        ], rules: [.exactlyOne(["within", "dirichlet", "simplex", "sets"])])

    static let set = Shape(
        name: "a set of weights",
        summary: "Weights of nodes; those that it leaves out keep theirs.",
        keys: [
            Key("name", .text(), "What it is called.", required: true),
            Key("weights", .named(by: "node", .number(atLeast: 0)), "The weights by node.", required: true),
        ])

    static let error = Shape(
        name: "an error of data",
        summary:
            "How far the values of indicators may lie from the true ones: normal errors that are independent of each "
            + "other.",
        keys: [
            Key(
                "indicators", .nodes,
                "The indicators, by the ids of their nodes or of one above them; every one if nothing."),
            Key(
                "standard_error", .numberTable(atLeast: 0),
                "The standard error in the unit of the indicator; a table by unit, class and period where it differs."),
            Key("relative", .number("a share", above: 0, atMost: 1), "The standard error as a share of the value."),
            Key(
                "sample_size", .numberTable(atLeast: 1),
                "The size of the simple random sample that a share was found in, from which its standard error follows."
            ),
            Key("whole", .positive, "What a share is counted out of, with sample_size; 100 if nothing."),
            Key("at_least", .number(), "The least value that is possible."),
            Key("at_most", .number(), "The largest value that is possible."),
        ],
        rules: [
            .exactlyOne(["standard_error", "relative", "sample_size"]), .together(["whole"], with: ["sample_size"]),
        ])

    static let sensitivity = Shape(
        name: "the sensitivity",
        summary: "Sobol indices of the mean shift of ranks, and what single changes do.",
        keys: [
            Key(
                "base", .integer(8...100_000, called: "a number of points"),
                "The points of each of the two base samples; 256 if nothing."),
            Key(
                "bootstraps", .integer(10...10_000, called: "a number of samples"),
                "How often the indices are taken again, for their intervals; 200 if nothing."),
        ])
}
