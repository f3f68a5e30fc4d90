import AssessmentCore
import Testing

@testable import AssessmentConfiguration

/// What reading a formula gives: its printed form, or the problem without the file.
private func reading(formula text: String, line: Int = 1, column: Int = 1) -> String {
    do {
        return try FormulaParser.parse(text, at: SourcePosition(file: "f", line: line, column: column)).text
    } catch {
        return String(error.description.dropFirst(2))
    }
}

@Suite("Formulas are read from text")
struct FormulaParserTests {
    @Test(
        "The grammar",
        arguments: [
            ("1", "1"), ("1.50e+2", "150"), (".5", "0.5"), ("life.online_medical", "life.online_medical"),
            ("sales@q1 / 人口", "sales@q1 / 人口"), ("  a\n+\t b　", "a + b"),
            ("clip(x, 0, 1)", "min(max(x, 0), 1)"), ("round(x, 2)", "round(x, 2)"), ("min(a, b, c)", "min(a, b, c)"),
            ("if(a > 1, b, c)", "if(1 < a, b, c)"), ("coalesce(a, 0)", "coalesce(a, 0)"),
            ("has_value(a)", "has_value(a)"), ("lag(x)", "lag(x, 1)"), ("lag(x, 0)", "lag(x, 0)"),
            ("growth(x)", "100 * (x / lag(x, 1) - 1)"), ("growth(x, 5)", "100 * (x / lag(x, 5) - 1)"),
            ("per(a, b)", "a / b"), ("per(a, b, 10000)", "10000 * (a / b)"), ("share(a, b)", "100 * (a / b)"),
            ("median(x) + average_rank(x)", "median(x) + average_rank(x)"),
            ("of_unit(x, \"340100\")", "of_unit(x, \"340100\")"),
            ("sum of (weight * score)", "sum of (weight * score)"),
            ("sum of units (x)", "sum of units (x)"), ("product of(score)", "product of (score)"),
            ("mean of (score)", "sum of (score) / count of (score)"),
            ("mean of units (x)", "sum of units (x) / count of units (x)"),
            ("`a b`", "`a b`"), ("`and` + `mean`", "`and` + mean"), ("mean / sum", "mean / sum"),
        ])
    func grammar(text: String, expected: String) { #expect(reading(formula: text) == expected) }

    @Test(
        "Precedence",
        arguments: [
            ("a - b - c", "a - b - c"), ("a - (b - c)", "a - (b - c)"), ("a + b * c ^ d", "a + b * c ^ d"),
            ("(a ^ b) ^ c", "(a ^ b) ^ c"), ("-5", "-5"), ("-a", "0 - a"), ("-a * b", "(0 - a) * b"),
            ("a - -1", "a - (-1)"), ("a ^ -1", "a ^ (-1)"), ("2 ^ -x", "2 ^ (0 - x)"), ("-(-x)", "0 - (0 - x)"),
            ("a >= b", "b <= a"), ("a != b", "not(a = b)"), ("not a = b", "not(a = b)"),
            ("not(a) = b", "not(a) = b"), ("not (a) and b", "and(not(a), b)"), ("not a + b", "not(a + b)"),
            ("not not a", "not(not(a))"), ("a or b and c", "or(a, and(b, c))"),
            ("a < 1 and b > 2 or c", "or(and(a < 1, 2 < b), c)"), ("and(a, b) or c", "or(and(a, b), c)"),
            ("a + 1 < b * 2", "a + 1 < b * 2"), ("-0", "0"),
        ])
    func precedence(text: String, expected: String) { #expect(reading(formula: text) == expected) }

    @Test(
        "Each problem has its place, what was expected and the nearest match",
        arguments: [
            ("", "1:1: the formula is empty; expected a formula such as 100 * (part / whole)"),
            ("a +", "1:3: ‘+’ has nothing to its right; expected a number, a name, a function or a bracket"),
            ("* a", "1:1: ‘*’ has nothing to its left; expected a number, a name, a function or a bracket"),
            ("a + * b", "1:5: ‘*’ has nothing to its left; expected a number, a name, a function or a bracket"),
            ("(a +", "1:4: ‘+’ has nothing to its right; expected a number, a name, a function or a bracket"),
            ("2 * (a + b", "1:5: the bracket is not closed; expected a bracket ) behind it"),
            ("a)", "1:2: the bracket closes none; expected a bracket ( before it"),
            ("()", "1:1: there is nothing in the brackets"),
            (
                "a b",
                "1:3: an operator is missing before ‘b’; expected an operator such as * or +; a name that holds "
                    + "spaces in backquotes `"
            ),
            ("a AND b", "1:3: ‘AND’ is not written in small letters; did you mean ‘and’?"),
            ("sqrt x", "1:1: the function ‘sqrt’ lacks its brackets; expected sqrt(x)"),
            (
                "1 000",
                "1:3: ‘000’ has a leading zero; expected a number; a comma only parts the arguments of a "
                    + "function; did you mean ‘0’?"
            ),
            (
                "1,5",
                "1:2: a comma stands outside the arguments of a function; expected a point in a decimal number; "
                    + "digits alone in a large one"
            ),
            ("100 * shar(a, b)", "1:7: there is no function ‘shar’; did you mean ‘share’?"),
            ("log(a)", "1:1: there is no function ‘log’; expected ln(x), or log10(x)"),
            ("clip(a)", "1:1: ‘clip’ takes 3 arguments, not 1; expected clip(x, low, high)"),
            ("lag()", "1:1: ‘lag’ takes 1 or 2 arguments, not 0; expected lag(x), or lag(x, periods)"),
            (
                "minimum(a, b)",
                "1:1: ‘minimum’ takes 1 argument, not 2; expected minimum(x), the smallest of the "
                    + "reference set; min(x, y, …) for the smaller of several values"
            ),
            (
                "lag(x, -1)",
                "1:8: the number of periods of ‘lag’ is not a whole number in digits; expected a whole "
                    + "number from 0 to 9999"
            ),
            (
                "lag(x, 1 + 1)",
                "1:8: the number of periods of ‘lag’ is not a whole number in digits; expected a whole "
                    + "number from 0 to 9999"
            ),
            (
                "of_unit(x, 340100)",
                "1:12: the unit of ‘of_unit’ is not named by its code; expected the code in double "
                    + "quotes, such as \"340100\""
            ),
            ("abs(\"x\")", "1:5: a text in quotes is no value; expected abs(x)"),
            ("min(a,)", "1:7: an argument is missing; expected a number, a name, a function or a bracket"),
            ("min of (a)", "1:1: ‘min’ cannot stand before ‘of’; did you mean ‘minimum’?"),
            (
                "sum of a",
                "1:8: ‘sum of’ lacks its brackets; expected sum of (…) over the children of a node, or sum of "
                    + "units (…) over those of a unit"
            ),
            (
                "and + 1",
                "1:1: ‘and’ is a word of the formula and no name; expected a number, a name, a function or a "
                    + "bracket; a name that is such a word in backquotes `"
            ),
            (
                "a ^ b ^ c",
                "1:7: readers disagree on which of two powers in a row goes first; expected (x ^ y) ^ z, or "
                    + "x ^ (y ^ z)"
            ),
            (
                "-a ^ 2",
                "1:1: readers disagree on whether the sign or the power goes first; expected (-x) ^ y, or "
                    + "-(x ^ y)"
            ),
            ("a < b < c", "1:7: two comparisons in a row do not compare three values; expected x < y and y < z"),
            (
                "not (a) < b",
                "1:1: readers disagree on whether ‘not’ or ‘<’ goes first; expected not (… < …), or "
                    + "(not …) < …"
            ),
            ("a + not b", "1:5: ‘not’ stands behind ‘+’; expected (not …) in brackets"),
            ("10%", "1:3: a formula has no percent sign; expected a fraction; did you mean ‘10 / 100’?"),
            (
                "2x",
                "1:1: the number ‘2’ runs into ‘x’; expected an operator such as * between them, or backquotes "
                    + "around a name that begins with a digit"
            ),
            ("1e999", "1:1: ‘1e999’ is too large for a number"), ("1e-999", "1:1: ‘1e-999’ is too close to zero"),
            ("（a）", "1:1: ‘（’ is not the sign of the keyboard that it looks like; did you mean ‘(’?"),
            ("１", "1:1: ‘１’ is not the sign of the keyboard that it looks like; did you mean ‘1’?"),
            ("a × b", "1:3: ‘×’ has no meaning in a formula; did you mean ‘*’?"),
            ("a == b", "1:3: ‘==’ has no meaning in a formula; did you mean ‘=’?"),
            ("`a", "1:1: a name in backquotes is not closed; expected another ` behind it"),
            (
                "a\u{200B}b",
                "1:2: an invisible character (U+200B) has no meaning in a formula; expected nothing in its "
                    + "place"
            ),
        ])
    func problems(text: String, expected: String) { #expect(reading(formula: text) == expected) }

    @Test("A problem in a text of several lines has the line and the column of the file")
    func severalLines() {
        #expect(
            reading(formula: "甲 +\n乙 *\n  lgn(丙)", line: 7, column: 5)
                == "9:7: there is no function ‘lgn’; did you mean ‘ln’?")
        #expect(reading(formula: "甲 +\r\n)", line: 7, column: 5).hasPrefix("7:7: ‘+’ has nothing"))
    }

    @Test("What is too long or too deep is refused")
    func bounds() {
        func times(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }
        #expect(reading(formula: times(100, "(") + "a" + times(100, ")")) == "a")
        #expect(reading(formula: times(101, "(") + "a").contains("1:101: the formula is nested deeper than 100"))
        #expect(reading(formula: times(2000, "not ") + "a").contains("nested deeper than 100"))
        #expect(reading(formula: times(5000, "-") + "1").contains("two minus signs"))
        #expect(reading(formula: "a" + times(400, "+a")).count > 400)
        #expect(reading(formula: "a" + times(600, "+a")).contains("more than 500 operations"))
        #expect(reading(formula: times(40, "growth(") + "a" + times(40, ")")).contains("comes to more than 10000"))
        #expect(reading(formula: times(10_001, "a")).contains("longer than 10000 characters"))
    }

    @Test("What is printed is read back as the same formula", arguments: 0..<8)
    func roundTrip(seed: UInt64) {
        var trees = FormulaTrees(generator: SplitMix64(seed: seed))
        let start = SourcePosition(file: "f", line: 1, column: 1)
        for _ in 0..<1000 {
            let formula = trees.tree(6)
            guard formula.text.count <= FormulaParser.longestText else { continue }
            do {
                #expect(try FormulaParser.parse(formula.text, at: start) == formula, "\(formula.text)")
            } catch {
                Issue.record("\(error): \(formula.text)")
            }
        }
    }

    private static let pieces = [
        "(", ")", ",", " ", "\n", "+", "-", "*", "/", "^", "<", "<=", "=", "!=", ">", "not ", " and ", " or ", " of ",
        "units", "sum", "mean", "min(", "lag(", "growth(", "if(", "of_unit(", "\"", "`", "x", "人", "1", "0", ".", "e",
        "@", "_", "%", "（", "１", "\u{200B}", "\u{301}", "!", "&", "1e5", "\u{0}", "\r\n",
    ]

    @Test("Any text gives a formula or a problem within the text", arguments: 0..<8)
    func fuzz(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        for _ in 0..<3000 {
            let text = (0..<Int.random(in: 0...25, using: &generator))
                .map { _ in Self.pieces.randomElement(using: &generator) ?? "" }.joined()
            do throws(Diagnostic) {
                let formula = try FormulaParser.parse(text, at: SourcePosition(file: "f", line: 1, column: 1))
                let again = try? FormulaParser.parse(formula.text, at: SourcePosition(file: "f", line: 1, column: 1))
                #expect(again == formula, "\(text)")
            } catch {
                let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
                #expect((1...lines.count).contains(error.position.line), "\(text)")
                #expect(error.position.column >= 1 && !error.problem.isEmpty)
                if lines.indices.contains(error.position.line - 1) {
                    #expect(error.position.column <= lines[error.position.line - 1].count + 1, "\(text)")
                }
            }
        }
    }
}
