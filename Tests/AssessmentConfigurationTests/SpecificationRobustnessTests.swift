import AssessmentCore
import Testing

@Suite("A specification: robustness")
struct SpecificationRobustnessTests {
    private func request(_ lines: String, _ edits: [(String, String)] = []) throws -> RobustnessRequest {
        let pillars = Edit.intoTwoPillars.pieces
        let specification = try Trial.specification(
            after: [(pillars.old, pillars.new)] + edits + [("plugins: [Alpha]\n", "plugins: [Alpha]\n" + lines)])
        var request = try #require(specification.robustness)
        request.position = nil
        for index in request.dataErrors.indices { request.dataErrors[index].position = nil }
        return request
    }

    @Test("Errors of data are read with what holds where nothing is said")
    func errors() throws {
        let request = try request(
            """
            robustness:
              seed: 7
              data_error:
                - { indicators: alpha.income, relative: 0.05 }
                - { indicators: [alpha.density], sample_size: 400, at_least: 0, at_most: 100 }

            """)
        #expect(
            request
                == RobustnessRequest(
                    draws: 1000, seed: 7, sequence: .random, interval: 0.9,
                    dataErrors: [
                        DataError(leaves: ["alpha.income"], .relative(0.05)),
                        DataError(
                            leaves: ["alpha.density"], .sample(NumberTable(400), whole: 100), atLeast: 0, atMost: 100),
                    ]))
        let everywhere = try self.request("robustness: { seed: 1, data_error: [{ standard_error: { 2020: 3 } }] }\n")
        #expect(everywhere.dataErrors.first?.leaves == ["alpha.income", "alpha.density"])
        // A node above stands for the indicators below it.
        let ofPillar = try self.request("robustness: { seed: 1, data_error: [{ indicators: one, relative: 0.1 }] }\n")
        #expect(ofPillar.dataErrors.first?.leaves == ["alpha.income"])
    }

    @Test("Methods are read with their parameters, and take over the reference set of the framework")
    func methods() throws {
        let request = try request(
            """
            robustness:
              seed: 1
              draws: 50
              sequence: sobol
              interval: 0.8
              sensitivity: { base: 64 }
              methods:
                weights: { within: 0.25, below: [total] }
                normalisation: [as_given, { z_score: { mean: 10 } }]
                aggregation: { of: [as_given, geometric_mean], at: one }
                treatment: [none, [log, winsorise]]
                without: [one, alpha.density]

            """, [("framework:\n", "framework:\n  reference: period\n")])
        #expect(request.draws == 50 && request.sequence == .sobol && request.interval == 0.8)
        #expect(request.sensitivity == RobustnessRequest.Sensitivity(base: 64))
        let methods = try #require(request.methods)
        #expect(methods.weights == .within(0.25) && methods.weightsBelow == ["total"])
        #expect(methods.without == ["one", "alpha.density"])
        #expect(methods.choices.map(\.subject) == [.treatment, .normalisation, .aggregation])
        #expect(methods.choices[2].at == ["one"])
        guard case .steps(let none) = methods.choices[0].alternatives[0],
            case .steps(let two) = methods.choices[0].alternatives[1],
            case .asGiven = methods.choices[1].alternatives[0],
            case .steps(let zScore) = methods.choices[1].alternatives[1],
            case .evaluate(let choice)? = zScore.first
        else {
            Issue.record("\(methods.choices)")
            return
        }
        #expect(none.isEmpty && two.count == 2)
        #expect(choice.id == "z_score" && choice.reference == .period)
        #expect(choice.parameters == ["mean": .number(NumberTable(10))])
    }

    @Test("Weights vary by a distribution, over the simplex, or over sets")
    func weights() throws {
        func weights(_ text: String) throws -> MethodVariation.WeightVariation? {
            try request("robustness: { seed: 1, methods: { weights: { \(text) } } }\n").methods?.weights
        }
        #expect(try weights("dirichlet: 50") == .dirichlet(concentration: 50))
        #expect(try weights("simplex: true") == .simplex)
        #expect(
            try weights("sets: [{ name: experts, weights: { one: 70, two: 30 } }]")
                == .sets([MethodVariation.WeightSet("experts", ["one": 70, "two": 30])]))
    }

    private static func slip(_ title: String, _ lines: String, expected: String) -> Slip {
        Slip(title, .atEnd(lines), expected: expected)
    }

    @Test(
        "Slips are told with their places",
        arguments: [
            slip(
                "no seed", "robustness: { methods: { weights: { simplex: true } } }",
                expected:
                    "assessment.yml:16:13: the robustness lacks the key ‘seed’; expected seed: a whole number from 0 "
                    + "to 9007199254740991"),
            slip(
                "nothing varies", "robustness: { seed: 1 }",
                expected: "assessment.yml:16:13: nothing is said to vary; expected methods, for an evaluation, or "
                    + "data_error"),
            slip(
                "a method that is not there", "robustness: { seed: 1, methods: { normalisation: [z_scor] } }",
                expected: "there is no evaluator ‘z_scor’"),
            slip(
                "no reference set", "robustness: { seed: 1, methods: { normalisation: [z_score] } }",
                expected: "‘z_score’ compares with a reference set, and none is named"),
            slip(
                "a node that is not there", "robustness: { seed: 1, methods: { without: [alpha.incom] } }",
                expected: "there is no node ‘alpha.incom’ in the framework"),
            slip(
                "two ways of weights", "robustness: { seed: 1, methods: { weights: { within: 0.2, simplex: true } } }",
                expected: "weights vary in one way; expected one of within, dirichlet, simplex, sets"),
            slip(
                "an error of 0", "robustness: { seed: 1, data_error: [{ relative: 0 }] }",
                expected: "‘relative’ is 0; expected a number above 0"),
            slip(
                "two errors of one indicator",
                "robustness: { seed: 1, data_error: [{ relative: 0.1 }, { indicators: alpha.income, relative: 0.2 }] }",
                expected: "‘alpha.income’ has two errors; expected one error for each indicator"),
            slip(
                "a sensitivity without methods",
                "robustness: { seed: 1, sensitivity: { base: 64 }, data_error: [{ relative: 0.1 }] }",
                expected: "no method varies to which a spread could be laid"),
        ])
    func slips(slip: Slip) throws {
        let problems = try Trial.problems(after: slip.edits)
        #expect(problems.contains(slip.expected), "\(problems)")
    }

    @Test("The methods of a review are not uncertain")
    func review() throws {
        let problems = try Trial.problems(after: [
            ("kind: evaluation", "kind: review"), ("framework:\n", "framework:\n  round: 2\n"),
            (
                "plugins: [Alpha]\n",
                "plugins: [Alpha]\nrobustness: { seed: 1, methods: { weights: { simplex: true } } }\n"
            ),
        ])
        #expect(
            problems.contains("a review announces its weights and methods beforehand, so that they are not uncertain"),
            "\(problems)")
    }
}
