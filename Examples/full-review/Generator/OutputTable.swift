import AssessmentCore

/// A file of comma-separated values that is being written.
struct OutputTable {
    let name: String
    private(set) var text: String
    private let ending: String

    /// Begins a table.
    ///
    /// - Parameter source: what the column `source`, the last one, says in every row.
    init(_ name: String, columns: [String], source: String) {
        self.name = name
        text = (columns + ["source"]).joined(separator: ",") + "\n"
        ending = "," + OutputTable.cell(source) + "\n"
    }

    /// Begins a table without a column `source`.
    init(_ name: String, columns: [String]) {
        self.name = name
        text = columns.joined(separator: ",") + "\n"
        ending = "\n"
    }

    mutating func append(_ cells: [String]) {
        text += cells.map(OutputTable.cell).joined(separator: ",") + ending
    }

    private static func cell(_ text: String) -> String {
        let bytes = text.utf8
        guard
            bytes.contains(UInt8(ascii: ",")) || bytes.contains(UInt8(ascii: "\""))
                || bytes.contains(UInt8(ascii: "\n"))
        else { return text }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }

    /// A number with so many decimals at most.
    static func number(_ value: Double, decimals: Int) -> String {
        let rounded = DecimalRounding.round(value, decimals: decimals)
        return rounded == rounded.rounded() ? String(Int(rounded)) : "\(rounded)"
    }
}
