internal import AssessmentCore
internal import AssessmentExporters

extension StatisticalStandard {
    /// The standard as a page to be read.
    var page: TablesPage {
        TablesPage(
            named: "standard", BilingualText(zh: "统计标准", en: "Statistical standard"), above: title,
            lead: BilingualText(
                zh: "评估期\(period)年需收集\(collected.count)项数据与\(collectedRegisters.count)份名录。标准摘要（SHA-256）：\(digest)",
                en:
                    "\(collected.count) variables and \(collectedRegisters.count) registers are collected for \(period). "
                    + "Digest of the standard (SHA-256): \(digest)"),
            sections: [
                TablesPage.Section(
                    BilingualText(zh: "数据项", en: "Variables"), columns: StatisticalStandard.columns,
                    rows: items.filter(\.isCollected).map(row)),
                TablesPage.Section(
                    BilingualText(zh: "名录", en: "Registers"),
                    lead: BilingualText(
                        zh: "每条核对统一社会信用代码、跨单位重复认定、认定与撤销日期以及所属单位。",
                        en:
                            "Each entry is checked for its organisation code, for a second recognition in any unit, for its dates and for its unit."
                    ), columns: StatisticalStandard.registerColumns,
                    rows: registers.filter(\.isCollected).map(row)),
                TablesPage.Section(
                    BilingualText(
                        zh: "插件声明但本次未用的数据项", en: "Variables that plug-ins declare and this framework does not use"),
                    columns: StatisticalStandard.columns, rows: items.filter { !$0.isCollected }.map(row)),
            ])
    }

    private static let columns: [TablesPage.Column] = [
        .init(BilingualText(zh: "名称与代码", en: "Name and code")),
        .init(BilingualText(zh: "口径", en: "Definition"), isWide: true),
        .init(BilingualText(zh: "计量单位", en: "Unit of measure")),
        .init(BilingualText(zh: "数据来源部门", en: "Reported by")), .init(BilingualText(zh: "校验", en: "Checks")),
        .init(BilingualText(zh: "用于指标", en: "Used by")),
    ]

    private static let registerColumns: [TablesPage.Column] = [
        .init(BilingualText(zh: "名称与代码", en: "Name and code")),
        .init(BilingualText(zh: "口径", en: "Definition"), isWide: true),
        .init(BilingualText(zh: "字段", en: "Fields")), .init(BilingualText(zh: "主管部门", en: "Kept by")),
        .init(BilingualText(zh: "用于指标", en: "Used by")),
    ]

    private func row(_ item: Item) -> [TablesPage.Cell] {
        let variable = item.variable
        return [
            .init(variable.name, code: variable.id), .init(variable.definition), .init(variable.unitOfMeasure.symbol),
            .init(variable.reportedBy), .init(StatisticalStandard.listed(item.checks.map(\.name))),
            .init(StatisticalStandard.shortened(item.uses.map(\.name))),
        ]
    }

    private func row(_ item: RegisterItem) -> [TablesPage.Cell] {
        let register = item.register
        return [
            .init(register.name, code: register.id), .init(register.definition),
            .init(StatisticalStandard.listed(RegisterColumn.columns(of: register).map(\.name))),
            .init(register.keptBy), .init(StatisticalStandard.shortened(item.uses.map(\.name))),
        ]
    }

    private static func listed(_ names: [BilingualText]) -> BilingualText {
        BilingualText(
            zh: names.map(\.zh).joined(separator: "、"), en: names.map(\.en).joined(separator: "; "))
    }

    /// The first names and how many there are; the tables hold all of them.
    private static func shortened(_ names: [BilingualText]) -> BilingualText {
        guard names.count > 4 else { return listed(names) }
        let first = listed(Array(names.prefix(3)))
        return BilingualText(
            zh: "\(first.zh)等\(names.count)项", en: "\(first.en) and \(names.count - 3) more")
    }
}
