import AssessmentCore
import AssessmentTesting
import Testing

@Suite("Quantities that do not fit each other")
struct UnitsOfMeasureTests {
    private let persons = TrialPlugin.variable("persons", .persons)
    private let tenThousand = TrialPlugin.variable("ten_thousand", .tenThousandPersons)
    private let yuan = TrialPlugin.variable("yuan", .yuan)
    private let output = TrialPlugin.variable("output", .hundredMillionYuan)
    private let share = TrialPlugin.variable("share", .percent)

    private func findings(_ formula: Formula, in unit: UnitOfMeasure = .index) async -> [String] {
        let description = TrialPlugin.description(
            unitOfMeasure: unit, variables: [persons, tenThousand, yuan, output, share])
        let plugin = TrialPlugin(indicators: [FormulaIndicator(description, formula: formula)])
        return await ConformanceRule.unitsOfMeasure.findings(in: plugin).lines
    }

    @Test("Sums, differences, comparisons and choices of unlike quantities are told")
    func unlike() async {
        let (a, b) = (Formula.variable(persons), Formula.variable(yuan))
        let cases: [(Formula, String)] = [
            (a + b, "adds persons and CNY in ‘persons + yuan’"),
            (a - b, "takes the difference of persons and CNY in ‘persons - yuan’"),
            (.apply(.less, [a, b]), "compares persons and CNY in ‘persons < yuan’"),
            (.apply(.minimum, [a, b]), "compares persons and CNY in ‘min(persons, yuan)’"),
            (.apply(.choose, [1, a, b]), "chooses between persons and CNY in ‘if(1, persons, yuan)’"),
            (
                a + .variable(tenThousand), "adds persons and 10,000 persons in ‘persons + ten_thousand’"
            ),
            (
                b / a + .variable(share),
                "adds CNY / persons and a number without dimension in ‘yuan / persons + share’"
            ),
        ]
        for (formula, text) in cases { #expect(await findings(formula) == ["trial.share: its formula \(text)"]) }
    }

    @Test("Per cent is free of dimension, and an amount is called what it is")
    func results() async {
        #expect(
            await findings(.share(yuan, of: persons), in: .percent)
                == ["trial.share: its results are per cent, but its formula gives CNY / persons"])
        #expect(
            await findings(.share(persons, of: tenThousand), in: .percent)
                == ["trial.share: its results are per cent, but its formula gives persons / 10,000 persons"])
        #expect(
            await findings(.variable(output), in: .yuan)
                == ["trial.share: its results are CNY, but its formula gives CNY 100m"])
    }

    @Test("What fits is passed: shares, rates, growth, thresholds, scales and conversions")
    func like() async {
        let (a, b) = (Formula.variable(persons), Formula.variable(tenThousand))
        let fitting: [(Formula, UnitOfMeasure)] = [
            (.growth(yuan), .percent), (.share(persons, of: persons), .percent),
            (.rate(output, per: 10_000, of: tenThousand), .index), (.clip(a, from: 0, to: 100), .persons),
            (.apply(.choose, [.apply(.less, [1000, a]), a, 0]), .persons), (a + 10_000 * b, .persons),
            (100 * (a / (10_000 * b)), .percent), (100_000_000 * .variable(output), .yuan),
            (0.5 * .variable(share) + 0.5 * (a / a), .percent), (a * .input("factor"), .percent),
            (.balance([a / a, .variable(share)]), .percent), (.apply(.power, [a / a, 2]), .percent),
        ]
        for (formula, unit) in fitting {
            #expect(await findings(formula, in: unit) == [], "\(formula.text)")
        }
    }

    @Test("One id with two definitions, and decimals that nobody can read, are told")
    func definitions() async {
        let other = TrialPlugin.variable("part", UnitOfMeasure(BilingualText(zh: "户", en: "households"), decimals: 12))
        let plugin = TrialPlugin(indicators: [
            TrialPlugin.share(), TrialPlugin.share(TrialPlugin.description(variables: [other])),
        ])
        #expect(
            await ConformanceRule.unitsOfMeasure.findings(in: plugin).lines == [
                "part: is shown with 12 decimals; expected 0 to 10", "part: is defined in two different ways",
            ])
    }
}
