import AssessmentCore
import Testing

@testable import AssessmentChecks

@Suite("Rules on single values")
struct ValueRuleTests {
    /// Twelve values that hardly differ, with some put in their place.
    static func steady(_ base: Double, _ changes: [Int: Double] = [:]) -> [Double?] {
        [1.00, 1.05, 0.95, 1.02, 0.98, 1.08, 0.93, 1.01, 1.04, 0.97, 1.06, 0.99].enumerated().map {
            changes[$0] ?? base * $1
        }
    }

    @Test("A unit without value and status is told where others have one, and nobody where none has")
    func required() throws {
        var fixture = Fixture()
        fixture.observe(TestPlugin.rate, Self.steady(40).enumerated().map { $0 == 4 ? nil : $1 })
        #expect(try fixture.told("required") == ["c5"])
        fixture.observations.append(
            Observation(
                variable: "rate", unit: "c5", period: Fixture.now, absent: .notApplicable,
                origin: Origin(file: "data.csv", row: 99, column: "status")))
        #expect(try fixture.told("required") == [])
    }

    @Test("A unit that did not report a register is told, where units report it themselves")
    func requiredRegister() throws {
        var fixture = Fixture()
        fixture.registers = ["prizes": []]
        #expect(try fixture.told("required") == [])
        let origin = Origin(file: "collected/files.csv", row: 2, column: "registers")
        fixture.registerReports = [
            "prizes": RegisterReports(
                Dictionary(
                    uniqueKeysWithValues: (2...12).map { ("c\($0)", .init(isEmpty: $0 > 2, origin: origin)) }))
        ]
        let finding = try #require(try fixture.findings(of: "required").first)
        #expect(finding.register == "prizes" && finding.cases.map(\.unit) == ["c1"])
    }

    @Test("Bounds are inclusive, and a finding names what was found and who is asked")
    func range() throws {
        var fixture = Fixture()
        fixture.declared = [.percentage(TestPlugin.rate, "test")]
        fixture.observe(TestPlugin.rate, [100, 0, 50, 100.001])
        let finding = try #require(try fixture.findings(of: "range").first)
        #expect(finding.cases.map(\.unit) == ["c4"])
        #expect(finding.cases[0].text.en == "100.001; expected 0 to 100")
        #expect(finding.cases[0].origins.map(\.row) == [5])
        #expect(finding.askedOf.en == "bureau of rate" && finding.severity == .warning)
        #expect(finding.headline.en == "rate between 0 and 100 (2020): Range")
    }

    @Test("Counts are whole; a part is at most its whole; parts add up within a tolerance")
    func declared() throws {
        var fixture = Fixture()
        fixture.declared = [
            .count(TestPlugin.part, "test"), .part(TestPlugin.part, of: TestPlugin.whole, "test"),
            DataCheck(
                id: "test.sum", name: Fixture.text("sum"),
                .identity(.variable(TestPlugin.part) * 2, .variable(TestPlugin.whole), tolerance: 0.1)),
        ]
        fixture.observe(TestPlugin.part, [50, 50.5, 100, 101])
        fixture.observe(TestPlugin.whole, [100, 100, 200, 100])
        #expect(try fixture.told("whole_number") == ["c2"])
        #expect(try fixture.findings(of: "order").flatMap(\.cases).map(\.text.en) == ["101 (part) > 100 (whole)"])
        #expect(try fixture.told("identity") == ["c4"])
    }

    @Test(
        "Values of units that are not assessed, such as counties, are checked as they were reported; nobody asks them for more"
    )
    func besides() throws {
        var fixture = Fixture()
        fixture.others = ["x1", "x2", "x3"].map { Fixture.unit($0, level: "county", parent: "c1") }
        fixture.declared = [
            .count(TestPlugin.part, "test"), .part(TestPlugin.part, of: TestPlugin.whole, "test"),
            DataCheck(id: "test.r", name: Fixture.text("r"), .required(TestPlugin.part.id)),
        ]
        fixture.observe(TestPlugin.part, Self.steady(100).map { $0.map { $0.rounded() } })
        fixture.observe(TestPlugin.whole, Self.steady(300))
        fixture.observe(TestPlugin.part, "x1", -1)
        fixture.observe(TestPlugin.part, "x2", 50, in: Fixture.before)
        fixture.observe(TestPlugin.whole, "x2", 10, in: Fixture.before)
        #expect(try fixture.told("whole_number") == ["x1"])
        let finding = try #require(try fixture.findings(of: "order").first)
        #expect(finding.cases.map(\.unit) == ["x2"] && finding.period == Fixture.before)
        #expect(finding.cases[0].origins.count == 2)
        #expect(try fixture.findings(of: "required").filter { $0.check == "test.r" } == [])
    }

    @Test("A value that changed unlike the peers is told with its z-score; one within the least change is not")
    func jump() throws {
        var fixture = Fixture()
        fixture.units = (1...10).map { Fixture.unit("c\($0)") }
        fixture.observe(TestPlugin.sales, [Double](repeating: 100.5, count: 10), in: Fixture.before)
        let ratios = [1.05, 1.10, 1.03, 1.08, 1.12, 1.01, 1.06, 1.09, 1.04, 2.40]
        fixture.observe(TestPlugin.sales, ratios.map { 100.5 * $0 })
        let finding = try #require(try fixture.findings(of: "jump").first)
        #expect(finding.cases.map(\.unit) == ["c10"])
        // 0.6745 (r - median) / MAD by NumPy: 19.43; the median of the ratios is 1.06995.
        #expect(finding.cases[0].text.en.hasSuffix("2.4 times the year before (median of the peers 1.07, z = 19.43)"))
        #expect(finding.remark?.en.contains("10 values were compared") == true)
        #expect(finding.cases[0].origins.count == 2)
        fixture.checks = [CheckChoice("jump", parameters: ["least_change": .number(2.3)])]
        #expect(try fixture.told("jump") == [])
    }

    @Test("A factor is told whatever peers do, with a hint where units of measure differ by it")
    func factor() throws {
        var fixture = Fixture()
        fixture.units = Array(fixture.units.prefix(3))
        fixture.observe(TestPlugin.sales, [10, 10, 10], in: Fixture.before)
        fixture.observe(TestPlugin.sales, [29.9, 30, 100_500])
        let cases = try fixture.findings(of: "jump").flatMap(\.cases)
        #expect(cases.map(\.unit) == ["c2", "c3"])
        #expect(cases[1].text.en.contains("about 10000 times as much: perhaps another unit of measure"))
    }

    @Test("Counts may change by chance, and nothing is compared across a break in the series")
    func counts() throws {
        var fixture = Fixture()
        fixture.units = Array(fixture.units.prefix(3))
        fixture.observe(TestPlugin.part, [2, 100, 10], in: Fixture.before)
        fixture.observe(TestPlugin.part, [7, 400, 0])
        // (7 - 2)² = 25 ≤ 9 · 9; 300² > 9 · 500; 10² > 9 · 10.
        #expect(try fixture.told("jump") == ["c2", "c3"])
        fixture.breaks = [SeriesBreak(variable: "part", from: Fixture.now, note: Fixture.text("census"))]
        #expect(try fixture.told("jump") == [])
    }

    @Test("A fall of all to zero, a rise from zero to what peers have and a change of sign are told")
    func zeroes() throws {
        var fixture = Fixture()
        fixture.units = Array(fixture.units.prefix(3))
        fixture.observe(TestPlugin.sales, [1000.5, 900, 800], in: Fixture.before)
        fixture.observe(TestPlugin.sales, [0, 0, 0])
        #expect(try fixture.told("jump") == ["c1", "c2", "c3"])
        var rise = Fixture()
        rise.units = Array(rise.units.prefix(4))
        rise.observe(TestPlugin.sales, [0, 0, 1003.5, 500.5], in: Fixture.before)
        // The median of what they have now is 550: 99,999.5 is more, 1.5 is less.
        rise.observe(TestPlugin.sales, [99_999.5, 1.5, -1003.5, 550])
        let cases = try rise.findings(of: "jump").flatMap(\.cases)
        #expect(cases.map(\.unit) == ["c1", "c3"])
        #expect(cases[0].text.en.hasSuffix("from nothing"))
        #expect(cases[1].text.en.hasSuffix("the sign changed"))
    }

    @Test("Whole amounts are no counts: what chance gives counts does not excuse them")
    func wholeAmounts() throws {
        var fixture = Fixture()
        fixture.units = Array(fixture.units.prefix(3))
        fixture.observe(TestPlugin.sales, [5, 5, 5], in: Fixture.before)
        fixture.observe(TestPlugin.sales, [16, 5, 5])
        #expect(try fixture.told("jump") == ["c1"])
    }

    @Test("A value per resident far from the peers is told, the largest city is not")
    func peers() throws {
        var fixture = Fixture()
        fixture.observe(.residentPopulation, Self.steady(300, [0: 3000]))
        fixture.observe(TestPlugin.sales, Self.steady(60, [0: 600, 8: 1200]))
        let finding = try #require(try fixture.findings(of: "peers").first { $0.variables == ["sales"] })
        #expect(finding.cases.map(\.unit) == ["c9"])
        #expect(finding.cases[0].text.en.contains("per Permanent residents"))
        fixture.checks = [CheckChoice("peers", severity: .off)]
        #expect(try fixture.told("peers") == [])
    }

    @Test("Rates are compared as they are; where more than half are the same, the mean deviation serves")
    func rates() throws {
        var fixture = Fixture()
        fixture.observe(TestPlugin.rate, [Double](repeating: 80, count: 11) + [8])
        #expect(try fixture.told("peers") == ["c12"])
        fixture.observations = []
        fixture.observe(TestPlugin.rate, [Double](repeating: 80, count: 11) + [70])
        #expect(try fixture.told("peers") == [])
        fixture.observations = []
        fixture.observe(TestPlugin.rate, [Double](repeating: 80, count: 6) + [8])
        #expect(try fixture.told("peers") == [], "seven values are too few")
    }

    @Test("The same value as last year is told from so many digits on")
    func copiedYear() throws {
        var fixture = Fixture()
        fixture.observe(TestPlugin.sales, [123.4, 123, 100, 0, 5678], in: Fixture.before)
        fixture.observe(TestPlugin.sales, [123.4, 123, 100, 0, 5679])
        #expect(try fixture.told("copied_between_years") == ["c1", "c2"])
        fixture.checks = [CheckChoice("copied_between_years", parameters: ["digits": .number(4)])]
        #expect(try fixture.told("copied_between_years") == ["c1"])
    }

    @Test("The chance of the same value follows from how the peers change")
    func chanceOfTheSame() {
        let ratios = [1.05, 1.10, 1.03, 1.08, 1.12, 1.01, 1.06, 1.09, 1.04, 1.00]
        let changes = Changes(ratios.map { (100 * $0, 100) }, otherwise: 0.1)
        // norm.pdf(m / s) / s * u / x with m = median and s = 1.4826 MAD of the logarithms, by NumPy and SciPy.
        #expect(abs(changes.chance(of: 1848, 1) - 0.002280576961962472) < 1e-12)
        #expect(abs(Changes([], otherwise: 0.1).chance(of: 500, 0.01) - 7.978845608028654e-05) < 1e-15)
        #expect(CopiedYearRule.lastDigit([12, 3.25, 4.5]) == 0.01)
        #expect(CopiedYearRule.lastDigit([1200, 3]) == 1)
    }

    @Test("Values of few digits stay the same by chance; a copied year is told once")
    func copiedByChance() throws {
        var fixture = Fixture()
        let before = Self.steady(500, [0: 500, 1: 50_000])
        let changed = before.enumerated().map { place, value in
            place < 2 ? value : value.map { ($0 * (place % 2 == 0 ? 1.06 : 0.97)).rounded() }
        }
        fixture.observe(TestPlugin.whole, before, in: Fixture.before)
        fixture.observe(TestPlugin.whole, changed)
        #expect(try fixture.told("copied_between_years") == [])
        fixture.observations = []
        fixture.observe(TestPlugin.whole, before.map { ($0 ?? 0) + 1.5 }, in: Fixture.before)
        fixture.observe(TestPlugin.whole, before.map { ($0 ?? 0) + 1.5 })
        let finding = try #require(try fixture.findings(of: "copied_between_years").first)
        #expect(finding.cases.map(\.unit) == [nil])
        #expect(finding.cases[0].text.en == "12 of 12 values are those of the year before")
    }

    @Test("The same value in two units is told where chance would hardly do it")
    func copiedUnits() throws {
        var fixture = Fixture()
        // 12 values: 66 pairs; four digits give 66 / 9000 = 0.0073, three 0.073.
        fixture.observe(TestPlugin.sales, Self.steady(61, [2: 123.4, 3: 123.4, 5: 125, 6: 125]))
        let finding = try #require(try fixture.findings(of: "copied_between_units").first)
        #expect(finding.cases.map(\.unit) == ["c3", "c4"])
        #expect(finding.cases[0].text.en == "123.4 CNY 100m, as c4")
        #expect(finding.remark?.en == "Of 12 values, chance alone would give 0.0073 pairs with the same 4 digits.")
    }

    @Test("Parts add up to the whole within one per cent, and only where each has a value")
    func parts() throws {
        var fixture = Fixture()
        fixture.units = Array(fixture.units.prefix(3))
        fixture.others = ["c1", "c2", "c3"].flatMap { city in
            ["a", "b"].map { Fixture.unit(city + $0, level: "county", parent: city) }
        }
        fixture.observe(TestPlugin.part, [100, 100, 100])
        for (unit, value) in [("c1a", 50.0), ("c1b", 51), ("c2a", 50), ("c2b", 52), ("c3a", 500)] {
            fixture.observe(TestPlugin.part, unit, value)
        }
        let cases = try fixture.findings(of: "sum_of_parts").flatMap(\.cases)
        #expect(cases.map(\.unit) == ["c2"])
        #expect(cases[0].text.en == "100 items, its 2 parts add up to 102 items (+2%)")
        #expect(cases[0].origins.count == 3)
    }

    @Test("The order of the units changes nothing but the order of the cases")
    func order() throws {
        var fixture = Fixture()
        fixture.declared = [.part(TestPlugin.part, of: TestPlugin.whole, "test")]
        fixture.observe(.residentPopulation, Self.steady(300, [0: 3000]))
        fixture.observe(TestPlugin.sales, Self.steady(60, [1: 12.34, 4: 12.34, 8: 1200]), in: Fixture.before)
        fixture.observe(TestPlugin.sales, Self.steady(66, [1: 12.34, 4: 700]))
        fixture.observe(TestPlugin.part, Self.steady(40, [3: 400]))
        fixture.observe(TestPlugin.whole, Self.steady(80))
        func sorted(_ findings: [CheckFinding]) -> [CheckFinding] {
            findings.map { finding in
                var finding = finding
                finding.cases.sort { ($0.unit ?? "") < ($1.unit ?? "") }
                return finding
            }
        }
        let first = try fixture.findings()
        #expect(first.count > 4)
        for turn in 1..<fixture.units.count {
            var turned = fixture
            turned.units = Array(fixture.units[turn...] + fixture.units[..<turn]).reversed()
            #expect(try sorted(turned.findings()) == sorted(first))
        }
        #expect(try fixture.findings() == first)
    }
}
