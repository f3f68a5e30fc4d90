public import AssessmentCore

/// Bands (分档计分): the score of the highest band whose lower bound a value reaches.
///
/// Lower bounds belong to their band. A second condition that reads another indicator, such as the share of bad votes
/// that decides within the lowest band of the source, cannot be said here, since an evaluator reads one column.
/// Source: 瑞安市 2012 年度考核, annex (shares of votes to points).
public struct Bands: ClosedFormEvaluator {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "bands",
            name: BilingualText(zh: "分档计分", en: "Bands"),
            summary: BilingualText(
                zh: "达到某档下限即得该档分，含下限；方向由各档得分体现",
                en:
                    "The score of the highest band whose lower bound is reached; the scores themselves say which end is good"
            ),
            source: "瑞安市 2012 annual review, annex: shares of votes to points",
            parameters: Bands.parameters)
    }

    /// Its table alone says which band scores how much.
    public func isMonotone(with parameters: ParameterValues) -> Bool { false }

    /// The bands and what lies below them.
    static let parameters = [
        Parameter(
            "bands", BilingualText(zh: "各档下限与得分", en: "The lower bound and the score of each band"),
            .records([
                Parameter("at_least", BilingualText(zh: "下限（含）", en: "The lower bound, included"), .number()),
                Parameter("score", BilingualText(zh: "得分", en: "The score"), .number()),
            ])),
        Parameter(
            "below", BilingualText(zh: "低于各档者得分", en: "The score below every band"), .number(),
            default: .number(0)),
    ]

    /// The formula for the bands.
    ///
    /// - Throws: `MethodError` where there is no band, or two have one lower bound.
    public func formula(direction: Direction, parameters: ParameterValues) throws -> Formula {
        try Bands.formula(of: .input("value"), parameters, method: description.id)
    }

    /// The score of the highest band that a formula reaches.
    static func formula(of value: Formula, _ parameters: ParameterValues, method: String) throws -> Formula {
        let bands = try (parameters.records("bands") ?? []).map { record in
            guard case .number(let bound) = record["at_least"], case .number(let score) = record["score"],
                let bound = bound.single, let score = score.single
            else { throw MethodError("\(method): each band needs the numbers at_least and score") }
            return (bound: bound, score: score)
        }.sorted { $0.bound < $1.bound }
        guard !bands.isEmpty else { throw MethodError("\(method): at least one band is needed") }
        for (lower, upper) in zip(bands, bands.dropFirst()) where lower.bound == upper.bound {
            throw MethodError("\(method): two bands begin at \(Formula.text(of: lower.bound))")
        }
        return bands.reduce(.input("below")) { below, band in
            .apply(.choose, [.apply(.lessOrEqual, [.number(band.bound), value]), .number(band.score), below])
        }
    }

    /// The bands of the source.
    public var examples: [ColumnExample] {
        let bands = [(90.0, 200.0), (80, 190), (70, 180), (60, 170)]
        return [
            ColumnExample(
                BilingualText(zh: "瑞安2012：得票率分档", en: "瑞安 2012: shares of votes"),
                values: [95, 90, 89.99, 80, 70, 60, 59.9, nil],
                parameters: [
                    "bands": .records(bands.map { ["at_least": .number($0.0), "score": .number($0.1)] }),
                    "below": .number(160),
                ],
                expected: [200, 200, 190, 190, 180, 170, 160, nil])
        ]
    }
}
