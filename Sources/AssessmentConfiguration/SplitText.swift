import AssessmentCore

/// The slip `{ zh: 甲, en: Conditions, 2020 }`: inside braces a comma ends a text, and what follows is read as a key.
struct SplitText {
    /// The place among the entries of the first piece that is read as a key.
    let first: Int
    /// The problem, told once for all pieces of a text.
    let diagnostic: Diagnostic

    /// Looks at a key that is not known; nothing where it is no piece of the text before it.
    init?(at index: Int, in entries: [YAMLEntry], known: [String]) {
        func isPiece(_ index: Int) -> Bool {
            guard index > 0, case .scalar("", true) = entries[index].value.value else { return false }
            // In a mapping without braces each key has a line of its own.
            return entries[index].keyPosition.line == entries[index - 1].keyPosition.line
                && !known.contains(entries[index].key)
        }
        guard isPiece(index) else { return nil }
        var first = index
        while isPiece(first - 1) { first -= 1 }
        var last = index
        while last + 1 < entries.count, isPiece(last + 1) { last += 1 }
        let whole = entries[first - 1]
        guard case .scalar(let start, true) = whole.value.value, !start.isEmpty else { return nil }
        // As it was written: after a comma between digits there is no space.
        var (text, end) = (start, whole.value.position.column + start.unicodeScalars.count)
        for entry in entries[first...last] {
            text += (entry.keyPosition.column == end + 1 ? "," : ", ") + entry.key
            end = entry.keyPosition.column + entry.key.unicodeScalars.count
        }
        self.first = first
        diagnostic = Diagnostic(
            at: entries[first].keyPosition,
            "the comma before \(quoted(entries[first].key)) ends the text, so that the rest is read as a key",
            expected: "the whole text in quotes",
            suggestion: text.contains("\"") ? "\(whole.key): '\(text)'" : "\(whole.key): \"\(text)\"")
    }
}
