internal import AssessmentCore

extension ConformanceRule {
    /// Ids can be written in a specification and mean one thing.
    public static let identifiers = ConformanceRule(
        "identifiers",
        BilingualText(
            zh: "编号格式正确、带插件前缀且不重复；每项指标有数据来源，每种方法有出处",
            en: "Ids are well formed, keep the prefix of the plug-in and are listed once")
    ) { plugin in
        plugin.ownIdentifierFindings + plugin.indicatorIdentifierFindings + plugin.methodIdentifierFindings
    }
}

extension DomainPlugin {
    fileprivate var ownIdentifierFindings: [Finding] {
        var findings: [Finding] = []
        if description.id.isEmpty { findings.append(Finding("plug-in", "has no id")) }
        if description.version.isEmpty { findings.append(Finding(description.id, "has no version")) }
        if !isIdentifier(description.prefix) {
            findings.append(
                Finding(description.id, "its prefix ‘\(description.prefix)’ is not a lower_case identifier"))
        }
        return findings
            + repeated(statements.map(\.id)).map { Finding("statement \($0)", "is listed twice") }
            + statements.filter { $0.id.isEmpty || $0.clause.isEmpty }
            .map { Finding("statement \($0.id)", "needs an id and the clause that it stands in") }
    }

    fileprivate var indicatorIdentifierFindings: [Finding] {
        let prefix = description.prefix + "."
        var findings: [Finding] = []
        for indicator in indicators.map(\.description) {
            let id = indicator.id
            if !id.hasPrefix(prefix) {
                findings.append(Finding(id, "does not begin with ‘\(prefix)’"))
            } else if !isIdentifier(id.dropFirst(prefix.count)) {
                findings.append(Finding(id, "is not a lower_case identifier behind its prefix"))
            }
            if indicator.variables.isEmpty && indicator.registers.isEmpty {
                findings.append(Finding(id, "reads neither a variable nor a register"))
            }
            let inputs = indicator.variables.map(\.id) + indicator.registers.map(\.id)
            // Formulas read variables and parameters by the same kind of name.
            findings += repeated(inputs + indicator.parameters.map(\.name))
                .map { Finding(id, "declares ‘\($0)’ twice among its variables, registers and parameters") }
            for input in inputs where !isIdentifier(input) {
                findings.append(Finding(id, "reads ‘\(input)’, which is not a lower_case identifier"))
            }
            for register in indicator.registers {
                let fields = register.fields.map(\.id)
                findings += repeated(fields).map { Finding(register.id, "has the field ‘\($0)’ twice") }
                findings += fields.filter { !isIdentifier($0) }
                    .map { Finding(register.id, "its field ‘\($0)’ is not a lower_case identifier") }
            }
            findings += parameterFindings(id, indicator.parameters)
        }
        return findings + repeated(indicators.map(\.description.id)).map { Finding($0, "is listed twice") }
    }

    fileprivate var methodIdentifierFindings: [Finding] {
        var findings: [Finding] = []
        for method in methods {
            let description = method.description
            if !isIdentifier(description.id) {
                findings.append(Finding(description.id, "is not a lower_case identifier"))
            }
            if description.source.isEmpty { findings.append(Finding(description.id, "names no source")) }
            findings += parameterFindings(description.id, description.parameters)
        }
        return findings
            + repeated(methods.map { "\($0.kind) \($0.description.id)" })
            .map { Finding($0, "is listed twice") }
    }
}

private func parameterFindings(_ id: String, _ parameters: [Parameter]) -> [Finding] {
    parameters.flatMap { parameter in
        var findings: [Finding] = []
        if !isIdentifier(parameter.name) {
            findings.append(Finding(id, "its parameter ‘\(parameter.name)’ is not a lower_case identifier"))
        }
        if case .records(let fields) = parameter.kind { findings += parameterFindings(id, fields) }
        return findings
    } + repeated(parameters.map(\.name)).map { Finding(id, "has the parameter ‘\($0)’ twice") }
}

private func isIdentifier(_ text: some StringProtocol) -> Bool {
    guard let first = text.unicodeScalars.first, ("a"..."z").contains(first) else { return false }
    return text.unicodeScalars.allSatisfy { ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "_" }
}

/// The texts that stand in a list more than once, in order of their repetition.
private func repeated(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { !seen.insert($0).inserted }
}
