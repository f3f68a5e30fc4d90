public import AssessmentCore

/// Z-scores: how many standard deviations a value lies above the mean of its reference set.
///
/// score = mean + standard_deviation · (x − x̄) / s, mirrored where a lower value is better; s is the sample standard
/// deviation (n − 1), or that of a population (n). No score where all values agree.
/// Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 5 (standardisation).
public struct ZScore: ClosedFormEvaluator {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "z_score",
            name: BilingualText(zh: "Z分数标准化", en: "Z-score"),
            summary: BilingualText(
                zh: "与参照组均值之差除以标准差；参照组无差异时无分",
                en: "The distance from the mean of the reference set in standard deviations; no score where all agree"),
            source: "OECD/JRC (2008), Handbook on Constructing Composite Indicators, step 5",
            parameters: [
                Parameter(
                    "mean", BilingualText(zh: "均值处的得分", en: "The score at the mean"), .number(), default: .number(0)),
                Parameter(
                    "standard_deviation",
                    BilingualText(zh: "一个标准差所对应的分数", en: "The score that a standard deviation is worth, above zero"),
                    .number(), default: .number(1)),
                Parameter(
                    "population",
                    BilingualText(
                        zh: "标准差按总体（n）而非样本（n−1）计",
                        en: "Whether the standard deviation is that of a population (n) and not of a sample (n − 1)"),
                    .flag, default: .flag(false)),
            ])
    }

    /// It compares with the reference set.
    public var needsReference: Bool { true }

    /// Refuses a standard deviation that is not above zero.
    public func check(_ parameters: ParameterValues, panel: Panel) throws {
        try ScoreScale.checkPositive("standard_deviation", parameters, method: description.id)
    }

    /// The formula for a direction.
    public func formula(direction: Direction, parameters: ParameterValues) -> Formula {
        let value = Formula.input("value")
        let mean = Formula.statistic(.mean, value)
        let isPopulation = parameters.flag("population") == true
        let deviation = Formula.statistic(isPopulation ? .populationStandardDeviation : .standardDeviation, value)
        let distance = (direction == .higherIsBetter ? value - mean : mean - value) / deviation
        // The usual z-score is written as a reader would write it.
        let isUsual = parameters.number("mean") == 0 && parameters.number("standard_deviation") == 1
        return Defined.whereValuesDiffer(
            isUsual ? distance : .input("mean") + .input("standard_deviation") * distance)
    }

    /// A table of the handbook, and cases worked by hand.
    public var examples: [ColumnExample] {
        [
            ColumnExample(
                BilingualText(zh: "均值20，样本标准差10", en: "A mean of 20 and a sample standard deviation of 10"),
                values: [10, 20, nil, 30], expected: [-1, 0, nil, 1]),
            ColumnExample(
                BilingualText(zh: "逆向指标，均值100、标准差10分", en: "Lower is better, about 100 in steps of 10"),
                direction: .lowerIsBetter, values: [10, 20, 30],
                parameters: ["mean": .number(100), "standard_deviation": .number(10)], expected: [110, 100, 90]),
            ColumnExample(
                BilingualText(zh: "总体标准差为2", en: "A population standard deviation of 2"),
                values: [2, 4, 4, 4, 5, 5, 7, 9], parameters: ["population": .flag(true)],
                expected: [-1.5, -0.5, -0.5, -0.5, 0, 0, 1, 2]),
            ColumnExample(
                BilingualText(zh: "无差异则无分", en: "Where all agree there is no score"),
                values: [0.1, 0.1, 0.1], expected: [nil, nil, nil]),
            ColumnExample(
                BilingualText(
                    zh: "经合组织手册表15：23国受教育年限", en: "OECD/JRC handbook, table 15: years of schooling of 23 countries"),
                values: SchoolingExample.years,
                expected: [
                    0.26, 1.52, 1.14, -0.06, 0.76, -0.12, -0.12, 1.27, 0.83, -1.58, 0.38, 1.46, -0.12, -0.19, 1.33,
                    -0.76,
                    -1.08, 0, -1.46, -1.52, -0.06, -0.31, -1.58,
                ],
                decimals: 2),
        ]
    }
}
