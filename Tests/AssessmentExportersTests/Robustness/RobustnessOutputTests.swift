import AssessmentCore
import AssessmentSpreadsheets
import Foundation
import Testing

@testable import AssessmentExporters

@Suite("How firm a result is, in every output")
struct RobustnessOutputTests {
    private func pages(
        _ assessment: CompletedAssessment, _ languages: [Language] = [.english], threads: Int = 1
    ) -> [String: String] {
        let files = HTMLExporter(threads: threads).files(
            for: assessment, languages: languages, options: ParameterValues())
        return Dictionary(uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
    }

    private func row(_ unit: Int, _ assessment: CompletedAssessment) -> Int {
        (assessment.ledger.panel.periods.count - 1) * assessment.ledger.panel.units.count + unit
    }

    /// The sentence on errors of the data of a unit, put together from the report by itself.
    private func sentence(_ unit: Int, _ assessment: CompletedAssessment) throws -> String {
        let report = try #require(assessment.robustness)
        let result = try #require(report.dataErrors?.results[unit])
        let (rank, score) = (try #require(report.nominal[unit].rank), try #require(report.nominal[unit].score))
        func text(_ number: Double) -> String { String(format: "%.1f", (number * 10).rounded() / 10) }
        let probability = rank == 1 ? "62.7%" : "37.3%"
        return
            "Rank \(rank) with \(text(score)). With the stated errors of the data its rank lies between 1 and \(2 + unit) and "
            + "its score between \(text(result.lowScore)) and \(text(result.highScore)) in at least 90% of replications each; it has rank "
            + "\(rank) with a probability of \(probability)."
    }

    // MARK: Pages

    @Test("A scorecard says the interval, the probabilities and whom a unit is tied with, as the report has them")
    func scorecard() async throws {
        let assessment = try await Fixture.firm()
        let pages = pages(assessment)
        let first = try #require(pages["units/340100.html"])
        #expect(first.contains("How firm this place is"))
        #expect(first.contains(try sentence(0, assessment)))
        #expect(first.contains("Grade ‘Excellent’ with a probability of 8.4%, ‘Pass’ 91.6%."))
        #expect(
            first.contains(
                "It ranks ahead of Yi City, next behind, in 71.3% of replications, short of 90%: they are not told apart."
            ))
        let second = try #require(pages["units/340200.html"])
        #expect(second.contains(try sentence(1, assessment)))
        #expect(
            second.contains(
                "Jia City, next ahead, ranks ahead of it in 71.3% of replications, short of 90%: they are not told apart."
            ))
        #expect(second.contains("next behind, in 96.4% of replications: they are told apart."))
        // It is alone in its group of ties, and told apart from the one ahead.
        #expect(!(try #require(pages["units/340181.html"])).contains("not told apart"))
    }

    @Test("The page says in words what is firm, and shows every interval with its method")
    func page() async throws {
        let assessment = try await Fixture.firm(overMethods: true)
        let page = try #require(pages(assessment)["robustness.html"])
        #expect(PageReader(page).problem == nil)
        let expected = [
            "no rank is firm: none of 4 units has its published rank with a probability of 90% or more",
            "3 of 4 grades are firm",
            "is not firm: first in 62.7% of replications, it is not told apart from Yi City.",
            "2 units stand in 1 group of ties, within the errors of the data not told apart from the first of their group: "
                + "Jia City and Yi City.", "All ranks are as published with a probability of 23.4%.",
            "Over the methods that could be defended, none of 4 units keeps its published rank in every replication.",
            "On average a rank lies 0.77 places from the one published", ", and 2 others as far", "P(ahead of next)",
            "71.3%",
            "The spread comes most from: x (0.52). In brackets the total Sobol index",
            "321 replications from the seed 4242", "standard error of 2% of the value",
            "each within ±25% of its own", "the method of the specification or Weighted geometric mean",
            "<td class=\"number\">61.25%</td>",
            "0.31 [0.21, 0.41]", "<td class=\"number\">3</td>", "What was held fixed",
        ]
        for text in expected where !page.contains(text) { Issue.record("the page does not say ‘\(text)’") }
    }

    @Test("A rank is firm where its interval is that rank, and not where it is another one")
    func firmRanks() async throws {
        var assessment = try await Fixture.assessment()
        let report = Fixture.report(of: assessment)
        func interval(_ rank: Int?) -> DataErrorResults.Result? {
            rank.map {
                DataErrorResults.Result(
                    lowScore: 1, highScore: 2, bestRank: $0, worstRank: $0,
                    ranks: [DataErrorResults.Share(place: $0, probability: 1)], grades: [])
            }
        }
        // Every unit at its rank but the second, which every replication places first.
        let results = report.nominal.enumerated().map { unit, standing in interval(unit == 1 ? 1 : standing.rank) }
        #expect(report.nominal[1].rank == 2)
        assessment.robustness = RobustnessReport(
            request: report.request, units: report.units, nominal: report.nominal,
            dataErrors: DataErrorResults(results: results, draws: 10, neighbours: [], tied: [], sameRanking: 0))
        let sentences = try #require(RobustnessSummary(assessment)).ofDataErrors.map(\.en)
        #expect(
            sentences.first?.contains("3 of 4 ranks are firm") == true, "\(sentences)")
        #expect(sentences.last == "No replication gives every rank as published.")
    }

    @Test("The ranking has intervals, and ranges where methods varied")
    func ranking() async throws {
        let intervals = try #require(pages(try await Fixture.firm())["index.html"])
        #expect(intervals.contains("Rank, 90% interval") && intervals.contains("Score, 90% interval"))
        #expect(!intervals.contains("Rank, range over methods"))
        let both = try #require(pages(try await Fixture.firm(overMethods: true))["index.html"])
        #expect(both.contains("Rank, range over methods"))
        #expect(both.contains("no probability"))
    }

    @Test("Where nothing was asked there is no page, no column and no link")
    func nothing() async throws {
        let assessment = try await Fixture.assessment()
        for (path, page) in pages(assessment, [.english, .chinese]) where path.hasSuffix(".html") {
            #expect(!page.contains("robustness.html") && !page.contains("interval</th>"), "\(path)")
        }
        #expect(RobustnessSummary(assessment) == nil && UnitRobustness(assessment, row: row(0, assessment)) == nil)
        let ledger = String(decoding: try LedgerDocument.encode(assessment), as: UTF8.self)
        #expect(!ledger.contains("robustness"))
        let tables = CSVExporter().files(for: assessment, languages: [], options: ParameterValues())
        #expect(tables.map(\.path) == ["scores.csv"])
    }

    @Test("A review has no ranges over methods, and says why")
    func review() async throws {
        let pages = pages(try await Fixture.firm(), [.english, .chinese])
        let page = try #require(pages["robustness.html"])
        #expect(page.contains("A review announces its weights and rules beforehand"))
        for (path, page) in pages where path.hasSuffix(".html") {
            #expect(!page.contains("range over methods") && !page.contains("方法变动范围"), "\(path)")
        }
    }

    @Test("A template may leave all of it out")
    func template() async throws {
        let shown = try await Fixture.firm().shown(by: ReportTemplate(sections: ["search"]))
        for (path, page) in pages(shown) where path.hasSuffix(".html") {
            #expect(!page.contains("robustness.html") && !page.contains("How firm"), "\(path)")
        }
    }

    @Test("Names that mean harm stay text", arguments: ["<script>alert(1)</script>", "\"><img src=x>"])
    func hostile(text: String) async throws {
        let assessment = try await Fixture.firm(
            .all(text), overMethods: true, words: BilingualText(same: text))
        for (path, page) in pages(assessment) where path.hasSuffix(".html") {
            #expect(PageReader(page).problem == nil, "\(path)")
            #expect(!page.contains("<script>alert") && !page.contains("<img src=x"), "\(path)")
        }
    }

    @Test("The pages are the same for one thread and for two, and each chart has an id of its own")
    func threads() async throws {
        let assessment = try await Fixture.firm(overMethods: true)
        let pages = pages(assessment, [.chinese, .english])
        #expect(pages == self.pages(assessment, [.chinese, .english], threads: 2))
        for (path, page) in pages where path.hasSuffix(".html") {
            let ids = PageReader(page).ids
            #expect(Set(ids).count == ids.count, "\(path)")
        }
    }

    // MARK: Other formats

    @Test("The printed ranking and scorecard have the interval, and the report a chapter", arguments: Language.allCases)
    func report(language: Language) async throws {
        let assessment = try await Fixture.firm(overMethods: true)
        let figures = Figures(assessment)
        let rendering = Rendering(figures: figures, language: language)
        let results = figures.rows.map { UnitResult(figures, row: $0) }
        let blocks = AnnualReport(rendering: rendering, results: results).document.blocks
        #expect(blocks.contains(.heading(.chapter, Wording.robustnessTitle[language])))
        let tables = blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
        let ranking = try #require(
            tables.first { $0.columns.map(\.title).contains(Wording.rankInterval("90%")[language]) })
        #expect(ranking.rows.contains { $0.cells.map(\.text).contains("1–3") })
        for table in tables { #expect(table.rows.allSatisfy { $0.cells.count == table.columns.count }) }
        let unit = try #require(UnitRobustness(assessment, row: results[0].row))
        let card = ScorecardContent(rendering: rendering, result: results[0]).blocks
        #expect(
            card.contains { block in
                if case .paragraph(let text) = block { text.hasPrefix(unit.sentences[0][language]) } else { false }
            })
    }

    @Test("The workbook has the numbers of the report as constants, and the ranking shows them")
    func workbook() async throws {
        let assessment = try await Fixture.firm(overMethods: true)
        let workbook = WorkbookComposition(assessment, .english).workbook()
        let sheet = try #require(workbook.sheets.first { $0.name == "Robustness" })
        let numbers = sheet.cells.compactMap { cell -> Double? in
            if case .number(let number) = cell.cell.content { number } else { nil }
        }
        let results = (try #require(assessment.robustness?.dataErrors)).results.compactMap { $0 }
        for result in results { #expect(numbers.contains(result.lowScore) && numbers.contains(result.highScore)) }
        let isFormula = sheet.cells.contains { if case .formula = $0.cell.content { true } else { false } }
        #expect(!isFormula)
        let ranking = try #require(workbook.sheets.first { $0.name == "Ranking" })
        let shown = ranking.cells.compactMap { cell -> String? in
            if case .formula(_, .text(let text)) = cell.cell.content { text } else { nil }
        }
        #expect(shown.contains("1–2") && shown.contains("1–3"))
        let plain = WorkbookComposition(try await Fixture.assessment(), .english).workbook()
        #expect(!plain.sheets.map(\.name).contains("Robustness"))
    }

    @Test("The record holds every number, conforms to what reads it, and is what its digest is taken of")
    func record() async throws {
        let assessment = try await Fixture.firm(overMethods: true)
        let file = try #require(
            try JSONExporter().files(for: assessment, languages: [], options: ParameterValues()).first)
        let read = try #require(try ResultDocument(file.bytes, file: "result.json").ledger.robustness)
        #expect(read == RobustnessDocument(try #require(assessment.robustness), grades: assessment.gradeNames))
        let report = try #require(assessment.robustness)
        for (unit, code) in report.units.enumerated() {
            let interval = read.dataErrors?.units.first { $0.unit == code }
            #expect(interval?.lowScore == report.dataErrors?.results[unit]?.lowScore)
            #expect(interval?.worstRank == report.dataErrors?.results[unit]?.worstRank)
            #expect(read.methods?.units.first { $0.unit == code }?.worstRank == report.methods?.ranges[unit]?.worstRank)
        }
        #expect(read.seed == 4242 && read.draws == 321)
        #expect(read.dataErrors?.tied == [["340100", "340200"]])
        #expect(read.dataErrors?.neighbours.map(\.probability) == [0.713, 0.964])
        #expect(read.dataErrors?.neighbours.first?.ahead == ["340100"])
    }

    @Test(
        "A record whose intervals do not fit is refused",
        arguments: [
            ("\"bestRank\":1,\"grades\"", "\"bestRank\":9,\"grades\"", "ends before it begins"),
            (
                "\"neighbours\":[{\"ahead\":[\"340100\"", "\"neighbours\":[{\"ahead\":[\"nobody\"",
                "‘nobody’, which is not assessed"
            ),
            ("\"tied\":[[\"340100\"", "\"tied\":[[\"nobody\"", "‘nobody’, which is not assessed"),
        ])
    func contradiction(found: String, changed: String, message: String) async throws {
        let file = try #require(
            try JSONExporter().files(for: try await Fixture.firm(), languages: [], options: ParameterValues()).first)
        let text = String(decoding: file.bytes, as: UTF8.self)
        let isThere = text.contains(found)
        #expect(isThere)
        let error = #expect(throws: DiagnosticList.self) {
            try ResultDocument(Array(text.replacing(found, with: changed).utf8), file: "result.json")
        }
        #expect(error?.description.contains(message) == true)
    }

    @Test("The tables of a run stand in a folder, and the page of downloads knows them")
    func tables() async throws {
        let assessment = try await Fixture.firm(overMethods: true)
        let files = CSVExporter().files(for: assessment, languages: [], options: ParameterValues())
        #expect(CSVExporter().paths(for: assessment) == files.map(\.path))
        let table = try #require(files.first { $0.path == "robustness/data_error.csv" })
        let lines = String(decoding: table.bytes, as: UTF8.self).split(separator: "\n")
        #expect(lines[0] == "unit,name,score,rank,low_score,high_score,best_rank,worst_rank,ahead_of_next,tied_group")
        #expect(lines[1].hasPrefix("340100,甲市,") && lines[1].hasSuffix(",1,2,0.713,1"))
    }

    // MARK: Open data

    private func openData(_ assessment: CompletedAssessment, below threshold: Double) throws -> [OutputFile] {
        try OpenDataExporter().files(
            for: assessment, languages: [],
            options: ParameterValues(
                ["suppress_below": .number(threshold)], for: OpenDataExporter().description.parameters))
    }

    private func intervals(below threshold: Double) async throws -> [String: String] {
        let assessment = try await Fixture.firm(overMethods: true)
        let files = try openData(assessment, below: threshold)
        #expect(Set(files.map(\.path)).isSuperset(of: OpenDataExporter.paths(for: assessment)))
        let table = try #require(files.first { $0.path == "data/intervals.csv" })
        let lines = String(decoding: table.bytes, as: UTF8.self).split(separator: "\n").dropFirst()
        return Dictionary(
            uniqueKeysWithValues: lines.map { line in (String(line.split(separator: ",")[1]), String(line)) })
    }

    @Test("Open data have a table of intervals; a unit of which a score is blank has none")
    func suppressed() async throws {
        #expect(try await intervals(below: 0).keys.sorted() == ["../../x", "340100", "340181", "340200"])
        // Two workshops of 340200 go below 5, and a score beside them.
        let some = try await intervals(below: 5)
        #expect(some.keys.sorted() == ["../../x", "340100", "340181"])
        let assessment = try await Fixture.firm(overMethods: true)
        let file = try openData(assessment, below: 5).first { $0.path == "data/readme.txt" }
        #expect(!String(decoding: try #require(file).bytes, as: UTF8.self).contains("intervals.csv has no rows"))
        // Where no row is left, the readme says why.
        let parameters = ParameterValues(
            ["suppress_below": .number(5)], for: OpenDataExporter().description.parameters)
        let empty = DataReadme(
            described: DescriptionOfData(
                assessment: assessment, options: try OpenDataOptions(parameters, assessment),
                suppression: Suppression(assessment, below: 5)),
            tables: [
                DataTable(
                    name: IntervalTable.name, title: BilingualText(same: "Intervals"), fields: [], primaryKey: [],
                    foreignKeys: [], rows: [])
            ])
        #expect(empty.text.contains("intervals.csv has no rows"))
        let low = try #require(assessment.robustness?.dataErrors?.results[0]?.lowScore)
        #expect(some["340100"]?.contains(",\(CSVCell.number(low)),") == true)
    }
}
