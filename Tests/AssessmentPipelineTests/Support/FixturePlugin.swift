import AssessmentCore

/// A domain of the variables `a` to `d`, each an indicator as it is, and a few that a test needs beside them.
struct FixturePlugin: DomainPlugin {
    /// How a test makes an indicator fail.
    struct Refusing: Indicator {
        var description: IndicatorDescription {
            FixturePlugin.describe("fix.refusing", [FixturePlugin.variable("a")])
        }

        func measure(_ data: MeasurementData) throws -> IndicatorMeasurement {
            throw IndicatorError("the list of 2019 is not the one of 2020")
        }
    }

    /// An indicator that takes a unit out of itself by a reason that is not its own to give.
    struct Leaving: Indicator {
        var description: IndicatorDescription {
            FixturePlugin.describe("fix.leaving", [FixturePlugin.variable("a")])
        }

        func measure(_ data: MeasurementData) -> IndicatorMeasurement {
            IndicatorMeasurement(
                column: Column(count: data.panel.rowCount, absent: .leftFramework), evidence: .variables([]))
        }
    }

    static func variable(_ id: String, carrying: Variable.Carrying = .sum) -> Variable {
        Variable(
            id: id, name: BilingualText(same: id), definition: BilingualText(same: id), unitOfMeasure: .count,
            carrying: carrying, reportedBy: BilingualText(same: "reporter"))
    }

    static func describe(
        _ id: String, _ variables: [Variable], registers: [RegisterDescription] = [], statements: [String] = []
    ) -> IndicatorDescription {
        IndicatorDescription(
            id: id, name: BilingualText(same: id), definition: BilingualText(same: id),
            rationale: BilingualText(same: id), unitOfMeasure: .count, statements: statements, variables: variables,
            registers: registers, examples: [])
    }

    static let register = RegisterDescription(
        id: "parks", name: BilingualText(same: "parks"), definition: BilingualText(same: "parks"),
        keptBy: BilingualText(same: "keeper"))

    var description: PluginDescription {
        PluginDescription(
            id: "Fixture", prefix: "fix", version: "1", name: BilingualText(same: "Fixture"),
            summary: BilingualText(same: "Fixture"))
    }

    var indicators: [any Indicator] {
        let plain: [any Indicator] = ["a", "b", "c", "d"].map { id in
            let variable = Self.variable(id)
            return FormulaIndicator(
                Self.describe("fix.\(id)", [variable], statements: ["S\(id)"]), formula: .variable(variable))
        }
        let rate = Self.variable("rate", carrying: .missing)
        let (a, b) = (Self.variable("a"), Self.variable("b"))
        return plain + [
            FormulaIndicator(Self.describe("fix.rate", [rate]), formula: .variable(rate)),
            FormulaIndicator(Self.describe("fix.share", [a, b], statements: ["Sshare"]), formula: .share(a, of: b)),
            FormulaIndicator(Self.describe("fix.growth", [a]), formula: .growth(a)),
            RegisterIndicator(Self.describe("fix.parks", [], registers: [Self.register], statements: ["Sparks"])),
            Refusing(), Leaving(),
        ]
    }

    var statements: [PolicyStatement] {
        ["Sa", "Sb", "Sc", "Sd", "Sshare", "Sparks", "Snone"].map {
            PolicyStatement(id: $0, clause: "", kind: .service, text: BilingualText(same: $0))
        }
    }

    var evaluators: [any Evaluator] { [AsItIs()] }
}

/// The value itself is the score.
struct AsItIs: ClosedFormEvaluator {
    var description: MethodDescription {
        MethodDescription(
            id: "as_it_is", name: BilingualText(same: "as it is"), summary: BilingualText(same: ""), source: "none")
    }
    var examples: [ColumnExample] { [] }

    func formula(direction: Direction, parameters: ParameterValues) -> Formula { .input("value") }
}
