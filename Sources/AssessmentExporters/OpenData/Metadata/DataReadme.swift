internal import AssessmentCore

/// `readme.txt`: what is in the folder of open data, and by which rules cells are left blank.
struct DataReadme {
    let described: DescriptionOfData
    let tables: [DataTable]

    /// The file, Chinese first.
    var text: String {
        [Language.chinese, .english].map { language in
            let lines = tables.map { "\($0.file)  \($0.title[language])" }
            let head = [described.title[language], described.text[language]].map(printable)
            let rules =
                described.options.threshold > 0
                ? ["", DataReadme.rules[language]] + (hasNoIntervals ? [DataReadme.noIntervals[language]] : []) : []
            return (head + [""] + lines + ["", DataReadme.reading[language]] + rules).joined(separator: "\n")
        }.joined(separator: "\n\n\n") + "\n"
    }

    /// Whether no interval is left that could be shown.
    private var hasNoIntervals: Bool {
        !described.suppression.causes.isEmpty && tables.contains { $0.name == IntervalTable.name && $0.rows.isEmpty }
    }

    private static let noIntervals = BilingualText(
        zh: "intervals.csv无数据行：凡有空白数值或得分的单元不列区间，以免由其推出，而每个单元都有。",
        en: """
            intervals.csv has no rows: an interval would tell of a blank value or score of its unit, and every unit has one.
            """)

    private static let reading = BilingualText(
        zh: """
            各表之间以period、unit、node三列相接；代码的含义见codes.csv，各列的含义见datapackage.json。
            数值为全精度，读回不变；printed_score为报告所载的得分。空格表示没有数值，原因见state、reason两列。
            """,
        en: """
            The tables are joined by the columns period, unit and node. codes.csv says what codes mean, datapackage.json what
            columns hold. Numbers are in full precision and read back exactly; printed_score is the score as reports have it.
            An empty cell has no number: the columns state and reason say why.
            """)

    private static let rules = BilingualText(
        zh: """
            抑制规则
            1. 依据的数量大于0且小于阈值的指标值，连同由其得出的得分，留空。计数包括：计量单位为个、人、户等的变量；未注明计量单位且全为整数的
               变量；名录条目数和评分份数。0保留。
            2. 已知权重、目标、公布的得分、得分的上下限（0至满分）以及除小计数和仅用于空白数值的变量以外全部变量的人，对每个被抑制的计数至少仍有
               两种可能；依据同一计数的各单元格，不论同年或跨年，一并考虑。否则再隐去权重最小而足以做到这一点的指标；没有这样的指标时依次隐去权重
               最大的；仍不足时隐去上级得分。不由公式得出的得分不在此列。
            3. 合计数可倒推时，隐去其余各单位中最小的一个，或合计数本身。
            4. 与被抑制的数值同源、由其推算或与其同组比较的数值一并隐去；得分被抑制的节点，同组位次全部隐去。
            以上规则不及之处：若干空白单元格之和；由公布的较大计数可算出的数，如两年之差。
            全部空白单元格及其原因见suppressed.csv。
            """,
        en: """
            How cells are suppressed
            1. Values that rest on a count above 0 and below the threshold are blank, with the scores formed from them. Counts
               are variables whose unit of measure counts things or persons, variables that state no unit of measure and hold
               whole numbers alone, the entries of registers and the number of ratings. A zero stays.
            2. To who knows the weights, the targets, every published score, the bounds of scores (0 to full marks) and all
               variables but the small counts and those that a blank value alone rests on, at least two counts stay possible:
               cells that rest on the same count, in one year or in several, are looked at together. Where they would not,
               the indicator of the least weight goes that does it; where none does, those of the greatest weight one after
               another; where that is not enough, the score above. Scores that no formula gives are not looked at.
            3. Where a sum of units would give a count away, the smallest of the others goes, or the sum.
            4. What rests on the same data, was imputed from them, or shows the reference set goes too; where a score is blank,
               so are the ranks of its node in the peer group.
            What the rules do not reach: sums of several blank cells, and what follows from larger counts that are published,
            such as a small difference of two years.
            Every blank cell stands in suppressed.csv with its cause.
            """)
}
