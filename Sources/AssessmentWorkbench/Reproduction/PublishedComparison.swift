internal import AssessmentCore
internal import AssessmentData

/// Compares the results of an assessment with a published table, cell by cell.
struct PublishedComparison {
    private let table: PublishedTable
    private let bytes: [UInt8]
    private let assessment: CompletedAssessment

    /// - Parameter bytes: those of the table's file.
    init(_ table: PublishedTable, _ bytes: [UInt8], _ assessment: CompletedAssessment) {
        self.table = table
        self.bytes = bytes
        self.assessment = assessment
    }

    private var ledger: Ledger { assessment.ledger }

    /// The comparison.
    ///
    /// - Throws: `DiagnosticList` where the table or the framework lacks what is to be compared.
    func outcome() throws(DiagnosticList) -> Reproduction {
        switch table.subject {
        case .units(let unit, let period, let comparisons, let everyNode):
            try units(unit, period, comparisons, everyNode)
        case .weights(let node, let child, let column): try weights(node, child, column)
        case .vectors(let nodes): try vectors(nodes)
        case .weightVectors(let nodes): try weightVectors(nodes)
        case .statistics(let id, let cells, let isUnsigned): try statistics(id, cells, isUnsigned)
        }
    }

    private func texts(at place: String? = nil) throws(DiagnosticList) -> TableOfTexts {
        try TableOfTexts(
            bytes: bytes, file: table.file, place: place ?? table.place, sheet: table.sheet, namedAt: table.position)
    }

    /// The only column of a list of numbers.
    private func list(at place: String) throws(DiagnosticList) -> [String] {
        let texts = try texts(at: place)
        guard texts.columns.count == 1 else {
            throw problem("‘\(place)’ is not a list of numbers", expected: "a number for each unit or node")
        }
        return texts.rows.map { $0[0] }
    }

    private func vectors(_ nodes: [String: String]) throws(DiagnosticList) -> Reproduction {
        var outcome = Reproduction(table)
        let panel = ledger.panel
        for (place, node) in nodes.sorted(by: { $0.key < $1.key }) {
            guard let scores = ledger.scores(of: node) else {
                throw problem("the specification has no scores of ‘\(node)’", expected: "a node of the framework")
            }
            for (index, text) in try list(at: place).enumerated() {
                let row =
                    panel.units.indices.contains(index)
                    ? panel.row(unit: panel.units[index].code, period: assessment.specification.period) : nil
                outcome.compare(text, row.flatMap { scores[$0] }, place: "\(place) \(index + 1)")
            }
        }
        return outcome
    }

    private func weightVectors(_ nodes: [String: String]) throws(DiagnosticList) -> Reproduction {
        var outcome = Reproduction(table)
        for (place, node) in nodes.sorted(by: { $0.key < $1.key }) {
            let shares = try shares(node).shares
            for (index, text) in try list(at: place).enumerated() {
                outcome.compare(
                    text, shares.indices.contains(index) ? shares[index] : nil, place: "\(place) \(index + 1)")
            }
        }
        return outcome
    }

    /// The children of a node with their shares of weight in the assessed period.
    private func shares(_ node: String) throws(DiagnosticList) -> (children: [String], shares: [Double]) {
        guard case .aggregated(let aggregated) = ledger.entry(of: node, .aggregate)?.detail,
            let row = ledger.panel.row(
                unit: ledger.panel.units.first?.code ?? "", period: assessment.specification.period)
        else { throw problem("‘\(node)’ is not formed from others", expected: "a node with an aggregation") }
        return (aggregated.children, aggregated.weights.weights(row: row).shares)
    }

    private func problem(_ text: String, expected: String? = nil) -> DiagnosticList {
        DiagnosticList([Diagnostic(at: table.position, text, expected: expected)])
    }

    private func index(of column: String, in texts: TableOfTexts) throws(DiagnosticList) -> Int {
        guard let index = texts.columns.firstIndex(of: column) else {
            throw problem("\(table.file) has no column ‘\(column)’", expected: "one of its columns")
        }
        return index
    }

    private func units(
        _ unit: String?, _ period: TableForm.PeriodSource?, _ listed: [PublishedTable.Comparison],
        _ everyNode: PublishedTable.Result?
    ) throws(DiagnosticList) -> Reproduction {
        let texts = try texts()
        var comparisons = listed
        if let everyNode {
            let nodes = Set(assessment.specification.framework.subtree.map(\.id))
            comparisons += texts.columns.filter(nodes.contains).map {
                PublishedTable.Comparison(column: $0, node: $0, result: everyNode)
            }
        }
        var columns: [(index: Int, comparison: PublishedTable.Comparison, results: Results)] = []
        for comparison in comparisons {
            columns.append((try index(of: comparison.column, in: texts), comparison, try results(comparison)))
        }
        let unitIndex: Int? = if let unit { try index(of: unit, in: texts) } else { nil }
        var periodIndex: Int?
        var fixed = assessment.specification.period
        switch period {
        case .column(let column): periodIndex = try index(of: column, in: texts)
        case .only(let only): fixed = only
        case nil: break
        }
        var outcome = Reproduction(table)
        for (number, cells) in texts.rows.enumerated() {
            let code = unitIndex.map { cells[$0] } ?? String(number + 1)
            let when = periodIndex.map { Period(cells[$0]) } ?? fixed
            let row = when.flatMap { ledger.panel.row(unit: code, period: $0) }
            for (index, comparison, results) in columns {
                let place = "\(code) \(when.map(\.description) ?? "") \(comparison.column)"
                switch results {
                case .numbers(let numbers):
                    let number = row.map { numbers[$0] }.flatMap { $0.isNaN ? nil : $0 }
                    outcome.compare(cells[index], number, place: place)
                case .texts(let own): outcome.compare(cells[index], text: row.flatMap { own[$0] }, place: place)
                }
            }
        }
        return outcome
    }

    private enum Results {
        case numbers([Double])
        case texts([String?])
    }

    private func results(_ comparison: PublishedTable.Comparison) throws(DiagnosticList) -> Results {
        let node = comparison.node
        let none = problem(
            "the specification has no such result of ‘\(node)’", expected: "a node and a step of the framework")
        switch comparison.result {
        case .score:
            guard let column = ledger.scores(of: node) else { throw none }
            return .numbers(column.values)
        case .value:
            guard let column = ledger.treatedValues(of: node) else { throw none }
            return .numbers(column.values)
        case .measuredShare:
            guard let entry = ledger.entries(of: node).last(where: { !$0.measuredShares.isEmpty }) else { throw none }
            return .numbers(entry.measuredShares)
        case .step(.light):
            guard ledger.entry(of: node, .light) != nil else { throw none }
            return .texts(ledger.panel.rows.map { ledger.light(of: node, row: $0)?.rawValue })
        case .step(.grade):
            guard ledger.entry(of: node, .grade) != nil else { throw none }
            return .texts(ledger.panel.rows.map { ledger.grade(of: node, row: $0)?.name.en })
        case .step(let kind):
            guard let entry = ledger.entry(of: node, kind) else { throw none }
            return .numbers(entry.column.values)
        }
    }

    private func weights(
        _ node: String, _ child: String?, _ column: String
    ) throws(DiagnosticList) -> Reproduction {
        let texts = try texts()
        let (children, shares) = try shares(node)
        let childIndex: Int? = if let child { try index(of: child, in: texts) } else { nil }
        let index = try index(of: column, in: texts)
        var outcome = Reproduction(table)
        for (number, cells) in texts.rows.enumerated() {
            let position = childIndex.map { children.firstIndex(of: cells[$0]) } ?? number
            let share = position.flatMap { shares.indices.contains($0) ? shares[$0] : nil }
            outcome.compare(cells[index], share, place: childIndex.map { cells[$0] } ?? "\(number + 1)")
        }
        return outcome
    }

    private func statistics(
        _ id: String, _ cells: PublishedTable.StatisticsCells, _ isUnsigned: Bool
    ) throws(DiagnosticList) -> Reproduction {
        guard let statistics = assessment.statistics.first(where: { $0.id == id }) else {
            throw problem(
                "there is no table of statistics ‘\(id)’",
                expected: "one of " + assessment.statistics.map(\.id).joined(separator: ", "))
        }
        let texts = try texts()
        var outcome = Reproduction(table)
        func compare(_ text: String, _ row: Int?, _ column: Int?, _ place: String) {
            let value = row.flatMap { row in column.flatMap { statistics.values[row][$0] } }
            let published = isUnsigned && text.hasPrefix("-") ? String(text.dropFirst()) : text
            outcome.compare(published, isUnsigned ? value?.magnitude : value, place: place)
        }
        switch cells {
        case .long(let row, let column, let value):
            let (rowIndex, columnIndex) = (try index(of: row, in: texts), try index(of: column, in: texts))
            let valueIndex = try index(of: value, in: texts)
            for cells in try compared(texts) {
                compare(
                    cells[valueIndex], statistics.rows.firstIndex(of: cells[rowIndex]),
                    statistics.columns.firstIndex(of: cells[columnIndex]), "\(cells[rowIndex]) \(cells[columnIndex])")
            }
        case .wide(let row, let named):
            let rowIndex: Int? = if let row { try index(of: row, in: texts) } else { nil }
            for (number, cells) in try compared(texts).enumerated() {
                let own =
                    rowIndex.map { statistics.rows.firstIndex(of: cells[$0]) }
                    ?? (statistics.rows.indices.contains(number) ? number : nil)
                for (column, name) in texts.columns.enumerated() where column != rowIndex {
                    guard named.isEmpty || named[name] != nil,
                        let place = statistics.columns.firstIndex(of: named[name] ?? name)
                    else { continue }
                    compare(cells[column], own, place, "\(rowIndex.map { cells[$0] } ?? "\(number + 1)") \(name)")
                }
            }
        }
        return outcome
    }

    /// The rows of a table that are compared.
    private func compared(_ texts: TableOfTexts) throws(DiagnosticList) -> [[String]] {
        var rows = texts.rows
        for (column, text) in table.only.sorted(by: { $0.key < $1.key }) {
            let place = try index(of: column, in: texts)
            rows = rows.filter { $0[place] == text }
        }
        return rows
    }
}
