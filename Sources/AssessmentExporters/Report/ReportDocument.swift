internal import AssessmentCharts
internal import AssessmentCore

/// A document for print, as what it says from top to bottom; how it looks is left to each format.
struct ReportDocument: Hashable {
    /// What the document is called.
    var title: String
    /// What it is about, in a line.
    var subject: String
    /// Words that it may be found by.
    var keywords: [String]
    /// The language that it is written in.
    var language: Language
    /// The last day of the assessed period, as which a document made from it is dated.
    var date: String
    /// The content.
    var blocks: [ReportBlock]
}

/// A piece of a document.
enum ReportBlock: Hashable {
    /// The first page.
    case cover(title: String, subtitle: String, lines: [String])
    /// The list of chapters and units, with their pages.
    case contents(title: String)
    /// A heading; a chapter and a unit begin a page.
    case heading(HeadingKind, String)
    /// A paragraph that says what matters most.
    case lead(String)
    /// A paragraph.
    case paragraph(String)
    /// A remark in small letters.
    case note(String)
    /// A few numbers to be seen first.
    case keyFigures([KeyFigure])
    /// A table.
    case table(ReportTable)
    /// Drawings beside each other.
    case figures([ReportFigure])
    /// What follows begins a page.
    case pageBreak

    /// What a heading heads.
    enum HeadingKind: Hashable {
        case chapter
        case unit
        case section
    }
}

/// A number to be seen first.
struct KeyFigure: Hashable {
    /// What it is.
    var name: String
    /// The number, or the word.
    var value: String
    /// What is to be said about it; empty where nothing is.
    var remark = ""
}

/// A drawing with what stands above it.
struct ReportFigure: Hashable {
    /// What the drawing shows.
    var caption: String
    /// The drawing.
    var drawing: Drawing
}

/// A table of a document.
struct ReportTable: Hashable {
    /// A column.
    struct Column: Hashable {
        /// What stands at its head.
        var title: String
        /// Its part of the width, relative to those of the others.
        var share: Double
        /// Whether it holds numbers, which end at its right side.
        var isNumber = false
    }

    /// A cell.
    struct Cell: Hashable {
        /// What it says.
        var text: String
        /// Whether it is set bold.
        var isBold = false
        /// The colour of a dot before the text; nothing where there is none.
        var light: Ink?
        /// By how many steps it is set in.
        var depth = 0

        /// Creates a cell.
        init(_ text: String, isBold: Bool = false, light: Ink? = nil, depth: Int = 0) {
            self.text = text
            self.isBold = isBold
            self.light = light
            self.depth = depth
        }
    }

    /// A row.
    struct Row: Hashable {
        /// Its cells, one for each column.
        var cells: [Cell]
        /// Whether it heads the rows below, which it is never parted from.
        var isHead = false
    }

    /// The columns.
    var columns: [Column]
    /// The rows.
    var rows: [Row]
}
