public import AssessmentCore

/// Information consumption of production: information technology services, platforms along industry chains, mobile
/// payment, logistics and supply-chain management, with the places where they are made and shared.
public struct ProductionConsumption: DomainPlugin {
    /// Creates the plug-in.
    public init() {}

    /// What it says of itself.
    public var description: PluginDescription {
        PluginDescription(
            id: "ProductionConsumption",
            prefix: "production",
            version: "1.0.0",
            name: BilingualText(zh: "生产类信息消费", en: "Information consumption of production"),
            summary: BilingualText(
                zh: "面向生产的信息技术服务、产业链网络平台，移动支付、现代物流和供应链管理支撑服务，"
                    + "以及众创空间、软件园区、共享车间、农业物联网和工业互联网",
                en: "Information technology services and platforms for production; payment, logistics and "
                    + "supply chains; makerspaces, software parks, shared workshops, digital farming and the "
                    + "industrial internet"
            ))
    }

    /// The indicators, in the order of the policy's statements.
    public var indicators: [any Indicator] {
        [
            InformationTechnologyServices.indicator,
            ProcessControl.indicator,
            EnterpriseECommerce.indicator,
            PlatformTrade.indicator,
            DigitalFinance.indicator,
            MobilePaymentMerchants.indicator,
            LogisticsInformation.indicator,
            ExpressParcels.indicator,
            SupplyChainInformation.indicator,
            ServiceBalance.indicator,
            Makerspaces.indicator,
            SoftwareParks.indicator,
            SharedWorkshops.indicator,
            TraceableProduce.indicator,
            DigitalFarming.indicator,
            InnovationPlatforms.indicator,
            SoftwareRevenue.indicator,
            VoiceValleyGrowth.indicator,
            QuantumGrowth.indicator,
            IndustrialInternetPilots.indicator,
            CloudAdoption.indicator,
        ]
    }

    /// What must hold between values of its variables.
    public var checks: [DataCheck] {
        DataCheck.shared + CloudAdoption.checks + DigitalFarming.checks + DigitalFinance.checks
            + ExpressParcels.checks + IndustrialInternetPilots.checks + InformationTechnologyServices.checks
            + InnovationPlatforms.checks + MobilePaymentMerchants.checks + PlatformTrade.checks
            + ProcessControl.checks + QuantumGrowth.checks + SoftwareRevenue.checks + TraceableProduce.checks
            + VoiceValleyGrowth.checks
    }
}
