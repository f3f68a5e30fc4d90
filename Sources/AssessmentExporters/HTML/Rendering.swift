internal import AssessmentCore

/// An assessment in one language: its numbers and names as a reader of that language sees them.
struct Rendering: Sendable {
    let figures: Figures
    let language: Language

    var assessment: CompletedAssessment { figures.assessment }

    /// The tag of the language in HTML.
    var languageTag: String { Rendering.tag(of: language) }

    /// The tag of a language in HTML.
    static func tag(of language: Language) -> String {
        switch language {
        case .chinese: "zh-CN"
        case .english: "en"
        }
    }

    func callAsFunction(_ text: BilingualText) -> String { text[language] }

    /// A list of names.
    func list(_ names: [String]) -> String { names.joined(separator: self(Wording.comma)) }

    /// Text of data that is not translated; marked as Chinese where it is so on a page in another language.
    func verbatim(_ text: String) -> Markup {
        guard language != .chinese, Rendering.isChinese(text) else { return Markup(text) }
        return Tag.span(.lang(Rendering.tag(of: .chinese))) { text }
    }

    /// Whether a text has a character of U+4E00 to U+9FFF, which begin with the bytes E4 B8 to E9 BF.
    private static func isChinese(_ text: String) -> Bool {
        var before: UInt8 = 0
        for byte in text.utf8 {
            if (0xE5...0xE9).contains(byte) || before == 0xE4 && byte >= 0xB8 { return true }
            before = byte
        }
        return false
    }

    /// The name of a peer group; nothing where all units are one group anyway.
    func name(ofGroup group: PeerGroup) -> String? {
        assessment.specification.peerGroups.isEmpty ? nil : self(group.name)
    }

    /// The score of a node as it is printed.
    func score(_ node: FrameworkNode, row: Int) -> String {
        guard let known = figures[node.id], let score = known.score(row) else { return self(Wording.dash) }
        return DecimalRounding.text(score, decimals: known.decimals)
    }

    /// A change with its sign.
    func signed(_ change: Double, decimals: Int) -> String {
        let text = DecimalRounding.text(change, decimals: decimals)
        return change > 0 ? "+\(text)" : text
    }

    /// A share from 0 to 1 in per cent; only the whole is printed as 100%.
    func percent(_ share: Double?) -> String {
        share.map(DecimalRounding.percentage(of:)) ?? self(Wording.dash)
    }

    /// A formula in the words of the reader.
    func formula(_ formula: Formula) -> String { language == .chinese ? formula.chineseText : formula.text }

    /// The value of an indicator, in its unit of measure but without it.
    func value(_ value: Double, in unit: UnitOfMeasure?) -> String {
        if unit?.isYesOrNo == true, value == 0 || value == 1 { return self(value == 1 ? Wording.yes : Wording.no) }
        // What has no unit of measure has no usual number of decimals either.
        guard let unit, !unit.symbol.zh.isEmpty else {
            return DecimalRounding.text(value, upTo: 4)
        }
        return DecimalRounding.text(value, decimals: unit.decimals)
    }

    /// A number as it was given: up to six decimals, without zeros at the end.
    func plain(_ number: Double) -> String {
        DecimalRounding.text(number, upTo: 6)
    }

    /// The unit of measure of an indicator of the framework.
    func unitOfMeasure(of node: FrameworkNode) -> UnitOfMeasure? {
        figures[node.id]?.unitOfMeasure
    }

    /// Why a cell has no value of its own, with what more is to be said about it.
    func reason(_ column: Column, row: Int) -> String {
        let state = self(Wording.state(column.states[row]))
        let reason = column.reasons[row].map { self($0.name) } ?? state
        guard let note = column.notes[row].map({ self($0) }) else { return reason }
        return Rendering.holds(note, reason) ? note : [reason, note].joined(separator: self(Wording.semicolon))
    }

    /// Why a cell has no value of its own, without a note that says no more than where.
    func shortReason(_ column: Column, row: Int) -> String {
        guard let reason = column.reasons[row].map({ self($0.name) }), let note = column.notes[row],
            Rendering.holds(self(note), reason)
        else { return self.reason(column, row: row) }
        return reason
    }

    /// Whether a text holds another one, byte by byte: the search of the library is made for long texts.
    private static func holds(_ text: String, _ part: String) -> Bool {
        var (text, part) = (text, part)
        return text.withUTF8 { text in
            part.withUTF8 { part in
                guard text.count >= part.count else { return false }
                return (0...text.count - part.count).contains { start in
                    part.indices.allSatisfy { text[start + $0] == part[$0] }
                }
            }
        }
    }

    /// Where a value was read: its publisher, file and row.
    func origin(_ origin: Origin) -> Markup {
        let place = [origin.file, origin.sheet, String(origin.row)].compactMap { $0 }.joined(separator: ":")
        return (origin.source.isEmpty ? .empty : verbatim(origin.source) + Markup(" "))
            + Tag.span(.style(.place)) { verbatim(place) }
    }
}
