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

    /// The indicators, in the order of the statements.
    public var indicators: [any Indicator] {
        [
            ConsumptionScale.indicator,
            ConsumptionPerResident.indicator,
            UrbanIncome.indicator,
            UrbanisationRate.indicator,
            ResidentMarket.indicator,
            ProductPerResident.indicator,
            ConsumptionGrowth.indicator,
            ConsumptionPath.indicator,
            ExperienceCentreCoverage.indicator,
            DownloadRate.indicator,
            MobileDataPrice.indicator,
            OpenData.indicator,
            SharedData.indicator,
            OnlineGovernmentServices.indicator,
            NarrowbandConnections.indicator,
            NarrowbandDensity.indicator,
            CommercialFifthGeneration.indicator,
            FifthGenerationStations.indicator,
            BroadbandCoverage.indicator,
            HamletsWithBroadband.indicator,
            VillagesWithFibre.indicator,
            RuralThirtyMegabits.indicator,
            IPv6Traffic.indicator,
            IPv6GovernmentSites.indicator,
            VillagesWithFourthGeneration.indicator,
            IoTConnections.indicator,
            TwoWayBroadcast.indicator,
            ExperienceCentreMilestone.indicator,
            SkillsTraining.indicator,
            PublicityEvents.indicator,
            RuralBroadbandPenetration.indicator,
            LowIncomeOffers.indicator,
            DemonstrationTitles.indicator,
            NationalProjects.indicator,
            VillageInformationPosts.indicator,
            RandomInspection.indicator,
            CreditPublicity.indicator,
            BlacklistPublicity.indicator,
            GradedProtection.indicator,
            AppPrivacy.indicator,
            FraudCasesCleared.indicator,
            FraudLosses.indicator,
            InfringementCasesClosed.indicator,
            ComplaintsClosedOnTime.indicator,
            ComplaintsSettled.indicator,
            InformationSupportSpending.indicator,
            ResearchDeduction.indicator,
            ScienceExpenditureShare.indicator,
            GreenPatents.indicator,
        ]
    }
}
