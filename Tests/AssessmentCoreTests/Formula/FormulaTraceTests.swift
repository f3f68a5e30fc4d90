import AssessmentCore
import Testing

@Suite("Why a formula has no value")
struct FormulaTraceTests {
    private static let (x, y): (Formula, Formula) = (.input("x"), .input("y"))
    private let run = FormulaRun(
        ["x": [4, .nan, 0, 9, 2, -1], "y": [2, 3, 0, 0, 5, 6]], units: 2, breaks: ["y": [2]])

    @Test(
        "The first thing that is missing is named",
        arguments: [
            (x / y, 0, nil), (x / y, 1, .input("x", row: 1)), (x / y, 3, .zeroDenominator(y)),
            (.lag(x, periods: 1), 0, .noEarlierPeriod), (.lag(x, periods: 1), 3, .input("x", row: 1)),
            (.lag(y, periods: 1), 4, .seriesBreak), (.apply(.ln, [x]), 2, .outsideDomain(.apply(.ln, [x]))),
            (.apply(.sqrt, [x]), 5, .outsideDomain(.apply(.sqrt, [x]))), (.apply(.coalesce, [x, y]), 1, nil),
            (.apply(.choose, [y, x, 1]), 1, .input("x", row: 1)), (.apply(.choose, [y, 1, x]), 1, nil),
            (.apply(.choose, [x, 1, 2]), 1, .input("x", row: 1)),
            (.apply(.exp, [1000 * y]), 0, .outsideDomain(.apply(.exp, [1000 * y]))),
        ] as [(Formula, Int, FormulaTrace.Absence?)])
    func absences(formula: Formula, row: Int, expected: FormulaTrace.Absence?) {
        #expect(run.trace.absence(of: formula, row: row) == expected)
    }

    @Test("A formula is shown with the numbers of a row")
    func filled() {
        #expect(run.trace.filled(100 * (Self.x / Self.y), row: 0).text == "100 * (4 / 2)")
        #expect(run.trace.filled(.lag(Self.y, periods: 1) + Self.x, row: 2).text == "2 + 0")
    }

    @Test("A lag that reaches too far back is shown as nothing where another term stands in for it")
    func filledBeforeFirst() {
        let formula = Formula.apply(.coalesce, [.lag(Self.x, periods: 1), Self.x])
        #expect(run.trace.value(of: formula, row: 0) == 4)
        #expect(run.trace.filled(formula, row: 0).text == "coalesce(nan, 4)")
    }
}
