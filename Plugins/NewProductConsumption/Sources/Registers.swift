import AssessmentCore

extension RegisterDescription {
    /// The province's innovative products of information consumption, with the category of each.
    static let innovativeProducts = RegisterDescription(
        id: "innovative_products",
        name: BilingualText(
            zh: "省级信息消费创新产品名录", en: "Register of provincial innovative information products"),
        definition: BilingualText(
            zh: "省经济和信息化主管部门分批认定的信息消费创新产品，按申报企业所在地列入；"
                + "以公布文件日期为认定日，有效期满未复核或撤销之日退出",
            en:
                "Innovative products for information consumption that the province recognises in batches, entered "
                + "where their enterprise lies; from the day of the notice until the day of expiry or withdrawal"),
        fields: [
            Field(
                id: "category", name: BilingualText(zh: "产品类别", en: "Category of product"),
                accepted: ProductCategory.allCases.map(\.rawValue) + ["other"],
                names: Dictionary(uniqueKeysWithValues: ProductCategory.allCases.map { ($0.rawValue, $0.name) })
                    .merging(["other": BilingualText(zh: "其他", en: "Other")]) { own, _ in own })
        ],
        keptBy: .provincialInformationTechnologyDepartment)
}

extension RegisterEntry {
    /// The category of an innovative product; nothing for `other`.
    var productCategory: ProductCategory? {
        fields["category"].flatMap(ProductCategory.init)
    }
}

extension BilingualText {
    static let provincialInformationTechnologyDepartment = BilingualText(
        zh: "省经济和信息化厅", en: "Provincial department of economy and information technology")
}
