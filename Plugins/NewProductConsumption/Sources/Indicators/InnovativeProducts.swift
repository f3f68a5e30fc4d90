import AssessmentCore

/// All recognised innovative products, whatever their category.
enum InnovativeProducts {
    static let indicator = RegisterIndicator(
        IndicatorDescription(
            id: "product.innovative_products",
            name: BilingualText(zh: "省级信息消费创新产品数", en: "Provincial innovative information products"),
            definition: BilingualText(
                zh: "年末在省级信息消费创新产品名录内的产品数，含十一类和其他类；同一企业的同名产品只计一次，已退出的不计",
                en:
                    "Products on the provincial register at the end of the year, of the eleven categories and of "
                    + "others; each counted once, those withdrawn not at all"),
            rationale: BilingualText(
                zh: "政策要求到2020年培育和认定700个省级信息消费创新产品",
                en: "The policy asks for 700 recognised innovative products by 2020"),
            unitOfMeasure: .count,
            statements: ["N9"],
            registers: [.innovativeProducts],
            examples: [
                IndicatorExample(
                    BilingualText(
                        zh: "同一产品两次公布只计一次；另一企业的同名产品另计",
                        en: "A product listed twice counts once; another enterprise's of the same name counts too"),
                    periods: [Period(year: 2018), Period(year: 2019)],
                    registers: [
                        RegisterDescription.innovativeProducts.id: [
                            .example("示例智能音箱", from: "2018-11-20", fields: ["category": "voice_terminal"]),
                            .example("示例智能音箱", from: "2019-12-05", fields: ["category": "voice_terminal"]),
                            .example(
                                "示例智能音箱", code: "91340100MA0000023U", from: "2019-12-05",
                                fields: ["category": "voice_terminal"]),
                            .example("示例云服务", from: "2019-12-05", fields: ["category": "other"]),
                        ]
                    ],
                    expected: [.value(1), .value(3)])
            ]))
}
