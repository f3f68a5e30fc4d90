import AssessmentCore

/// The keys of the section of tasks.
enum TaskShapes {
    /// The words for a plan without dates of its own.
    enum Pace: String, CaseIterable {
        case linear
        case atDeadline = "at_deadline"
    }

    static let tasks = Shape(
        name: "tasks",
        summary:
            "The tasks (任务) that lead bodies answer for, and the rules of their lights and scores. What lead bodies "
            + "reported stands in a file of progress under `data`.",
        keys: [
            Key(
                "departments", .path,
                "The CSV file of departments: code, name_zh, name_en, valid_from, valid_until, successor. One that ended "
                    + "is answered for by its successor. If nothing, units alone lead."),
            Key(
                "as_of", .date,
                "The review date: progress of later days is not used; the last day of the assessed period if nothing."),
            Key("lights", .shape { lights }, "When which light (红黄绿灯) is shown."),
            Key("late", .shape { late }, "What is taken off the score for finishing late; nothing if nothing."),
            Key(
                "score_against", .words(TaskScheme.Measure.self),
                "What the score of a task compares with before its deadline: what is planned by the review date, or the "
                    + "whole; plan if nothing."),
            Key(
                "round", .decimals,
                "The decimals of shares in per cent and of scores, halves away from zero. Lights are decided on what is "
                    + "rounded, as it is printed; 2 if nothing."),
            Key("list", .list(.shape { task }, of: "tasks", atLeast: 1), "The tasks.", required: true),
        ])

    static let lights = Shape(
        name: "the lights of tasks",
        summary: "Lights by how many percentage points the share done lies behind the planned one.",
        keys: [
            Key("yellow_from", .number(atLeast: 0, atMost: 100), "The lag from which it is yellow; 10 if nothing."),
            Key("red_above", .number(atLeast: 0, atMost: 100), "The lag above which it is red; 30 if nothing."),
            Key(
                "late", .words(Light.Colour.self),
                "The light of what is not finished when its deadline has passed; red if nothing."),
            Key("made_up", .words(Light.Colour.self), "The light of what was made up later; yellow if nothing."),
            Key(
                "made_up_after", .words(TaskLights.MadeUpAfter.self),
                "What made up is after: a deadline that was missed only (late), or also the end of an earlier month of "
                    + "the year at which the task was behind; behind if nothing."),
            Key(
                "best_effort", .words(Light.Colour.self),
                "The light of a best-effort task (力争) that is not finished; grey if nothing."),
        ])

    static let late = Shape(
        name: "the deduction for being late",
        summary: "Points off the score of a task that is finished, or still open, after its deadline.",
        keys: [
            Key("points", .positive, "The points for each month begun.", required: true),
            Key("at_most", .positive, "The most points that are taken off; 100 if nothing."),
        ])

    static let task = Shape(
        name: "a task",
        summary: "Each lead body answers for itself. The keys take the place of a page of a work plan.",
        keys: [
            Key("id", .identifier, "The id by which progress and indicators name it.", required: true),
            Key("name", .bilingual, "Its name.", required: true),
            Key("statement", .text("a statement"), "The number of the policy's statement that sets it, such as T1."),
            Key(
                "lead", .list(party, of: "lead bodies", atLeast: 1),
                "The bodies that lead it (牵头单位): codes of departments or units, or a level or class of assessed units, "
                    + "each of which answers for itself.", required: true),
            Key(
                "support",
                .list(.either([party, .shape { YAMLNode.bilingualShape }]), of: "supporting bodies", atLeast: 1),
                "The bodies that support it (配合单位): as those that lead, or names."),
            Key("start", .date, "The day on which it begins.", required: true),
            Key("deadline", .date, "The last day on which it may be finished.", required: true),
            Key("deliverable", .bilingual, "What is delivered."),
            Key(
                "quantity", .numberTable(atLeast: 0),
                "How much each lead body is to reach, for all or by unit or class; departments have the class "
                    + "department. 1 if nothing: done or not done."),
            Key("unit_of_measure", .bilingual, "What the quantity is measured in."),
            Key(
                "plan", .either([.words(Pace.self), .list(.shape { step }, of: "steps", atLeast: 1)]),
                "How much should be done by when: in step with the days, everything at the deadline, or shares by dates. "
                    + "If nothing, linear with a quantity and at_deadline without."),
            Key("best_effort", .flag, "Whether it is a best-effort task (力争): it may raise a score and lowers none."),
            Key("points", .positive, "How much it counts in the score of a body; 1 if nothing."),
        ])

    static let step = Shape(
        name: "a step of a plan",
        summary: "The share of the task that should be done by a day; between two steps nothing more is asked for.",
        keys: [
            Key("by", .date, "The day.", required: true),
            Key("percent", .number(atLeast: 0, atMost: 100), "The share in per cent.", required: true),
        ])

    static let group = Shape(
        name: "a group of units",
        summary: "Assessed units, each of which answers for itself.",
        keys: [
            Key("level", .text("a level"), "Every assessed unit of the level."),
            Key("class", .text("a class"), "Every assessed unit of the class or kind."),
        ],
        rules: [.exactlyOne(["level", "class"])])

    private static let party: ValueForm = .either([.text("a code"), .shape { group }])
}
