public import AssessmentCore

/// Writes open data: the folder `data` with tidy tables, a Data Package, a DCAT catalogue and SDMX, and the JSON Schema of
/// `result.json` as `result.schema.json`; with suppression `publish-data-only.txt` beside the folder.
///
/// The files of the folder are what may be published where counts are suppressed: `result.json`, the pages and the other
/// formats show every cell. What goes is said in ``Suppression``.
public struct OpenDataExporter: Exporter {
    /// Creates the exporter.
    public init() {}

    /// It is written where it is asked for.
    public var isWrittenUnasked: Bool { false }

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "open_data",
            name: BilingualText(zh: "开放数据", en: "Open data"),
            summary: BilingualText(
                zh: "data文件夹：整洁数据表（CSV）、数据包描述、DCAT目录、SDMX数据与结构，可按阈值抑制小计数（仅此文件夹，其他格式含全部数值）；另有result.json的JSON Schema",
                en:
                    "the folder data: tidy tables (CSV), a Data Package, a DCAT catalogue, SDMX data and structure, with "
                    + "small counts suppressed below a threshold there and in no other format; and the JSON Schema of result.json"
            ),
            source: "Frictionless Data Package 1; W3C DCAT 3; SDMX 2.1; JSON Schema 2020-12",
            parameters: OpenDataOptions.parameters)
    }

    /// The files; numbers are as short as they read back exactly.
    ///
    /// - Throws: ``MethodError`` where an option is none of what it may be.
    public func files(
        for assessment: CompletedAssessment, languages: [Language], options: ParameterValues
    ) throws -> [OutputFile] {
        let options = try OpenDataOptions(options, assessment)
        let cells = PublishedCells(assessment, suppressBelow: options.threshold)
        let described = DescriptionOfData(assessment: assessment, options: options, suppression: cells.suppression)
        let indicators = cells.nodes.compactMap(cells.indicator)
        let codes = MeasureCodes(
            indicators.map(\.unitOfMeasure) + indicators.flatMap { $0.variables.map(\.unitOfMeasure) })
        let tables =
            UnitTables(assessment: assessment).all + FrameworkTables(cells: cells, codes: codes).all
            + ResultTables(cells: cells, codes: codes, threshold: options.threshold).all
            + (IntervalTable(cells: cells).map { [$0.table] } ?? []) + [
                CodeTable(assessment: assessment, threshold: options.threshold).table
            ]
        let structure = SDMXStructure(cells: cells, codes: codes, described: described)
        let observations = SDMXData(cells: cells, codes: codes, dataflow: structure.dataflow)
        let listed =
            (tables + [observations.table]).map { table in
                DescribedFile(
                    file: OutputFile(path: "data/\(table.file)", text: table.text), name: table.name,
                    title: table.title, format: .csv, table: table)
            } + [
                DescribedFile(
                    file: OutputFile(path: "data/sdmx-structure.xml", text: structure.text), name: "sdmx-structure",
                    title: BilingualText(zh: "SDMX数据结构", en: "SDMX data structure"), format: .xml),
                DescribedFile(
                    file: OutputFile(
                        path: "data/readme.txt", text: DataReadme(described: described, tables: tables).text),
                    name: "readme", title: BilingualText(zh: "数据说明", en: "About these data"), format: .text),
            ]
        let package = DescribedFile(
            file: OutputFile(
                path: "data/datapackage.json", text: DataPackage(described: described, files: listed).text),
            name: "datapackage", title: BilingualText(zh: "数据包描述", en: "Description of the Data Package"), format: .json
        )
        let catalogue = CatalogueEntry(described: described, files: listed + [package]).data
        let caution = options.threshold > 0 ? [OpenDataExporter.cautionFile(described.suppressed)] : []
        return listed.map(\.file) + [
            package.file, OutputFile(path: "data/catalog.ttl", text: Turtle.document(catalogue)),
            OutputFile(path: "data/catalog.jsonld", text: JSONLinkedData.document(catalogue)),
            OutputFile(path: "result.schema.json", text: ResultSchema.text),
        ] + caution
    }

    /// Refuses a licence, a base or a day that is none.
    public func check(_ options: ParameterValues) throws { _ = try OpenDataOptions(options, nil) }

    /// Small counts are suppressed in the folder of open data alone.
    public func caution(options: ParameterValues) -> BilingualText? {
        (options.number("suppress_below") ?? 0) > 0 ? OpenDataExporter.caution : nil
    }

    private static let caution = BilingualText(
        zh: "只可发布data文件夹：小计数仅在其中抑制，本文件夹的其他文件含全部数值，不得公布。抑制了多少单元格、哪些变量未检查，见publish-data-only.txt。",
        en:
            "Publish the folder data alone: small counts are suppressed there only, and the other files of this output "
            + "show every number and are not for publication. publish-data-only.txt says how many cells were suppressed and "
            + "which variables were not checked.")

    private static let warning = BilingualText(
        zh: "只可发布data文件夹：小计数仅在其中作了抑制，本文件夹的其他文件含全部数值，不得公布。",
        en:
            "Publish the folder data alone: small counts are suppressed there only, and the other files of this output "
            + "show every number and are not for publication.")

    /// The same beside the other files, for whoever finds the folder later, with what was suppressed.
    private static func cautionFile(_ suppressed: BilingualText) -> OutputFile {
        OutputFile(
            path: "publish-data-only.txt",
            text: "\(warning.zh)\n\(suppressed.zh)\n\n\(warning.en)\n\(suppressed.en)\n")
    }

    /// The paths of its files.
    static func paths(for assessment: CompletedAssessment) -> [String] {
        ([
            "units.csv", "peer_groups.csv", "nodes.csv", "indicators.csv", "variables.csv", "measures.csv",
            "weights.csv", "scores.csv", "values.csv", "adjustments.csv", "suppressed.csv", "codes.csv", "sdmx.csv",
            "sdmx-structure.xml", "readme.txt", "datapackage.json", "catalog.ttl", "catalog.jsonld",
        ] + (assessment.shownRobustness == nil ? [] : ["\(IntervalTable.name).csv"])).map { "data/\($0)" } + [
            "result.schema.json"
        ]
    }
}
