import AssessmentCore

/// The keys of the framework and its nodes.
enum FrameworkShapes {
    private static let common: [Key] = [
        Key(
            "direction", .words(Direction.self),
            "Whether more of it is better. If nothing, an indicator has its own and other nodes higher_is_better."),
        Key(
            "missing", .shape { MissingDecoder.shape },
            "What happens to scores that are missing, by reason; inherited by nodes below."),
        Key("round", .decimals, "Rounds the score to so many decimals, halves away from zero."),
        Key("light", light, "The colours of a light (红黄绿灯) by the score, or by the value of an indicator."),
        Key(
            "ties_within", .number(atLeast: 0),
            "Scores this close to the best one of a tie share its rank; inherited; 0.000000001 if nothing."),
        Key("steps", steps, "What is done at the node, in order, where the usual order does not serve."),
        Key(
            "evaluate", .method(.evaluator),
            "How values become scores; at a pillar or the framework for the indicators below."),
        Key(
            "impute", .either([.words(["none"]), .oneOrMore(.method(.imputation), "imputations", atLeast: 0)]),
            "How values are put in where there are none; at a pillar or the framework for the indicators below; none "
                + "switches off what is said above."),
        Key(
            "treat", .either([.words(["none"]), .oneOrMore(.method(.treatment), "treatments", atLeast: 0)]),
            "How outliers are treated and values transformed; at a pillar or the framework for the indicators below; "
                + "none switches off what is said above."),
        Key(
            "reference", .referenceSet,
            "The rows that methods compare with, where they do not name them themselves; inherited."),
    ]

    private static let inParent: [Key] = [
        Key(
            "weight", .positive,
            "Its weight in the node above. `weights` of the framework says what it adds up to with those of its siblings."
        ),
        Key("bonus", .number("a number of points", above: 0), "Points on top of the others, never taken away (力争)."),
        Key("levels", .levels, "The levels of units that it is assessed for; inherited; all if nothing."),
        Key(
            "classes", .oneOrMore(.text("a class"), "classes"),
            "The classes of units that it is assessed for; inherited; all if nothing."),
    ]

    private static let inner: [Key] = [
        Key(
            "aggregate", .method(.aggregation),
            "How the score is formed from those below; inherited; arithmetic_mean if nothing."),
        Key(
            "weighting", .method(.weighting),
            "Where the weights of the nodes below come from; inherited; given, which are those written, if nothing."),
        Key("formula", nodeFormula, "How the score is computed from nodes before it, in place of an aggregation."),
        Key("unranked_above", .share, "A unit with a larger share of weight not measured gets no score."),
        Key(
            "least_children", .share,
            "The share of the nodes directly below that must have a score for a unit to get one; inherited."),
        Key("indicator_steps", steps, "The steps of indicators below that list none themselves; inherited."),
        Key("pillars", .list(.shape { pillar }, of: "pillars"), "The pillars below."),
        Key("indicators", .list(.shape { indicator }, of: "indicators"), "The indicators below."),
        Key(
            "values", .list(.text("a variable", matching: ValueForm.nodePattern), of: "variables"),
            "Indicators below that are variables as they stand, with the variables' ids."),
        Key(
            "prefix", .nodeIdentifier, "Stands before the ids of the nodes below, so that one list serves twice.",
            said: "a text such as topsis."),
    ]

    private static let ofInner: [Shape.Rule] = [
        .atLeastOne(lists + ["formula"]), .atMostOne(["aggregate", "formula"]),
    ]

    static let root = Shape(
        name: "the framework",
        summary:
            "The top of the framework, whose score is the total. What is inherited may be said here for all nodes.",
        keys: [
            Key("id", .nodeIdentifier, "The id of the total; total if nothing."),
            Key("name", .bilingual, "The name of the total; 总分, Total if nothing."),
        ] + common + inner + [
            Key(
                "weights", .words(Weights.self),
                "What weights are: points that add up to the node's own, shares that add up to 1 or 100 below each "
                    + "node, or relative; points if nothing."),
            Key("full_marks", .positive, "The points of the whole; 100 if nothing."),
            Key(
                "ties_broken_by", .nodes,
                "The nodes whose scores, in this order, tell apart units that are tied on the total; tied units share "
                    + "a rank if nothing."),
            Key("screen", .shape { screen }, "Leaves out units and indicators with too few values."),
        ],
        rules: ofInner)

    static let pillar = Shape(
        name: "a pillar",
        summary: "A node above indicators or other pillars, whose score is formed from theirs.",
        keys: [
            Key("id", .nodeIdentifier, "The id of the pillar; formulas and `assess explain` use it.", required: true),
            Key("name", .bilingual, "The name of the pillar.", required: true),
        ] + common + inParent + inner,
        rules: ofInner + [.atMostOne(["weight", "bonus"])])

    static let indicator = Shape(
        name: "an indicator",
        summary:
            "What is measured: an indicator of a plug-in, a formula over variables, a variable as it stands, the completion "
            + "of a task, or what reviewers say.",
        keys: [
            Key("id", .nodeIdentifier, "The id of the node; that of what it uses if nothing. A formula needs one."),
            Key("name", .bilingual, "The name; that of what it uses if nothing."),
        ] + common + inParent + [
            Key("use", .known(.indicators), "The indicator of a plug-in that is measured."),
            Key(
                "formula", .formula, "The indicator as a formula over variables, where no plug-in has it.",
                said: "a formula over variables"),
            Key("value", .text("a variable"), "The variable that is the indicator as it stands."),
            Key(
                "task", .text("a task"),
                "The task whose completion in per cent is measured, for the units that lead it."),
            Key(
                "rating", .text("a rated item"),
                "The item of `ratings` whose combined ratings, from 0 to 100, are the indicator."),
            Key("with", .parameters, "The values of the indicator's parameters, or numbers that the formula names."),
            Key("unit_of_measure", .bilingual, "What the values of a formula or a variable are measured in."),
            Key(
                "target", .either([.numberTable(), .shape { TargetDecoder.shape }]),
                "What is to be reached, where the evaluator compares with a target: numbers, or a rule."),
            Key(
                "targets_add_up_to", .numberTable(),
                "What the targets of the units of each level add up to, here or in a file of targets; not checked if "
                    + "nothing."),
        ],
        rules: [
            .exactlyOne(["use", "formula", "value", "task", "rating"]), .together(["formula"], with: ["id"]),
            .apart("use", from: ["unit_of_measure"]),
            .apart("task", from: ["unit_of_measure", "with"]), .apart("rating", from: ["unit_of_measure", "with"]),
            .atMostOne(["weight", "bonus"]),
        ])

    static let screen = Shape(
        name: "the screening",
        summary: "What is left out because too little of it is measured.",
        keys: [
            Key("units_from", .share, "The least share of indicators that a unit must have to be scored."),
            Key("indicators_from", .share, "The least share of units that an indicator must have to count."),
        ],
        rules: [.atLeastOne(["units_from", "indicators_from"])])

    static let lightBand = Shape(
        name: "a band of a light",
        summary: "The numbers that show one colour. The last band has no bound and takes what is left.",
        keys: [
            Key("colour", .words(Light.Colour.self), "The colour.", required: true),
            Key("at_least", .number(), "The band holds this number and larger ones."),
            Key("above", .number(), "The band holds larger numbers."),
            Key("at_most", .number(), "The band holds this number and smaller ones."),
            Key("below", .number(), "The band holds smaller numbers."),
        ],
        rules: [.atMostOne(["at_least", "above", "at_most", "below"])])

    static let lightShape = Shape(
        name: "a light",
        summary: "Bands, with what they are of.",
        keys: [
            Key("of", .words(Shown.self), "What it shows: the score, or the value of an indicator; score if nothing."),
            Key("bands", bands, "The bands; the first one that holds the number counts.", required: true),
        ])

    static let formulaShape = Shape(
        name: "a formula",
        summary: "A formula over nodes before it that takes statistics.",
        keys: [
            Key("formula", .formula, "The formula; as a step it goes on with `value`.", required: true),
            Key("reference", .referenceSet, "The rows that its statistics are taken over."),
        ])

    static let step = Shape(
        name: "a step",
        summary: "A step with a setting of its own. A step without one is a word, and does what the node says of it: "
            + "\(ValueForm.words(Step.Kind.listed.map(\.rawValue)).words).",
        keys: [
            Key(Step.Kind.round.rawValue, .decimals, "Rounds to so many decimals."),
            Key(Step.Kind.impute.rawValue, .method(.imputation), "Puts values or scores in where there are none."),
            Key(Step.Kind.treat.rawValue, .method(.treatment), "Treats outliers or transforms."),
            Key(Step.Kind.evaluate.rawValue, .method(.evaluator), "Turns values into scores, or scores into others."),
            Key(Step.Kind.formula.rawValue, nodeFormula, "Goes on with a formula over `value`."),
            Key(Step.Kind.aggregate.rawValue, .method(.aggregation), "Forms the score from the nodes below."),
            Key(Step.Kind.light.rawValue, light, "Shows a light of what stands there then."),
        ],
        rules: [
            .exactlyOne([Step.Kind.round, .impute, .treat, .evaluate, .formula, .aggregate, .light].map(\.rawValue))
        ])

    private static let bands: ValueForm = .list(.shape { lightBand }, of: "bands", atLeast: 1)
    private static let light: ValueForm = .either([bands, .shape { lightShape }])
    private static let nodeFormula: ValueForm = .either([.formula, .shape { formulaShape }])
    private static let steps: ValueForm = .list(
        .either([.words(Step.Kind.listed.map(\.rawValue)), .shape { step }]), of: "steps")

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
