import AssessmentCore

/// The scale that results are given on, shared by the methods that let it be chosen.
enum ScoreScale {
    static let low = Parameter(
        "low", BilingualText(zh: "最差一端的得分", en: "The score of the worst end"), .number(), default: .number(0))
    static let high = Parameter(
        "high", BilingualText(zh: "最好一端的得分", en: "The score of the best end"), .number(), default: .number(100))
    static let scale = Parameter(
        "scale", BilingualText(zh: "1所对应的得分，大于零", en: "The score that 1 stands for, above zero"), .number(),
        default: .number(100))

    /// A position from 0 to 1 as a score from `low` to `high`.
    static func spread(_ position: Formula, _ parameters: ParameterValues) -> Formula {
        // The usual scale is written as a reader would write it.
        if parameters.number("low") == 0, parameters.number("high") == 100 { return 100 * position }
        return .input("low") + (.input("high") - .input("low")) * position
    }

    /// Refuses a parameter that is not above zero in a line of its table.
    static func checkPositive(_ name: String, _ parameters: ParameterValues, method: String) throws {
        guard let table = parameters.numberTable(name) else {
            throw MethodError("\(method) needs the parameter \(name), a number above zero")
        }
        for line in table.lines where !(line.value > 0) {
            throw MethodError(
                "\(method): \(name) is \(Formula.text(of: line.value)) and must be above zero; the direction of the "
                    + "indicator says which end is good")
        }
    }
}
