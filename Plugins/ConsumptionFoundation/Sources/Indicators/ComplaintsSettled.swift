import AssessmentCore

/// The share of consumer complaints that were settled.
enum ComplaintsSettled {
    static let settled = Variable(
        id: "consumer_complaints_settled",
        name: BilingualText(zh: "调解成功的消费者投诉件数", en: "Consumer complaints settled"),
        definition: BilingualText(
            zh: "上述受理投诉中双方达成调解协议或和解的件数",
            en: "Of the complaints accepted, those on which both sides came to terms"),
        unitOfMeasure: .cases,
        reportedBy: Department.market)

    static let checks: [DataCheck] = [
        .count(settled, "foundation"),
        .part(settled, of: .complaintsAccepted, "foundation"),
    ]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "foundation.complaints_settled",
            name: BilingualText(zh: "消费者投诉调解成功率", en: "Consumer complaints settled"),
            definition: BilingualText(
                zh: "调解成功的网络购物和信息通信服务投诉件数 ÷ 受理件数 × 100%",
                en: """
                    Complaints about online shopping and information services settled by mediation as a share of \
                    those accepted
                    """),
            rationale: BilingualText(
                zh: "权益是否得到保护，看投诉是否得到解决",
                en: "Whether consumers are protected shows in whether complaints are settled"),
            unitOfMeasure: .percent,
            statements: ["E5"],
            variables: [settled, .complaintsAccepted],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "4000件中2600件", en: "2,600 of 4,000 complaints"),
                    [settled: 2600, .complaintsAccepted: 4000], gives: 65)
            ]),
        formula: .share(settled, of: .complaintsAccepted))
}
