/// The keys of the framework and its nodes.
enum FrameworkShapes {
    private static let common = [
        Key("id", "an id", "The id of the node; for an indicator that it uses its own where none is given."),
        Key("name", "a text, or { zh, en }", "The name; for an indicator its own where none is given."),
        Key("direction", "higher_is_better or lower_is_better", "Whether more of it is better."),
        Key("missing", "a mapping of reasons", "What happens to missing scores, by reason; inherited by nodes below."),
        Key("round", "a number of decimals", "Rounds the score, halves away from zero."),
        Key("light", "a list of bands", "The colours of a light by the score, or by the value."),
        Key("ties_within", "a number from 0", "Scores this close to the best of a tie are tied; inherited."),
        Key("steps", "a list of steps", "What is done at the node, where the usual order does not serve."),
        Key(
            "evaluate", "an evaluator",
            "How values become scores; at a pillar or the framework for the indicators below."),
        Key(
            "impute", "an imputation or a list",
            "How values are put in where there are none; at a pillar or the framework for the indicators below."),
        Key(
            "treat", "a treatment or a list",
            "How outliers are treated and values transformed; at a pillar or the framework for the indicators below."),
        Key(
            "reference", "a reference set",
            "The rows that methods compare with, where they do not name one themselves; inherited."),
    ]

    private static let inParent = [
        Key("weight", "a number above 0", "Its weight in the node above."),
        Key("bonus", "a number of points above 0", "Points on top of the others, never less than none (力争)."),
        Key("levels", "a level or a list of levels", "The levels of units that it is assessed for; inherited."),
        Key("classes", "a class or a list of classes", "The classes of units that it is assessed for; inherited."),
    ]

    private static let inner = [
        Key("aggregate", "an aggregation", "How the score is formed from those below; inherited."),
        Key("weighting", "a weighting", "Where the weights of the nodes below come from; inherited."),
        Key("formula", "a formula", "How the score is computed from nodes before it, in place of an aggregation."),
        Key(
            "unranked_above", "a share from 0 to 1", "A unit with a larger share of weight not measured gets no score."),
        Key(
            "least_children", "a share from 0 to 1",
            "The share of the nodes directly below that must have a score for a unit to get one; inherited."),
        Key(
            "indicator_steps", "a list of steps", "The steps of indicators below that list none themselves; inherited."),
        Key("pillars", "a list", "The pillars below."),
        Key("indicators", "a list", "The indicators below."),
        Key("values", "a list of variables", "Indicators below that are variables as they stand."),
        Key(
            "prefix", "a text such as topsis.", "Stands before the ids of the nodes below, so that a list serves twice."
        ),
    ]

    static let root = Shape(
        name: "the framework",
        keys: common + inner + [
            Key("weights", "points, shares or relative", "What the weights must add up to."),
            Key("full_marks", "a number above 0", "The full marks of the whole, where weights are points."),
            Key("screen", "{ units_from, indicators_from }", "Leaves out what has too little data."),
        ])

    static let pillar = Shape(name: "a pillar", keys: common + inParent + inner)

    static let indicator = Shape(
        name: "an indicator",
        keys: common + inParent + [
            Key("use", "the id of an indicator", "The indicator of a plug-in that is measured."),
            Key("formula", "a formula over variables", "The indicator, where no plug-in has it."),
            Key("value", "a variable", "The variable that is the indicator as it stands."),
            Key("with", "a mapping of parameters", "The values of the indicator's parameters, or of the formula's."),
            Key("unit_of_measure", "a text, or { zh, en }", "What the values of a formula are measured in."),
            Key("target", "a number or a table", "What is to be reached, by unit, class and period."),
        ])

    static let screen = Shape(
        name: "the screening",
        keys: [
            Key("units_from", "a share from 0 to 1", "The least share of indicators that a unit must have."),
            Key("indicators_from", "a share from 0 to 1", "The least share of units that an indicator must have."),
        ])

    static let lightBand = Shape(
        name: "a band of a light",
        keys: [
            Key("colour", "green, yellow, orange, red, blue or grey", "The colour.", required: true),
            Key("at_least", "a number", "The band holds this number and larger ones."),
            Key("above", "a number", "The band holds larger numbers."),
            Key("at_most", "a number", "The band holds this number and smaller ones."),
            Key("below", "a number", "The band holds smaller numbers."),
        ])

    static let light = Shape(
        name: "a light",
        keys: [
            Key("of", "score or value", "What it shows; the score where nothing is said."),
            Key("bands", "a list of bands", "The bands, the first one that holds a number counting.", required: true),
        ])

    static let nodeFormula = Shape(
        name: "a formula",
        keys: [
            Key("formula", "a formula", "The formula over nodes before it.", required: true),
            Key("reference", "a reference set", "The rows that its statistics are taken over."),
        ])

    /// The keys that list nodes below.
    static let lists = ["pillars", "indicators", "values"]

    /// The words by which the weights of a framework say what they add up to.
    enum Weights: String, CaseIterable {
        case points, shares, relative
    }

    /// What a light shows.
    enum Shown: String, CaseIterable {
        case score, value
    }
}
