internal import AssessmentCore

/// The table of how firm the totals of the assessed period are; nothing where that was not asked.
///
/// An interval follows from the values below it, and a range from the scores. So a unit of which any value or score is
/// blank has neither; and where the rank of its total is blank, those of ranks are blank too.
struct IntervalTable {
    private let cells: PublishedCells
    private let robustness: RobustnessFigures

    init?(cells: PublishedCells) {
        guard let robustness = RobustnessFigures(cells.assessment) else { return nil }
        self.cells = cells
        self.robustness = robustness
    }

    /// The name of the table.
    static let name = "intervals"

    /// The table.
    var table: DataTable {
        DataTable(
            name: IntervalTable.name,
            title: BilingualText(zh: "总分与位次的区间和范围", en: "Intervals and ranges of totals and ranks"),
            fields: [
                .init("period", .year, "年份", "Year", required: true),
                .init("unit", .string, "单元", "Unit", required: true),
                .init("node", .string, "节点", "Node", required: true),
                DataTable.Field("interval", .number, "区间所含的份额", "Share that an interval holds").meaning(
                    "按所列数据误差重复计算，结果在区间之内的份额",
                    "The share of replications with the stated errors of the data that lie within"),
                .init("low_score", .number, "得分区间下限", "Lower end of the interval of the score"),
                .init("high_score", .number, "得分区间上限", "Upper end of the interval of the score"),
                .init("best_rank", .integer, "位次区间最好", "Best rank of the interval", minimum: 1),
                .init("worst_rank", .integer, "位次区间最差", "Worst rank of the interval", minimum: 1),
                .init("rank_probability", .number, "该位次的概率", "Probability of the rank that it has"),
                DataTable.Field(
                    "method_best_rank", .integer, "方法变动范围最好位次", "Best rank over methods", minimum: 1
                ).meaning("可辩护的各种方法之间的范围，不是概率", "A range over methods that could be defended; no probability"),
                .init("method_worst_rank", .integer, "方法变动范围最差位次", "Worst rank over methods", minimum: 1),
            ],
            primaryKey: ["period", "unit", "node"], foreignKeys: .unitAndNode,
            rows: robustness.rows.filter { !isHidden($0) }.compactMap(line))
    }

    /// Whether an interval would tell of a cell that is blank.
    private func isHidden(_ row: Int) -> Bool {
        cells.nodes.contains {
            cells.suppression[.score, $0.id, row] != nil || cells.suppression[.value, $0.id, row] != nil
        }
    }

    private func line(_ row: Int) -> [String]? {
        let (errors, range) = (robustness.errors(row), robustness.range(row))
        guard errors != nil || range != nil else { return nil }
        let (panel, root) = (cells.assessment.ledger.panel, cells.assessment.root)
        let showsRanks = cells.suppression[.rank, root.id, row] == nil
        func rank(_ rank: Int?) -> String { showsRanks ? rank.map(String.init) ?? "" : "" }
        return [
            panel.period(ofRow: row).description, DataCell.text(panel.unit(ofRow: row).code), DataCell.text(root.id),
            DataCell.number(errors.map { _ in robustness.report.request.interval }),
            DataCell.number(errors?.lowScore), DataCell.number(errors?.highScore), rank(errors?.bestRank),
            rank(errors?.worstRank), DataCell.number(showsRanks ? robustness.probabilityOfRank(row) : nil),
            rank(range?.bestRank), rank(range?.worstRank),
        ]
    }
}
