internal import AssessmentCore
internal import AssessmentSpreadsheets

/// The sheets that hold one number a line: parameters, weights, statistics, decisions, places.
final class ListSheet {
    let draft: WorkbookDraft
    let sheet: Int
    private(set) var next = 4
    private let columns: Int
    private var widths: [Double]

    init(_ draft: WorkbookDraft, _ name: String, title: String, text: String, heads: [(String, Double)]) {
        self.draft = draft
        sheet = draft.addSheet(name)
        columns = heads.count
        widths = heads.map(\.1)
        draft.put(sheet, 0, 0, .text(title, .title))
        draft.put(sheet, 1, 0, .text(text, .subtitle))
        for (column, head) in heads.enumerated() {
            draft.put(sheet, 3, column, .text(head.0, .heading))
            draft.workbook.sheets[sheet].widths[column] = head.1
        }
        draft.workbook.sheets[sheet].frozen = (4, 0)
    }

    /// Adds a line of cells, and gives back its row.
    @discardableResult
    func add(_ cells: [Cell]) -> Int {
        for (column, cell) in cells.enumerated() {
            draft.put(sheet, next, column, cell)
            if case .text(let text) = cell.content, widths.indices.contains(column) {
                widths[column] = max(widths[column], min(48, Sheet.width(of: text) + 2))
            }
        }
        next += 1
        return next - 1
    }

    func place(_ row: Int, _ column: Int) -> CellPlace { CellPlace(sheet: sheet, row: row, column: column) }

    /// Makes columns as wide as their texts, up to a limit, and puts a filter over the lines.
    func finish() {
        for (column, width) in widths.enumerated() { draft.workbook.sheets[sheet].widths[column] = width }
        guard next > 4 else { return }
        draft.workbook.sheets[sheet].filter = Sheet.Block(rows: 3...(next - 1), columns: 0...(columns - 1))
    }
}
