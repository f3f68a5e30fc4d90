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
}

extension ClosedFormEvaluator {
    /// Compiles the formula for the rows of the panel.
    public func prepare(_ input: EvaluationInput) throws -> any EvaluationKernel {
        try check(input.parameters, panel: input.panel)
        let formula = try formula(direction: input.direction, parameters: input.parameters)
        var inputs: [String: FormulaInput] = ["value": .live]
        if let targets = input.targets { inputs["target"] = .column(targets) }
        for name in input.parameters.names {
            guard let table = input.parameters.numberTable(name) else { continue }
            inputs[name] = table.single.map { .number($0) } ?? .column(table.numbers(for: input.panel))
        }
        return try FormulaKernel(
            ClosedForm(formula: formula, inputs: inputs, references: input.references), panel: input.panel)
    }
}

/// The kernel of a closed form.
public struct FormulaKernel: EvaluationKernel {
    private let program: FormulaProgram
    private let form: ClosedForm

    /// Compiles a closed form for a panel.
    ///
    /// - Throws: ``FormulaProgram/CompilationError``.
    public init(_ form: ClosedForm, panel: Panel) throws {
        self.form = form
        program = try FormulaProgram(
            form.formula, inputs: form.inputs,
            shape: FormulaProgram.Shape(
                panel, references: form.references))
    }

    /// The number of doubles that it needs as scratch.
    public var scratchCount: Int { program.scratchCount }
    /// The formula and its inputs.
    public var closedForm: ClosedForm? { form }

    /// Scores every row; NaN on the way in and out where there is no number.
    public func evaluate(
        _ values: Span<Double>, into scores: inout MutableSpan<Double>, scratch: inout MutableSpan<Double>
    ) {
        let none: [Double] = []
        program.evaluate(live: values, weights: none.span, into: &scores, scratch: &scratch)
    }
}
