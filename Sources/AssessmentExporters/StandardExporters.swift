public import AssessmentCore

/// The formats that come with the workbench.
public struct StandardExporters: MethodProvider {
    /// Creates the provider.
    public init() {}

    /// The ids of the formats that are written where a specification names none.
    public static let usual = ["csv", "html", "json", StatisticsExporter.id]

    /// Ways to write results.
    public var exporters: [any Exporter] {
        [HTMLExporter(), JSONExporter(), CSVExporter(), StatisticsExporter()]
    }
}
