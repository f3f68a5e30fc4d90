public import AssessmentCore

/// Information consumption of public services: transport, urban management, safety, demonstrations and utilities.
public struct PublicServiceConsumption: DomainPlugin {
    /// Creates the plug-in.
    public init() {}

    /// What it says of itself.
    public var description: PluginDescription {
        PluginDescription(
            id: "PublicServiceConsumption",
            prefix: "public",
            version: "1.0.0",
            name: BilingualText(zh: "公共服务类信息消费", en: "Information consumption of public services"),
            summary: BilingualText(
                zh: "智能交通、乘车码、数字城管、公共安全、智慧学校与养老、公共场所免费无线接入，以及能源、市政、环保和智能网联汽车应用",
                en: "Transport, ride codes, urban management, safety, smart schools and care, free Wi-Fi, utilities"))
    }

    /// The indicators, in the order of the policy's statements.
    public var indicators: [any Indicator] {
        [
            RealTimeBus.indicator,
            NetworkedSignals.indicator,
            UrbanManagementCoverage.indicator,
            UrbanCasesInTime.indicator,
            SafetyVideo.indicator,
            GovernanceEventsInTime.indicator,
            RideCodeLines.indicator,
            RideCodeTrips.indicator,
            SmartSchools.indicator,
            SmartElderCare.indicator,
            FreeWifiClasses.indicator,
            FreeWifiVenues.indicator,
            EnergyMonitoring.indicator,
            RemoteWaterMeters.indicator,
            PollutionMonitoring.indicator,
            ConnectedVehicleRoads.indicator,
            SharedCars.indicator,
        ]
    }

    /// What must hold between values of its variables.
    public var checks: [DataCheck] {
        ConnectedVehicleRoads.checks + EnergyMonitoring.checks + GovernanceEventsInTime.checks
            + NetworkedSignals.checks + PollutionMonitoring.checks + RealTimeBus.checks + RemoteWaterMeters.checks
            + RideCodeLines.checks + RideCodeTrips.checks + SafetyVideo.checks + SharedCars.checks
            + SmartElderCare.checks + SmartSchools.checks + UrbanCasesInTime.checks + UrbanManagementCoverage.checks
    }
}
