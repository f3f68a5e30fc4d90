/// The classes that pages use and the style sheet defines.
enum StyleClass: String, Sendable, CaseIterable {
    // Frame
    case skip, masthead, logo, kind, notice, lead, above, figures, note, spoken, aside, columns, outline
    // Tables
    case scroll, stacked, ranking, pillars, indicators, history, policy, tasks, cells, findings, marks
    case number, words, total, rank, best, barCell = "bar-cell", sticky, unranked, date, source, place, measure, quiet,
        wide
    case depth0, depth1, depth2, depth3
    // Marks
    case lights, green, yellow, orange, red, blue, grey
    case grade, bonus, up, down, same, flag, reached, notReached = "not-reached"
    // Bars
    case bar, track, fill, mark
    // What a script acts on
    case sortable, filterable
    // Further pages
    case summary, chart, definition, overfull, digest, found
    // Workings
    case workings, workingsTitle = "workings-title", steps

    /// The indentation of a depth in a tree; deeper ones share the last.
    static func depth(_ depth: Int) -> StyleClass {
        switch depth {
        case ...0: .depth0
        case 1: .depth1
        case 2: .depth2
        default: .depth3
        }
    }
}
