internal import AssessmentCore
internal import AssessmentSpreadsheets

/// What an input of a formula stands for in a workbook.
enum FormulaOperand {
    /// A number a row.
    case column(ColumnPlace)
    /// One cell for every row.
    case cell(CellPlace)
    /// A number that is no cell of its own.
    case number(Double)
    /// Nothing.
    case nothing
}

/// The children that a formula reduces over.
struct FormulaChildren {
    var ids: [String] = []
    var scores: [ColumnPlace] = []
    var directions: [Direction] = []
    /// The cell of the weight of a child in a row.
    var weight: (_ child: Int, _ row: Int) -> CellPlace? = { _, _ in nil }
}

/// The one way from a formula to the text of a spreadsheet's formula: the same arithmetic, and the same cells without a
/// value, as `FormulaProgram` has.
///
/// What is read more than once or by a function that goes on without it becomes a helper column; each statistic over a
/// reference set becomes a cell of its own.
struct FormulaTranslation {
    let draft: WorkbookDraft
    /// The sheet that the formulas are on.
    let sheet: Int
    let panel: Panel
    let references: ReferenceSets?
    let children: FormulaChildren
    /// The indices of the periods at which the series of an input begins anew.
    var breaks: [String: [Int]] = [:]
    /// What an input stands for.
    let operand: (String) -> FormulaOperand
    /// The column that holds a part of the formula.
    let helper: (FormulaTranslation, Formula, _ child: Int?) -> ColumnPlace
    /// The cell that holds a statistic of a reference set.
    let statistic: (FormulaTranslation, Formula, _ child: Int?, _ set: Int) -> CellPlace?
    /// A reduction over the units that belong to that of a row.
    var overUnits: (Formula.Reduction, Formula, _ row: Int) -> FormulaFragment = { _, _, _ in .none }

    /// The text of a cell.
    func complete(_ formula: Formula, row: Int, child: Int? = nil) -> String {
        fragment(formula, row, child).complete
    }

    /// A piece of a formula in a row.
    func fragment(_ formula: Formula, _ row: Int, _ child: Int?) -> FormulaFragment {
        switch formula {
        case .number(let number): return FormulaTranslation.number(number)
        case .input(let name): return input(name, row, child)
        case .apply(let function, let arguments): return apply(function, arguments, row, child)
        case .lag(let operand, let periods):
            return earlier(row, periods, operand).map { fragment(operand, $0, child) } ?? .none
        case .ofUnit(let code, let operand):
            let units = panel.units.count
            return panel.unitIndex(of: code).map { fragment(operand, row / units * units + $0, child) } ?? .none
        case .statistic(let statistic, let operand): return take(statistic, operand, formula, row, child)
        case .overUnits(let reduction, let body): return overUnits(reduction, body, row)
        case .overChildren(let reduction, let body): return reduce(reduction, body, row)
        }
    }

    static func number(_ number: Double) -> FormulaFragment {
        guard number.isFinite else { return .none }
        return FormulaFragment(number < 0 ? "(\(Formula.text(of: number)))" : Formula.text(of: number))
    }

    private func cell(_ place: ColumnPlace, _ row: Int) -> FormulaFragment {
        let text = draft.text(place, row: row, from: sheet)
        return FormulaFragment(text, needs: [text])
    }

    private func input(_ name: String, _ row: Int, _ child: Int?) -> FormulaFragment {
        if let child {
            switch name {
            case "score": return cell(children.scores[child], row)
            case "weight":
                return children.weight(child, row).map { FormulaFragment(draft.text($0, from: sheet)) } ?? .none
            case "direction": return FormulaTranslation.number(children.directions[child].sign)
            default: break
            }
        }
        switch operand(name) {
        case .column(let place): return cell(place, row)
        case .cell(let place): return FormulaFragment(draft.text(place, from: sheet))
        case .number(let number): return FormulaTranslation.number(number)
        case .nothing: return .none
        }
    }

    /// The row that a lag reads.
    private func earlier(_ row: Int, _ years: Int, _ operand: Formula) -> Int? {
        guard let earlier = panel.row(row, yearsBefore: years) else { return nil }
        let (from, to) = (earlier / panel.units.count, row / panel.units.count)
        return operand.inputs.flatMap { breaks[$0] ?? [] }.contains { from < $0 && $0 <= to } ? nil : earlier
    }

    /// A part that is a cell of its own: itself where it is one already, else a helper column.
    private func atom(_ formula: Formula, _ row: Int, _ child: Int?) -> FormulaFragment {
        switch formula {
        case .number, .input: return fragment(formula, row, child)
        default: return cell(helper(self, formula, child), row)
        }
    }

    private func apply(
        _ function: Formula.Function, _ arguments: [Formula], _ row: Int, _ child: Int?
    ) -> FormulaFragment {
        switch function {
        case .coalesce:
            let parts = arguments.map { atom($0, row, child) }
            let text = parts.reversed().reduce("NA()") { rest, part in
                part.condition.map { "IF(\($0),\(part.text),\(rest))" } ?? part.text
            }
            return FormulaFragment(text, mayFail: true)
        case .hasValue:
            let part = atom(arguments[0], row, child)
            return FormulaFragment(part.condition.map { "IF(\($0),1,0)" } ?? "1")
        case .choose:
            let condition = fragment(arguments[0], row, child)
            let (then, otherwise) = (fragment(arguments[1], row, child), fragment(arguments[2], row, child))
            let test = FormulaTranslation.test(arguments[0], condition)
            // Only the branch that is taken must have a value.
            let shared = then.needs.filter(otherwise.needs.contains)
            func branch(_ part: FormulaFragment) -> String {
                var own = part
                own.needs.removeAll { shared.contains($0) || condition.needs.contains($0) }
                return own.guarded.text
            }
            var needs = condition.needs
            for need in shared where !needs.contains(need) { needs.append(need) }
            let mayFail =
                condition.mayFail || then.mayFail || otherwise.mayFail
                || !Set(then.needs + otherwise.needs).isSubset(of: needs)
            return FormulaFragment("IF(\(test),\(branch(then)),\(branch(otherwise)))", needs: needs, mayFail: mayFail)
        case .power: return power(arguments[0], arguments[1], row, child)
        default: break
        }
        let parts = arguments.map { fragment($0, row, child) }
        let needs = FormulaFragment.needs(parts)
        let mayFail = parts.contains(where: \.mayFail)
        func result(_ text: String, isAtom: Bool = true, fails: Bool = false) -> FormulaFragment {
            FormulaFragment(text, isAtom: isAtom, needs: needs, mayFail: mayFail || fails)
        }
        func call(_ name: String, fails: Bool = false) -> FormulaFragment {
            result("\(name)(\(parts.map(\.text).joined(separator: ",")))", fails: fails)
        }
        let (first, second) = (parts.first?.bracketed ?? "", parts.count > 1 ? parts[1].bracketed : "")
        switch function {
        case .add: return result("\(first)+\(second)", isAtom: false)
        case .subtract: return result("\(first)-\(second)", isAtom: false)
        case .multiply: return result("\(first)*\(second)", isAtom: false)
        case .divide: return result("\(first)/\(second)", isAtom: false, fails: true)
        case .minimum: return call("MIN")
        case .maximum: return call("MAX")
        case .absolute: return call("ABS")
        case .ln: return call("LN", fails: true)
        case .log10: return call("LOG10", fails: true)
        case .exp: return call("EXP", fails: true)
        case .sqrt: return call("SQRT", fails: true)
        case .sign: return call("SIGN")
        case .round: return result(FormulaTranslation.rounded(first, second))
        case .less: return result("IF(\(first)<\(second),1,0)")
        case .lessOrEqual: return result("IF(\(first)<=\(second),1,0)")
        case .equal: return result("IF(\(first)=\(second),1,0)")
        case .and: return result("IF(AND(\(first)<>0,\(second)<>0),1,0)")
        case .or: return result("IF(OR(\(first)<>0,\(second)<>0),1,0)")
        case .not: return result("IF(\(first)=0,1,0)")
        case .power, .hasValue, .choose, .coalesce: return .none
        }
    }

    /// Rounding as on paper: a number within a few units in the last place of a half counts as a half.
    static func rounded(_ number: String, _ decimals: String) -> String { "ROUND(\(number)*(1+1E-15),\(decimals))" }

    /// A condition as a comparison, without the detour over 1 and 0.
    private static func test(_ formula: Formula, _ fragment: FormulaFragment) -> String {
        guard case .apply(let function, _) = formula,
            [.less, .lessOrEqual, .equal, .and, .or, .not].contains(function), fragment.text.hasPrefix("IF("),
            fragment.text.hasSuffix(",1,0)")
        else { return "\(fragment.bracketed)<>0" }
        return String(fragment.text.dropFirst(3).dropLast(5))
    }

    private func power(_ base: Formula, _ exponent: Formula, _ row: Int, _ child: Int?) -> FormulaFragment {
        if case .number(let number) = exponent, number.rounded() == number, number > 0 {
            let part = fragment(base, row, child)
            return FormulaFragment(
                "\(part.bracketed)^\(Formula.text(of: number))", isAtom: false, needs: part.needs, mayFail: true)
        }
        // Nothing to the power of nothing is one, and spreadsheets disagree on powers of negative numbers.
        let (x, y) = (atom(base, row, child), atom(exponent, row, child))
        let negative: String
        if case .number = exponent {
            negative = "NA()"
        } else {
            negative = "IF(\(y.text)=INT(\(y.text)),\(x.text)^\(y.text),NA())"
        }
        let zero: String
        if case .number = exponent { zero = "" } else { zero = "IF(\(y.text)=0,1," }
        return FormulaFragment(
            "\(zero)IF(\(x.text)<0,\(negative),\(x.text)^\(y.text))\(zero.isEmpty ? "" : ")")",
            needs: FormulaFragment.needs([x, y]), mayFail: true)
    }

    private func take(
        _ statistic: Formula.Statistic, _ operand: Formula, _ formula: Formula, _ row: Int, _ child: Int?
    ) -> FormulaFragment {
        guard let references else { return .none }
        let set = references.setOfRow[row]
        guard statistic == .rank || statistic == .averageRank else {
            return self.statistic(self, formula, child, set).map { place in
                let text = draft.text(place, from: sheet)
                return FormulaFragment(text, needs: [text])
            } ?? .none
        }
        guard let place = column(of: operand, child), references.members[set].contains(row) else { return .none }
        let own = cell(place, row)
        let ranges = draft.ranges(place, rows: references.members[set], from: sheet)
        func sum(_ comparison: String) -> String {
            ranges.map { "SUMPRODUCT(--(\($0)\(comparison)\(own.text)))" }.joined(separator: "+")
        }
        let text =
            statistic == .rank
            ? "1+\(sum("<"))" : "0.5+\(sum("<"))+(\(sum("=")))/2"
        return FormulaFragment(text, isAtom: false, needs: own.needs)
    }

    /// The column that a statistic is taken of.
    func column(of operand: Formula, _ child: Int?) -> ColumnPlace? {
        if case .input(let name) = operand {
            if let child, name == "score" { return children.scores[child] }
            if child == nil || !["weight", "direction"].contains(name), case .column(let place) = self.operand(name) {
                return place
            }
        }
        return helper(self, operand, child)
    }

    private func reduce(_ reduction: Formula.Reduction, _ body: Formula, _ row: Int) -> FormulaFragment {
        let scores = children.scores.map { draft.text($0, row: row, from: sheet) }
        guard !scores.isEmpty else { return .none }
        var mayFail = false
        func terms(_ none: String, counting: Bool = false) -> [String] {
            scores.indices.map { child in
                var part = fragment(body, row, child)
                part.needs.removeAll { $0 == scores[child] }
                part = part.guarded
                mayFail = mayFail || part.mayFail
                let text = counting ? "\(part.bracketed)*0+1" : part.text
                return "IF(ISNUMBER(\(scores[child])),\(text),\(none))"
            }
        }
        let text: String
        var isAtom = true
        switch reduction {
        case .sum:
            text = terms("0").joined(separator: "+")
            isAtom = false
        case .product:
            text = terms("1").joined(separator: "*")
            isAtom = false
        case .count:
            if body == .input("score") {
                text = FormulaFragment.count(scores)
            } else {
                text = terms("0", counting: true).joined(separator: "+")
            }
            isAtom = false
        case .minimum: text = bound("MIN", "9E+307", terms("9E+307"), scores)
        case .maximum: text = bound("MAX", "-9E+307", terms("-9E+307"), scores)
        }
        return FormulaFragment(text, isAtom: isAtom, mayFail: mayFail)
    }

    private func bound(_ function: String, _ none: String, _ terms: [String], _ scores: [String]) -> String {
        let chunks = stride(from: 0, to: terms.count, by: 200).map {
            "\(function)(\(terms[$0..<min(terms.count, $0 + 200)].joined(separator: ",")))"
        }
        return chunks.count == 1 ? chunks[0] : "\(function)(\(chunks.joined(separator: ",")))"
    }
}
