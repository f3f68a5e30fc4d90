#if Excel
internal import AssessmentCore

extension SpreadsheetFile {
    /// Reads what a workbook says of itself, and the texts and formats that its sheets share.
    ///
    /// - Parameters:
    ///   - bytes: the bytes of the file.
    ///   - name: the file, as the person named it.
    ///   - limits: how much is read at most.
    /// - Throws: `SpreadsheetFailure` where the file is no workbook, is damaged, or goes beyond the limits.
    package init(
        bytes: [UInt8], name: String, limits: SpreadsheetLimits = SpreadsheetLimits()
    ) throws(SpreadsheetFailure) {
        do throws(PartProblem) {
            if let problem = FileForm.problem(bytes) { throw problem }
            let contents = try ZipArchive.open(bytes, limits) { (archive) throws(PartProblem) in
                try WorkbookContents(PackageParts(archive: archive, limits: limits))
            }
            self.name = name
            self.limits = limits
            self.bytes = bytes
            sheets = contents.sheets
            names = contents.names
            properties = contents.properties
            dates = contents.dates
            hasMacros = contents.hasMacros
            hasComments = contents.hasComments
            texts = contents.texts
            formats = contents.formats
        } catch {
            throw error.failure(name)
        }
    }

    /// Reads the cells of a sheet.
    ///
    /// - Throws: `SpreadsheetFailure` where the sheet has none, is damaged, or goes beyond the limits.
    package func table(of sheet: SheetHead) throws(SpreadsheetFailure) -> SpreadsheetTable {
        guard sheet.hasCells else {
            throw SpreadsheetFailure(
                file: name, sheet: sheet.name, "the sheet has no cells: it is a chart or a dialogue",
                expected: "a sheet that has cells")
        }
        do throws(PartProblem) {
            let reader = SheetCells(sharedCount: texts.count, formats: formats, dates, limits)
            try ZipArchive.open(bytes, limits) { (archive) throws(PartProblem) in
                do throws(PartProblem) {
                    try XMLReading.read(try archive.stream(sheet.part), reader, limits)
                } catch {
                    throw error.within(sheet.part)
                }
            }
            var cells = reader.takeCells()
            try MergedRanges.mark(&cells, in: reader.rows, reader.merged)
            return SpreadsheetTable(
                sheet: sheet.name, rows: reader.rows, merged: reader.merged, dates: dates, packed: cells,
                texts: reader.ownTexts.isEmpty ? texts : texts + reader.ownTexts)
        } catch {
            throw error.failure(name, sheet: sheet.name)
        }
    }
}
#endif
