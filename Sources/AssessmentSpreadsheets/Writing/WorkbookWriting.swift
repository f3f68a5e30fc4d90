#if Excel
internal import AssessmentCore
internal import CXLSXWriter
internal import Foundation

/// One workbook while libxlsxwriter writes it.
final class WorkbookWriting {
    let workbook: Workbook
    let book: UnsafeMutablePointer<lxw_workbook>
    var formats: [CellStyle: UnsafeMutablePointer<lxw_format>] = [:]
    private var failure: String?

    init(_ workbook: Workbook, path: String, folder: String) throws {
        self.workbook = workbook
        var options = lxw_workbook_options()
        let made = folder.withCString { folder -> UnsafeMutablePointer<lxw_workbook>? in
            let copy = strdup(folder)
            defer { free(copy) }
            options.tmpdir = copy
            return workbook_new_opt(path, &options)
        }
        guard let made else { throw MethodError("the workbook cannot be begun at \(path)") }
        book = made
    }

    func write() throws {
        properties()
        let sheets = workbook.sheets.map { workbook_add_worksheet(book, $0.name) }
        for (sheet, target) in zip(workbook.sheets, sheets) {
            guard let target else {
                failure = failure ?? "the sheet ‘\(sheet.name)’ cannot be added"
                continue
            }
            write(sheet, target)
        }
        // A program opens the first sheet, which must be one that it shows.
        if let shown = workbook.sheets.firstIndex(where: { !$0.isHidden }) {
            if shown > 0, let target = sheets[shown] {
                worksheet_activate(target)
                worksheet_set_first_sheet(target)
            }
        } else if !workbook.sheets.isEmpty {
            fail("all sheets are hidden")
        }
        for name in workbook.names { check(workbook_define_name(book, name.name, "=" + name.place), name.name) }
        let closed = workbook_close(book)
        if closed != LXW_NO_ERROR { failure = failure ?? String(cString: lxw_strerror(closed)) }
        if let failure { throw MethodError("the workbook cannot be written: \(failure)") }
    }

    func check(_ error: lxw_error, _ place: @autoclosure () -> String) {
        if error != LXW_NO_ERROR, failure == nil { failure = "\(place()): \(String(cString: lxw_strerror(error)))" }
    }

    func fail(_ text: String) { failure = failure ?? text }

    private func properties() {
        func copy(_ text: String) -> UnsafeMutablePointer<CChar>? { strdup(CellText.clean(text, limit: 250)) }
        var properties = lxw_doc_properties()
        properties.title = copy(workbook.title)
        properties.subject = copy(workbook.subject)
        properties.comments = copy(workbook.comments)
        // No clock: the same run gives the same bytes.
        properties.created = 1_577_836_800
        workbook_set_properties(book, &properties)
        for text in [properties.title, properties.subject, properties.comments] { free(text) }
        for (name, value) in workbook.properties {
            let place = "the property ‘\(name)’"
            switch value {
            case .text(let text): check(workbook_set_custom_property_string(book, name, CellText.clean(text)), place)
            case .number(let number): check(workbook_set_custom_property_number(book, name, number), place)
            case .boolean(let value): check(workbook_set_custom_property_boolean(book, name, value ? 1 : 0), place)
            }
        }
    }

    private func write(_ sheet: Sheet, _ target: UnsafeMutablePointer<lxw_worksheet>) {
        for (column, width) in sheet.widths.sorted(by: { $0.key < $1.key }) {
            if sheet.hiddenColumns.contains(column) {
                var options = lxw_row_col_options()
                options.hidden = 1
                worksheet_set_column_opt(target, UInt16(column), UInt16(column), width, nil, &options)
            } else {
                worksheet_set_column(target, UInt16(column), UInt16(column), width, nil)
            }
        }
        for (row, height) in sheet.heights { worksheet_set_row(target, UInt32(row), height, nil) }
        for block in sheet.merged {
            worksheet_merge_range(
                target, UInt32(block.rows.lowerBound), UInt16(block.columns.lowerBound),
                UInt32(block.rows.upperBound), UInt16(block.columns.upperBound), "", nil)
        }
        for (row, column, cell) in sheet.cells { write(cell, UInt32(row), UInt16(column), sheet, target) }
        for rule in sheet.rules { add(rule, sheet, target) }
        for (block, colouring) in sheet.colourings { add(colouring, block, target) }
        for chart in sheet.charts { add(chart, target) }
        if let picture = sheet.picture {
            var options = lxw_image_options()
            (options.x_scale, options.y_scale) = (picture.scale, picture.scale)
            check(
                worksheet_insert_image_buffer_opt(target, 0, 1, picture.png, picture.png.count, &options), "the logo")
        }
        if let block = sheet.filter {
            worksheet_autofilter(
                target, UInt32(block.rows.lowerBound), UInt16(block.columns.lowerBound),
                UInt32(block.rows.upperBound), UInt16(block.columns.upperBound))
        }
        page(sheet, target)
        if sheet.isHidden { worksheet_hide(target) }
        if sheet.isProtected {
            var protection = lxw_protection()
            // A form is read at the width that a screen needs.
            (protection.format_columns, protection.format_rows) = (1, 1)
            worksheet_protect(target, nil, &protection)
        }
    }

    private func page(_ sheet: Sheet, _ target: UnsafeMutablePointer<lxw_worksheet>) {
        if sheet.frozen != (0, 0) {
            worksheet_freeze_panes(target, UInt32(sheet.frozen.rows), UInt16(sheet.frozen.columns))
            if sheet.frozen.rows > 0 { worksheet_repeat_rows(target, 0, UInt32(sheet.frozen.rows - 1)) }
            if sheet.frozen.columns > 0 { worksheet_repeat_columns(target, 0, UInt16(sheet.frozen.columns - 1)) }
        }
        if let block = sheet.printed {
            worksheet_print_area(
                target, UInt32(block.rows.lowerBound), UInt16(block.columns.lowerBound),
                UInt32(block.rows.upperBound), UInt16(block.columns.upperBound))
        }
        if sheet.isLandscape { worksheet_set_landscape(target) }
        worksheet_set_paper(target, 9)
        worksheet_set_margins(target, 0.5, 0.5, 0.6, 0.6)
        worksheet_fit_to_pages(target, sheet.isOnePageWide ? 1 : 0, 0)
        // The sign of codes stands for itself where it is doubled; a blank parts the size from a number.
        let footer = CellText.clean(workbook.footer, limit: 400).split(separator: "\n").joined(separator: " ")
            .split(separator: "&", omittingEmptySubsequences: false).joined(separator: "&&")
        check(
            worksheet_set_footer(target, "&L&8&A" + (footer.isEmpty ? "" : "&C&8 \(footer)") + "&R&8&P / &N"),
            "the footer")
        if !sheet.showsGrid { worksheet_gridlines(target, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue)) }
        if let tab = sheet.tab { worksheet_set_tab_color(target, tab) }
    }

    private func write(
        _ cell: Cell, _ row: UInt32, _ column: UInt16, _ sheet: Sheet, _ target: UnsafeMutablePointer<lxw_worksheet>
    ) {
        func place() -> String { "\(sheet.name)!\(CellPlace.letters(Int(column)))\(row + 1)" }
        let format: UnsafeMutablePointer<lxw_format>?
        if case .date = cell.content, cell.style.format.isEmpty {
            format = self.format(CellStyle(cell.style.role, "yyyy-mm-dd"))
        } else {
            format = self.format(cell.style)
        }
        switch cell.content {
        case .date(let date):
            if let number = SerialDate.number(of: date) {
                check(worksheet_write_number(target, row, column, Double(number), format), place())
            } else {
                check(worksheet_write_string(target, row, column, date.description, format), place())
            }
        case .number(let number):
            // Other programs refuse a file that holds what is no number.
            if number.isFinite {
                check(worksheet_write_number(target, row, column, number, format), place())
            } else {
                check(worksheet_write_blank(target, row, column, format), place())
            }
        case .text(let text):
            let clean = CellText.clean(text)
            check(
                clean.isEmpty
                    ? worksheet_write_blank(target, row, column, format)
                    : worksheet_write_string(target, row, column, clean, format), place())
        case .blank: check(worksheet_write_blank(target, row, column, format), place())
        case .formula(let formula, let value):
            if formula.utf8.count > 8192 {
                failure = failure ?? "\(place()): the formula is longer than 8192 characters"
            }
            switch value {
            case .number(let number):
                check(
                    worksheet_write_formula_num(
                        target, row, column, "=" + formula, format, number.isFinite ? number : 0),
                    place())
            case .text(let text):
                check(
                    worksheet_write_formula_str(target, row, column, "=" + formula, format, CellText.clean(text)),
                    place())
            }
        case .array(let formula, let value):
            let number: Double = if case .number(let number) = value, number.isFinite { number } else { 0 }
            check(
                worksheet_write_array_formula_num(
                    target, row, column, row, column, "{=" + formula + "}", format, number), place())
        }
        if let note = cell.note {
            var options = lxw_comment_options()
            if let size = cell.noteSize {
                options.width = UInt16(clamping: size.width)
                options.height = UInt16(clamping: size.height)
            } else {
                options.x_scale = 2.2
                options.y_scale = min(6, 0.8 + Double(note.utf16.count) / 90)
            }
            check(
                worksheet_write_comment_opt(target, row, column, CellText.clean(note, limit: 8000), &options), place())
        }
    }
}
#endif
