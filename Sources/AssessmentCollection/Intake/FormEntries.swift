internal import AssessmentCore
internal import AssessmentData
internal import AssessmentSpreadsheets

// The sheets of registers of a form that came back.

extension FormReading {
    /// Reads the entries of a register: nothing where its sheet was altered, which is told.
    mutating func readEntries(
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
            case _ where isRounded(sheet[row, index], column):
                report(
                    register.name, row, index,
                    "the cell holds the number \(text): a spreadsheet program took the digits for a number, of which it keeps "
                        + "15, without zeros in front",
                    expected: "the cell formatted as text, and the code typed in again from its certificate")
            case .unit: entry.unit = place(text, row, index, register, identity)
            case .name: entry.name = text
            case .organisationCode: entry.organisationCode = text
            case .recognisedOn: entry.recognition.from = date(sheet[row, index], text, row, index, register)
            case .withdrawnOn: entry.recognition.until = date(sheet[row, index], text, row, index, register)
            case .note: entry.origin.note = text
            case .field:
                let value = column.field?.value(meantBy: text)
                if value == nil {
                    report(
                        register.name, row, index, "‘\(text)’ is not known here",
                        expected: "one of "
                            + column.accepted.map { column.word(for: $0, layout) }.joined(separator: ", "))
                }
                entry.fields[column.id] = value ?? text
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
        if case .time(let time) = cell {
            report(
                register.name, row, column, "the cell holds the time \(time) without a day",
                expected: "a date such as 2020-12-31")
            return nil
        }
        if let date = CalendarDate(text) { return date }
        report(register.name, row, column, "‘\(text)’ is not a date", expected: "a date such as 2020-12-31")
        return nil
    }

    /// Whether a cell holds a number where a code or a name belongs whose digits may be lost: an organisation code never is a
    /// number, and of other texts 15 digits are kept.
    private func isRounded(_ cell: FilledCell, _ column: RegisterColumn) -> Bool {
        guard case .number(let number) = cell else { return false }
        return switch column.kind {
        case .organisationCode: true
        case .unit, .name, .field, .note: number.magnitude >= 1e15
        case .recognisedOn, .withdrawnOn: false
        }
    }
}
