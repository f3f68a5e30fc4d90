import AssessmentCore

/// The keys of who rates qualitative items.
extension RatingsDecoder {
    static let shape = Shape(
        name: "the ratings",
        summary:
            "The qualitative items that several reviewers rate (多方评价), who they are, and how their ratings become one "
            + "value from 0 to 100, which an indicator `rating: item` reads. The ratings stand in a file under `data`.",
        keys: [
            Key("scale", .shape { scaleShape }, "The scale of every item that has none of its own."),
            Key("sources", .list(.shape { sourceShape }, of: "sources", atLeast: 1), "The sources.", required: true),
            Key("items", .list(.shape { itemShape }, of: "items", atLeast: 1), "The items.", required: true),
            Key(
                "outlying", .shape { outlyingShape },
                "Which assessors and ratings are shown as outlying; { method: robust_z, above: 3 } if nothing. Nothing is "
                    + "left out for it."),
            Key(
                "show_names", .flag,
                "Whether pages and files show the names of assessors, and not their codes alone; false if nothing."),
        ])

    /// An end of a scale; bounds keep what lies between two of them within the numbers that a computer has.
    static let ends = -1e6...1e6
    static let end = ValueForm.number(atLeast: ends.lowerBound, atMost: ends.upperBound)

    static let scaleShape = Shape(
        name: "a scale",
        summary: "The ends of a scale of ratings; what lies between them becomes points in a straight line.",
        keys: [
            Key("from", end, "The score that is worth 0 points.", required: true),
            Key(
                "to", end, "The score that is worth 100 points; below `from` where 1 is the best.", required: true
            ),
        ])

    static let sourceShape = Shape(
        name: "a source of ratings",
        summary: "Where ratings come from: the unit itself, a department, a third party, a survey.",
        keys: [
            Key("id", .identifier, "The id by which ratings name it.", required: true),
            Key("name", .bilingual, "Its name.", required: true),
            Key(
                "kind", .words(RatingSource.Kind.self),
                "Who rates: the unit itself, which one source may be, or others, none of whom may rate the unit that "
                    + "they belong to.", required: true),
            Key("weight", .positive, "Its weight among the sources of an item; they need not add up.", required: true),
            Key(
                "combine", .either([.words(Plain.self), .shape { combinationShape }]),
                "How several ratings of a unit become one; mean if nothing."),
            Key(
                "least", .integer(1...10_000, called: "a number of ratings"),
                "The fewest ratings of a unit that give a result; 1 if nothing."),
            Key(
                "absent", .words(RatingSource.Absence.self),
                "What happens to a unit with fewer: the other sources share the weight, the source counts as zero, or the "
                    + "item has no value: not_submitted where the unit's own report lacks, too_much_missing where others "
                    + "gave too few ratings. Where no source has a result the item never has a value.", required: true),
        ])

    static let combinationShape = Shape(
        name: "a combination of ratings",
        summary: "A mean of ratings without the highest and lowest.",
        keys: [
            Key("trimmed_mean", .shape { trimmedShape }, "The mean of what is left when a share is cut from each end."),
            Key(
                "drop_each_end", .integer(1...1000, called: "a number of ratings"),
                "The mean of what is left when so many are cut from each end; `least` leaves at least one."),
        ],
        rules: [.exactlyOne(["trimmed_mean", "drop_each_end"])])

    static let trimmedShape = Shape(
        name: "a trimmed mean",
        summary: "Of n ratings the whole part of n × share is cut from each end.",
        keys: [Key("share", .number("a share", atLeast: 0, atMost: 0.49), "The share, such as 0.1.", required: true)])

    static let itemShape = Shape(
        name: "a rated item",
        summary: "What is rated.",
        keys: [
            Key("id", .nodeIdentifier, "The id by which ratings and an indicator name it.", required: true),
            Key("name", .bilingual, "Its name.", required: true),
            Key("scale", .shape { scaleShape }, "Its scale; that of the ratings if nothing."),
            Key(
                "sources", .list(.shape { partShape }, of: "sources", atLeast: 1),
                "The sources that rate it; all of them, with their own weights, if nothing."),
        ])

    static let partShape = Shape(
        name: "a source of an item",
        summary: "A source that rates an item, with what is different there.",
        keys: [
            Key("id", .text("the id of a source"), "The source.", required: true),
            Key("weight", .positive, "Its weight here; its own if nothing."),
            Key("scale", .shape { scaleShape }, "Its scale here; that of the item if nothing."),
        ])

    static let outlyingShape = Shape(
        name: "what is outlying",
        summary:
            "The rule by which assessors and ratings are shown as outlying: the robust z-score of the deviation from the "
            + "median of the others of the source, (x − median) / (1.4826 · MAD) among the assessors of a source.",
        keys: [
            Key("method", .words(Method.self), "The measure.", required: true),
            Key("above", .positive, "The size of the score beyond which it is outlying.", required: true),
            Key("at_least", .number(atLeast: 0, atMost: 100), "The least deviation in points of 100; 0 if nothing."),
        ])
}
