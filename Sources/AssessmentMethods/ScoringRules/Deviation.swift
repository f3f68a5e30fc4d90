import AssessmentCore

/// How far a value lies from its target in the good direction, shared by the rules that give or take points by it.
enum Deviation {
    /// How the distance is measured.
    enum Measure: String, CaseIterable {
        /// In per cent of the target.
        case perCent = "per_cent"
        /// In the unit of the value, such as percentage points of a rate of growth.
        case points
    }

    /// How steps begun count.
    enum Steps: String, CaseIterable {
        /// In proportion.
        case proportional
        /// Whole steps only.
        case whole
    }

    static let measure = Parameter(
        "deviation",
        BilingualText(
            zh: "偏差的度量：per_cent为占目标的百分比，points为与目标之差",
            en: "How the distance is measured: in `per_cent` of the target, or in `points` of the value itself"),
        .text(oneOf: WordChoice.words(Measure.self)), default: .text(Measure.perCent.rawValue))

    static func steps(default steps: Steps) -> Parameter {
        Parameter(
            "steps",
            BilingualText(
                zh: "不足一档者：proportional按比例计，whole不计",
                en: "Whether a step that is not full counts in proportion (`proportional`) or not at all (`whole`)"),
            .text(oneOf: WordChoice.words(Steps.self)), default: .text(steps.rawValue))
    }

    static let step = Parameter(
        "step", BilingualText(zh: "一档的大小（百分点），大于零", en: "The size of a step in percentage points, above zero"),
        .number(), default: .number(1))

    /// The distance from the target, above zero where the value is better; in per cent none for a target not above
    /// zero.
    static func formula(_ direction: Direction, _ parameters: ParameterValues, method: String) throws -> Formula {
        let measure: Measure = try WordChoice.read("deviation", parameters, method: method)
        let (value, target) = (Formula.input("value"), Formula.input("target"))
        let distance = direction == .higherIsBetter ? value - target : target - value
        return switch measure {
        case .perCent: Defined.where(Defined.isLess(0, target), 100 * distance / target)
        case .points: distance
        }
    }

    /// A distance in steps, with its sign.
    static func steps(of distance: Formula, _ parameters: ParameterValues, method: String) throws -> Formula {
        let steps: Steps = try WordChoice.read("steps", parameters, method: method)
        guard steps == .whole else { return distance / .input("step") }
        // Rounding half a step lower drops what is begun; at zero it would go to −1.
        let begun = Formula.apply(.absolute, [distance]) / .input("step")
        let whole = Formula.apply(.maximum, [.apply(.round, [begun - 0.5, 0]), 0])
        return .apply(.sign, [distance]) * whole
    }
}
