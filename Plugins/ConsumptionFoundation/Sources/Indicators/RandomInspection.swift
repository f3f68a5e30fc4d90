import AssessmentCore

/// The share of routine inspections that are random and published.
enum RandomInspection {
    static let random = Variable(
        id: "random_inspections",
        name: BilingualText(zh: "“双随机、一公开”检查户次", en: "Random and published inspections"),
        definition: BilingualText(
            zh: "全年随机抽取检查对象、随机选派执法人员且结果已公示的日常监管检查户次",
            en: """
                Routine inspections of the year in which firm and inspectors were drawn at random and the result was \
                published
                """),
        unitOfMeasure: .occasions,
        reportedBy: Department.market)

    static let all = Variable(
        id: "routine_inspections",
        name: BilingualText(zh: "日常监管检查户次", en: "Routine inspections"),
        definition: BilingualText(
            zh: "全年市场监管日常检查户次，不含投诉举报、案件线索引发的检查",
            en: "Routine market inspections of the year, without those that followed a complaint or a case"),
        unitOfMeasure: .occasions,
        reportedBy: Department.market)

    static let checks: [DataCheck] = [
        .count(random, "foundation"),
        .count(all, "foundation"),
        .part(random, of: all, "foundation"),
    ]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "foundation.random_inspection",
            name: BilingualText(zh: "“双随机、一公开”检查占比", en: "Inspections drawn at random and published"),
            definition: BilingualText(
                zh: "全年以“双随机”方式开展且结果已公示的检查户次 ÷ 全年日常监管检查户次 × 100%，不含投诉举报、案件线索引发的检查",
                en: """
                    Inspections for which firm and inspectors were drawn at random and the result was published, as \
                    a share of all routine inspections in the year; those that followed a complaint or a case are \
                    left out
                    """),
            rationale: BilingualText(
                zh: "政策要求在信息消费领域推行“双随机、一公开”监管",
                en: "The policy asks for inspection at random with published results"),
            unitOfMeasure: .percent,
            statements: ["E1"],
            variables: [random, all],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "5000户次中4500户次", en: "4,500 of 5,000 inspections"),
                    [random: 4500, all: 5000], gives: 90),
                IndicatorExample(
                    BilingualText(zh: "当年无日常检查", en: "No routine inspection in the year"),
                    variables: [random.id: [0], all.id: [0]],
                    expected: [.absent(.zeroDenominator)]),
            ]),
        formula: .share(random, of: all))
}
