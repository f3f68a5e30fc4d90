import AssessmentCore

/// A function as a formula writes it.
struct FormulaFunction {
    /// What an argument is.
    enum Argument: Equatable {
        /// A formula.
        case formula
        /// A number of periods, in digits.
        case periods
        /// The code of a unit, in double quotes.
        case unitCode
    }

    /// What is made of the arguments.
    enum Meaning {
        case function(Formula.Function)
        case statistic(Formula.Statistic)
        case clip, lag, growth, per, share, ofUnit
    }

    /// Its name.
    let name: String
    /// The ways of writing it, the fullest last.
    let usage: [String]
    /// What its arguments are; the last may be missing where there is a shorter way of writing it.
    let arguments: [Argument]
    /// Whether any number of arguments more may follow.
    let isOpenEnded: Bool
    /// What it means.
    let meaning: Meaning

    private init(
        _ name: String, _ usage: [String], _ arguments: [Argument], isOpenEnded: Bool = false, _ meaning: Meaning
    ) {
        self.name = name
        self.usage = usage
        self.arguments = arguments
        self.isOpenEnded = isOpenEnded
        self.meaning = meaning
    }

    /// Whether it takes so many arguments.
    func takes(_ count: Int) -> Bool {
        if isOpenEnded { return count >= arguments.count }
        return (arguments.count - (usage.count - 1)...arguments.count).contains(count)
    }

    /// How many arguments it takes, in words.
    var countInWords: String {
        let last = arguments.count
        if isOpenEnded { return "\(last) or more arguments" }
        let text = usage.count == 1 ? "\(last)" : "\(last - 1) or \(last)"
        return text == "1" ? "1 argument" : "\(text) arguments"
    }

    /// Every function by its name.
    static let all: [String: FormulaFunction] = Dictionary(
        uniqueKeysWithValues: (functions + statistics).map { ($0.name, $0) })

    private static let functions: [FormulaFunction] =
        [
            FormulaFunction("clip", ["clip(x, low, high)"], [.formula, .formula, .formula], .clip),
            FormulaFunction("lag", ["lag(x)", "lag(x, periods)"], [.formula, .periods], .lag),
            FormulaFunction("growth", ["growth(x)", "growth(x, periods)"], [.formula, .periods], .growth),
            FormulaFunction(
                "per", ["per(amount, denominator)", "per(amount, denominator, size)"], [.formula, .formula, .formula],
                .per),
            FormulaFunction("share", ["share(part, whole)"], [.formula, .formula], .share),
            FormulaFunction("of_unit", ["of_unit(x, \"code\")"], [.formula, .unitCode], .ofUnit),
        ]
        + Formula.Function.allCases.compactMap { function in
            usage(of: function).map { usage in
                FormulaFunction(
                    function.rawValue, [usage], Array(repeating: .formula, count: function.arity ?? 1),
                    isOpenEnded: function.arity == nil, .function(function))
            }
        }

    private static let statistics = Formula.Statistic.allCases.map { statistic in
        FormulaFunction(statistic.rawValue, ["\(statistic.rawValue)(x)"], [.formula], .statistic(statistic))
    }

    /// How a function is written; nothing for those that are written as operators alone.
    private static func usage(of function: Formula.Function) -> String? {
        switch function {
        case .add, .subtract, .multiply, .divide, .power, .less, .lessOrEqual, .equal: nil
        case .minimum, .maximum, .coalesce: "\(function.rawValue)(x, y, …)"
        case .round: "round(x, decimals)"
        case .choose: "if(condition, then, else)"
        case .and, .or: "x \(function.rawValue) y"
        case .absolute, .ln, .log10, .exp, .sqrt, .sign, .hasValue, .not: "\(function.rawValue)(x)"
        }
    }

    /// What stands in place of functions that others have and formulas have not.
    static let advice: [String: String] = [
        "log": "ln(x), or log10(x)", "pow": "x ^ y", "power": "x ^ y", "mod": "x - y * n, with a whole number n",
        "ifelse": "if(condition, then, else)", "iif": "if(condition, then, else)",
        "iferror": "coalesce(x, otherwise)", "ifnull": "coalesce(x, otherwise)", "isnull": "not has_value(x)",
        "average": "mean(x), or mean of (…)", "avg": "mean(x), or mean of (…)",
        "stdev": "standard_deviation(x)", "std": "standard_deviation(x)", "stddev": "standard_deviation(x)",
        "product": "product of (…)",
        "if_missing": "coalesce(x, otherwise)",
    ]
}

/// What `… of (…)` makes of the children of a node, or of the units that belong to one.
enum FormulaReduction: Equatable {
    case reduction(Formula.Reduction)
    /// The sum through the count: without weights, for `sum of (weight * score) / sum of (weight)` says them.
    case mean

    /// Reads the word before `of`.
    init?(_ word: String) {
        if word == "mean" {
            self = .mean
        } else if let reduction = Formula.Reduction(rawValue: word) {
            self = .reduction(reduction)
        } else {
            return nil
        }
    }

    /// The words that can stand before `of`.
    static let words = Formula.Reduction.allCases.map(\.rawValue) + ["mean"]

    /// The word that was meant by another.
    static func nearest(to word: String) -> String? {
        switch word.lowercased() {
        case "min": "minimum"
        case "max": "maximum"
        case "average", "avg": "mean"
        default: nearestMatch(to: word, among: words)
        }
    }
}
