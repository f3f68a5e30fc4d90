import AssessmentCore

/// The share of schools that teach with online classes or learning spaces.
enum OnlineEducation {
    static let online = Variable(
        id: "schools_teaching_online",
        name: BilingualText(zh: "常态化应用在线教学的学校数", en: "Schools that teach online regularly"),
        definition: BilingualText(
            zh: "秋季学期每周至少一次将在线课堂或网络学习空间用于教学的中小学校和教学点数",
            en: "Primary and secondary schools and teaching points that used online classes or learning spaces in "
                + "teaching at least weekly in the autumn term"),
        unitOfMeasure: .count,
        reportedBy: .educationBureau)

    static let schools = Variable(
        id: "schools_and_teaching_points",
        name: BilingualText(zh: "中小学校和教学点数", en: "Schools and teaching points"),
        definition: BilingualText(
            zh: "教育事业统计9月1日时点的小学、初中、普通高中学校数与教学点数之和",
            en: "Primary, junior and general senior secondary schools and teaching points on 1 September, as in the "
                + "education statistics"),
        unitOfMeasure: .count,
        reportedBy: .educationBureau)

    static let checks: [DataCheck] = [
        .count(online, "life"),
        .count(schools, "life"),
        .part(online, of: schools, "life"),
    ]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "life.online_education",
            name: BilingualText(zh: "在线教学学校覆盖率", en: "Schools that teach online"),
            definition: BilingualText(
                zh: "常态化应用在线教学的学校数 ÷ 中小学校和教学点数 × 100%，秋季学期数",
                en: "Schools that teach online regularly as a share of schools and teaching points, autumn term"),
            rationale: BilingualText(
                zh: "政策要求课程教学与应用服务有机结合，常态化应用说明在线教育进入了日常教学",
                en: "The policy wants online courses joined with teaching; weekly use shows that they are"),
            unitOfMeasure: .percent,
            statements: ["L4"],
            variables: [online, schools],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "800所中有520所", en: "520 of 800 schools"),
                    [online: 520, schools: 800], gives: 65)
            ]),
        formula: .share(online, of: schools))
}
