#if Archive
import Foundation
import Testing

/// A small review with five cities, worked by hand: income against 40,000 weighs 60, population of 1,000 weighs 40.
///
/// Hefei 60·1 + 40·0.9 = 96, Wuhu 60 + 28 = 88, Bengbu 58.5 + 28 = 86.5, Huainan 54 + 20 = 74 and a bonus of 2, Ma'anshan
/// 45 + 8 = 53. Hefei's figures were falsified, so it is disqualified and last; two of five places (40 %) are excellent.
@Suite("assess review: from the scheme to the final result")
struct ReviewProcedureTests {
    private static let specification = """
        assessment:
          id: small-review
          kind: review
          title: { zh: 小型考核（示例数据）, en: A small review (made-up data) }
          scheme: scheme.json
          period: 2020
        units: { file: units.csv, levels: city, in_force_on: 2020-12-31 }
        plugins: [ConsumptionFoundation]
        data:
          - observations: observations.csv
          - adjustments: decisions.csv
        framework:
          round: 2
          missing: { otherwise: zero }
          indicators:
            - { id: income, value: urban_disposable_income, weight: 60, evaluate: completion, target: 40000 }
            - id: population
              value: resident_population
              weight: 40
              evaluate: { goalposts: { floor: 0, ceiling: 1000 } }
        grades:
          - { at_least: 80, name: { zh: 优秀, en: Excellent }, quota: { share: 0.4 } }
          - { at_least: 60, name: { zh: 良好, en: Good } }
          - { at_least: 0, name: { zh: 一般, en: Fair } }
        adjustments:
          - { id: award, name: { zh: 表彰加分, en: Award }, kind: bonus, at_most: 3 }
          - { id: correction, name: { zh: 复核更正, en: Correction }, kind: override, nodes: [income] }
          - { id: falsified, name: { zh: 统计造假, en: Falsified statistics }, kind: veto, grade: disqualified, rank: last }
        procedure: { comment_days: 5, appeal_days: 5, decision_days: 5, people: people.csv }
        exports: [json, csv]

        """

    private static let decisions = """
        adjustment,unit,node,period,value,reason,authority,evidence,date,decided_by
        award,340400,,,2,国家级示范,奖励办法第3条,批文1,2021-01-10,考核办
        falsified,340100,,,,统计造假,统计法第37条,通报5,2021-01-20,省统计局

        """

    private static let cities = ["340100", "340200", "340300", "340400", "340500"]

    private func place() throws -> Place {
        let place = try Place()
        let units = zip(Self.cities, ["合肥市", "芜湖市", "蚌埠市", "淮南市", "马鞍山市"]).map { "\($0),\($1),\($1),city\n" }
        let figures = [(48_000, 900), (42_000, 700), (39_000, 700), (36_000, 500), (30_000, 200)]
        let observations = zip(Self.cities, figures).map {
            "urban_disposable_income,\($0),2020,\($1.0)\nresident_population,\($0),2020,\($1.1)\n"
        }
        let files = [
            ("assessment.yml", Self.specification), ("units.csv", "code,name_zh,name_en,level\n" + units.joined()),
            ("observations.csv", "variable,unit,period,value\n" + observations.joined()),
            ("decisions.csv", Self.decisions),
            ("people.csv", "id,unit\noffice,\nverifier,\n" + Self.cities.map { "p\($0),\($0)\n" }.joined()),
        ]
        for (name, text) in files { try Data(text.utf8).write(to: place.url.appendingPathComponent(name)) }
        return place
    }

    @discardableResult
    private func assess(_ place: Place, _ words: String, code: Int32 = 0) throws -> (output: String, errors: String) {
        let ended = try Program("assess", words.split(separator: " ").map(String.init), in: place.url).end()
        #expect(ended.code == code, "\(words): \(ended.errors)")
        return (ended.output, ended.errors)
    }

    /// Total, rank and grade of each city.
    private func standings(_ place: Place, _ folder: String) throws -> [String] {
        let text = try String(contentsOf: place.url.appendingPathComponent("\(folder)/scores.csv"), encoding: .utf8)
        let rows = text.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        let heading = try #require(rows.first).map(String.init)
        return try ["node", "score", "rank", "grade_en"].map { try #require(heading.firstIndex(of: $0)) }.withRows(rows)
    }

    @Test("Every act in its place: reports, verification, publication, two objections, the run that follows, the end")
    func whole() throws {
        let place = try place()
        try assess(place, "scheme issue . --authority 省政府 --document 方案1号 --issued 2020-01-15")
        try assess(place, "run . -o first --archive r.archive")
        #expect(
            try standings(place, "first") == [
                "96 5 Fair", "88 1 Excellent", "86.5 2 Excellent", "76 3 Good", "53 4 Fair",
            ])
        try assess(place, "review issue . --archive r.archive --actor office --date 2020-01-15")
        let own = "review verify r.archive 340100 --actor p340100 --finding confirmed --date 2021-02-01"
        for city in Self.cities {
            try assess(place, "review self-report r.archive \(city) --actor p\(city) --evidence 自评 --date 2021-01-25")
        }
        #expect(try assess(place, own, code: 65).errors.contains("nobody verifies their own unit"))
        for city in Self.cities {
            try assess(place, "review verify r.archive \(city) --actor verifier --finding confirmed --date 2021-02-01")
        }
        try assess(place, "review publish r.archive 1 --actor office --date 2021-03-01")
        let appeal = "--objection 漏计 --evidence 附件"
        try assess(place, "review appeal r.archive 340400 income --actor p340400 \(appeal) --date 2021-03-03")
        try assess(place, "review appeal r.archive 340500 total --actor p340500 \(appeal) --date 2021-03-04")
        let late = "review appeal r.archive 340200 total --actor p340200 \(appeal) --date 2021-03-09"
        #expect(try assess(place, late, code: 65).errors.contains("objections closed on 2021-03-08"))
        let ground = "--reason 属实 --authority 复核纪要 --date 2021-03-05"
        try assess(place, "review decide r.archive 1 --actor office --decision upheld \(ground)")
        try assess(place, "review decide r.archive 2 --actor office --decision rejected \(ground)")
        let early = "review approve r.archive --actor office --authority 领导小组 --document 纪要 --date 2021-03-09"
        #expect(try assess(place, early, code: 65).errors.contains("no run follows from the upheld objection 1"))

        // The decision is an input file of the next run: Huainan's income scores 100, so 60 + 20 + 2 = 82.
        let decided = Self.decisions + "correction,340400,income,,100,申诉属实,复核纪要,附件,2021-03-05,考核办\n"
        try Data(decided.utf8).write(to: place.url.appendingPathComponent("decisions.csv"))
        try assess(place, "run . -o second --archive r.archive")
        #expect(try standings(place, "second")[3] == "82 3 Good")
        let amended = try assess(place, "review amend r.archive 2 --actor office --date 2021-03-05").output
        #expect(amended.contains("76 → 82"), "\(amended)")
        try assess(place, early)
        try assess(place, "review finalise r.archive --actor office --date 2021-03-10")
        #expect(
            try assess(place, "review finalise r.archive --actor office --date 2021-03-11", code: 65).errors
                .contains("the review is final, and its run frozen"))
        let status = try assess(place, "review status r.archive").output
        #expect(status.hasPrefix("small-review 2020: final\nrun 2 is the result\n"))
        #expect(status.contains("changed: 340400"))
        #expect(try assess(place, "archive check r.archive").output.contains("events 19"))
    }

    @Test("A run under another scheme is not published, and neither is one of another review")
    func otherScheme() throws {
        let place = try place()
        let file = place.url.appendingPathComponent("assessment.yml")
        try Data(Self.specification.replacing("  scheme: scheme.json\n", with: "").utf8).write(to: file)
        try assess(place, "run . -o first --archive r.archive")
        try Data(Self.specification.utf8).write(to: file)
        try assess(place, "scheme issue . --authority 省政府 --document 方案1号 --issued 2020-01-15")
        try assess(place, "review issue . --archive r.archive --actor office --date 2020-01-15")
        for city in Self.cities {
            try assess(place, "review self-report r.archive \(city) --actor p\(city) --evidence 自评 --date 2021-01-25")
            try assess(place, "review verify r.archive \(city) --actor verifier --finding confirmed --date 2021-01-25")
        }
        let publish = "review publish r.archive 1 --actor office --date 2021-03-01"
        #expect(
            try assess(place, publish, code: 65).errors.contains("run 1 does not follow the scheme that was issued"))
    }
}

extension [Int] {
    /// The columns of the rows of the total, the first of them being that of the node, joined by spaces.
    fileprivate func withRows(_ rows: [[Substring]]) -> [String] {
        rows.dropFirst().filter { $0[self[0]] == "total" }.map { row in
            dropFirst().map { String(row[$0]) }.joined(separator: " ")
        }
    }
}
#endif
