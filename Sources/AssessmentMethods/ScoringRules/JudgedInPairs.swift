public import AssessmentCore

/// Judgements in pairs (两两判断): the share of each unit by how much it is preferred to every other one.
///
/// score = scale · w, with w the principal eigenvector of the judgements, which sums to one. The values themselves play no
/// part: it is for what is judged rather than measured. Source: T. L. Saaty (1980), The Analytic Hierarchy Process.
public struct JudgedInPairs: Evaluator {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "judged_in_pairs",
            name: BilingualText(zh: "两两判断", en: "Judgements in pairs"),
            summary: BilingualText(
                zh: "由单位两两比较的判断矩阵求各单位所占份额，并检验一致性；用于只能判断、无法计量的事项",
                en: "The share of each unit by judgements on pairs of units, with a test of their consistency"),
            source: "T. L. Saaty (1980), The Analytic Hierarchy Process",
            formula:
                "score = scale · w, where A w = λmax w and Σ w = 1, A the judgements on pairs of units",
            parameters: [
                Parameter(
                    "scale", BilingualText(zh: "全部份额所对应的分数", en: "The score that all shares add up to"),
                    .number(), default: .number(1))
            ] + AnalyticHierarchyProcess().description.parameters)
    }

    /// Compares the units in listed order.
    ///
    /// - Throws: `MethodError` for a matrix that is not one of judgements on the units, or too inconsistent.
    public func prepare(_ input: ColumnInput) throws -> any ColumnKernel {
        let panel = input.panel
        let fitted: FittedWeights
        do {
            fitted = try AnalyticHierarchyProcess().weights(
                WeightingInput(children: panel.units.map(\.code), parameters: input.parameters))
        } catch let error as MethodError {
            throw MethodError("judged_in_pairs: \(error)")
        }
        let (shares, scale) = (fitted.shares, input.parameters.number("scale") ?? 1)
        let remarks = fitted.remarks + fitted.warnings
        return ArrayKernel(rowCount: panel.rowCount) { _, _ in
            ColumnRemarks(column: remarks)
        } compute: { values in
            (0..<panel.rowCount).map { values[$0].isNaN ? .nan : scale * shares[$0 % panel.units.count] }
        }
    }

    /// The case of its author, and one worked by hand.
    public var examples: [ColumnExample] {
        [
            ColumnExample(
                BilingualText(
                    zh: "Saaty（2005）：四个城市的就业条件", en: "Saaty (2005): jobs in four cities"),
                values: [1, 1, 1, 1],
                parameters: [
                    "judgements": .matrix([[1, nil, 3, 4], [2, 1, 6, 8], [nil, nil, 1, 1], [nil, nil, nil, 1]])
                ],
                expected: [0.279, 0.559, 0.087, 0.075], decimals: 3),
            ColumnExample(
                BilingualText(zh: "甲为乙的三倍", en: "The first is three times the second"), values: [1, 1],
                parameters: ["judgements": .matrix([[1, 3], [nil, 1]]), "scale": .number(100)], expected: [75, 25]),
        ]
    }
}
