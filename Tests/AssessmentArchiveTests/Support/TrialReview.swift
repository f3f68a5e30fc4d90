import Foundation
import Testing

/// A small review with five cities, worked by hand: income against 40,000 weighs 60, population of 1,000 weighs 40.
///
/// Hefei 60·1 + 40·0.9 = 96, Wuhu 60 + 28 = 88, Bengbu 58.5 + 28 = 86.5, Huainan 54 + 20 = 74 and a bonus of 2, Ma'anshan
/// 45 + 8 = 53. Hefei's figures were falsified, so it is disqualified and last; two of five places (40 %) are excellent.
struct TrialReview {
    static let specification = """
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

    static let decisions = """
        adjustment,unit,node,period,value,reason,authority,evidence,date,decided_by
        award,340400,,,2,国家级示范,奖励办法第3条,批文1,2021-01-10,考核办
        falsified,340100,,,,统计造假,统计法第37条,通报5,2021-01-20,省统计局

        """

    static let cities = ["340100", "340200", "340300", "340400", "340500"]

    let place: Place

    /// Writes its files into a folder of their own.
    init() throws {
        place = try Place()
        let units = zip(Self.cities, ["合肥市", "芜湖市", "蚌埠市", "淮南市", "马鞍山市"]).map { "\($0),\($1),\($1),city\n" }
        let files = [
            ("assessment.yml", Self.specification), ("units.csv", "code,name_zh,name_en,level\n" + units.joined()),
            ("observations.csv", Self.observations()), ("decisions.csv", Self.decisions),
            ("people.csv", "id,unit\noffice,\nverifier,\n" + Self.cities.map { "p\($0),\($0)\n" }.joined()),
        ]
        for (name, text) in files { try write(name, text) }
    }

    /// The figures, some of them others than usual, by unit.
    static func observations(incomes: [String: Int] = [:]) -> String {
        let figures = [(48_000, 900), (42_000, 700), (39_000, 700), (36_000, 500), (30_000, 200)]
        let rows = zip(cities, figures).map { city, figures in
            "urban_disposable_income,\(city),2020,\(incomes[city] ?? figures.0)\n"
                + "resident_population,\(city),2020,\(figures.1)\n"
        }
        return "variable,unit,period,value\n" + rows.joined()
    }

    /// Writes a file in the place of the one that is there.
    func write(_ name: String, _ text: String) throws { try place.write(text.utf8, to: name) }

    /// Runs the program with some words, and looks at its exit code.
    @discardableResult
    func assess(_ words: String, code: Int32 = 0) throws -> (output: String, errors: String) {
        let ended = try Program("assess", words.split(separator: " ").map(String.init), in: place.url).end()
        #expect(ended.code == code, "\(words): \(ended.errors)")
        return (ended.output, ended.errors)
    }

    /// Goes as far as the publication of the first run on Monday 1 March 2021.
    func publish() throws {
        try assess("scheme issue . --authority 省政府 --document 方案1号 --issued 2020-01-15")
        try assess("run . -o first --archive r.archive")
        try assess("review issue . --archive r.archive --actor office --date 2020-01-15")
        for city in Self.cities {
            try assess("review self-report r.archive \(city) --actor p\(city) --evidence 自评 --date 2021-01-25")
        }
        for city in Self.cities {
            try assess("review verify r.archive \(city) --actor verifier --finding confirmed --date 2021-02-01")
        }
        try assess("review publish r.archive 1 --actor office --date 2021-03-01")
    }

    /// Records an objection of a city, and decides it.
    func decide(_ number: Int, _ city: String, _ node: String, _ decision: String) throws {
        try assess(
            "review appeal r.archive \(city) \(node) --actor p\(city) --objection 漏计 --evidence 附件 --date 2021-03-03")
        try assess(
            "review decide r.archive \(number) --actor office --decision \(decision) --reason 属实 --authority 复核纪要 "
                + "--date 2021-03-05")
    }

    /// Goes from the publication to the end, on Wednesday 10 March 2021.
    func finalise() throws {
        try assess("review approve r.archive --actor office --authority 领导小组 --document 纪要 --date 2021-03-09")
        try assess("review finalise r.archive --actor office --date 2021-03-10")
    }

    /// Total, rank and grade of each city.
    func standings(_ folder: String) throws -> [String] {
        let text = try String(contentsOf: place.url.appendingPathComponent("\(folder)/scores.csv"), encoding: .utf8)
        let rows = text.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        let heading = try #require(rows.first).map(String.init)
        return try ["node", "score", "rank", "grade_en"].map { try #require(heading.firstIndex(of: $0)) }.withRows(rows)
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
