public import AssessmentCore

/// Power, and root: sign(x) · |x|^p.
///
/// An exponent of 0.5 is the square root, one of 2 the square. Values below zero keep their sign, so that the order
/// stays whatever the exponent.
/// Source: J. W. Tukey (1957), On the comparative anatomy of transformations, Annals of Mathematical Statistics 28,
/// 602–632; with the sign kept after J. A. John and N. R. Draper (1980), An alternative family of transformations,
/// Applied Statistics 29, 190–197.
public struct PowerTreatment: ClosedFormTreatment {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "power",
            name: BilingualText(zh: "幂与方根", en: "Power or root"),
            summary: BilingualText(
                zh: "取给定次幂，0.5为平方根；负值保留符号，次序不变",
                en: "The value to a stated power, 0.5 for the square root; negative values keep their sign"),
            source: "J. W. Tukey (1957), Annals of Mathematical Statistics 28, 602–632; J. A. John and N. R. Draper "
                + "(1980), Applied Statistics 29, 190–197",
            parameters: [
                Parameter("exponent", BilingualText(zh: "指数，大于0", en: "The exponent, above zero"), .number(atLeast: 0))
            ])
    }

    /// The formula.
    ///
    /// - Throws: `MethodError` where an exponent is not above zero.
    public func formula(direction: Direction, parameters: ParameterValues) throws -> Formula {
        guard let table = parameters.numberTable("exponent"),
            table.lines.allSatisfy({ $0.value > 0 && $0.value.isFinite })
        else {
            throw MethodError(
                "power: ‘exponent’ must be above zero, since the order would be lost or turned around; for the "
                    + "reciprocal use reciprocal, for the logarithm log")
        }
        let value = Formula.input("value")
        return .apply(.sign, [value]) * .apply(.power, [.apply(.absolute, [value]), .input("exponent")])
    }

    /// Cases worked by hand.
    public var examples: [ColumnExample] {
        [
            ColumnExample(
                BilingualText(zh: "平方根", en: "The square root"),
                values: [0, 4, 9, -4, nil], parameters: ["exponent": .number(0.5)], expected: [0, 2, 3, -2, nil]),
            ColumnExample(
                BilingualText(zh: "平方，负值保留符号", en: "The square, with the sign kept"),
                values: [3, -3], parameters: ["exponent": .number(2)], expected: [9, -9]),
        ]
    }
}
