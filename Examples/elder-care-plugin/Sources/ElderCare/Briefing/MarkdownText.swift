/// Text that was read from data, made fit for a line of Markdown.
enum MarkdownText {
    /// The text with every sign that Markdown or HTML would take for its own escaped, and on one line.
    ///
    /// It stands behind a heading's mark, in a table or within a line, never at the start of one.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: result += " "
            // Marks without a glyph, which can turn the direction of what follows.
            case .format: continue
            default:
                if "\\`*_[]<>|~&#$@".unicodeScalars.contains(scalar) { result += "\\" }
                result.unicodeScalars.append(scalar)
            }
        }
        // Otherwise some readers make a link of an address.
        return result.replacing("://", with: "\\://").replacing("www.", with: "www\\.")
    }

    /// A row of a table, each cell escaped.
    static func row(_ cells: [String]) -> String {
        "| " + cells.map(escaped).joined(separator: " | ") + " |\n"
    }

    /// The heading of a table; the columns of numbers are set to the right.
    static func heading(_ cells: [(text: String, isNumber: Bool)]) -> String {
        row(cells.map(\.text)) + "|" + cells.map { $0.isNumber ? " ---: |" : " --- |" }.joined() + "\n"
    }
}
