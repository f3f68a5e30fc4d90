internal import AssessmentCharts

/// A piece of HTML in which every text has been escaped.
///
/// It is made of elements and of text, and nothing else: the names of elements and attributes are the program's own,
/// and a string can only enter as text. So nothing that was read from a file can become anything but text.
///
/// A piece is a stretch of the sheet that it was written on. The content of an element is written right behind the
/// element's beginning, so that a page comes about on one sheet and, where its pieces are made in the order of the
/// document, in one stretch. A piece that is used later, or twice, is still right: the page is then made of several.
/// Pieces are made while a page is, and are no use afterwards.
struct Markup {
    private var sheet: MarkupSheet?
    /// What stands before the last stretch, where there is more than that.
    private var before: MarkupSheet.Place
    private var last: MarkupSheet.Stretch

    /// Nothing.
    static var empty: Markup { Markup(nil, MarkupSheet.Stretch(start: 0, end: 0)) }

    /// Creates a text.
    @inline(never)
    init(_ text: String) {
        self = text.isEmpty ? .empty : Markup.written { $0.write(escaping: text) }
    }

    private init(_ sheet: MarkupSheet?, _ stretch: MarkupSheet.Stretch) {
        self.sheet = sheet
        before = -1
        last = stretch
    }

    /// The bytes of a whole document with this root element: escaped text in UTF-8, well-formed as XML too.
    static func document(_ root: () -> Markup) -> [UInt8] {
        bytes {
            var whole = written { $0.write("<!DOCTYPE html>\n") }
            whole.append(root())
            return whole
        }
    }

    /// The bytes of a piece that is made on a sheet of its own.
    static func bytes(_ piece: () -> Markup) -> [UInt8] {
        MarkupSheet.withSheet { sheet in
            let made = piece()
            guard made.sheet != nil else { return [] }
            return sheet.bytes(sheet.stretches(upTo: made.before) + [made.last])
        }
    }

    /// Creates a drawing, whose own painter escapes its texts.
    static func drawing(_ drawing: Drawing, _ name: StaticString, _ number: Int? = nil) -> Markup {
        var text = drawing.svg(id: "\(name)\(number.map { "-\($0)" } ?? "")")
        return written { sheet in text.withUTF8 { sheet.write($0) } }
    }

    /// The beginning of an element, up to its content.
    @inline(never)
    init(
        opening tag: Tag, _ first: borrowing Attribute?, _ second: borrowing Attribute?, _ third: borrowing Attribute?,
        _ fourth: borrowing Attribute?, _ fifth: borrowing Attribute?
    ) {
        let sheet = Markup.sheet
        let start = sheet.end
        sheet.write(UInt8(ascii: "<"))
        sheet.write(name: tag.rawValue)
        first?.write(on: sheet)
        second?.write(on: sheet)
        third?.write(on: sheet)
        fourth?.write(on: sheet)
        fifth?.write(on: sheet)
        if !tag.isVoid { sheet.write(UInt8(ascii: ">")) }
        self.init(sheet, MarkupSheet.Stretch(start: start, end: sheet.end))
    }

    /// Puts the content of an element and its end behind its beginning.
    @inline(never)
    mutating func close(_ tag: Tag, around content: Markup) {
        guard let sheet else { return }
        if !tag.isVoid { append(content) }
        let start = sheet.end
        if tag.isVoid {
            sheet.write("/>")
        } else {
            sheet.write("</")
            sheet.write(name: tag.rawValue)
            sheet.write(UInt8(ascii: ">"))
        }
        if tag.endsLine { sheet.write(UInt8(ascii: "\n")) }
        append(MarkupSheet.Stretch(start: start, end: sheet.end), on: sheet)
    }

    /// Puts one piece behind another.
    static func + (left: Markup, right: Markup) -> Markup {
        var whole = left
        whole.append(right)
        return whole
    }

    /// Puts a piece at the end.
    mutating func append(_ other: Markup) {
        guard let written = other.sheet else { return }
        guard let sheet else {
            self = other
            return
        }
        precondition(sheet == written, "pieces of two pages")
        if other.before >= 0 {
            for stretch in sheet.stretches(upTo: other.before) { append(stretch, on: sheet) }
        }
        append(other.last, on: sheet)
    }

    private mutating func append(_ stretch: MarkupSheet.Stretch, on sheet: MarkupSheet) {
        if last.end == stretch.start {
            last.end = stretch.end
        } else {
            before = sheet.join(last, behind: before)
            last = stretch
        }
    }

    private static func written(_ write: (MarkupSheet) -> Void) -> Markup {
        let sheet = sheet
        let start = sheet.end
        write(sheet)
        return Markup(sheet, MarkupSheet.Stretch(start: start, end: sheet.end))
    }

    private static var sheet: MarkupSheet {
        guard let sheet = MarkupSheet.current else { preconditionFailure("a piece is made outside of any page") }
        return sheet
    }
}
