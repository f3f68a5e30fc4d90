public import AssessmentCore

/// Vector normalisation with costs turned around.
///
/// score = x / √Σx² where more is better. Where less is better the word `cost` decides: 1 − x / √Σx² (`complement`) or
/// (1 / x) / √Σ(1 / x²) (`inverse`), for which a cost that is not above zero takes no part.
/// Source: A. Jahan and K. L. Edwards (2015), A state-of-the-art survey on the influence of normalization techniques in
/// ranking, Materials and Design 65, 335–342.
public struct DirectedVectorNormalisation: ClosedFormEvaluator {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "directed_vector_normalisation",
            name: BilingualText(zh: "向量标准化（逆向转正）", en: "Vector normalisation with costs turned around"),
            summary: BilingualText(
                zh: "值除以参照组平方和的平方根，逆向指标按选项取补数或倒数",
                en:
                    "A value over the root of the sum of squares; of a cost the complement or the inverse"
            ),
            source: "A. Jahan and K. L. Edwards (2015), Materials and Design 65, 335–342",
            parameters: [CostForm.parameter(default: .complement)])
    }

    /// It compares with the reference set.
    public var needsReference: Bool { true }

    /// The formula for a direction.
    ///
    /// - Throws: `MethodError` for an unknown form of costs.
    public func formula(direction: Direction, parameters: ParameterValues) throws -> Formula {
        let form: CostForm = try WordChoice.read(CostForm.name, parameters, method: description.id)
        let value = Formula.input("value")
        guard direction == .lowerIsBetter else { return VectorNormalisation.component(of: value) }
        return switch form {
        case .complement: 1 - VectorNormalisation.component(of: value)
        case .inverse: VectorNormalisation.component(of: Defined.where(Defined.isLess(0, value), 1 / value))
        }
    }

    /// Cases worked by hand.
    public var examples: [ColumnExample] {
        [
            ColumnExample(
                BilingualText(zh: "长度为5", en: "A length of 5"), values: [3, nil, 4], expected: [0.6, nil, 0.8]),
            ColumnExample(
                BilingualText(zh: "逆向指标取补数", en: "A cost by the complement"), direction: .lowerIsBetter,
                values: [3, 4], expected: [0.4, 0.2]),
            ColumnExample(
                BilingualText(
                    zh: "逆向指标取倒数：1/3与1/4，长度5/12", en: "A cost by the inverse: 1/3 and 1/4 have a length of 5/12"),
                direction: .lowerIsBetter, values: [3, 4, 0], parameters: ["cost": .text("inverse")],
                expected: [0.8, 0.6, nil]),
        ]
    }
}
