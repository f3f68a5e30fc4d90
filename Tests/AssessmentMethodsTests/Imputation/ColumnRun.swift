import AssessmentCore

/// The work of a method over a column, with what it says about it.
struct ColumnRun {
    /// One result a row; nothing where there is no number.
    let results: [Double?]
    /// What is said.
    let remarks: ColumnRemarks

    /// Runs a method on a panel.
    init(
        _ method: any ColumnMethod, panel: Panel, values: [Double?], direction: Direction = .higherIsBetter,
        companions: [(values: [Double?], direction: Direction)] = [], scope: ReferenceScope? = .period,
        parameters: [String: ParameterValue] = [:]
    ) async throws {
        let references = scope.map {
            ReferenceSets($0, panel: panel, peerGroupOfUnit: [Int](repeating: 0, count: panel.units.count))
        }
        let kernel = try await method.prepare(
            ColumnInput(
                panel: panel, direction: direction, references: references, companions: companions.map(\.direction),
                parameters: ParameterValues(parameters, for: method.description.parameters)))
        let numbers = (values + companions.flatMap(\.values)).map { $0 ?? .nan }
        var results = [Double](repeating: 0, count: panel.rowCount)
        var scratch = [Double](repeating: 0, count: kernel.scratchCount)
        var resultSpan = results.mutableSpan
        var scratchSpan = scratch.mutableSpan
        try kernel.evaluate(numbers.span, into: &resultSpan, scratch: &scratchSpan)
        remarks = kernel.remarks(on: numbers, results: results)
        self.results = results.map { $0.isNaN ? nil : $0 }
    }
}

extension Panel {
    /// The panel of some units in some years; each unit with its group.
    init(codes: [String], groups: [String] = [], years: [Int] = [2020]) {
        self.init(
            units: codes.enumerated().map { index, code in
                AssessedUnit(
                    code: code, name: BilingualText(same: code), level: "city",
                    groups: groups.indices.contains(index) ? ["group": groups[index]] : [:])
            }, periods: years.map(Period.init(year:)))
    }
}
