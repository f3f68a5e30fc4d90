import AssessmentCore
import Testing

/// A file of comma-separated values read by the rules of RFC 4180.
struct CSVRecords {
    let heading: [String]
    let rows: [[String: String]]

    init(_ file: OutputFile) {
        var records: [[String]] = []
        var (row, cell, isQuoted, mayBeDoubled) = ([String](), "", false, false)
        for scalar in String(decoding: file.bytes, as: UTF8.self).unicodeScalars {
            switch scalar {
            case "\"":
                if mayBeDoubled { cell.unicodeScalars.append(scalar) }
                mayBeDoubled = isQuoted
                isQuoted.toggle()
                continue
            case "," where !isQuoted:
                row.append(cell)
                cell = ""
            case "\n" where !isQuoted:
                records.append(row + [cell])
                (row, cell) = ([], "")
            default: cell.unicodeScalars.append(scalar)
            }
            mayBeDoubled = false
        }
        let heading = records.first ?? []
        self.heading = heading
        rows = records.dropFirst().map { Dictionary(zip(heading, $0)) { first, _ in first } }
    }

    /// The row that has these cells.
    func row(_ cells: [String: String]) -> [String: String]? {
        rows.first { row in cells.allSatisfy { row[$0.key] == $0.value } }
    }
}

/// The text of one of some files.
func contents(_ files: [String: OutputFile], _ path: String) throws -> String {
    let file = try #require(files[path], "there is no \(path)")
    return String(decoding: file.bytes, as: UTF8.self)
}

/// One of some files as rows.
func records(_ files: [String: OutputFile], _ path: String) throws -> CSVRecords {
    let file = try #require(files[path], "there is no \(path)")
    return CSVRecords(file)
}
