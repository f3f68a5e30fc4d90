public import AssessmentCore

/// The rules that every domain plug-in keeps, checked on its descriptions and its worked examples.
///
/// Each check gives back what it finds wrong, one sentence a finding; an empty list means that the rule is kept. A
/// plug-in's tests expect each to be empty.
public enum PluginConformance {
    /// Ids, names, definitions and links to statements that are missing or contradict each other.
    public static func descriptionFindings(_ plugin: any DomainPlugin) -> [String] {
        var findings: [String] = []
        let prefix = plugin.description.prefix + "."
        let statements = Set(plugin.statements.map(\.id))
        var seen: Set<String> = []
        for indicator in plugin.indicators {
            let description = indicator.description
            let id = description.id
            if !id.hasPrefix(prefix) { findings.append("\(id): does not begin with ‘\(prefix)’") }
            if !isIdentifier(id.dropFirst(prefix.count)) { findings.append("\(id): is not a lower_case identifier") }
            if !seen.insert(id).inserted { findings.append("\(id): is listed twice") }
            if description.variables.isEmpty && description.registers.isEmpty {
                findings.append("\(id): reads neither a variable nor a register")
            }
            for statement in description.statements where !statements.contains(statement) {
                findings.append("\(id): measures ‘\(statement)’, which the plug-in does not list")
            }
            for variable in description.variables where !isIdentifier(variable.id[...]) {
                findings.append("\(variable.id): is not a lower_case identifier")
            }
            findings += texts(of: description).filter { isIncomplete($0.text) }
                .map { "\(id): \($0.what) is not written in both languages" }
            if description.examples.isEmpty { findings.append("\(id): has no worked example") }
        }
        let measured = Set(plugin.indicators.flatMap(\.description.statements))
        findings += plugin.statements.filter { !measured.contains($0.id) }
            .map { "statement \($0.id): no indicator measures it" }
        return findings
    }

    /// Worked examples whose values the indicators do not give.
    public static func exampleFindings(_ plugin: any DomainPlugin) async -> [String] {
        var findings: [String] = []
        for indicator in plugin.indicators {
            for example in indicator.description.examples {
                findings += await exampleFindings(indicator, example)
            }
        }
        return findings
    }

    /// Variables and registers that an indicator declares and does not use, or uses and does not declare: without a
    /// declared variable the result must change to missing in at least one of its examples.
    public static func dependencyFindings(_ plugin: any DomainPlugin) async -> [String] {
        var findings: [String] = []
        for indicator in plugin.indicators {
            let description = indicator.description
            for variable in description.variables {
                var matters = false
                for example in description.examples where example.variables[variable.id] != nil {
                    let data = example.data(for: description)
                    let without = data.withoutVariable(variable.id)
                    guard let first = try? await indicator.measure(data).column,
                        let second = try? await indicator.measure(without).column
                    else { continue }
                    if first.values.count != second.values.count { continue }
                    if first.reasons != second.reasons || !same(first.values, second.values) { matters = true }
                }
                if !matters { findings.append("\(description.id): no example depends on ‘\(variable.id)’") }
            }
            for register in description.registers {
                var matters = false
                for example in description.examples where example.registers[register.id] != nil {
                    let data = example.data(for: description)
                    guard let first = try? await indicator.measure(data).column,
                        let second = try? await indicator.measure(data.withoutRegister(register.id)).column
                    else { continue }
                    if first.reasons != second.reasons || !same(first.values, second.values) { matters = true }
                }
                if !matters { findings.append("\(description.id): no example depends on ‘\(register.id)’") }
            }
        }
        return findings
    }

    /// Measurements that change with the order of the units, or from one call to the next.
    public static func orderFindings(_ plugin: any DomainPlugin) async -> [String] {
        var findings: [String] = []
        for indicator in plugin.indicators {
            for example in indicator.description.examples {
                let data = example.data(for: indicator.description)
                guard let first = try? await indicator.measure(data).column,
                    let again = try? await indicator.measure(data).column,
                    let reversed = try? await indicator.measure(data.withReversedUnits()).column
                else { continue }
                let count = data.panel.units.count
                let back = (0..<reversed.count).map { row in
                    reversed.values[row / count * count + count - 1 - row % count]
                }
                if !same(first.values, again.values) {
                    findings.append("\(indicator.description.id): gives another answer when asked again")
                }
                if !same(first.values, back) {
                    findings.append("\(indicator.description.id): depends on the order of the units")
                }
            }
        }
        return findings
    }

    private static func exampleFindings(_ indicator: any Indicator, _ example: IndicatorExample) async -> [String] {
        let label = "\(indicator.description.id), ‘\(example.title.en)’"
        let data = example.data(for: indicator.description)
        let measurement: IndicatorMeasurement
        do {
            measurement = try await indicator.measure(data)
        } catch {
            return ["\(label): \(error)"]
        }
        let column = measurement.column
        guard column.count == data.panel.rowCount, example.expected.count == column.count else {
            return [
                "\(label): \(data.panel.rowCount) rows, \(column.count) results, \(example.expected.count) expected"
            ]
        }
        var findings: [String] = []
        for (row, expected) in example.expected.enumerated() {
            let place = "\(label), \(data.panel.unit(ofRow: row).code) \(data.panel.period(ofRow: row))"
            switch expected {
            case .value(let value):
                guard let actual = column[row] else {
                    findings.append("\(place): expected \(value), left out as \(column.reasons[row]?.rawValue ?? "?")")
                    continue
                }
                if abs(actual - value) > 1e-12 * max(1, abs(value)) {
                    findings.append("\(place): expected \(value), measured \(actual)")
                }
            case .absent(let reason):
                if column.reasons[row] != reason || column[row] != nil {
                    let found = column[row].map { String($0) } ?? column.reasons[row]?.rawValue ?? "?"
                    findings.append("\(place): expected \(reason.rawValue), found \(found)")
                }
            }
        }
        return findings
    }

    private static func texts(of description: IndicatorDescription) -> [(what: String, text: BilingualText)] {
        var texts = [
            ("its name", description.name), ("its definition", description.definition),
            ("its rationale", description.rationale), ("its unit of measure", description.unitOfMeasure.symbol),
        ]
        for variable in description.variables {
            texts.append(("the name of \(variable.id)", variable.name))
            texts.append(("the definition of \(variable.id)", variable.definition))
            texts.append(("the department of \(variable.id)", variable.reportedBy))
        }
        for register in description.registers {
            texts.append(("the name of \(register.id)", register.name))
            texts.append(("the definition of \(register.id)", register.definition))
            texts += register.fields.map { ("the name of \(register.id).\($0.id)", $0.name) }
        }
        texts += description.parameters.map { ("the parameter \($0.name)", $0.summary) }
        texts += description.examples.map { ("the title of an example", $0.title) }
        return texts.map { (what: $0.0, text: $0.1) }
    }

    private static func isIncomplete(_ text: BilingualText) -> Bool {
        text.zh.isEmpty || text.en.isEmpty
    }

    private static func isIdentifier(_ text: Substring) -> Bool {
        guard let first = text.unicodeScalars.first, ("a"..."z").contains(first) else { return false }
        return text.unicodeScalars.allSatisfy { ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "_" }
    }

    private static func same(_ left: [Double], _ right: [Double]) -> Bool {
        left.count == right.count && zip(left, right).allSatisfy { $0 == $1 || $0.isNaN && $1.isNaN }
    }
}

extension MeasurementData {
    fileprivate func withoutVariable(_ id: String) -> MeasurementData {
        var variables = variables
        variables[id] = Column(count: panel.rowCount, absent: .notSubmitted)
        return MeasurementData(
            panel: panel, units: units, variables: variables, registers: registers, parameters: parameters,
            seriesBreaks: seriesBreaks)
    }

    fileprivate func withoutRegister(_ id: String) -> MeasurementData {
        var registers = registers
        registers[id] = nil
        return MeasurementData(
            panel: panel, units: units, variables: variables, registers: registers, parameters: parameters,
            seriesBreaks: seriesBreaks)
    }

    fileprivate func withReversedUnits() -> MeasurementData {
        let count = panel.units.count
        let reversed = variables.mapValues { column in
            var result = Column(count: column.count, absent: .notCollected)
            for row in 0..<column.count {
                let source = row / count * count + count - 1 - row % count
                if let value = column[source] {
                    result.measure(value, at: row)
                } else {
                    result.leaveOut(column.reasons[source] ?? .notCollected, at: row)
                }
            }
            return result
        }
        return MeasurementData(
            panel: Panel(units: panel.units.reversed(), periods: panel.periods), units: units, variables: reversed,
            registers: registers, parameters: parameters, seriesBreaks: seriesBreaks)
    }
}
