public import AssessmentCore

/// Categories: each code of a table has a score.
///
/// score = that of the code that equals x; a value that is no listed code has none.
/// Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 5 (categorical scales).
public struct Categories: ClosedFormEvaluator {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "categories",
            name: BilingualText(zh: "分类赋分", en: "Categories"),
            summary: BilingualText(
                zh: "按类别代码查表赋分，表中没有的代码无分；方向由各类得分体现",
                en:
                    "The score of each code by a table, none for others; the scores say which end is good"
            ),
            source: "OECD/JRC (2008), Handbook on Constructing Composite Indicators, step 5",
            parameters: [
                Parameter(
                    "categories", BilingualText(zh: "类别代码与得分", en: "The code and the score of each category"),
                    .records([
                        Parameter("code", BilingualText(zh: "类别代码", en: "The code, a number"), .number()),
                        Parameter("score", BilingualText(zh: "得分", en: "The score"), .number()),
                    ]))
            ])
    }

    /// Its table alone says which code scores how much.
    public func isMonotone(with parameters: ParameterValues) -> Bool { false }

    /// The formula for the table.
    ///
    /// - Throws: `MethodError` where there is no category, or two have one code.
    public func formula(direction: Direction, parameters: ParameterValues) throws -> Formula {
        let categories = try (parameters.records("categories") ?? []).map { record in
            guard case .number(let code) = record["code"], case .number(let score) = record["score"],
                let code = code.single, let score = score.single, code.isFinite
            else { throw MethodError("categories: each category needs the numbers code and score") }
            return (code: code, score: score)
        }
        guard !categories.isEmpty else { throw MethodError("categories: at least one category is needed") }
        var seen: Set<Double> = []
        for category in categories where !seen.insert(category.code).inserted {
            throw MethodError("categories: two categories have the code \(Formula.text(of: category.code))")
        }
        return categories.reversed().reduce(0 / 0) { rest, category in
            .apply(
                .choose, [.apply(.equal, [.input("value"), .number(category.code)]), .number(category.score), rest])
        }
    }

    /// A case worked by hand.
    public var examples: [ColumnExample] {
        [
            ColumnExample(
                BilingualText(
                    zh: "1优、2良、3合格；代码4不在表中", en: "Three grades by code; a code of 4 is not listed"),
                values: [1, 3, 2, 4, nil, 1],
                parameters: [
                    "categories": .records(
                        [(1.0, 100.0), (2, 80), (3, 60)].map { ["code": .number($0.0), "score": .number($0.1)] })
                ],
                expected: [100, 60, 80, nil, nil, 100])
        ]
    }
}
