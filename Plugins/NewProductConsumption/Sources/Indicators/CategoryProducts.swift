import AssessmentCore

/// The recognised products of one category: one indicator for each.
enum CategoryProducts {
    static func indicator(of category: ProductCategory) -> RegisterIndicator {
        let name = category.name
        return RegisterIndicator(
            IndicatorDescription(
                id: "product.\(category.rawValue)",
                name: BilingualText(zh: "创新产品数：\(name.zh)", en: "Recognised products: \(lowercased(name.en))"),
                definition: BilingualText(
                    zh: "年末在省级信息消费创新产品名录内、类别为“\(name.zh)”的产品数，同一企业的同名产品只计一次。"
                        + "该类包括：\(category.scope.zh)",
                    en:
                        "Products of this category on the provincial register at the end of the year, each counted "
                        + "once. The category takes in \(category.scope.en)"),
                rationale: BilingualText(
                    zh: "政策要求发展\(name.zh)，获省级认定的产品数反映本地企业的有效供给",
                    en: "The policy names \(lowercased(name.en)) for development; "
                        + "products that the province recognises show what local enterprises supply"),
                unitOfMeasure: .count,
                statements: [category.statement],
                registers: [.innovativeProducts],
                examples: examples(of: category)),
            rule: RegisterIndicator.Rule { $0.productCategory == category })
    }

    private static func examples(of category: ProductCategory) -> [IndicatorExample] {
        let own = ["category": category.rawValue]
        let oneOfEach = ProductCategory.allCases.map { other in
            RegisterEntry.example("示例\(other.name.zh)", from: "2018-11-20", fields: ["category": other.rawValue])
        }
        return [
            IndicatorExample(
                BilingualText(
                    zh: "各类各一个，另有本类一个和其他类一个", en: "One of each category, one more of this, one other"),
                registers: [
                    RegisterDescription.innovativeProducts.id: oneOfEach + [
                        .example("示例二代产品", from: "2019-12-05", fields: own),
                        .example("示例平台", from: "2019-12-05", fields: ["category": "other"]),
                    ]
                ],
                expected: [.value(2)]),
            IndicatorExample(
                BilingualText(
                    zh: "2020年3月撤销的，当年年末不计；信用代码有误的始终不计",
                    en: "Withdrawn in March 2020: not counted at its end; with a wrong credit code: never counted"
                ),
                periods: [Period(year: 2019), Period(year: 2020)],
                registers: [
                    RegisterDescription.innovativeProducts.id: [
                        .example("示例一代产品", from: "2018-11-20", until: "2020-03-01", fields: own),
                        .example("示例错码产品", code: "91340100MA00000150", from: "2018-11-20", fields: own),
                    ]
                ],
                expected: [.value(1), .value(0)]),
        ]
    }

    /// A name within a sentence.
    private static func lowercased(_ name: String) -> String {
        name.prefix(1).lowercased() + name.dropFirst()
    }
}
