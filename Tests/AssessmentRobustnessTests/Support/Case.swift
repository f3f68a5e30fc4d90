import AssessmentCore
import AssessmentMethods
import AssessmentPipeline
import AssessmentRobustness

/// A small assessment with values made from a seed.
struct Case {
    var kind = Specification.Kind.evaluation
    var framework: FrameworkNode
    /// The values of each variable, one a unit; nothing where there is none.
    var values: [String: [Double?]]

    /// Six indicators in two pillars over twenty units, normalised by their ranges.
    static func six(missing: Bool = false, then: [Step] = [.rank(tolerance: 0)]) -> Case {
        var generator = SplitMix64(seed: 11)
        let names = ["a", "b", "c", "d", "e", "f"]
        var values: [String: [Double?]] = [:]
        for name in names {
            values[name] = (0..<20).map { unit in
                missing && unit == 4 && name == "b" ? nil : Double.random(in: 1...100, using: &generator)
            }
        }
        return Case(
            framework: .group(
                "root",
                [
                    .group("p", names.prefix(3).map { .leaf($0) }, weight: 2),
                    .group("q", names.suffix(3).map { .leaf($0) }, weight: 1),
                ], then: then), values: values)
    }

    private static let origin = Origin(file: "data.csv", row: 2, column: "value")

    var units: [AssessedUnit] {
        let count = values.values.map(\.count).max() ?? 0
        return (0..<count).map {
            AssessedUnit(code: "u\($0)", name: BilingualText(same: "Unit \($0)"), level: "city", validity: Validity())
        }
    }

    var specification: Specification {
        Specification(
            id: "case", kind: kind, title: BilingualText(same: "case"), period: Period(year: 2020),
            units: UnitSelection(file: "units.csv", levels: ["city"], inForceOn: nil), plugins: ["Case"],
            framework: framework)
    }

    var catalogue: Catalogue {
        get throws { try Catalogue(plugins: [CasePlugin()], providers: [StandardMethods()]) }
    }

    var data: CollectedData {
        let units = units
        return CollectedData(
            units: UnitTable(units),
            observations: values.sorted { $0.key < $1.key }.flatMap { name, numbers in
                zip(units, numbers).compactMap { unit, number in
                    number.map {
                        Observation(
                            variable: name, unit: unit.code, period: Period(year: 2020), value: $0, origin: Case.origin)
                    }
                }
            })
    }

    func measured() async throws -> MeasuredAssessment {
        try await Pipeline(specification, catalogue: catalogue).measure(data)
    }

    /// The single run.
    func complete() async throws -> CompletedAssessment {
        try await Pipeline(specification, catalogue: catalogue).run(
            data, manifest: Manifest(workbench: "0", platform: "p", plugins: [:], inputs: []))
    }

    func probe(threads: Int = 1) async throws -> Probe {
        Probe(specification, catalogue: try catalogue, measured: try await measured(), threads: threads)
    }
}

extension FrameworkNode {
    static func leaf(
        _ id: String, measuring variable: String? = nil, weight: Double = 1,
        evaluate: MethodChoice = MethodChoice("min_max", reference: .allRows)
    ) -> FrameworkNode {
        FrameworkNode(
            id: id, name: BilingualText(same: id), role: .weighted(weight),
            measure: IndicatorUse("case.\(variable ?? id)"),
            steps: [.measure, .evaluate(evaluate), .missing(MissingRule(otherwise: .renormalise))])
    }

    static func group(
        _ id: String, _ children: [FrameworkNode], weight: Double = 1, then: [Step] = []
    ) -> FrameworkNode {
        FrameworkNode(
            id: id, name: BilingualText(same: id), role: .weighted(weight),
            steps: [.aggregate(MethodChoice("arithmetic_mean"), weighting: MethodChoice("given"))] + then,
            children: children)
    }
}

/// The variables `a` to `f`, each an indicator as it is, and an evaluator that says that it is the work of a process.
struct CasePlugin: DomainPlugin {
    var description: PluginDescription {
        PluginDescription(
            id: "Case", prefix: "case", version: "1", name: BilingualText(same: "Case"),
            summary: BilingualText(same: "Case"))
    }

    var statements: [PolicyStatement] { [] }

    var indicators: [any Indicator] {
        ["a", "b", "c", "d", "e", "f"].map { id in
            let variable = Variable(
                id: id, name: BilingualText(same: id), definition: BilingualText(same: id), unitOfMeasure: .count,
                carrying: .sum, reportedBy: BilingualText(same: "reporter"))
            return FormulaIndicator(
                IndicatorDescription(
                    id: "case.\(id)", name: BilingualText(same: id), definition: BilingualText(same: id),
                    rationale: BilingualText(same: id), unitOfMeasure: .count, statements: [], variables: [variable],
                    registers: [], examples: []), formula: .variable(variable))
        }
    }

    var evaluators: [any Evaluator] { [Apart()] }
}

/// The value itself, by a method that counts as a process.
struct Apart: ClosedFormEvaluator {
    var description: MethodDescription {
        MethodDescription(
            id: "apart", name: BilingualText(same: "apart"), summary: BilingualText(same: ""), source: "none")
    }
    var examples: [ColumnExample] { [] }
    var runsApart: Bool { true }

    func formula(direction: Direction, parameters: ParameterValues) -> Formula { .input("value") }
}
