public import AssessmentCore

/// Points by rank (按排名计分): full marks for the first, and so much less for each place behind.
///
/// score = 100 − points · (rank − 1), not below `least`; ranks run from the best down, and equal values share the first
/// of their places or the mean.
/// Source: 瑞安市 2012 annual review, annex 3 (W · (1 − 0.02 · (rank − 1))), rule R4.
public struct RankPoints: ClosedFormEvaluator {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "rank_points",
            name: BilingualText(zh: "按排名计分", en: "Points by rank"),
            summary: BilingualText(
                zh: "参照组第一名得满分，每后一名减若干分",
                en: "Full marks for the first of the reference set and so much less for each place behind"),
            source: "瑞安市 2012 annual review, annex 3: score = W · (1 − 0.02 · (rank − 1))",
            parameters: [
                Parameter(
                    "points", BilingualText(zh: "每后一名所减的分数", en: "The points that each place costs"),
                    .number(atLeast: 0, atMost: 100), default: .number(2)),
                Parameter(
                    "least", BilingualText(zh: "最低得分", en: "The lowest score"), .number(atLeast: 0, atMost: 100),
                    default: .number(0)),
                Placement.ties, Placement.decimals,
            ])
    }

    /// It compares with the reference set.
    public var needsReference: Bool { true }

    /// The formula for a direction.
    ///
    /// - Throws: `MethodError` for an unknown way to treat ties.
    public func formula(direction: Direction, parameters: ParameterValues) throws -> Formula {
        let place = try Placement.fromBest(direction, parameters, method: description.id)
        return .apply(.maximum, [100 - .input("points") * (place - 1), .input("least")])
    }

    /// The rule of the source, and cases worked by hand.
    public var examples: [ColumnExample] {
        [
            ColumnExample(
                BilingualText(
                    zh: "瑞安2012：第一名满分，每后一名减2%；并列者同分",
                    en: "瑞安 2012: 2 per cent less for each place; equal values score the same"),
                values: [50, 90, nil, 70, 70], expected: [94, 100, nil, 98, 98]),
            ColumnExample(
                BilingualText(zh: "逆向指标，并列者取均位", en: "Lower is better, ties share the mean"),
                direction: .lowerIsBetter, values: [1, 2, 2, 3],
                parameters: ["ties": .text("average"), "points": .number(10)], expected: [100, 85, 85, 70]),
            ColumnExample(
                BilingualText(zh: "最低60分", en: "Not below 60"),
                values: [3, 2, 1], parameters: ["points": .number(30), "least": .number(60)],
                expected: [100, 70, 60]),
        ]
    }
}
