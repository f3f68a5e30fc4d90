public import AssessmentCore

/// Smart elder care (智慧养老): its indicators, the statements that they measure, and methods of its own.
public struct ElderCareConsumption: DomainPlugin {
    /// Creates the plug-in.
    public init() {}

    /// What it says of itself.
    public var description: PluginDescription {
        PluginDescription(
            id: "ElderCareConsumption",
            prefix: "eldercare",
            version: "1.0.0",
            name: BilingualText(zh: "智慧养老", en: "Smart elder care"),
            summary: BilingualText(
                zh: "智慧养老平台、智能终端、紧急响应、居家服务、可穿戴设备和示范街道",
                en: "Platforms, devices, emergency response, services at home, wearables and demonstration communities")
        )
    }

    /// The indicators, in the order of the statements.
    public var indicators: [any Indicator] {
        [
            PlatformOrdersGrowth.indicator,
            EmergencyCallCoverage.indicator,
            MonitoredBeds.indicator,
            EmergencyResponseMinutes.indicator,
            ResponseAttainment(),
            HomeServiceBalance.indicator,
            HealthWearables.indicator,
            DemonstrationCommunities.indicator,
        ]
    }

    /// A scoring rule and a normalisation.
    public var evaluators: [any Evaluator] { [ResponseTimeStandard(), SoftmaxScaling()] }

    /// Weights from an order of importance.
    public var weightings: [any Weighting] { [PriorityOrder()] }

    /// A mean that the weakest child holds back.
    public var aggregations: [any Aggregation] { [MixedCompensation()] }

    /// A page for each unit.
    public var exporters: [any Exporter] { [BriefingExporter()] }
}
