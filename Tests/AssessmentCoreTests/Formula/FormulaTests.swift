import AssessmentCore
import Testing

@Suite("Formulas as text and trees")
struct FormulaTests {
    private static let (a, b, c): (Formula, Formula, Formula) = (.input("a"), .input("b"), .input("c"))

    @Test(
        "A formula is written as a person does, with the brackets that its meaning needs and no more",
        arguments: [
            (a + b * c, "a + b * c"), ((a + b) * c, "(a + b) * c"), (a - (b - c), "a - (b - c)"),
            (a - b - c, "a - b - c"), (a / (b / c), "a / (b / c)"), (a / b / c, "a / b / c"),
            (a * (b / c), "a * (b / c)"), (-1 * a, "(-1) * a"), (a - -2, "a - (-2)"), (2.5 * a, "2.5 * a"),
            (.apply(.power, [.apply(.power, [a, b]), c]), "(a ^ b) ^ c"), (1e15 * a, "1000000000000000 * a"),
            (1e20 * a, "1e+20 * a"),
            (.apply(.power, [a, .apply(.power, [b, c])]), "a ^ (b ^ c)"),
            (.apply(.minimum, [a, b + c]), "min(a, b + c)"),
            (.apply(.choose, [.apply(.lessOrEqual, [a, b]), 1, 0]), "if(a <= b, 1, 0)"),
            (.lag(a + b, periods: 2), "lag(a + b, 2)"), (.statistic(.standardDeviation, a), "standard_deviation(a)"),
            (.overChildren(.sum, a * b), "sum of (a * b)"), (.apply(.less, [a + b, c]), "a + b < c"),
            (.apply(.multiply, [.apply(.equal, [a, b]), c]), "(a = b) * c"),
        ] as [(Formula, String)])
    func text(formula: Formula, expected: String) {
        #expect(formula.text == expected)
    }

    @Test("Names and numbers may be written by the reader's own rules")
    func naming() {
        let formula = 100 * (Self.a / Self.b)
        #expect(formula.text(naming: { ["a": "甲", "b": "乙"][$0] ?? $0 }) == "100 * (甲 / 乙)")
        #expect(formula.text(numbers: { _ in "#" }) == "# * (a / b)")
    }

    @Test("Inputs are listed once, in order of appearance")
    func inputs() {
        #expect((Self.b + Self.a * Self.b - .lag(Self.c, periods: 1)).inputs == ["b", "a", "c"])
        #expect(Formula.number(1).inputs.isEmpty)
    }

    @Test("Nested lags add up")
    func laggedInputs() {
        let pairs = (Self.a + .lag(Self.a + .lag(Self.b, periods: 2), periods: 1)).laggedInputs
        #expect(pairs.map(\.input) == ["a", "a", "b"])
        #expect(pairs.map(\.periods) == [0, 1, 3])
    }

    @Test("A formula knows whether it takes statistics")
    func statistics() {
        #expect((Self.a - .statistic(.mean, Self.a)).takesStatistics)
        #expect(!Formula.lag(Self.a, periods: 1).takesStatistics)
    }

    @Test("Every function has a word and refuses other numbers of arguments than its own")
    func arities() {
        let shape = FormulaProgram.Shape(rowCount: 1, unitCount: 1)
        for function in Formula.Function.allCases {
            for count in 0...4 {
                let formula = Formula.apply(function, [Formula](repeating: 1, count: count))
                let isAccepted = (try? FormulaProgram(formula, inputs: [:], shape: shape)) != nil
                #expect(isAccepted == (function.arity.map { $0 == count } ?? (count > 0)), "\(function) of \(count)")
            }
        }
    }
}
