internal import AssessmentCore
internal import AssessmentReview

/// Writes the difference of two runs for a terminal: what went in, the framework, the totals, then the cells by unit.
struct RunDifferenceText {
    private let difference: RunDifference
    private let language: Language
    /// The unit that is shown, by code; every one where there is none.
    var unit: String?
    /// The period that is shown; every one where there is none.
    var period: String?
    /// Whether the cells are listed.
    var showsCells = true
    /// The units whose cells are listed, by code; those of every unit that is shown where there are none.
    var unitsOfCells: [String] = []

    init(_ difference: RunDifference, language: Language) {
        self.difference = difference
        self.language = language
    }

    /// The whole text.
    var text: String {
        let (before, after) = (run(difference.before), run(difference.after))
        var text = before == after ? "\(before)\n" : "\(before)\n→ \(after)\n"
        text += section(ComparisonWords.inputs, difference.inputs.map { input($0, isDigest: true) })
        text += section(ComparisonWords.programs, difference.programs.map { input($0, isDigest: false) })
        text += section(
            ComparisonWords.units,
            difference.units.map {
                ["\($0.code) \($0.name[language])", existence($0.isBefore, $0.isAfter), fields($0.fields)]
            })
        text += section(
            ComparisonWords.framework,
            difference.nodes.map {
                ["\($0.name[language]) [\($0.id)]", existence($0.isBefore, $0.isAfter), fields($0.fields)]
            })
        text += section(ComparisonWords.methods, difference.settings.map(setting))
        text += section(
            ComparisonWords.robustness,
            difference.robustness.map { field in
                [
                    field.name,
                    field.before == nil && field.after != nil
                        ? field.after ?? "" : "\(field.before ?? "–") → \(field.after ?? "–")",
                ]
            })
        if difference.isEmpty {
            let words = difference.robustness.isEmpty ? ComparisonWords.same : ComparisonWords.sameScores
            return text + "\n" + words[language] + "\n"
        }
        return text + totals + (showsCells ? cells : "")
    }

    private func run(_ run: RunDifference.Run) -> String {
        "\(run.title[language]) · \(run.period)\(run.results.isEmpty ? "" : " · \(run.results.prefix(12))")".printable
    }

    private func section(_ title: BilingualText, _ rows: [[String]], heading: [String] = []) -> String {
        guard !rows.isEmpty else { return "" }
        let table = (heading.isEmpty ? rows : [heading] + rows).map { $0.map(\.printable) }
        let lines = TextTable.text(table).split(separator: "\n").map { line in
            "  " + line.reversed().drop(while: { $0 == " " }).reversed() + "\n"
        }
        return "\n\(title[language])\n" + lines.joined()
    }

    /// Whether something came, went or changed.
    func existence(_ isBefore: Bool, _ isAfter: Bool) -> String {
        (isBefore && isAfter ? ComparisonWords.changed : isAfter ? ComparisonWords.added : ComparisonWords.removed)[
            language]
    }

    private func input(_ input: RunDifference.Input, isDigest: Bool) -> [String] {
        func short(_ text: String?) -> String { text.map { isDigest ? String($0.prefix(12)) : $0 } ?? "–" }
        return [
            input.name, existence(input.before != nil, input.after != nil),
            "\(short(input.before)) → \(short(input.after))",
        ]
    }

    /// What fields were and are.
    func fields(_ fields: [RunDifference.Field]) -> String {
        fields.map { "\($0.name): \($0.before ?? "–") → \($0.after ?? "–")" }.joined(separator: "; ")
    }

    private func setting(_ setting: RunDifference.Setting) -> [String] {
        let rows = setting.rowFields.sorted { $0.key < $1.key }.map { name, count in
            language == .chinese ? "\(name)：\(count)行改变" : "\(name): changed for \(count) row\(count == 1 ? "" : "s")"
        }
        return [
            node(setting.node), ComparisonWords.step(setting.step)[language],
            existence(setting.isBefore, setting.isAfter),
            ([fields(setting.fields)].filter { !$0.isEmpty } + rows).joined(separator: "; "),
        ]
    }

    private func node(_ id: String) -> String {
        difference.nodeNames[id].map { "\($0[language]) [\(id)]" } ?? id
    }

    /// The code and name of a unit.
    func name(ofUnit code: String) -> String {
        difference.unitNames[code].map { "\(code) \($0[language])" } ?? code
    }

    private func isShown(_ unit: String, _ period: String) -> Bool {
        (self.unit ?? unit) == unit && (self.period ?? period) == period
    }

    private var totals: String {
        let shown = difference.totals.filter { isShown($0.unit, $0.period) }
        let heading = [
            ComparisonWords.unit, ComparisonWords.period, ComparisonWords.total, ComparisonWords.change,
            ComparisonWords.rank, ComparisonWords.grade,
        ].map { $0[language] }
        let rows = shown.map { total -> [String] in
            let (old, new) = (total.before, total.after)
            var change = ""
            if let was = old?.total, let now = new?.total { change = ComparisonNumbers.signed(now - was) }
            return [
                name(ofUnit: total.unit), total.period, pair(score(old, beside: new), score(new, beside: old)), change,
                pair(rank(old), rank(new)), pair(grade(old), grade(new)),
            ]
        }
        let count = difference.totals.count
        let summary =
            language == .chinese
            ? "\(difference.comparedRows)个单位·时期中，\(count)个的总分、名次或等次改变；改变的单元格\(difference.cells.count)个"
            : "\(count) of \(difference.comparedRows) unit-years changed in total, rank or grade; \(difference.cells.count) cells changed"
        return section(ComparisonWords.totals, rows, heading: heading) + (rows.isEmpty ? "\n" : "") + "  \(summary)\n"
    }

    private func pair(_ before: String, _ after: String) -> String {
        before == after ? before : "\(before) → \(after)"
    }

    private func score(_ standing: RunDifference.Standing?, beside other: RunDifference.Standing?) -> String {
        guard let standing else { return "–" }
        guard let total = standing.total else {
            return standing.reason?.name[language] ?? ComparisonWords.none[language]
        }
        return ComparisonNumbers.texts(total, other?.total ?? total).0
    }

    private func rank(_ standing: RunDifference.Standing?) -> String {
        guard let rank = standing?.rank, let count = standing?.of else { return "–" }
        return "\(rank)/\(count)"
    }

    private func grade(_ standing: RunDifference.Standing?) -> String { standing?.grade?[language] ?? "–" }

    private var cells: String {
        let shown = difference.cells.filter {
            isShown($0.unit, $0.period) && (unitsOfCells.isEmpty || unitsOfCells.contains($0.unit))
        }
        guard !shown.isEmpty else { return "" }
        var text = "\n\(ComparisonWords.cells[language])\n"
        var start = shown.startIndex
        while start < shown.endIndex {
            let (unit, period) = (shown[start].unit, shown[start].period)
            let end = shown[start...].firstIndex { $0.unit != unit || $0.period != period } ?? shown.endIndex
            text += "\n  " + "\(name(ofUnit: unit)) · \(period)".printable + "\n"
            text += TextTable.text(shown[start..<end].map(row)).split(separator: "\n").map { "    \($0)\n" }.joined()
            start = end
        }
        return text
    }

    /// A cell with its node and step, what it held and holds, and its causes.
    func row(_ cell: RunDifference.Cell) -> [String] {
        [
            node(cell.node), ComparisonWords.step(cell.step)[language], contents(cell),
            "← " + cell.causes.map { cause($0, of: cell) }.joined(separator: "; "),
        ].map(\.printable)
    }

    private func contents(_ cell: RunDifference.Cell) -> String {
        let unit = cell.step == Step.Kind.measure.rawValue ? difference.unitsOfMeasure[cell.node]?[language] ?? "" : ""
        let (old, new) = (content(cell.before, beside: cell.after), content(cell.after, beside: cell.before))
        let text = old == new ? "\(old) (\(state(cell.before)) → \(state(cell.after)))" : "\(old) → \(new)"
        return unit.isEmpty ? text : "\(text) \(unit)"
    }

    private func state(_ content: RunDifference.Content?) -> String {
        guard let content else { return "–" }
        return content.reason.map { $0.name[language] } ?? content.state
    }

    private func content(_ content: RunDifference.Content?, beside other: RunDifference.Content?) -> String {
        guard let content else { return "–" }
        if let name = content.name { return name[language] }
        guard let value = content.value else { return state(content) }
        return ComparisonNumbers.texts(value, other?.value ?? value).0
    }

    private func cause(_ cause: RunDifference.Cause, of cell: RunDifference.Cell) -> String {
        switch cause {
        case .cell(let node, let step):
            node == cell.node ? ComparisonWords.step(step)[language] : self.node(node)
        case .setting(let field): fields([field])
        case .data(let before, let after): pair(places(before), places(after))
        case .otherUnits: ComparisonWords.otherUnits[language]
        case .specification: ComparisonWords.specification[language]
        case .program: ComparisonWords.program[language]
        case .existence: ComparisonWords.existence[language]
        case .unexplained: ComparisonWords.unexplained[language]
        }
    }

    private func places(_ places: [RunDifference.Place]) -> String {
        guard let first = places.first else { return ComparisonWords.none[language] }
        func text(_ place: RunDifference.Place) -> String { "\(place.subject) \(place.file):\(place.row)" }
        let shown = places.prefix(3).map(text).joined(separator: ", ")
        return places.count > 3 ? "\(shown), … (\(places.count))" : places.count == 1 ? text(first) : shown
    }
}
