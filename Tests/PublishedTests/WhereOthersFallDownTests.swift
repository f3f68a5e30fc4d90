import AssessmentCore
import AssessmentWorkbench
import Testing

/// What is hard to say, or comes out silently wrong, in other programs for composite indices; each as a specification.
@Suite("Where others fall down")
struct WhereOthersFallDownTests {
    @Test("Two pillars of one level are put together in different ways")
    func aggregationByPillar() async throws {
        let scores = try await SmallAssessment(
            framework: """
                weights: relative
                weighting: equal
                evaluate: raw
                pillars:
                  - { id: even, name: Even, aggregate: arithmetic_mean, values: [a, b] }
                  - { id: uneven, name: Uneven, aggregate: geometric_mean, values: [c, d] }
                """,
            data: """
                unit,a,b,c,d
                A,1,3,2,8
                B,2,2,9,4

                """
        ).run()
        // Arithmetic: (1 + 3) / 2 and (2 + 2) / 2. Geometric: √(2 × 8) and √(9 × 4). Total: (2 + 4) / 2 and (2 + 6) / 2.
        #expect(scores.match("even", [2, 2]))
        #expect(scores.match("uneven", [4, 6]))
        #expect(scores.match("total", [3, 4]))
    }

    @Test("Each indicator has a treatment and a normalisation of its own")
    func methodsByIndicator() async throws {
        let scores = try await SmallAssessment(
            framework: """
                weights: relative
                weighting: equal
                reference: period
                indicators:
                  - { value: a, treat: log, evaluate: min_max }
                  - { value: b, evaluate: z_score }
                  - { value: c, treat: { winsorise: { skewness: 1, kurtosis: 1, then: none } }, evaluate: raw }
                """,
            data: """
                unit,a,b,c
                A,1,10,1
                B,10,20,2
                C,100,30,3
                D,1000,40,4
                E,10000,50,100

                """
        ).run()
        // The logarithms of a lie in equal steps, so min–max gives 0, 25, 50, 75 and 100.
        #expect(scores.match("a", [0, 25, 50, 75, 100]))
        // b has a mean of 30 and a sample standard deviation of √(1000 / 4); (b − 30) / √250 = -2, -1, 0, 1, 2 × 10 / √250.
        let step = 10 / 250.0.squareRoot()
        #expect(scores.match("b", [-2 * step, -step, 0, step, 2 * step]))
        // The outlier 100 comes down to the next largest value; the rest of c, and all of a and b, is left alone.
        #expect(scores.match("c", [1, 2, 3, 4, 4]))
        #expect(
            scores.match(
                "total", [(1 - 2 * step) / 3, (27 - step) / 3, 53.0 / 3, (79 + step) / 3, (104 + 2 * step) / 3]))
    }

    @Test("Goalposts of each indicator give the same value the same score in every year")
    func goalpostsOnPanel() async throws {
        let scores = try await SmallAssessment(
            framework: """
                weights: relative
                weighting: equal
                indicators:
                  - { value: a, evaluate: { goalposts: { floor: 20, ceiling: 80 } } }
                  - { value: b, evaluate: { goalposts: { floor: 0, ceiling: 10 } }, direction: lower_is_better }
                """,
            data: """
                unit,year,a,b
                A,2022,20,1
                B,2022,50,2
                A,2023,35,4
                B,2023,20,1
                A,2024,65,5
                B,2024,50,2

                """,
            history: "2022-2023"
        ).run()
        // a: (20 − 20) / 60, (50 − 20) / 60, (35 − 20) / 60, (65 − 20) / 60. b: 1 − 1 / 10, 1 − 2 / 10, …
        #expect(scores.match("a", [0, 50], year: 2022))
        #expect(scores.match("a", [25, 0], year: 2023))
        #expect(scores.match("a", [75, 50], year: 2024))
        #expect(scores.match("b", [90, 80], year: 2022))
        #expect(scores.match("b", [60, 90], year: 2023))
        #expect(scores.match("b", [50, 80], year: 2024))
        // The same a of 20 in 2022 and 2023 and of 50 in 2022 and 2024, whatever the others do meanwhile.
        #expect(scores.score("a", "A", 2022) == scores.score("a", "B", 2023))
        #expect(scores.score("total", "B", 2022) == scores.score("total", "B", 2024))
    }

    @Test("A pillar of burdens is ranked smallest first")
    func directionOfPillar() async throws {
        let scores = try await SmallAssessment(
            framework: WhereOthersFallDownTests.burdens, data: WhereOthersFallDownTests.burdensAndGains
        ).run()
        // (1 + 2) / 2, (4 + 5) / 2 and (0 + 1) / 2.
        #expect(scores.match("burdens", [1.5, 4.5, 0.5]))
        #expect(["A", "B", "C"].map { scores.rank("burdens", $0) } == [2, 3, 1])
        #expect(["A", "B", "C"].map { scores.rank("total", $0) } == [2, 3, 1])
    }

    @Test("Burdens are not put together with gains as if more of both were better")
    func mixedDirections() async throws {
        let mixed = SmallAssessment(
            framework: WhereOthersFallDownTests.burdens + "\n  - { id: gains, name: Gains, values: [c] }",
            data: WhereOthersFallDownTests.burdensAndGains)
        let refusal = try #require(await mixed.refusal())
        #expect(refusal.hasPrefix(try #require(mixed.place(of: "weights: relative"))))
        #expect(refusal.contains("total: less of burdens is better and more of the others"))
        #expect(refusal.contains("arithmetic_mean"))
        // A formula of the node says what to make of them: gains less burdens, 3 − 1.5, 6 − 4.5 and 1 − 0.5.
        let formula = SmallAssessment(
            framework: mixed.framework + "\nformula: gains - burdens", data: mixed.data)
        #expect(try await formula.run().match("total", [1.5, 1.5, 0.5]))
    }

    private static let burdens = """
        weights: relative
        weighting: equal
        evaluate: raw
        pillars:
          - id: burdens
            name: Burdens
            direction: lower_is_better
            indicators:
              - { value: a, direction: lower_is_better }
              - { value: b, direction: lower_is_better }
        """
    private static let burdensAndGains = """
        unit,a,b,c
        A,1,2,3
        B,4,5,6
        C,0,1,1

        """

    @Test("A zero under a geometric mean gives no score with a reason, unless a rule says what it does")
    func zerosUnderGeometricMean() async throws {
        func scores(_ aggregation: String, missing: String = "outside_domain: no_score") async throws -> Scores {
            try await zeros(aggregation, missing: missing).run()
        }
        // √(80 × 20) = 40 for B in all cases; A has a zero.
        let silent = try await scores("geometric_mean")
        #expect(silent.match("pillar", [nil, 40]))
        #expect(silent.reason("pillar", "A") == .outsideDomain)
        #expect(silent.match("total", [nil, 40]))
        // Without any rule for what has no score the run stops.
        let refusal = try #require(await zeros("geometric_mean", missing: "not_submitted: zero").refusal())
        #expect(refusal.contains("pillar: A") && refusal.contains("outside_domain"))
        // Zero makes zero, or is raised to 5: √(80 × 5) = 20.
        #expect(try await scores("{ geometric_mean: { zero: zero } }").match("pillar", [0, 40]))
        #expect(try await scores("{ geometric_mean: { zero: floor, floor: 5 } }").match("pillar", [20, 40]))
    }

    private func zeros(_ aggregation: String, missing: String) -> SmallAssessment {
        SmallAssessment(
            framework: """
                weights: relative
                weighting: equal
                evaluate: raw
                missing: { \(missing) }
                pillars:
                  - { id: pillar, name: Pillar, aggregate: \(aggregation), values: [a, b] }
                """,
            data: """
                unit,a,b
                A,80,0
                B,80,20

                """)
    }

    @Test("The fraction of the maximum gives the better unit the higher score where lower is better")
    func fractionOfMaximumTurned() async throws {
        let scores = try await SmallAssessment(
            framework: """
                weights: relative
                weighting: equal
                evaluate: { fraction_of_maximum: { reference: period } }
                indicators:
                  - { value: a }
                  - { value: b, direction: lower_is_better }
                """,
            data: """
                unit,a,b
                A,80,10
                B,20,40
                C,40,20

                """
        ).run()
        // a over the largest, 80: 100, 25, 50. The smallest b, 10, over b: 100, 25, 50.
        #expect(scores.match("a", [100, 25, 50]))
        #expect(scores.match("b", [100, 25, 50]))
        #expect(["A", "B", "C"].map { scores.rank("b", $0) } == [1, 3, 2])
    }

    @Test("Copeland's scores do not depend on the order of the rows, with values missing")
    func copelandInAnyOrder() async throws {
        let rows = ["A,3,1,", "B,2,,9", "C,,5,4", "D,1,1,1", "E,2,2,2"]
        for order in [[0, 1, 2, 3, 4], [4, 3, 2, 1, 0], [2, 4, 0, 3, 1], [3, 0, 4, 1, 2]] {
            let scores = try await SmallAssessment(
                framework: """
                    weights: relative
                    weighting: equal
                    reference: period
                    evaluate: raw
                    aggregate: copeland
                    missing: { not_submitted: renormalise }
                    values: [a, b, c]
                    """,
                data: "unit,a,b,c\n" + order.map { rows[$0] + "\n" }.joined()
            ).run()
            // On the values that both have: A beats B (3 > 2), loses to C (1 < 5), beats D (3 > 1, even on b) and is even
            // with E (3 > 2, 1 < 2); B beats C (9 > 4), D (2 > 1, 9 > 1) and E (even, 9 > 2); C beats D and E; E beats D.
            // A: 2 − 1. B: 3 − 1. C: 3 − 1. D: 0 − 4. E: 1 − 2.
            #expect(scores.match("total", [1, 2, 2, -4, -1]), "\(order)")
            #expect(["A", "B", "C", "D", "E"].map { scores.rank("total", $0) } == [3, 1, 1, 5, 4], "\(order)")
        }
    }

    @Test(
        "Imputation over time keeps to each unit, with a single observation too, and with rows in any order",
        arguments: [
            // A has 4 in 2022 and 8 in 2024, B has 7 in 2023 alone, C has 100 in 2022 and 200 in 2023.
            ("latest", [[4, 4, 8], [nil, 7, 7], [100, 200, 200]]),
            ("linear", [[4, 6, 8], [7, 7, 7], [100, 200, 200]]),
            ("constant", [[4, 4, 8], [7, 7, 7], [100, 200, 200]]),
        ] as [(String, [[Double?]])])
    func imputationOverTime(method: String, expected: [[Double?]]) async throws {
        let rows = ["A,2022,4", "A,2023,", "A,2024,8", "B,2022,", "B,2023,7", "B,2024,", "C,2022,100", "C,2023,200"]
        for order in [[0, 1, 2, 3, 4, 5, 6, 7], [7, 6, 5, 4, 3, 2, 1, 0], [4, 7, 2, 0, 6, 5, 1, 3]] {
            let scores = try await SmallAssessment(
                framework: """
                    weights: relative
                    weighting: equal
                    evaluate: raw
                    impute: \(method)
                    missing: { not_submitted: no_score }
                    values: [a]
                    """,
                data: "unit,year,a\n" + order.map { rows[$0] + "\n" }.joined(), history: "2022-2023"
            ).run()
            for (index, year) in [2022, 2023, 2024].enumerated() {
                #expect(scores.match("a", expected.map { $0[index] }, year: year), "\(method) \(year) \(order)")
            }
        }
    }

    @Test("Weights below zero are refused, given ones and fitted ones")
    func negativeWeights() async throws {
        let data = """
            unit,a,b,c
            A,1,4,1
            B,2,3,2
            C,3,2,3
            D,4,1,4

            """
        let given = SmallAssessment(
            framework: """
                weights: relative
                evaluate: raw
                indicators:
                  - { value: a, weight: 2 }
                  - { value: b, weight: -1 }
                """, data: data)
        let refusal = try #require(await given.refusal())
        #expect(refusal.hasPrefix(try #require(given.place(of: "-1"))))
        #expect(refusal.contains("‘weight’ is -1") && refusal.contains("a number above 0"))

        // b falls as a and c rise, so that their first component loads it below zero.
        let fitted = SmallAssessment(
            framework: """
                weights: relative
                evaluate: raw
                pillars:
                  - id: pillar
                    name: Pillar
                    weight: 1
                    weighting: { principal_components: { reference: period } }
                    values: [a, b, c]
                """, data: data)
        let said = try #require(await fitted.refusal())
        #expect(said.hasPrefix(try #require(fitted.place(of: "id: pillar"))))
        #expect(said.contains("pillar: principal_components: ‘b’ has the loading -0.577"))
    }

    @Test("Scores that differ by the last bit tie, and the next rank is passed over")
    func tiesOfTheLastBit() async throws {
        let scores = try await SmallAssessment(
            framework: """
                weights: relative
                weighting: equal
                evaluate: raw
                values: [a]
                """,
            data: """
                unit,a
                A,80
                B,80.00000000000001
                C,79

                """
        ).run()
        #expect(scores.score("total", "A") != scores.score("total", "B"))
        #expect(["A", "B", "C"].map { scores.rank("total", $0) } == [1, 1, 3])
    }

    @Test("A parameter that a method does not have is an error at its place, with the nearest name")
    func unknownParameter() async throws {
        let assessment = SmallAssessment(
            framework: """
                weights: relative
                weighting: equal
                evaluate: { goalposts: { flor: 0, ceiling: 10 } }
                values: [a]
                """, data: "unit,a\nA,1\nB,2\n")
        let refusal = try #require(await assessment.refusal())
        #expect(refusal.hasPrefix(try #require(assessment.place(of: "flor"))))
        #expect(refusal.contains("‘goalposts’ has no parameter ‘flor’"))
        #expect(refusal.contains("did you mean ‘floor’?"))
    }

    @Test("What could not be computed is never averaged away")
    func failuresStand() async throws {
        func ratio(_ missing: String) -> SmallAssessment {
            SmallAssessment(
                framework: """
                    weights: relative
                    weighting: equal
                    evaluate: raw
                    \(missing)
                    pillars:
                      - { id: ratio, name: Ratio, formula: a / b, values: [a, b] }
                      - { id: other, name: Other, values: [c] }
                    """,
                data: """
                    unit,a,b,c
                    A,80,2,10
                    B,80,0,20

                    """)
        }
        // Without a rule the run stops at the node, and says for which unit and why.
        let refusal = try #require(await ratio("missing: { otherwise: fail }").refusal())
        #expect(
            refusal.hasPrefix(try #require(ratio("missing: { otherwise: fail }").place(of: "id: ratio").map(before))))
        #expect(refusal.contains("ratio: B B has no score in 2024"))
        // Told to go on, the node of B has no score and a reason, and the node above is not 20, the mean of what is left.
        // A: 80 / 2 = 40, and (40 + 10) / 2 = 25.
        let scores = try await ratio("missing: { otherwise: no_score }").run()
        #expect(scores.match("ratio", [40, nil]))
        #expect(scores.match("total", [25, nil]))
        let reason = try #require(scores.reason("ratio", "B"))
        #expect([.outsideDomain, .zeroDenominator].contains(reason))
        #expect(scores.rank("total", "B") == nil)
    }

    /// The place of a brace two columns before the first key of a mapping on one line.
    private func before(_ place: String) -> String {
        let parts = place.split(separator: ":").map(String.init)
        return "\(parts[0]):\(parts[1]):\((Int(parts[2]) ?? 0) - 2):"
    }

    @Test(
        "Statistics over a reference set that is named in words",
        arguments: [
            // North: A and B; south: C and D. 2023: A 0, B 10, C 20, D 40; 2024: A 5, B 15, C 30, D 45.
            // North 0 to 15, south 20 to 45 over both years.
            ("region", [0, 200.0 / 3, 0, 80], [100.0 / 3, 100, 40, 100]),
            ("region_and_period", [0, 100, 0, 100], [0, 100, 0, 100]),
            // 0 to 40, then 5 to 45.
            ("period", [0, 25, 50, 100], [0, 25, 62.5, 100]),
            // 0 to 45.
            ("all_rows", [0, 200.0 / 9, 400.0 / 9, 800.0 / 9], [100.0 / 9, 100.0 / 3, 200.0 / 3, 100]),
            // 0 to 40 in both years: D outgrows it.
            ("2023", [0, 25, 50, 100], [12.5, 37.5, 75, 112.5]),
        ] as [(String, [Double], [Double])])
    func namedReferenceSets(reference: String, before: [Double], now: [Double]) async throws {
        let scores = try await SmallAssessment(
            framework: """
                weights: relative
                weighting: equal
                reference: \(reference)
                evaluate: min_max
                values: [a]
                """,
            data: """
                unit,region,year,a
                A,north,2023,0
                B,north,2023,10
                C,south,2023,20
                D,south,2023,40
                A,north,2024,5
                B,north,2024,15
                C,south,2024,30
                D,south,2024,45

                """,
            history: "2023", groups: ["region"]
        ).run()
        #expect(scores.match("a", before, year: 2023))
        #expect(scores.match("a", now, year: 2024))
    }

    @Test("A reference set that nothing is called is refused with the nearest name")
    func unknownReferenceSet() async throws {
        let assessment = SmallAssessment(
            framework: """
                weights: relative
                weighting: equal
                reference: regions
                evaluate: min_max
                values: [a]
                """, data: "unit,region,a\nA,north,1\nB,south,2\n", groups: ["region"])
        let refusal = try #require(await assessment.refusal())
        #expect(refusal.hasPrefix(try #require(assessment.place(of: "regions"))))
        #expect(refusal.contains("did you mean ‘region’?"))
    }
}
