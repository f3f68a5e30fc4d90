import AssessmentCore
import AssessmentTesting
import Testing

@Suite("Rules of what is written down")
struct DescriptionRulesTests {
    private func findings(_ rule: ConformanceRule, _ descriptions: IndicatorDescription...) async -> [String] {
        await rule.findings(in: TrialPlugin(indicators: descriptions.map { TrialPlugin.share($0) })).lines
    }

    @Test("A text that lacks a language, or stands in the other, is told")
    func texts() async {
        let cases = [
            (BilingualText(zh: "占比", en: " "), "is not written in both languages"),
            (BilingualText(zh: "占比", en: "Share 占比"), "has Chinese characters in its English: ‘Share 占比’"),
            (BilingualText(zh: "share", en: "Share"), "has no Chinese character in its Chinese: ‘share’"),
        ]
        for (name, fault) in cases {
            #expect(
                await findings(.completeTexts, TrialPlugin.description(name: name)) == [
                    "trial.share: its name \(fault)"
                ])
        }
        // A symbol reads the same in both.
        #expect(await findings(.completeTexts, TrialPlugin.description(name: BilingualText(same: "PUE"))) == [])
    }

    @Test("Texts of variables, registers, statements and methods are read too")
    func furtherTexts() async {
        let nothing = BilingualText(zh: "无", en: "")
        let variable = Variable(
            id: "whole", name: BilingualText(zh: "数", en: "whole"), definition: nothing, unitOfMeasure: .count,
            reportedBy: BilingualText(zh: "局", en: "bureau"))
        let register = RegisterDescription(
            id: "list", name: BilingualText(zh: "名录", en: "List"), definition: BilingualText(zh: "名录", en: "List"),
            fields: [RegisterDescription.Field(id: "kind", name: nothing)],
            keptBy: BilingualText(zh: "局", en: "bureau"))
        #expect(
            await findings(
                .completeTexts, TrialPlugin.description(variables: [TrialPlugin.part, variable], registers: [register]))
                == [
                    "trial.share: the definition of whole is not written in both languages",
                    "trial.share: the name of list.kind is not written in both languages",
                ])
        let plugin = TrialPlugin(
            statements: [PolicyStatement(id: "T1", clause: "一", kind: .service, text: nothing)],
            evaluators: [TrialEvaluator(parameter: Parameter("step", nothing, .number()))])
        #expect(
            await ConformanceRule.completeTexts.findings(in: plugin).lines == [
                "T1: its text is not written in both languages",
                "trial_score: the summary of the parameter step is not written in both languages",
            ])
    }

    @Test("Ids that cannot be written, or that two things share, are told")
    func identifiers() async {
        let cases = [
            (TrialPlugin.description(id: "other.share"), "other.share: does not begin with ‘trial.’"),
            (
                TrialPlugin.description(id: "trial.Share"),
                "trial.Share: is not a lower_case identifier behind its prefix"
            ),
            (TrialPlugin.description(variables: []), "trial.share: reads neither a variable nor a register"),
            (
                TrialPlugin.description(variables: [TrialPlugin.variable("Part")]),
                "trial.share: reads ‘Part’, which is not a lower_case identifier"
            ),
            (
                TrialPlugin.description(variables: [TrialPlugin.part, TrialPlugin.part]),
                "trial.share: declares ‘part’ twice among its variables, registers and parameters"
            ),
        ]
        for (description, finding) in cases { #expect(await findings(.identifiers, description) == [finding]) }
        #expect(
            await findings(.identifiers, TrialPlugin.description(), TrialPlugin.description())
                == ["trial.share: is listed twice"])
    }

    @Test("A method needs an id of lower case, once in its kind, and a source")
    func methods() async {
        let plugin = TrialPlugin(evaluators: [
            TrialEvaluator(id: "Score"), TrialEvaluator(source: ""), TrialEvaluator(),
        ])
        #expect(
            await ConformanceRule.identifiers.findings(in: plugin).lines == [
                "Score: is not a lower_case identifier", "trial_score: names no source",
                "evaluator trial_score: is listed twice",
            ])
    }

    @Test("A statement that nobody measures, and one that is not there, are told")
    func statements() async {
        #expect(
            await findings(.statements, TrialPlugin.description(statements: ["T2"])) == [
                "trial.share: measures ‘T2’, which the plug-in does not list", "statement T1: no indicator measures it",
            ])
    }
}

@Suite("Conformance: declared checks")
struct DeclaredChecksTests {
    @Test("A check must begin with the prefix, read what is declared, be written in both languages and be possible")
    func slips() async {
        var plugin = TrialPlugin()
        let name = BilingualText(zh: "数", en: "Count")
        plugin.checks = [
            .part(TrialPlugin.part, of: TrialPlugin.whole, "trial"),
            DataCheck(id: "other.part", name: name, .range("part", atLeast: 5, atMost: 1)),
            DataCheck(id: "trial.whole", name: BilingualText(zh: "数", en: ""), .wholeNumber("wholes")),
            .part(TrialPlugin.part, of: TrialPlugin.whole, "trial"),
        ]
        let findings = await ConformanceRule.declaredChecks.findings(in: plugin)
        #expect(
            findings.map(\.description) == [
                "other.part: its id does not begin with ‘trial.’", "other.part: its bounds leave no value",
                "trial.whole: is not written in both languages",
                "trial.whole: reads ‘wholes’, which no indicator of the plug-in declares",
                "trial.part_part: is declared twice",
            ])
    }
}
