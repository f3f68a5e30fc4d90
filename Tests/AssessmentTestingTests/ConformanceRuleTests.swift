import AssessmentCore
import AssessmentTesting
import Testing

@Suite("The conformance suite")
struct ConformanceRuleTests {
    @Test("A plug-in that keeps every rule gives no finding", arguments: ConformanceRule.all)
    func sound(rule: ConformanceRule) async {
        let findings = await rule.findings(in: TrialPlugin())
        #expect(findings == [])
    }

    @Test("Rules have different ids, and say in both languages what they prove")
    func descriptions() {
        #expect(Set(ConformanceRule.all.map(\.id)).count == ConformanceRule.all.count)
        for rule in ConformanceRule.all {
            #expect(!rule.name.zh.isEmpty && !rule.name.en.isEmpty)
            #expect("\(rule)" == rule.name.en)
        }
    }

    @Test("An indicator that always throws gives findings with its message, and stops no rule")
    func throwing() async {
        let plugin = TrialPlugin.measuring { _ in throw IndicatorError("no data today") }
        var findings: [String: [String]] = [:]
        for rule in ConformanceRule.all { findings[rule.id] = await rule.findings(in: plugin).lines }
        #expect(findings["worked_examples"] == ["trial.share: in ‘1 of 4’: it stops with ‘no data today’"])
        #expect(
            findings["columns"] == [
                "trial.share: in ‘1 of 4’: it stops with ‘no data today’",
                "trial.share: in a panel grown from ‘1 of 4’: it stops with ‘no data today’",
            ])
    }

    @Test("An indicator that gives no rows at all gives findings and stops no rule")
    func empty() async {
        let plugin = TrialPlugin.measuring { _ in
            IndicatorMeasurement(column: Column(measured: []), evidence: .listed([]))
        }
        var findings: [String: [String]] = [:]
        for rule in ConformanceRule.all { findings[rule.id] = await rule.findings(in: plugin).lines }
        #expect(
            findings["columns"] == [
                "trial.share: in ‘1 of 4’: 1 rows, but 0 results",
                "trial.share: in a panel grown from ‘1 of 4’: 21 rows, but 0 results",
            ])
        #expect(findings["worked_examples"] == ["trial.share: in ‘1 of 4’: 1 rows, 0 results, 1 expected"])
    }

    @Test("A finding that two trials share is told once")
    func repeats() async {
        let rule = ConformanceRule("again", BilingualText(zh: "重复", en: "Again")) { _ in
            [Finding("a", "is wrong"), Finding("a", "is wrong")]
        }
        #expect(await rule.findings(in: TrialPlugin()).lines == ["a: is wrong"])
    }
}
