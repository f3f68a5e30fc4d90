import AssessmentCore
import Testing

@Suite("Formulas over columns")
struct FormulaProgramTests {
    private static let (x, y): (Formula, Formula) = (.input("x"), .input("y"))

    @Test(
        "Functions give what mathematics says, and nothing outside their domain",
        arguments: [
            (x + y, [11, -4, nil]), (x / y, [0.1, nil, nil]), (.apply(.power, [y, 2]), [100, 0, nil]),
            (.apply(.minimum, [x, y]), [1, -4, nil]), (.apply(.maximum, [x, y, 5]), [10, 5, nil]),
            (.apply(.absolute, [x]), [1, 4, 9]), (.apply(.ln, [x]), [0, nil, 2.1972245773362196]),
            (.apply(.log10, [y]), [1, nil, nil]), (.apply(.sqrt, [x]), [1, nil, 3]),
            (.apply(.exp, [x]), [2.718281828459045, 0.01831563888873418, 8103.083927575384]),
            (.apply(.exp, [1000 * x]), [nil, 0, nil]), (.apply(.coalesce, [y, x, 7]), [10, 0, 9]),
            (.apply(.choose, [y, 1, 2]), [1, 2, nil]), (.apply(.less, [x, y]), [1, 1, nil]),
            (.apply(.lessOrEqual, [x, 1]), [1, 1, 0]), (.apply(.equal, [y, 0]), [0, 1, nil]),
            (.apply(.power, [x, 0.5]), [1, nil, 3]), (.clip(x, from: 0, to: 5), [1, 0, 5]),
        ] as [(Formula, [Double?])])
    func functions(formula: Formula, expected: [Double?]) throws {
        let results = try FormulaRun(["x": [1, -4, 9], "y": [10, 0, .nan]], units: 3).results(formula)
        for (result, wanted) in zip(results, expected) {
            guard let result, let wanted else {
                #expect(result == wanted)
                continue
            }
            #expect(abs(result - wanted) <= 1e-15 * abs(wanted))
        }
    }

    /// Computed with numpy: min, max, mean, sum, len, std(ddof=1).
    @Test("Statistics of a reference set pass over missing cells and agree with numpy")
    func statistics() throws {
        let panel = Panel(units: (0..<5).map { Sample.unit("\($0)") }, periods: Sample.periods(2019...2020))
        let values = [3.5, -1.25, .nan, 8, 2.75, 0.1, 7.3, .nan, .nan, .nan]
        let run = FormulaRun(
            ["x": values], units: 5,
            references: ReferenceSets(.allRows, panel: panel, peerGroupOfUnit: [0, 0, 0, 0, 0]))
        let expected: [(Formula.Statistic, Double)] = [
            (.minimum, -1.25), (.maximum, 8), (.mean, 3.4), (.sum, 20.4), (.count, 6),
            (.standardDeviation, 3.7233049834790597),
        ]
        for (statistic, number) in expected {
            for result in try run.results(.statistic(statistic, Self.x)) {
                let result = try #require(result)
                #expect(abs(result - number) <= 1e-14 * abs(number), "\(statistic)")
            }
        }
    }

    @Test("Each set has its own statistic; one without values has a count of none and nothing else")
    func sets() throws {
        let panel = Panel(units: ["a", "b"].map { Sample.unit($0) }, periods: Sample.periods(2018...2020))
        let run = FormulaRun(
            ["x": [1, 3, 5, .nan, .nan, .nan]], units: 2,
            references: ReferenceSets(.period, panel: panel, peerGroupOfUnit: [0, 0]))
        #expect(try run.results(.statistic(.mean, Self.x)) == [2, 2, 5, 5, nil, nil])
        #expect(try run.results(.statistic(.maximum, Self.x)) == [3, 3, 5, 5, nil, nil])
        #expect(try run.results(.statistic(.count, Self.x)) == [2, 2, 1, 1, 0, 0])
        let deviation = 2.0.squareRoot()
        let deviations = try run.results(.statistic(.standardDeviation, Self.x))
        #expect(deviations == [deviation, deviation, nil, nil, nil, nil])
    }

    @Test("A lag reads the same unit so many periods before, and nothing across a break or before the first")
    func lag() throws {
        let columns = ["x": [1.0, 2, 3, 4, 5, 6, 7, 8]]
        let whole = FormulaRun(columns, units: 2)
        #expect(try whole.results(.lag(Self.x, periods: 1)) == [nil, nil, 1, 2, 3, 4, 5, 6])
        #expect(try whole.results(.lag(Self.x, periods: 3)) == [nil, nil, nil, nil, nil, nil, 1, 2])
        #expect(try whole.results(.lag(Self.x, periods: 0)) == [1, 2, 3, 4, 5, 6, 7, 8])
        let broken = FormulaRun(columns, units: 2, breaks: ["x": [2]])
        #expect(try broken.results(.lag(Self.x, periods: 1)) == [nil, nil, 1, 2, nil, nil, 5, 6])
        #expect(try broken.results(.lag(Self.x, periods: 2)) == [nil, nil, nil, nil, nil, nil, nil, nil])
    }

    @Test("A break in one series leaves a lag of another alone")
    func otherBreak() throws {
        let run = FormulaRun(["x": [1, 2], "y": [5, 6]], units: 1, breaks: ["y": [1]])
        #expect(try run.results(.lag(Self.x, periods: 1)) == [nil, 1])
        #expect(try run.results(.lag(Self.x + Self.y, periods: 1)) == [nil, nil])
    }

    @Test("Reductions pass over children without a score")
    func children() throws {
        let shape = FormulaProgram.Shape(rowCount: 2, unitCount: 2)
        let scores: [Double] = [10, .nan, 20, .nan, 60, 5]
        let mean =
            Formula.overChildren(.sum, .input("weight") * .input("score")) / .overChildren(.sum, .input("weight"))
        for (formula, expected) in [
            (mean, [37.5, 5]), (.overChildren(.count, 1), [3, 1]), (.overChildren(.minimum, .input("score")), [10, 5]),
            (.overChildren(.maximum, .input("score")), [60, 5]),
            (.overChildren(.product, .input("score") * .input("direction")), [-12000, 5]),
        ] as [(Formula, [Double])] {
            let program = try FormulaProgram(
                formula, inputs: [:], shape: shape, children: [.higherIsBetter, .lowerIsBetter, .higherIsBetter])
            #expect(program.results(rowCount: 2, live: scores, weights: [1, 1, 2]) == expected)
        }
    }

    @Test("Weights may differ by row")
    func weightsByRow() throws {
        let shape = FormulaProgram.Shape(rowCount: 2, unitCount: 2)
        let program = try FormulaProgram(
            .overChildren(.sum, .input("weight") * .input("score")), inputs: [:], shape: shape,
            children: [.higherIsBetter, .higherIsBetter])
        #expect(program.results(rowCount: 2, live: [1, 2, 3, 4], weights: [1, 10, 100, 1000]) == [301, 4020])
    }

    @Test("Medians and places are taken within a reference set, ties sharing a place")
    func places() throws {
        let shape = FormulaProgram.Shape(rowCount: 8, unitCount: 4)
        let references = ReferenceSets(.period, panel: shape.panel, peerGroupOfUnit: [0, 0, 0, 0])
        let run = FormulaRun(["x": [4, 2, 2, 9, 1, .nan, 7, 3]], units: 4, references: references)
        #expect(try run.results(.statistic(.median, Self.x)) == [3, 3, 3, 3, 3, 3, 3, 3])
        #expect(try run.results(.statistic(.rank, Self.x)) == [3, 1, 1, 4, 1, nil, 3, 2])
        #expect(try run.results(.statistic(.averageRank, Self.x)) == [3, 1.5, 1.5, 4, 1, nil, 3, 2])
        #expect(try run.results(.ofUnit("2", Self.x)) == [2, 2, 2, 2, 7, 7, 7, 7])
        #expect(throws: FormulaProgram.CompilationError.unknownUnit("9")) { try run.results(.ofUnit("9", Self.x)) }
    }

    @Test("What cannot be compiled is refused with what is wrong")
    func refusals() {
        let shape = FormulaProgram.Shape(rowCount: 2, unitCount: 2)
        let cases: [(Formula, [String: FormulaInput], FormulaProgram.CompilationError)] = [
            (Self.x, [:], .unboundInput("x")), (.statistic(.mean, 1), [:], .noReferenceSet),
            (.apply(.add, [1]), [:], .wrongNumberOfArguments(.add)),
            (Self.x, ["x": .column([1])], .wrongLength(input: "x")), (.input("score"), [:], .unboundInput("score")),
        ]
        for (formula, inputs, error) in cases {
            #expect(throws: error) { try FormulaProgram(formula, inputs: inputs, shape: shape) }
            #expect(!error.description.isEmpty)
        }
    }
}
