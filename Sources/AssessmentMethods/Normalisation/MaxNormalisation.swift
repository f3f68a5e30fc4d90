public import AssessmentCore

/// Maximum normalisation: a value over the largest of its reference set, costs turned around.
///
/// score = x / max where more is better. Where less is better the word `cost` decides: min / x (`inverse`, Hwang and
/// Yoon's linear scale transformation) or 1 − x / max (`complement`). No score where the largest is not above zero, or
/// the smallest for the inverse.
/// Source: C. L. Hwang and K. Yoon (1981), Multiple Attribute Decision Making; the two forms as in A. Jahan and K. L.
/// Edwards (2015), Materials and Design 65, 335–342.
public struct MaxNormalisation: ClosedFormEvaluator {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "max_normalisation",
            name: BilingualText(zh: "最大值标准化", en: "Maximum normalisation"),
            summary: BilingualText(
                zh: "值与参照组最大值之比，逆向指标按选项取倒比或补数；得分在0至1",
                en:
                    "A value over the largest of its reference set; of a cost the inverse ratio or the complement"
            ),
            source:
                "Hwang and Yoon (1981), Multiple Attribute Decision Making; Jahan and Edwards (2015)",
            parameters: [CostForm.parameter(default: .inverse)])
    }

    /// It compares with the reference set.
    public var needsReference: Bool { true }

    /// The formula for a direction.
    ///
    /// - Throws: `MethodError` for an unknown form of costs.
    public func formula(direction: Direction, parameters: ParameterValues) throws -> Formula {
        let form: CostForm = try WordChoice.read(CostForm.name, parameters, method: description.id)
        guard direction == .lowerIsBetter, form == .complement else { return RatioToBest.formula(direction) }
        let value = Formula.input("value")
        let most = Formula.statistic(.maximum, value)
        return Defined.where(Defined.isLess(0, most), 1 - value / most)
    }

    /// Cases worked by hand.
    public var examples: [ColumnExample] {
        [
            ColumnExample(
                BilingualText(zh: "正向指标", en: "More is better"), values: [10, 40, nil, 20],
                expected: [0.25, 1, nil, 0.5]),
            ColumnExample(
                BilingualText(zh: "逆向指标取倒比", en: "A cost by the inverse ratio"), direction: .lowerIsBetter,
                values: [10, 40, 20], expected: [1, 0.25, 0.5]),
            ColumnExample(
                BilingualText(zh: "逆向指标取补数", en: "A cost by the complement"), direction: .lowerIsBetter,
                values: [10, 40, 20], parameters: ["cost": .text("complement")], expected: [0.75, 0, 0.5]),
        ]
    }
}
