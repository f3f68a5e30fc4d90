public import AssessmentCore

/// The formats that come with the workbench.
public struct StandardExporters: MethodProvider {
    /// Creates the provider.
    public init() {}

    /// Ways to write results.
    public var exporters: [any Exporter] {
        [
            HTMLExporter(), JSONExporter(), CSVExporter(), StatisticsExporter(), OpenDataExporter(), ExcelExporter(),
            PDFExporter(), WordExporter(),
        ]
    }
}

extension Catalogue {
    /// The ids of the formats that are written where a specification names none: all but those that wait to be asked
    /// for.
    public var usualExporters: [String] {
        exporters.filter { $0.value.unavailable == nil && $0.value.isWrittenUnasked }.keys.sorted()
    }
}
