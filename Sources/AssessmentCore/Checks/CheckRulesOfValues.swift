// The rules that plug-ins declare, and those that look at single values of every variable in use.

extension CheckRule {
    /// The rules that plug-ins declare for their variables.
    static let declared = [
        CheckRule(
            id: "range", name: BilingualText(zh: "取值范围", en: "Range"),
            summary: BilingualText(
                zh: "数值在插件声明的范围之内", en: "Values lie within the bounds that a plug-in declares"),
            severity: .warning,
            question: BilingualText(zh: "请核对数值和计量单位。", en: "Please check the value and its unit of measure.")),
        CheckRule(
            id: "whole_number", name: BilingualText(zh: "整数", en: "Whole number"),
            summary: BilingualText(zh: "个数、户数、人数为非负整数", en: "Counts are whole and not below zero"),
            severity: .warning,
            question: BilingualText(
                zh: "请核对：个数应为整数，是否以万为单位填报？",
                en: "A count should be whole: was it reported in ten thousands, or as an average?")),
        CheckRule(
            id: "identity", name: BilingualText(zh: "恒等关系", en: "Identity"),
            summary: BilingualText(
                zh: "按定义应相等的数相等，如分项之和等于总数",
                en: "What is equal by definition is equal, such as parts and their whole"),
            severity: .warning,
            question: BilingualText(
                zh: "请核对各项的口径，并说明差额。", en: "Please check what each figure comprises, and explain the difference.")),
        CheckRule(
            id: "order", name: BilingualText(zh: "部分不超过总体", en: "Parts within the whole"),
            summary: BilingualText(
                zh: "按定义不应更大的数不更大，如部分不超过总体",
                en: "What cannot be larger by definition is not, such as a part of a whole"),
            severity: .warning,
            question: BilingualText(
                zh: "请核对两项的口径、时点和计量单位。",
                en: "Please check that both figures have the same coverage, date and unit of measure.")),
        CheckRule(
            id: "required", name: BilingualText(zh: "应报未报", en: "Required"),
            summary: BilingualText(
                zh: "参评单位在评估期既无数值也无状态说明",
                en:
                    "An assessed unit has neither a value nor a status in the assessed period, while others of its level do"
            ),
            severity: .warning,
            question: BilingualText(
                zh: "请补报数值，或说明无法提供的原因。", en: "Please supply the value, or say why there is none.")),
    ]

    private static func atLeast(_ number: Double) -> Parameter {
        Parameter(
            "at_least", BilingualText(zh: "同类中至少有这么多个数值才比较", en: "The least number of values to compare among peers"),
            .number(atLeast: 3), default: .number(number))
    }

    private static let chance = Parameter(
        "chance",
        BilingualText(zh: "偶然相同的期望次数不超过此值才提", en: "Told where chance alone would give at most so many among the peers"),
        .number(atLeast: 0), default: .number(0.05))

    private static func z(_ number: Double) -> Parameter {
        Parameter(
            "z", BilingualText(zh: "修正z值的界限", en: "The limit of the modified z-score"), .number(atLeast: 0),
            default: .number(number))
    }

    private static func leastChange(_ number: Double) -> Parameter {
        Parameter(
            "least_change",
            BilingualText(
                zh: "与同类中位数之比（或其倒数）小于此值的不提", en: "What is less than so many times off the median of peers is not told"),
            .number(atLeast: 1), default: .number(number))
    }

    /// The rules that look at single values.
    static let ofValues = [
        CheckRule(
            id: "jump", name: BilingualText(zh: "同比突变", en: "Jump year on year"),
            summary: BilingualText(
                zh: "评估期与上年之比的对数偏离同类（修正z值），或变化达到若干倍；整数的变化在泊松波动三倍标准差之内的不提",
                en:
                    "The logarithm of the ratio to the year before lies far from those of the peers by its modified z-score, or the ratio reaches a factor; a change of a count within three standard deviations of a Poisson count is passed over"
            ),
            source: "B. Iglewicz and D. C. Hoaglin (1993), How to Detect and Handle Outliers, ASQC", severity: .note,
            parameters: [
                z(3.5), leastChange(1.3),
                Parameter(
                    "factor", BilingualText(zh: "变化达到此倍数即提", en: "A change by this factor is told whatever peers do"),
                    .number(atLeast: 1), default: .number(3)), atLeast(8),
            ],
            question: BilingualText(
                zh: "请说明变化的原因，并核对口径和计量单位。",
                en: "Please explain the change, and check coverage and unit of measure.")),
        CheckRule(
            id: "peers", name: BilingualText(zh: "与同类差异", en: "Against peers"),
            summary: BilingualText(
                zh: "数值除以其分母后（比率直接取值）在同类中的修正z值过大；中位数绝对离差为零时用平均绝对离差",
                en:
                    "A value per denominator, or a rate as it is, lies far from its peers by its modified z-score; the mean absolute deviation serves where the median one is zero"
            ),
            source: "B. Iglewicz and D. C. Hoaglin (1993), How to Detect and Handle Outliers, ASQC", severity: .note,
            parameters: [
                z(3.5), leastChange(2), atLeast(8),
                Parameter(
                    "logarithms",
                    BilingualText(zh: "正数按对数比较", en: "Whether what is above zero is compared by its logarithm"), .flag,
                    default: .flag(true)),
            ],
            question: BilingualText(
                zh: "请核对口径和计量单位；如属实，请说明原因。",
                en: "Please check coverage and unit of measure; if the value is right, please say why it differs so.")),
        CheckRule(
            id: "copied_between_years", name: BilingualText(zh: "照抄上年", en: "Copied from the year before"),
            summary: BilingualText(
                zh: "与上年完全相同，而按同类的变化，偶然相同的期望次数很小；有效数字不足的不查",
                en:
                    "A value is that of the year before to the last digit, while the peers change so much that chance alone would hardly do it; values of few digits are passed over"
            ),
            severity: .note,
            parameters: [
                Parameter(
                    "digits", BilingualText(zh: "至少的有效数字位数", en: "The least number of significant digits"),
                    .number(atLeast: 1, atMost: 15), default: .number(3)),
                chance,
            ],
            question: BilingualText(
                zh: "是否沿用上年数？请提供本年数的来源。", en: "Was last year's figure taken over? Please show this year's source.")),
        CheckRule(
            id: "copied_between_units", name: BilingualText(zh: "单位间雷同", en: "Copied between units"),
            summary: BilingualText(
                zh: "同类单位的数值完全相同，而按有效数字位数偶然相同的期望次数很小",
                en:
                    "Units of one peer group have the same value to the last digit, of so many digits that chance alone would hardly do it"
            ),
            severity: .note,
            parameters: [
                chance
            ],
            question: BilingualText(
                zh: "请各单位分别提供来源。", en: "Please let each unit show where its figure comes from.")),
        CheckRule(
            id: "sum_of_parts", name: BilingualText(zh: "县区合计与市", en: "Sum of the parts"),
            summary: BilingualText(
                zh: "可加总的变量，下属单位齐全时其合计与上级数一致",
                en: "Where every unit that belongs to one has a value of a count or amount, they add up to its own"),
            severity: .warning,
            parameters: [
                Parameter(
                    "tolerance", BilingualText(zh: "容许的相对差", en: "The share by which the two may differ"),
                    .number(atLeast: 0, atMost: 1), default: .number(0.01))
            ],
            question: BilingualText(
                zh: "请核对市级数是否含开发区等，以及各县区口径。",
                en: "Does the higher figure comprise areas that no part reports? Please check coverage on both sides.")),
        CheckRule(
            id: "correction_replaced", name: BilingualText(zh: "更正被覆盖", en: "Correction replaced"),
            summary: BilingualText(
                zh: "收集中的一项更正（如现场核查的结果）被此后报送的数值覆盖",
                en:
                    "A correction in a collection, such as a finding on site, was replaced by a value that was returned later"
            ),
            severity: .warning,
            question: BilingualText(
                zh: "哪个数值是对的？如更正仍然成立，请再次更正。",
                en: "Which of the two holds? Where the correction does, please correct the figure again.")),
    ]
}
