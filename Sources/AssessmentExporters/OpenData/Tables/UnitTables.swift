internal import AssessmentCore

/// The tables of who is assessed: units with those that they belong to, and peer groups.
struct UnitTables {
    let assessment: CompletedAssessment

    /// Every table.
    var all: [DataTable] { [units, groups] }

    /// The assessed units, then those that they belong to, each once.
    var listed: [AssessedUnit] {
        var listed = assessment.ledger.panel.units
        var known = Set(listed.map(\.code))
        var next = 0
        while next < listed.count {
            if let code = listed[next].parent, let above = assessment.data.units[code], known.insert(code).inserted {
                listed.append(above)
            }
            next += 1
        }
        return listed
    }

    private var units: DataTable {
        let listed = listed
        let known = Set(listed.map(\.code))
        let panel = assessment.ledger.panel
        return DataTable(
            name: "units", title: BilingualText(zh: "被评价单元", en: "Assessed units"),
            fields: [
                .init("unit", .string, "单元代码", "Code of the unit", required: true),
                .init("name_zh", .string, "中文名称", "Name in Chinese"),
                .init("name_en", .string, "英文名称", "Name in English"),
                .init(
                    "code_form", .string, "代码形式", "Form of the code: six digits as in GB/T 2260, or another one",
                    required: true, oneOf: ["six_digits", "other"]),
                .init("level", .string, "级别", "Level"), .init("kind", .string, "类型", "Kind within the level"),
                .init("parent", .string, "上级单元", "Unit that it belongs to"),
                .init("assessed", .boolean, "是否被评价", "Whether it is assessed", required: true),
                .init("peer_group", .string, "分组", "Peer group"),
                .init("valid_from", .date, "启用日期", "First day in force"),
                .init("valid_until", .date, "终止日期", "First day no longer in force"),
            ],
            primaryKey: ["unit"],
            foreignKeys: [
                .init(field: "parent", table: "", reference: "unit"),
                .init(field: "peer_group", table: "peer_groups", reference: "peer_group"),
            ],
            rows: listed.map { unit in
                let place = panel.unitIndex(of: unit.code)
                let group = place.map { assessment.peerGroups[assessment.peerGroupOfUnit[$0]].id }
                return [DataCell.text(unit.code)] + DataCell.texts(unit.name) + [
                    unit.hasSixDigits ? "six_digits" : "other", DataCell.text(unit.level), DataCell.text(unit.kind),
                    DataCell.text(unit.parent.flatMap { known.contains($0) ? $0 : nil } ?? ""),
                    place == nil ? "false" : "true", DataCell.text(group ?? ""),
                    unit.validity.from?.description ?? "", unit.validity.until?.description ?? "",
                ]
            })
    }

    private var groups: DataTable {
        DataTable(
            name: "peer_groups", title: BilingualText(zh: "分组", en: "Peer groups"),
            fields: [
                .init("peer_group", .string, "分组", "Peer group", required: true),
                .init("name_zh", .string, "中文名称", "Name in Chinese"),
                .init("name_en", .string, "英文名称", "Name in English"),
            ],
            primaryKey: ["peer_group"],
            rows: assessment.peerGroups.map { [DataCell.text($0.id)] + DataCell.texts($0.name) })
    }
}

extension AssessedUnit {
    /// Whether its code has the form of GB/T 2260.
    var hasSixDigits: Bool {
        code.utf8.count == 6 && code.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}
