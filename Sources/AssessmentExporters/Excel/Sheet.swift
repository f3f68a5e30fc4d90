internal import AssessmentCore

/// A sheet of a workbook.
struct Sheet {
    /// A list that a cell is chosen from.
    struct Choice {
        var row: Int
        var column: Int
        /// The formula of the list.
        var list: String
        var title: String
        var text: String
    }

    /// Cells that are coloured where they hold a text, or by where a number lies.
    enum Colouring {
        case text(String, background: UInt32, foreground: UInt32)
        case bars(UInt32)
    }

    /// A block of cells, its last row and column included.
    struct Block {
        var rows: ClosedRange<Int>
        var columns: ClosedRange<Int>
    }

    /// A chart of columns, bars or lines.
    struct Chart {
        enum Kind { case bars, lines }
        struct Series {
            var name: String
            var categories: String
            var values: String
            var colour: UInt32
        }
        var kind: Kind
        var title: String
        var row: Int
        var column: Int
        var width: Int
        var height: Int
        var series: [Series]
    }

    var name: String
    var cells: [(row: Int, column: Int, cell: Cell)] = []
    var widths: [Int: Double] = [:]
    var heights: [Int: Double] = [:]
    var hiddenColumns: Set<Int> = []
    var merged: [Block] = []
    var choices: [Choice] = []
    var colourings: [(block: Block, colouring: Colouring)] = []
    var charts: [Chart] = []
    /// How many rows and columns stay in sight.
    var frozen: (rows: Int, columns: Int) = (0, 0)
    var isLandscape = true
    var isOnePageWide = true
    var showsGrid = true
    var tab: UInt32?
    var filter: Block?
    /// A picture with its upper left corner in a cell.
    var picture: SheetPicture?
    /// What is printed; everything where nothing is said.
    var printed: Block?

    init(_ name: String) { self.name = name }

    mutating func put(_ row: Int, _ column: Int, _ cell: Cell) { cells.append((row, column, cell)) }

    /// How wide a text is in a cell, in characters of a Latin font: a Chinese one takes two.
    static func width(of text: String) -> Double {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.unicodeScalars.reduce(0.0) { $0 + ($1.value >= 0x1100 ? 2.1 : 1.05) }
        }.max() ?? 0
    }
}

/// A workbook: sheets, and names for places in them.
struct Workbook {
    /// The format's own colour of heads.
    static let accent: UInt32 = 0x1F3A5F

    var title = ""
    var subject = ""
    var comments = ""
    var sheets: [Sheet] = []
    var names: [(name: String, place: String)] = []
    /// The colour of heads and charts; the format's own where there is none.
    var accent: UInt32?
    /// What stands at the foot of every printed page beside sheet and number; empty where nothing does.
    var footer = ""
}

/// Text of data as a cell takes it.
enum CellText {
    /// Without control characters and marks that turn the direction of what follows; at most as long as a cell holds.
    static func clean(_ text: String, limit: Int = 32_767) -> String {
        var clean = ""
        var count = 0
        for scalar in text.unicodeScalars {
            let width = scalar.value > 0xFFFF ? 2 : 1
            if count + width > limit { break }
            switch scalar.properties.generalCategory {
            case .control where scalar == "\n" || scalar == "\t": clean.unicodeScalars.append(scalar)
            case .control, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator, .format:
                // Joiners hold an emoji together.
                if scalar == "\u{200D}" { clean.unicodeScalars.append(scalar) } else { clean += " " }
            default: clean.unicodeScalars.append(scalar)
            }
            count += width
        }
        return clean
    }

    /// A text within a formula.
    static func quoted(_ text: String) -> String {
        "\""
            + clean(text, limit: 255).split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
            + "\""
    }

    /// A valid name of a sheet that differs from others.
    static func sheetName(_ text: String, among taken: [String]) -> String {
        // Beyond what Excel refuses, nothing that stands between parts of a formula.
        var name = clean(text).map { "[]:*?/\\'\n\t=|!<>\"".contains($0) ? " " : String($0) }.joined()
        while name.hasPrefix(" ") { name.removeFirst() }
        name = String(name.prefix(40))
        func cut(_ name: String, _ limit: Int) -> String {
            var cut = name
            while cut.utf16.count > limit { cut.removeLast() }
            while cut.hasSuffix(" ") { cut.removeLast() }
            return cut
        }
        let base = cut(name, 28)
        var result = base.isEmpty ? "Sheet" : base
        var number = 2
        while taken.contains(where: { $0.lowercased() == result.lowercased() }) || result.lowercased() == "history" {
            result = cut(base, 25) + " \(number)"
            number += 1
        }
        return result
    }
}
