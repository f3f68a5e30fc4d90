import AssessmentCore
import AssessmentMethods
import AssessmentTesting
import Testing

@Suite("Scoring rules by the letter")
struct RuleFormulasTests {
    @Test("R4: W · (1 − 0.02 · (rank − 1)) for the places of twelve counties")
    func rankPoints() async throws {
        let values = (1...12).map { Optional(Double($0)) }
        let scores = try await RankPoints().scores(values)
        let costs = try await RankPoints().scores(values, direction: .lowerIsBetter)
        for rank in 1...12 {
            let expected = 100 * (1 - 0.02 * Double(rank - 1))
            #expect(agree(scores[12 - rank], expected))
            #expect(agree(costs[rank - 1], expected))
        }
    }

    @Test("R7: the basic score of the grade and f times the way to the next one up", arguments: Direction.allCases)
    func gradedEfficacy(direction: Direction) async throws {
        let standards = direction == .higherIsBetter ? [18.0, 12, 7, 3, -2] : [2.0, 5, 9, 16, 30]
        let coefficients = [1.0, 0.8, 0.6, 0.4, 0.2]
        let parameters = ScoringRulesTests.grades(standards)
        for grade in 1..<5 {
            for share in [0.0, 0.25, 0.5, 0.9] {
                let value = standards[grade] + share * (standards[grade - 1] - standards[grade])
                let f = (value - standards[grade]) / (standards[grade - 1] - standards[grade])
                let expected = 100 * coefficients[grade] + f * 100 * (coefficients[grade - 1] - coefficients[grade])
                let score = try await GradedEfficacy().scores(
                    [value], direction: direction, parameters: parameters)
                #expect(agree(score[0], expected), "grade \(grade), share \(share)")
            }
        }
    }

    @Test("R7: standard values may differ by unit")
    func gradedTables() async throws {
        var parameters = ScoringRulesTests.grades([50, 40, 30, 20, 10])
        parameters["excellent"] = .number(
            NumberTable(lines: [NumberTable.Line(value: 50), NumberTable.Line(unit: "2", value: 60)]))
        #expect(try await GradedEfficacy().scores([45, 45], parameters: parameters) == [90, 85])
        parameters["good"] = .number(
            NumberTable(lines: [NumberTable.Line(value: 40), NumberTable.Line(unit: "1", value: 55)]))
        let contradicting = parameters
        await #expect(throws: MethodError.self) {
            try await GradedEfficacy().scores([45, 45], parameters: contradicting)
        }
    }

    /// The four branches of the source, for W = 100.
    private func published(_ a: Double, _ d: Double, _ cs: Double, _ cr: Double) -> Double {
        switch (cs >= 1, cr >= 1) {
        case (true, true): 100 * (1 + 100 * a * (cs - 1) - 100 * d * (cr - 1))
        case (false, false): 100 * cs
        case (true, false): 100 * (1 + 100 * a * (cs - 1))
        case (false, true): 100 * (cs - 100 * d * (cr - 1))
        }
    }

    @Test("R8: the four branches of standard and self-reported values", arguments: Direction.allCases)
    func selfReported(direction: Direction) async throws {
        for (standard, reported) in [(100.0, 90.0), (100, 100), (100, 115), (80, 120), (120, 80)] {
            for (a, d) in [(0.003, 0.002), (0.01, 0.009), (0.008, 0.004)] {
                for value in stride(from: 60.0, through: 160, by: 7.5) {
                    let score = try await SelfReportedTarget().scores(
                        [value], direction: direction,
                        parameters: [
                            "standard": .number(standard), "reported": .number(reported), "reward": .number(a),
                            "charge": .number(d), "cap": .number(150),
                        ])
                    let isHigherBetter = direction == .higherIsBetter
                    let expected = published(
                        a, d, isHigherBetter ? value / standard : standard / value,
                        isHigherBetter ? value / reported : reported / value)
                    #expect(agree(score[0], min(150, max(0, expected))))
                }
            }
        }
    }

    @Test("R8: no report scores better than the one that is met exactly")
    func honesty() async throws {
        func score(_ reported: Double) async throws -> Double? {
            try await SelfReportedTarget().scores(
                [110], parameters: ["standard": .number(100), "reported": .number(reported), "cap": .number(200)])[0]
        }
        let honest = try #require(try await score(110))
        for reported in [80.0, 100, 109] { #expect(try #require(try await score(reported)) < honest) }
    }

    @Test("R8: nothing left of a burden scores as the larger of reward and charge says")
    func nothingLeft() async throws {
        for (standard, reported, expected) in [(100.0, 100.0, 150.0), (100, 300, 0), (100, 200, 60)] {
            let scores = try await SelfReportedTarget().scores(
                [0, -1], direction: .lowerIsBetter,
                parameters: [
                    "standard": .number(standard), "reported": .number(reported), "reward": .number(0.008),
                    "charge": .number(0.004), "cap": .number(150),
                ])
            for score in scores { #expect(agree(score, expected)) }
        }
    }

    @Test("R9: only full steps count, also where a quotient misses a whole number in its last bits")
    func deductions() async throws {
        // 100 * (1 - 0.7) / 1 is 30.000000000000004, and 0.3 / 0.1 is 2.9999999999999996.
        let shares = try await DeviationDeduction().scores(
            [0.7, 0.71, 1], targets: [1, 1, 1], parameters: ["points": .number(1), "step": .number(10)])
        #expect(shares == [97, 98, 100])
        let differences = try await DeviationDeduction().scores(
            [0.3], direction: .lowerIsBetter, targets: [0],
            parameters: ["points": .number(1), "step": .number(0.1), "deviation": .text("points")])
        #expect(differences == [97])
    }

    @Test("R3: against the best of another year a score may exceed full marks up to the cap")
    func bestOfAnotherYear() async throws {
        for (direction, values, expected) in [
            (Direction.higherIsBetter, [40.0, 50, 44, 80], [80.0, 100, 88, 120]),
            (.lowerIsBetter, [40, 50, 80, 0], [100, 80, 50, 120]),
        ] {
            let example = ColumnExample(
                BilingualText(same: ""), direction: direction, periods: [2020, 2021], values: values,
                parameters: ["cap": .number(120)], expected: [])
            let scores = try await BestRatio().results(
                on: example, comparing: ReferenceScope(.all, .only(Period(year: 2020))))
            #expect(scores == expected.map { Optional($0) })
        }
    }

    @Test("Targets are asked for where rules compare with them")
    func requirements() {
        #expect(TargetPoints().targets == .number && DeviationDeduction().targets == .number)
        #expect(BestRatio().needsReference && RankPoints().needsReference)
        #expect(!GradedEfficacy().needsReference && SelfReportedTarget().targets == .none)
    }
}
