internal import AssessmentCore

/// The table of the codes that columns of other tables hold, with their names.
enum CodeTable {
    /// The table: lights, states, reasons and observation statuses.
    static var table: DataTable {
        let states =
            CellState.allCases.map { ($0.rawValue, Wording.state($0)) }
            + [(PublishedCells.Cell.suppressed.state, BilingualText(zh: "已抑制", en: "suppressed"))]
        let lists: [(name: String, codes: [(String, BilingualText)])] = [
            ("light", Light.Colour.allCases.map { ($0.rawValue, $0.name) }), ("state", states),
            ("reason", Reason.allCases.map { ($0.rawValue, $0.name) }),
            ("obs_status", ObservationStatus.allCases.map { ($0.rawValue, $0.name) }),
        ]
        return DataTable(
            name: "codes", title: BilingualText(zh: "代码表", en: "Codes"),
            fields: [
                .init("column", .string, "列", "Column", required: true, oneOf: lists.map(\.name)),
                .init("code", .string, "代码", "Code", required: true),
                .init("name_zh", .string, "中文名称", "Name in Chinese", required: true),
                .init("name_en", .string, "英文名称", "Name in English", required: true),
            ],
            primaryKey: ["column", "code"],
            rows: lists.flatMap { list in
                list.codes.map { code, name in [list.name, code] + DataCell.texts(name) }
            })
    }
}
