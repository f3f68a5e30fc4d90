internal import AssessmentCore

/// The kernel of a closed form that also says something about its work.
struct RemarkingFormulaKernel: ColumnKernel {
    private let kernel: FormulaKernel
    private let remark: @Sendable ([Double], [Double]) -> ColumnRemarks

    /// Compiles a closed form for a panel.
    ///
    /// - Parameter remark: what is to be said about values and their results.
    /// - Throws: `FormulaProgram.CompilationError`.
    init(
        _ form: ClosedForm, panel: Panel, remark: @escaping @Sendable ([Double], [Double]) -> ColumnRemarks
    ) throws {
        kernel = try FormulaKernel(form, panel: panel)
        self.remark = remark
    }

    var scratchCount: Int { kernel.scratchCount }
    var closedForm: ClosedForm? { kernel.closedForm }

    func evaluate(
        _ values: Span<Double>, into results: inout MutableSpan<Double>, scratch: inout MutableSpan<Double>
    ) {
        kernel.evaluate(values, into: &results, scratch: &scratch)
    }

    func remarks(on values: [Double], results: [Double]) -> ColumnRemarks { remark(values, results) }
}
