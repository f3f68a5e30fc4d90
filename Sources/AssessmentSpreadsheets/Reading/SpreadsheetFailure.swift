package import AssessmentCore

/// Why a workbook cannot be read: where in the file, what is wrong, and what was expected instead.
package struct SpreadsheetFailure: Error, Sendable, Hashable, CustomStringConvertible {
    /// The file, as the person named it.
    package var file: String
    /// The part within the file, where one is concerned, such as `xl/workbook.xml`.
    package var part: String?
    /// The sheet, where one is concerned.
    package var sheet: String?
    /// The row and the column of the cell, from 1, where one is concerned.
    package var row: Int?
    package var column: Int?
    /// What is wrong.
    package var problem: String
    /// What was expected, or what to do.
    package var expected: String

    init(
        file: String, part: String? = nil, sheet: String? = nil, row: Int? = nil, column: Int? = nil,
        _ problem: String, expected: String
    ) {
        self.file = file
        self.part = part.map { printable($0.prefix(200)) }
        self.sheet = sheet
        self.row = row
        self.column = column
        self.problem = problem
        self.expected = expected
    }

    /// The file, the place, the problem and what was expected on one line.
    package var description: String { diagnostic.description }

    /// The failure at its place: that of the cell where one is known, else the beginning of the file.
    package var diagnostic: Diagnostic {
        let place = SourcePosition(
            file: file, sheet: row == nil ? nil : sheet, line: row ?? 1, column: column ?? 1)
        var within = ""
        if row == nil, let sheet { within = "sheet ‘\(printable(sheet))’: " }
        if row == nil, sheet == nil, let part { within = "part \(part): " }
        return Diagnostic(at: place, within + problem, expected: expected)
    }
}

/// What is wrong with a part of a workbook, before it is known which one it is.
struct PartProblem: Error {
    var problem: String
    var expected: String
    var part: String?
    var row: Int?
    var column: Int?

    init(_ problem: String, expected: String = PartProblem.savedAgain, row: Int? = nil, column: Int? = nil) {
        self.problem = problem
        self.expected = expected
        self.row = row
        self.column = column
    }

    /// What helps where a file is damaged or was written by a program that does not keep to the format.
    static let savedAgain = "a workbook as a spreadsheet program writes it; open it there and save it again as .xlsx"

    /// The problem as one of a part, where it is not known yet which one it is of.
    func within(_ part: String) -> PartProblem {
        var problem = self
        if problem.part == nil { problem.part = part }
        return problem
    }

    func failure(_ file: String, sheet: String? = nil) -> SpreadsheetFailure {
        SpreadsheetFailure(
            file: file, part: part, sheet: sheet, row: row, column: column, problem, expected: expected)
    }
}
