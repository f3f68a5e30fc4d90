public import AssessmentCore

/// Writes a workbook a language that recomputes: `workbook.zh.xlsx`, `workbook.en.xlsx`.
///
/// Data, parameters and weights are cells; every later step of the ledger is a formula over them, down to the total, the
/// rank and the grade. It needs the trait Excel.
public struct ExcelExporter: Exporter {
    /// Creates the exporter.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "excel",
            name: BilingualText(zh: "可重算的工作簿", en: "Workbook that recomputes"),
            summary: BilingualText(
                zh: "workbook.zh.xlsx、workbook.en.xlsx：从原始数据到总分、名次与等次，每一步都是活公式；需启用Excel",
                en:
                    "workbook.zh.xlsx, workbook.en.xlsx: every step from the data to total, rank and grade as a live formula; needs the trait Excel"
            ),
            source: "ECMA-376")
    }

    /// It is written where it is asked for.
    public var isWrittenUnasked: Bool { false }

    /// What to build where the package was built without the part that writes workbooks.
    public var unavailable: String? {
        WorkbookFile.isAvailable
            ? nil
            : "the format excel needs a part that this build does not have; build with --traits Excel (system library "
                + "libxlsxwriter-dev), or take excel out of ‘exports’"
    }

    /// A workbook for each language.
    ///
    /// - Throws: ``MethodError`` where the package was built without the trait Excel, or the file cannot be written.
    public func files(
        for assessment: CompletedAssessment, languages: [Language], options: ParameterValues
    ) throws -> [OutputFile] {
        if let unavailable { throw MethodError(unavailable) }
        return try languages.map { language in
            let workbook = WorkbookComposition(assessment, language).workbook()
            return OutputFile(path: ExcelExporter.path(language), bytes: try WorkbookFile.bytes(of: workbook))
        }
    }

    /// The path of the workbook in a language.
    static func path(_ language: Language) -> String { "workbook.\(language.rawValue).xlsx" }
}
