internal import AssessmentCore

/// What a method of any kind says of itself.
struct DescribedMethod {
    /// What the ids of the kind are unique among, such as `evaluator`.
    let kind: String
    let description: MethodDescription
    let exampleTitles: [BilingualText]
}

extension MethodProvider {
    /// The methods and exporters that it brings.
    var describedMethods: [DescribedMethod] {
        func columns(_ kind: String, _ methods: [any ColumnMethod]) -> [DescribedMethod] {
            methods.map {
                DescribedMethod(kind: kind, description: $0.description, exampleTitles: $0.examples.map(\.title))
            }
        }
        return columns("evaluator", evaluators) + columns("treatment", treatments) + columns("imputation", imputations)
            + weightings.map {
                DescribedMethod(kind: "weighting", description: $0.description, exampleTitles: $0.examples.map(\.title))
            }
            + aggregations.map {
                DescribedMethod(
                    kind: "aggregation", description: $0.description, exampleTitles: $0.examples.map(\.title))
            }
            + exporters.map { DescribedMethod(kind: "exporter", description: $0.description, exampleTitles: []) }
    }
}
