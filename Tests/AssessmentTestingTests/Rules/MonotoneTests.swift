import AssessmentCore
import AssessmentTesting
import Testing

@Suite("Better values that score less")
struct MonotoneTests {
    private func findings(_ evaluator: TrialEvaluator) async -> [String] {
        await ConformanceRule.monotone.findings(in: TrialPlugin(evaluators: [evaluator])).lines
    }

    @Test("A score that falls as the value becomes better is told with the step, in either direction")
    func falling() async {
        let example = TrialEvaluator.example([0, 1])
        #expect(
            await findings(TrialEvaluator(score: { -$0 }, examples: [example])) == [
                "trial_score: in ‘three units’, number 1: as the value goes from -2.0 to -1.0, "
                    + "the score goes from 2.0 to 1.0"
            ])
        let cost = TrialEvaluator.example([0, 1], direction: .lowerIsBetter)
        #expect(
            await findings(TrialEvaluator(examples: [cost])) == [
                "trial_score: in ‘three units’, number 1: as the value goes from -2.0 to -1.0, "
                    + "the score goes from -2.0 to -1.0"
            ])
        #expect(await findings(TrialEvaluator(score: { -$0 }, examples: [cost])) == [])
    }

    @Test("A method that keeps the direction rises with its values, whichever way is better")
    func direction() async {
        let cost = TrialEvaluator.example([0, 1], direction: .lowerIsBetter)
        #expect(await findings(TrialEvaluator(keepsDirection: true, examples: [cost])) == [])
        #expect(await findings(TrialEvaluator(keepsDirection: true, score: { -$0 }, examples: [cost])).count == 1)
    }

    @Test("A fall just past a target is found")
    func target() async {
        let example = TrialEvaluator.example([1, 2], targets: [50, 50])
        let findings = await findings(TrialEvaluator(score: { $0 > 50 ? 0 : $0 }, examples: [example]))
        #expect(findings.count == 1)
        #expect(findings.first?.contains("the value goes from 50.0 to") == true)
    }

    @Test("A method that says that it is not monotone is taken at its word, but must give numbers")
    func declared() async {
        #expect(await findings(TrialEvaluator(isMonotone: false, score: { -abs($0 - 1) })) == [])
        #expect(
            await findings(TrialEvaluator(isMonotone: false, score: { $0 > 2 ? .infinity : $0 })).first?
                .contains("scores inf, which is no number") == true)
    }

    @Test("No score at all is neither more nor less")
    func absence() async {
        #expect(await findings(TrialEvaluator(score: { $0 > 1 ? .nan : $0 })) == [])
    }
}
