import AssessmentCore

/// What the domain of public services and the foundations register.
extension RegisterRows {
    private static let venueClasses = [
        ("government_hall", "政务服务大厅"), ("shopping_street", "商业街"), ("scenic_area", "景区"), ("industrial_park", "产业园"),
    ]

    /// Venues of four classes in every county; where a unit does well, more of them have free wireless access.
    func publicVenues() -> [RegisterRow] {
        territories.all.flatMap { territory in
            RegisterRows.venueClasses.flatMap { venueClass, noun in
                (1...draws.whole(in: 2...4, "venues", venueClass, territory.code)).map { number -> RegisterRow in
                    let key = "\(venueClass)/\(territory.code)/\(number)"
                    let listed = RegisterRows.date(2018, 1, 1)
                    let late = draws.fraction("wifi", key) * (1.35 - 0.85 * territory.quality)
                    let year = 2018 + Int(late * 3.6)
                    let since = year > 2020 ? "" : day(in: year, "wifi", key).description
                    return RegisterRow(
                        unit: territories.unit(of: territory, on: listed)?.code ?? territory.code,
                        name: "示例\(shortName(territory.code))\(noun)\(number)", code: "", from: listed,
                        fields: ["class": venueClass, "wifi_since": since])
                }
            }
        }
    }

    /// Centres of cities and counties: most in time, some late, some closed again, some never.
    func experienceCentres() -> [RegisterRow] {
        let cities = territories.cities.compactMap { city -> RegisterRow? in
            let isLate =
                draws.fraction("late centre", city.code) > 0.7 + 0.3 * (territories.qualityOfCity[city.code] ?? 0)
            guard let territory = territory(of: city.code, "centre") else { return nil }
            return centre(city.code, territory, level: "city", year: isLate ? 2019 : 2018)
        }
        let counties = territories.all.compactMap { territory -> RegisterRow? in
            let luck = draws.fraction("centre", territory.code) + 0.55 * territory.quality
            guard luck > 0.4 else { return nil }
            let isDemonstration = demonstrationCounties.contains(territories.finalCode(territory))
            let year = isDemonstration && luck > 0.5 || luck > 1.2 ? 2018 : luck > 0.85 ? 2019 : 2020
            return centre(territory.code, territory, level: "county", year: year)
        }
        return cities + counties
    }

    private func centre(
        _ owner: String, _ territory: Territories.Territory, level: String, year: Int
    ) -> RegisterRow {
        let from = day(in: year, "opened", owner)
        let isClosed = year < 2020 && draws.fraction("closed", owner) < 0.03
        return RegisterRow(
            unit: territories.unit(of: territory, on: from)?.code ?? territory.code,
            name: "示例\(shortName(owner))信息消费体验中心",
            code: OrganisationCodes.enterprise(in: territory.code, number: level == "city" ? 501 : 502), from: from,
            until: isClosed ? day(in: 2020, "closed", owner) : nil, fields: ["level": level])
    }

    /// Titles of the cities and counties that hold one, and national projects.
    func demonstrations() -> [RegisterRow] {
        let cities = territories.cities.filter { $0.classes.contains("national_demonstration") }.map { city in
            RegisterRow(
                unit: city.code, name: "示例国家级信息消费示范市（\(city.name.zh)）",
                code: OrganisationCodes.government(of: city.code), from: RegisterRows.date(2015, 1, 1),
                fields: ["title": "national_city"])
        }
        let counties = demonstrationCounties.map { code in
            RegisterRow(
                unit: code, name: "示例省级信息消费示范县（\(territories.units[code]?.name.zh ?? code)）",
                code: OrganisationCodes.government(of: code), from: RegisterRows.date(2017, 12, 1),
                fields: ["title": "provincial_county"])
        }
        let projects = territories.all.filter { draws.fraction("project", $0.code) < 0.25 * $0.quality }.map {
            territory in
            let year = 2018 + draws.whole(in: 0...2, "project year", territory.code)
            let from = day(in: year, "project", territory.code)
            return RegisterRow(
                unit: territories.unit(of: territory, on: from)?.code ?? territory.code,
                name: "示例\(shortName(territory.code))国家级示范项目",
                code: OrganisationCodes.enterprise(in: territory.code, number: 601), from: from,
                fields: ["title": "national_project"])
        }
        return cities + counties + projects
    }
}
