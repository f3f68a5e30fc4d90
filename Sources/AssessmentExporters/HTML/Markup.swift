internal import AssessmentCharts

/// A piece of HTML in which every text has been escaped.
///
/// It is made of elements and of text, and nothing else: the names of elements and attributes are the program's own,
/// and a string can only enter as text. So nothing that was read from a file can become anything but text.
///
/// A piece is a stretch of the sheet that it was written on. The content of an element is written right behind the
/// element's beginning, so that a page comes about on one sheet and, where its pieces are made in the order of the
/// document, in one stretch. A piece that is used later, or twice, is still right: the page is then made of several.
struct Markup {
    private var sheet: MarkupSheet?
    private var first: Range<Int>
    /// The stretches behind the first one, where there are more.
    private var further: [Range<Int>] = []

    /// Nothing.
    static var empty: Markup { Markup(nil, 0..<0) }

    /// Creates a text.
    @inline(never)
    init(_ text: String) {
        self = text.isEmpty ? .empty : Markup.written { $0.write(escaping: text) }
    }

    private init(_ sheet: MarkupSheet?, _ first: Range<Int>) {
        self.sheet = sheet
        self.first = first
    }

    /// The escaped text in UTF-8, well-formed as XML too.
    var bytes: [UInt8] { sheet?.bytes([first] + further) ?? [] }

    /// The escaped text.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Creates a whole document from its root element.
    static func document(_ root: () -> Markup) -> Markup {
        let sheet = MarkupSheet()
        return MarkupSheet.$current.withValue(sheet) {
            var whole = written(on: sheet) { $0.write("<!DOCTYPE html>\n") }
            whole.append(root())
            return whole
        }
    }

    /// Creates a drawing, whose own painter escapes its texts.
    static func drawing(_ drawing: Drawing, _ name: StaticString) -> Markup {
        var text = drawing.svg(id: "\(name)")
        return written { sheet in text.withUTF8 { sheet.write($0) } }
    }

    /// The beginning of an element on a sheet, up to its content.
    @inline(never)
    init(
        opening tag: Tag, _ first: borrowing Attribute?, _ second: borrowing Attribute?, _ third: borrowing Attribute?,
        _ fourth: borrowing Attribute?, _ fifth: borrowing Attribute?, on sheet: MarkupSheet
    ) {
        let start = sheet.count
        sheet.write(UInt8(ascii: "<"))
        sheet.write(escaping: tag.rawValue)
        first?.write(on: sheet)
        second?.write(on: sheet)
        third?.write(on: sheet)
        fourth?.write(on: sheet)
        fifth?.write(on: sheet)
        if !tag.isVoid { sheet.write(UInt8(ascii: ">")) }
        self.init(sheet, start..<sheet.count)
    }

    /// Puts the content of an element and its end behind its beginning.
    @inline(never)
    mutating func close(_ tag: Tag, around content: Markup, on sheet: MarkupSheet) {
        if !tag.isVoid { append(content) }
        let start = sheet.count
        if tag.isVoid {
            sheet.write("/>")
        } else {
            sheet.write("</")
            sheet.write(escaping: tag.rawValue)
            sheet.write(UInt8(ascii: ">"))
        }
        if tag.endsLine { sheet.write(UInt8(ascii: "\n")) }
        append(start..<sheet.count)
    }

    /// Puts one piece behind another.
    static func + (left: consuming Markup, right: Markup) -> Markup {
        var whole = left
        whole.append(right)
        return whole
    }

    /// Puts a piece at the end.
    @inline(never)
    mutating func append(_ other: Markup) {
        guard let written = other.sheet else { return }
        guard let sheet else {
            self = other
            return
        }
        guard sheet === written else {
            // What was made outside of the page is copied onto it.
            return append(Markup.written(on: sheet) { sheet in other.bytes.withUnsafeBufferPointer(sheet.write) })
        }
        append(other.first)
        for stretch in other.further { append(stretch) }
    }

    private mutating func append(_ stretch: Range<Int>) {
        if let last = further.last {
            if last.upperBound == stretch.lowerBound {
                further[further.count - 1] = last.lowerBound..<stretch.upperBound
            } else {
                further.append(stretch)
            }
        } else if first.upperBound == stretch.lowerBound {
            first = first.lowerBound..<stretch.upperBound
        } else {
            further.append(stretch)
        }
    }

    private static func written(_ write: (MarkupSheet) -> Void) -> Markup {
        written(on: MarkupSheet.current ?? MarkupSheet(), write)
    }

    private static func written(on sheet: MarkupSheet, _ write: (MarkupSheet) -> Void) -> Markup {
        let start = sheet.count
        write(sheet)
        return Markup(sheet, start..<sheet.count)
    }
}
