/// A piece of a formula of a spreadsheet.
struct FormulaFragment {
    /// The text.
    var text: String
    /// Whether it stands without brackets wherever it is put.
    var isAtom: Bool
    /// The cells that must hold numbers, each once, for it to have a value.
    var needs: [String]
    /// Whether it may come out as an error although they do, such as by dividing by zero.
    var mayFail: Bool

    init(_ text: String, isAtom: Bool = true, needs: [String] = [], mayFail: Bool = false) {
        self.text = text
        self.isAtom = isAtom
        self.needs = needs
        self.mayFail = mayFail
    }

    /// No value.
    static let none = FormulaFragment("NA()", mayFail: true)

    /// The text with brackets where it needs some.
    var bracketed: String { isAtom ? text : "(\(text))" }

    /// What must hold for the value to be there; nothing where it always is.
    var condition: String? { FormulaFragment.condition(needs) }

    /// That every one of some cells holds a number.
    static func condition(_ needs: [String]) -> String? {
        if needs.isEmpty { return nil }
        if needs.count == 1 { return "ISNUMBER(\(needs[0]))" }
        return "\(count(needs))=\(needs.count)"
    }

    /// How many of some cells hold numbers.
    static func count(_ cells: [String]) -> String {
        stride(from: 0, to: cells.count, by: 200).map { first in
            "COUNT(\(cells[first..<min(cells.count, first + 200)].joined(separator: ",")))"
        }.joined(separator: "+")
    }

    /// The text of a cell: its number, and an empty text where there is none.
    var complete: String {
        let own = mayFail ? "IFERROR(\(text),\"\")" : text
        return condition.map { "IF(\($0),\(own),\"\")" } ?? own
    }

    /// The piece within another one that says itself whether it has a value.
    var guarded: FormulaFragment {
        guard let condition else { return self }
        return FormulaFragment("IF(\(condition),\(text),NA())", mayFail: true)
    }

    /// The cells that some pieces need, each once.
    static func needs(_ fragments: [FormulaFragment]) -> [String] {
        var seen: Set<String> = []
        return fragments.flatMap(\.needs).filter { seen.insert($0).inserted }
    }
}
