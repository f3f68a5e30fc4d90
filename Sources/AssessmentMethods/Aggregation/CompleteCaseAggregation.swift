public import AssessmentCore

/// A closed form for methods that are not defined where the score of a child is missing.
///
/// Besides the children's `score`, `weight` and `direction` its formula may read `children`, the number of children,
/// and so tell whether a unit has them all.
public protocol CompleteCaseAggregation: ClosedFormAggregation {}

extension CompleteCaseAggregation {
    /// Compiles the formula for the rows of the panel.
    ///
    /// - Throws: `MethodError` where the parameters contradict each other.
    public func prepare(_ input: AggregationInput) throws -> any AggregationKernel {
        let form = ClosedForm(
            try formula(parameters: input.parameters), panel: input.panel, parameters: input.parameters,
            references: input.references)
        var inputs = form.inputs
        inputs["children"] = .number(Double(input.directions.count))
        return try FormulaAggregationKernel(
            ClosedForm(formula: form.formula, inputs: inputs, references: form.references), panel: input.panel,
            directions: input.directions)
    }
}
