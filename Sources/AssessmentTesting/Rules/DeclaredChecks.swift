internal import AssessmentCore

extension ConformanceRule {
    /// Declared checks have ids of their own, say what must hold in both languages, and read variables that are declared.
    public static let declaredChecks = ConformanceRule(
        "declared_checks",
        BilingualText(
            zh: "声明的核查编号带插件前缀且不重复，中英文名称齐全，只读已声明的变量，界限合理",
            en: "Declared checks have ids of their own, names in both languages, known variables and sensible bounds")
    ) { plugin in
        let known = Set((plugin.indicators.flatMap(\.description.variables) + Variable.standard).map(\.id))
        var seen: Set<String> = []
        return plugin.checks.flatMap { check -> [Finding] in
            var texts: [String] = []
            if !check.id.hasPrefix(plugin.description.prefix + ".") {
                texts.append("its id does not begin with ‘\(plugin.description.prefix).’")
            }
            if !seen.insert(check.id).inserted { texts.append("is declared twice") }
            if [check.name, check.question].compactMap(\.self).contains(where: { $0.zh.isBlank || $0.en.isBlank }) {
                texts.append("is not written in both languages")
            }
            texts += check.variables.filter { !known.contains($0) }
                .map { "reads ‘\($0)’, which no indicator of the plug-in declares" }
            if check.variables.isEmpty { texts.append("reads no variable") }
            return (texts + check.contradictions).map { Finding(check.id, $0) }
        }
    }
}

extension DataCheck {
    /// What no value can meet, or what is no condition.
    fileprivate var contradictions: [String] {
        switch rule {
        case .range(_, let low, let high):
            if low == nil, high == nil { return ["has no bound"] }
            return (low ?? -.infinity) > (high ?? .infinity) ? ["its bounds leave no value"] : []
        case .identity(_, _, let tolerance), .order(_, _, let tolerance):
            return (0...1).contains(tolerance) ? [] : ["its tolerance must lie between 0 and 1"]
        case .wholeNumber, .required: return []
        }
    }
}
