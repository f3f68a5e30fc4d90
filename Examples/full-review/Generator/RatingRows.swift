import AssessmentCore

/// The files of ratings and of those who rate: what four sources say of two qualitative items of each city.
///
/// A self-report flatters; one assessor of the third party is harsh; single ratings lack, and one city handed in no
/// self-report in the last year. Nobody rates the city that they belong to.
struct RatingRows {
    private struct Reviewer {
        let id: String
        let name: String
        let source: String
        /// How much more or less than others the reviewer gives, in points of 100.
        let bias: Double
        var home: String?
    }

    static let items = ["service_quality", "organisation"]
    /// The assessor who is harsher than all others.
    static let harsh = "T4"
    /// The share of the ratings of departments and third parties that lack.
    private static let lacking = 0.04
    /// The places of a survey in each city.
    private static let surveyPlaces = 10

    private static let reviewers = [
        Reviewer(id: "D1", name: "示例部门评审一", source: "department", bias: 1),
        Reviewer(id: "D2", name: "示例部门评审二", source: "department", bias: -2),
        Reviewer(id: "D3", name: "示例部门评审三", source: "department", bias: 0),
        Reviewer(id: "T1", name: "示例专家一", source: "third_party", bias: 2),
        Reviewer(id: "T2", name: "示例专家二", source: "third_party", bias: -1, home: "340100"),
        Reviewer(id: "T3", name: "示例专家三", source: "third_party", bias: 1),
        Reviewer(id: harsh, name: "示例专家四", source: "third_party", bias: -15),
        Reviewer(id: "T5", name: "示例专家五", source: "third_party", bias: 0, home: "340300"),
    ]

    let territories: Territories

    private var draws: Draws { territories.draws }

    /// The two files.
    func tables(source: String) -> [OutputTable] {
        var assessors = OutputTable("assessors.csv", columns: ["assessor", "name", "source", "home_unit", "note"])
        for reviewer in RatingRows.reviewers {
            assessors.append([reviewer.id, reviewer.name, reviewer.source, reviewer.home ?? "", source])
        }
        return [ratings(source: source), assessors]
    }

    private func ratings(source: String) -> OutputTable {
        var table = OutputTable(
            "ratings.csv", columns: ["item", "unit", "period", "source", "assessor", "score", "date", "note"])
        let withoutReport = draws.shuffled(territories.cities, by: { $0.code }, "no self-report").first?.code
        for (year, period) in GeneratedValues.years.enumerated() {
            let date = "\(period.year + 1)-02-\(period.year == 2020 ? 20 : 26)"
            for item in RatingRows.items {
                for city in territories.cities {
                    let deserved = deserved(item, city.code, year)
                    func append(_ source: String, _ assessor: String, _ score: String, note: String) {
                        table.append([item, city.code, period.description, source, assessor, score, date, note])
                    }
                    func noise(_ size: Double, _ reviewer: String) -> Double {
                        draws.number(in: -size...size, "rating", item, city.code, reviewer, period.description)
                    }
                    if city.code != withoutReport || period != GeneratedValues.years.last {
                        append("self_report", "", whole(deserved + 9 + noise(3, "self")), note: source)
                    }
                    for reviewer in RatingRows.reviewers where reviewer.home != city.code {
                        let key = [item, city.code, reviewer.id, period.description].joined(separator: " ")
                        if draws.fraction("no rating", key) < RatingRows.lacking { continue }
                        append(
                            reviewer.source, reviewer.id, whole(deserved + reviewer.bias + noise(5, reviewer.id)),
                            note: source)
                    }
                    for place in 1...RatingRows.surveyPlaces {
                        let points = min(100, max(0, deserved + noise(12, "survey \(place)")))
                        append(
                            "public", "\(city.code)-\(place)", OutputTable.number(1 + points / 25, decimals: 1),
                            note: source)
                    }
                }
            }
        }
        return table
    }

    /// What everybody would give without a bias.
    private func deserved(_ item: String, _ city: String, _ year: Int) -> Double {
        52 + 30 * (territories.qualityOfCity[city] ?? 0.5) + 3 * Double(year)
            + draws.number(in: -5...5, "deserved", item, city)
    }

    private func whole(_ score: Double) -> String { OutputTable.number(min(100, max(0, score)), decimals: 0) }
}
