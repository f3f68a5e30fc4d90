import AssessmentCore

/// The share of consumer complaints that were closed in time.
enum ComplaintsClosedOnTime {
    static let closed = Variable(
        id: "consumer_complaints_closed_in_time",
        name: BilingualText(zh: "按时办结的消费者投诉件数", en: "Consumer complaints closed in time"),
        definition: BilingualText(
            zh: "上述受理投诉中在法定期限内办结的件数",
            en: "Of the complaints accepted, those closed within the legal time limit"),
        unitOfMeasure: .cases,
        reportedBy: Department.market)

    static let checks: [DataCheck] = [
        .count(closed, "foundation"),
        .part(closed, of: .complaintsAccepted, "foundation"),
    ]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "foundation.complaints_closed_on_time",
            name: BilingualText(zh: "消费者投诉按时办结率", en: "Consumer complaints closed in time"),
            definition: BilingualText(
                zh: "法定期限内办结的网络购物和信息通信服务投诉件数 ÷ 受理件数 × 100%；投诉多少受渠道畅通影响，不作优劣判断",
                en: """
                    Complaints about online shopping and information services closed within the legal time limit as \
                    a share of those accepted; how many there are follows how easily one can complain and is not \
                    judged
                    """),
            rationale: BilingualText(
                zh: "政策要求依法受理和处理消费者投诉举报",
                en: "The policy asks that complaints be accepted and handled as the law says"),
            unitOfMeasure: .percent,
            statements: ["E5"],
            variables: [closed, .complaintsAccepted],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "4000件中3920件", en: "3,920 of 4,000 complaints"),
                    [closed: 3920, .complaintsAccepted: 4000], gives: 98)
            ]),
        formula: .share(closed, of: .complaintsAccepted))
}
