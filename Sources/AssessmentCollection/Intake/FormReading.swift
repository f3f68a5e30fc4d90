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
    }

    private let file: String
    private let sheets: [String: FilledSheet]
    private let expected: Expectation
    private var problems: [Diagnostic] = []
    private var contents = ReportedContents()

    init(_ sheets: [String: FilledSheet], file: String, _ expected: Expectation) {
        self.sheets = sheets
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
        return contents
    }

    private func identity() throws(DiagnosticList) -> FormIdentity {
        func refused(_ problem: String, expected: String) -> DiagnosticList {
            DiagnosticList([
                Diagnostic(at: SourcePosition(file: file, line: 1, column: 1), problem, expected: expected)
            ])
        }
        guard let sheet = sheets[FormIdentity.sheet] else {
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
        if let sheet = sheets[name] { return sheet }
        problems.append(
            Diagnostic(
                at: SourcePosition(file: file, line: 1, column: 1), "the sheet ‘\(name)’ is gone",
                expected: "the sheets as ‘assess forms’ wrote them"))
        return nil
    }

    // MARK: Values

    private mutating func readValues(_ sheet: FilledSheet, _ layout: FormLayout, _ identity: FormIdentity) {
        typealias Column = FormLayout.ValueColumn
        let name = FormLayout.values
        for column in Column.allCases {
            check(sheet, name, FormLayout.headingRow, column.rawValue, is: layout.heading(column))
        }
        for (index, variable) in layout.variables.enumerated() {
            let row = FormLayout.firstRow + index
            for column in Column.allCases where column.isBinding {
                let count = problems.count
                check(sheet, name, row, column.rawValue, is: layout.label(of: variable, column))
                // Where a row was put in or taken away, everything below stands elsewhere, and the first place says so.
                if column == .code, problems.count > count { return }
            }
        }
        let beyond = FormLayout.firstRow + layout.variables.count
        for row in sheet.filledRows where row >= beyond {
            for column in sheet.filledColumns(of: row) {
                report(
                    name, row, column, "there is something below the last row", expected: "nothing below row \(beyond)")
            }
        }
        // Where rows have moved, what stands in them would be taken for other things.
        guard problems.isEmpty else { return }
        for (index, variable) in layout.variables.enumerated() {
            let row = FormLayout.firstRow + index
            let place = CollectionContents.Value.Place(
                unit: identity.unit, variable: variable.id, period: identity.period)
            readValue(sheet, row, variable, place, layout)
        }
    }

    private mutating func readValue(
        _ sheet: FilledSheet, _ row: Int, _ variable: Variable, _ place: CollectionContents.Value.Place,
        _ layout: FormLayout
    ) {
        typealias Column = FormLayout.ValueColumn
        let value = sheet[row, Column.value.rawValue]
        let note = text(sheet, FormLayout.values, row, Column.note.rawValue) ?? ""
        let origin = Origin(
            file: file, sheet: FormLayout.values, row: row + 1, column: "\(place.period)",
            cell: cellName(row: row + 1, column: Column.value.rawValue + 1), note: note)
        guard let status = text(sheet, FormLayout.values, row, Column.status.rawValue) else { return }
        let isBlank = value.plainText?.isEmpty == true
        if !status.isEmpty {
            guard let reason = ReportedValue.reason(meantBy: status) else {
                return report(
                    FormLayout.values, row, Column.status.rawValue, "‘\(status)’ is no reason",
                    expected: "one of " + ReportedValue.reasons.map(layout.word).joined(separator: ", "))
            }
            if !isBlank {
                report(
                    FormLayout.values, row, Column.status.rawValue, "\(variable.id) has a value and a reason for none",
                    expected: "one of the two")
            }
            contents.values.append(ReportedValue(place: place, number: nil, reason: reason, origin: origin))
        } else if isBlank {
            contents.blank.append(place)
        } else if let number = number(value, row, variable) {
            contents.values.append(ReportedValue(place: place, number: number, reason: nil, origin: origin))
        }
    }

    /// The number of a cell; nothing where it holds none, which is told.
    private mutating func number(_ cell: FilledCell, _ row: Int, _ variable: Variable) -> Double? {
        let (sheet, column) = (FormLayout.values, FormLayout.ValueColumn.value.rawValue)
        let isYesOrNo = variable.unitOfMeasure.isYesOrNo
        switch cell {
        case .number(let number):
            if isYesOrNo, number != 0, number != 1 { break }
            return number == 0 ? 0 : number
        case .percent(let number) where !isYesOrNo: return percentage(number, row, variable)
        case .truth(let truth) where isYesOrNo: return truth ? 1 : 0
        case .truth(let truth):
            report(sheet, row, column, "the cell holds \(truth ? "TRUE" : "FALSE")", expected: "a number")
            return nil
        case .text(let text):
            let text = text.trimmed
            if isYesOrNo {
                if let truth = FormReading.truth(text) { return truth ? 1 : 0 }
                break
            }
            do throws(WrittenNumber.Refusal) {
                return try WrittenNumber(text, in: variable.unitOfMeasure, rules: expected.rules).value
            } catch {
                report(sheet, row, column, error.problem, expected: error.expected)
                return nil
            }
        case .date(let date):
            report(sheet, row, column, "the cell holds the date \(date)", expected: "a number")
            return nil
        default:
            _ = self.text(sheet, cell, row, column)
            return nil
        }
        let words = FormGuide.yesOrNo.map { "\($0.zh)/\($0.en)" }.joined(separator: " or ")
        report(sheet, row, column, "‘\(cell.plainText ?? "")’ is neither yes nor no", expected: words)
        return nil
    }

    /// The number of a cell that is shown as a percentage, which is a hundred times what it holds; nothing where the variable
    /// is not measured in % or no rule takes percentages, which is told.
    private mutating func percentage(_ number: Double, _ row: Int, _ variable: Variable) -> Double? {
        let shown = PlainNumber.percentage(number)
        let holds = "the cell shows \(shown) and holds \(PlainNumber.text(number))"
        let (isPercent, isTaken) = (variable.unitOfMeasure.symbol.zh == "%", expected.rules.contains(.percentSigns))
        if isPercent, isTaken, let value = DecimalNumber.parse(String(shown.dropLast())) {
            return value == 0 ? 0 : value
        }
        let symbol = variable.unitOfMeasure.symbol.zh
        report(
            FormLayout.values, row, FormLayout.ValueColumn.value.rawValue,
            isPercent ? holds : "\(holds), and \(variable.id) is not measured in %",
            expected: isPercent
                ? "\(shown.dropLast()) in a cell that is formatted as a number; ‘numbers’ of the collection does not declare "
                    + "percent_signs"
                : "a number" + (symbol.isEmpty ? "" : " in ‘\(symbol)’") + ", in a cell that is formatted as a number")
        return nil
    }

    private static func truth(_ text: String) -> Bool? {
        for (word, truth) in zip(FormGuide.yesOrNo, [true, false]) {
            let words = [word.zh, word.en, "\(word.zh) / \(word.en)", "\(word.en) / \(word.zh)", truth ? "1" : "0"]
            if words.contains(text.lowercased()) { return truth }
        }
        return nil
    }

    // MARK: Registers

    private mutating func readEntries(
        _ sheet: FilledSheet, _ register: FormLayout.RegisterSheet, _ layout: FormLayout, _ identity: FormIdentity
    ) {
        let count = problems.count
        for (index, column) in register.columns.enumerated() {
            check(sheet, register.name, FormLayout.headingRow, index, is: layout.heading(column))
        }
        guard problems.count == count else { return }
        var entries: [RegisterEntry] = []
        var seen: [RegisterEntry: Int] = [:]
        for row in sheet.filledRows where row >= FormLayout.firstRow {
            for column in sheet.filledColumns(of: row) where column >= register.columns.count {
                report(
                    register.name, row, column, "there is something beside the columns of the register",
                    expected: "nothing beside them")
            }
            guard var entry = entry(sheet, row, register, layout, identity) else { continue }
            let origin = entry.origin
            entry.origin = Origin(file: "", row: 0, column: "")
            if let earlier = seen.updateValue(row, forKey: entry) {
                report(
                    register.name, row, 1, "‘\(entry.name)’ is listed twice (also row \(earlier + 1))",
                    expected: "each item once")
            }
            entry.origin = origin
            entries.append(entry)
        }
        let statesNone = statesNone(sheet, register, layout)
        guard problems.count == count else { return }
        if statesNone, !entries.isEmpty {
            report(
                register.name, FormLayout.noneRow, FormLayout.noneAnswer,
                "the sheet states that there is none and lists \(entries.count == 1 ? "an item" : "\(entries.count) items")",
                expected: "one of the two")
        } else if statesNone || !entries.isEmpty {
            contents.registers[register.register.id] = entries
        } else {
            contents.blankRegisters.append(register.register.id)
        }
    }

    /// Whether a sheet of a register states that there is none.
    private mutating func statesNone(
        _ sheet: FilledSheet, _ register: FormLayout.RegisterSheet, _ layout: FormLayout
    ) -> Bool {
        let (row, column) = (FormLayout.noneRow, FormLayout.noneAnswer)
        guard let text = text(sheet, register.name, row, column), !text.isEmpty else { return false }
        if FormLayout.statesNone(text) { return true }
        report(
            register.name, row, column, "\(FormReading.line(text)) does not say that there is none",
            expected: "‘\(layout.text(FormLayout.none, separator: " / "))’, or nothing")
        return false
    }

    private mutating func entry(
        _ sheet: FilledSheet, _ row: Int, _ register: FormLayout.RegisterSheet, _ layout: FormLayout,
        _ identity: FormIdentity
    ) -> RegisterEntry? {
        var entry = RegisterEntry(
            unit: identity.unit, name: "",
            origin: Origin(
                file: file, sheet: register.name, row: row + 1, column: "name", cell: cellName(row: row + 1, column: 2))
        )
        let count = problems.count
        for (index, column) in register.columns.enumerated() {
            guard let text = text(register.name, sheet[row, index], row, index) else { continue }
            if text.isEmpty {
                if column.isRequired {
                    report(
                        register.name, row, index, "‘\(layout.text(column.name))’ is empty",
                        expected: "something in each column with *")
                }
                continue
            }
            switch column.kind {
            case .unit: entry.unit = place(text, row, index, register, identity)
            case .name: entry.name = text
            case .organisationCode: entry.organisationCode = text
            case .recognisedOn: entry.recognition.from = date(sheet[row, index], text, row, index, register)
            case .withdrawnOn: entry.recognition.until = date(sheet[row, index], text, row, index, register)
            case .note: entry.origin.note = text
            case .field:
                if !column.accepted.isEmpty, !column.accepted.contains(text) {
                    report(
                        register.name, row, index, "‘\(text)’ is not known here",
                        expected: "one of " + column.accepted.joined(separator: ", "))
                }
                entry.fields[column.id] = text
            }
        }
        if let from = entry.recognition.from, let until = entry.recognition.until, until <= from {
            report(register.name, row, 4, "the recognition ends before it begins", expected: "a day after \(from)")
        }
        return problems.count == count ? entry : nil
    }

    /// The unit that an entry lies in: that of the form, or one that belongs to it.
    private mutating func place(
        _ code: String, _ row: Int, _ column: Int, _ register: FormLayout.RegisterSheet, _ identity: FormIdentity
    ) -> String {
        let unit = expected.units[code]
        if unit == nil || code != identity.unit && unit?.parent != identity.unit {
            report(
                register.name, row, column, "‘\(code)’ is not a unit of \(identity.unit)",
                expected: "\(identity.unit), or the code of a unit that belongs to it")
        }
        return code
    }

    private mutating func date(
        _ cell: FilledCell, _ text: String, _ row: Int, _ column: Int, _ register: FormLayout.RegisterSheet
    ) -> CalendarDate? {
        if case .date(let date) = cell { return date }
        if let date = CalendarDate(text) { return date }
        report(register.name, row, column, "‘\(text)’ is not a date", expected: "a date such as 2020-12-31")
        return nil
    }

    // MARK: Cells

    /// The plain text of a cell; nothing where it has none, which is told.
    private mutating func text(_ sheet: FilledSheet, _ name: String, _ row: Int, _ column: Int) -> String? {
        text(name, sheet[row, column], row, column)
    }

    private mutating func text(_ name: String, _ cell: FilledCell, _ row: Int, _ column: Int) -> String? {
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
    private mutating func check(
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
    private static func line(_ text: String) -> String {
        "‘\(printable(text.map { $0.isNewline ? " " : String($0) }.joined().prefix(40)))’"
    }

    private mutating func report(_ sheet: String, _ row: Int, _ column: Int, _ problem: String, expected: String) {
        // A form with a row too many differs everywhere below it.
        guard problems.count < 20 else { return }
        problems.append(
            Diagnostic(
                at: SourcePosition(file: file, sheet: sheet, line: row + 1, column: column + 1), problem,
                expected: expected))
    }
}
