public import AssessmentCore

extension ElderCareConsumption {
    /// What 皖政〔2018〕20号 says on smart elder care, and the national plan of 2017 that names a number.
    ///
    /// 工信部联电子〔2017〕25号 is the plan for the smart health and elder-care industry 2017–2020 (智慧健康养老产业发展行动计划).
    public var statements: [PolicyStatement] {
        [
            PolicyStatement(
                id: "EC1", clause: "二（五）·专栏6", kind: .service,
                text: BilingualText(zh: "建设智慧养老公共平台", en: "Public platforms for smart elder care")),
            PolicyStatement(
                id: "EC2", clause: "二（五）·专栏6", kind: .service,
                text: BilingualText(zh: "养老领域推广智能产品应用", en: "Smart products in elder care")),
            PolicyStatement(
                id: "EC3", clause: "二（五）·专栏6", kind: .quality,
                text: BilingualText(zh: "提升养老智能服务水平", en: "Better smart services for the elderly")),
            PolicyStatement(
                id: "EC4", clause: "二（五）", kind: .service,
                text: BilingualText(zh: "居家健康服务等应用", en: "Health services at home")),
            PolicyStatement(
                id: "EC5", clause: "三（四）", kind: .service,
                text: BilingualText(
                    zh: "面向老年人的健康管理类智能可穿戴设备", en: "Wearables for the health of the elderly")),
            PolicyStatement(
                id: "EC6", clause: "工信部联电子〔2017〕25号", kind: .target,
                text: BilingualText(
                    zh: "建设智慧健康养老示范社区", en: "Demonstration communities of smart health and elder care"),
                target: BilingualText(zh: "全国500个", en: "500 in the country"),
                deadline: CalendarDate(year: 2020, month: 12, day: 31)),
        ]
    }
}
