import AssessmentCore
import AssessmentMethods
import AssessmentPipeline
import Testing

/// Eight units with four indicators that have gaps, in a pillar of `a` and `b` beside `c` and `d`.
enum StatisticsFixture {
    static let units = (1...8).map { "u\($0)" }
    static let numbers: [String: [Double?]] = [
        "a": [12, 7.5, 3, 9, nil, 22, 1, 40], "b": [5, 3, 2, 8, 6, 9, nil, 7],
        "c": [30, 41, 44, 20, 22, 18, 50, 19], "d": [0, 0, 0, 0, 1, 0, 0, nil],
    ]

    static func fixture() -> Fixture {
        let pillar = FrameworkNode.mean(
            "P", of: [.leaf("a", role: .weighted(1)), .leaf("b", role: .weighted(3))], role: .weighted(1))
        var fixture = Fixture(.mean(of: [pillar, .leaf("c", role: .weighted(3))]))
        fixture.units = units.map { Fixture.unit($0) }
        for (id, values) in numbers { fixture.observe(id, values) }
        return fixture
    }

    /// The tables of a fixture for some requests.
    static func tables(
        _ subjects: StatisticsRequest.Subject..., of fixture: Fixture = fixture(), ofEveryPeriod: Bool = false
    ) async throws -> [StatisticsTable] {
        var specification = try fixture.specification()
        specification.statistics = subjects.enumerated().map {
            StatisticsRequest(
                id: "table\($0)", $1, ofEveryPeriod: ofEveryPeriod,
                position: SourcePosition(file: "assessment.yml", line: 20, column: 5))
        }
        return try await Pipeline(specification, catalogue: fixture.catalogue()).run(
            fixture.data, manifest: Manifest(workbench: "", platform: "", plugins: [:], inputs: [])
        ).statistics
    }
}

extension StatisticsTable {
    /// The number of a row and column; nothing where there is none.
    func cell(_ row: String, _ column: String) throws -> Double? {
        values[try #require(rows.firstIndex(of: row))][try #require(columns.firstIndex(of: column))]
    }

    /// Checks the numbers of a row to within one part in 10¹².
    func expect(
        _ row: String, _ columns: [String], _ wanted: [Double?], sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        for (column, number) in zip(columns, wanted) {
            let found = try cell(row, column)
            guard let number, let found else {
                #expect(found == number, "\(row), \(column)", sourceLocation: sourceLocation)
                continue
            }
            let scale = max(1, abs(number))
            #expect(
                abs(found - number) <= 1e-12 * scale, "\(row), \(column): \(found)", sourceLocation: sourceLocation)
        }
    }
}
