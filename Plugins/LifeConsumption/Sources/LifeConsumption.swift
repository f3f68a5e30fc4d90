public import AssessmentCore

/// Information consumption of daily life: community, culture, medicine, education and retail services online.
public struct LifeConsumption: DomainPlugin {
    /// Creates the plug-in.
    public init() {}

    /// What it says of itself.
    public var description: PluginDescription {
        PluginDescription(
            id: "LifeConsumption",
            prefix: "life",
            version: "1.0.0",
            name: BilingualText(zh: "生活类信息消费", en: "Information consumption of daily life"),
            summary: BilingualText(
                zh: "社区线上线下融合、数字创意与文化、在线医疗、在线教育、广播电视户户通、电子商务、中药材信息与健康大数据",
                en: "Community services, digital culture, medicine, education, broadcasting, e-commerce, health data"))
    }

    /// The indicators, in the order of the policy's statements.
    public var indicators: [any Indicator] {
        [
            CommunityServices.indicator,
            OnlineCatering.indicator,
            DigitalCultureCentres.indicator,
            DigitalCreativeRevenue.indicator,
            OnlineMedical.indicator,
            OnlineAppointments.indicator,
            OnlineEducation.indicator,
            OnlineLifelongLearning.indicator,
            ServiceBalance.indicator,
            DigitalBroadcasting.indicator,
            RuralECommerce.indicator,
            RuralProductSalesGrowth.indicator,
            MobileECommerce.indicator,
            DigitalCulturalVenues.indicator,
            DigitalReadingRooms.indicator,
            TownshipCinemas.indicator,
            CrossBorderECommerce.indicator,
            LocalPlatformTurnover.indicator,
            HerbalInformation.indicator,
            HealthData.indicator,
        ]
    }

    /// What must hold between values of its variables.
    public var checks: [DataCheck] {
        DataCheck.shared + CommunityServices.checks + CrossBorderECommerce.checks + DigitalBroadcasting.checks
            + DigitalCreativeRevenue.checks + DigitalCulturalVenues.checks + DigitalCultureCentres.checks
            + DigitalReadingRooms.checks + HealthData.checks + HerbalInformation.checks
            + LocalPlatformTurnover.checks + MobileECommerce.checks + OnlineAppointments.checks
            + OnlineCatering.checks + OnlineEducation.checks + OnlineLifelongLearning.checks + OnlineMedical.checks
            + RuralECommerce.checks + RuralProductSalesGrowth.checks + TownshipCinemas.checks
    }
}
