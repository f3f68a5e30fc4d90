import AssessmentCore

/// Cars for time-shared rental, for each 10,000 residents.
enum SharedCars {
    static let cars = Variable(
        id: "shared_cars",
        name: BilingualText(zh: "分时租赁汽车数", en: "Shared cars"),
        definition: BilingualText(
            zh: "年末已备案并投入运营、可由用户自助分时租用的小微型客车数",
            en: "Registered small passenger cars that users can rent by the minute or hour at the end of the year"),
        unitOfMeasure: UnitOfMeasure(BilingualText(zh: "辆", en: "cars")),
        reportedBy: .transportBureau)

    static let checks: [DataCheck] = [.count(cars, "public")]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "public.shared_cars",
            name: BilingualText(zh: "每万人分时租赁汽车数", en: "Shared cars per 10,000 residents"),
            definition: BilingualText(
                zh: "年末分时租赁汽车数 ÷ 年末常住人口（万人）",
                en: "Shared cars per 10,000 permanent residents, end of year"),
            rationale: BilingualText(
                zh: "政策鼓励发展汽车共享分时租赁，人均数使大小城市可比",
                en: "The policy encourages time-shared cars; a rate per resident makes cities comparable"),
            unitOfMeasure: UnitOfMeasure(BilingualText(zh: "辆/万人", en: "per 10,000 residents"), decimals: 2),
            statements: ["S8"],
            variables: [cars, .residentPopulation],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "800万常住人口中2000辆", en: "2,000 cars in a city of 8 million"),
                    [cars: 2000, .residentPopulation: 800], gives: 2.5)
            ]),
        formula: .rate(cars, of: .residentPopulation))
}
