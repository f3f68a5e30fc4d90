import AssessmentCore
import NewProductConsumption

/// What the domain of new products registers.
extension RegisterRows {
    private static let nouns: [ProductCategory: String] = [
        .mobileTerminal: "智能手机", .wearable: "智能手环", .digitalHome: "家庭网关", .virtualReality: "虚拟现实头盔",
        .augmentedReality: "增强现实眼镜", .connectedVehicle: "车载终端", .serviceRobot: "服务机器人",
        .consumerDrone: "航拍无人机", .homeAppliance: "智能空调", .voiceTerminal: "智能音箱", .computerTerminal: "平板电脑",
    ]

    /// Some 700 products in force at the end of 2020, with some withdrawn, a few listed twice and two wrong codes.
    func innovativeProducts() -> [RegisterRow] {
        let batches: [(year: Int, share: Double)] = [(2018, 0.38), (2019, 0.3), (2020, 0.35)]
        var rows: [RegisterRow] = []
        for territory in territories.all {
            let expected = targets.number("product.innovative_products", territories.finalCode(territory), year: 2020)
            for batch in batches {
                let scale = (0.55 + 0.9 * territory.quality) * batch.share
                let luck = draws.fraction("products", territory.code, "\(batch.year)")
                let count = Int(expected * territories.share(of: territory) * scale + luck)
                for number in 0..<count { rows.append(product(territory, batch.year, number)) }
            }
        }
        for (index, step) in [(0, 97), (1, 211), (2, 389)] where rows.indices.contains(step) {
            // A second listing in a later batch, of the same enterprise and the same product.
            var again = rows[step]
            again.from = day(in: 2020, "again", "\(index)")
            if again.until == nil { rows.append(again) }
        }
        for step in [51, 333] where rows.indices.contains(step) {
            rows[step].code = OrganisationCodes.wrong(rows[step].code)
        }
        return rows
    }

    private func product(_ territory: Territories.Territory, _ year: Int, _ number: Int) -> RegisterRow {
        let key = "\(territory.code)/\(year)/\(number)"
        let categories = ProductCategory.allCases
        let choice = draws.whole(in: 0...categories.count + 1, "category", key)
        let category = categories.indices.contains(choice) ? categories[choice] : nil
        let noun = category.flatMap { RegisterRows.nouns[$0] } ?? "信息服务平台"
        let from = day(in: year, "product", key)
        let isWithdrawn = year < 2020 && draws.fraction("withdrawn", key) < 0.06
        let enterprise = draws.whole(in: 1...40, "enterprise", key)
        return RegisterRow(
            unit: territories.unit(of: territory, on: from)?.code ?? territory.code,
            name: "示例\(shortName(territory.code))\(noun)\(year % 100)\(number + 1)号",
            code: OrganisationCodes.enterprise(in: territory.code, number: enterprise), from: from,
            until: isWithdrawn ? day(in: 2020, "withdrawn", key) : nil,
            fields: ["category": category?.rawValue ?? "other"])
    }

    /// Bases for smart terminals, most of those that the targets ask for and one that was withdrawn.
    func innovationBases() -> [RegisterRow] {
        recognised("product.innovation_bases", "智能终端创新基地", achieved: 0.75...1.2, firstNumber: 101)
    }
}
