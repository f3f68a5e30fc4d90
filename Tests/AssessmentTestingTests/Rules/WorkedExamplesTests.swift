import AssessmentCore
import AssessmentTesting
import Testing

@Suite("Worked examples that do not hold")
struct WorkedExamplesTests {
    private func findings(_ examples: [IndicatorExample]) async -> [String] {
        await ConformanceRule.workedExamples.findings(
            in: TrialPlugin(indicators: [TrialPlugin.share(TrialPlugin.description(examples: examples))])
        ).lines
    }

    @Test("An example of an indicator that does not hold is told with what came out")
    func indicators() async {
        let title = BilingualText(zh: "算例", en: "case")
        #expect(await findings([]) == ["trial.share: has no worked example"])
        #expect(
            await findings([IndicatorExample(title, [TrialPlugin.part: 1, TrialPlugin.whole: 4], gives: 26)])
                == ["trial.share: in ‘case’, 340100 2020: expected 26.0, measured 25.0"])
        let cases: [([Double?], [IndicatorExample.Expectation], String)] = [
            ([1], [.absent(.zeroDenominator)], ", 340100 2020: expected zero_denominator, measured 25.0"),
            ([nil], [.value(25)], ", 340100 2020: expected 25.0, measured not_submitted"),
            ([1], [], ": 1 rows, 1 results, 0 expected"),
            ([1, 2], [.value(25)], ": 1 rows, but 2 values of ‘part’"),
        ]
        for (parts, expected, text) in cases {
            let example = IndicatorExample(title, variables: ["part": parts, "whole": [4]], expected: expected)
            #expect(await findings([example]) == ["trial.share: in ‘case’\(text)"])
        }
    }

    @Test("An example of a method that does not hold is told, and lists that do not fit each other stop nothing")
    func methods() async {
        let cases = [
            (TrialEvaluator.example(expected: [1, 3, nil]), ", number 2: expected 3.0, got 2.0"),
            (TrialEvaluator.example(expected: [1, 2, 3]), ", number 3: expected 3.0, got no value"),
            (TrialEvaluator.example(expected: []), ": 3 results, 0 expected"),
            (TrialEvaluator.example(targets: [1]), ": 3 values, but 1 targets"),
        ]
        for (example, text) in cases {
            let plugin = TrialPlugin(evaluators: [TrialEvaluator(examples: [example])])
            #expect(
                await ConformanceRule.workedExamples.findings(in: plugin).lines
                    == ["trial_score: in ‘three units’\(text)"])
        }
        let short = AggregationExample(
            BilingualText(zh: "缺一项", en: "one short"), scores: [1], weights: [1, 1], expected: 1)
        #expect(
            await ConformanceRule.workedExamples.findings(
                in: TrialPlugin(aggregations: [TrialAggregation(examples: [short]), TrialAggregation(examples: [])])
            ).lines == [
                "trial_first: in ‘one short’: 2 children, but 1 scores of a unit", "trial_first: has no worked example",
            ])
    }
}
