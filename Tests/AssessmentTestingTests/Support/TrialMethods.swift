import AssessmentCore

/// An evaluator whose scores are a function of the value alone.
struct TrialEvaluator: Evaluator {
    var id = "trial_score"
    var source = "the trial"
    var parameter: Parameter?
    var keepsDirection = false
    var isMonotone = true
    var score: @Sendable (Double) -> Double = { $0 }
    var examples = [TrialEvaluator.example()]

    static func example(
        _ values: [Double?] = [1, 2, nil], direction: Direction = .higherIsBetter, targets: [Double]? = nil,
        expected: [Double?] = [1, 2, nil]
    ) -> ColumnExample {
        ColumnExample(
            BilingualText(zh: "三个单位", en: "three units"), direction: direction, values: values, targets: targets,
            expected: expected)
    }

    var description: MethodDescription {
        MethodDescription(
            id: id, name: BilingualText(zh: "试验评分", en: "Trial score"),
            summary: BilingualText(zh: "原值", en: "As it is"),
            source: source, parameters: parameter.map { [$0] } ?? [])
    }

    func isMonotone(with parameters: ParameterValues) -> Bool { isMonotone }

    func prepare(_ input: ColumnInput) -> any ColumnKernel {
        let score = score
        return ArrayKernel(rowCount: input.panel.rowCount) { $0.map(score) }
    }
}

/// An aggregation that takes the first child.
struct TrialAggregation: Aggregation {
    let examples: [AggregationExample]
    let description = MethodDescription(
        id: "trial_first", name: BilingualText(zh: "首项", en: "First"),
        summary: BilingualText(zh: "取首项", en: "The first child"), source: "the trial")

    func prepare(_ input: AggregationInput) -> any AggregationKernel {
        SetAggregationKernel(input) { scores, _ in scores.map { $0[0] } }
    }
}
