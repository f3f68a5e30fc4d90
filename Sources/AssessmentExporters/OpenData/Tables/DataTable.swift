internal import AssessmentCore

/// A table of open data: one file of comma-separated values with what each column means.
struct DataTable {
    /// A column.
    struct Field {
        /// What a cell holds, as Table Schema names it.
        enum Kind: String { case string, number, integer, year, date, boolean }

        let name: String
        let kind: Kind
        let title: BilingualText
        var isRequired = false
        /// The texts that a cell may hold; any where there are none.
        var accepted: [String] = []
        var minimum: Int?
        /// What a reader must know beyond the title.
        var meaning: BilingualText?

        /// The same column with what a reader must know of it.
        func meaning(_ zh: String, _ en: String) -> Field {
            var field = self
            field.meaning = BilingualText(zh: zh, en: en)
            return field
        }

        init(
            _ name: String, _ kind: Kind, _ zh: String, _ en: String, required: Bool = false,
            oneOf accepted: [String] = [],
            minimum: Int? = nil
        ) {
            (self.name, self.kind, title) = (name, kind, BilingualText(zh: zh, en: en))
            (isRequired, self.accepted, self.minimum) = (required, accepted, minimum)
        }
    }

    /// A column whose texts are those of a column of another table.
    struct ForeignKey {
        let field: String
        let table: String
        let reference: String
    }

    let name: String
    let title: BilingualText
    let fields: [Field]
    let primaryKey: [String]
    var foreignKeys: [ForeignKey] = []
    /// Cells as they stand in the file.
    let rows: [[String]]

    /// The name of the file within the folder of open data.
    var file: String { "\(name).csv" }

    /// The file as text: UTF-8 without a byte order mark, lines ended by a line feed.
    var text: String {
        ([fields.map(\.name)] + rows).map { $0.joined(separator: ",") + "\n" }.joined()
    }
}

/// Cells of open data.
enum DataCell {
    /// A text on one line: characters that mean something to programs, such as line breaks and marks that turn the
    /// direction of reading, become spaces; one that a spreadsheet would take for a formula begins with an apostrophe.
    static func text(_ text: String) -> String { CSVCell.text(printable(text)) }

    /// A number as short as it reads back exactly; empty where there is none.
    static func number(_ value: Double?) -> String { CSVCell.number(value) }

    /// Both renderings of a text.
    static func texts(_ text: BilingualText) -> [String] { [self.text(text.zh), self.text(text.en)] }
}
