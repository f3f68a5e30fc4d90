import AssessmentCore

/// The share of outpatient visits that were booked online.
enum OnlineAppointments {
    private static let tenThousandVisits = UnitOfMeasure(BilingualText(zh: "万人次", en: "10,000 visits"), decimals: 2)

    static let booked = Variable(
        id: "outpatient_visits_booked_online",
        name: BilingualText(zh: "网上预约门诊人次", en: "Outpatient visits booked online"),
        definition: BilingualText(
            zh: "全年经网站、移动应用、公众号等网络渠道预约并实际就诊的二级及以上医院门诊人次，不含电话和现场预约",
            en: "Whole-year outpatient visits to hospitals of the second and third grade that were booked over the "
                + "internet and kept; bookings by telephone or at the desk are not counted"),
        unitOfMeasure: tenThousandVisits,
        reportedBy: .healthCommission)

    static let visits = Variable(
        id: "outpatient_visits",
        name: BilingualText(zh: "门诊人次", en: "Outpatient visits"),
        definition: BilingualText(
            zh: "全年二级及以上医院门诊人次，不含急诊和健康检查",
            en: "Whole-year outpatient visits to hospitals of the second and third grade, without emergencies and "
                + "check-ups"),
        unitOfMeasure: tenThousandVisits,
        reportedBy: .healthCommission)

    static let checks: [DataCheck] = [
        .amount(booked, "life"),
        .amount(visits, "life"),
        .part(booked, of: visits, "life"),
    ]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "life.online_appointments",
            name: BilingualText(zh: "门诊网上预约率", en: "Outpatient visits booked online"),
            definition: BilingualText(
                zh: "网上预约门诊人次 ÷ 门诊人次 × 100%，全年数，二级及以上医院",
                en: "Outpatient visits booked online as a share of outpatient visits, whole year, hospitals of the "
                    + "second and third grade"),
            rationale: BilingualText(
                zh: "开通服务之外，还要看群众是否真正使用在线就医",
                en: "Beyond the offer, it shows whether patients use online services"),
            unitOfMeasure: .percent,
            statements: ["L3"],
            variables: [booked, visits],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "1250万人次中预约500万", en: "5 of 12.5 million visits"),
                    [booked: 500, visits: 1250], gives: 40)
            ]),
        formula: .share(booked, of: visits))
}
