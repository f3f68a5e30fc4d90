import AssessmentCore

/// The share of government services that can be completed online.
enum OnlineGovernmentServices {
    static let online = Variable(
        id: "services_wholly_online",
        name: BilingualText(zh: "可全程网办的政务服务事项数", en: "Government services wholly online"),
        definition: BilingualText(
            zh: "年末申请、受理、审查、决定、送达均可在网上完成的依申请事项数",
            en: """
                Services on application of which every step, from application to delivery, can be done online at the \
                end of the year
                """),
        unitOfMeasure: .count,
        reportedBy: Department.dataResources)

    static let all = Variable(
        id: "services_on_application",
        name: BilingualText(zh: "依申请政务服务事项数", en: "Government services on application"),
        definition: BilingualText(
            zh: "年末本级政务服务实施清单中的依申请事项数",
            en: "Services on application in the unit’s list at the end of the year"),
        unitOfMeasure: .count,
        reportedBy: Department.dataResources)

    static let checks: [DataCheck] = [
        .count(online, "foundation"),
        .count(all, "foundation"),
        .part(online, of: all, "foundation"),
    ]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "foundation.online_government_services",
            name: BilingualText(zh: "政务服务全程网办率", en: "Government services wholly online"),
            definition: BilingualText(
                zh: "年末可全程网上办理的依申请政务服务事项数 ÷ 依申请政务服务事项总数 × 100%",
                en: """
                    Government services on application that can be completed online as a share of all such services, \
                    at the end of the year
                    """),
            rationale: BilingualText(
                zh: "公共服务体系是否建立，看群众能否在网上办成事",
                en: "Whether the system of public services is in place shows in what people can settle online"),
            unitOfMeasure: .percent,
            statements: ["G5"],
            variables: [online, all],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "1500项中1350项", en: "1,350 of 1,500 services"),
                    [online: 1350, all: 1500], gives: 90)
            ]),
        formula: .share(online, of: all))
}
