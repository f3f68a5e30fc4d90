public import AssessmentCore

/// Placeholder.
public struct ProductionConsumption: DomainPlugin {
    /// Creates the plug-in.
    public init() {}

    /// What it says of itself.
    public var description: PluginDescription {
        PluginDescription(
            id: "ProductionConsumption", prefix: "production", version: "1.0.0", name: BilingualText(zh: "x", en: "x"),
            summary: BilingualText(zh: "x", en: "x"))
    }

    /// The statements.
    public var statements: [PolicyStatement] { [] }
    /// The indicators.
    public var indicators: [any Indicator] { [] }
}
