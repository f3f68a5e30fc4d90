public import AssessmentCore

/// The formats that come with the workbench.
public struct StandardExporters: MethodProvider {
    /// Creates the provider.
    public init() {}

    /// Ways to write results.
    public var exporters: [any Exporter] {
        [HTMLExporter(), JSONExporter(), CSVExporter(), StatisticsExporter(), OpenDataExporter(), ExcelExporter()]
    }
}

extension Catalogue {
    /// The ids of the formats that are written where a specification names none: those of the workbench that everyone
    /// opens, and those of plug-ins.
    public var usualExporters: [String] {
        let onlyByName: Set = ["excel", "open_data", "pdf"]
        return exporters.filter { $0.value.unavailable == nil && !onlyByName.contains($0.key) }.keys.sorted()
    }
}
