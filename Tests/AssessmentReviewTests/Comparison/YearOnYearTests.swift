import AssessmentCore
import AssessmentReview
import Testing

@Suite("Year on year, worked by hand")
struct YearOnYearTests {
    private func compare(_ earlier: SmallReview, _ later: SmallReview, threads: Int = 1) async throws -> YearOnYear {
        try await YearOnYear.comparing(
            earlier.comparedYear(), earlier.run(), with: later.comparedYear(), later.run(), threads: threads)
    }

    private func expect(
        _ change: YearOnYear.Change?, _ expected: [YearOnYear.Factor: Double],
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let change = try #require(change, sourceLocation: sourceLocation)
        for factor in YearOnYear.Factor.allCases {
            let difference = abs((change.contributions[factor] ?? .nan) - (expected[factor] ?? 0))
            #expect(difference < 1e-12, "\(factor)", sourceLocation: sourceLocation)
        }
        let sum = YearOnYear.Factor.allCases.reduce(0) { $0 + (change.contributions[$1] ?? .nan) }
        #expect(abs(sum - change.total) < 1e-9, sourceLocation: sourceLocation)
    }

    /// Weights 0.75 and 0.25, then 0.5 and 0.5; figures of u1 40 and 80, then 60 and 40. The totals are
    /// (old weights, old figures) 50, (old, new) 55, (new, old) 60, (new, new) 50, so that
    /// method = ½ [(60 − 50) + (50 − 55)] = 2.5 and data = ½ [(55 − 50) + (50 − 60)] = −2.5.
    @Test("Weights and figures that change together")
    func weights() async throws {
        var earlier = SmallReview(.total([.leaf("a", weight: 0.75), .leaf("b", weight: 0.25)]))
        earlier.year = 2019
        earlier.observe("a", ["u1": 40, "u2": 10])
        earlier.observe("b", ["u1": 80, "u2": 10])
        var later = SmallReview(.total([.leaf("a", weight: 0.5), .leaf("b", weight: 0.5), .leaf("c", weight: 0)]))
        later.observe("a", ["u1": 60, "u2": 10])
        later.observe("b", ["u1": 40, "u2": 10])
        let comparison = try await compare(earlier, later)
        let unit = try #require(comparison.units.first { $0.code == "u1" })
        try expect(unit.score, [.method: 2.5, .data: -2.5])
        try expect(unit.rank, [:])
        #expect(unit.before.total == 50)
        #expect(unit.after.total == 50)
        #expect(unit.nodes.map(\.node) == ["a", "b"])
        try expect(unit.nodes.first?.change, [.data: 20])
        #expect(
            comparison.framework.map { [$0.node, $0.kind.rawValue, $0.before?.en ?? "", $0.after?.en ?? ""] } == [
                ["a", "weight", "0.75", "0.5"], ["b", "weight", "0.25", "0.5"], ["c", "added", "", "total, 0"],
            ])
    }

    /// Scores from the least to the best unit, 100 (x − min) / (max − min); u5 is always 0. Only 2019 has u3, with 50; it ended
    /// into u1. u1 has 20, then 30; u2 has 40, then 25. The score of u1 by (units, own figure, figure of u2):
    /// (2019, 20, 40) 40, (2019, 30, 40) 60, (2019, 20, 25) 40, (2019, 30, 25) 60,
    /// (2020, 20, 40) 50, (2020, 30, 40) 75, (2020, 20, 25) 80, (2020, 30, 25) 100.
    /// With the weights 1/3, 1/6, 1/6, 1/3 of no, one, one and two others changed before:
    /// boundaries 10/3 + 15/6 + 40/6 + 40/3 = 155/6, data 20/3 + 25/6 + 20/6 + 20/3 = 125/6, peers 30/6 + 25/3 = 80/6.
    /// Its rank by the same: 3, 3, 3, 2, then 2, 2, 2, 1: boundaries 1, data 1/6 + 1/3 = 1/2, peers 1/2.
    @Test("Boundaries, own figures and those of peers", arguments: [1, 3])
    func peers(threads: Int) async throws {
        let framework = FrameworkNode.total([.leaf("a", by: "min_max", reference: .period)])
        let units = [
            SmallReview.unit("u1"), SmallReview.unit("u2"),
            SmallReview.unit("u3", until: "2020-06-30", successor: "u1"),
            SmallReview.unit("u5"),
        ]
        var earlier = SmallReview(framework)
        (earlier.year, earlier.units) = (2019, units)
        earlier.observe("a", ["u1": 20, "u2": 40, "u3": 50, "u5": 0])
        var later = SmallReview(framework)
        later.units = units
        later.observe("a", ["u1": 30, "u2": 25, "u5": 0])
        let comparison = try await compare(earlier, later, threads: threads)
        let unit = try #require(comparison.units.first { $0.code == "u1" })
        try expect(unit.score, [.boundaries: 155.0 / 6, .data: 125.0 / 6, .peers: 80.0 / 6])
        try expect(unit.rank, [.boundaries: 1, .data: 0.5, .peers: 0.5])
        #expect(unit.rank?.total == 2)
        #expect(unit.before.rank == 3 && unit.before.of == 4 && unit.after.rank == 1 && unit.after.of == 3)
        #expect(comparison.units.map(\.code) == ["u1", "u2", "u5"])
        let gone = try #require(comparison.unpaired.first)
        #expect(comparison.unpaired.count == 1)
        #expect(gone.code == "u3" && gone.isBefore && gone.counterparts == ["u1"] && gone.line.rank == 1)
        #expect(comparison.framework.isEmpty)
    }

    /// Scores from the least to the best unit, 50, 100 and 0 in both years. In 2019 u1 has 4 points more, in 2020 one; in 2020
    /// u2 is vetoed and last. So u1 goes from 54 to 51 by its own doing, and from 2nd to 1st by that of u2, u2 from 1st to 3rd
    /// by its own, u3 from 3rd to 2nd by that of u2.
    @Test("Decisions on a unit are its data, to others they are those of a peer")
    func decisions() async throws {
        let award = Adjustment(id: "award", name: BilingualText(same: "award"), effect: .bonus(atMost: nil, upTo: nil))
        let falsified = Adjustment(
            id: "falsified", name: BilingualText(same: "falsified"), effect: .veto(Veto(.disqualified, rank: .last)))
        var framework = FrameworkNode.total(
            [.leaf("a", by: "min_max", reference: .period)],
            grades: [GradeBand(atLeast: 0, name: BilingualText(same: "any"))])
        framework.steps.insert(.adjust(award), at: 1)
        framework.steps.append(.veto(falsified))
        var review = SmallReview(framework)
        review.history = [2019]
        review.units = ["u1", "u2", "u3"].map { SmallReview.unit($0) }
        for year in [2019, 2020] { review.observe("a", ["u1": 20, "u2": 40, "u3": 0], in: year) }
        let day = try #require(CalendarDate("2021-01-10"))
        review.decisions = [
            ("award", "u1", 2019, 4), ("award", "u1", 2020, 1), ("falsified", "u2", 2020, nil as Double?),
        ].map {
            AdjustmentDecision(
                adjustment: $0.0, unit: $0.1, node: "total", period: Period(year: $0.2), value: $0.3, reason: "r",
                authority: "a", evidence: "e", date: day,
                decidedBy: "d", origin: Origin(file: "decisions.csv", row: 2, column: "value"))
        }
        let comparison = try await YearOnYear.comparing(
            try await review.run(), data: review.data, from: Period(year: 2019), to: Period(year: 2020))
        let units = Dictionary(uniqueKeysWithValues: comparison.units.map { ($0.code, $0) })
        #expect(units["u1"]?.before.total == 54 && units["u1"]?.after.total == 51)
        try expect(units["u1"]?.score, [.data: -3])
        try expect(units["u1"]?.rank, [.peers: 1])
        try expect(units["u2"]?.score, [:])
        try expect(units["u2"]?.rank, [.data: -2])
        try expect(units["u3"]?.rank, [.peers: 1])
        #expect(comparison.framework.isEmpty)
    }

    /// Completion of the target, 50 and then 80, by 40 and then 48: 80 and 60; the new figure by the old target 96, the old
    /// figure by the new target 50. Method = ½ [(50 − 80) + (60 − 96)] = −33, data = ½ [(96 − 80) + (60 − 50)] = 13.
    @Test("Within one specification the targets of the year are its method")
    func targets() async throws {
        var review = SmallReview(
            .total([
                .leaf(
                    "a", by: "completion",
                    target: NumberTable(lines: [
                        NumberTable.Line(period: Period(year: 2019), value: 50),
                        NumberTable.Line(period: Period(year: 2020), value: 80),
                    ]))
            ]))
        review.history = [2019]
        review.observe("a", ["u1": 40, "u2": 10], in: 2019)
        review.observe("a", ["u1": 48, "u2": 10], in: 2020)
        let assessment = try await review.run()
        let comparison = try await YearOnYear.comparing(
            assessment, data: review.data, from: Period(year: 2019), to: Period(year: 2020))
        let unit = try #require(comparison.units.first { $0.code == "u1" })
        try expect(unit.score, [.method: -33, .data: 13])
        #expect(
            comparison.framework.map { [$0.node, $0.kind.rawValue, $0.before?.en ?? "", $0.after?.en ?? ""] } == [
                ["a", "target", "50", "80"]
            ])
        #expect(assessment.historyLines(of: "u1").map(\.total) == [80, 60])
        #expect(assessment.historyLines(of: "u1").map(\.rank) == [1, 1])
        #expect(assessment.historyLines(of: "nobody").isEmpty)
    }

    /// 100, 110 and 132 grow by 10 and by 20 per cent; the method is the same, so that all of the change is the data's.
    @Test("Growth in the mixtures is that of the data with the years before them")
    func growth() async throws {
        var review = SmallReview(.total([.leaf("growth")]))
        review.history = [2018, 2019]
        for (year, value) in [(2018, 100.0), (2019, 110), (2020, 132)] {
            review.observe("a", ["u1": value, "u2": 50], in: year)
        }
        let comparison = try await YearOnYear.comparing(
            review.run(), data: review.data, from: Period(year: 2019), to: Period(year: 2020))
        let unit = try #require(comparison.units.first { $0.code == "u1" })
        #expect(abs((unit.score?.before ?? 0) - 10) < 1e-9)
        let data = try #require(unit.score?.contributions[.data])
        #expect(abs(data - 10) < 1e-9)
        #expect(abs(unit.score?.contributions[.method] ?? 1) < 1e-9)
    }

    @Test("A unit without a score in a mixture is listed with the mixture and the reason, not decomposed")
    func missing() async throws {
        var leaf = FrameworkNode.leaf("a")
        leaf.steps[2] = .missing(MissingRule(otherwise: .noScore))
        var earlier = SmallReview(.total([leaf]))
        earlier.year = 2019
        earlier.observe("a", ["u1": 40, "u2": 10])
        var later = SmallReview(.total([leaf]))
        later.observe("a", ["u2": 10])
        let comparison = try await compare(earlier, later)
        let unit = try #require(comparison.units.first { $0.code == "u1" })
        #expect(unit.score == nil && unit.rank == nil)
        #expect(
            unit.absence?.en == "method 2019, boundaries 2019, own data 2020, peers 2019: not submitted")
        #expect(comparison.units.first { $0.code == "u2" }?.score?.total == 0)
    }

    @Test("Nodes that moved or went, and steps that are done otherwise, are listed with what they were and are")
    func framework() async throws {
        func pillar(_ children: [FrameworkNode]) -> FrameworkNode {
            var pillar = FrameworkNode.total(children)
            pillar.id = "pillar"
            pillar.role = .weighted(1)
            return pillar
        }
        var earlier = SmallReview(.total([pillar([.leaf("a"), .leaf("b")]), .leaf("c")]))
        earlier.year = 2019
        earlier.observe("a", ["u1": 40, "u2": 10])
        earlier.observe("b", ["u1": 40, "u2": 10])
        earlier.observe("c", ["u1": 40, "u2": 10])
        var later = SmallReview(
            .total([pillar([.leaf("b", by: "min_max", reference: .period)]), .leaf("a")], decimals: 1))
        later.observe("a", ["u1": 60, "u2": 10])
        later.observe("b", ["u1": 40, "u2": 10])
        let comparison = try await compare(earlier, later)
        #expect(
            comparison.framework.map { [$0.node, $0.kind.rawValue, $0.before?.en ?? "", $0.after?.en ?? ""] } == [
                ["total", "method", "", "round 1 decimals"],
                ["b", "method", "evaluate raw", "evaluate min_max over period"],
                ["a", "moved", "pillar", "total"],
                ["c", "removed", "total, 1", ""],
            ])
        let unit = try #require(comparison.units.first { $0.code == "u1" })
        let score = try #require(unit.score)
        #expect(abs(score.contributions.values.reduce(0, +) - 40) < 1e-9)
        #expect(score.total == 40)
    }
}
