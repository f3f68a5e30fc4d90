import AssessmentCore
import AssessmentData
import Foundation
import Testing

@testable import full_review_data

@Suite("The generated data of the whole review")
struct DataSetTests {
    static let package = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static func data(seed: UInt64) throws -> DataSet {
        let units = package.appendingPathComponent("Examples/anhui-2020/data/units.csv")
        return try DataSet(unitsFile: [UInt8](Data(contentsOf: units)), named: "units.csv", seed: seed)
    }

    /// One data set and what it holds, which several tests look at.
    private static let sample = Result { () throws -> (data: DataSet, observed: Observed) in
        let data = try Self.data(seed: 7)
        return (data, try Observed(data))
    }

    @Test("The same seed gives the same bytes, another seed gives others")
    func seeds() throws {
        let first = try Self.sample.get().data
        #expect(try Self.data(seed: 7).files == first.files)
        let other = try Self.data(seed: 8)
        #expect(other.files.map(\.name) == first.files.map(\.name))
        for (left, right) in zip(first.files, other.files) { #expect(left.text != right.text, "\(left.name)") }
    }

    @Test("A rule without a variable, a second rule and a part of nothing are refused")
    func rules() throws {
        try RuleCheck.check(VariableRule.all, variables: Set(RuleCheck.variables.keys))
        let error = #expect(throws: GeneratorError.self) {
            try RuleCheck.check(
                [VariableRule("a", .one), VariableRule("a", .one), VariableRule("b", .part(of: "c", 0...1))],
                variables: ["a", "d"])
        }
        #expect(
            error?.description == """
                a rule names ‘b’, which no indicator reads
                ‘a’ has two rules
                ‘a’ has two rules
                ‘b’ is a part of ‘c’, which has no rule
                """)
    }

    @Test("A part of a whole is never more than it, in any unit and year")
    func parts() throws {
        let observed = try Self.sample.get().observed
        let cells = Dictionary(grouping: observed.values.keys, by: \.variable)
        var compared = 0
        var excesses: [Observed.Cell] = []
        for rule in VariableRule.all {
            guard case .part(let whole, let range) = rule.kind, range.upperBound <= 1 else { continue }
            for cell in cells[rule.variable, default: []] {
                guard let part = observed.values[cell],
                    let all = observed.values[Observed.Cell(cell.unit, whole, cell.period)]
                else { continue }
                compared += 1
                if part > all { excesses.append(cell) }
            }
        }
        #expect(excesses == [])
        #expect(compared > 10_000)
    }

    @Test("What is added up over the counties of a city is the city's")
    func sums() throws {
        let observed = try Self.sample.get().observed
        for city in observed.units.units where city.level == "city" {
            for year in [2018, 2019, 2020] {
                let period = Period(year: year)
                let day = try #require(period.lastDay)
                let counties = observed.units.inForce(on: day, levels: ["county"]).filter { $0.parent == city.code }
                let parts = counties.compactMap {
                    observed.values[Observed.Cell($0.code, "resident_population", period)]
                }
                let whole = try #require(observed.values[Observed.Cell(city.code, "resident_population", period)])
                #expect(parts.count == counties.count)
                #expect(abs(parts.reduce(0, +) - whole) < 1e-6)
            }
        }
    }

    @Test("Figures stand under the code that was in force in the year")
    func codes() throws {
        let observed = try Self.sample.get().observed
        for (code, years) in [
            ("340221", [2018, 2019]), ("340210", [2020]), ("340203", [2018, 2019]), ("340208", [2018, 2019]),
            ("340209", [2020]), ("340225", [2018]), ("340281", [2019, 2020]), ("340882", [2018, 2019, 2020]),
            ("340824", []),
        ] {
            let found = [2018, 2019, 2020].filter {
                observed.values[Observed.Cell(code, "resident_population", Period(year: $0))] != nil
            }
            #expect(found == years, "\(code)")
        }
    }

    @Test("About one cell in a hundred is not submitted and six are found false")
    func statuses() throws {
        let observed = try Self.sample.get().observed
        #expect(observed.statuses[.falsified] == 6)
        let share = Double(observed.statuses[.notSubmitted] ?? 0) / Double(observed.count)
        #expect((0.008...0.012).contains(share))
        #expect((observed.statuses[.notApplicable] ?? 0) > 0)
    }
}

/// The observations of a data set, read as a run reads them.
private struct Observed {
    struct Cell: Hashable {
        let unit: String
        let variable: String
        let period: Period

        init(_ unit: String, _ variable: String, _ period: Period) {
            self.unit = unit
            self.variable = variable
            self.period = period
        }
    }

    let units: UnitTable
    let count: Int
    var values: [Cell: Double] = [:]
    var statuses: [Reason: Int] = [:]

    init(_ data: DataSet) throws {
        let texts = Dictionary(uniqueKeysWithValues: data.files.map { ($0.name, Array($0.text.utf8)) })
        units = try UnitsFile.read(#require(texts["units.csv"]), file: "units.csv")
        var seen = HeldObservations()
        let observations = try ObservationsFile.read(
            #require(texts["observations.csv"]), file: "observations.csv", units: units, variables: RuleCheck.variables,
            seen: &seen)
        count = observations.count
        for observation in observations {
            if let reason = observation.reason { statuses[reason, default: 0] += 1 }
            guard let value = observation.value else { continue }
            values[Cell(observation.unit, observation.variable, observation.period)] = value
        }
    }
}
