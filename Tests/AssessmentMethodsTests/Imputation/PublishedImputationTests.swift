import AssessmentCore
import AssessmentMethods
import Testing

@Suite("Imputations against COINr", .enabled(if: PublishedTable.isThere))
struct PublishedImputationTests {
    static let columns = ["a", "b", "c", "d"]
    static let directions: [Direction] = [.higherIsBetter, .higherIsBetter, .higherIsBetter, .lowerIsBetter]

    @Test(
        "A statistic of all units, or of the group",
        arguments: [("mean", false), ("median", false), ("group_mean", true), ("group_median", true)])
    func statistics(name: String, isGrouped: Bool) async throws {
        let given = try PublishedRecords("methods/impute_input")
        let expected = try PublishedRecords("methods/impute_\(name)")
        let panel = Panel(codes: try given.texts("uCode"), groups: try given.texts("group"))
        let method: any Imputation = name.hasSuffix("mean") ? MeanImputation() : MedianImputation()
        for column in Self.columns {
            let run = try await ColumnRun(
                method, panel: panel, values: try given.numbers(column),
                scope: isGrouped ? ReferenceScope(.group("group"), .same) : .period)
            for (result, number) in zip(run.results, try expected.numbers(column)) {
                #expect(agree(result, number, within: 1e-14), "\(name) \(column)")
            }
        }
    }

    @Test(
        "A statistic of the other indicators of the unit",
        arguments: ["row_mean_normfirst", "row_median_normfirst", "row_mean_raw"])
    func rows(name: String) async throws {
        let given = try PublishedRecords("methods/impute_input")
        let expected = try PublishedRecords("methods/impute_\(name)")
        let panel = Panel(codes: try given.texts("uCode"))
        let method: any Imputation = name.contains("mean") ? RowMeanImputation() : RowMedianImputation()
        for own in Self.columns.indices {
            let others = Self.columns.indices.filter { $0 != own }
            let run = try await ColumnRun(
                method, panel: panel, values: try given.numbers(Self.columns[own]), direction: Self.directions[own],
                companions: try others.map { (try given.numbers(Self.columns[$0]), Self.directions[$0]) },
                parameters: ["normalised": .flag(name.hasSuffix("normfirst"))])
            for (result, number) in zip(run.results, try expected.numbers(Self.columns[own])) {
                #expect(agree(result, number, within: 1e-13), "\(name) \(Self.columns[own])")
            }
        }
    }

    @Test(
        "Along the series of each unit",
        arguments: ["latest", "latest_max1", "constant", "linear_constant", "linear_noEE"], ["x", "y"])
    func series(name: String, column: String) async throws {
        let given = try PublishedRecords("methods/impute_panel_input")
        let expected = try PublishedRecords("methods/impute_panel_\(name)")
        let codes = ["AA", "BB", "CC", "DD", "EE"].filter { $0 != "EE" || name != "linear_noEE" }
        let panel = Panel(codes: codes, years: Array(2019...2024))
        func laidOut(_ records: PublishedRecords) throws -> [Double?] {
            var values = [Double?](repeating: nil, count: panel.rowCount)
            for ((code, year), number) in zip(
                zip(try records.texts("uCode"), try records.texts("Time")), try records.numbers(column))
            {
                guard let period = Period(year), let row = panel.row(unit: code, period: period) else { continue }
                values[row] = number
            }
            return values
        }
        let methods: [String: (any Imputation, [String: ParameterValue])] = [
            "latest": (LatestImputation(), [:]), "latest_max1": (LatestImputation(), ["at_most_years": .number(1)]),
            "constant": (ConstantImputation(), [:]), "linear_constant": (LinearImputation(), [:]),
            "linear_noEE": (LinearImputation(), [:]),
        ]
        let (method, parameters) = try #require(methods[name])
        let run = try await ColumnRun(
            method, panel: panel, values: try laidOut(given), scope: nil, parameters: parameters)
        // The file has no line for EE in 2024.
        let numbers = try laidOut(expected)
        for row in panel.rows where panel.unit(ofRow: row).code != "EE" || panel.period(ofRow: row).year != 2024 {
            #expect(agree(run.results[row], numbers[row], within: 1e-14), "\(name) row \(row)")
        }
        guard name.hasPrefix("latest") else { return }
        // The years that values come from are what is said about the cells.
        let sources = try laidOut(PublishedRecords("methods/impute_panel_\(name)_source_time"))
        for (row, remark) in run.remarks.cells where panel.unit(ofRow: row).code != "EE" {
            #expect(remark.en == "the value of \(Int(try #require(sources[row])))")
        }
    }

    @Test("The group means of the ASEM economies")
    func asem() async throws {
        let given = try PublishedRecords("asem/02_denominated")
        let expected = try PublishedRecords("asem/03_imputed")
        let data = try PublishedRecords("asem/iData")
        let groupOfCode = Dictionary(
            zip(try data.texts("uCode"), try data.texts("EurAsia_group")), uniquingKeysWith: { first, _ in first })
        let codes = try given.texts("uCode")
        let panel = Panel(codes: codes, groups: codes.map { groupOfCode[$0] ?? "" })
        for column in given.heading.dropFirst() {
            let run = try await ColumnRun(
                MeanImputation(), panel: panel, values: try given.numbers(column),
                scope: ReferenceScope(.group("group"), .same))
            for (result, number) in zip(run.results, try expected.numbers(column)) {
                #expect(agree(result, number, within: 1e-14), "\(column)")
            }
        }
    }
}
