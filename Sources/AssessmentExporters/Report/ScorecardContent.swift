internal import AssessmentCharts
internal import AssessmentCore

/// What a printed scorecard says of a unit.
struct ScorecardContent {
    let rendering: Rendering
    let result: UnitResult

    private var assessment: CompletedAssessment { rendering.assessment }
    private var root: FrameworkNode { assessment.root }
    private var row: Int { result.row }

    /// The scorecard, under a heading with the name of the unit.
    var blocks: [ReportBlock] {
        [
            .heading(.unit, rendering(result.unit.name)), .note(above), .keyFigures(keyFigures),
        ]
            + result.summary.sentences.map { .lead(rendering($0)) }
            + [.paragraph(UnitPlacement(rendering: rendering, result: result).text)]
            + firmness
            + decisions
            + ScorecardFigures(rendering: rendering, result: result).blocks
            + [.heading(.section, rendering(Wording.details))]
            + ScorecardTable(rendering: rendering, result: result).blocks
            + (assessment.template.shows(.missing) ? missing : [])
    }

    /// The scorecard as a document of its own.
    var document: ReportDocument {
        let name = rendering(result.unit.name)
        let title = rendering(assessment.title)
        return ReportDocument(
            title: "\(name) · \(title)",
            subject:
                "\(rendering(Wording.scorecard)) · \(rendering(Wording.periodOf(assessment.specification.period)))",
            keywords: [result.unit.code, name, "\(assessment.specification.period)"], language: rendering.language,
            date: rendering.dateOfPeriod, blocks: blocks)
    }

    private var above: String {
        let parent = result.unit.parent.flatMap { assessment.data.units[$0] }
        let parts = [
            rendering(assessment.title), rendering(Wording.periodOf(assessment.specification.period)),
            rendering.name(ofGroup: assessment.peerGroup(ofRow: row)), rendering(Wording.code(result.unit.code)),
            parent.map { rendering(Wording.within(rendering($0.name))) },
        ].compactMap { $0 }.joined(separator: " · ")
        let notice = rendering.text(assessment.specification.notice)
        return notice.isEmpty ? parts : "\(parts)\n\(rendering(Wording.notice))\(rendering(Wording.colon))\(notice)"
    }

    private var keyFigures: [KeyFigure] {
        var figures = [KeyFigure(name: rendering(Wording.total), value: rendering.score(root, row: row))]
        let dash = rendering(Wording.dash)
        if assessment.ranksTotal {
            let rank = assessment.ledger.rank(of: root.id, row: row)
            figures.append(
                KeyFigure(
                    name: rendering(Wording.rank), value: rank.map { String($0.rank) } ?? dash,
                    remark: rank.map { "/ \($0.of)" } ?? rendering(Wording.unranked)))
        }
        if assessment.ledger.entry(of: root.id, .grade) != nil {
            let grade = assessment.ledger.grade(of: root.id, row: row)
            figures.append(KeyFigure(name: rendering(Wording.grade), value: grade.map { rendering($0.name) } ?? dash))
        }
        if let period = assessment.previousPeriod {
            let change = assessment.changeOfTotal(row: row).map {
                rendering.signed($0, decimals: assessment.decimals(of: root))
            }
            let places = assessment.changeOfRank(row: row).map { rendering(Wording.moved($0)) }
            figures.append(
                KeyFigure(
                    name: rendering(Wording.against(period)),
                    value: (assessment.comparesYears ? change : places) ?? dash,
                    remark: assessment.comparesYears ? places ?? "" : ""))
        }
        let share = rendering.percent(assessment.measuredShare(of: root.id, row: row))
        return figures + [KeyFigure(name: rendering(Wording.measuredShare), value: share)]
    }

    /// How firm the place is, in a paragraph.
    private var firmness: [ReportBlock] {
        guard let robustness = rendering.figures.robustness,
            let unit = UnitRobustness(assessment, robustness, row: row)
        else { return [] }
        let sentences = (unit.ofDataErrors + unit.ofMethods).map { rendering($0) }
        return [.paragraph(sentences.joined(separator: rendering.language == .chinese ? "" : " "))]
    }

    private var decisions: [ReportBlock] {
        let section = DecisionsSection(rendering: rendering, result: result)
        let decided = section.decided
        guard !decided.isEmpty else { return [] }
        return [.heading(.section, rendering(Wording.decisions))]
            + decided.flatMap { node, lines -> [ReportBlock] in
                lines.map { line in
                    let name = node.id == root.id ? "" : rendering(node.name) + rendering(Wording.colon)
                    return .paragraph(
                        name + ([line.text] + line.workings).map { rendering($0) }.joined(separator: "\n"))
                }
            }
    }

    private var missing: [ReportBlock] {
        let table = MissingTable(rendering: rendering, result: result)
        let missing = table.missing
        guard !missing.isEmpty else { return [.note(rendering(Wording.nothingMissing))] }
        return [
            .heading(.section, rendering(Wording.missing)),
            .table(
                ReportTable(
                    columns: [
                        ReportTable.Column(title: rendering(Wording.indicator), share: 30),
                        ReportTable.Column(title: rendering(Wording.state), share: 12),
                        ReportTable.Column(title: rendering(Wording.reason), share: 34),
                        ReportTable.Column(title: rendering(Wording.consequence), share: 24),
                    ],
                    rows: missing.map { node in
                        let values = assessment.ledger.knownValues(of: node.id)
                        let dash = rendering(Wording.dash)
                        return ReportTable.Row(cells: [
                            ReportTable.Cell(rendering.named(node)),
                            ReportTable.Cell(values.map { rendering(Wording.state($0.states[row])) } ?? dash),
                            ReportTable.Cell(values.map { rendering.reason($0, row: row) } ?? dash),
                            ReportTable.Cell(table.consequence(of: node)),
                        ])
                    })),
        ]
    }
}

extension Rendering {
    /// The last day of the assessed period, as dates are written in documents.
    var dateOfPeriod: String {
        assessment.specification.period.lastDay.map { "\($0)" } ?? "\(assessment.specification.period)-12-31"
    }

    /// A text, or nothing where there is none.
    func text(_ text: BilingualText?) -> String { text.map { self($0) } ?? "" }

    /// The name of a node, marked where it is a bonus.
    func named(_ node: FrameworkNode) -> String {
        self(node.name) + (node.bonusPoints == nil ? "" : self(Wording.brackets(Wording.bonus)))
    }
}
