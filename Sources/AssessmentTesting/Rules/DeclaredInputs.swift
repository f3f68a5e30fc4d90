internal import AssessmentCore

extension ConformanceRule {
    /// An indicator reads what it declares, all of it and nothing else.
    public static let declaredInputs = ConformanceRule(
        "declared_inputs",
        BilingualText(
            zh: "声明的变量和名录至少在一个算例中起作用，未声明的一律不读",
            en: "Each declared variable and register matters in an example, and nothing else is read")
    ) { plugin in
        var findings: [Finding] = []
        for indicator in plugin.indicators { findings += await idleInputs(of: indicator) }
        let others = OtherInputs(plugin)
        for trial in IndicatorTrial.all(of: plugin) { findings += await others.findings(trial) }
        return findings
    }
}

/// The variables and registers without which no example of an indicator changes.
private func idleInputs(of indicator: any Indicator) async -> [Finding] {
    let description = indicator.description
    func matters(_ change: (MeasurementData) -> MeasurementData) async -> Bool {
        for example in description.examples {
            let data = example.data(for: description)
            guard let first = try? await indicator.measure(data),
                let second = try? await indicator.measure(change(data))
            else { continue }
            let rows = min(first.column.count, second.column.count)
            let differs = (0..<rows).contains {
                first.column[$0] != second.column[$0] || first.column.reasons[$0] != second.column.reasons[$0]
            }
            if differs { return true }
        }
        return false
    }
    var findings: [Finding] = []
    for variable in description.variables {
        let id = variable.id
        if await !matters({ $0.variables[id] == nil ? $0 : $0.leavingOut([id], rows: $0.panel.rows, as: .notSubmitted) }
        ) {
            findings.append(Finding(description.id, "no example depends on ‘\(id)’"))
        }
    }
    for register in description.registers {
        let id = register.id
        if await !matters({ $0.with(registers: $0.registers.filter { $0.key != id }) }) {
            findings.append(Finding(description.id, "no example depends on ‘\(id)’"))
        }
    }
    return findings
}

/// Everything that the indicators of a plug-in read, to be handed to those that do not declare it.
private struct OtherInputs {
    private let variables: [String]
    /// Registers with the entries of the first example that has some.
    private let registers: [String: [RegisterEntry]]

    init(_ plugin: any DomainPlugin) {
        let descriptions = plugin.indicators.map(\.description)
        let examples = descriptions.flatMap(\.examples)
        variables = Set(descriptions.flatMap(\.variables).map(\.id) + examples.flatMap(\.variables.keys)).sorted()
        registers = examples.reduce(into: [:]) { $0.merge($1.registers) { first, _ in first } }
    }

    /// What an indicator reads and does not declare.
    func findings(_ trial: IndicatorTrial) async -> [Finding] {
        let declared = Set(trial.description.variables.map(\.id) + trial.description.registers.map(\.id))
        let bare = trial.data.with(
            variables: trial.data.variables.filter { declared.contains($0.key) },
            registers: trial.data.registers.filter { declared.contains($0.key) })
        let first: IndicatorMeasurement
        switch await trial.measured(bare, "with nothing but what it declares") {
        case .success(let measurement): first = measurement
        // It stops on the data as they are, which another rule tells, or it misses what it does not declare.
        case .failure(let fault): return await trial.measured() == nil ? [] : [fault.finding]
        }
        let undeclared = (variables + registers.keys.sorted()).filter { !declared.contains($0) }
        guard await isRead(undeclared, trial, bare, first) else { return [] }
        var read: [String] = []
        for id in undeclared where await isRead([id], trial, bare, first) { read.append("‘\(id)’") }
        let names = read.isEmpty ? undeclared.map { "‘\($0)’" } : read
        return [Finding(trial.description.id, "reads \(names.joined(separator: ", ")) and does not declare it")]
    }

    /// Whether some inputs change what an indicator makes of the declared ones.
    private func isRead(
        _ ids: [String], _ trial: IndicatorTrial, _ bare: MeasurementData, _ first: IndicatorMeasurement
    ) async -> Bool {
        var (columns, lists) = (bare.variables, bare.registers)
        for id in ids {
            if let entries = registers[id] {
                lists[id] = trial.data.registers[id] ?? entries
            } else {
                columns[id] =
                    trial.data.variables[id] ?? Column(measured: bare.panel.rows.map { Double(10 + $0) })
            }
        }
        switch await trial.measured(bare.with(variables: columns, registers: lists), "with more data") {
        case .failure: return true
        case .success(let second):
            return MeasurementDifference.first(first, second, panel: bare.panel) != nil
        }
    }
}
