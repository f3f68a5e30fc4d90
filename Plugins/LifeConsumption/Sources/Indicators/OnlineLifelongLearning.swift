import AssessmentCore

/// Learners who complete online courses, for each 10,000 residents.
enum OnlineLifelongLearning {
    static let learners = Variable(
        id: "online_lifelong_learners",
        name: BilingualText(zh: "在线终身学习人数", en: "Online lifelong learners"),
        definition: BilingualText(
            zh: "全年在终身学习公共网络平台实名注册并学完至少一门课程的本地学员人数，同一人只计一次，不含在校生学历课程",
            en: "Local learners, each counted once, who registered by name on a public lifelong-learning platform and "
                + "finished a course in the year; degree courses of students are not counted"),
        unitOfMeasure: .persons,
        reportedBy: .educationBureau)

    static let checks: [DataCheck] = [.count(learners, "life")]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "life.online_lifelong_learning",
            name: BilingualText(zh: "每万人在线终身学习人数", en: "Online lifelong learners per 10,000 residents"),
            definition: BilingualText(
                zh: "全年在线终身学习人数 ÷ 年末常住人口（万人）",
                en: "Learners who finished an online course in the year per 10,000 permanent residents at its end"),
            rationale: BilingualText(
                zh: "政策要求面向学习培训培育社会化在线教育，学完课程的人数反映校外的实际使用",
                en: "The policy wants online education for training at large; finished courses show use beyond schools"),
            unitOfMeasure: UnitOfMeasure(BilingualText(zh: "人/万人", en: "per 10,000 residents"), decimals: 2),
            statements: ["L4"],
            variables: [learners, .residentPopulation],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "500万常住人口中12万人", en: "120,000 learners in a city of 5 million"),
                    [learners: 120_000, .residentPopulation: 500], gives: 240)
            ]),
        formula: .rate(learners, of: .residentPopulation))
}
