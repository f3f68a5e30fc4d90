import AssessmentCore
import AssessmentWorkbench
import Foundation
import Testing

@testable import full_review_data

@Suite("The reviewers of the whole review")
struct RatingsTests {
    private struct Row {
        let item, unit, period, source, assessor: String
        let score: Double
    }

    private static func rows(_ data: DataSet) throws -> [Row] {
        let text = try #require(data.files.first { $0.name == "ratings.csv" }).text
        return try text.split(separator: "\n").dropFirst().map { line in
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            return Row(
                item: cells[0], unit: cells[1], period: cells[2], source: cells[3], assessor: cells[4],
                score: try #require(Double(cells[5])))
        }
    }

    @Test("Some ratings lack, nobody rates the own city, and every row says that it is generated")
    func generated() throws {
        let data = try DataSetTests.data(seed: 20_180_212)
        let rows = try Self.rows(data)
        let experts = rows.filter { $0.source == "third_party" }
        // 16 cities, two items, three years, five experts, of whom two may not rate a city each.
        let whole = 5 * 16 * 2 * 3 - 2 * 2 * 3
        #expect(experts.count > 400 && experts.count < whole)
        #expect(!experts.contains { $0.assessor == "T2" && $0.unit == "340100" })
        let reports = rows.filter { $0.source == "self_report" }.count
        #expect(reports == 16 * 2 * 3 - 2)
        for name in ["ratings.csv", "assessors.csv"] {
            let text = try #require(data.files.first { $0.name == name }).text
            #expect(text.split(separator: "\n").dropFirst().allSatisfy { $0.contains("示例数据") })
        }
    }

    @Test("The harsh expert alone is shown as outlying, and a city's value follows from its ratings by hand")
    func reviewed() async throws {
        let (folder, path) = try SpecificationTests.copied()
        defer { try? FileManager.default.removeItem(at: folder) }
        let workbench = try Workbench(plugins: RuleCheck.plugins)
        let assessment = try await workbench.run(try await workbench.load(path))
        let report = try #require(assessment.ratings)
        for period in [2018, 2019, 2020].map({ Period(year: $0) }) {
            let outlying = report.reviewers.filter { $0.isOutlying && $0.period == period && $0.compared > 0 }
            #expect(outlying.map(\.assessor) == [RatingRows.harsh])
        }

        let city = "340200"
        let rows = try Self.rows(DataSetTests.data(seed: 20_180_212)).filter {
            $0.item == "service_quality" && $0.unit == city && $0.period == "2020"
        }
        func scores(_ source: String) -> [Double] { rows.filter { $0.source == source }.map(\.score).sorted() }
        func mean(_ numbers: some Collection<Double>) -> Double { numbers.reduce(0, +) / Double(numbers.count) }
        let (departments, experts, survey) = (scores("department"), scores("third_party"), scores("public"))
        let median =
            departments.count == 3 ? departments[1] : mean(departments)
        // Ten places of the survey, of which one is cut from each end, on a scale from 1 to 5.
        let satisfaction = mean(survey[1..<9].map { 25 * ($0 - 1) })
        let own = scores("self_report").first ?? 0
        let expected =
            (10 * own + 25 * median + 40 * mean(experts.dropFirst().dropLast()) + 25 * satisfaction) / 100
        let row = try #require(assessment.ledger.panel.row(unit: city, period: Period(year: 2020)))
        let value = try #require(assessment.ledger.knownValues(of: "life.service_quality")?[row])
        #expect(abs(value - expected) < 1e-9)

        let trace = try #require(assessment.trace(of: "life.service_quality", row: row))
        let measured = try #require(trace.lines.first { $0.step == .measure })
        #expect(measured.cells.count == rows.count)
        #expect(measured.cells.allSatisfy { $0.origin.file == "data/ratings.csv" && $0.origin.column == "score" })
        #expect(measured.workings.contains { $0.en.hasPrefix("Third party (weight 40): ") })
    }
}
