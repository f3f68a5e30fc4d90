internal import AssessmentCore
public import AssessmentExporters

extension RunDifference {
    /// Compares two runs. Nothing else than the two results is read.
    ///
    /// - Parameters:
    ///   - before: the earlier run.
    ///   - after: the later run.
    public init(from before: ResultDocument, to after: ResultDocument) {
        self = RunComparison(LedgerSide(before), LedgerSide(after)).difference()
    }
}

/// Finds what differs between two ledgers, and why.
struct RunComparison {
    let before: LedgerSide
    let after: LedgerSide
    private let changedFiles: Set<String>
    private let isProgramChanged: Bool

    init(_ before: LedgerSide, _ after: LedgerSide) {
        self.before = before
        self.after = after
        let inputs = RunComparison.inputs(before, after)
        changedFiles = Set(inputs.map(\.name))
        isProgramChanged = !RunComparison.programs(before, after).isEmpty
    }

    /// A unit in a period, with its row on both sides.
    private struct Row {
        let unit: String
        let period: String
        let before: Int?
        let after: Int?
    }

    func difference() -> RunDifference {
        let rows = rows()
        var changed: [LedgerSide.Place: [Int: RunDifference.Cell]] = [:]
        let places = places()
        for place in places {
            for (index, row) in rows.enumerated() {
                if let cell = cell(place, row) { changed[place, default: [:]][index] = cell }
            }
        }
        var cells: [RunDifference.Cell] = []
        let ordered = ordered(places)
        for (index, row) in rows.enumerated() {
            for place in ordered {
                guard let cell = changed[place]?[index] else { continue }
                let causes = causes(place, row, index, changed)
                cells.append(
                    RunDifference.Cell(
                        node: cell.node, step: cell.step, unit: cell.unit, period: cell.period, before: cell.before,
                        after: cell.after, causes: causes))
            }
        }
        return RunDifference(
            before: run(before), after: run(after), inputs: RunComparison.inputs(before, after),
            programs: RunComparison.programs(before, after), units: units(), nodes: nodes(),
            settings: settings(places, rows), totals: totals(rows), cells: cells,
            robustness: RunComparison.robustness(before.ledger.robustness, after.ledger.robustness),
            comparedRows: rows.count { $0.before != nil && $0.after != nil },
            periods: Set(before.ledger.periods + after.ledger.periods).sorted(),
            unitNames: names(
                before.ledger.units.map { ($0.code, $0.name) }, after.ledger.units.map { ($0.code, $0.name) }),
            nodeNames: names(before.ledger.nodes.map { ($0.id, $0.name) }, after.ledger.nodes.map { ($0.id, $0.name) }),
            unitsOfMeasure: names(
                before.ledger.nodes.compactMap { node in node.unitOfMeasure.map { (node.id, $0) } },
                after.ledger.nodes.compactMap { node in node.unitOfMeasure.map { (node.id, $0) } }),
            root: after.root ?? before.root ?? "")
    }

    private func run(_ side: LedgerSide) -> RunDifference.Run {
        RunDifference.Run(
            title: side.ledger.title, period: side.ledger.period, results: side.document.manifest.results)
    }

    private func names(
        _ before: [(String, BilingualText)], _ after: [(String, BilingualText)]
    ) -> [String: BilingualText] {
        Dictionary(before + after, uniquingKeysWith: { $1 })
    }

    /// The rows of both: the assessed period of the later run first, then the others from the last one back; the units of
    /// the later run in listed order, then those that only the earlier one has.
    private func rows() -> [Row] {
        let assessed = after.ledger.period
        let periods = Set(before.ledger.periods + after.ledger.periods).sorted {
            ($0 == assessed ? 0 : 1, $1) < ($1 == assessed ? 0 : 1, $0)
        }
        let later = after.ledger.units.map(\.code)
        let units = later + before.ledger.units.map(\.code).filter { !later.contains($0) }
        return periods.flatMap { period in
            units.compactMap { unit in
                let row = Row(
                    unit: unit, period: period, before: before.row(unit: unit, period: period),
                    after: after.row(unit: unit, period: period))
                return row.before == nil && row.after == nil ? nil : row
            }
        }
    }

    /// The steps of both: those of the later run in order, then those that only the earlier one has.
    private func places() -> [LedgerSide.Place] {
        after.order + before.order.filter { after.tables[$0] == nil }
    }

    /// The same from the root down, the steps of a node in order.
    private func ordered(_ places: [LedgerSide.Place]) -> [LedgerSide.Place] {
        let nodes = after.ledger.nodes.map(\.id)
        let all = nodes + before.ledger.nodes.map(\.id).filter { !nodes.contains($0) }
        let byNode = Dictionary(grouping: places, by: \.node)
        return all.flatMap { byNode[$0] ?? [] }
    }

    private func cell(_ place: LedgerSide.Place, _ row: Row) -> RunDifference.Cell? {
        func content(_ side: LedgerSide, _ row: Int?, beside other: LedgerSide) -> RunDifference.Content? {
            guard let row, let table = side.table(of: place, beside: other) else { return nil }
            return LedgerSide.content(table.entry, row: row)
        }
        let (old, new) = (content(before, row.before, beside: after), content(after, row.after, beside: before))
        guard old != new else { return nil }
        return RunDifference.Cell(
            node: place.node, step: place.step, unit: row.unit, period: row.period, before: old, after: new, causes: [])
    }

    private func causes(
        _ place: LedgerSide.Place, _ row: Row, _ index: Int, _ changed: [LedgerSide.Place: [Int: RunDifference.Cell]]
    ) -> [RunDifference.Cause] {
        guard let old = before.table(of: place, beside: after), let new = after.table(of: place, beside: before),
            let oldRow = row.before, let newRow = row.after
        else { return [.existence] }
        var causes: [RunDifference.Cause] = []
        var read: [LedgerSide.Table] = []
        for (side, table) in [(before, old), (after, new)] {
            let isThere = table.place == place
            let tables =
                [isThere ? side.predecessor(of: place) : table, side.target(of: place)].compactMap(\.self)
                + (isThere ? side.nodesRead(by: table).compactMap { side.score(of: $0) } : [])
            for table in tables where !read.contains(where: { $0.place == table.place }) { read.append(table) }
        }
        for table in read where changed[table.place]?[index] != nil {
            causes.append(.cell(node: table.place.node, step: table.place.step))
        }
        // A table that stands in has none of the decisions of the step.
        let details = [old, new].map { $0.place == place ? $0.detail : StepDetail() }
        let isBoth = old.place == new.place
        causes += StepDetail.changes(from: details[0], row: oldRow, to: details[1], row: newRow)
            .filter { isBoth || $0.name == StepDetail.decisions }.map { .setting($0) }
        if place.step == Step.Kind.measure.rawValue {
            causes += data(old, oldRow, new, newRow)
        }
        if details.contains(where: \.comparesUnits) || causes.isEmpty, isAnother(index, changedIn: read, changed) {
            causes.append(.otherUnits)
        }
        if causes.isEmpty {
            // What is left is what the ledger does not hold.
            causes.append(!changedFiles.isEmpty ? .specification : isProgramChanged ? .program : .unexplained)
        }
        return causes
    }

    private func data(
        _ old: LedgerSide.Table, _ oldRow: Int, _ new: LedgerSide.Table, _ newRow: Int
    ) -> [RunDifference.Cause] {
        let (was, now) = (LedgerSide.places(old.entry, row: oldRow), LedgerSide.places(new.entry, row: newRow))
        let isRead = was != now || (was + now).contains { changedFiles.contains($0.file) }
        return isRead ? [.data(before: was, after: now)] : []
    }

    private func isAnother(
        _ index: Int, changedIn read: [LedgerSide.Table], _ changed: [LedgerSide.Place: [Int: RunDifference.Cell]]
    ) -> Bool {
        read.contains { table in changed[table.place]?.keys.contains { $0 != index } ?? false }
    }

    private func totals(_ rows: [Row]) -> [RunDifference.Total] {
        rows.compactMap { row in
            let old = row.before.map { before.standing(row: $0) }
            let new = row.after.map { after.standing(row: $0) }
            guard old != new else { return nil }
            return RunDifference.Total(unit: row.unit, period: row.period, before: old, after: new)
        }
    }

    private func settings(_ places: [LedgerSide.Place], _ rows: [Row]) -> [RunDifference.Setting] {
        places.compactMap { place in
            guard let old = before.tables[place], let new = after.tables[place] else {
                return RunDifference.Setting(
                    node: place.node, step: place.step, fields: [], rowFields: [:],
                    isBefore: before.tables[place] != nil, isAfter: after.tables[place] != nil)
            }
            var (fields, counts): ([RunDifference.Field], [String: Int]) = ([], [:])
            let names = old.detail.names.union(new.detail.names).subtracting(["actions"])
            for name in names.sorted() {
                if old.detail.byRow[name] == nil, new.detail.byRow[name] == nil {
                    let (was, now) = (old.detail.common[name], new.detail.common[name])
                    guard was != now else { continue }
                    fields.append(RunDifference.Field(name: name, before: was?.description, after: now?.description))
                } else {
                    let count = rows.count { row in
                        guard let oldRow = row.before, let newRow = row.after else { return false }
                        return old.detail.value(name, row: oldRow) != new.detail.value(name, row: newRow)
                    }
                    if count > 0 { counts[name] = count }
                }
            }
            guard !fields.isEmpty || !counts.isEmpty else { return nil }
            return RunDifference.Setting(
                node: place.node, step: place.step, fields: fields, rowFields: counts, isBefore: true, isAfter: true)
        }
    }
}
