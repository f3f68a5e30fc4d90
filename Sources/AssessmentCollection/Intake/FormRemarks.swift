internal import AssessmentCore
internal import AssessmentData
internal import AssessmentSpreadsheets

// What somebody wrote on a form where nothing is read.

extension FormReading {
    /// The most places that are told of.
    private static let mostTold = 20

    /// What stands outside of the cells of the form, comments, and changes of printed texts that bind nobody: none of it is
    /// read, and whoever wrote it may think that it was.
    func passedOver(_ layout: FormLayout) -> [Diagnostic] {
        var told: [Diagnostic] = []
        if workbook.hasComments {
            told.append(
                Diagnostic(
                    at: SourcePosition(file: file, line: 1, column: 1), "the comments on its cells were passed over",
                    expected: "remarks in the column ‘\(FormReading.flat(layout.heading(.note)))’"))
        }
        let registers = Dictionary(layout.registers.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        for (name, sheet) in workbook.sheets.sorted(by: { $0.key < $1.key }) where name != FormIdentity.sheet {
            switch name {
            case FormLayout.values:
                told +=
                    remarks(sheet, name, besides: printed(layout), layout) + changed(sheet, layout)
                    + before(sheet, layout)
            case FormLayout.guide: told += remarks(sheet, name, besides: guide(layout), layout)
            default:
                if let register = registers[name] {
                    told += remarks(sheet, name, besides: printed(register), layout)
                } else if let row = sheet.filledRows.first, let column = sheet.filledColumns(of: row).first {
                    told.append(
                        remark(
                            name, row, column, "the sheet is no part of the form, and was passed over",
                            "what is reported on the sheets as ‘assess forms’ wrote them"))
                }
            }
        }
        return Array(told.prefix(FormReading.mostTold))
    }

    /// The cells of a sheet that hold something beside those of the form.
    private func remarks(
        _ sheet: FilledSheet, _ name: String, besides isOfForm: (_ row: Int, _ column: Int) -> Bool,
        _ layout: FormLayout
    ) -> [Diagnostic] {
        sheet.filledRows.flatMap { row in
            sheet.filledColumns(of: row).filter { !isOfForm(row, $0) }.map { column in
                remark(
                    name, row, column,
                    "\(FormReading.line(sheet[row, column].plainText ?? "#")) stands beside the form, and was passed over",
                    "remarks in the column ‘\(FormReading.flat(layout.heading(.note)))’")
            }
        }
    }

    /// The texts of the sheet of values that were changed without a meaning for what is read.
    private func changed(_ sheet: FilledSheet, _ layout: FormLayout) -> [Diagnostic] {
        layout.variables.enumerated().flatMap { index, variable in
            [FormLayout.ValueColumn.department, .definition].compactMap { column -> Diagnostic? in
                let row = FormLayout.firstRow + index
                let printed = CellText.clean(layout.label(of: variable, column)).trimmed
                guard let found = sheet[row, column.rawValue].plainText, found != printed else { return nil }
                return remark(
                    FormLayout.values, row, column.rawValue,
                    "\(FormReading.line(found)) stands where \(FormReading.line(printed)) was printed, and was passed over",
                    "a value of what was asked; remarks in the column ‘\(FormReading.flat(layout.heading(.note)))’")
            }
        }
    }

    /// The figures of the year before that were changed on the form, where they are no more than a help.
    private func before(_ sheet: FilledSheet, _ layout: FormLayout) -> [Diagnostic] {
        layout.variables.enumerated().compactMap { index, variable in
            let (row, column) = (FormLayout.firstRow + index, FormLayout.ValueColumn.previous.rawValue)
            let (cell, known) = (sheet[row, column], expected.previous(contents.unit, variable.id))
            switch cell {
            case .number(let number) where CollectionContents.Value.isSame(number, known): return nil
            case .blank where known == nil: return nil
            default: break
            }
            let found = cell.plainText.map { $0.isEmpty ? "nothing" : FormReading.line($0) } ?? "something else"
            return remark(
                FormLayout.values, row, column,
                "\(found) stands for \(layout.period.year - 1), where "
                    + (known.map { "\(Formula.text(of: $0)) is known" } ?? "nothing is known")
                    + ", and was passed over",
                "values of \(layout.period) alone; a figure of an earlier year comes in a text file, with its period")
        }
    }

    private func remark(_ sheet: String, _ row: Int, _ column: Int, _ problem: String, _ expected: String) -> Diagnostic
    {
        Diagnostic(
            at: SourcePosition(file: file, sheet: sheet, line: row + 1, column: column + 1), problem, expected: expected
        )
    }

    private static func flat(_ text: String) -> String { text.split(separator: "\n").joined(separator: " ") }

    // MARK: The cells of a form

    private func isHead(_ row: Int, _ column: Int) -> Bool { column == 0 && row < FormLayout.headingRow - 1 }

    private func printed(_ layout: FormLayout) -> (Int, Int) -> Bool {
        let last = FormLayout.ValueColumn.note.rawValue
        return { row, column in isHead(row, column) || row >= FormLayout.headingRow && column <= last }
    }

    private func printed(_ register: FormLayout.RegisterSheet) -> (Int, Int) -> Bool {
        { row, column in
            isHead(row, column) || row == FormLayout.headingRow - 1 && column == 0
                || row == FormLayout.noneRow && [FormLayout.noneQuestion, FormLayout.noneAnswer].contains(column)
                || row >= FormLayout.headingRow && column < register.columns.count
        }
    }

    private func guide(_ layout: FormLayout) -> (Int, Int) -> Bool {
        let end = FormLayout.headingRow + FormGuide.lines(layout).count
        return { row, column in
            isHead(row, column) || column <= 1 && (FormLayout.headingRow..<end).contains(row)
                || column == 1 && row == end + 1
        }
    }
}
