import AssessmentCore
import AssessmentMethods
import AssessmentTesting
import Testing

@Suite("Imputations")
struct ImputationTests {
    static let methods: [any Imputation] = [
        MeanImputation(), MedianImputation(), RowMeanImputation(), RowMedianImputation(), LatestImputation(),
        LinearImputation(), ConstantImputation(), ValueImputation(), NearestNeighbourImputation(),
    ]
    static let parameters: [String: [String: ParameterValue]] = ["value": ["number": .number(3)]]
    static let panel = Panel(
        codes: ["A", "B", "C", "D", "E"], groups: ["x", "x", "x", "y", "y"], years: [2015, 2018, 2019, 2021])

    static func column(_ panel: Panel, _ generator: inout SplitMix64, missing: Int = 3) -> [Double?] {
        panel.rows.map { _ in
            Int.random(in: 0..<missing, using: &generator) == 0 ? nil : Double.random(in: -9...9, using: &generator)
        }
    }

    static func run(
        _ method: any Imputation, _ panel: Panel, _ values: [Double?], _ companions: [[Double?]],
        scope: ReferenceScope = .allRows
    ) async throws -> ColumnRun {
        try await ColumnRun(
            method, panel: panel, values: values,
            companions: zip(companions, [Direction.higherIsBetter, .lowerIsBetter]).map { ($0, $1) }, scope: scope,
            parameters: parameters[method.description.id] ?? [:])
    }

    @Test("What was measured stays to the last bit, and every cell that is put in says from what", arguments: methods)
    func keeps(method: any Imputation) async throws {
        var generator = SplitMix64(seed: 31)
        for _ in 0..<40 {
            let values = Self.column(Self.panel, &generator)
            let companions = [Self.column(Self.panel, &generator), Self.column(Self.panel, &generator)]
            for scope in [ReferenceScope.allRows, .period, ReferenceScope(.group("group"), .all)] {
                let run = try await Self.run(method, Self.panel, values, companions, scope: scope)
                for row in Self.panel.rows {
                    if let value = values[row] {
                        #expect(run.results[row] == value && run.remarks.cells[row] == nil)
                    } else {
                        #expect((run.results[row] == nil) == (run.remarks.cells[row] == nil))
                    }
                }
            }
        }
    }

    @Test("Values stay with their units in whatever order these are listed", arguments: methods)
    func order(method: any Imputation) async throws {
        var generator = SplitMix64(seed: 32)
        for _ in 0..<20 {
            let values = Self.column(Self.panel, &generator)
            let companions = [Self.column(Self.panel, &generator), Self.column(Self.panel, &generator)]
            let order = Self.panel.units.indices.shuffled(using: &generator)
            let shuffled = Panel(units: order.map { Self.panel.units[$0] }, periods: Self.panel.periods)
            func rows(_ column: [Double?]) -> [Double?] {
                Self.panel.periods.indices.flatMap { period in
                    order.map { column[period * Self.panel.units.count + $0] }
                }
            }
            let first = try await Self.run(method, Self.panel, values, companions)
            let second = try await Self.run(method, shuffled, rows(values), companions.map(rows))
            for (left, right) in zip(rows(first.results), second.results) { #expect(agree(left, right)) }
        }
    }

    @Test("A single observation fills the gaps of its own unit and of no other", arguments: ["linear", "constant"])
    func single(id: String) async throws {
        let method: any Imputation = id == "linear" ? LinearImputation() : ConstantImputation()
        for row in Self.panel.rows {
            var values = [Double?](repeating: nil, count: Self.panel.rowCount)
            values[row] = 7
            let run = try await ColumnRun(method, panel: Self.panel, values: values, scope: nil)
            for other in Self.panel.rows {
                let isOwn = other % Self.panel.units.count == row % Self.panel.units.count
                #expect(run.results[other] == (isOwn ? 7 : nil))
            }
        }
    }

    @Test("A single observation is carried to the later periods of its own unit alone")
    func singleLatest() async throws {
        for row in Self.panel.rows {
            var values = [Double?](repeating: nil, count: Self.panel.rowCount)
            values[row] = 7
            let run = try await ColumnRun(LatestImputation(), panel: Self.panel, values: values, scope: nil)
            for other in Self.panel.rows {
                let isOwn = other >= row && other % Self.panel.units.count == row % Self.panel.units.count
                #expect(run.results[other] == (isOwn ? 7 : nil))
            }
        }
    }

    @Test("A column without any value stays without, save where a value is stated or rows are read as they are")
    func empty() async throws {
        let values = [Double?](repeating: nil, count: Self.panel.rowCount)
        for method in Self.methods where method.description.id != "value" {
            let run = try await Self.run(method, Self.panel, values, [values, values])
            #expect(run.results == values && run.remarks.cells.isEmpty, "\(method.description.id)")
        }
    }

    @Test("Row statistics do not depend on the unit of measure of any column", arguments: ["row_mean", "row_median"])
    func scale(id: String) async throws {
        let method: any Imputation = id == "row_mean" ? RowMeanImputation() : RowMedianImputation()
        var generator = SplitMix64(seed: 33)
        for _ in 0..<30 {
            let values = Self.column(Self.panel, &generator)
            let companions = [Self.column(Self.panel, &generator), Self.column(Self.panel, &generator)]
            let first = try await Self.run(method, Self.panel, values, companions)
            let second = try await Self.run(
                method, Self.panel, values.map { $0.map { 5 * $0 + 2 } },
                companions.map { $0.map { $0.map { 0.25 * $0 - 100 } } })
            for (left, right) in zip(first.results, second.results) {
                #expect(agree(left.map { 5 * $0 + 2 }, right, within: 1e-11))
            }
        }
    }

    @Test("A companion of which less is better is read from the other end")
    func directions() async throws {
        let panel = Panel(codes: ["A", "B", "C"])
        let run = try await ColumnRun(
            RowMeanImputation(), panel: panel, values: [10, 30, nil], direction: .lowerIsBetter,
            companions: [([0, 4, 1], .higherIsBetter)])
        // A quarter from the worst, 30, towards the best, 10.
        #expect(run.results == [10, 30, 25])
        #expect(
            run.remarks.cells[2]?.en
                == "mean of the 1 other value of the unit in the period, normalised and turned back")
    }

    @Test("What is said about the cells")
    func remarks() async throws {
        let panel = Panel(codes: ["A", "B", "C"], groups: ["x", "x", "y"])
        let values: [Double?] = [4, nil, nil]
        let all = try await ColumnRun(MeanImputation(), panel: panel, values: values)
        #expect(
            all.remarks.cells[1] == BilingualText(zh: "2020年全部单位的1个值的平均数", en: "mean of 1 value of all units in 2020"))
        let grouped = try await ColumnRun(
            MedianImputation(), panel: panel, values: values, scope: ReferenceScope(.group("group"), .same))
        #expect(grouped.remarks.cells[1]?.en == "median of 1 value of the units of group x in 2020")
        #expect(grouped.results == [4, 4, nil])
        let near = try await ColumnRun(
            NearestNeighbourImputation(), panel: panel, values: [4, 6, nil],
            companions: [([1, 2, 3], .higherIsBetter)], parameters: ["neighbours": .number(1)])
        #expect(near.remarks.cells[2] == BilingualText(zh: "近邻：B", en: "neighbours: B"))
        let series = Panel(codes: ["A"], years: [2015, 2018, 2020])
        let line = try await ColumnRun(LinearImputation(), panel: series, values: [1, nil, 6], scope: nil)
        #expect(line.results == [1, 4, 6])
        #expect(line.remarks.cells[1]?.en == "on the line from 1 in 2015 to 6 in 2020")
    }

    /// numpy and scikit-learn's definition of the distance with missing values, by hand in Python:
    /// `z = (c - np.nanmean(c, 0)) / np.nanstd(c, 0, ddof=1)`, `d = np.sqrt(2 / k * ((z[i] - z[j]) ** 2).sum())` over
    /// the k columns that both rows have, then the mean of the two nearest.
    @Test("Nearest neighbours with missing companions")
    func neighbours() async throws {
        let panel = Panel(codes: ["A", "B", "C", "D", "E", "F"])
        let run = try await ColumnRun(
            NearestNeighbourImputation(), panel: panel, values: [3, 8, nil, 1, 12, nil],
            companions: [
                ([1.5, 2.5, 2.25, 0.5, 9, nil], .higherIsBetter), ([10, nil, 14, 11, 30, 26], .lowerIsBetter),
            ], parameters: ["neighbours": .number(2)])
        #expect(run.results == [3, 8, 5.5, 1, 12, 6.5])
    }

    @Test("Contradictions are refused with what to do")
    func refusals() async throws {
        let panel = Self.panel
        let values = [Double?](repeating: 1, count: panel.rowCount)
        await #expect(throws: MethodError.self) {
            try await ColumnRun(MeanImputation(), panel: panel, values: values, scope: nil)
        }
        for method in [RowMeanImputation(), RowMedianImputation(), NearestNeighbourImputation()] as [any Imputation] {
            await #expect(throws: MethodError.self) { try await ColumnRun(method, panel: panel, values: values) }
        }
        for years in [0, 1.5, -2, .infinity, .nan] {
            await #expect(throws: MethodError.self) {
                try await ColumnRun(
                    LatestImputation(), panel: panel, values: values, parameters: ["at_most_years": .number(years)])
            }
        }
        for number in [0, 2.5, .infinity, .nan] {
            await #expect(throws: MethodError.self) {
                try await ColumnRun(
                    NearestNeighbourImputation(), panel: panel, values: values,
                    companions: [(values, .higherIsBetter)], parameters: ["neighbours": .number(number)])
            }
        }
        await #expect(throws: MethodError.self) {
            try await ColumnRun(ValueImputation(), panel: panel, values: values, scope: nil)
        }
    }

    @Test("Infinite values, single rows and empty panels do not stop the work", arguments: methods)
    func hostile(method: any Imputation) async throws {
        for panel in [Panel(codes: []), Panel(codes: ["A"]), Panel(codes: ["A", "B"], years: [2020, 2021])] {
            for value in [Double.infinity, -.infinity, .greatestFiniteMagnitude, -.greatestFiniteMagnitude, 0] {
                let values = panel.rows.map { $0 % 2 == 0 ? nil : value as Double? }
                let others = panel.rows.map { $0 % 2 == 1 ? nil : value as Double? }
                let run = try await Self.run(method, panel, values, [others, values])
                #expect(run.results.count == panel.rowCount)
            }
        }
    }
}
