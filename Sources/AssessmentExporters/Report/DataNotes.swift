internal import AssessmentCore

/// What a reader must know of the data: how many units each indicator is measured for, where series break, and which
/// files were read.
struct DataNotes {
    let rendering: Rendering
    let results: [UnitResult]

    private var assessment: CompletedAssessment { rendering.assessment }

    /// The notes.
    var blocks: [ReportBlock] { measured + breaks + checks + coverage + files }

    private var measured: [ReportBlock] {
        func column(_ words: BilingualText, _ share: Double, isNumber: Bool = true) -> ReportTable.Column {
            ReportTable.Column(title: rendering(words), share: share, isNumber: isNumber)
        }
        let rows = assessment.root.indicators.map { node in
            let values = assessment.ledger.knownValues(of: node.id)
            let states = results.map(\.row).compactMap { row -> CellState? in
                guard let values, values.reasons[row] != .notAssessedAtLevel else { return nil }
                return values.states[row]
            }
            let measured = states.count { $0 == .measured }
            let imputed = states.count { $0 == .imputed }
            return ReportTable.Row(
                cells: [
                    rendering.named(node), "\(measured)", "\(imputed)", "\(states.count - measured - imputed)",
                ].map { ReportTable.Cell($0) })
        }
        return [
            .heading(.section, rendering(Wording.missingByIndicator)),
            .table(
                ReportTable(
                    columns: [
                        column(Wording.indicator, 58, isNumber: false), column(Wording.measuredUnits, 14),
                        column(Wording.imputedUnits, 14), column(Wording.absentUnits, 14),
                    ], rows: rows)),
        ]
    }

    private var breaks: [ReportBlock] {
        guard !assessment.specification.seriesBreaks.isEmpty else { return [] }
        return [.heading(.section, rendering(Wording.seriesBreaks))]
            + assessment.specification.seriesBreaks.map { seriesBreak in
                let variable = assessment.catalogue.variables[seriesBreak.variable]?.name
                return .paragraph(
                    rendering(
                        Wording.breakFrom(
                            variable.map { rendering($0) } ?? seriesBreak.variable, seriesBreak.from,
                            rendering(seriesBreak.note))))
            }
    }

    private var checks: [ReportBlock] {
        guard !assessment.findings.isEmpty else { return [] }
        return [
            .heading(.section, rendering(Wording.checks)),
            .paragraph(rendering(Wording.checksLead(assessment.findings))),
        ]
    }

    private var coverage: [ReportBlock] {
        guard !assessment.coverageOfPolicy.isEmpty else { return [] }
        return [
            .heading(.section, rendering(Wording.policy)),
            .paragraph(
                rendering(
                    Wording.coverage(
                        assessment.coverageOfPolicy.count { $0.unitsWithFigures > 0 },
                        of: assessment.coverageOfPolicy.count))),
        ]
    }

    private var files: [ReportBlock] {
        guard !assessment.manifest.inputs.isEmpty else { return [] }
        return [
            .heading(.section, rendering(Wording.filesRead)),
            .table(
                ReportTable(
                    columns: [
                        ReportTable.Column(title: rendering(Wording.file), share: 40),
                        ReportTable.Column(title: rendering(Wording.fingerprint), share: 60),
                    ],
                    rows: assessment.manifest.inputs.map { input in
                        ReportTable.Row(cells: [ReportTable.Cell(input.file), ReportTable.Cell(input.sha256)])
                    })),
        ]
    }
}
