public import AssessmentCore

/// Imputation of a stated number, the same for all or by unit, class and period.
///
/// value = the number of the row; where the table has none, the cell stays without a value.
/// Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 3 (cold deck imputation: a value from
/// another source).
public struct ValueImputation: Imputation {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "value",
            name: BilingualText(zh: "给定值插补", en: "A stated value"),
            summary: BilingualText(
                zh: "以给定的数插补，可按单位、类别、时期分别给定；未给定者仍缺失",
                en: "A stated number, which may differ by unit, class and period; nothing where none is stated"),
            source: "OECD/JRC (2008), Handbook on Constructing Composite Indicators, step 3: cold deck imputation",
            formula:
                "coalesce(value, number)",
            parameters: [
                Parameter("number", BilingualText(zh: "插补的数", en: "The number to put in"), .number())
            ])
    }

    /// Prepares value, or else the number.
    ///
    /// - Throws: `MethodError` where there is no number.
    public func prepare(_ input: ColumnInput) throws -> any ColumnKernel {
        guard let table = input.parameters.numberTable("number") else {
            throw MethodError("value: the number to put in is missing; give it as ‘number’, alone or as a table")
        }
        if let line = table.lines.first(where: { !$0.value.isFinite }) {
            throw MethodError("value: ‘number’ holds \(Formula.text(of: line.value)); expected finite numbers")
        }
        let form = ClosedForm(
            .apply(.coalesce, [.input("value"), .input("number")]), panel: input.panel, parameters: input.parameters)
        return try RemarkingFormulaKernel(form, panel: input.panel) { values, results in
            ImputedCells.remarks(values, results) { row in
                let number = Formula.text(of: results[row])
                return BilingualText(zh: "给定值\(number)", en: "the stated value \(number)")
            }
        }
    }

    /// Cases worked by hand.
    public var examples: [ColumnExample] {
        [
            ColumnExample(
                BilingualText(zh: "缺失者记0", en: "Zero where nothing was reported"),
                values: [2, nil, 4], parameters: ["number": .number(0)], expected: [2, 0, 4]),
            ColumnExample(
                BilingualText(zh: "只对单位2给定", en: "Stated for unit 2 alone"),
                values: [nil, nil, 4],
                parameters: ["number": .number(NumberTable(lines: [NumberTable.Line(unit: "2", value: 7)]))],
                expected: [nil, 7, 4]),
        ]
    }
}
