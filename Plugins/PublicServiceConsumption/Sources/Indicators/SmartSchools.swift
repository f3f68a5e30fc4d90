import AssessmentCore

/// The share of schools recognised as smart schools.
enum SmartSchools {
    static let smart = Variable(
        id: "smart_schools",
        name: BilingualText(zh: "智慧学校数", en: "Smart schools"),
        definition: BilingualText(
            zh: "年末经教育部门按智慧学校建设标准验收的普通中小学校数",
            en: "Schools that the education authority has accepted as smart schools by the end of the year"),
        unitOfMeasure: .count,
        reportedBy: .educationBureau)

    static let schools = Variable(
        id: "primary_and_secondary_schools",
        name: BilingualText(zh: "普通中小学校数", en: "Primary and secondary schools"),
        definition: BilingualText(
            zh: "教育事业统计9月1日时点的小学、初中、普通高中学校数，不含教学点",
            en: "Primary, junior and general senior secondary schools on 1 September, as in the education statistics, "
                + "without teaching points"),
        unitOfMeasure: .count,
        reportedBy: .educationBureau)

    static let checks: [DataCheck] = [
        .count(smart, "public"),
        .count(schools, "public"),
        .part(smart, of: schools, "public"),
    ]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "public.smart_schools",
            name: BilingualText(zh: "智慧学校占比", en: "Share of smart schools"),
            definition: BilingualText(
                zh: "年末智慧学校数 ÷ 普通中小学校数 × 100%",
                en: "Smart schools at the end of the year as a share of primary and secondary schools"),
            rationale: BilingualText(
                zh: "政策要求打造智慧学校示范项目，占比反映示范带动到多少学校",
                en: "The policy asks for smart school demonstrations; the share is how many schools have followed"),
            unitOfMeasure: .percent,
            statements: ["S5"],
            variables: [smart, schools],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "600所中90所", en: "90 of 600 schools"), [smart: 90, schools: 600], gives: 15)
            ]),
        formula: .share(smart, of: schools))
}
