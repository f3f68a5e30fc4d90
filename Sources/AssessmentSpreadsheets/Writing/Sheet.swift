/// A sheet of a workbook.
package struct Sheet {
    /// Cells that are coloured where they hold a text, or by where a number lies.
    package enum Colouring {
        case text(String, background: UInt32, foreground: UInt32)
        case bars(UInt32)
    }

    /// A block of cells, its last row and column included.
    package struct Block {
        package var rows: ClosedRange<Int>
        package var columns: ClosedRange<Int>

        package init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
            self.rows = rows
            self.columns = columns
        }
    }

    /// A chart of columns, bars or lines.
    package struct Chart {
        package enum Kind { case bars, lines }
        package struct Series {
            package var name: String
            package var categories: String
            package var values: String
            package var colour: UInt32

            package init(name: String, categories: String, values: String, colour: UInt32) {
                self.name = name
                self.categories = categories
                self.values = values
                self.colour = colour
            }
        }
        package var kind: Kind
        package var title: String
        package var row: Int
        package var column: Int
        package var width: Int
        package var height: Int
        package var series: [Series]

        package init(
            kind: Kind, title: String, row: Int, column: Int, width: Int, height: Int, series: [Series]
        ) {
            self.kind = kind
            self.title = title
            self.row = row
            self.column = column
            self.width = width
            self.height = height
            self.series = series
        }
    }

    package var name: String
    package var cells: [(row: Int, column: Int, cell: Cell)] = []
    package var widths: [Int: Double] = [:]
    package var heights: [Int: Double] = [:]
    package var hiddenColumns: Set<Int> = []
    package var merged: [Block] = []
    package var rules: [EntryRule] = []
    package var colourings: [(block: Block, colouring: Colouring)] = []
    package var charts: [Chart] = []
    /// How many rows and columns stay in sight.
    package var frozen: (rows: Int, columns: Int) = (0, 0)
    package var isLandscape = true
    package var isOnePageWide = true
    package var showsGrid = true
    package var tab: UInt32?
    package var filter: Block?
    /// A picture with its upper left corner in a cell.
    package var picture: SheetPicture?
    /// What is printed; everything where nothing is said.
    package var printed: Block?
    /// Whether only cells of the roles that are entered can be changed. There is no password: it holds off mistakes only.
    package var isProtected = false
    /// Whether the program shows the sheet only to who asks for hidden ones.
    package var isHidden = false

    package init(_ name: String) { self.name = name }

    package mutating func put(_ row: Int, _ column: Int, _ cell: Cell) { cells.append((row, column, cell)) }

    /// How wide a text is in a cell, in characters of a Latin font: a Chinese one takes two.
    package static func width(of text: String) -> Double {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.unicodeScalars.reduce(0.0) { $0 + ($1.value >= 0x1100 ? 2.1 : 1.05) }
        }.max() ?? 0
    }
}
