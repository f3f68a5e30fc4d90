import AssessmentCore

/// How many wearables for health the elderly use, for each thousand of them.
enum HealthWearables {
    static let wearables = Variable(
        id: "elder_health_wearables",
        name: BilingualText(zh: "老年人在用健康类可穿戴设备", en: "Health wearables in use by the elderly"),
        definition: BilingualText(
            zh: "年末接入健康管理或养老平台、当年有数据上传的老年人可穿戴设备",
            en:
                "Wearables of the elderly that are connected to a health or care platform at the end of the year and sent "
                + "data in the year"),
        unitOfMeasure: .devices,
        reportedBy: .healthCommission)

    static let elders = Variable(
        id: "residents_60_and_over",
        name: BilingualText(zh: "60岁及以上常住人口", en: "Permanent residents of 60 and over"),
        definition: BilingualText(
            zh: "年末60岁及以上常住人口；普查年份用普查时点数",
            en: "Permanent residents of 60 and over at the end of the year; in a census year, on the census day"),
        unitOfMeasure: .tenThousandPersons,
        reportedBy: BilingualText(zh: "统计局", en: "Statistics bureau"))

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "eldercare.wearables_per_1000",
            name: BilingualText(zh: "每千名老年人健康类可穿戴设备", en: "Health wearables per 1,000 elderly"),
            definition: BilingualText(
                zh: "老年人在用健康类可穿戴设备 ÷ 60岁及以上常住人口（万人）× 0.1",
                en: "Health wearables in use for each thousand permanent residents of 60 and over"),
            rationale: BilingualText(
                zh: "政策要求开发面向老年人的健康管理类智能可穿戴设备，在用量反映产品是否合用",
                en: "The policy wants wearables for the health of the elderly; those in use show whether they serve"),
            unitOfMeasure: .devicesPerThousand,
            statements: ["EC5"],
            variables: [wearables, elders],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "100万老年人9000台", en: "9,000 devices among a million elderly"),
                    [wearables: 9_000, elders: 100], gives: 9),
                IndicatorExample(
                    BilingualText(zh: "设备数未报送", en: "The devices were not submitted"),
                    variables: [wearables.id: [nil], elders.id: [100]], expected: [.absent(.notSubmitted)]),
            ]),
        // Residents are counted in ten thousands: a tenth of the ratio is the number for each thousand.
        formula: .rate(wearables, per: 0.1, of: elders))
}
