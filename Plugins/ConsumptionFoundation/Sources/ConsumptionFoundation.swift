public import AssessmentCore

/// What the four domains of information consumption stand on: networks, experience centres, rural service and the
/// consumption environment; with the scale of consumption as a whole.
public struct ConsumptionFoundation: DomainPlugin {
    /// Creates the plug-in.
    public init() {}

    /// What it says of itself.
    public var description: PluginDescription {
        PluginDescription(
            id: "ConsumptionFoundation",
            prefix: "foundation",
            version: "1.0.0",
            name: BilingualText(zh: "信息消费基础与环境", en: "Foundations and environment"),
            summary: BilingualText(
                zh: "信息基础设施、体验中心、农村与特殊群体服务、消费环境与保障，以及信息消费总体规模",
                en: "Infrastructure, experience centres, rural service, environment, and the scale of consumption"))
    }

    /// The indicators.
    public var indicators: [any Indicator] {
        [
            VillagesWithFibre.indicator
        ]
    }
}
