public import AssessmentCore

/// Writes `result.json`: the manifest and the whole ledger.
public struct JSONExporter: Exporter {
    /// Creates the exporter.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "json",
            name: BilingualText(zh: "结果文件", en: "Result file"),
            summary: BilingualText(
                zh: "result.json：清单、完整台账与统计", en: "result.json: the manifest, the whole ledger and the statistics"),
            source: "RFC 8259")
    }

    /// The file.
    public func files(
        for assessment: CompletedAssessment, languages: [Language], options: ParameterValues
    ) throws -> [OutputFile] {
        var bytes = Array("{\"manifest\":".utf8)
        bytes += try JSONWriter.bytes(of: ManifestDocument(assessment.manifest))
        bytes += Array(",\n\"ledger\":".utf8)
        bytes += try assessment.record ?? LedgerDocument.encode(assessment)
        if !assessment.statistics.isEmpty {
            bytes += Array(",\n\"statistics\":".utf8)
            bytes += try JSONWriter.bytes(of: assessment.statistics.map(StatisticsDocument.init))
        }
        if let ratings = assessment.ratings {
            bytes += Array(",\n\"ratings\":".utf8)
            bytes += try JSONWriter.bytes(of: RatingsDocument(ratings, assessment))
        }
        bytes += Array("}\n".utf8)
        return [OutputFile(path: "result.json", bytes: bytes)]
    }
}

/// A table of statistics as it stands in result.json.
struct StatisticsDocument: Encodable {
    let id: String
    let title: BilingualText
    let rows: [String]
    let columns: [String]
    /// By row, then by column; null where there is no number.
    let values: [[Double?]]
    let remarks: [BilingualText]

    init(_ table: StatisticsTable) {
        id = table.id
        title = table.title
        rows = table.rows
        columns = table.columns
        values = table.values.map { $0.map { $0.flatMap { $0.isFinite ? $0 : nil } } }
        remarks = table.remarks
    }
}
