#if Excel
internal import CXLSXWriter

/// The formats of cells, each made once.
extension WorkbookWriting {
    func format(_ style: CellStyle) -> UnsafeMutablePointer<lxw_format>? {
        if let known = formats[style] { return known }
        guard let format = workbook_add_format(book) else { return nil }
        formats[style] = format
        format_set_font_name(format, "Microsoft YaHei")
        format_set_font_size(format, 10)
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
        if !style.format.isEmpty { format_set_num_format(format, style.format) }
        if style.role.isUnlocked { format_set_unlocked(format) }
        let accent = workbook.accent ?? Workbook.accent
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
            ink(accent)
        case .subtitle: ink(0x5B6B7B)
        case .heading, .numberHeading:
            if style.role == .numberHeading { align(LXW_ALIGN_RIGHT) }
            format_set_bold(format)
            format_set_text_wrap(format)
            fill(0xE4EBF2)
            ink(accent)
            line(0x9FB3C8)
        case .node:
            format_set_bold(format)
            fill(accent)
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
            ink(accent)
            align(LXW_ALIGN_LEFT)
        case .caption:
            format_set_font_size(format, 9)
            ink(0x5B6B7B)
        case .notice:
            format_set_text_wrap(format)
            format_set_font_size(format, 9)
            ink(0x5B6B7B)
            format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        case .entry, .entryText:
            if style.role == .entryText {
                format_set_text_wrap(format)
                align(LXW_ALIGN_VERTICAL_TOP)
            }
            fill(0xFFFDF2)
            ink(0x1D4ED8)
            format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
            format_set_border_color(format, 0xC9B458)
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
