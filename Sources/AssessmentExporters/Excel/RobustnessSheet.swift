internal import AssessmentCore
internal import AssessmentSpreadsheets

/// The sheet of how firm the result is: constants, since replications are no formula.
struct RobustnessSheet {
    private let composition: WorkbookComposition
    private let robustness: RobustnessFigures
    private var draft: WorkbookDraft { composition.draft }
    private var assessment: CompletedAssessment { composition.assessment }

    /// Nothing where that was not asked, or a template leaves it out.
    init?(_ composition: WorkbookComposition) {
        guard let robustness = RobustnessFigures(composition.assessment) else { return nil }
        self.composition = composition
        self.robustness = robustness
    }

    /// Writes the sheet.
    ///
    /// - Returns: the columns that a ranking shows, each with its head.
    func write() -> [(heading: BilingualText, place: ColumnPlace, text: (_ row: Int) -> String)] {
        let request = robustness.report.request
        let share = DecimalRounding.percentage(of: request.interval)
        let sheet = draft.addPanelSheet(
            draft(Wording.robustness), title: draft(Wording.robustnessTitle),
            text: draft.say(
                "常数：重复计算\(request.draws)次得出（随机种子\(request.seed)），本工作簿中的改动不会传到这里。区间来自所列数据误差；方法变动范围不是概率。",
                "Constants: they come from \(request.draws) replications (seed \(request.seed)), and no change in this workbook "
                    + "reaches them. Intervals follow from the stated errors of the data; ranges over methods are no probabilities."
            ))
        var cells = 0
        func column(
            _ group: BilingualText, _ step: String, _ id: String, format: String, _ number: (_ row: Int) -> Double?
        ) {
            let place = draft.addColumn(sheet, node: draft(group), step: step, id: id)
            for row in robustness.rows {
                guard let number = number(row) else { continue }
                draft.put(place, row: row, Cell(.number(number), CellStyle(.constant, format)))
                cells += 1
            }
        }
        let score = WorkbookComposition.format(assessment.decimals(of: assessment.root))
        if robustness.report.dataErrors != nil {
            let (low, high) = (draft.say("下限", "from"), draft.say("上限", "to"))
            let (scores, ranks) = (Wording.scoreInterval(share), Wording.rankInterval(share))
            column(scores, low, "low_score", format: score) { robustness.errors($0)?.lowScore }
            column(scores, high, "high_score", format: score) { robustness.errors($0)?.highScore }
            column(ranks, low, "best_rank", format: "0") { (robustness.errors($0)?.bestRank).map(Double.init) }
            column(ranks, high, "worst_rank", format: "0") { (robustness.errors($0)?.worstRank).map(Double.init) }
            column(
                Wording.probabilityOfRank, "", "rank_probability", format: "0.0%", robustness.probabilityOfRank)
            column(
                Wording.aheadOfNext, "", "ahead_of_next_probability", format: "0.0%",
                robustness.probabilityAheadOfNext)
            for (position, name) in robustness.gradeNames.enumerated() where hasGrades {
                column(
                    Wording.probabilitiesOfGrades(nil), draft(name), "grade_probability \(position + 1)",
                    format: "0.0%"
                ) { row in
                    robustness.errors(row).map { errors in
                        errors.grades.first { $0.place == position }?.probability ?? 0
                    }
                }
            }
        }
        if robustness.report.methods != nil {
            let (best, worst) = (draft.say("最好", "best"), draft.say("最差", "worst"))
            column(Wording.rankRange, best, "method_best_rank", format: "0") {
                (robustness.range($0)?.bestRank).map(Double.init)
            }
            column(Wording.rankRange, worst, "method_worst_rank", format: "0") {
                (robustness.range($0)?.worstRank).map(Double.init)
            }
            column(Wording.medianRank, "", "method_median_rank", format: "0.0") { robustness.range($0)?.medianRank }
        }
        let spans = robustness.spans.enumerated().map { position, span in
            let place = draft.addColumn(
                sheet, node: draft(span.heading), step: draft.say("供排名表引用", "as the ranking shows it"),
                id: "span \(position + 1)", width: 16)
            for row in robustness.rows {
                guard let text = span.text(row, assessment) else { continue }
                draft.put(place, row: row, .text(text, .constant))
                cells += 1
            }
            return (
                heading: span.heading, place: place, text: { (row: Int) in span.text(row, assessment) ?? "" }
            )
        }
        composition.constants.append(
            (
                draft(Wording.robustness), cells,
                draft.say("由重复计算得出", "from replications of the whole computation")
            ))
        return spans
    }

    private var hasGrades: Bool { robustness.report.nominal.contains { $0.grade != nil } }
}
