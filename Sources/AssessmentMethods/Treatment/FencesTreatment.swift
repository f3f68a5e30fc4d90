public import AssessmentCore
internal import AssessmentStatistics

/// Winsorising at the interquartile fences: values far outside the middle half are brought in.
///
/// With the quartiles Q1 and Q3 of the reference set, the fences are Q1 − k (Q3 − Q1) and Q3 + k (Q3 − Q1). Values
/// beyond become the fence, or the nearest value within. Quartiles are interpolated at 1 + p (n − 1) (type 7).
/// Source: J. W. Tukey (1977), Exploratory Data Analysis, chapter 2 (k = 1.5 for the inner, 3 for the outer fences).
public struct FencesTreatment: Treatment {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "winsorise_fences",
            name: BilingualText(zh: "四分位距缩尾", en: "Winsorise at interquartile fences"),
            summary: BilingualText(
                zh: "超出上下四分位数之外k倍四分位距者收至界限，或收至界内最近的值",
                en:
                    "Brings values more than k interquartile ranges outside the quartiles to the fence, or to the nearest value within"
            ),
            source: "J. W. Tukey (1977), Exploratory Data Analysis, chapter 2",
            formula:
                "min(max(x, Q1 − m · (Q3 − Q1)), Q3 + m · (Q3 − Q1))",
            parameters: [
                Parameter(
                    "multiple", BilingualText(zh: "四分位距的倍数", en: "How many interquartile ranges"),
                    .number(atLeast: 0), default: .number(1.5)),
                Parameter(
                    "to",
                    BilingualText(
                        zh: "收至：fence界限，nearest_value界内最近的值",
                        en: "What such values become: fence or nearest_value, the nearest value within"),
                    .text(oneOf: ["fence", "nearest_value"]), default: .text("fence")),
            ])
    }

    /// Quartiles are those of the reference set.
    public var needsReference: Bool { true }

    /// Prepares the work on the reference sets.
    ///
    /// - Throws: `MethodError` where the multiple is negative, or no reference set is named.
    public func prepare(_ input: ColumnInput) throws -> any ColumnKernel {
        let multiple = try input.parameters.neededNumber("multiple", by: description.id)
        guard multiple >= 0 else {
            throw MethodError("winsorise_fences: ‘multiple’ must be a number from 0 on; Tukey's fences take 1.5 or 3")
        }
        let toNearest = input.parameters.text("to") == "nearest_value"
        return try ClippedCells.kernel(input, by: description.id) { numbers in
            guard let quartiles = Quantiles.quartiles(numbers) else { return nil }
            let low = quartiles.lower - multiple * quartiles.range
            let high = quartiles.upper + multiple * quartiles.range
            guard toNearest else { return ValueBounds(low: low, high: high) }
            let within = numbers.filter { low <= $0 && $0 <= high }
            guard let least = within.min(), let most = within.max() else { return ValueBounds(low: low, high: high) }
            // An end without a value beyond its fence has no bound.
            return ValueBounds(
                low: numbers.contains { $0 < low } ? least : -.infinity,
                high: numbers.contains { $0 > high } ? most : .infinity)
        }
    }

    /// Cases worked by hand.
    public var examples: [ColumnExample] {
        [
            ColumnExample(
                BilingualText(zh: "四分位数2与4，界限−1与7", en: "Quartiles 2 and 4, fences −1 and 7"),
                values: [1, 2, 3, 4, 100, nil], expected: [1, 2, 3, 4, 7, nil]),
            ColumnExample(
                BilingualText(zh: "收至界内最近的值", en: "To the nearest value within"),
                values: [1, 2, 3, 4, 100], parameters: ["to": .text("nearest_value")], expected: [1, 2, 3, 4, 4]),
            ColumnExample(
                BilingualText(zh: "外界限：2−3×2与4＋3×2", en: "The outer fences: 2 − 3 × 2 and 4 + 3 × 2"),
                values: [-50, 2, 3, 4, 9], parameters: ["multiple": .number(3)], expected: [-4, 2, 3, 4, 9]),
        ]
    }
}
