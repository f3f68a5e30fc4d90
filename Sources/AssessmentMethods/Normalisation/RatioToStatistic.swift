public import AssessmentCore

/// Distance to a statistic: a value over the mean, the median, the best or the worst of its reference set.
///
/// With r the statistic: score = x / r in the form `ratio` and (x − r) / r in the form `difference`; where a lower
/// value is better r / x and (r − x) / r. No score where r is not above zero, nor for a ratio to a cost that is not.
/// Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 5 (distance to a reference) and table
/// 15.
public struct RatioToStatistic: ClosedFormEvaluator {
    /// Creates the method.
    public init() {}

    enum Reference: String, CaseIterable {
        case mean, median, best, worst
    }

    enum Form: String, CaseIterable {
        case ratio, difference
    }

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "ratio_to_statistic",
            name: BilingualText(zh: "与参照组统计量之比", en: "Distance to a statistic"),
            summary: BilingualText(
                zh: "值与参照组均值、中位数、最优或最差之比，或相对差；统计量不大于零时无分",
                en:
                    "A value over the mean, median, best or worst of its reference set, or the relative difference"
            ),
            source: "OECD/JRC (2008), Handbook on Constructing Composite Indicators, step 5 and table 15",
            parameters: [
                Parameter(
                    "to", BilingualText(zh: "比较对象：均值、中位数、最优、最差", en: "The statistic that it is compared with"),
                    .text(oneOf: WordChoice.words(Reference.self)), default: .text(Reference.mean.rawValue)),
                Parameter(
                    "form", BilingualText(zh: "比值或相对差", en: "The ratio, or the difference over the statistic"),
                    .text(oneOf: WordChoice.words(Form.self)), default: .text(Form.ratio.rawValue)),
            ])
    }

    /// It compares with the reference set.
    public var needsReference: Bool { true }

    /// The formula for a direction.
    ///
    /// - Throws: `MethodError` for an unknown statistic or form.
    public func formula(direction: Direction, parameters: ParameterValues) throws -> Formula {
        let kind: Reference = try WordChoice.read("to", parameters, method: description.id)
        let form: Form = try WordChoice.read("form", parameters, method: description.id)
        let value = Formula.input("value")
        let isHigherBetter = direction == .higherIsBetter
        let reference: Formula =
            switch kind {
            case .mean: .statistic(.mean, value)
            case .median: .statistic(.median, value)
            case .best: .statistic(isHigherBetter ? .maximum : .minimum, value)
            case .worst: .statistic(isHigherBetter ? .minimum : .maximum, value)
            }
        switch (form, direction) {
        case (.ratio, .higherIsBetter): return Defined.where(Defined.isLess(0, reference), value / reference)
        case (.ratio, .lowerIsBetter):
            return Defined.where(Defined.isLess(0, .apply(.minimum, [reference, value])), reference / value)
        case (.difference, .higherIsBetter):
            return Defined.where(Defined.isLess(0, reference), (value - reference) / reference)
        case (.difference, .lowerIsBetter):
            return Defined.where(Defined.isLess(0, reference), (reference - value) / reference)
        }
    }

    /// Columns of a table of the handbook, and cases worked by hand.
    public var examples: [ColumnExample] {
        let table = BilingualText(
            zh: "经合组织手册表15：23国受教育年限与均值之比", en: "OECD/JRC handbook, table 15: schooling over the mean")
        return [
            ColumnExample(
                BilingualText(zh: "均值20", en: "A mean of 20"), values: [10, 20, nil, 30], expected: [0.5, 1, nil, 1.5]),
            ColumnExample(
                BilingualText(zh: "逆向指标，最优10与值之比", en: "Lower is better: the best, 10, over the value"),
                direction: .lowerIsBetter, values: [10, 20, 40], parameters: ["to": .text("best")],
                expected: [1, 0.5, 0.25]),
            ColumnExample(
                BilingualText(zh: "最优值为零则无分", en: "No score against a best of zero"), direction: .lowerIsBetter,
                values: [10, 0], parameters: ["to": .text("best")], expected: [nil, nil]),
            ColumnExample(
                BilingualText(zh: "逆向指标，与最差者的相对差", en: "Lower is better, the difference from the worst"),
                direction: .lowerIsBetter, values: [10, 20, 40],
                parameters: ["to": .text("worst"), "form": .text("difference")], expected: [0.75, 0.5, 0]),
            ColumnExample(
                table, values: SchoolingExample.years,
                expected: [
                    1.04, 1.25, 1.19, 0.99, 1.13, 0.98, 0.98, 1.21, 1.14, 0.74, 1.06, 1.24, 0.98, 0.97, 1.22, 0.88,
                    0.82,
                    1.00, 0.76, 0.75, 0.99, 0.95, 0.74,
                ],
                decimals: 2),
        ]
    }
}
