internal import AssessmentCharts
internal import AssessmentCore

/// The units that have a place on the tile map, each with its total, and with those that belong to it.
///
/// Tiles have the shade of the grade where the specification grades, so that a unit whose grade was lowered does not look
/// like one of the best, and else that of the total.
struct MapContent {
    let rendering: Rendering

    private var assessment: CompletedAssessment { rendering.assessment }
    private var root: FrameworkNode { assessment.root }

    /// The map.
    ///
    /// - Parameters:
    ///   - width: the width of the drawing.
    ///   - reference: where the scorecard of a unit is; nothing where the drawing leads nowhere.
    /// - Returns: nothing where fewer than two units with a total have a place.
    func drawing(width: Double, reference: (AssessedUnit) -> String?) -> Drawing? {
        let units = assessment.ledger.panel.units
        let placed = units.indices.filter { units[$0].mapPlace != nil }
        let tiles = placed.compactMap { tile(unitAt: $0, reference) }
        guard tiles.count(where: { $0.value != nil }) > 1 else { return nil }
        let told = tiles.map { tile in
            [tile.label, tile.text ?? rendering(Wording.noData), tile.note].compactMap { $0 }.joined(separator: " ")
        }
        let hasParts = tiles.contains { !$0.parts.isEmpty }
        return TileMap(
            tiles: tiles,
            caption: ChartCaption(
                title: rendering(Wording.mapCaption(hasGrades: !bands.isEmpty, hasParts: hasParts)),
                summary: told.joined(separator: rendering(Wording.semicolon)) + rendering(Wording.stop),
                missing: rendering(Wording.noData), empty: rendering(Wording.noData)),
            decimals: rendering.figures.decimals(of: root), bands: bands.reversed().map { rendering($0.name) }
        ).drawing(width: width)
    }

    private func tile(unitAt index: Int, _ reference: (AssessedUnit) -> String?) -> TileMap.Tile? {
        let units = assessment.ledger.panel.units
        let unit = units[index]
        guard let place = unit.mapPlace, let row = row(index) else { return nil }
        let score = rendering.figures.printedScore(of: root, row: row)
        let within = units.indices.filter { units[$0].parent == unit.code && units[$0].mapPlace == nil }
        return TileMap.Tile(
            row: place.row - 1, column: place.column - 1, label: rendering(unit.name), value: shade(row),
            text: score.map { _ in rendering.score(root, row: row) }, note: note(row), reference: reference(unit),
            parts: within.map { part in
                let row = self.row(part)
                let texts = row.map { [rendering.score(root, row: $0), grade($0)].compactMap { $0 } } ?? []
                return TileMap.Part(
                    label: rendering(units[part].name), value: row.flatMap(shade),
                    text: texts.isEmpty ? nil : texts.joined(separator: " "), reference: reference(units[part]))
            })
    }

    /// The units on the map whose grade or rank was lowered, each with the reasons; nothing where there is none.
    var lowered: String? {
        let units = assessment.ledger.panel.units
        let places = Set(units.filter { $0.mapPlace != nil }.map(\.code))
        let told = units.indices.compactMap { index -> String? in
            let isShown = units[index].mapPlace != nil || units[index].parent.map(places.contains) ?? false
            guard isShown, let row = row(index), let lowered = LoweredGrade(assessment, row: row) else { return nil }
            return rendering(units[index].name) + rendering(Wording.brackets(lowered.reasonsInBrief))
        }
        guard !told.isEmpty else { return nil }
        return rendering(Wording.lowered(told.joined(separator: rendering(Wording.semicolon))))
    }

    /// The grades, from the best; none where there is only one.
    private var bands: [GradeBand] {
        let bands = assessment.ledger.entries(of: root.id).last { $0.step.givesGrade }?.detail.gradeBands ?? []
        return bands.count > 1 ? bands : []
    }

    /// What the shade of a unit stands for: the position of its grade from the lowest, or its total.
    private func shade(_ row: Int) -> Double? {
        guard !bands.isEmpty else { return rendering.figures.printedScore(of: root, row: row) }
        let entry = assessment.ledger.entries(of: root.id).last { $0.step.givesGrade }
        return entry?.column[row].map { Double(bands.count - 1) - $0 }
    }

    private func row(_ unit: Int) -> Int? { assessment.row(ofUnitAt: unit, in: assessment.specification.period) }

    /// The grade, with a star where it is not that of the total.
    private func grade(_ row: Int) -> String? {
        let mark = LoweredGrade(assessment, row: row) == nil ? "" : "*"
        return assessment.ledger.grade(of: root.id, row: row).map { rendering($0.name) + mark }
    }

    /// The grade; where there are none, the rank.
    private func note(_ row: Int) -> String? {
        if assessment.ledger.entry(of: root.id, .grade) != nil { return grade(row) ?? rendering(Wording.dash) }
        guard assessment.ranksTotal else { return nil }
        return rendering(
            assessment.ledger.rank(of: root.id, row: row).map { Wording.rankOnly($0.rank) } ?? Wording.dash)
    }
}
