internal import AssessmentCore

/// How results were computed, each behind a line that opens.
struct WorkingsList {
    let rendering: Rendering
    let result: UnitResult

    /// The workings of some nodes, under a small heading.
    func markup(of nodes: [FrameworkNode], titled title: BilingualText) -> Markup {
        guard !nodes.isEmpty else { return .empty }
        return Tag.div(.style(.workings)) {
            Tag.p(.style(.workingsTitle)) { rendering(title) }
            for node in nodes {
                if let trace = result.traces[node.id] { workings(of: trace) }
            }
        }
    }

    private func workings(of trace: Trace) -> Markup {
        Tag.details {
            Tag.summary { rendering(trace.name) }
            // The place lies within, so that a link to it opens the workings.
            Tag.div(.id(.workings(trace.node))) {
                Tag.ol(.style(.steps)) {
                    for line in trace.lines.reversed() { step(line) }
                }
                result.flags.list(trace.node, rendering)
            }
        }
    }

    /// What one step did, with its workings and the cells that it read.
    func step(_ line: Trace.Line) -> Markup {
        Tag.li {
            rendering(line.text)
            if !line.workings.isEmpty {
                Tag.ul {
                    for working in line.workings { Tag.li { rendering(working) } }
                }
            }
            if !line.cells.isEmpty { cells(line.cells) }
        }
    }

    /// The cells below the place that they were read from, which is said once for those that follow each other.
    private func cells(_ cells: [Trace.Cell]) -> Markup {
        Tag.dl(.style(.cells)) {
            for (position, cell) in cells.enumerated() {
                if position == 0 || !WorkingsList.isOnePlace(cell.origin, cells[position - 1].origin) {
                    Tag.dt { place(cell.origin) }
                }
                Tag.dd {
                    rendering(cell.label)
                    rendering(Wording.colon)
                    Tag.strong { rendering(cell.value) }
                    Wording.rowInBrackets(cell.origin, in: rendering.language)
                }
            }
        }
    }

    /// Whether two cells differ by nothing but the row that they were read from.
    private static func isOnePlace(_ one: Origin, _ other: Origin) -> Bool {
        one.column == other.column && one.file == other.file && one.sheet == other.sheet && one.source == other.source
            && one.note == other.note
    }

    /// The file and column that cells were read from, with who published them, what is noted on them, and the query that
    /// answered them.
    private func place(_ origin: Origin) -> Markup {
        var markup = Markup(rendering(Wording.cellsRead) + rendering(Wording.colon))
        markup.append(Markup(Wording.column(origin, in: rendering.language)))
        for text in [origin.source, origin.note] where !text.isEmpty {
            markup.append(Markup(rendering(Wording.semicolon)))
            markup.append(rendering.verbatim(text))
        }
        if let query = rendering.assessment.manifest.query(behind: origin) {
            markup.append(Markup(rendering(Wording.semicolon) + rendering(Wording.answer(query))))
        }
        return markup
    }
}
