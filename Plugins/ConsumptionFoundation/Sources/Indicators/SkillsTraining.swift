import AssessmentCore

/// How many residents were trained in information skills.
enum SkillsTraining {
    static let attendances = Variable(
        id: "information_training_attendances",
        name: BilingualText(zh: "信息技能培训人次", en: "Attendances at information skills training"),
        definition: BilingualText(
            zh: "全年由政府部门组织或资助的信息消费知识和信息技能培训的参训人次",
            en: """
                Attendances in the whole year at training in information consumption and skills that departments \
                held or paid for
                """),
        unitOfMeasure: .attendances,
        reportedBy: Department.industry)

    static let checks: [DataCheck] = [.count(attendances, "foundation")]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "foundation.skills_training",
            name: BilingualText(
                zh: "每万人信息技能培训人次",
                en: "Attendances at information skills training per 10,000 residents"),
            definition: BilingualText(
                zh: "全年信息消费知识和信息技能培训人次 ÷ 年末常住人口（万人）",
                en: """
                    Attendances at training in information consumption and skills in the whole year for each 10,000 \
                    permanent residents
                    """),
            rationale: BilingualText(
                zh: "政策要求各地每年组织开展多种信息技能培训活动",
                en: "The policy asks every place to hold training in information skills each year"),
            unitOfMeasure: .attendancesPerTenThousand,
            statements: ["X3"],
            variables: [attendances, .residentPopulation],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "1.2万人次、400万人", en: "12,000 attendances, 4 million residents"),
                    [attendances: 12000, .residentPopulation: 400], gives: 30),
                IndicatorExample(
                    BilingualText(zh: "当年未组织培训", en: "No training in the year"),
                    [attendances: 0, .residentPopulation: 400], gives: 0),
            ]),
        formula: .rate(attendances, of: .residentPopulation))
}
