import AssessmentCore

/// A plug-in of given parts.
struct SamplePlugin: DomainPlugin {
    var id = "Sample"
    var indicators: [any Indicator] = []
    var statements: [PolicyStatement] = []
    var evaluators: [any Evaluator] = []
    var weightings: [any Weighting] = []
    var aggregations: [any Aggregation] = []

    var description: PluginDescription {
        PluginDescription(
            id: id, prefix: id.lowercased(), version: "1.0", name: BilingualText(same: id),
            summary: BilingualText(same: id))
    }
}

/// The share of a value in a target: `value / target`, or its inverse where lower is better.
struct SampleEvaluator: ClosedFormEvaluator {
    var description: MethodDescription {
        MethodDescription(
            id: "sample_share", name: BilingualText(zh: "样例计分", en: "Sample share"), summary: BilingualText(same: ""),
            source: "none",
            parameters: [Parameter("full", BilingualText(same: "full marks"), .number(), default: .number(100))])
    }
    var examples: [ColumnExample] { [] }
    var targets: TargetRequirement { .positive }

    func formula(direction: Direction, parameters: ParameterValues) -> Formula {
        switch direction {
        case .higherIsBetter: .input("full") * (.input("value") / .input("target"))
        case .lowerIsBetter: .input("full") * (.input("target") / .input("value"))
        }
    }
}

/// The weighted mean.
struct SampleMean: ClosedFormAggregation {
    var description: MethodDescription {
        MethodDescription(
            id: "sample_mean", name: BilingualText(zh: "样例平均", en: "Sample mean"), summary: BilingualText(same: ""),
            source: "none")
    }
    func formula(parameters: ParameterValues) -> Formula {
        .overChildren(.sum, .input("weight") * .input("score")) / .overChildren(.sum, .input("weight"))
    }
    var examples: [AggregationExample] { [] }
}
