internal import AssessmentCore

extension ConformanceRule {
    /// Worked examples hold.
    public static let workedExamples = ConformanceRule(
        "worked_examples",
        BilingualText(
            zh: "每项指标和方法都有算例，且算例成立（相对误差不超过1e-12）",
            en: "Every indicator and method has worked examples, and they hold")
    ) { plugin in
        var findings: [Finding] = []
        for indicator in plugin.indicators { findings += await exampleFindings(indicator) }
        let columns: [any ColumnMethod] = plugin.evaluators + plugin.treatments + plugin.imputations
        for method in columns { findings += await method.exampleFindings() }
        findings += plugin.weightings.flatMap { $0.exampleFindings(others: plugin.weightings) }
        findings += plugin.aggregations.flatMap { $0.exampleFindings() }
        return findings
    }
}

private func exampleFindings(_ indicator: any Indicator) async -> [Finding] {
    let description = indicator.description
    guard !description.examples.isEmpty else { return [.withoutExample(description.id)] }
    var findings: [Finding] = []
    for example in description.examples { findings += await exampleFindings(indicator, example) }
    return findings
}

private func exampleFindings(_ indicator: any Indicator, _ example: IndicatorExample) async -> [Finding] {
    let id = indicator.description.id
    let place = "in ‘\(example.title.en)’"
    let data = example.data(for: indicator.description)
    let panel = data.panel
    if panel.periods != example.periods {
        return [Finding(id, "\(place): the periods must be different years in rising order")]
    }
    for (input, values) in example.variables.sorted(by: { $0.key < $1.key }) where values.count != panel.rowCount {
        return [Finding(id, "\(place): \(panel.rowCount) rows, but \(values.count) values of ‘\(input)’")]
    }
    let column: Column
    do {
        column = try await indicator.measure(data).column
    } catch {
        return [Finding(id, "\(place): it stops with ‘\(error)’")]
    }
    guard column.count == panel.rowCount, example.expected.count == column.count else {
        return [
            Finding(
                id, "\(place): \(panel.rowCount) rows, \(column.count) results, \(example.expected.count) expected")
        ]
    }
    return example.expected.enumerated().compactMap { row, expected in
        let found = MeasurementDifference.text(of: column, row)
        let wanted: String
        switch expected {
        case .value(let value):
            if let actual = column[row], isClose(actual, value) { return nil }
            wanted = "\(value)"
        case .absent(let reason):
            if column[row] == nil, column.reasons[row] == reason { return nil }
            wanted = reason.rawValue
        }
        let (unit, period) = (panel.unit(ofRow: row).code, panel.period(ofRow: row))
        return Finding(id, "\(place), \(unit) \(period): expected \(wanted), measured \(found)")
    }
}
