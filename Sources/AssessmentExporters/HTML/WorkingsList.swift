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

    private func cells(_ cells: [Trace.Cell]) -> Markup {
        Tag.table(.style(.cells)) {
            Tag.caption { rendering(Wording.cellsRead) }
            Tag.thead {
                Tag.tr {
                    Tag.th(.scope(.column)) { rendering(Wording.cell) }
                    for heading in WorkingsList.headings {
                        Tag.th(.scope(.column), heading.isNumber ? .style(.number) : nil) { rendering(heading.text) }
                    }
                }
            }
            Tag.tbody {
                for cell in cells { line(cell) }
            }
        }
    }

    /// The headings of the columns behind the first.
    private static let headings = [
        (text: Wording.figure, isNumber: true), (text: Wording.source, isNumber: false),
        (text: Wording.readFrom, isNumber: false),
    ]

    /// The part of the style sheet that prints the headings beside the cells on a narrow screen: the tables are many, and
    /// alike.
    static var narrowHeadings: String {
        let rules = headings.enumerated().map { position, heading in
            let cell = ".cells td:nth-child(\(position + 2))::before"
            return "\(cell) { content: \"\(heading.text.zh)\"; }\n"
                + ":root:lang(en) \(cell) { content: \"\(heading.text.en)\"; }\n"
        }
        return "@media screen and (max-width: 44rem) {\n\(rules.joined())}\n"
    }

    private func line(_ cell: Trace.Cell) -> Markup {
        Tag.tr {
            Tag.th(.scope(.row)) { rendering(cell.label) }
            Tag.td(.style(.number)) { rendering(cell.value) }
            Tag.td(.style(.words)) {
                rendering.verbatim(cell.origin.source)
                if !cell.origin.note.isEmpty {
                    Tag.div(.style(.quiet)) { rendering.verbatim(cell.origin.note) }
                }
            }
            Tag.td(.style(.words)) {
                Wording.place(cell.origin, in: rendering.language)
                if let query = rendering.assessment.manifest.query(behind: cell.origin) {
                    Tag.div(.style(.quiet)) { rendering(Wording.answer(query)) }
                }
            }
        }
    }
}
