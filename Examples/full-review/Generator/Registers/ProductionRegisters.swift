import AssessmentCore

/// What the domain of production registers.
extension RegisterRows {
    func makerspaces() -> [RegisterRow] {
        recognised("production.makerspaces", "信息消费众创空间", achieved: 0.4...1.2, firstNumber: 201)
    }

    /// Some parks that were there before the base year, and most of those that the targets ask for.
    func softwareParks() -> [RegisterRow] {
        let before = territories.cities.filter { draws.fraction("old park", $0.code) < 0.4 }.compactMap { city in
            territory(of: city.code, "old park").map { territory in
                RegisterRow(
                    unit: territory.code, name: "示例\(shortName(city.code))软件园",
                    code: OrganisationCodes.enterprise(in: territory.code, number: 300),
                    from: day(in: 2015, "old park", city.code))
            }
        }
        return before + recognised("production.software_parks", "软件园", achieved: 0.8...1.1, firstNumber: 301)
    }

    /// Workshops in the building plan, of which some are still being built.
    func sharedWorkshops() -> [RegisterRow] {
        let listed = recognised("production.shared_workshops", "共享车间", achieved: 0.8...1.5, firstNumber: 401)
        return listed.map { row in
            var row = row
            let months = draws.whole(in: 3...18, "completion", row.unit, row.name)
            let (year, month) = (
                row.from.year + (row.from.month + months - 1) / 12, (row.from.month + months - 1) % 12 + 1
            )
            row.fields["completed_on"] = year > 2020 ? "" : RegisterRows.date(year, month, row.from.day).description
            return row
        }
    }

    /// So many items in each city as its targets ask for, more or less by how well it does, over the years.
    func recognised(
        _ indicator: String, _ noun: String, achieved: ClosedRange<Double>, firstNumber: Int
    ) -> [RegisterRow] {
        territories.cities.flatMap { city -> [RegisterRow] in
            let target = targets.number(indicator, city.code, year: 2020)
            let quality = territories.qualityOfCity[city.code] ?? 0.5
            let rate = achieved.lowerBound + (achieved.upperBound - achieved.lowerBound) * quality
            let count = Int(target * rate + draws.fraction(indicator, city.code))
            return (0..<count).compactMap { number in
                let key = "\(indicator)/\(city.code)/\(number)"
                guard let territory = territory(of: city.code, key) else { return nil }
                let from = day(in: 2018 + min(2, 3 * number / count), "recognised", key)
                let isWithdrawn = from.year < 2020 && draws.fraction("withdrawn", key) < 0.04
                return RegisterRow(
                    unit: territories.unit(of: territory, on: from)?.code ?? territory.code,
                    name: "示例\(shortName(city.code))\(noun)\(number + 1)号",
                    code: OrganisationCodes.enterprise(in: territory.code, number: firstNumber + number), from: from,
                    until: isWithdrawn ? day(in: 2020, "withdrawn", key) : nil)
            }
        }
    }
}
