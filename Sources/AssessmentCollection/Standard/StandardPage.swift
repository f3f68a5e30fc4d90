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
                    BilingualText(zh: "名录", en: "Registers"), columns: StatisticalStandard.registerColumns,
                    rows: registers.filter(\.isCollected).map(row)),
                TablesPage.Section(
                    BilingualText(
                        zh: "插件声明但本次未用的数据项", en: "Variables that plug-ins declare and this framework does not use"),
                    columns: StatisticalStandard.columns, rows: items.filter { !$0.isCollected }.map(row)),
            ])
    }

    private static let columns = [
        BilingualText(zh: "名称", en: "Name"), BilingualText(zh: "代码", en: "Code"),
        BilingualText(zh: "口径", en: "Definition"), BilingualText(zh: "计量单位", en: "Unit of measure"),
        BilingualText(zh: "数据来源部门", en: "Reported by"), BilingualText(zh: "用于指标", en: "Used by"),
    ]

    private static let registerColumns = [
        BilingualText(zh: "名称", en: "Name"), BilingualText(zh: "代码", en: "Code"),
        BilingualText(zh: "口径", en: "Definition"), BilingualText(zh: "字段", en: "Fields"),
        BilingualText(zh: "主管部门", en: "Kept by"), BilingualText(zh: "用于指标", en: "Used by"),
    ]

    private func row(_ item: Item) -> [BilingualText] {
        let variable = item.variable
        return [
            variable.name, BilingualText(same: variable.id), variable.definition, variable.unitOfMeasure.symbol,
            variable.reportedBy, StatisticalStandard.listed(item.uses.map(\.name)),
        ]
    }

    private func row(_ item: RegisterItem) -> [BilingualText] {
        let register = item.register
        return [
            register.name, BilingualText(same: register.id), register.definition,
            StatisticalStandard.listed(RegisterColumn.columns(of: register).map(\.name)), register.keptBy,
            StatisticalStandard.listed(item.uses.map(\.name)),
        ]
    }

    private static func listed(_ names: [BilingualText]) -> BilingualText {
        BilingualText(
            zh: names.map(\.zh).joined(separator: "、"), en: names.map(\.en).joined(separator: "; "))
    }
}
