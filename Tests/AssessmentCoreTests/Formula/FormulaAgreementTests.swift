import AssessmentCore
import Testing

/// The program computes results and the trace explains them: they must be one arithmetic.
@Suite("Programs and traces agree")
struct FormulaAgreementTests {
    private static let units = 3
    private static let panel = Panel(
        units: (0..<units).map { Sample.unit("\($0)") }, periods: Sample.periods(2017...2020))
    private static let special: [Double] = [0, -0.0, 1, -1, 0.5, 100, 1e-300, 1e300, .nan]

    private static func number(_ generator: inout SplitMix64) -> Double {
        Bool.random(using: &generator)
            ? special.randomElement(using: &generator) ?? 0 : Double.random(in: -20...20, using: &generator)
    }

    private static func tree(_ depth: Int, _ names: [String], _ generator: inout SplitMix64) -> Formula {
        guard depth > 0 else {
            return Int.random(in: 0..<4, using: &generator) == 0
                ? .number(number(&generator)) : .input(names.randomElement(using: &generator) ?? "x")
        }
        switch Int.random(in: 0..<10, using: &generator) {
        case 0: return .lag(tree(depth - 1, names, &generator), periods: Int.random(in: 0...2, using: &generator))
        case 1:
            let statistic = Formula.Statistic.allCases.randomElement(using: &generator) ?? .mean
            return .statistic(statistic, tree(depth - 1, names, &generator))
        case 3: return .ofUnit("\(Int.random(in: 0..<units, using: &generator))", tree(depth - 1, names, &generator))
        case 2 where names.contains("score"):
            let reduction = Formula.Reduction.allCases.randomElement(using: &generator) ?? .sum
            return .overChildren(reduction, tree(depth - 1, names, &generator))
        default:
            let function = Formula.Function.allCases.randomElement(using: &generator) ?? .add
            let count = function.arity ?? Int.random(in: 1...3, using: &generator)
            return .apply(function, (0..<count).map { _ in tree(depth - 1, names, &generator) })
        }
    }

    @Test("Random formulas give the same bits or are absent in both, and an absence has a reason", arguments: 0..<4)
    func variables(scope index: Int) throws {
        var generator = SplitMix64(seed: UInt64(100 + index))
        let references = ReferenceSets(
            [ReferenceScope.allRows, .period, .peerGroup, ReferenceScope(.all, .only(Period(year: 2018)))][index],
            panel: Self.panel, peerGroupOfUnit: [0, 1, 0])
        var numbers = 0
        for _ in 0..<600 {
            let columns = Dictionary(
                uniqueKeysWithValues: ["x", "y", "z"].map { name in
                    (name, (0..<Self.panel.rowCount).map { _ in Self.number(&generator) })
                })
            let run = FormulaRun(columns, units: Self.units, references: references, breaks: ["x": [2], "y": [1, 3]])
            let formula = Self.tree(Int.random(in: 1...4, using: &generator), ["x", "y", "z"], &generator)
            let results = try run.results(formula)
            for (row, result) in results.enumerated() {
                let traced = run.trace.value(of: formula, row: row)
                #expect(result?.bitPattern == (traced.isNaN ? nil : traced.bitPattern), "\(formula.text), row \(row)")
                #expect((run.trace.absence(of: formula, row: row) == nil) == (result != nil), "\(formula.text)")
                let filled = run.trace.filled(formula, row: row)
                #expect(
                    run.trace.filledText(formula, row: row, numbers: Formula.text(of:))
                        == BilingualText(zh: filled.chineseText, en: filled.text), "\(formula.text), row \(row)")
                if result != nil { numbers += 1 }
            }
        }
        #expect(numbers > 1000)
    }

    @Test("So do the ends of sets that hold zeros of both signs", arguments: [[0.0, -0.0, -1], [-0.0, 0.0, 1]])
    func signedZeros(values: [Double]) throws {
        let panel = Panel(units: (0..<3).map { Sample.unit("\($0)") }, periods: Sample.periods(2020...2020))
        let run = FormulaRun(
            ["x": values], units: 3, references: ReferenceSets(.period, panel: panel, peerGroupOfUnit: [0, 0, 0]))
        for statistic in [Formula.Statistic.minimum, .maximum] {
            let formula = Formula.statistic(statistic, .input("x"))
            let result = try #require(try run.results(formula)[0])
            #expect(result.bitPattern == run.trace.value(of: formula, row: 0).bitPattern, "\(statistic)")
        }
    }

    @Test("So do random reductions over children")
    func children() throws {
        var generator = SplitMix64(seed: 9)
        let rows = Self.panel.rowCount
        let shape = FormulaProgram.Shape(
            rowCount: rows, unitCount: Self.units,
            references: ReferenceSets(.period, panel: Self.panel, peerGroupOfUnit: [0, 0, 0]))
        for _ in 0..<400 {
            let weights = (0..<4).map { _ in Double.random(in: 0...5, using: &generator) }
            let scores = (0..<4 * rows).map { _ in Self.number(&generator) }
            let formula = Formula.overChildren(
                Formula.Reduction.allCases.randomElement(using: &generator) ?? .sum,
                Self.tree(
                    Int.random(in: 0...3, using: &generator), ["score", "weight", "direction", "x"], &generator))
            let directions = (0..<4).map { _ in Direction.allCases.randomElement(using: &generator) ?? .higherIsBetter }
            let other = (0..<rows).map { _ in Self.number(&generator) }
            let results = try FormulaProgram(formula, inputs: ["x": .live()], shape: shape, children: directions)
                .results(rowCount: rows, live: scores + other, weights: weights)
            let perRow = weights.flatMap { [Double](repeating: $0, count: rows) }
            let again = try FormulaProgram(formula, inputs: ["x": .live()], shape: shape, children: directions)
                .results(rowCount: rows, live: scores + other, weights: perRow)
            #expect(results.map(\.bitPattern) == again.map(\.bitPattern), "weights by row, \(formula.text)")
            let trace = FormulaTrace(
                shape: shape,
                children: FormulaTrace.Children(
                    directions, score: { scores[$0 * rows + $1] }, weight: { child, _ in weights[child] }),
                read: { name, row in name == "x" ? other[row] : .nan })
            for row in 0..<rows {
                let traced = trace.value(of: formula, row: row)
                let isSame = results[row].isNaN ? traced.isNaN : results[row].bitPattern == traced.bitPattern
                #expect(isSame, "\(formula.text), row \(row): \(results[row]) and \(traced)")
            }
        }
    }
}
