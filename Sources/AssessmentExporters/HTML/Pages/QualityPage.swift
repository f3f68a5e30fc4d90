internal import AssessmentCore

/// The page of data quality: what is measured, put in and missing, by indicator and unit, and what was read.
struct QualityPage {
    let frame: PageFrame

    private static let states: [CellState] = [.measured, .imputed, .missing, .notApplicable, .failed]
    private var rendering: Rendering { frame.rendering }
    private var assessment: CompletedAssessment { rendering.assessment }

    /// The page.
    var document: [UInt8] {
        frame.document(title: rendering(Wording.quality)) {
            Tag.p(.style(.above)) { "\(assessment.specification.period)" }
            Tag.h1 { rendering(Wording.quality) }
            Tag.p(.style(.lead)) { rendering(DataCompleteness(rendering.figures).sentence) }
            Tag.p(.style(.note)) { rendering(Wording.imputedNote) }
            table(Wording.statesByIndicator, Wording.indicator, byIndicator)
            table(Wording.statesByUnit, Wording.unit, byUnit)
            FindingsSection(rendering: rendering).markup
            missing
            inputs
        }
    }

    private struct Line {
        let name: Markup
        let counts: [Int]
    }

    private var byIndicator: [Line] {
        rendering.figures.indicators.map { node in
            Line(
                name: Tag.a(.href(frame.link(to: .page(of: node)))) { rendering(node.name) },
                counts: counts(rendering.figures.rows.map { (node, $0) }))
        }
    }

    private var byUnit: [Line] {
        rendering.figures.rows.map { row in
            let unit = assessment.ledger.panel.unit(ofRow: row)
            return Line(
                name: Tag.a(.href(frame.link(to: .unit(code: unit.code)))) { rendering(unit.name) },
                counts: counts(rendering.figures.indicators.map { ($0, row) }))
        }
    }

    private func counts(_ cells: [(FrameworkNode, Int)]) -> [Int] {
        var counts = [Int](repeating: 0, count: QualityPage.states.count)
        for (node, row) in cells {
            guard let values = rendering.figures[node.id]?.values, values.reasons[row] != .notAssessedAtLevel,
                let place = QualityPage.states.firstIndex(of: values.states[row])
            else { continue }
            counts[place] += 1
        }
        return counts
    }

    private func table(_ title: BilingualText, _ first: BilingualText, _ lines: [Line]) -> Markup {
        Tag.section {
            Tag.h2 { rendering(title) }
            ScrollingTable(
                caption: rendering(Wording.statesCaption), style: .ranking, isSortable: true, isFilterable: true
            ).markup {
                Tag.thead {
                    Tag.tr {
                        Tag.th(.scope(.column), .style(.sticky)) { rendering(first) }
                        for state in QualityPage.states {
                            Tag.th(.scope(.column), .style(.number)) { rendering(Wording.state(state)) }
                        }
                    }
                }
                Tag.tbody {
                    for line in lines {
                        Tag.tr {
                            Tag.th(.scope(.row), .style(.sticky)) { line.name }
                            for count in line.counts { Tag.td(.style(.number)) { "\(count)" } }
                        }
                    }
                }
            }
        }
    }

    private var missing: Markup {
        let cells = rendering.figures.rows.flatMap { row in
            rendering.figures.indicators.compactMap { node -> (row: Int, node: FrameworkNode, values: Column)? in
                guard let values = rendering.figures[node.id]?.values, values.states[row] != .measured,
                    values.reasons[row] != .notAssessedAtLevel
                else { return nil }
                return (row, node, values)
            }
        }
        return Tag.section {
            Tag.h2 { rendering(Wording.gaps) }
            if cells.isEmpty {
                Tag.p { rendering(Wording.nothingMissing) }
            } else {
                ScrollingTable(
                    caption: rendering(Wording.gapsCaption), style: .ranking, isSortable: true, isFilterable: true
                ).markup {
                    Tag.thead {
                        Tag.tr {
                            for heading in [Wording.unit, Wording.indicator, Wording.state, Wording.reason] {
                                Tag.th(.scope(.column)) { rendering(heading) }
                            }
                        }
                    }
                    Tag.tbody {
                        for cell in cells {
                            Tag.tr {
                                Tag.th(.scope(.row)) { rendering(assessment.ledger.panel.unit(ofRow: cell.row).name) }
                                Tag.td { rendering(cell.node.name) }
                                Tag.td { rendering(Wording.state(cell.values.states[cell.row])) }
                                Tag.td { rendering.reason(cell.values, row: cell.row) }
                            }
                        }
                    }
                }
            }
        }
    }

    private var inputs: Markup {
        // A file that each format names is read once for each.
        var known: Set<Manifest.Input> = []
        let inputs = assessment.manifest.inputs.filter { known.insert($0).inserted }
        guard !inputs.isEmpty else { return .empty }
        return Tag.section {
            Tag.h2 { rendering(Wording.inputs) }
            ScrollingTable(caption: rendering(Wording.inputsCaption), style: .ranking).markup {
                Tag.thead {
                    Tag.tr {
                        Tag.th(.scope(.column)) { rendering(Wording.fileName) }
                        Tag.th(.scope(.column)) { "SHA-256" }
                    }
                }
                Tag.tbody {
                    for input in inputs {
                        Tag.tr {
                            Tag.th(.scope(.row)) { rendering.verbatim(input.file) }
                            Tag.td(.style(.digest)) { Tag.code { input.sha256 } }
                        }
                    }
                }
            }
        }
    }
}

/// How much of what was asked for is measured.
struct DataCompleteness {
    let sentence: BilingualText

    init(_ figures: Figures) {
        var (measured, imputed, absent) = (0, 0, 0)
        for node in figures.indicators {
            guard let values = figures[node.id]?.values else { continue }
            for row in figures.rows where values.reasons[row] != .notAssessedAtLevel {
                switch values.states[row] {
                case .measured: measured += 1
                case .imputed: imputed += 1
                case .notApplicable: continue
                case .missing, .failed: absent += 1
                }
            }
        }
        sentence = Wording.completeness(measured + imputed + absent, measured, imputed, absent)
    }
}
