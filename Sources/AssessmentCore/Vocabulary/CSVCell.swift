/// Cells of a file of comma-separated values.
public enum CSVCell {
    /// A number as short as it reads back exactly; empty where there is none.
    public static func number(_ value: Double?) -> String {
        value.map { Formula.text(of: $0) } ?? ""
    }

    /// A text, quoted where it must be. One that a spreadsheet would take for a formula is kept as text by an
    /// apostrophe before it.
    public static func text(_ text: String) -> String {
        var safe = text
        if let first = text.unicodeScalars.first, "=+-@\t\r＝＋－＠".unicodeScalars.contains(first) { safe = "'" + text }
        guard safe.unicodeScalars.contains(where: { "\",\r\n".unicodeScalars.contains($0) }) else { return safe }
        // By scalars: a mark that a combining one follows is no character `"`.
        var quoted = String.UnicodeScalarView("\"".unicodeScalars)
        for scalar in safe.unicodeScalars {
            if scalar == "\"" { quoted.append(scalar) }
            quoted.append(scalar)
        }
        quoted.append("\"")
        return String(quoted)
    }
}
