internal import AssessmentCharts
internal import AssessmentCore

/// Every indicator of a printed scorecard, pillar by pillar, with what stands out among them.
struct ScorecardTable {
    let rendering: Rendering
    let result: UnitResult
    /// The publishers of the values, each once, in the order in which a reader meets them.
    private let sources: [String]
    /// The numbers of the sources of each indicator, by its id.
    private let numbers: [String: [Int]]
    private let hasTargets: Bool
    private let hasLights: Bool
    /// How many strengths, and how many weaknesses, are named above the table.
    private static let mostNamed = 5
    /// Whether a node took over the weight of one without a score.
    private let tookOver: Bool

    /// Gathers the sources of a unit.
    init(rendering: Rendering, result: UnitResult) {
        self.rendering = rendering
        self.result = result
        let figures = rendering.figures
        hasTargets = figures.indicators.contains { (figures[$0.id]?.targets[result.row] ?? nil) != nil }
        hasLights = figures.indicators.contains { rendering.assessment.ledger.entry(of: $0.id, .light) != nil }
        tookOver = rendering.assessment.root.subtree.contains { result.weights[$0]?.tookOver ?? false }
        var sources: [String] = []
        var numbers: [String: [Int]] = [:]
        for node in figures.indicators {
            numbers[node.id] = SourceList(rendering: rendering, sources: result.sources[node.id] ?? []).publishers.map {
                name in
                if let known = sources.firstIndex(of: name) { return known + 1 }
                sources.append(name)
                return sources.count
            }
        }
        self.sources = sources
        self.numbers = numbers
    }

    private var assessment: CompletedAssessment { rendering.assessment }
    private var row: Int { result.row }
    /// What stands out, the table and what its marks mean.
    var blocks: [ReportBlock] {
        [strongest(.strength, Wording.strengths), strongest(.weakness, Wording.weaknesses)].compactMap { $0 } + [
            .table(ReportTable(columns: columns, rows: rows(of: assessment.root, depth: 0, isRoot: true) + sums)),
            .note(notes),
        ]
    }

    private func strongest(_ kind: Standout, _ words: BilingualText) -> ReportBlock? {
        let figures = rendering.figures
        let found = figures.indicators.filter { Standout(of: $0, row: row, in: figures) == kind }
        guard !found.isEmpty else { return nil }
        // The heaviest first: a page of names tells nothing.
        let heaviest = found.enumerated().sorted { first, second in
            let weights = [first, second].map { result.weights[$0.element]?.stated ?? 0 }
            return (-weights[0], first.offset) < (-weights[1], second.offset)
        }
        let named = heaviest.prefix(ScorecardTable.mostNamed).map { rendering($0.element.name) }
        let rest = found.count - named.count
        return .paragraph(
            "\(kind.mark) \(rendering(words))\(rendering(Wording.colon))\(rendering.list(named))"
                + (rest > 0 ? rendering(Wording.furtherMarked(rest, kind.mark)) : ""))
    }

    private var columns: [ReportTable.Column] {
        func column(_ words: BilingualText, _ share: Double, isNumber: Bool = false) -> ReportTable.Column {
            ReportTable.Column(title: rendering(words), share: share, isNumber: isNumber)
        }
        let weight = result.weights.fullMarks == nil ? Wording.weight : Wording.fullMarks
        // A weight that was taken over is two numbers, which stay on a line.
        let weightShare: Double = tookOver ? 16 : 10
        return [
            column(Wording.indicator, 34), column(Wording.value, 10, isNumber: true),
        ]
            + (hasTargets ? [column(Wording.target, 11, isNumber: true)] : []) + [
                column(Wording.score, 9, isNumber: true), column(Wording.rank, 8, isNumber: true),
                column(weight, weightShare, isNumber: true),
            ]
            + (result.weights.givesPoints ? [column(Wording.points, 9, isNumber: true)] : [])
            + (hasLights ? [column(Wording.light, 9)] : [])
            + [column(Wording.state, 10), column(Wording.source, 8)]
    }

    private func rows(of node: FrameworkNode, depth: Int, isRoot: Bool = false) -> [ReportTable.Row] {
        let own = node.ownIndicators.map { line($0, depth: isRoot ? 0 : depth) }
        let heads = isRoot || node.measure != nil ? [] : [head(node, depth: depth - 1)]
        let below = node.measure == nil ? node.pillars : []
        return heads + own + below.flatMap { rows(of: $0, depth: depth + 1) }
    }

    /// How the points make up the total.
    private var sums: [ReportTable.Row] {
        TotalInPoints(rendering.figures, row: row, weights: result.weights).lines.map { line in
            let empty = [String](repeating: "", count: hasTargets ? 2 : 1)
            let texts =
                [rendering(line.name)] + empty + [
                    line.isTotal ? rendering.score(assessment.root, row: row) : "", "", "",
                ]
                + [line.points] + (hasLights ? [""] : []) + ["", ""]
            return ReportTable.Row(cells: texts.map { ReportTable.Cell($0, isBold: line.isTotal) })
        }
    }

    private func head(_ node: FrameworkNode, depth: Int) -> ReportTable.Row {
        ReportTable.Row(
            cells: [ReportTable.Cell(rendering.named(node), isBold: true, depth: depth)]
                + ([""] + (hasTargets ? [""] : []) + [rendering.score(node, row: row)]).map {
                    ReportTable.Cell($0, isBold: true)
                } + [
                    ReportTable.Cell(rendering.standing(of: node, row: row), isBold: true),
                    ReportTable.Cell(rendering.weight(of: node, in: result.weights), isBold: true),
                ]
                + (result.weights.givesPoints
                    ? [ReportTable.Cell(rendering.points(of: node, in: result.weights), isBold: true)] : [])
                + (hasLights ? [ReportTable.Cell("")] : []) + [ReportTable.Cell(""), ReportTable.Cell("")],
            isHead: true)
    }

    private func line(_ node: FrameworkNode, depth: Int) -> ReportTable.Row {
        let values = rendering.figures[node.id]?.values
        let unit = rendering.unitOfMeasure(of: node)
        let measure = unit.flatMap { $0.symbol.zh.isEmpty ? nil : rendering(Wording.brackets($0.symbol)) } ?? ""
        let mark = Standout(of: node, row: row, in: rendering.figures).map { " \($0.mark)" } ?? ""
        let dash = rendering(Wording.dash)
        return ReportTable.Row(
            cells: [
                ReportTable.Cell(rendering.named(node) + measure + mark, depth: depth),
                ReportTable.Cell(values?[row].map { rendering.value($0, in: unit) } ?? dash),
            ]
                + (hasTargets ? [ReportTable.Cell(target(of: node))] : []) + [
                    ReportTable.Cell(rendering.score(node, row: row), isBold: true),
                    ReportTable.Cell(rendering.standing(of: node, row: row)),
                    ReportTable.Cell(rendering.weight(of: node, in: result.weights)),
                ]
                + (result.weights.givesPoints
                    ? [ReportTable.Cell(rendering.points(of: node, in: result.weights))] : [])
                + (hasLights ? [light(of: node)] : [])
                + [
                    ReportTable.Cell(values.map { state($0, of: node) } ?? dash),
                    ReportTable.Cell(numbers(of: node)),
                ])
    }

    /// The numbers of the sources of a value, as the notes list them.
    private func numbers(of node: FrameworkNode) -> String {
        guard let numbers = numbers[node.id], !numbers.isEmpty else { return rendering(Wording.dash) }
        return numbers.map { "[\($0)]" }.joined(separator: " ")
    }

    private func target(of node: FrameworkNode) -> String {
        guard let target = rendering.figures[node.id]?.targets[row] else { return rendering(Wording.dash) }
        let reached = target.isReached.map { rendering($0 ? Wording.reached : Wording.notReached) }
        return [rendering.plain(target.value), reached].compactMap { $0 }.joined(separator: "\n")
    }

    private func light(of node: FrameworkNode) -> ReportTable.Cell {
        guard let colour = rendering.figures[node.id]?.lights[row] else {
            return ReportTable.Cell(rendering(Wording.dash))
        }
        return ReportTable.Cell(rendering(colour.name), light: Self.ink(of: colour))
    }

    private static func ink(of colour: Light.Colour) -> Ink {
        switch colour {
        case .green: .good
        case .yellow: .fair
        case .orange: .series(1)
        case .red: .poor
        case .blue: .accent
        case .grey: .neutral
        }
    }

    private func state(_ values: Column, of node: FrameworkNode) -> String {
        rendering(Wording.state(values.states[row])) + (values.states[row] == .imputed ? "*" : "")
    }

    private var listed: String {
        guard !sources.isEmpty else { return "" }
        return "\n" + rendering(Wording.source) + rendering(Wording.colon)
            + sources.enumerated().map { "[\($0 + 1)] \($1)" }.joined(separator: rendering(Wording.semicolon))
    }

    private var notes: String {
        let isImputed = result.indicators.contains {
            rendering.figures[$0.id]?.values?.states[row] == .imputed
        }
        return
            ([rendering(Wording.marksNote)] + (result.weights.givesPoints ? [rendering(Wording.pointsNote)] : [])
            + (tookOver ? [rendering(Wording.sharedWeight)] : []) + (isImputed ? [rendering(Wording.imputedMark)] : []))
            .joined(separator: "\n") + listed
    }
}
