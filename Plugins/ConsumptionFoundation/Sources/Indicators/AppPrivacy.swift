import AssessmentCore

/// The share of checked apps that respect personal information.
enum AppPrivacy {
    static let sound = Variable(
        id: "apps_found_sound",
        name: BilingualText(zh: "抽检合格的移动应用数", en: "Apps found sound"),
        definition: BilingualText(
            zh: "全年抽检的移动应用中，首次检测未发现违法违规收集使用个人信息的款数",
            en: """
                Of the apps checked in the year, those first found without unlawful collection or use of personal \
                information
                """),
        unitOfMeasure: .count,
        reportedBy: Department.cyberspace)

    static let checked = Variable(
        id: "apps_checked",
        name: BilingualText(zh: "抽检的移动应用数", en: "Apps checked"),
        definition: BilingualText(
            zh: "全年抽检的本地运营移动应用款数，同一应用计一次",
            en: "Apps of local operators checked in the year; each once"),
        unitOfMeasure: .count,
        reportedBy: Department.cyberspace)

    static let checks: [DataCheck] = [
        .count(sound, "foundation"),
        .count(checked, "foundation"),
        .part(sound, of: checked, "foundation"),
    ]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "foundation.app_privacy",
            name: BilingualText(zh: "移动应用个人信息保护抽检合格率", en: "Apps that respect personal information"),
            definition: BilingualText(
                zh: "全年个人信息收集使用抽检合格的移动应用数 ÷ 全年抽检的移动应用数 × 100%；抽检由市级组织，只到市级",
                en: """
                    Mobile apps found sound in spot checks of how they collect and use personal information, as a \
                    share of those checked in the year; cities do the checking, so for cities only
                    """),
            rationale: BilingualText(
                zh: "政策要求规范个人信息采集、存储、使用",
                en: "The policy asks that collection, storage and use of personal information be in order"),
            unitOfMeasure: .percent,
            statements: ["E3"],
            variables: [sound, checked],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "50款中44款", en: "44 of 50 apps"),
                    [sound: 44, checked: 50], gives: 88),
                IndicatorExample(
                    BilingualText(zh: "当年未抽检", en: "None checked in the year"),
                    variables: [sound.id: [0], checked.id: [0]],
                    expected: [.absent(.zeroDenominator)]),
            ]),
        formula: .share(sound, of: checked))
}
