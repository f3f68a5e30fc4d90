import AssessmentCore

/// The departments that lead tasks, and what was reported of the tasks. Codes and dates of departments are those of the
/// example; the reform of 2018 is real, its day here is not.
struct TaskRows {
    let territories: Territories
    let source: String

    /// A day, as reports name it.
    private static let days = ["2018-06-30", "2018-12-31", "2019-06-30", "2019-12-31", "2020-06-30", "2020-12-31"]
    private static let reform = "2018-11-01"

    /// The departments.
    var departments: OutputTable {
        var table = OutputTable(
            "departments.csv", columns: ["code", "name_zh", "name_en", "valid_from", "valid_until", "successor"],
            source: source)
        let rows = [
            ["ah-jxw", "省经济和信息化委", "Economy and Information Commission", "", Self.reform, "ah-jxt"],
            ["ah-jxt", "省经济和信息化厅", "Department of Economy and Information Technology", Self.reform, "", ""],
            ["ah-txglj", "省通信管理局", "Communications Administration", "", "", ""],
            ["ah-fgw", "省发展改革委", "Development and Reform Commission", "", "", ""],
            ["ah-czt", "省财政厅", "Department of Finance", "", "", ""],
            ["ah-kjt", "省科技厅", "Department of Science and Technology", "", "", ""],
        ]
        for row in rows { table.append(row) }
        return table
    }

    /// The places in each city that are to have free wireless access, as lines of a table of numbers.
    var quantities: DataSet.File {
        let lines = territories.cities.map { "- { unit: \"\($0.code)\", value: \(places(of: $0)) }\n" }
        let total = territories.cities.reduce(0) { $0 + places(of: $1) }
        return DataSet.File(
            name: "public_wifi_quantities.yml",
            text: "# \(source)\n" + lines.joined() + "- { class: department, value: \(total) }\n")
    }

    private func places(of city: AssessedUnit) -> Int {
        100 * territories.draws.whole(in: 1...4, "places with wifi", city.code)
    }

    /// What was reported.
    var progress: OutputTable {
        var table = OutputTable(
            "progress.csv", columns: ["task", "body", "date", "done", "evidence", "reported_by", "note"], source: source
        )
        var number = 0
        func append(_ task: String, _ body: String, _ day: String, _ done: Int) {
            number += 1
            let evidence = done > 0 ? "示例材料\(day.prefix(4))-\(String(1000 + number).dropFirst())" : ""
            table.append([task, body, day, String(done), evidence, "示例填报人", "示例数据"])
        }
        // In a drawn order: the first city stays behind with the places, the second one was late with its rules.
        let order = territories.draws.shuffled(territories.cities, by: { $0.code }, "tasks")
        for city in territories.cities {
            let day = territories.draws.whole(in: 10...31, "rules issued", city.code)
            append("implementing_rules", city.code, city.code == order[1].code ? "2018-05-18" : "2018-03-\(day)", 1)
        }
        append("implementing_rules", "ah-jxw", "2018-03-27", 1)
        // At the end 490 of 700 are 30 points behind, 45 of 50 are 10 points behind; what comes later is not used.
        let counts = [
            ("innovative_products", [80, 190, 300, 390, 455, 490]), ("innovation_bases", [1, 3, 6, 10, 10, 11]),
            ("makerspaces", [6, 15, 24, 32, 40, 45]), ("software_parks", [0, 2, 3, 5, 5, 5]),
            ("shared_workshops", [3, 9, 17, 26, 34, 41]),
        ]
        for (task, done) in counts {
            for (day, done) in zip(Self.days, done) { append(task, day < Self.reform ? "ah-jxw" : "ah-jxt", day, done) }
        }
        append("innovative_products", "ah-jxt", "2021-01-20", 520)
        var sums = [Int](repeating: 0, count: Self.days.count)
        for city in territories.cities {
            let percents = self.percents(of: city, isBehind: city.code == order[0].code)
            for (index, percent) in percents.enumerated() {
                let done = places(of: city) / 100 * percent
                sums[index] += done
                append("public_wifi", city.code, Self.days[index], done)
            }
        }
        for (day, sum) in zip(Self.days, sums) { append("public_wifi", "ah-txglj", day, sum) }
        append("commercial_5g", "ah-txglj", "2019-10-31", 1)
        return table
    }

    /// The share of a city's places with access at each report, in per cent.
    private func percents(of city: AssessedUnit, isBehind: Bool) -> [Int] {
        if isBehind { return [12, 31, 44, 60, 66, 69] }
        let last = min(100, 84 + Int(20 * (territories.qualityOfCity[city.code] ?? 0.5)))
        return [15, 34, 50, 66, 80].map {
            $0 * last / 100 + territories.draws.whole(in: 0...2, "wifi", city.code, String($0))
        }
            + [last]
    }
}
