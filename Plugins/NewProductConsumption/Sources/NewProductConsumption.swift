public import AssessmentCore

/// New information products: the eleven categories that the policy names, the province's recognised innovative
/// products, and the bases where smart terminals are made.
public struct NewProductConsumption: DomainPlugin {
    /// Creates the plug-in.
    public init() {}

    /// What it says of itself.
    public var description: PluginDescription {
        PluginDescription(
            id: "NewProductConsumption",
            prefix: "product",
            version: "1.0.0",
            name: BilingualText(zh: "新型信息产品消费", en: "New information products"),
            summary: BilingualText(
                zh: "政策点名的十一类新型信息产品、省级信息消费创新产品和智能终端产品创新基地",
                en:
                    "The eleven categories of products that the policy names, the innovative products that the "
                    + "province recognises, and the innovation bases of smart terminals"))
    }

    /// The indicators, in the order of the policy's statements; the breadth of all categories comes last.
    public var indicators: [any Indicator] {
        [
            CategoryProducts.indicator(of: .mobileTerminal),
            CategoryProducts.indicator(of: .wearable),
            CategoryProducts.indicator(of: .digitalHome),
            CategoryProducts.indicator(of: .virtualReality),
            CategoryProducts.indicator(of: .augmentedReality),
            CategoryProducts.indicator(of: .connectedVehicle),
            CategoryProducts.indicator(of: .serviceRobot),
            CategoryProducts.indicator(of: .consumerDrone),
            InnovativeProducts.indicator,
            InnovationBases.indicator,
            CategoryProducts.indicator(of: .homeAppliance),
            CategoryProducts.indicator(of: .voiceTerminal),
            CategoryProducts.indicator(of: .computerTerminal),
            CategoryBreadth.indicator,
        ]
    }
}
