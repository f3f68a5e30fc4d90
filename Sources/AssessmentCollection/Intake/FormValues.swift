internal import AssessmentCore
internal import AssessmentData
internal import AssessmentSpreadsheets

// The sheet of values of a form that came back.

extension FormReading {
    /// Reads the values: nothing where the sheet was altered, which is told.
    mutating func readValues(_ sheet: FilledSheet, _ layout: FormLayout, _ identity: FormIdentity) {
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
            guard number.magnitude < FormReading.tooLong else {
                report(
                    sheet, row, column,
                    "the number has 16 digits or more, of which spreadsheet programs keep 15 and turn the others into zeros",
                    expected: "a number below 1000000000000000" + FormReading.words(of: variable.unitOfMeasure)
                        + "; ask for a larger unit of measure where the figure is that large")
                return nil
            }
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
            report(
                sheet, row, column, "the cell holds the date \(date)",
                expected: FormReading.numberNoDay + FormReading.words(of: variable.unitOfMeasure))
            return nil
        case .time(let time):
            report(
                sheet, row, column, "the cell holds the time \(time)",
                expected: FormReading.numberNoDay + FormReading.words(of: variable.unitOfMeasure))
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
        report(
            FormLayout.values, row, FormLayout.ValueColumn.value.rawValue,
            isPercent ? holds : "\(holds), and \(variable.id) is not measured in %",
            expected: isPercent
                ? "\(shown.dropLast()) in a cell that is formatted as a number; ‘numbers’ of the collection does not declare "
                    + "percent_signs"
                : "a number" + FormReading.words(of: variable.unitOfMeasure)
                    + ", in a cell that is formatted as a number")
        return nil
    }

    /// The number from which spreadsheet programs no longer keep every digit of a whole one.
    private static let tooLong = 1e15

    private static let numberNoDay = "a cell that is formatted as a number, not as a day or time, and a number"

    /// What a number is measured in, as it follows on ‘a number’.
    private static func words(of unit: UnitOfMeasure) -> String {
        unit.symbol.zh.isEmpty ? "" : " in ‘\(unit.symbol.zh)’"
    }

    private static func truth(_ text: String) -> Bool? {
        for (word, truth) in zip(FormGuide.yesOrNo, [true, false]) {
            let words = [word.zh, word.en, "\(word.zh) / \(word.en)", "\(word.en) / \(word.zh)", truth ? "1" : "0"]
            if words.contains(text.lowercased()) { return truth }
        }
        return nil
    }
}
