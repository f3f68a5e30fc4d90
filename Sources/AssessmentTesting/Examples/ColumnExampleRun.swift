internal import AssessmentCore

/// A column method prepared for one of its examples, to be run on the example's values and on others.
struct ColumnExampleRun {
    let example: ColumnExample
    private let kernel: any ColumnKernel
    private let rowCount: Int

    /// Prepares the method.
    ///
    /// - Throws: where the method refuses the parameters, or the lists of the example do not fit each other.
    init(_ method: some ColumnMethod, _ example: ColumnExample, comparing scope: ReferenceScope? = nil) async throws {
        try example.checkShape()
        let panel = example.panel
        let usual = example.groups.isEmpty ? ReferenceScope.period : ReferenceScope(.group("group"), .same)
        let references = ReferenceSets(
            scope ?? usual, panel: panel, peerGroupOfUnit: [Int](repeating: 0, count: panel.units.count))
        self.example = example
        rowCount = panel.rowCount
        kernel = try await method.prepare(
            ColumnInput(
                panel: panel, direction: example.direction, targets: example.targets,
                references: method.needsReference ? references : nil,
                companions: example.companions.map { _ in .higherIsBetter },
                parameters: ParameterValues(example.parameters, for: method.description.parameters)))
    }

    /// What the method makes of values, which stand in place of the example's; NaN where there is no number.
    func results(on values: [Double?]) throws -> [Double] {
        let numbers = (values + example.companions.flatMap(\.self)).map { $0 ?? .nan }
        var results = [Double](repeating: .nan, count: rowCount)
        var scratch = [Double](repeating: 0, count: kernel.scratchCount)
        var resultSpan = results.mutableSpan
        var scratchSpan = scratch.mutableSpan
        try kernel.evaluate(numbers.span, into: &resultSpan, scratch: &scratchSpan)
        return results
    }
}

extension ColumnExample {
    /// Refuses lists of lengths that do not fit each other, before a kernel reads past their ends.
    fileprivate func checkShape() throws {
        guard Set(periods).count == periods.count, periods == periods.sorted(), !periods.isEmpty else {
            throw MethodError("the periods must be different years in rising order")
        }
        guard values.count.isMultiple(of: periods.count) else {
            throw MethodError("\(values.count) values do not spread over \(periods.count) periods")
        }
        if let targets, targets.count != values.count {
            throw MethodError("\(values.count) values, but \(targets.count) targets")
        }
        if let other = companions.first(where: { $0.count != values.count }) {
            throw MethodError("\(values.count) values, but \(other.count) of a companion")
        }
    }
}
