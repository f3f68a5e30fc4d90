/// The keys of the framework and its nodes.
enum FrameworkShapes {
    private static let common = [
        Key("id", "a lower-case id", "The id of the node; for an indicator its own where none is given."),
        Key("name", "{ zh, en }", "The name; for an indicator its own where none is given."),
        Key("missing", "a mapping of reasons", "What happens to missing scores, by reason; inherited by nodes below."),
        Key("round", "a number of decimals", "Rounds the score, halves away from zero."),
        Key("ties_within", "a number from 0", "Scores this close to the best of a tie are tied; inherited."),
        Key("steps", "a list of steps", "What is done at the node, where the usual order does not serve."),
    ]

    private static let inParent = [
        Key("weight", "a number above 0", "Its weight in the node above."),
        Key("bonus", "a number of points above 0", "Points on top of the others, never less than none (力争)."),
        Key("levels", "a level or a list of levels", "The levels of units that it is assessed for; inherited."),
    ]

    private static let inner = [
        Key("aggregate", "an aggregation", "How the score is formed from those below; inherited."),
        Key("weighting", "a weighting", "Where the weights of the nodes below come from; inherited."),
        Key(
            "unranked_above", "a share from 0 to 1", "A unit with a larger share of weight not measured gets no score."),
        Key("pillars", "a list", "The pillars below."),
        Key("indicators", "a list", "The indicators below."),
    ]

    static let root = Shape(
        name: "the framework",
        keys: common + inner + [
            Key("weights", "points, shares or relative", "What the weights must add up to."),
            Key("full_marks", "a number above 0", "The full marks of the whole, where weights are points."),
        ])

    static let pillar = Shape(name: "a pillar", keys: common + inParent + inner)

    static let indicator = Shape(
        name: "an indicator",
        keys: common + inParent + [
            Key("use", "the id of an indicator", "The indicator that is measured.", required: true),
            Key("with", "a mapping of parameters", "The values of the indicator's parameters."),
            Key("target", "a number or a table", "What is to be reached, by unit, class and period."),
            Key("evaluate", "an evaluator", "How values become scores."),
        ])

    /// The words by which the weights of a framework say what they add up to.
    enum Weights: String, CaseIterable {
        case points, shares, relative
    }
}
