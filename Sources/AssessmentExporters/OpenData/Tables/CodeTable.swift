internal import AssessmentCore

/// The table of the codes that columns of other tables hold, with their names.
struct CodeTable {
    let assessment: CompletedAssessment
    let threshold: Double

    /// The columns with codes; where two tables have a column of one name with other codes, with their table.
    static let columns = [
        "light", "state", "reason", "obs_status", "nodes.kind", "adjustments.kind", "direction", "code_form", "level",
        "units.kind", "cell", "suppression", "cause",
    ]

    private var lists: [String: [(String, BilingualText)]] {
        func say(_ code: String, _ zh: String, _ en: String) -> (String, BilingualText) {
            (code, BilingualText(zh: zh, en: en))
        }
        // Levels and kinds of units are the words of the file of units.
        func own(_ words: KeyPath<AssessedUnit, String>) -> [(String, BilingualText)] {
            Set(UnitTables(assessment: assessment).listed.map { $0[keyPath: words] }).filter { !$0.isBlank }.sorted()
                .map { ($0, CodeTable.levels[$0] ?? BilingualText(same: $0)) }
        }
        return [
            "light": Light.Colour.allCases.map { ($0.rawValue, $0.name) },
            "state": CellState.allCases.map { ($0.rawValue, $0 == .imputed ? CodeTable.imputed : Wording.state($0)) }
                + [(PublishedCells.Cell.suppressed.state, BilingualText(zh: "已抑制", en: "suppressed"))],
            "reason": Reason.allCases.map { ($0.rawValue, $0.name) },
            "obs_status": ObservationStatus.allCases.map { ($0.rawValue, $0.name) },
            "nodes.kind": [
                say("total", "总分", "the total"), say("pillar", "由下级节点汇总的节点", "formed from the nodes below"),
                say("indicator", "指标", "an indicator"),
            ],
            "adjustments.kind": [
                say("bonus", "加分", "adds points"), say("deduction", "扣分", "takes points away"),
                say("coefficient", "系数，乘以得分", "multiplies the score"),
                say("override", "以决定的得分替代", "puts a score in the place of the computed one"),
                say("veto", "一票否决，降低等次", "a veto, which lowers the grade"),
            ],
            "direction": [
                say("higher_is_better", "越高越好", "higher is better"), say("lower_is_better", "越低越好", "lower is better"),
            ],
            "code_form": [
                say("six_digits", "六位数字，同GB/T 2260", "six digits, as in GB/T 2260"),
                say("other", "其他形式", "another form"),
            ],
            "level": own(\.level), "units.kind": own(\.kind),
            "cell": [
                say("value", "指标值", "the value"), say("score", "得分", "the score"), say("rank", "位次", "the rank"),
                say("weight", "权重", "the weight"),
            ],
            "suppression": [
                say("primary", "因计数小", "for a small count"),
                say("secondary", "为掩护其他空白单元格", "for the sake of another blank cell"),
            ],
            "cause": SuppressionCause.every.map { ($0.id, $0.name(threshold: DataCell.number(threshold))) },
        ]
    }

    private static let imputed = BilingualText(
        zh: "补入：指标值由规则或方法补入；得分则指其自身或其下任一项为补入或按规则计零",
        en:
            "imputed: a value that a method or a rule put in; of a score, that it or anything below it was put in, or counted "
            + "as zero by rule")

    private static let levels = [
        "province": BilingualText(zh: "省级", en: "province"), "city": BilingualText(zh: "市级", en: "city"),
        "county": BilingualText(zh: "县级", en: "county"), "country": BilingualText(zh: "国家", en: "country"),
        "district": BilingualText(zh: "市辖区", en: "district"),
    ]

    /// The table.
    var table: DataTable {
        let lists = lists
        return DataTable(
            name: "codes", title: BilingualText(zh: "代码表", en: "Codes"),
            fields: [
                DataTable.Field("column", .string, "列", "Column", required: true, oneOf: CodeTable.columns).meaning(
                    "代码所在的列；两表同名而代码不同的列，前加表名",
                    "The column that holds the codes; with its table before it where two tables have one of that name"),
                .init("code", .string, "代码", "Code", required: true),
                .init("name_zh", .string, "中文名称", "Name in Chinese", required: true),
                .init("name_en", .string, "英文名称", "Name in English", required: true),
            ],
            primaryKey: ["column", "code"],
            rows: CodeTable.columns.flatMap { column in
                (lists[column] ?? []).map { code, name in [column, DataCell.text(code)] + DataCell.texts(name) }
            })
    }
}
