public import AssessmentCore

/// PROMETHEE II: the net flow of preference for a unit over the others.
///
/// For two units, π is the weighted mean over the children of a preference from 0 to 1 that rests on the difference d
/// of their scores in the good direction; the net flow is the mean over the other units of π for the unit less π
/// against it. Preferences for d above zero, with thresholds in the unit of the scores: `usual` 1; `u_shape` 1 beyond
/// q; `v_shape` d / p up to 1; `level` ½ beyond q and 1 beyond p; `linear` (d − q) / (p − q) from 0 to 1; `gaussian` 1
/// − exp(−d² / 2s²).
/// Source: Brans, J. P. and Vincke, P. (1985), A preference ranking organisation method, Management Science 31(6),
/// 647–656.
public struct Promethee2: Aggregation {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        func threshold(_ name: String, _ zh: String, _ en: String) -> Parameter {
            Parameter(name, BilingualText(zh: zh, en: en), .number(atLeast: 0), default: .number(0))
        }
        return MethodDescription(
            id: "promethee_2",
            name: BilingualText(zh: "偏好顺序结构评估法（PROMETHEE II）", en: "PROMETHEE II"),
            summary: BilingualText(
                zh: "两两比较的加权偏好净流量，−1至1；\(PairwiseOutranking.rule.zh)",
                en:
                    "The net flow of weighted preference over the others, from −1 to 1; \(PairwiseOutranking.rule.en)"
            ),
            source: "Brans and Vincke (1985), Management Science 31(6), 647–656",
            formula:
                "φ_i = Σ_k (π_ik − π_ki) / (n − 1), π_ik = Σ w_j P(s_ij − s_kj)",
            parameters: [
                Parameter(
                    "preference",
                    BilingualText(
                        zh: "偏好函数：usual通常型，u_shape拟准则，v_shape线性，level水平，linear无差异线性，gaussian高斯型",
                        en: "How a difference becomes a preference: usual, u_shape, v_shape, level, linear or gaussian"),
                    .text(oneOf: PrometheePreference.words), default: .text("usual")),
                threshold(
                    "q", "无差异阈值，用于u_shape、level、linear",
                    "Up to what difference there is no preference; for u_shape, level and linear"),
                threshold(
                    "p", "严格偏好阈值，用于v_shape、level、linear；0表示未给出",
                    "From what difference the preference is whole; for v_shape, level and linear, where 0 says that none is given"
                ),
                threshold(
                    "s", "高斯型的拐点；0表示未给出", "Where the gaussian bends; 0 says that none is given"),
            ])
    }

    /// It compares with the reference set.
    public var needsReference: Bool { true }
    /// It reads for each child whether more is better.
    public var readsDirections: Bool { true }

    /// Prepares the aggregation.
    ///
    /// - Throws: `MethodError` where a threshold is missing, not asked for, or in contradiction with another.
    public func prepare(_ input: AggregationInput) throws -> any AggregationKernel {
        let preference = try PrometheePreference(input.parameters)
        let directions = input.directions.map(\.sign)
        return SetAggregationKernel(input) { scores, weights in
            let pairs = PairwiseOutranking(scores, weights, directions)
            let standings =
                preference.isUsual
                ? pairs.sums() : pairs.standings { preference.value($0) - preference.value(-$0) }
            return standings.map(\.mean)
        }
    }

    /// A published case, and cases worked by hand.
    public var examples: [AggregationExample] {
        func two(_ zh: String, _ en: String, _ parameters: [String: ParameterValue], _ flow: Double)
            -> AggregationExample
        {
            AggregationExample(
                BilingualText(zh: zh, en: en), scores: [[5], [2]], weights: [1], parameters: parameters,
                expected: [flow, -flow])
        }
        return [
            AggregationExample(
                BilingualText(
                    zh: "Zhao、Peng与Li（2013）", en: "Zhao, Peng and Li (2013), Procedia Computer Science 17, 181–188"),
                scores: [[4, 3, 2], [3, 2, 4], [5, 1, 3]], weights: [0.5, 0.3, 0.2], expected: [0.1, -0.3, 0.2],
                decimals: 2),
            two("差3未超过q", "A difference of 3, not beyond q", ["preference": .text("u_shape"), "q": .number(3)], 0),
            two("差3为p的3/4", "3 of a p of 4", ["preference": .text("v_shape"), "p": .number(4)], 0.75),
            two(
                "q与p之间计半", "Half between q and p",
                ["preference": .text("level"), "q": .number(1), "p": .number(3)], 0.5),
            two(
                "(3−1)÷(6−1)", "(3 − 1) / (6 − 1)",
                ["preference": .text("linear"), "q": .number(1), "p": .number(6)], 0.4),
            two(
                "1−exp(−1/2)", "1 − exp(−1/2)", ["preference": .text("gaussian"), "s": .number(3)],
                0.3934693402873666),
            AggregationExample(
                BilingualText(zh: "只比较共有子项，逆向", en: "Shared children only, and less is better"),
                scores: [[3, nil], [2, 9], [nil, 5], [nil, nil]], weights: [1, 3],
                directions: [.lowerIsBetter, .lowerIsBetter], expected: [-1, 0, 1, nil]),
        ]
    }
}
