internal import AssessmentCore

/// A table in a JSON file: an array of rows, each an array or an object, or an array of single values.
///
/// The columns of rows that are arrays are named `1`, `2`, …; those of objects by their keys; a list of single values is
/// one column named `1`. Rows that are arrays are equally long; objects may lack keys.
enum JSONTable {
    /// Reads the table at a place, the whole file where none is named.
    ///
    /// - Parameter position: where the specification names the file.
    /// - Throws: `DiagnosticList` with every row that does not fit, or the first place that cannot be read at all.
    static func read(
        _ bytes: [UInt8], file: String, place: String?, namedAt position: SourcePosition
    ) throws(DiagnosticList) -> SourceTable {
        let items: [JSONNode]
        do throws(Diagnostic) {
            items = try rows(bytes, file: file, place: place, namedAt: position)
        } catch {
            throw DiagnosticList([error])
        }
        var columns: [String] = []
        if case .array(let cells) = items.first?.value { columns = (0..<cells.count).map { String($0 + 1) } }
        var indices: [String: Int] = [:]
        if case .object = items.first?.value {
            for case .object(let members) in items.map(\.value) {
                for member in members where indices.updateValue(indices.count, forKey: member.key) == nil {
                    columns.append(member.key)
                }
            }
            indices = Dictionary(columns.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        }
        if columns.isEmpty { columns = ["1"] }
        var problems: [Diagnostic] = []
        var rows: [TableRow] = []
        rows.reserveCapacity(items.count)
        for (index, item) in items.enumerated() {
            do throws(Diagnostic) {
                let cells = try cells(of: item, like: items[0], count: columns.count, indices, file: file)
                var texts: [String] = []
                texts.reserveCapacity(cells.count)
                for cell in cells { texts.append(try text(of: cell, file: file)) }
                rows.append(TableRow(number: index + 1, cells: texts, places: cells.map(\.place)))
            } catch {
                problems.append(error)
            }
        }
        if !problems.isEmpty { throw DiagnosticList(problems) }
        return SourceTable(file: file, place: place, columns: columns, rows: rows)
    }

    private static func rows(
        _ bytes: [UInt8], file: String, place: String?, namedAt position: SourcePosition
    ) throws(Diagnostic) -> [JSONNode] {
        let root = try JSONScanner.read(bytes, file: file)
        var node = root
        if let place {
            guard let path = JSONPlace(place) else {
                throw Diagnostic(
                    at: position, "\(quoted(place)) is not a place in a JSON file",
                    expected: "keys and indices from 0, such as data.matrix or cases[3].matrix")
            }
            node = try path.find(in: root, file: file, namedAt: position)
        }
        let here = SourcePosition(file: file, line: node.place.line, column: node.place.column)
        guard case .array(let items) = node.value else {
            throw Diagnostic(
                at: here, "\(node.kind) stands where rows should",
                expected: place == nil
                    ? "an array of rows, or its place in the specification: at: data.matrix" : "an array of rows")
        }
        guard !items.isEmpty else { throw Diagnostic(at: here, "the table has no rows", expected: "at least one") }
        return items
    }

    /// The cells of a row in the order of the columns.
    private static func cells(
        of row: JSONNode, like first: JSONNode, count: Int, _ indices: [String: Int], file: String
    ) throws(Diagnostic) -> [JSONNode] {
        switch (first.value, row.value) {
        case (.array, .array(let cells)):
            guard cells.count == count else {
                throw Diagnostic(
                    at: position(of: row, file), "a row has \(cells.count) value\(cells.count == 1 ? "" : "s")",
                    expected: "\(count), as in the first row")
            }
            return cells
        case (.object, .object(let members)):
            var cells = [JSONNode](repeating: JSONNode(value: .null, place: row.place), count: count)
            for member in members {
                if let index = indices[member.key] { cells[index] = member.value }
            }
            return cells
        case (.array, _), (.object, _), (_, .array), (_, .object):
            throw Diagnostic(
                at: position(of: row, file), "\(row.kind) stands among rows of another form",
                expected: "\(first.kind), as the first row is")
        default: return [row]
        }
    }

    private static func text(of cell: JSONNode, file: String) throws(Diagnostic) -> String {
        switch cell.value {
        case .null: return ""
        case .truth(let flag): return flag ? "true" : "false"
        case .number(let text): return text
        case .text(let text): return text.trimmed
        case .array, .object:
            throw Diagnostic(
                at: position(of: cell, file), "\(cell.kind) stands where a cell should",
                expected: "a number, a text or null")
        }
    }

    private static func position(of node: JSONNode, _ file: String) -> SourcePosition {
        SourcePosition(file: file, line: node.place.line, column: node.place.column)
    }
}
