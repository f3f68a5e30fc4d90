public import AssessmentCore

extension ConsumptionFoundation {
    /// The statements of 皖政〔2018〕20号 that fall to the foundations.
    public var statements: [PolicyStatement] {
        let endOf2020 = CalendarDate(year: 2020, month: 12, day: 31)
        return [
            PolicyStatement(
                id: "I4", clause: "三（四）", kind: .target,
                text: BilingualText(zh: "行政村通光纤比例", en: "Administrative villages with optical fibre"),
                target: BilingualText(same: "100%"), deadline: endOf2020)
        ]
    }
}
