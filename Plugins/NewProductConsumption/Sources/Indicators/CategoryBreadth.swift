import AssessmentCore

/// How many of the eleven categories have at least one recognised product.
///
/// A category is present where its own indicator counts at least one product, so that breadth and counts agree.
struct CategoryBreadth: Indicator {
    static let indicator = CategoryBreadth()

    let description = IndicatorDescription(
        id: "product.category_breadth",
        name: BilingualText(zh: "新型信息产品类别覆盖率", en: "Breadth of product categories"),
        definition: BilingualText(
            zh: "年末至少有一个产品在省级信息消费创新产品名录内的类别数 ÷ 政策点名的类别数（11）× 100%，其他类不计",
            en: "Categories with at least one product on the provincial register at the end of the year, as a share of "
                + "the eleven that the policy names; other products do not matter"),
        rationale: BilingualText(
            zh: "政策并列点名十一类产品，只看总数会掩盖集中于个别类别",
            en: "The policy names eleven categories side by side; a total would hide that all products are of one"),
        unitOfMeasure: .percent,
        statements: ProductCategory.allCases.map(\.statement),
        registers: [.innovativeProducts],
        examples: [
            IndicatorExample(
                BilingualText(
                    zh: "2019年只有语音终端两个；2020年增加手机和无人机，其他类不计",
                    en: "In 2019 two voice terminals; in 2020 a smartphone and a drone as well, and one other"),
                periods: [Period(year: 2019), Period(year: 2020)],
                registers: [
                    RegisterDescription.innovativeProducts.id: [
                        .example("示例智能音箱", from: "2018-11-20", fields: ["category": "voice_terminal"]),
                        .example("示例翻译机", from: "2018-11-20", fields: ["category": "voice_terminal"]),
                        .example("示例手机", from: "2020-10-10", fields: ["category": "mobile_terminal"]),
                        .example("示例航拍机", from: "2020-10-10", fields: ["category": "consumer_drone"]),
                        .example("示例云服务", from: "2020-10-10", fields: ["category": "other"]),
                    ]
                ],
                expected: [.value(100.0 / 11), .value(300.0 / 11)])
        ])

    /// Measures the breadth from the counts of the categories; the entries that they count are its evidence.
    func measure(_ data: MeasurementData) throws -> IndicatorMeasurement {
        let counts = try ProductCategory.allCases.map { try CategoryProducts.indicator(of: $0).measure(data) }
        var column = Column(count: data.panel.rowCount, absent: .notCollected)
        var references = [[IndicatorMeasurement.Reference]](repeating: [], count: data.panel.rowCount)
        for row in 0..<data.panel.rowCount {
            let numbers = counts.compactMap { $0.column[row] }
            guard numbers.count == counts.count else { continue }
            let present = numbers.filter { $0 > 0 }.count
            column.measure(
                100 * Double(present) / Double(counts.count), note: joined(counts.compactMap { $0.column.notes[row] }),
                at: row)
            for count in counts {
                guard case .listed(let counted) = count.evidence else { continue }
                references[row] += counted[row]
            }
        }
        return IndicatorMeasurement(column: column, evidence: .listed(references))
    }

    private func joined(_ notes: [BilingualText]) -> BilingualText? {
        guard !notes.isEmpty else { return nil }
        return BilingualText(
            zh: notes.map(\.zh).joined(separator: "；"), en: notes.map(\.en).joined(separator: "; "))
    }
}
