public import AssessmentCore

/// Distance to a reference unit: how much of the way from the worst of the reference set to a named unit is gone.
///
/// score = scale · (1 − (x_ref − x) / (x_ref − min)), mirrored where a lower value is better; above the scale for units
/// that are better than the one named, unless capped. No score where the named unit is the worst or has no value.
/// Source: W. Becker et al. (2022), COINr, Journal of Open Source Software 7(78), 4567 (n_dist2ref).
public struct DistanceToReference: ClosedFormEvaluator {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "distance_to_reference",
            name: BilingualText(zh: "与标杆单位的距离", en: "Distance to a reference unit"),
            summary: BilingualText(
                zh: "自参照组最差者至标杆单位的路程走完多少；标杆即最差者时无分",
                en:
                    "How much of the way from the worst to a named unit is gone; no score where that is the worst"
            ),
            source: "W. Becker et al. (2022), COINr, Journal of Open Source Software 7(78), 4567",
            parameters: [
                Parameter("unit", BilingualText(zh: "标杆单位的代码", en: "The code of the reference unit"), .text()),
                Parameter(
                    "capped", BilingualText(zh: "优于标杆者按标杆计", en: "Whether units better than it score as it does"),
                    .flag, default: .flag(false)),
                ScoreScale.scale,
            ])
    }

    /// It compares with the reference set.
    public var needsReference: Bool { true }

    /// Refuses a unit that is not assessed, and a scale that is not above zero.
    public func check(_ parameters: ParameterValues, panel: Panel) throws {
        let unit = try unit(parameters)
        guard panel.unitIndex(of: unit) != nil else {
            throw MethodError(
                "\(description.id): the unit ‘\(unit)’ is not assessed; unit must be the code of one that is")
        }
        try ScoreScale.checkPositive("scale", parameters, method: description.id)
    }

    /// The formula for a direction.
    ///
    /// - Throws: `MethodError` where no unit is named.
    public func formula(direction: Direction, parameters: ParameterValues) throws -> Formula {
        let value = Formula.input("value")
        let reference = Formula.ofUnit(try unit(parameters), value)
        let (gap, way): (Formula, Formula)
        switch direction {
        case .higherIsBetter:
            (gap, way) = (reference - value, reference - .statistic(.minimum, value))
        case .lowerIsBetter:
            (gap, way) = (value - reference, .statistic(.maximum, value) - reference)
        }
        let share = 1 - gap / way
        // With a base year as reference the named unit may lie below the worst, and the score would turn around.
        return .input("scale")
            * Defined.where(
                Defined.isLess(0, way), parameters.flag("capped") == true ? .apply(.minimum, [share, 1]) : share)
    }

    private func unit(_ parameters: ParameterValues) throws -> String {
        guard let unit = parameters.text("unit"), !unit.isEmpty else {
            throw MethodError("\(description.id) needs the parameter unit, the code of an assessed unit")
        }
        return unit
    }

    /// Cases worked by hand; the units have the codes 1, 2 and so on.
    public var examples: [ColumnExample] {
        [
            ColumnExample(
                BilingualText(zh: "标杆为第二个单位", en: "The second unit is the reference"),
                values: [0, 50, 25, 60, nil], parameters: ["unit": .text("2")], expected: [0, 100, 50, 120, nil]),
            ColumnExample(
                BilingualText(zh: "优于标杆者按标杆计", en: "Capped"),
                values: [0, 50, 60], parameters: ["unit": .text("2"), "capped": .flag(true)],
                expected: [0, 100, 100]),
            ColumnExample(
                BilingualText(zh: "逆向指标", en: "Lower is better"), direction: .lowerIsBetter,
                values: [100, 20, 60, 0], parameters: ["unit": .text("2"), "scale": .number(1)],
                expected: [0, 1, 0.5, 1.25]),
            ColumnExample(
                BilingualText(zh: "标杆为最差者则无分", en: "No score where the reference is the worst"),
                values: [10, 50], parameters: ["unit": .text("1")], expected: [nil, nil]),
        ]
    }
}
