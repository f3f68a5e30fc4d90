import AssessmentCore
import AssessmentMethods
import Testing

@Suite("Treatments against COINr", .enabled(if: PublishedTable.isThere))
struct PublishedTreatmentTests {
    static let variants: [String: [String: ParameterValue]] = [
        "default": [:],
        "winmax1": ["at_most": .number(1)],
        "winmax3_combine": ["at_most": .number(3), "then": .text("log")],
        "winmax1_logplus": ["at_most": .number(1), "logarithm": .text("log_ct_plus")],
        "winmax2_logorig": ["at_most": .number(2), "logarithm": .text("log_ct_orig")],
    ]

    @Test("Winsorising and what follows", arguments: variants.keys.sorted())
    func winsorising(name: String) async throws {
        let given = try PublishedRecords("methods/treat_input")
        let expected = try PublishedRecords("methods/treat_\(name)")
        let panel = Panel(codes: try given.texts("uCode"))
        for column in given.heading.dropFirst() {
            let run = try await ColumnRun(
                WinsoriseTreatment(), panel: panel, values: try given.numbers(column),
                parameters: Self.variants[name] ?? [:])
            for (result, number) in zip(run.results, try expected.numbers(column)) {
                #expect(agree(result, number, within: 1e-14), "\(name) \(column)")
            }
            try Self.check(
                run.remarks, column, details: "methods/treat_\(name)_details", points: "methods/treat_\(name)_points")
        }
    }

    @Test("The ASEM economies")
    func asem() async throws {
        let given = try PublishedRecords("asem/03_imputed")
        let expected = try PublishedRecords("asem/05_treated")
        let panel = Panel(codes: try given.texts("uCode"))
        for column in given.heading.dropFirst() {
            let run = try await ColumnRun(
                WinsoriseTreatment(), panel: panel, values: try given.numbers(column))
            for (result, number) in zip(run.results, try expected.numbers(column)) {
                #expect(agree(result, number, within: 1e-14), "\(column)")
            }
            try Self.check(
                run.remarks, column, details: "asem/05_treated_details", points: "asem/05_treated_points")
        }
    }

    /// Compares what is said with the skewness, the kurtosis, the counts and the labels of points of the source.
    private static func check(_ remarks: ColumnRemarks, _ column: String, details: String, points: String) throws {
        let records = try PublishedRecords(details)
        let line = try #require(try records.texts("iCode").firstIndex(of: column))
        func text(_ name: String) throws -> String? {
            guard records.heading.contains(name) else { return nil }
            return try records.numbers(name)[line].map { Formula.text(of: DecimalRounding.round($0, decimals: 4)) }
        }
        let said = try #require(remarks.column.first?.en)
        for check in 0...2 {
            guard let skewness = try text("check_SkewKurt\(check).Skew"),
                let kurtosis = try text("check_SkewKurt\(check).Kurt")
            else { continue }
            #expect(said.contains("skewness \(skewness), excess kurtosis \(kurtosis)"), "\(column): \(said)")
        }
        let count = try text("winsorise.nwin")
        #expect(said.contains(count.map { "\($0) winsorised" } ?? "left as it is"), "\(column): \(said)")
        for (row, label) in try PublishedRecords(points).texts(column).enumerated() {
            // Where the logarithm is that of the original values, nothing stays winsorised, whatever the source says.
            let isWinsorised = label.hasPrefix("win") && !said.contains("of the values as they were")
            #expect((remarks.cells[row] != nil) == isWinsorised, "\(column), row \(row): \(label)")
        }
    }

    @Test("Each year of a panel by itself")
    func eachYear() async throws {
        let given = try PublishedRecords("asem_panel/iData_p")
        let expected = try PublishedRecords("asem_panel/treated")
        var codes: [String] = []
        for code in try expected.texts("uCode") where !codes.contains(code) { codes.append(code) }
        let panel = Panel(codes: codes, years: Array(2018...2022))
        func laidOut(_ records: PublishedRecords, _ column: String) throws -> [Double?] {
            var values = [Double?](repeating: nil, count: panel.rowCount)
            for ((code, year), number) in zip(
                zip(try records.texts("uCode"), try records.texts("Time")), try records.numbers(column))
            {
                guard let period = Period(year), let row = panel.row(unit: code, period: period) else { continue }
                values[row] = number
            }
            return values
        }
        for column in expected.heading.dropFirst(2) {
            let run = try await ColumnRun(
                WinsoriseTreatment(), panel: panel, values: try laidOut(given, column), scope: .period)
            #expect(run.results == (try laidOut(expected, column)), "\(column)")
            #expect(run.remarks.column.count == 5)
        }
    }

    static let transforms: [(name: String, column: String, method: any Treatment, parameters: [String: Double])] = [
        ("log_CT", "lognorm", LogCTTreatment(), [:]),
        ("log_CT_orig", "lognorm", LogCTOriginalTreatment(), [:]),
        ("log_CT_plus_negskew", "neg_skew", LogCTPlusTreatment(), [:]),
        ("boxcox_l2", "lognorm", BoxCoxTreatment(), ["lambda": 2]),
        ("boxcox_l0", "lognorm", BoxCoxTreatment(), ["lambda": 0]),
        ("boxcox_l05", "lognorm", BoxCoxTreatment(), ["lambda": 0.5]),
    ]

    @Test("Transforms by themselves", arguments: transforms.indices)
    func transformed(index: Int) async throws {
        let (name, column, method, parameters) = Self.transforms[index]
        let given = try PublishedRecords("methods/treat_input")
        let expected = try PublishedRecords("methods/treat_transforms")
        let run = try await ColumnRun(
            method, panel: Panel(codes: try given.texts("uCode")), values: try given.numbers(column),
            parameters: parameters.mapValues { .number($0) })
        for (result, number) in zip(run.results, try expected.numbers(name)) {
            #expect(agree(result, number, within: 1e-13), "\(name)")
        }
    }
}
