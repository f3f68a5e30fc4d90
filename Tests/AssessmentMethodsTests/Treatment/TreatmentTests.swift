import AssessmentCore
import AssessmentMethods
import Testing

@Suite("Treatments")
struct TreatmentTests {
    static let methods: [any Treatment] = [
        LogTreatment(), Log10Treatment(), LogOffsetTreatment(), LogCTTreatment(), LogCTOriginalTreatment(),
        LogCTPlusTreatment(), PowerTreatment(), ReciprocalTreatment(), SignChangeTreatment(), BoxCoxTreatment(),
        ClipTreatment(), ClipQuantilesTreatment(), FencesTreatment(), WinsoriseTreatment(),
    ]
    static let parameters: [String: [String: ParameterValue]] = [
        "power": ["exponent": .number(0.5)], "clip": ["floor": .number(-1), "ceiling": .number(30)],
        "winsorise": ["at_most": .number(1)],
    ]
    static let panel = Panel(
        codes: (0..<12).map { "U\($0)" }, groups: (0..<12).map { $0 < 6 ? "x" : "y" }, years: [2020, 2021])

    /// Values with outliers on either side, some of them equal, some missing.
    static func column(_ generator: inout SplitMix64) -> [Double?] {
        panel.rows.map { _ in
            switch Int.random(in: 0..<8, using: &generator) {
            case 0: nil
            case 1: Double.random(in: -500...500, using: &generator)
            case 2: 3
            default: Double.random(in: 0.1...10, using: &generator)
            }
        }
    }

    static func run(
        _ method: any Treatment, _ panel: Panel, _ values: [Double?], scope: ReferenceScope = .allRows
    ) async throws -> ColumnRun {
        try await ColumnRun(
            method, panel: panel, values: values, scope: scope, parameters: parameters[method.description.id] ?? [:])
    }

    @Test("The order of values stays, or turns around where the method says so", arguments: methods)
    func monotone(method: any Treatment) async throws {
        var generator = SplitMix64(seed: 41)
        for _ in 0..<40 {
            let values = Self.column(&generator)
            let run = try await Self.run(method, Self.panel, values)
            for left in Self.panel.rows {
                for right in Self.panel.rows {
                    guard let a = values[left], let b = values[right], a <= b, let x = run.results[left],
                        let y = run.results[right]
                    else { continue }
                    #expect(method.reversesOrder ? x >= y : x <= y, "\(method.description.id): \(a) \(b) → \(x) \(y)")
                }
            }
        }
    }

    @Test("A missing value stays missing, and the order of the units changes nothing", arguments: methods)
    func order(method: any Treatment) async throws {
        var generator = SplitMix64(seed: 42)
        for _ in 0..<20 {
            let values = Self.column(&generator)
            let order = Self.panel.units.indices.shuffled(using: &generator)
            let shuffled = Panel(units: order.map { Self.panel.units[$0] }, periods: Self.panel.periods)
            func rows(_ column: [Double?]) -> [Double?] {
                Self.panel.periods.indices.flatMap { period in
                    order.map { column[period * Self.panel.units.count + $0] }
                }
            }
            for scope in [ReferenceScope.period, ReferenceScope(.group("group"), .all)] {
                let first = try await Self.run(method, Self.panel, values, scope: scope)
                let second = try await Self.run(method, shuffled, rows(values), scope: scope)
                for (value, result) in zip(values, first.results) where value == nil { #expect(result == nil) }
                for (left, right) in zip(rows(first.results), second.results) {
                    #expect(agree(left, right, within: 1e-9))
                }
            }
        }
    }

    @Test(
        "Another unit of measure changes the result by no more than the unit of measure",
        arguments: ["winsorise", "clip_quantiles", "winsorise_fences"])
    func affine(id: String) async throws {
        let method = try #require(Self.methods.first { $0.description.id == id })
        var generator = SplitMix64(seed: 43)
        for _ in 0..<30 {
            let values = Self.column(&generator)
            let parameters: [String: ParameterValue] = id == "winsorise" ? ["then": .text("none")] : [:]
            let first = try await ColumnRun(method, panel: Self.panel, values: values, parameters: parameters)
            let second = try await ColumnRun(
                method, panel: Self.panel, values: values.map { $0.map { 4 * $0 + 7 } }, parameters: parameters)
            for (left, right) in zip(first.results, second.results) {
                #expect(agree(left.map { 4 * $0 + 7 }, right, within: 1e-11))
            }
        }
    }

    @Test("The logarithm by range does not depend on the unit of measure")
    func logarithmOfRange() async throws {
        let values: [Double?] = [1, 4, 2, 90, nil]
        let panel = Panel(codes: ["A", "B", "C", "D", "E"])
        for method in [LogCTTreatment(), LogCTPlusTreatment()] as [any Treatment] {
            let first = try await ColumnRun(method, panel: panel, values: values)
            let second = try await ColumnRun(method, panel: panel, values: values.map { $0.map { 1000 * $0 - 5 } })
            for (left, right) in zip(first.results, second.results) {
                #expect(agree(left.map { $0 + 6.907755278982137 }, right))  // ln 1000
            }
        }
    }

    @Test("Each reference set by itself, and a year of reference for all")
    func referenceSets() async throws {
        let panel = Panel(codes: (0..<10).map { "U\($0)" }, years: [2020, 2021])
        let values: [Double?] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 100, 1, 2, 3, 4, 5, 6, 7, 8, 9, 12]
        let each = try await ColumnRun(WinsoriseTreatment(), panel: panel, values: values)
        #expect(each.results == values.map { $0 == 100 ? 9 : $0 })
        #expect(each.remarks.cells == [9: BilingualText(zh: "由100收至9", en: "brought from 100 to 9")])
        #expect(each.remarks.column.map(\.en).first?.hasPrefix("all units in 2020: skewness ") == true)
        #expect(each.remarks.column.map(\.en).last?.hasSuffix("left as it is") == true)
        let only = try await ColumnRun(
            WinsoriseTreatment(), panel: panel, values: values,
            scope: ReferenceScope(.all, .only(Period(year: 2020))))
        #expect(only.results == values.map { $0.map { min($0, 9) } })
    }

    @Test("Equal outliers are brought in together, even beyond the greatest number")
    func ties() async throws {
        let panel = Panel(codes: (0..<20).map { "U\($0)" })
        let values: [Double?] = (0..<18).map { Double($0 % 5) } + [400, 400]
        let run = try await ColumnRun(
            WinsoriseTreatment(), panel: panel, values: values,
            parameters: ["at_most": .number(1), "skewness": .number(1), "then": .text("none")])
        #expect(run.results == values.map { $0 == 400 ? 4 : $0 })
        #expect(run.remarks.column.first?.zh.contains("缩尾2个（高端2个，低端0个）") == true)
    }

    @Test("Too few values to judge are left, and said to be")
    func few() async throws {
        let panel = Panel(codes: ["A", "B", "C"])
        for values in [[1, nil, 900], [nil, nil, nil], [5, 5, 5]] as [[Double?]] {
            let run = try await ColumnRun(WinsoriseTreatment(), panel: panel, values: values)
            #expect(run.results == values)
            #expect(run.remarks.column.first?.en.contains("too few values, or no variation") == true)
        }
    }

    @Test("What still fails is said")
    func stillFailing() async throws {
        let panel = Panel(codes: (0..<30).map { "U\($0)" })
        let values: [Double?] = (0..<26).map { Double($0 % 4) } + [200, 300, 400, 5000]
        let none = try await ColumnRun(
            WinsoriseTreatment(), panel: panel, values: values,
            parameters: ["at_most": .number(1), "then": .text("none")])
        #expect(none.results.compactMap(\.self).max() == 400)
        #expect(none.remarks.column.first?.zh.hasSuffix("仍超出限值") == true)
        let more = try await ColumnRun(
            WinsoriseTreatment(), panel: panel, values: values,
            parameters: ["at_most": .number(5), "then": .text("none")])
        #expect(more.remarks.column.first?.en.hasSuffix("still beyond the limits") == false)
        let log = try await ColumnRun(
            WinsoriseTreatment(), panel: panel, values: values,
            parameters: ["at_most": .number(1), "then": .text("log"), "logarithm": .text("log_ct_orig")])
        #expect(log.results[29] == log.results[28])
        #expect(log.remarks.cells[29]?.en == "brought from 5000 to 400, then its logarithm")
    }

    /// λ where the derivative of the log-likelihood is zero, by mpmath with 40 digits:
    /// `mp.findroot(lambda t: mp.diff(likelihood, t), 0.05)`; scipy.stats.boxcox agrees to 8 digits.
    @Test("The most likely Box–Cox transformation")
    func boxCox() async throws {
        let plain: [Double?] = [1.2, 3.4, 0.7, 8.9, 22.1, 5.5, 2.2, 13.0]
        let run = try await ColumnRun(
            BoxCoxTreatment(), panel: Panel(codes: plain.indices.map { "U\($0)" }), values: plain,
            parameters: ["shift": .text("none")])
        let expected = [
            0.18332345906607551, 1.2698723475657663, -0.35288168768221617, 2.3360541583806693, 3.4020431396516087,
            1.7950781767045892, 0.80742448897810553, 2.7730675242049061,
        ]
        for (result, number) in zip(run.results, expected) { #expect(agree(result, number, within: 1e-13)) }
        #expect(run.remarks.column.first?.en.contains("λ = 0.060061;") == true)
        let shifted: [Double?] = [-3, 0, 1, 2, 10, 40]
        let second = try await ColumnRun(
            BoxCoxTreatment(), panel: Panel(codes: shifted.indices.map { "U\($0)" }), values: shifted)
        let others = [
            0, 1.3546281237052703, 1.5668621986085561, 1.7390973964505692, 2.5258741924482842, 3.5543734186418188,
        ]
        for (result, number) in zip(second.results, others) { #expect(agree(result, number, within: 1e-13)) }
    }

    @Test("Just beside zero, λ given agrees with the logarithm")
    func smallLambda() async throws {
        let values: [Double?] = [1, 2, 30]
        let panel = Panel(codes: ["A", "B", "C"])
        let zero = try await ColumnRun(
            BoxCoxTreatment(), panel: panel, values: values, parameters: ["lambda": .number(0)])
        let small = try await ColumnRun(
            BoxCoxTreatment(), panel: panel, values: values, parameters: ["lambda": .number(1e-14)])
        for (left, right) in zip(zero.results, small.results) { #expect(agree(left, right)) }
    }

    @Test("Where no λ can be found there is no result, and it is said")
    func noLambda() async throws {
        let panel = Panel(codes: ["A", "B", "C"])
        for values in [[4, 4, 4], [1, nil, nil]] as [[Double?]] {
            let run = try await ColumnRun(BoxCoxTreatment(), panel: panel, values: values)
            #expect(run.results == [nil, nil, nil])
            #expect(run.remarks.column.first?.en.contains("no λ can be found") == true)
        }
    }

    /// numpy.clip(x, *numpy.percentile(x, [10, 90])) with x = [3, 1, 4, 1, 5, 9, 2, 6, 5, 35]: bounds 1 and 11.6.
    @Test("Percentiles are interpolated as in numpy and R")
    func percentiles() async throws {
        let values: [Double?] = [3, 1, 4, 1, 5, 9, 2, 6, 5, 35]
        let run = try await ColumnRun(
            ClipQuantilesTreatment(), panel: Panel(codes: values.indices.map { "U\($0)" }), values: values,
            parameters: ["lower": .number(10), "upper": .number(90)])
        for (result, value) in zip(run.results, values) { #expect(agree(result, value == 35 ? 11.6 : value)) }
        #expect(run.remarks.column.first?.en == "all units in 2020: lower bound 1, upper bound 11.6; 0 below, 1 above")
    }

    @Test("Contradictions are refused with what to do")
    func refusals() async throws {
        let panel = Panel(codes: ["A", "B"])
        let refused: [(any Treatment, [String: ParameterValue])] = [
            (PowerTreatment(), [:]), (PowerTreatment(), ["exponent": .number(0)]),
            (PowerTreatment(), ["exponent": .number(-1)]), (PowerTreatment(), ["exponent": .number(.nan)]),
            (ClipTreatment(), [:]), (ClipTreatment(), ["floor": .number(3), "ceiling": .number(2)]),
            (
                ClipTreatment(),
                [
                    "floor": .number(NumberTable(lines: [NumberTable.Line(unit: "B", value: 9)])),
                    "ceiling": .number(8),
                ]
            ),
            (ClipQuantilesTreatment(), ["lower": .number(60), "upper": .number(40)]),
            (FencesTreatment(), ["multiple": .number(-1)]), (FencesTreatment(), ["multiple": .number(.infinity)]),
            (WinsoriseTreatment(), ["at_most": .number(1.5)]), (WinsoriseTreatment(), ["skewness": .number(-2)]),
            (WinsoriseTreatment(), ["then": .text("cube")]), (WinsoriseTreatment(), ["logarithm": .text("ln")]),
            (
                BoxCoxTreatment(),
                ["lambda": .number(NumberTable(lines: [NumberTable.Line(unit: "B", value: 9)]))]
            ),
        ]
        for (method, parameters) in refused {
            await #expect(throws: MethodError.self, "\(method.description.id) \(parameters)") {
                try await ColumnRun(method, panel: panel, values: [1, 2], parameters: parameters)
            }
        }
        for method in Self.methods where method.needsReference {
            await #expect(throws: (any Error).self) {
                try await ColumnRun(method, panel: panel, values: [1, 2], scope: nil)
            }
        }
    }

    @Test("Infinite values, single rows and empty panels do not stop the work", arguments: methods)
    func hostile(method: any Treatment) async throws {
        for panel in [Panel(codes: []), Panel(codes: ["A"]), Self.panel] {
            for value in [Double.infinity, -.infinity, .greatestFiniteMagnitude, -.greatestFiniteMagnitude, 0] {
                let values = panel.rows.map { $0 % 3 == 0 ? value : Double($0) as Double? }
                let run = try await Self.run(method, panel, values)
                #expect(run.results.count == panel.rowCount)
            }
        }
    }
}
