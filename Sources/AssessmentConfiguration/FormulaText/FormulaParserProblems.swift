import AssessmentCore

extension FormulaParser {
    /// The problem that no value begins where one must.
    func missingOperand() -> FormulaProblem {
        let expected = "a number, a name, a function or a bracket"
        let token = current
        let endsHere = [.end, .close, .comma].contains(token.kind)
        if endsHere, let previous {
            switch previous.kind {
            case .operation, .not:
                return FormulaProblem(
                    at: previous.offset, "\(quoted(previous.written)) has nothing to its right", expected: expected)
            case .open where token.kind == .end:
                return FormulaProblem(
                    at: previous.offset, "the bracket is not closed", expected: "a bracket ) behind it")
            case .open, .comma:
                return FormulaProblem(at: token.offset, "an argument is missing", expected: expected)
            default: break
            }
        }
        switch token.kind {
        case .operation(.and), .operation(.or), .of:
            return FormulaProblem(
                at: token.offset, "‘\(token.written)’ is a word of the formula and no name",
                expected: "\(expected); a name that is such a word in backquotes `")
        case .operation:
            return FormulaProblem(
                at: token.offset, "\(quoted(token.written)) has nothing to its left", expected: expected)
        case .not:
            return FormulaProblem(
                at: token.offset, "‘not’ stands behind \(quoted(previous?.written ?? ""))",
                expected: "(not …) in brackets")
        case .close: return FormulaProblem(at: token.offset, "the bracket closes none", expected: expected)
        default: return FormulaProblem(at: token.offset, "a value is missing", expected: expected)
        }
    }

    /// The problem with what stands behind a complete value.
    func unexpected() -> FormulaProblem {
        let token = current
        switch token.kind {
        case .close:
            return FormulaProblem(at: token.offset, "the bracket closes none", expected: "a bracket ( before it")
        case .comma:
            return FormulaProblem(
                at: token.offset, "a comma stands outside the arguments of a function",
                expected: "a point in a decimal number; digits alone in a large one")
        case .of:
            return FormulaProblem(
                at: token.offset, "‘of’ is a word of the formula and no name",
                expected: "one of " + FormulaReduction.words.joined(separator: ", ") + " before it")
        default: break
        }
        if case .name(let name)? = previous?.kind, let function = FormulaFunction.all[name] {
            return FormulaProblem(
                at: previous?.offset ?? 0, "the function ‘\(name)’ lacks its brackets",
                expected: function.usage.joined(separator: ", or "))
        }
        for case .name(let name)? in [token.kind, previous?.kind] where isWord(name.lowercased()) {
            return FormulaProblem(
                at: name == token.written ? token.offset : previous?.offset ?? 0,
                "‘\(name)’ is not written in small letters", suggestion: name.lowercased())
        }
        if case .number = token.kind, case .number? = previous?.kind {
            return FormulaProblem(
                at: token.offset, "two numbers stand in a row", expected: "digits without spaces, or an operator")
        }
        return FormulaProblem(
            at: token.offset, "an operator is missing before \(quoted(token.written))",
            expected: "an operator such as * or +; a name that holds spaces in backquotes `")
    }

    private func isWord(_ name: String) -> Bool { ["and", "or", "not", "of"].contains(name) }

    /// The problem with a name before a bracket that is none of a function.
    func unknown(_ name: String, at offset: Int) -> FormulaProblem {
        let lowered = name.lowercased()
        let known = FormulaFunction.all.keys.sorted()
        if let advice = FormulaFunction.advice[lowered] {
            return FormulaProblem(at: offset, "there is no function ‘\(name)’", expected: advice)
        }
        let nearest = nearestMatch(to: name, among: known)
        return FormulaProblem(
            at: offset, "there is no function ‘\(name)’",
            expected: nearest == nil
                ? "one of \(known.joined(separator: ", ")); or an operator between a name and a bracket" : nil,
            suggestion: nearest)
    }
}
