internal import AssessmentCore
internal import AssessmentExporters

/// One of the two ledgers that are compared, with its tables looked up by node and step.
struct LedgerSide {
    /// A step of a node; the second of a kind at one node is another one, and so is that of another adjustment.
    struct Place: Hashable {
        let node: String
        let step: String
        let adjustment: String?
        let occurrence: Int
    }

    /// A table with its place.
    struct Table {
        let place: Place
        let entry: LedgerDocument.Entry
        let detail: StepDetail
        /// Whether the node goes on with its numbers: a rank, a grade or a light is read by nothing else, and
        /// a target by the evaluation alone.
        var givesNumbers: Bool {
            !isTarget && entry.detail.groupSizes == nil && entry.detail.bands == nil && entry.detail.light == nil
        }

        /// Whether its numbers are those that scores are compared with.
        var isTarget: Bool { place.step == Step.Kind.target.rawValue }
    }

    let document: ResultDocument
    let tables: [Place: Table]
    /// The tables of each node, in order.
    let ofNode: [String: [Table]]
    let order: [Place]
    private let unitPositions: [String: Int]
    private let periodPositions: [String: Int]

    var ledger: LedgerDocument { document.ledger }

    init(_ document: ResultDocument) {
        self.document = document
        var counts: [String: Int] = [:]
        var (order, tables): ([Place], [Place: Table]) = ([], [:])
        var ofNode: [String: [Table]] = [:]
        for entry in document.ledger.entries {
            let adjustment = entry.detail.adjustment
            let key = [entry.node, entry.step, adjustment ?? ""].joined(separator: "\n")
            let place = Place(
                node: entry.node, step: entry.step, adjustment: adjustment, occurrence: counts[key, default: 0])
            counts[key, default: 0] += 1
            let table = Table(
                place: place, entry: entry, detail: StepDetail(entry, decisions: document.ledger.decisions ?? []))
            order.append(place)
            tables[place] = table
            ofNode[entry.node, default: []].append(table)
        }
        (self.order, self.tables, self.ofNode) = (order, tables, ofNode)
        let ledger = document.ledger
        unitPositions = Dictionary(
            ledger.units.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
        periodPositions = Dictionary(
            ledger.periods.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The id of the root, where there is one.
    var root: String? { ledger.nodes.first { $0.parent == nil }?.id }

    func row(unit: String, period: String) -> Int? {
        guard let unit = unitPositions[unit], let period = periodPositions[period] else { return nil }
        return period * ledger.units.count + unit
    }

    /// What a cell holds.
    static func content(_ entry: LedgerDocument.Entry, row: Int) -> RunDifference.Content {
        let value = entry.values[row]
        let band = value.flatMap { Int(exactly: $0) }
        var name: BilingualText?
        if let bands = entry.detail.bands, let band, bands.indices.contains(band) { name = bands[band].name }
        if let light = entry.detail.light, let band, light.indices.contains(band) {
            name = Light.Colour(rawValue: light[band].colour)?.name ?? BilingualText(same: light[band].colour)
        }
        return RunDifference.Content(
            value: value, state: entry.states[row], reason: entry.reasons[String(row)].flatMap { Reason(rawValue: $0) },
            name: name)
    }

    /// Where a unit stands in a row.
    func standing(row: Int) -> RunDifference.Standing {
        let own = root.flatMap { ofNode[$0] } ?? []
        let score = own.last { $0.entry.measuredShares != nil }?.entry
        let ranks = own.last { $0.entry.detail.groupSizes != nil }?.entry
        let grades = own.last { $0.entry.detail.bands != nil }?.entry
        let rank = ranks?.values[row].flatMap { Int(exactly: $0) }
        return RunDifference.Standing(
            total: score?.values[row], reason: score?.reasons[String(row)].flatMap { Reason(rawValue: $0) },
            rank: rank, of: rank == nil ? nil : ranks?.detail.groupSizes?[row],
            grade: grades.flatMap { LedgerSide.content($0, row: row).name })
    }

    /// The places that a measured value was read from.
    static func places(_ entry: LedgerDocument.Entry, row: Int) -> [RunDifference.Place] {
        guard let evidence = entry.detail.evidence?[String(row)] else { return [] }
        return evidence.observations.map { RunDifference.Place(subject: $0.variable, file: $0.file, row: $0.row) }
            + evidence.registerEntries.map { RunDifference.Place(subject: $0.register, file: $0.file, row: $0.row) }
    }

    /// The last table before a step at its node whose numbers it goes on with.
    func predecessor(of place: Place) -> Table? {
        guard let own = ofNode[place.node], let position = own.firstIndex(where: { $0.place == place }) else {
            return nil
        }
        return own[..<position].last(where: \.givesNumbers)
    }

    /// The targets that a step compares the numbers of its node with, where they follow from a rule.
    func target(of place: Place) -> Table? {
        guard place.step == Step.Kind.evaluate.rawValue, let own = ofNode[place.node],
            let position = own.firstIndex(where: { $0.place == place }), position > 0, own[position - 1].isTarget
        else { return nil }
        return own[position - 1]
    }

    /// The table of a step. A step that applies decisions is there only where there are some: without any it would have
    /// passed on the table before it, which then stands in.
    ///
    /// - Parameter other: the ledger that has the step, where this one has not.
    func table(of place: Place, beside other: LedgerSide) -> Table? {
        if let table = tables[place] { return table }
        guard place.adjustment != nil, let own = other.ofNode[place.node],
            let position = own.firstIndex(where: { $0.place == place })
        else { return nil }
        let isGrade = own[position].entry.detail.bands != nil
        let before = own[..<position].last { isGrade ? $0.entry.detail.bands != nil : $0.givesNumbers }
        return before.flatMap { table(of: $0.place, beside: other) }
    }

    /// The last table with the score of a node.
    func score(of node: String) -> Table? { ofNode[node]?.last(where: \.givesNumbers) }

    /// The other nodes that a step reads.
    func nodesRead(by table: Table) -> [String] {
        (table.entry.detail.children ?? []) + (table.entry.detail.nodes ?? [])
    }
}
