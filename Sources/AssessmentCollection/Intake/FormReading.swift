internal import AssessmentCore
internal import AssessmentData
internal import AssessmentSpreadsheets

/// Reads a form that came back: only one of this assessment, period and standard, whose printed texts stand where they stood.
struct FormReading {
    /// What a form is held against.
    struct Expectation {
        let assessment: String
        let period: Period
        let standard: StatisticalStandard
        let units: UnitTable
        let rules: Set<NumberRule>
        /// The figure of the year before of a variable of a unit, as forms print it beside; nothing where none is known.
        var previous: (_ unit: String, _ variable: String) -> Double? = { _, _ in nil }
    }

    let file: String
    let workbook: FilledWorkbook
    let expected: Expectation
    var problems: [Diagnostic] = []
    var contents = ReportedContents()

    init(_ workbook: FilledWorkbook, file: String, _ expected: Expectation) {
        self.workbook = workbook
        self.file = file
        self.expected = expected
    }

    /// Reads the whole form.
    ///
    /// - Throws: `DiagnosticList` with what is wrong with it, cell by cell.
    mutating func read() throws(DiagnosticList) -> ReportedContents {
        let identity = try self.identity()
        let layout = FormLayout(expected.standard, period: identity.period, languages: identity.languages)
        contents.unit = identity.unit
        contents.period = identity.period.description
        contents.standard = identity.standard
        if let sheet = self.sheet(FormLayout.values) { readValues(sheet, layout, identity) }
        for register in layout.registers {
            if let sheet = self.sheet(register.name) { readEntries(sheet, register, layout, identity) }
        }
        if !problems.isEmpty { throw DiagnosticList(problems) }
        contents.passedOver = passedOver(layout)
        return contents
    }

    private func identity() throws(DiagnosticList) -> FormIdentity {
        func refused(_ problem: String, expected: String) -> DiagnosticList {
            DiagnosticList([
                Diagnostic(at: SourcePosition(file: file, line: 1, column: 1), problem, expected: expected)
            ])
        }
        guard let sheet = workbook.sheets[FormIdentity.sheet] else {
            throw refused("the workbook is no form of an assessment", expected: "a workbook that ‘assess forms’ wrote")
        }
        let lines = sheet.filledRows.compactMap { row -> (String, String)? in
            guard let key = sheet[row, 0].plainText, let value = sheet[row, 1].plainText else { return nil }
            return (key, value)
        }
        guard let identity = FormIdentity(Dictionary(lines, uniquingKeysWith: { first, _ in first })) else {
            throw refused(
                "the sheet ‘\(FormIdentity.sheet)’ does not say what the form is of",
                expected: "the sheet as ‘assess forms’ wrote it")
        }
        guard identity.assessment == expected.assessment else {
            throw refused(
                "the form is of the assessment ‘\(identity.assessment)’", expected: "a form of ‘\(expected.assessment)’"
            )
        }
        guard identity.period == expected.period else {
            throw refused("the form is of \(identity.period)", expected: "a form of \(expected.period)")
        }
        guard identity.standard == expected.standard.digest else {
            throw refused(
                "the form was written for another standard: what is asked has changed since",
                expected: "a form that ‘assess forms’ writes from the specification as it is now")
        }
        guard expected.units[identity.unit] != nil else {
            throw refused(
                "the form is of a unit ‘\(identity.unit)’ that there is not", expected: "a unit of the file of units")
        }
        return identity
    }

    private mutating func sheet(_ name: String) -> FilledSheet? {
        if let sheet = workbook.sheets[name] { return sheet }
        problems.append(
            Diagnostic(
                at: SourcePosition(file: file, line: 1, column: 1), "the sheet ‘\(name)’ is gone",
                expected: "the sheets as ‘assess forms’ wrote them"))
        return nil
    }

    // MARK: Cells

    /// The plain text of a cell; nothing where it has none, which is told.
    mutating func text(_ sheet: FilledSheet, _ name: String, _ row: Int, _ column: Int) -> String? {
        text(name, sheet[row, column], row, column)
    }

    mutating func text(_ name: String, _ cell: FilledCell, _ row: Int, _ column: Int) -> String? {
        switch cell {
        case .error(let error):
            report(name, row, column, "the cell holds the error \(error)", expected: "a value")
        case .formulaWithoutResult:
            report(
                name, row, column, "the cell holds a formula whose result is not in the file",
                expected: "a file that was opened, computed and saved by a spreadsheet program, or the value itself")
        case .merged:
            report(name, row, column, "the cell is merged with others", expected: "cells as ‘assess forms’ wrote them")
        default: return cell.plainText
        }
        return nil
    }

    /// Holds a printed text against what was printed.
    mutating func check(
        _ sheet: FilledSheet, _ name: String, _ row: Int, _ column: Int, is printed: String
    ) {
        guard let found = text(name, sheet[row, column], row, column) else { return }
        if found != CellText.clean(printed).trimmed {
            report(
                name, row, column, "the form was altered: \(FormReading.line(found)) stands here",
                expected: FormReading.line(printed))
        }
    }

    /// A text in quotation marks, on one line and cut where it is long.
    static func line(_ text: String) -> String {
        "‘\(printable(text.map { $0.isNewline ? " " : String($0) }.joined().prefix(40)))’"
    }

    mutating func report(_ sheet: String, _ row: Int, _ column: Int, _ problem: String, expected: String) {
        // A form with a row too many differs everywhere below it.
        guard problems.count < 20 else { return }
        problems.append(
            Diagnostic(
                at: SourcePosition(file: file, sheet: sheet, line: row + 1, column: column + 1), problem,
                expected: expected))
    }
}
