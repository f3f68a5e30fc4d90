import AssessmentCore

/// The share of graded systems that passed their yearly test.
enum GradedProtection {
    static let passed = Variable(
        id: "graded_systems_passed",
        name: BilingualText(zh: "通过等级测评的第三级以上网络数", en: "Graded systems that passed"),
        definition: BilingualText(
            zh: "年末备案的第三级以上网络中，当年测评结论为“中”及以上的个数",
            en: """
                Of the registered systems of grade three and above, those whose test of the year ended with ‘fair’ or \
                better
                """),
        unitOfMeasure: .count,
        reportedBy: Department.police)

    static let registered = Variable(
        id: "graded_systems",
        name: BilingualText(zh: "备案的第三级以上网络数", en: "Graded systems registered"),
        definition: BilingualText(
            zh: "年末在公安机关备案的第三级以上网络（信息系统）个数",
            en: "Networks and systems of grade three and above registered with the police at the end of the year"),
        unitOfMeasure: .count,
        reportedBy: Department.police)

    static let checks: [DataCheck] = [
        .count(passed, "foundation"),
        .count(registered, "foundation"),
        .part(passed, of: registered, "foundation"),
    ]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "foundation.graded_protection",
            name: BilingualText(zh: "网络安全等级测评达标率", en: "Systems that passed graded protection"),
            definition: BilingualText(
                zh: "当年通过等级测评的第三级以上网络数 ÷ 已定级备案的第三级以上网络数 × 100%",
                en: """
                    Networks and systems of grade three and above that passed the year’s test as a share of all \
                    registered ones
                    """),
            rationale: BilingualText(
                zh: "政策要求落实网络安全等级保护制度，第三级以上须每年测评",
                en: """
                    The policy asks for graded protection, under which grade three and above must be tested every \
                    year
                    """),
            unitOfMeasure: .percent,
            statements: ["E3"],
            variables: [passed, registered],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "120个中102个", en: "102 of 120 systems"),
                    [passed: 102, registered: 120], gives: 85),
                IndicatorExample(
                    BilingualText(zh: "无第三级以上网络", en: "No system of grade three"),
                    variables: [passed.id: [0], registered.id: [0]],
                    expected: [.absent(.zeroDenominator)]),
            ]),
        formula: .share(passed, of: registered))
}
