internal import AssessmentCore
internal import AssessmentData
internal import AssessmentSpreadsheets

/// The form of one unit as a workbook: what is asked of it, with last year's figures beside.
struct CollectionForm {
    let layout: FormLayout
    let identity: FormIdentity
    let title: BilingualText
    let unit: AssessedUnit
    /// The units in which entries of its registers may lie: itself and those that belong to it.
    let places: [AssessedUnit]
    /// The values of the period before, by variable.
    let previous: [String: Double]
    /// The values of the period that were taken in already, by variable.
    let current: [String: Double]
    /// The entries of each register that are known.
    let entries: [String: [RegisterEntry]]
    /// The registers of which the unit stated before that it has no entries.
    var statedNone: Set<String> = []

    /// The workbook.
    var workbook: Workbook {
        var workbook = Workbook()
        workbook.title = layout.text(title, separator: " / ")
        workbook.subject = layout.text(unit.name, separator: " / ")
        workbook.properties = identity.lines.map { ("assess \($0.key)", .text($0.value)) }
        workbook.footer = "\(unit.code) · \(identity.period) · \(identity.standard.prefix(12))"
        workbook.sheets = [guide, values] + layout.registers.map(sheet) + [hidden]
        return workbook
    }

    private var guide: Sheet {
        var sheet = head(FormLayout.guide)
        sheet.isLandscape = false
        sheet.widths = [0: 4, 1: 96]
        var row = FormLayout.headingRow
        for (number, text) in FormGuide.lines(layout).enumerated() {
            sheet.put(row, 0, .text(String(number + 1), .label))
            sheet.put(row, 1, .text(layout.text(text, separator: "\n"), .wrapped))
            sheet.heights[row] = 16 * Double(layout.languages.count) * (text.en.count > 110 ? 2 : 1) + 4
            row += 1
        }
        row += 1
        sheet.put(row, 1, .text(layout.text(FormGuide.digest) + " \(identity.standard)", .caption))
        return sheet
    }

    private var values: Sheet {
        var sheet = head(FormLayout.values)
        sheet.frozen = (FormLayout.firstRow, 2)
        sheet.widths = [0: 30, 1: 34, 2: 16, 3: 22, 4: 52, 5: 14, 6: 16, 7: 22, 8: 34]
        sheet.heights[FormLayout.headingRow] = 36
        for column in FormLayout.ValueColumn.allCases {
            let isNumber = column == .previous || column == .value
            sheet.put(
                FormLayout.headingRow, column.rawValue,
                .text(layout.heading(column), isNumber ? .numberHeading : .heading))
        }
        for (index, variable) in layout.variables.enumerated() {
            put(variable, FormLayout.firstRow + index, on: &sheet)
        }
        let last = FormLayout.firstRow + max(layout.variables.count, 1) - 1
        // What somebody writes beside the form would make it smaller on paper.
        sheet.printed = Sheet.Block(rows: 0...last, columns: 0...FormLayout.ValueColumn.note.rawValue)
        let column = FormLayout.ValueColumn.status.rawValue
        sheet.rules.append(
            EntryRule(
                Sheet.Block(rows: FormLayout.firstRow...last, columns: column...column),
                .texts(ReportedValue.reasons.map(layout.word)),
                refusal: (layout.text(FormGuide.chooseTitle), layout.text(FormGuide.choose, separator: "\n"))))
        return sheet
    }

    private func put(_ variable: Variable, _ row: Int, on sheet: inout Sheet) {
        for column in FormLayout.ValueColumn.allCases where !column.isFilledIn && column != .previous {
            sheet.put(row, column.rawValue, .text(layout.label(of: variable, column), .wrapped))
        }
        sheet.heights[row] = FormGuide.height(
            of: [(layout.label(of: variable, .definition), 52), (layout.label(of: variable, .name), 34)])
        let before = previous[variable.id].map { Cell(.number($0), CellStyle(.computed)) }
        sheet.put(row, FormLayout.ValueColumn.previous.rawValue, before ?? .text("", .computed))
        let value = FormLayout.ValueColumn.value.rawValue
        if variable.unitOfMeasure.isYesOrNo {
            let words = FormGuide.yesOrNo.map { layout.text($0, separator: " / ") }
            let held = current[variable.id].map { $0 == 1 ? words[0] : words[1] }
            sheet.put(row, value, held.map { .text($0, .entry) } ?? Cell(.blank, CellStyle(.entry)))
            sheet.rules.append(
                EntryRule(Sheet.Block(rows: row...row, columns: value...value), .texts(words), prompt: prompt(variable))
            )
        } else {
            sheet.put(
                row, value,
                current[variable.id].map { Cell(.number($0), CellStyle(.entry)) }
                    ?? Cell(.blank, CellStyle(.entry)))
            // What a check would only ask about can be entered all the same, once the program has asked.
            let limits = layout.limits[variable.id]
            let expected = [limits?.words, FormGuide.number].compactMap(\.self).map { layout.text($0, separator: "\n") }
            sheet.rules.append(
                EntryRule(
                    Sheet.Block(rows: row...row, columns: value...value),
                    limits?.kind ?? .decimal(atLeast: -1e15, atMost: 1e15), prompt: prompt(variable),
                    refusal: (
                        layout.text(FormGuide.numberTitle), FormGuide.cut(expected.joined(separator: "\n"), 250)
                    ), stops: limits == nil))
        }
        sheet.put(row, FormLayout.ValueColumn.status.rawValue, Cell(.blank, CellStyle(.entry)))
        sheet.put(row, FormLayout.ValueColumn.note.rawValue, Cell(.blank, CellStyle(.entryText)))
    }

    /// What stands beside the cell of a variable's value.
    private func prompt(_ variable: Variable) -> (title: String, text: String) {
        let unit = layout.text(variable.unitOfMeasure.symbol)
        return (FormGuide.cut(unit, 32), FormGuide.cut(layout.text(variable.definition, separator: "\n"), 250))
    }

    /// How many rows a register has beyond those that are known.
    private static let freeRows = 200

    private func sheet(_ register: FormLayout.RegisterSheet) -> Sheet {
        var sheet = head(register.name, of: register.register)
        sheet.frozen = (FormLayout.firstRow, 2)
        sheet.heights[FormLayout.headingRow] = 36
        let known = entries[register.register.id] ?? []
        askForNone(register, on: &sheet)
        let last = FormLayout.firstRow + known.count + CollectionForm.freeRows - 1
        sheet.printed = Sheet.Block(rows: 0...last, columns: 0...max(register.columns.count - 1, FormLayout.noneAnswer))
        for (index, column) in register.columns.enumerated() {
            sheet.put(FormLayout.headingRow, index, .text(layout.heading(column), .heading))
            sheet.widths[index] = column.kind == .name || column.kind == .note ? 40 : 20
            for row in FormLayout.firstRow...last {
                let entry = row - FormLayout.firstRow < known.count ? known[row - FormLayout.firstRow] : nil
                sheet.put(row, index, Cell(entry.map { column.content(of: $0, layout) } ?? .blank, column.style))
            }
            let block = Sheet.Block(rows: FormLayout.firstRow...last, columns: index...index)
            if let rule = column.rule(block, places: places, layout) { sheet.rules.append(rule) }
        }
        return sheet
    }

    /// The cell in which a unit states that it has no entries.
    private func askForNone(_ register: FormLayout.RegisterSheet, on sheet: inout Sheet) {
        let (row, column) = (FormLayout.noneRow, FormLayout.noneAnswer)
        let word = layout.text(FormLayout.none, separator: " / ")
        sheet.put(
            row, FormLayout.noneQuestion, .text(layout.text(FormGuide.noneQuestion, separator: "\n"), .wrapped))
        sheet.heights[row] = 34
        let isStated = statedNone.contains(register.register.id)
        sheet.put(row, column, isStated ? .text(word, .entry) : Cell(.blank, CellStyle(.entry)))
        sheet.rules.append(
            EntryRule(
                Sheet.Block(rows: row...row, columns: column...column), .texts([word]),
                refusal: (
                    layout.text(FormGuide.chooseTitle), layout.text(FormGuide.chooseNone, separator: "\n")
                )))
    }

    private var hidden: Sheet {
        var sheet = Sheet(FormIdentity.sheet)
        sheet.isHidden = true
        sheet.isProtected = true
        for (row, line) in identity.lines.enumerated() {
            sheet.put(row, 0, .text(line.key))
            sheet.put(row, 1, .text(line.value))
        }
        return sheet
    }

    /// A sheet with the title, and who is asked for what.
    private func head(_ name: String, of register: RegisterDescription? = nil) -> Sheet {
        var sheet = Sheet(name)
        sheet.isProtected = true
        sheet.heights[0] = 26
        sheet.put(0, 0, .text(layout.text(title, separator: " / "), .title))
        let whom = "\(layout.text(unit.name)) (\(unit.code)) · \(identity.period)"
        sheet.put(1, 0, .text(whom, .subtitle))
        if let register {
            let text = layout.text(register.name) + ": " + layout.text(register.definition, separator: " / ")
            sheet.put(2, 0, .text(text, .notice))
            sheet.merged.append(Sheet.Block(rows: 2...2, columns: 0...4))
            sheet.heights[2] = FormGuide.height(of: [(text, 120)])
        }
        return sheet
    }
}
