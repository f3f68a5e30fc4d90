public import AssessmentCore

extension ColumnExample {
    /// The rows of the example: a unit for each value of a period, in the groups that it names.
    public var panel: Panel {
        let count = values.count / max(1, periods.count)
        let units = (0..<count).map { index in
            AssessedUnit(
                code: "\(index + 1)", name: BilingualText(same: "\(index + 1)"), level: "city",
                groups: groups.indices.contains(index) ? ["group": groups[index]] : [:])
        }
        return Panel(units: units, periods: periods.map(Period.init(year:)))
    }
}

extension ColumnMethod {
    /// What the method makes of an example, laid out like its values; nothing where there is no number.
    ///
    /// Units are compared within their groups; without groups with all units of the same period, or over all periods.
    ///
    /// - Throws: where the method refuses the parameters, or the lists of the example do not fit each other.
    public func results(
        on example: ColumnExample, comparing scope: ReferenceScope? = nil
    ) async throws -> [Double?] {
        try await ColumnExampleRun(self, example, comparing: scope).results(on: example.values)
            .map { $0.isNaN ? nil : $0 }
    }
}

extension Aggregation {
    /// The scores of the units of an example, compared with each other where the method compares units.
    ///
    /// - Throws: where the method refuses the parameters, or the lists of the example do not fit each other.
    public func results(on example: AggregationExample) throws -> [Double?] {
        let units = example.scores.indices.map {
            AssessedUnit(code: "\($0 + 1)", name: BilingualText(same: "\($0 + 1)"), level: "city")
        }
        let panel = Panel(units: units, periods: [Period(year: 2020)])
        let children = example.weights.count
        try checkShape(children: children, scores: example.scores, directions: example.directions)
        let references = ReferenceSets(
            .period, panel: panel, peerGroupOfUnit: [Int](repeating: 0, count: units.count))
        let kernel = try prepare(
            AggregationInput(
                panel: panel,
                directions: example.directions.isEmpty
                    ? [Direction](repeating: .higherIsBetter, count: children) : example.directions,
                references: needsReference ? references : nil,
                parameters: ParameterValues(example.parameters, for: description.parameters)))
        let numbers = (0..<children).flatMap { child in example.scores.map { $0[child] ?? .nan } }
        var results = [Double](repeating: 0, count: units.count)
        var scratch = [Double](repeating: 0, count: kernel.scratchCount)
        var resultSpan = results.mutableSpan
        var scratchSpan = scratch.mutableSpan
        kernel.aggregate(
            numbers.span, weights: example.weights.span, into: &resultSpan, scratch: &scratchSpan)
        return results.map { $0.isNaN ? nil : $0 }
    }
}

extension Weighting {
    /// The weights of an example as shares of their sum.
    ///
    /// - Parameter others: the weightings that a combination may name.
    /// - Throws: where the method refuses the parameters or the scores, or the lists of the example do not fit each
    ///   other.
    public func results(on example: WeightingExample, others: [any Weighting] = []) throws -> [Double] {
        try checkShape(children: example.children.count, scores: example.scores, directions: example.directions)
        if !example.given.isEmpty, example.given.count != example.children.count {
            throw MethodError("\(example.children.count) children, but \(example.given.count) given weights")
        }
        let scores = example.children.indices.map { child in example.scores.map { $0[child] ?? .nan } }
        @Sendable func input(_ method: any Weighting, _ parameters: [String: ParameterValue]) -> WeightingInput {
            WeightingInput(
                children: example.children, given: example.given, directions: example.directions, scores: scores,
                parameters: ParameterValues(parameters, for: method.description.parameters),
                weights: { choice in
                    guard let other = others.first(where: { $0.description.id == choice.id }) else {
                        throw MethodError("the weighting ‘\(choice.id)’ is not known here")
                    }
                    return try other.weights(input(other, choice.parameters))
                })
        }
        return try weights(input(self, example.parameters)).shares
    }
}

/// Refuses scores and directions of another number than the children.
private func checkShape(children: Int, scores: [[Double?]], directions: [Direction]) throws {
    if let row = scores.first(where: { $0.count != children }) {
        throw MethodError("\(children) children, but \(row.count) scores of a unit")
    }
    if !directions.isEmpty, directions.count != children {
        throw MethodError("\(children) children, but \(directions.count) directions")
    }
}
