public import AssessmentCore

/// The formats that come with the workbench.
public struct StandardExporters: MethodProvider {
    /// Creates the provider.
    public init() {}

    /// Ways to write results.
    public var exporters: [any Exporter] {
        [HTMLExporter(), JSONExporter(), CSVExporter(), StatisticsExporter(), PDFExporter()]
    }
}
