// The rules that look at many values at once, and those of registers.

extension CheckRule {
    private static func p(_ number: Double) -> Parameter {
        Parameter(
            "p", BilingualText(zh: "检验的显著性水平", en: "The probability below which a test is told"),
            .number(atLeast: 0, atMost: 1), default: .number(number))
    }

    /// The rules that look at the digits and places of many values.
    static let ofDistributions = [
        CheckRule(
            id: "terminal_digits", name: BilingualText(zh: "末位数字", en: "Terminal digits"),
            summary: BilingualText(
                zh: "一个变量或一个单位的不小于100的整数，其末位数字是否均匀（卡方检验）；至少50个数值，且数值足够分散",
                en:
                    "Whether the last digits of whole values from 100 of a variable, or of a unit, are even (chi-square with 9 degrees of freedom); applies from 50 values, whose quartiles lie at least 50 apart"
            ),
            source: "J. E. Mosimann et al. (1995), Data fabrication: can people generate random digits?, "
                + "Accountability in Research 4, 31-55", severity: .note, parameters: [p(0.001)],
            question: BilingualText(
                zh: "数值是实测、取整还是估计？请抽查原始记录。",
                en: "Were the values counted, rounded or estimated? Please show some original records.")),
        CheckRule(
            id: "benford", name: BilingualText(zh: "首位数字（本福特）", en: "First digits (Benford)"),
            summary: BilingualText(
                zh: "评估期内一个变量或一个单位的数值跨越两个数量级（5%与95%分位数之间）且不少于100个时，首位数字是否符合本福特定律（卡方检验和平均绝对偏差）",
                en:
                    "Whether the first digits of a variable, or of a unit, in the assessed period follow Benford's law, by chi-square with 8 degrees of freedom and by their mean absolute deviation; applies from 100 values that span two orders of magnitude between their 5th and 95th percentiles"
            ),
            source: "M. J. Nigrini (2012), Benford's Law, Wiley: above 0.015 is nonconformity", severity: .note,
            parameters: [
                p(0.001),
                Parameter(
                    "deviation", BilingualText(zh: "平均绝对偏差的界限", en: "The limit of the mean absolute deviation"),
                    .number(atLeast: 0, atMost: 1), default: .number(0.015)),
                Parameter(
                    "orders", BilingualText(zh: "至少跨越的数量级", en: "The orders of magnitude that must be spanned"),
                    .number(atLeast: 0), default: .number(2)),
                Parameter(
                    "at_least", BilingualText(zh: "至少的数值个数", en: "The least number of values"), .number(atLeast: 50),
                    default: .number(100)),
            ],
            question: BilingualText(
                zh: "请抽查原始记录；不符合本福特定律本身不是造假的证据。",
                en:
                    "Please show some original records; a departure from Benford's law is no proof of anything by itself."
            )),
        CheckRule(
            id: "threshold", name: BilingualText(zh: "恰好达标", en: "Threshold just reached"),
            summary: BilingualText(
                zh: "刚好达到目标的单位明显多于刚好未达到的（单侧二项检验）",
                en: "Many more units lie just at or above their target than just below it, by a one-sided binomial test"
            ),
            source: "A. S. Gerber and N. Malhotra (2008), Do statistical reporting standards affect what is "
                + "published?, Quarterly Journal of Political Science 3, 313-326: the caliper test", severity: .note,
            parameters: [
                Parameter(
                    "band", BilingualText(zh: "目标上下的相对宽度", en: "The width on either side, as a share of the target"),
                    .number(atLeast: 0, atMost: 1), default: .number(0.01)),
                p(0.01),
                Parameter(
                    "at_least", BilingualText(zh: "恰好达标的单位至少这么多", en: "The least number of units just at the target"),
                    .number(atLeast: 1), default: .number(5)),
            ],
            question: BilingualText(
                zh: "请提供达标数值的原始记录。", en: "Please show the records from which the value that meets the target follows.")),
    ]

    /// The rules of registers.
    static let ofRegisters = [
        CheckRule(
            id: "organisation_code", name: BilingualText(zh: "统一社会信用代码有误", en: "Organisation code wrong"),
            summary: BilingualText(
                zh: "名录中的统一社会信用代码位数、字符或校验码不对",
                en: "The unified social credit code of an entry has a wrong length, character or check character"),
            source: "GB 32100-2015", severity: .warning,
            question: BilingualText(
                zh: "请按营业执照或登记证书核对代码。", en: "Please check the code against the certificate of registration.")),
        CheckRule(
            id: "organisation_code_missing", name: BilingualText(zh: "缺统一社会信用代码", en: "Organisation code missing"),
            summary: BilingualText(
                zh: "名录条目没有统一社会信用代码，无法核对是否重复",
                en: "An entry has no unified social credit code, so that it cannot be told whether it is listed twice"),
            source: "GB 32100-2015", severity: .note,
            question: BilingualText(zh: "请补充代码。", en: "Please supply the code.")),
        CheckRule(
            id: "registered_twice", name: BilingualText(zh: "重复认定", en: "Recognised twice"),
            summary: BilingualText(
                zh: "同一名录中，同一机构或同名条目同时在两个单位有效",
                en:
                    "On one register, an organisation, or a name without an organisation, is recognised in two units at a time"
            ),
            severity: .warning,
            question: BilingualText(
                zh: "请核实该条目属于哪个单位，避免重复计算。", en: "Which unit does the entry belong to? It must not count twice.")),
        CheckRule(
            id: "register_dates", name: BilingualText(zh: "认定日期", en: "Dates of recognition"),
            summary: BilingualText(
                zh: "认定日期晚于评估时点，或早于名录设立之日（如给出）",
                en: "An entry is recognised after the review date, or before the register existed where that is given"),
            severity: .warning,
            parameters: [
                Parameter(
                    "not_before",
                    BilingualText(
                        zh: "名录设立之日，如2018-01-01",
                        en: "The day from which registers exist, such as 2018-01-01; none if nothing"),
                    .text(), default: .text(""))
            ],
            question: BilingualText(
                zh: "请核对认定文件的日期。", en: "Please check the date against the document of recognition.")),
        CheckRule(
            id: "register_withdrawn", name: BilingualText(zh: "已撤销仍计数", en: "Counted though withdrawn"),
            summary: BilingualText(
                zh: "期末有效因而计数、但评估时点前已撤销的条目",
                en: "An entry that holds at the end of the period, and is counted, was withdrawn by the review date"),
            severity: .warning,
            question: BilingualText(
                zh: "请核实撤销的日期和原因。", en: "Please confirm the day of the withdrawal and its reason.")),
        CheckRule(
            id: "register_units", name: BilingualText(zh: "所属单位已不存在", en: "Unit not in force"),
            summary: BilingualText(
                zh: "条目所属单位在评估时点已撤并", en: "The unit of an entry is not in force on the review date"),
            severity: .note,
            question: BilingualText(
                zh: "请按现行区划更新条目的所属单位。", en: "Please give the unit in force to which the entry belongs.")),
    ]
}
