internal import AssessmentCore

#if Excel
internal import CXLSXWriter
internal import Foundation
#endif

/// The bytes of a workbook, by libxlsxwriter. This is the only file that calls it.
enum WorkbookFile {
    /// Whether the package was built with the library.
    static var isAvailable: Bool {
        #if Excel
        true
        #else
        false
        #endif
    }

    /// The bytes of a file.
    ///
    /// - Throws: `MethodError` where it cannot be written.
    static func bytes(of workbook: Workbook) throws -> [UInt8] {
        #if Excel
        // The library writes to a path only.
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("workbook-\(UUID().uuidString)")
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: folder) }
            let file = folder.appendingPathComponent("workbook.xlsx")
            try WorkbookWriting(workbook, path: file.path, folder: folder.path).write()
            return Array(try Data(contentsOf: file))
        } catch let error as MethodError {
            throw error
        } catch {
            throw MethodError("the workbook cannot be written to \(folder.path): \(error.localizedDescription)")
        }
        #else
        throw MethodError("the package was built without the trait Excel")
        #endif
    }
}

#if Excel
/// One workbook while libxlsxwriter writes it.
private final class WorkbookWriting {
    private let workbook: Workbook
    private let book: UnsafeMutablePointer<lxw_workbook>
    private var formats: [CellStyle: UnsafeMutablePointer<lxw_format>] = [:]
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
        for name in workbook.names { check(workbook_define_name(book, name.name, "=" + name.place), name.name) }
        let closed = workbook_close(book)
        if closed != LXW_NO_ERROR { failure = failure ?? String(cString: lxw_strerror(closed)) }
        if let failure { throw MethodError("the workbook cannot be written: \(failure)") }
    }

    private func check(_ error: lxw_error, _ place: @autoclosure () -> String) {
        if error != LXW_NO_ERROR, failure == nil { failure = "\(place()): \(String(cString: lxw_strerror(error)))" }
    }

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
        for choice in sheet.choices { add(choice, target) }
        for (block, colouring) in sheet.colourings { add(colouring, block, target) }
        for chart in sheet.charts { add(chart, target) }
        if let block = sheet.filter {
            worksheet_autofilter(
                target, UInt32(block.rows.lowerBound), UInt16(block.columns.lowerBound),
                UInt32(block.rows.upperBound), UInt16(block.columns.upperBound))
        }
        page(sheet, target)
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
        worksheet_set_footer(target, "&L&8&A&R&8&P / &N")
        if !sheet.showsGrid { worksheet_gridlines(target, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue)) }
        if let tab = sheet.tab { worksheet_set_tab_color(target, tab) }
    }

    private func write(
        _ cell: Cell, _ row: UInt32, _ column: UInt16, _ sheet: Sheet, _ target: UnsafeMutablePointer<lxw_worksheet>
    ) {
        let format = format(cell.style)
        func place() -> String { "\(sheet.name)!\(CellPlace.letters(Int(column)))\(row + 1)" }
        switch cell.content {
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
            options.x_scale = 2.2
            options.y_scale = min(6, 0.8 + Double(note.utf16.count) / 90)
            check(
                worksheet_write_comment_opt(target, row, column, CellText.clean(note, limit: 8000), &options), place())
        }
    }

    private func add(_ choice: Sheet.Choice, _ target: UnsafeMutablePointer<lxw_worksheet>) {
        var validation = lxw_data_validation()
        validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
        let texts = [
            strdup("=" + choice.list), strdup(String(choice.title.prefix(32))), strdup(String(choice.text.prefix(250))),
        ]
        defer { for text in texts { free(text) } }
        validation.value_formula = texts[0]
        validation.input_title = texts[1]
        validation.input_message = texts[2]
        check(
            worksheet_data_validation_cell(target, UInt32(choice.row), UInt16(choice.column), &validation),
            "the drop-down list")
    }

    private func add(
        _ colouring: Sheet.Colouring, _ block: Sheet.Block, _ target: UnsafeMutablePointer<lxw_worksheet>
    ) {
        var format = lxw_conditional_format()
        var text: UnsafeMutablePointer<CChar>?
        defer { free(text) }
        switch colouring {
        case .text(let value, let background, let foreground):
            format.type = UInt8(LXW_CONDITIONAL_TYPE_CELL.rawValue)
            format.criteria = UInt8(LXW_CONDITIONAL_CRITERIA_EQUAL_TO.rawValue)
            text = strdup(CellText.quoted(value))
            format.value_string = text
            let look = workbook_add_format(book)
            format_set_bg_color(look, background)
            format_set_font_color(look, foreground)
            format.format = look
        case .bars(let colour):
            format.type = UInt8(LXW_CONDITIONAL_DATA_BAR.rawValue)
            format.bar_color = colour
            format.bar_solid = 1
            format.min_rule_type = UInt8(LXW_CONDITIONAL_RULE_TYPE_NUMBER.rawValue)
            format.min_value = 0
        }
        check(
            worksheet_conditional_format_range(
                target, UInt32(block.rows.lowerBound), UInt16(block.columns.lowerBound),
                UInt32(block.rows.upperBound), UInt16(block.columns.upperBound), &format), "a conditional format")
    }

    private func add(_ chart: Sheet.Chart, _ target: UnsafeMutablePointer<lxw_worksheet>) {
        let kind = chart.kind == .bars ? LXW_CHART_BAR : LXW_CHART_LINE
        guard let made = workbook_add_chart(book, UInt8(kind.rawValue)) else { return }
        for series in chart.series {
            let added = chart_add_series(made, "=" + series.categories, "=" + series.values)
            chart_series_set_name(added, CellText.clean(series.name, limit: 200))
            if chart.kind == .bars {
                var fill = lxw_chart_fill()
                fill.color = series.colour
                chart_series_set_fill(added, &fill)
            } else {
                var line = lxw_chart_line()
                line.color = series.colour
                line.width = 2.25
                chart_series_set_line(added, &line)
            }
        }
        var font = lxw_chart_font()
        font.size = 11
        font.bold = 1
        chart_title_set_name(made, CellText.clean(chart.title, limit: 200))
        chart_title_set_name_font(made, &font)
        chart_legend_set_position(made, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
        var grid = lxw_chart_line()
        grid.color = 0xD9E1E8
        grid.width = 0.5
        chart_show_hidden_data(made)
        if chart.kind == .bars {
            // The library exchanges the axes of bar charts: the upright one is that of the names.
            chart_axis_set_reverse(made.pointee.y_axis)
            chart_axis_set_crossing_max(made.pointee.y_axis)
            chart_axis_major_gridlines_set_line(made.pointee.x_axis, &grid)
            chart_set_series_gap(made, 60)
        } else {
            chart_axis_major_gridlines_set_line(made.pointee.y_axis, &grid)
        }
        var none = lxw_chart_line()
        none.none = 1
        chart_chartarea_set_line(made, &none)
        var options = lxw_chart_options()
        options.x_scale = Double(chart.width) / 480
        options.y_scale = Double(chart.height) / 288
        check(
            worksheet_insert_chart_opt(target, UInt32(chart.row), UInt16(chart.column), made, &options), "a chart")
    }

    private func format(_ style: CellStyle) -> UnsafeMutablePointer<lxw_format>? {
        if let known = formats[style] { return known }
        guard let format = workbook_add_format(book) else { return nil }
        formats[style] = format
        format_set_font_name(format, "Microsoft YaHei")
        format_set_font_size(format, 10)
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
        if !style.format.isEmpty { format_set_num_format(format, style.format) }
        func fill(_ colour: UInt32) { format_set_bg_color(format, colour) }
        func ink(_ colour: UInt32) { format_set_font_color(format, colour) }
        func line(_ colour: UInt32) {
            format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
            format_set_bottom_color(format, colour)
        }
        func align(_ alignment: lxw_format_alignments) { format_set_align(format, UInt8(alignment.rawValue)) }
        switch style.role {
        case .plain: break
        case .wrapped:
            format_set_text_wrap(format)
            format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        case .title:
            format_set_bold(format)
            format_set_font_size(format, 16)
            ink(0x1F3A5F)
        case .subtitle: ink(0x5B6B7B)
        case .heading, .numberHeading:
            if style.role == .numberHeading { align(LXW_ALIGN_RIGHT) }
            format_set_bold(format)
            format_set_text_wrap(format)
            fill(0xE4EBF2)
            ink(0x1F3A5F)
            line(0x9FB3C8)
        case .node:
            format_set_bold(format)
            fill(0x1F3A5F)
            ink(0xFFFFFF)
        case .path:
            format_set_font_size(format, 8)
            fill(0xF3F6F9)
            ink(0x7A8896)
            line(0x9FB3C8)
        case .label:
            fill(0xF7F9FB)
            line(0xE4EBF2)
        case .input:
            fill(0xFFF9DB)
            ink(0x1D4ED8)
            line(0xEADFA8)
        case .constant:
            fill(0xEDE7F3)
            ink(0x5B2A86)
            line(0xD8CBE6)
        case .computed: line(0xEEF2F5)
        case .imputed:
            line(0xEEF2F5)
            format_set_italic(format)
            ink(0xB45309)
        case .absent:
            fill(0xF1F1F1)
            line(0xEEF2F5)
        case .result:
            format_set_bold(format)
            fill(0xEAF3EC)
            line(0xC7DDCC)
        case .choice:
            format_set_bold(format)
            format_set_font_size(format, 14)
            fill(0xFFF9DB)
            ink(0x1D4ED8)
            format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
            format_set_border_color(format, 0xC9B458)
        case .figure:
            format_set_bold(format)
            format_set_font_size(format, 22)
            ink(0x1F3A5F)
            align(LXW_ALIGN_LEFT)
        case .caption:
            format_set_font_size(format, 9)
            ink(0x5B6B7B)
        case .notice:
            format_set_text_wrap(format)
            format_set_font_size(format, 9)
            ink(0x5B6B7B)
            format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        case .name: line(0xE4EBF2)
        case .total:
            format_set_bold(format)
            fill(0xEAF0F6)
            line(0x9FB3C8)
        }
        return format
    }
}
#endif
