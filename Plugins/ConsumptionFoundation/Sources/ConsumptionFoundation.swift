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

    /// What must hold between values of its variables.
    public var checks: [DataCheck] {
        DataCheck.shared + DataCheck.standard + AppPrivacy.checks + BlacklistPublicity.checks
            + BroadbandCoverage.checks + CommercialFifthGeneration.checks + ComplaintsClosedOnTime.checks
            + ComplaintsSettled.checks + CreditPublicity.checks + DownloadRate.checks
            + FifthGenerationStations.checks + FraudCasesCleared.checks + FraudLosses.checks
            + GradedProtection.checks + GreenPatents.checks + HamletsWithBroadband.checks
            + IPv6GovernmentSites.checks + IPv6Traffic.checks + InformationSupportSpending.checks
            + InfringementCasesClosed.checks + IoTConnections.checks + LowIncomeOffers.checks
            + MobileDataPrice.checks + OnlineGovernmentServices.checks + OpenData.checks + PublicityEvents.checks
            + RandomInspection.checks + ResearchDeduction.checks + RuralThirtyMegabits.checks
            + ScienceExpenditureShare.checks + SharedData.checks + SkillsTraining.checks + TwoWayBroadcast.checks
            + UrbanIncome.checks + UrbanisationRate.checks + VillageInformationPosts.checks
            + VillagesWithFibre.checks + VillagesWithFourthGeneration.checks
    }
}
