import AssessmentCore
import Testing

@testable import AssessmentConfiguration

@Suite("Formulas written as text")
struct FormulaParserTests {
    private static let start = SourcePosition(file: "assessment.yml", line: 7, column: 20)

    private static func parse(_ text: String) throws -> Formula { try FormulaParser.parse(text, at: start) }

    @Test(
        "A text is read as the formula that it means",
        arguments: [
            ("a + b * c", "a + b * c"), ("(a + b) * c", "(a + b) * c"), ("a - b - c", "a - b - c"),
            ("a - (b - c)", "a - (b - c)"), ("-3", "-3"), ("-a", "0 - a"), ("2 * -x ^ 2", "2 * (0 - x ^ 2)"),
            ("x ^ -2", "x ^ (-2)"), ("1.5e-3", "0.0015"), ("a > b", "b < a"), ("a >= b", "b <= a"),
            ("a != b", "not(a = b)"), ("not a = b and c or d", "or(and(not(a = b), c), d)"),
            ("clip(x, 0, 1)", "min(max(x, 0), 1)"), ("lag(x)", "lag(x, 1)"), ("lag(x, 3)", "lag(x, 3)"),
            ("growth(x)", "100 * (x / lag(x, 1) - 1)"), ("per(x, pop, 10000)", "10000 * (x / pop)"),
            ("share(a, b)", "100 * (a / b)"), ("if(a < 0, 0, a)", "if(a < 0, 0, a)"),
            ("coalesce(a, b, 0)", "coalesce(a, b, 0)"), ("life.online@q1", "life.online@q1"),
            ("`CO2 (kt)` / pop", "`CO2 (kt)` / pop"), ("销售额 / 人口", "销售额 / 人口"),
            ("sum of (weight * score)", "sum of (weight * score)"),
            ("mean of (score)", "sum of (score) / count of (score)"),
            ("sum of units (population)", "sum of units (population)"), ("mean(x) + maximum(x)", "mean(x) + maximum(x)"),
            ("of_unit(x, \"340100\")", "of_unit(x, \"340100\")"), ("mean + sum", "mean + sum"),
            ("round(x, 3)", "round(x, 3)"), ("a\n  + b", "a + b"),
        ])
    func grammar(text: String, expected: String) throws {
        #expect(try Self.parse(text).text == expected)
    }

    @Test(
        "What cannot be read is told with its place and what was expected",
        arguments: [
            ("a +", "7:23: the formula ends too early; expected an operand"),
            ("a + * b", "7:24: ‘*’ does not belong here; expected an operand behind an operator"),
            ("(a + b", "7:20: this bracket is never closed; expected ‘)’"),
            ("a b", "7:22: ‘b’ does not belong here; expected an operator, or the end"),
            ("a ^ b ^ c", "7:26: readers disagree on which of two powers goes first; expected brackets"),
            ("a < b < c", "7:26: comparisons cannot be chained; expected two of them joined by ‘and’"),
            ("clip(a, 1)", "7:20: ‘clip’ has 2 arguments; expected clip(value, lowest, highest)"),
            ("lag(a, b)", "7:27: the number of periods must be known beforehand; expected a whole number from 0 to 100"),
            ("a × b", "7:22: ‘×’ is no sign of a formula; did you mean ‘*’?"),
            ("5%", "7:21: per cent are not written in a formula; did you mean ‘5 / 100’?"),
            ("2x", "7:20: a name cannot begin with a digit; expected a sign between a number and a name, or the name in backquotes"),
            ("a + and", "7:24: ‘and’ is a word of formulas; expected an operand, or the name in backquotes"),
            ("`a", "7:20: a name in quotes does not end; expected ‘`’ behind it"),
            ("a +\n  lnn(b)", "8:3: there is no function ‘lnn’"),
        ])
    func problems(text: String, expected: String) throws {
        let problem = try #require(throws: Diagnostic.self) { try Self.parse(text) }
        #expect("\(problem)".hasPrefix("assessment.yml:" + expected), "\(problem)")
    }

    private static func tree(_ depth: Int, _ generator: inout SplitMix64) -> Formula {
        let names = ["x", "life.sales@q1", "CO2 (kt)", "and", "人口", "mean", "min"]
        guard depth > 0 else {
            let numbers: [Double] = [0, 1, -2, 0.1, 1e-300, -1e22, 12345.678]
            return Bool.random(using: &generator)
                ? .number(numbers.randomElement(using: &generator) ?? 0)
                : .input(names.randomElement(using: &generator) ?? "x")
        }
        switch Int.random(in: 0..<9, using: &generator) {
        case 0: return .lag(tree(depth - 1, &generator), periods: Int.random(in: 0...3, using: &generator))
        case 1:
            return .statistic(
                Formula.Statistic.allCases.randomElement(using: &generator) ?? .mean, tree(depth - 1, &generator))
        case 2: return .ofUnit("34", tree(depth - 1, &generator))
        case 3:
            let reduction = Formula.Reduction.allCases.randomElement(using: &generator) ?? .sum
            return Bool.random(using: &generator)
                ? .overChildren(reduction, tree(depth - 1, &generator))
                : .overUnits(reduction, tree(depth - 1, &generator))
        default:
            let function = Formula.Function.allCases.randomElement(using: &generator) ?? .add
            let count = function.arity ?? Int.random(in: 1...3, using: &generator)
            return .apply(function, (0..<count).map { _ in tree(depth - 1, &generator) })
        }
    }

    @Test("What a formula prints is read back as the same formula")
    func roundTrip() throws {
        var generator = SplitMix64(seed: 4)
        for _ in 0..<3000 {
            let formula = Self.tree(Int.random(in: 0...4, using: &generator), &generator)
            #expect(try Self.parse(formula.text) == formula, "\(formula.text)")
        }
    }

    @Test("No text stops the reader")
    func anything() {
        var generator = SplitMix64(seed: 5)
        let alphabet = Array("ab1.e+-*/^()<>=!,`\"% \n×万of andlag(min,sum of units")
        for _ in 0..<5000 {
            let text = String(
                (0..<Int.random(in: 0...40, using: &generator)).map { _ in
                    alphabet.randomElement(using: &generator) ?? "a"
                })
            _ = try? Self.parse(text)
        }
        for deep in [String(repeating: "(", count: 5000), String(repeating: "-", count: 5000) + "1"] {
            #expect(throws: Diagnostic.self) { try Self.parse(deep) }
        }
        #expect(throws: Diagnostic.self) { try Self.parse(String(repeating: "a+", count: 6000) + "a") }
    }
}
