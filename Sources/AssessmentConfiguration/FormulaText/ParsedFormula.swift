import AssessmentCore

/// A formula with its extent, which is bounded so that no text makes later steps run out of memory.
///
/// What a text repeats is written once and counted as often as the tree holds it: `growth` and `mean of` write their
/// argument twice, so that a short text can stand for a tree that doubles at each level.
struct ParsedFormula {
    /// The formula.
    let formula: Formula
    /// The number of formulas from this one down to the deepest.
    let height: Int
    /// The number of formulas in the tree.
    let size: Int

    /// A formula without others below.
    init(leaf: Formula) {
        formula = leaf
        height = 1
        size = 1
    }

    /// A formula made of others.
    ///
    /// - Parameters:
    ///   - parts: the formulas that it holds, as often as it holds them.
    ///   - levels: the formulas of its own that lie above the deepest part.
    ///   - added: the formulas of its own.
    init(_ formula: Formula, of parts: [ParsedFormula], levels: Int = 1, added: Int = 1) {
        self.formula = formula
        height = (parts.map(\.height).max() ?? 0) + levels
        size = parts.reduce(added) { $0 + $1.size }
    }
}

extension FormulaFunction {
    /// The call of the function; nothing where the arguments are not as many as it takes.
    func call(_ parts: [ParsedFormula], periods: Int, unitCode: String) -> ParsedFormula? {
        let formulas = parts.map(\.formula)
        guard let first = formulas.first else { return nil }
        func parsed(_ formula: Formula, repeated: [ParsedFormula] = [], levels: Int, added: Int) -> ParsedFormula {
            ParsedFormula(formula, of: parts + repeated, levels: levels, added: added)
        }
        switch (meaning, formulas.count) {
        case (.function(let function), _): return parsed(.apply(function, formulas), levels: 1, added: 1)
        case (.statistic(let statistic), 1): return parsed(.statistic(statistic, first), levels: 1, added: 1)
        case (.lag, 1): return parsed(.lag(first, periods: periods), levels: 1, added: 1)
        case (.ofUnit, 1): return parsed(.ofUnit(unitCode, first), levels: 1, added: 1)
        case (.growth, 1):
            let formula = 100 * (first / .lag(first, periods: periods) - 1)
            return parsed(formula, repeated: parts, levels: 4, added: 6)
        case (.clip, 3): return parsed(.clip(first, from: formulas[1], to: formulas[2]), levels: 2, added: 2)
        case (.share, 2): return parsed(100 * (first / formulas[1]), levels: 2, added: 3)
        case (.per, 2): return parsed(first / formulas[1], levels: 1, added: 1)
        case (.per, 3): return parsed(formulas[2] * (first / formulas[1]), levels: 2, added: 2)
        default: return nil
        }
    }
}

extension FormulaOperator {
    /// The operator between two formulas.
    func joining(_ left: ParsedFormula, _ right: ParsedFormula) -> ParsedFormula {
        func both(_ function: Formula.Function) -> ParsedFormula {
            ParsedFormula(.apply(function, [left.formula, right.formula]), of: [left, right])
        }
        return switch self {
        case .or: both(.or)
        case .and: both(.and)
        case .less: both(.less)
        case .lessOrEqual: both(.lessOrEqual)
        case .equal: both(.equal)
        case .add: both(.add)
        case .subtract: both(.subtract)
        case .multiply: both(.multiply)
        case .divide: both(.divide)
        case .power: both(.power)
        case .greater: FormulaOperator.less.joining(right, left)
        case .greaterOrEqual: FormulaOperator.lessOrEqual.joining(right, left)
        case .unequal:
            ParsedFormula(.apply(.not, [both(.equal).formula]), of: [left, right], levels: 2, added: 2)
        }
    }
}

extension FormulaReduction {
    /// The reduction of a formula over children, or over units.
    func over(_ body: ParsedFormula, units: Bool) -> ParsedFormula {
        func reducing(_ reduction: Formula.Reduction) -> Formula {
            units ? .overUnits(reduction, body.formula) : .overChildren(reduction, body.formula)
        }
        return switch self {
        case .reduction(let reduction): ParsedFormula(reducing(reduction), of: [body])
        case .mean: ParsedFormula(reducing(.sum) / reducing(.count), of: [body, body], levels: 2, added: 3)
        }
    }
}
