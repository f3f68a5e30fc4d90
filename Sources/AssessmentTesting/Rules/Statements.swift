internal import AssessmentCore

extension ConformanceRule {
    /// Statements and indicators name each other.
    public static let statements = ConformanceRule(
        "statements",
        BilingualText(
            zh: "每条政策表述至少有一项指标衡量，指标只引用本插件列出的表述",
            en: "Every statement of the policy is measured, and indicators name statements of the plug-in alone")
    ) { plugin in
        let listed = Set(plugin.statements.map(\.id))
        let indicators = plugin.indicators.map(\.description)
        let measured = Set(indicators.flatMap(\.statements))
        return indicators.flatMap { indicator in
            indicator.statements.filter { !listed.contains($0) }
                .map { Finding(indicator.id, "measures ‘\($0)’, which the plug-in does not list") }
        }
            + plugin.statements.filter { !measured.contains($0.id) }
            .map { Finding("statement \($0.id)", "no indicator measures it") }
    }
}
