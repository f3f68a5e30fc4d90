public import AssessmentCore
internal import AssessmentSpreadsheets

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

    /// The scorecard, and its chart of the total over the periods. What formulas rest on cannot be left out.
    public var sections: [ReportSection] { ReportSection.ofWorkbook }

    /// A logo that cannot be read, and a footer for which there is no room.
    public func objections(to template: ReportTemplate) -> [TemplateObjection] {
        var objections: [TemplateObjection] = []
        if let footer = template.footer, let length = PrintFooter.excess(of: footer, over: PrintFooter.workbookLimit) {
            objections.append(
                PrintFooter.objection(length, PrintFooter.workbookLimit, place: "the foot of a sheet"))
        }
        if let logo = template.logo, SheetPicture(png: logo.png) == nil {
            objections.append(
                TemplateObjection(
                    "logo", "the logo ‘\(logo.file)’ cannot be read as a PNG",
                    expected: "a picture in the format PNG that can be read"))
        }
        return objections
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
        let written = languages.eachOnce
        let workbooks = Parallel.map(written.count) { position in
            Result<[UInt8], any Error> {
                try WorkbookFile.bytes(of: WorkbookComposition(assessment, written[position]).workbook())
            }
        }
        return try zip(written, workbooks).map {
            OutputFile(path: ExcelExporter.path($0), bytes: try $1.get())
        }
    }

    /// The path of the workbook in a language.
    static func path(_ language: Language) -> String { "workbook.\(language.rawValue).xlsx" }
}
