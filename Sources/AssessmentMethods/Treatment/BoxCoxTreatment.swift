public import AssessmentCore
internal import AssessmentStatistics

/// Box–Cox transformation: (y^λ − 1) / λ, and ln y for λ = 0.
///
/// y = x − min + 1 over the reference set, as COINr shifts values, or x itself. λ is given, or the one of greatest
/// likelihood on the reference set. A y of zero or less has no result.
/// Source: G. E. P. Box and D. R. Cox (1964), An analysis of transformations, Journal of the Royal Statistical Society
/// B 26, 211–252; the shift after COINr 1.1, `boxcox`.
public struct BoxCoxTreatment: Treatment {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "box_cox",
            name: BilingualText(zh: "博克斯–考克斯变换", en: "Box–Cox transformation"),
            summary: BilingualText(
                zh: "(y^λ−1)/λ，λ为0时取ln y；λ给定，或在参照组上按最大似然求得",
                en: "(y^λ − 1) / λ, ln y for λ = 0; λ given, or the most likely one on the reference set"),
            source:
                "G. E. P. Box and D. R. Cox (1964), Journal of the Royal Statistical Society B 26, 211–252; the shift "
                + "after COINr 1.1, boxcox",
            formula:
                "(x^λ − 1) / λ, and ln x for λ = 0, with x shifted so that its smallest value is 1; λ of the largest likelihood where none is given",
            parameters: [
                Parameter(
                    "lambda",
                    BilingualText(zh: "λ；不写则按最大似然求", en: "λ; the most likely one where it is not given"), .number(),
                    default: .number(NumberTable(lines: []))),
                Parameter(
                    "shift",
                    BilingualText(
                        zh: "变换前：to_one平移使参照组最小值为1，none不平移",
                        en: "Before: to_one moves the smallest value of the reference set to 1, none does nothing"),
                    .text(oneOf: ["to_one", "none"]), default: .text("to_one")),
            ])
    }

    /// The shift and λ are those of the reference set.
    public var needsReference: Bool { true }

    /// Prepares the work: a formula where λ is given, else one fit a reference set.
    ///
    /// - Throws: `MethodError` where λ varies, or no reference set is named.
    public func prepare(_ input: ColumnInput) throws -> any ColumnKernel {
        let given = try input.parameters.statedNumber("lambda", by: description.id)
        let isShifted = input.parameters.text("shift") != "none"
        let references = try input.requiredReferences(by: description.id)
        // Just beside zero, the formula would lose most digits; the statistic does not.
        if let given, given == 0 || abs(given) >= 1e-3 {
            let form = ClosedForm(
                formula(lambda: given, isShifted: isShifted), panel: input.panel, parameters: input.parameters,
                references: references)
            return try FormulaKernel(form, panel: input.panel)
        }
        return fitted(given, isShifted, references, input.panel)
    }

    private func formula(lambda: Double, isShifted: Bool) -> Formula {
        let value = Formula.input("value")
        let shifted = isShifted ? value - .statistic(.minimum, value) + 1 : value
        let logarithm = Formula.apply(.ln, [shifted])
        // By way of the logarithm, a number below zero has no power, not even a whole one.
        return lambda == 0 ? logarithm : (.apply(.exp, [.input("lambda") * logarithm]) - 1) / .input("lambda")
    }

    private func fitted(
        _ given: Double?, _ isShifted: Bool, _ references: ReferenceSets, _ panel: Panel
    ) -> any ColumnKernel {
        /// The shift and λ of each set; nothing where λ cannot be found.
        let fits: @Sendable ([Double]) -> [(shift: Double, lambda: Double)?] = { values in
            references.members.indices.map { set in
                let numbers = references.numbers(ofSet: set, in: values)
                guard let least = numbers.min() else { return nil }
                let shift = isShifted ? 1 - least : 0
                let shifted = isShifted ? BoxCox.shiftedToOne(numbers) : numbers
                guard let lambda = given ?? BoxCox.maximumLikelihood(shifted)?.lambda else { return nil }
                return (shift, lambda)
            }
        }
        return ArrayKernel(
            rowCount: panel.rowCount,
            remark: { values, results in
                let column = zip(references.members.indices, fits(values)).map { set, fit in
                    let name = references.name(ofSet: set, panel: panel)
                    guard let fit else {
                        return BilingualText(
                            zh: "\(name.zh)：无法求λ，因为值不足两个、无差异，或有零与负值",
                            en: "\(name.en): no λ can be found, for fewer than two values, no variation, or a value of "
                                + "zero or less")
                    }
                    let lambda = Formula.text(of: DecimalRounding.round(fit.lambda, decimals: 6))
                    let before = DistributionShape(references.numbers(ofSet: set, in: values)).text
                    let after = DistributionShape(references.numbers(ofSet: set, in: results)).text
                    return BilingualText(
                        zh: "\(name.zh)：λ＝\(lambda)；\(before.zh)；变换后\(after.zh)",
                        en: "\(name.en): λ = \(lambda); \(before.en); afterwards \(after.en)")
                }
                return ColumnRemarks(column: column)
            },
            compute: { values in
                let fits = fits(values)
                return panel.rows.map { row in
                    guard values.indices.contains(row), values[row].isFinite,
                        references.setOfRow.indices.contains(row), fits.indices.contains(references.setOfRow[row]),
                        let fit = fits[references.setOfRow[row]]
                    else { return .nan }
                    return BoxCox.transform([values[row] + fit.shift], lambda: fit.lambda)?.first ?? .nan
                }
            })
    }

    /// Cases worked by hand.
    public var examples: [ColumnExample] {
        [
            ColumnExample(
                BilingualText(zh: "λ＝2，y＝1、2、4：(y²−1)/2", en: "λ = 2, y = 1, 2, 4: (y² − 1) / 2"),
                values: [10, 11, 13, nil], parameters: ["lambda": .number(2)], expected: [0, 1.5, 7.5, nil]),
            ColumnExample(
                BilingualText(
                    zh: "λ＝0即ln y；不平移时零与负值无结果", en: "λ = 0 is ln y; without the shift nothing for zero or less"),
                values: [1, 10, 0, -3], parameters: ["lambda": .number(0), "shift": .text("none")],
                expected: [0, 2.302585, nil, nil], decimals: 6),
            ColumnExample(
                BilingualText(
                    zh: "等比数列的对数对称，最大似然λ＝0",
                    en: "The logarithms of a geometric series are symmetric: the most likely λ is 0"),
                values: [1, 10, 100], parameters: ["shift": .text("none")], expected: [0, 2.302585, 4.60517],
                decimals: 5),
        ]
    }
}
