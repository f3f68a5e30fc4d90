/// An evaluator whose score is a formula of `value`, `target`, its numeric parameters and statistics of the reference
/// set.
public protocol ClosedFormEvaluator: Evaluator {
    /// The formula for a direction and parameters.
    ///
    /// - Throws: ``MethodError`` where the parameters contradict each other.
    func formula(direction: Direction, parameters: ParameterValues) throws -> Formula

    /// Refuses parameters that contradict each other in a row of the panel; they may be tables.
    ///
    /// - Throws: ``MethodError`` that names the row.
    func check(_ parameters: ParameterValues, panel: Panel) throws
}

extension ClosedFormEvaluator {
    /// Nothing to refuse, unless a method says otherwise.
    public func check(_ parameters: ParameterValues, panel: Panel) {}

    /// Compiles the formula for the rows of the panel.
    public func prepare(_ input: ColumnInput) throws -> any ColumnKernel {
        try check(input.parameters, panel: input.panel)
        return try FormulaKernel(
            ClosedForm(
                try formula(direction: input.direction, parameters: input.parameters), panel: input.panel,
                parameters: input.parameters, targets: input.targets, references: input.references),
            panel: input.panel)
    }
}

/// A treatment whose result is a formula of `value`, its numeric parameters and statistics of the reference set.
public protocol ClosedFormTreatment: Treatment {
    /// The formula for a direction and parameters.
    ///
    /// - Throws: ``MethodError`` where the parameters contradict each other.
    func formula(direction: Direction, parameters: ParameterValues) throws -> Formula
}

extension ClosedFormTreatment {
    /// Compiles the formula for the rows of the panel.
    public func prepare(_ input: ColumnInput) throws -> any ColumnKernel {
        try FormulaKernel(
            ClosedForm(
                try formula(direction: input.direction, parameters: input.parameters), panel: input.panel,
                parameters: input.parameters, references: input.references),
            panel: input.panel)
    }
}

/// The kernel of a closed form over one column.
public struct FormulaKernel: ColumnKernel {
    private let program: FormulaProgram
    private let form: ClosedForm

    /// Compiles a closed form for a panel.
    ///
    /// - Throws: ``FormulaProgram/CompilationError``.
    public init(_ form: ClosedForm, panel: Panel) throws {
        self.form = form
        program = try FormulaProgram(
            form.formula, inputs: form.inputs, shape: FormulaProgram.Shape(panel, references: form.references))
    }

    /// The number of doubles that it needs as scratch.
    public var scratchCount: Int { program.scratchCount }
    /// The formula and its inputs.
    public var closedForm: ClosedForm? { form }

    /// Works on every row; NaN on the way in and out where there is no number.
    public func evaluate(
        _ values: Span<Double>, into results: inout MutableSpan<Double>, scratch: inout MutableSpan<Double>
    ) {
        let none: [Double] = []
        program.evaluate(live: values, weights: none.span, into: &results, scratch: &scratch)
    }
}
