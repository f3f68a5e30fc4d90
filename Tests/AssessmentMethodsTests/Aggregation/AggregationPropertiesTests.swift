import AssessmentCore
import AssessmentMethods
import AssessmentTesting
import Testing

@Suite("What aggregations have in common")
struct AggregationPropertiesTests {
    private static let thresholds: [String: ParameterValue] = [
        "preference": .text("linear"), "q": .number(0.5), "p": .number(3),
    ]
    static let comparing: [(method: any Aggregation, parameters: [String: ParameterValue])] = [
        (Topsis(), [:]), (Vikor(), [:]), (Vikor(), ["result": .text("individual_regret")]), (Promethee2(), [:]),
        (Promethee2(), thresholds), (GreyRelational(), [:]), (RankSumRatio(), [:]), (BordaCount(), [:]),
        (Copeland(), [:]), (Outranking(), [:]), (Aras(), [:]), (Cocoso(), [:]), (Codas(), [:]), (Copras(), [:]),
        (Edas(), [:]), (Mabac(), [:]), (Marcos(), [:]), (Moora(), [:]), (Waspas(), [:]),
    ]
    static let others: [(method: any Aggregation, parameters: [String: ParameterValue])] = [
        (ArithmeticMean(), [:]), (GeometricMean(), [:]), (HarmonicMean(), [:]), (PowerMean(), ["exponent": .number(3)]),
        (PowerMean(), ["exponent": .number(-0.5)]), (PowerMean(), ["exponent": .number(0)]), (WeightedProduct(), [:]),
        (Minimum(), [:]), (Maximum(), [:]), (Median(), [:]), (MazziottaParetoIndex(), [:]),
        (AdjustedMazziottaParetoIndex(), ["penalty": .text("add")]), (Spotis(), [:]),
    ]

    /// Units with scores above zero, some of them equal, and some missing.
    private static func draw(_ generator: inout SplitMix64, missing: Bool) -> DecisionMatrix {
        let units = Int.random(in: 4...9, using: &generator)
        let children = Int.random(in: 2...5, using: &generator)
        return DecisionMatrix(
            scores: (0..<units).map { _ in
                (0..<children).map { _ in
                    missing && Int.random(in: 0..<8, using: &generator) == 0
                        ? nil : Double(Int.random(in: 2...40, using: &generator)) / 2
                }
            },
            directions: (0..<children).map { _ in Bool.random(using: &generator) ? .higherIsBetter : .lowerIsBetter },
            weights: (0..<children).map { _ in Double.random(in: 0.5...9, using: &generator) })
    }

    private func expectSame(_ left: [Double?], _ right: [Double?], _ label: String) {
        #expect(left.count == right.count)
        for (first, second) in zip(left, right) {
            #expect(agree(first, second, within: 1e-10), "\(label): \(first ?? .nan) and \(second ?? .nan)")
        }
    }

    @Test("The order of the units does not matter, even where scores are missing")
    func order() throws {
        var generator = SplitMix64(seed: 41)
        var results = 0
        for _ in 0..<40 {
            let table = Self.draw(&generator, missing: true)
            let order = Array(table.scores.indices).shuffled(using: &generator)
            for (method, parameters) in Self.comparing + Self.others {
                let before = try table.results(method, parameters)
                expectSame(
                    order.map { before[$0] }, try table.ordered(order).results(method, parameters),
                    method.description.id)
                results += before.compactMap(\.self).count
            }
        }
        #expect(results > 1000)
    }

    @Test("Weights in another scale change nothing")
    func weights() throws {
        var generator = SplitMix64(seed: 42)
        for _ in 0..<30 {
            let table = Self.draw(&generator, missing: true)
            var scaled = table
            scaled.weights = table.weights.map { $0 * 37 }
            for (method, parameters) in Self.comparing + Self.others {
                expectSame(
                    try table.results(method, parameters), try scaled.results(method, parameters),
                    method.description.id)
            }
        }
    }

    @Test("A unit that is no worse in any child scores no less than another")
    func dominance() throws {
        var generator = SplitMix64(seed: 43)
        var compared = 0
        for _ in 0..<40 {
            var table = Self.draw(&generator, missing: false)
            let better = table.scores[0].enumerated().map { child, score in
                let step = Double(Int.random(in: 1...2, using: &generator)) / 2
                return score.map { table.directions[child] == .higherIsBetter ? $0 + step : $0 - step }
            }
            table.scores.append(better)
            for (method, parameters) in Self.comparing {
                let results = try table.results(method, parameters)
                guard let first = results[0], let last = results.last ?? nil else { continue }
                #expect(last >= first - 1e-12, "\(method.description.id)")
                compared += 1
            }
        }
        #expect(compared > 500)
    }

    @Test("Only differences count: turning a child and its direction round changes nothing")
    func directions() throws {
        var generator = SplitMix64(seed: 44)
        let relative: [String] = [
            "topsis", "vikor", "promethee_2", "grey_relational", "rank_sum_ratio", "borda_count", "copeland",
            "outranking", "mabac", "cocoso", "moora",
        ]
        for _ in 0..<30 {
            let table = Self.draw(&generator, missing: false)
            var turned = table
            turned.directions[0] = table.directions[0].reversed
            turned.scores = table.scores.map { row in
                var row = row
                row[0] = row[0].map { -$0 }
                return row
            }
            for (method, parameters) in Self.comparing where relative.contains(method.description.id) {
                expectSame(
                    try table.results(method, parameters), try turned.results(method, parameters),
                    method.description.id)
            }
        }
    }

    @Test("Strange scores and weights give numbers or nothing, and never more than that")
    func strange() throws {
        let special: [Double?] = [nil, 0, -0.0, -1, 1, 1e-300, 1e300, -1e300, .leastNonzeroMagnitude, 100]
        var generator = SplitMix64(seed: 45)
        for _ in 0..<150 {
            let units = Int.random(in: 1...4, using: &generator)
            let children = Int.random(in: 1...3, using: &generator)
            let table = DecisionMatrix(
                scores: (0..<units).map { _ in
                    (0..<children).map { _ in special.randomElement(using: &generator) ?? nil }
                },
                directions: (0..<children).map { _ in
                    Bool.random(using: &generator) ? .higherIsBetter : .lowerIsBetter
                },
                weights: (0..<children).map { _ in [0, 1, 1e-300, 1e300, 5].randomElement(using: &generator) ?? 1 })
            for (method, parameters) in Self.comparing + Self.others + [(WeightedSum(), [:])] {
                let results = try table.results(method, parameters)
                #expect(results.count == units)
                #expect(results.allSatisfy { $0?.isFinite ?? true }, "\(method.description.id)")
            }
        }
    }

    @Test("A unit without any score has none")
    func nothing() throws {
        let table = DecisionMatrix(
            scores: [[3, 4], [nil, nil], [5, 2]], directions: [.higherIsBetter, .higherIsBetter], weights: [1, 2])
        for (method, parameters) in Self.comparing + Self.others + [
            (WeightedSum(), ["missing": .text("nothing")]), (WeightedProduct(), ["weights": .text("as_given")]),
            (GeometricMean(), ["zero": .text("zero")]), (HarmonicMean(), ["zero": .text("zero")]),
        ] {
            #expect(try table.results(method, parameters)[1] == nil, "\(method.description.id)")
        }
    }

    /// numpy: N[a, b] = (w * d * sign(X[a] - X[b]))[both].sum() / w[both].sum(); sign(N).sum(1) and nanmean(N, 1).
    @Test("Pairs are compared on the children that both have, whatever the order of rows")
    func sharedChildren() throws {
        let table = DecisionMatrix(
            scores: [[3, 7, nil, 2], [5, nil, 4, 4], [1, 7, 6, nil], [nil, 2, 5, 9], [4, 4, 4, 4]],
            directions: [.higherIsBetter, .lowerIsBetter, .higherIsBetter, .higherIsBetter], weights: [1, 2, 3, 1])
        let net = [-0.6666666666666667, -0.075, 0.09166666666666667, 0.7, -0.05]
        let orders = [[0, 1, 2, 3, 4], [4, 3, 2, 1, 0], [2, 0, 4, 1, 3]]
        for order in orders {
            let table = table.ordered(order)
            #expect(try table.results(Copeland()) == order.map { [-2, 0, 1, 2, -1][$0] })
            expectSame(try table.results(Outranking()), order.map { net[$0] }, "outranking")
            expectSame(try table.results(Promethee2()), order.map { net[$0] }, "promethee_2")
        }
    }

    @Test("Scores that differ in the last bits only are equal in a comparison")
    func lastBits() throws {
        let table = DecisionMatrix(
            scores: [[80.000000000000014, 1], [80, 2]], directions: [.higherIsBetter, .higherIsBetter], weights: [3, 1])
        #expect(try table.results(Copeland()) == [-1, 1])
    }

    @Test(
        "Parameters that contradict each other are refused",
        arguments: [
            ("geometric_mean", ["zero": .text("floor")]), ("geometric_mean", ["floor": .number(1)]),
            ("harmonic_mean", ["zero": .text("zero"), "floor": .number(1)]),
            ("power_mean", ["exponent": .number(1), "zero": .text("floor")]),
            ("grey_relational", ["distinguishing_coefficient": .number(0)]), ("spotis", ["low": .number(100)]),
            ("promethee_2", ["q": .number(1)]), ("promethee_2", ["preference": .text("v_shape")]),
            ("promethee_2", ["preference": .text("linear"), "q": .number(2), "p": .number(1)]),
            ("promethee_2", ["preference": .text("gaussian"), "s": .number(1), "p": .number(1)]),
            ("promethee_2", ["preference": .text("level"), "p": .number(NumberTable(lines: []))]),
            ("codas", ["threshold": .number(NumberTable(lines: []))]),
        ] as [(String, [String: ParameterValue])])
    func contradictions(id: String, parameters: [String: ParameterValue]) throws {
        let method = try #require((Self.comparing + Self.others).first { $0.method.description.id == id }?.method)
        let table = DecisionMatrix(
            scores: [[3, 4], [5, 2]], directions: [.higherIsBetter, .higherIsBetter], weights: [1, 2])
        #expect(throws: MethodError.self) { try table.results(method, parameters) }
    }

    @Test("What a closed form explains is what it computes")
    func explanation() throws {
        var generator = SplitMix64(seed: 46)
        var compared = 0
        for _ in 0..<6 {
            let table = Self.draw(&generator, missing: true)
            let units = table.scores.indices.map {
                AssessedUnit(code: "\($0)", name: BilingualText(same: "\($0)"), level: "city")
            }
            let panel = Panel(units: units, periods: [Period(year: 2020)])
            let references = ReferenceSets(.period, panel: panel, peerGroupOfUnit: units.map { _ in 0 })
            for (method, parameters) in Self.comparing + Self.others {
                let kernel = try method.prepare(
                    AggregationInput(
                        panel: panel, directions: table.directions, references: references,
                        parameters: ParameterValues(parameters, for: method.description.parameters)))
                guard let form = kernel.closedForm else { continue }
                let trace = FormulaTrace(
                    shape: FormulaProgram.Shape(panel, references: references),
                    children: FormulaTrace.Children(
                        table.directions, score: { table.scores[$1][$0] ?? .nan },
                        weight: { child, _ in table.weights[child] })
                ) { input, row in form.number(input, row: row) ?? .nan }
                for (row, result) in try table.results(method, parameters).enumerated() {
                    let explained = trace.value(of: form.formula, row: row)
                    #expect(result == (explained.isNaN ? nil : explained), "\(method.description.id)")
                    #expect((trace.absence(of: form.formula, row: row) == nil) == (result != nil))
                    compared += 1
                }
            }
        }
        #expect(compared > 300)
    }

    @Test("Periods are compared apart, and weights may differ by unit", arguments: [true, false])
    func setsAndWeights(differing: Bool) throws {
        var generator = SplitMix64(seed: 47)
        let (first, second) = (Self.draw(&generator, missing: true), Self.draw(&generator, missing: true))
        let children = min(first.directions.count, second.directions.count)
        let units = min(first.scores.count, second.scores.count)
        let periods = [first, second].map { $0.scores.prefix(units).map { Array($0.prefix(children)) } }
        let directions = Array(first.directions.prefix(children))
        let weights = [first, second].map { Array($0.weights.prefix(children)) }
        let panel = Panel(
            units: (0..<units).map {
                AssessedUnit(code: "\($0)", name: BilingualText(same: "\($0)"), level: "city")
            }, periods: [Period(year: 2020), Period(year: 2021)])
        let references = ReferenceSets(.period, panel: panel, peerGroupOfUnit: (0..<units).map { _ in 0 })
        let columns = (0..<children).flatMap { child in periods.flatMap { $0.map { $0[child] ?? .nan } } }
        let perRow = (0..<children).flatMap { child in
            weights.flatMap { own in (0..<units).map { _ in own[child] } }
        }
        for (method, parameters) in Self.comparing + Self.others {
            let kernel = try method.prepare(
                AggregationInput(
                    panel: panel, directions: directions, references: references,
                    parameters: ParameterValues(parameters, for: method.description.parameters)))
            var results = [Double](repeating: 0, count: panel.rowCount)
            var scratch = [Double](repeating: 0, count: kernel.scratchCount)
            var resultSpan = results.mutableSpan
            var scratchSpan = scratch.mutableSpan
            let used = differing ? perRow : weights[0]
            kernel.aggregate(columns.span, weights: used.span, into: &resultSpan, scratch: &scratchSpan)
            let apart = try periods.enumerated().flatMap { period, scores in
                try DecisionMatrix(
                    scores: scores, directions: directions, weights: weights[differing ? period : 0]
                ).results(method, parameters)
            }
            expectSame(results.map { $0.isNaN ? nil : $0 }, apart, method.description.id)
        }
    }
}
