public import AssessmentCore
internal import AssessmentData
public import AssessmentExporters

/// Compares a recorded result with the one that was computed again, number by number and whatever else it holds.
///
/// It knows nothing of single steps: what a later version records is compared as well.
public struct ResultComparison: Sendable {
    /// What differs by more than last bits, in the order of the ledger; the first of many.
    public private(set) var findings: [Finding] = []
    /// How much more differs than the findings say.
    public private(set) var unlisted = 0
    /// How many numbers differ by last bits alone, and where the first of them stands.
    public private(set) var lastBits: (count: Int, first: String) = (0, "")

    private let ledger: LedgerDocument
    private static let mostFindings = 25

    /// Begins a comparison.
    ///
    /// - Parameter ledger: the recorded ledger, which names units and periods.
    public init(_ ledger: LedgerDocument) {
        self.ledger = ledger
    }

    // MARK: Measured columns

    /// Compares a recorded column with one that was measured again.
    ///
    /// - Parameter again: how the other one came about, in words.
    public mutating func compare(_ entry: LedgerDocument.Entry, with column: Column, again: String) {
        guard column.count == entry.values.count else { return }
        for row in 0..<column.count {
            let place = Place([.key("ledger"), .key("entries"), .entry(entry.node, entry.step, 0), .row(row)])
            switch (entry.values[row], column[row]) {
            case (let recorded?, let measured?): compare(recorded, measured, place, again)
            case (nil, nil): break
            case (let recorded, let measured): differ(place, number(recorded), number(measured), again)
            }
            let reasons = (entry.reasons[String(row)] ?? "none", column.reasons[row]?.rawValue ?? "none")
            if entry.states[row] != column.states[row].rawValue || reasons.0 != reasons.1 {
                differ(
                    place, "\(entry.states[row]) (reason: \(reasons.0))",
                    "\(column.states[row].rawValue) (reason: \(reasons.1))", again)
            }
            let notes = (entry.notes[String(row)], column.notes[row])
            if notes.0 != notes.1 {
                differ(place, "the note ‘\(notes.0?.en ?? "")’", "the note ‘\(notes.1?.en ?? "")’", again)
            }
        }
    }

    private func number(_ value: Double?) -> String { value.map(Formula.text(of:)) ?? "no number" }

    private mutating func compare(_ recorded: Double, _ other: Double, _ place: Place, _ again: String) {
        switch Agreement(recorded, other) {
        case .same: break
        case .lastBits:
            lastBits.count += 1
            if lastBits.count == 1 {
                lastBits.first =
                    "\(printable(place.words(ledger))): recorded \(recorded.description), \(again) \(other.description)"
            }
        case .none: differ(place, Formula.text(of: recorded), Formula.text(of: other), again)
        }
    }

    private mutating func differ(_ place: Place, _ recorded: String, _ other: String, _ again: String) {
        guard findings.count < ResultComparison.mostFindings else {
            unlisted += 1
            return
        }
        findings.append(
            Finding("\(BundlePath.result): \(place.words(ledger))", "recorded \(recorded), \(again) \(other)"))
    }

    // MARK: Whole files

    /// Compares a recorded result.json with the one that was computed again.
    ///
    /// - Throws: `Diagnostic` where one of them is no JSON.
    public mutating func compare(recorded: [UInt8], recomputed: [UInt8]) throws(Diagnostic) {
        let before = findings.count + unlisted
        compare(
            try JSONScanner.read(recorded, file: BundlePath.result),
            try JSONScanner.read(recomputed, file: BundlePath.result), Place([]))
        guard findings.count + unlisted == before else { return }
        // What says the same may still be written in another way.
        let outcome = TextComparison.compare(BundlePath.result, recorded: recorded, rewritten: recomputed)
        if case .different(let finding) = outcome { findings.append(finding) }
    }

    private mutating func compare(_ recorded: JSONNode, _ other: JSONNode, _ place: Place) {
        switch (recorded.value, other.value) {
        case (.null, .null): break
        case (.truth(let first), .truth(let second)) where first == second: break
        case (.text(let first), .text(let second)) where first == second: break
        case (.number(let first), .number(let second)):
            guard first != second else { return }
            guard let numbers = (Double(first), Double(second)) as? (Double, Double) else { return }
            compare(numbers.0, numbers.1, place, "recomputed")
        case (.array(let first), .array(let second)):
            guard !place.isEntries else { return compareEntries(first, second, place) }
            if first.count != second.count {
                differ(place, "\(first.count) items", "\(second.count) items", "recomputed")
            }
            for (index, (first, second)) in zip(first, second).enumerated() {
                compare(first, second, place.appending(.row(index)))
            }
        case (.object(let first), .object(let second)): compareMembers(first, second, place)
        default: differ(place, wording(recorded), wording(other), "recomputed")
        }
    }

    private mutating func compareMembers(_ first: [JSONMember], _ second: [JSONMember], _ place: Place) {
        let (recorded, other) = (
            Dictionary(first.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first }),
            Dictionary(second.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
        )
        /// Numbers come before what is said about them.
        func order(_ key: String) -> (Int, String) { (["values": 0, "states": 1, "reasons": 2][key] ?? 3, key) }
        for key in Set(recorded.keys).union(other.keys).sorted(by: { order($0) < order($1) }) {
            // The digest of the results differs where a last bit does; it is checked by itself.
            if place.isManifest, key == "results" { continue }
            let place = place.appending(Int(key).map { .row($0) } ?? .key(key))
            switch (recorded[key], other[key]) {
            case (let recorded?, let other?): compare(recorded, other, place)
            case (let recorded, let other):
                differ(place, recorded.map(wording) ?? "nothing", other.map(wording) ?? "nothing", "recomputed")
            }
        }
    }

    /// The tables are matched by node and step, so that one too many does not make all that follow differ.
    private mutating func compareEntries(_ first: [JSONNode], _ second: [JSONNode], _ place: Place) {
        let (recorded, other) = (ResultComparison.tables(first), ResultComparison.tables(second))
        let known = Dictionary(other.map { ($0.name, $0.node) }, uniquingKeysWith: { first, _ in first })
        for table in recorded {
            let place = place.appending(table.name)
            if let other = known[table.name] {
                compare(table.node, other, place)
            } else {
                differ(place, "a table", "none", "recomputed")
            }
        }
        let names = Set(recorded.map(\.name))
        for table in other where !names.contains(table.name) {
            differ(place.appending(table.name), "no table", "one", "recomputed")
        }
    }

    private static func tables(_ entries: [JSONNode]) -> [(name: Place.Part, node: JSONNode)] {
        func text(_ key: String, _ members: [JSONMember]) -> String {
            if case .text(let text) = members.first(where: { $0.key == key })?.value.value { text } else { "" }
        }
        var counts: [String: Int] = [:]
        return entries.map { entry in
            guard case .object(let members) = entry.value else { return (.key("?"), entry) }
            let (node, step) = (text("node", members), text("step", members))
            let count = counts["\(node)/\(step)", default: 0]
            counts["\(node)/\(step)"] = count + 1
            return (.entry(node, step, count), entry)
        }
    }

    private func wording(_ node: JSONNode) -> String {
        switch node.value {
        case .null: "no number"
        case .truth(let truth): truth ? "true" : "false"
        case .number(let text): text
        case .text(let text): "‘\(text.count > 200 ? text.prefix(200) + "…" : text)’"
        case .array(let items): "\(items.count) items"
        case .object: "an object"
        }
    }
}

/// A place in a result, which is told by node, step, unit and period.
private struct Place {
    enum Part: Hashable {
        case key(String)
        case row(Int)
        case entry(String, String, Int)
    }

    private let parts: [Part]

    init(_ parts: [Part]) { self.parts = parts }

    func appending(_ part: Part) -> Place { Place(parts + [part]) }

    var isEntries: Bool { parts == [.key("ledger"), .key("entries")] }
    var isManifest: Bool { parts == [.key("manifest")] }

    func words(_ ledger: LedgerDocument) -> String {
        guard parts.count > 2, case .entry(let node, let step, let count) = parts[2] else {
            return parts.map { part in
                switch part {
                case .key(let key): key
                case .row(let row): "[\(row)]"
                case .entry(let node, let step, _): "\(node) \(step)"
                }
            }.joined(separator: ".")
        }
        var words = [node, step + (count > 0 ? " (the \(count + 1)th)" : "")]
        var inner: [String] = []
        var hasRow = false
        for part in parts.dropFirst(3) {
            switch part {
            case .key(let key): if key != "values" || hasRow { inner.append(key) }
            case .row(let row):
                if !hasRow, ledger.units.count > 0, row >= 0, row < ledger.units.count * ledger.periods.count {
                    let unit = ledger.units[row % ledger.units.count]
                    words += ["\(unit.code) \(unit.name.zh)", ledger.periods[row / ledger.units.count]]
                    hasRow = true
                } else {
                    inner.append("[\(row)]")
                }
            case .entry: break
            }
        }
        return (words + (inner.isEmpty ? [] : [inner.joined(separator: ".")])).joined(separator: ", ")
    }
}
