/// What parts the cells of a table in a text file.
enum CSVSeparator {
    static let comma = UInt8(ascii: ",")
    private static let all = [comma, UInt8(ascii: ";"), UInt8(ascii: "\t")]

    /// The separator by which the first line has every one of some columns; nothing where none has, or the line ends in
    /// the first cell.
    static func find(in bytes: [UInt8], columns: [String]) -> UInt8? {
        let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        let line = body.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        return all.first { separator in
            let cells = line.split(separator: separator).map { cell in
                String(decoding: cell, as: UTF8.self).trimmed.filter { $0 != "\"" }
            }
            return columns.allSatisfy(cells.contains)
        }
    }

    /// A separator in words.
    static func name(_ separator: UInt8) -> String {
        switch separator {
        case UInt8(ascii: ";"): "semicolon"
        case UInt8(ascii: "\t"): "tab"
        default: "comma"
        }
    }
}
