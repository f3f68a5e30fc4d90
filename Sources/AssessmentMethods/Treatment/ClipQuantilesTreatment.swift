public import AssessmentCore
internal import AssessmentStatistics

/// Clipping to percentiles: values beyond two percentiles of the reference set become those percentiles.
///
/// min(max(x, Q(p)), Q(q)), Q interpolated at 1 + p (n − 1) (type 7; Excel's PERCENTILE.INC, the default of R and
/// numpy). A percentile of 0 or 100 leaves that end as it is.
/// Source: SDSN, Sustainable Development Report, methodology (the lower 2.5th percentile of each indicator); OECD/JRC,
/// Handbook on Constructing Composite Indicators (2008), step 5.
public struct ClipQuantilesTreatment: Treatment {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "clip_quantiles",
            name: BilingualText(zh: "按百分位数收束", en: "Clip to percentiles"),
            summary: BilingualText(
                zh: "低于下百分位数者取该百分位数，高于上百分位数者同理",
                en: "Brings values beyond two percentiles of the reference set to them"),
            source: "SDSN, Sustainable Development Report, methodology; OECD/JRC (2008), Handbook on Constructing "
                + "Composite Indicators, step 5",
            formula:
                "min(max(x, Q(lower)), Q(upper)), with Q interpolated between order statistics",
            parameters: [
                Parameter(
                    "lower", BilingualText(zh: "下百分位；0则不收下端", en: "The lower percentile; 0 for none"),
                    .number(atLeast: 0, atMost: 100), default: .number(2.5)),
                Parameter(
                    "upper", BilingualText(zh: "上百分位；100则不收上端", en: "The upper percentile; 100 for none"),
                    .number(atLeast: 0, atMost: 100), default: .number(97.5)),
            ])
    }

    /// Percentiles are those of the reference set.
    public var needsReference: Bool { true }

    /// Prepares the work on the reference sets.
    ///
    /// - Throws: `MethodError` where the percentiles are out of order, or no reference set is named.
    public func prepare(_ input: ColumnInput) throws -> any ColumnKernel {
        let lower = try input.parameters.neededNumber("lower", by: description.id)
        let upper = try input.parameters.neededNumber("upper", by: description.id)
        guard 0 <= lower, lower < upper, upper <= 100 else {
            throw MethodError(
                "clip_quantiles: the lower percentile \(Formula.text(of: lower)) must lie below the upper one "
                    + "\(Formula.text(of: upper)), both from 0 to 100")
        }
        return try ClippedCells.kernel(input, by: description.id) { numbers in
            guard let found = Quantiles.quantiles(numbers, at: [lower / 100, upper / 100]), let low = found.first,
                let high = found.last
            else { return nil }
            // The ends themselves are no bounds: a row outside the period of the reference set may lie beyond them.
            return ValueBounds(low: lower == 0 ? -.infinity : low, high: upper == 100 ? .infinity : high)
        }
    }

    /// Cases worked by hand.
    public var examples: [ColumnExample] {
        [
            ColumnExample(
                BilingualText(
                    zh: "五个值的第25与第75百分位是第2与第4个", en: "Of five values the quartiles are the second and the fourth"),
                values: [1, 2, 3, 4, 100, nil], parameters: ["lower": .number(25), "upper": .number(75)],
                expected: [2, 2, 3, 4, 4, nil]),
            ColumnExample(
                BilingualText(
                    zh: "只收上端：第90百分位＝4＋0.6×(100−4)", en: "The upper end alone: the 90th is 4 + 0.6 × (100 − 4)"),
                values: [1, 2, 3, 4, 100], parameters: ["lower": .number(0), "upper": .number(90)],
                expected: [1, 2, 3, 4, 61.6]),
        ]
    }
}
