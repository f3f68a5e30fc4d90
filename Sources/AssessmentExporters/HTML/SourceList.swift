internal import AssessmentCore

/// Where a value was read: each publisher and file once, with the rows.
struct SourceList {
    let rendering: Rendering
    let sources: [Source]

    /// A file or sheet with its publisher and the rows that were read.
    struct Source: Sendable {
        let publisher: String
        let file: String
        let sheet: String?
        var rows: [Int]
        var place: String { sheet.map { "\(file):\($0)" } ?? file }
    }

    /// The first two sources, with up to three rows each, and how many there are besides.
    var markup: Markup {
        guard !sources.isEmpty else { return Markup(rendering(Wording.dash)) }
        var markup = Markup.empty
        for source in sources.prefix(2) { markup.append(line(source)) }
        if sources.count > 2 {
            markup.append(Tag.div { rendering(Wording.furtherSources(sources.count - 2)) })
        }
        return markup
    }

    /// The publishers, each once; the file where a source names none.
    var publishers: [String] {
        var names: [String] = []
        for source in sources {
            let name = source.publisher.isEmpty ? source.place : source.publisher
            if !names.contains(name) { names.append(name) }
        }
        return names
    }

    /// The sources of some cells, in the order in which they were read.
    static func sources(of cells: [Trace.Cell]) -> [Source] {
        var sources: [Source] = []
        // A unit may rest on every entry of a long register.
        var listed: [Set<Int>] = []
        for cell in cells {
            let row = cell.origin.row
            let known = sources.firstIndex {
                $0.file == cell.origin.file && $0.publisher == cell.origin.source && $0.sheet == cell.origin.sheet
            }
            if let known {
                if listed[known].insert(row).inserted { sources[known].rows.append(row) }
            } else {
                sources.append(
                    Source(
                        publisher: cell.origin.source, file: cell.origin.file, sheet: cell.origin.sheet, rows: [row]))
                listed.append([row])
            }
        }
        return sources
    }

    private func line(_ source: Source) -> Markup {
        let rows = rendering.list(source.rows.prefix(3).map(String.init))
        let further =
            source.rows.count > 3
            ? rendering(Wording.comma) + rendering(Wording.furtherSources(source.rows.count - 3)) : ""
        return Tag.div {
            rendering.verbatim(source.publisher)
            " "
            Tag.span(.style(.place)) { rendering.verbatim("\(source.place):\(rows)") + Markup(further) }
        }
    }
}
