#if Excel
internal import CXLSXWriter
internal import Foundation

/// What lies upon the cells of a sheet: colours by value, and charts.
extension WorkbookWriting {
    func add(
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

    func add(_ chart: Sheet.Chart, _ target: UnsafeMutablePointer<lxw_worksheet>) {
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
}
#endif
