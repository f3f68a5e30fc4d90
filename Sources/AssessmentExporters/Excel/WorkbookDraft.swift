internal import AssessmentCore
internal import AssessmentSpreadsheets

/// A workbook while it is written: sheets that grow, and where everything of it stands.
final class WorkbookDraft {
    let assessment: CompletedAssessment
    let language: Language
    let panel: Panel
    var workbook = Workbook()
    /// The rows of the panel in the order of the sheets: by period, then by peer group, then as listed.
    let order: [Int]
    /// The line of each row of the panel on a sheet whose rows are those of the panel.
    let line: [Int]
    /// The lines of heads above those rows, and the columns before the numbers.
    static let headLines = 5
    static let firstColumn = 4
    /// The lines of sheets whose rows are those of another panel.
    var otherLines: [Int: [Int]] = [:]
    private var nextColumn: [Int: Int] = [:]
    private var rangeMemory: [RangeKey: [String]] = [:]
    private var prefixes: [Int: String] = [:]

    private struct RangeKey: Hashable {
        let place: ColumnPlace
        let first: Int
        let count: Int
        let sheet: Int
        let rows: [Int]
    }

    init(_ assessment: CompletedAssessment, _ language: Language) {
        self.assessment = assessment
        self.language = language
        let panel = assessment.ledger.panel
        self.panel = panel
        let units = panel.units.count
        let groups = assessment.peerGroupOfUnit
        order = panel.rows.sorted { left, right in
            (left / max(1, units), groups[left % units], left) < (right / max(1, units), groups[right % units], right)
        }
        var line = [Int](repeating: 0, count: panel.rowCount)
        for (position, row) in order.enumerated() { line[row] = WorkbookDraft.headLines + position }
        self.line = line
    }

    func callAsFunction(_ text: BilingualText) -> String { text[language] }

    func say(_ zh: String, _ en: String) -> String { language == .chinese ? zh : en }

    // MARK: Sheets

    /// A further sheet.
    func addSheet(_ name: String) -> Int {
        let name = CellText.sheetName(name, among: workbook.sheets.map(\.name))
        workbook.sheets.append(Sheet(name))
        prefixes[workbook.sheets.count - 1] = "'\(name)'!"
        return workbook.sheets.count - 1
    }

    /// A sheet whose rows are those of the panel, with their heads.
    func addPanelSheet(_ name: String, title: String, text: String) -> Int {
        let sheet = addSheet(name)
        put(sheet, 0, 0, .text(title, .title))
        put(sheet, 1, 0, .text(text, .subtitle))
        let heads = [say("时期", "Period"), say("代码", "Code"), say("单位", "Unit"), say("分组", "Group")]
        for (column, head) in heads.enumerated() {
            put(sheet, 2, column, .text("", .node))
            put(sheet, 3, column, .text("", .heading))
            put(sheet, 4, column, .text(head, .heading))
        }
        var widths = [6.0, 8.0, 10.0, 8.0]
        for row in order {
            let unit = panel.unit(ofRow: row)
            let texts = [
                panel.period(ofRow: row).description, unit.code, self(unit.name),
                self(assessment.peerGroup(ofRow: row).name),
            ]
            for (column, text) in texts.enumerated() {
                if column == 0, let year = Double(text) {
                    put(sheet, line[row], column, Cell(.number(year), CellStyle(.label, "0")))
                } else {
                    put(sheet, line[row], column, .text(text, .label))
                }
                widths[column] = max(widths[column], min(26, Sheet.width(of: text) + 2))
            }
        }
        for (column, width) in widths.enumerated() { workbook.sheets[sheet].widths[column] = width }
        workbook.sheets[sheet].frozen = (WorkbookDraft.headLines, 4)
        workbook.sheets[sheet].heights[3] = 62
        nextColumn[sheet] = WorkbookDraft.firstColumn
        return sheet
    }

    func put(_ sheet: Int, _ row: Int, _ column: Int, _ cell: Cell) {
        workbook.sheets[sheet].put(row, column, cell)
    }

    /// A further column of a sheet whose rows are those of the panel.
    ///
    /// - Parameters:
    ///   - node: the name of what it belongs to.
    ///   - step: what it holds.
    ///   - id: what it is, for who reads it by a program.
    ///   - note: what is to be known of it.
    func addColumn(
        _ sheet: Int, node: String, step: String, id: String, note: String? = nil, width: Double = 13
    ) -> ColumnPlace {
        let column = nextColumn[sheet, default: WorkbookDraft.firstColumn]
        nextColumn[sheet] = column + 1
        put(sheet, 2, column, .text(node, .node))
        put(sheet, 3, column, .text(step, .heading, note: note))
        put(sheet, 4, column, .text(id, .path))
        workbook.sheets[sheet].widths[column] = width
        return ColumnPlace(sheet: sheet, column: column)
    }

    func put(_ place: ColumnPlace, row: Int, _ cell: Cell) {
        put(place.sheet, line(row, on: place.sheet), place.column, cell)
    }

    // MARK: References

    private func line(_ row: Int, on sheet: Int) -> Int {
        otherLines.isEmpty ? line[row] : otherLines[sheet]?[row] ?? line[row]
    }

    /// A cell of a column in a row of the panel; the row is relative, so that the formula may be filled down.
    func text(_ place: ColumnPlace, row: Int, from sheet: Int) -> String {
        prefix(place.sheet, from: sheet) + CellPlace.letters(place.column) + "\(line(row, on: place.sheet) + 1)"
    }

    /// A cell that stays the same for every row.
    func text(_ place: CellPlace, from sheet: Int) -> String {
        prefix(place.sheet, from: sheet) + "$\(CellPlace.letters(place.column))$\(place.row + 1)"
    }

    /// The cells of a column in some rows of the panel, as few ranges as they make.
    func ranges(_ place: ColumnPlace, rows: [Int], from sheet: Int) -> [String] {
        let key = RangeKey(place: place, first: rows.first ?? 0, count: rows.count, sheet: sheet, rows: rows)
        if let known = rangeMemory[key] { return known }
        let letters = CellPlace.letters(place.column)
        let prefix = prefix(place.sheet, from: sheet)
        var runs: [(Int, Int)] = []
        for line in rows.map({ line($0, on: place.sheet) }).sorted() {
            if let last = runs.last, last.1 + 1 == line {
                runs[runs.count - 1].1 = line
            } else {
                runs.append((line, line))
            }
        }
        let texts = runs.map { "\(prefix)$\(letters)$\($0.0 + 1):$\(letters)$\($0.1 + 1)" }
        rangeMemory[key] = texts
        return texts
    }

    /// The cells of a column in one period, as one range.
    func range(_ place: ColumnPlace, period: Int, from sheet: Int) -> String {
        let units = panel.units.count
        let first = WorkbookDraft.headLines + period * units
        let letters = CellPlace.letters(place.column)
        return "\(prefix(place.sheet, from: sheet))$\(letters)$\(first + 1):$\(letters)$\(first + units)"
    }

    private func prefix(_ target: Int, from sheet: Int) -> String { target == sheet ? "" : prefixes[target] ?? "" }

    /// The rows of the panel of each peer group in each period.
    lazy var groupSets: ReferenceSets = ReferenceSets(
        .peerGroupAndPeriod, panel: panel, peerGroupOfUnit: assessment.peerGroupOfUnit)
}
