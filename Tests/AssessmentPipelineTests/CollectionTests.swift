import AssessmentCore
import AssessmentPipeline
import Testing

@Suite("Observations become columns")
struct CollectionTests {
    private func collected(_ fixture: Fixture, _ variable: String = "a") async throws -> Column {
        try #require(try await fixture.run().data.variables[variable]?.column)
    }

    @Test("What others reported was not submitted; what nobody has was collected nowhere, period by period")
    func reasons() async throws {
        var fixture = Fixture(.leaf("a"))
        fixture.history = [2019]
        fixture.observe("a", [1, nil, 3, nil])
        let column = try await collected(fixture)
        let nowhere = [Reason?](repeating: .notCollected, count: 4)
        #expect(column.reasons == nowhere + [nil, .notSubmitted, nil, .notSubmitted])
    }

    @Test("A level that nobody collects at is told apart from one where others report")
    func levels() async throws {
        var fixture = Fixture(.leaf("a"))
        fixture.units = [
            Fixture.unit("u1"), Fixture.unit("u2"), Fixture.unit("k1", level: "county"),
            Fixture.unit("k2", level: "county"),
        ]
        fixture.levels = ["city", "county"]
        fixture.observe("a", [1])
        #expect(try await collected(fixture).reasons == [nil, .notSubmitted, .notCollected, .notCollected])
    }

    @Test("A reason that the data give is kept; but who says that nobody has what others have has not submitted it")
    func givenReasons() async throws {
        var fixture = Fixture(.leaf("a"))
        fixture.leaveOut("a", "u1", .notCollected)
        #expect(try await collected(fixture).reasons.allSatisfy { $0 == .notCollected })
        fixture.observe("a", "u2", 5)
        fixture.leaveOut("a", "u3", .falsified)
        #expect(try await collected(fixture).reasons == [.notSubmitted, nil, .falsified, .notSubmitted])
    }

    /// The changes of 2020 in Wuhu: 弋江 and 三山 merged, 芜湖县 became 湾沚区.
    private func wuhu(_ leaf: FrameworkNode) -> Fixture {
        var fixture = Fixture(leaf)
        fixture.history = [2019]
        fixture.levels = ["county"]
        let day = "2020-07-06"
        fixture.units = [
            Fixture.unit("340203", level: "county", until: day, successor: "340209"),
            Fixture.unit("340207", level: "county"),
            Fixture.unit("340208", level: "county", until: day, successor: "340209"),
            Fixture.unit("340209", level: "county", from: day), Fixture.unit("340210", level: "county", from: day),
            Fixture.unit("340221", level: "county", until: day, successor: "340210"),
        ]
        return fixture
    }

    @Test(
        "Of units that merged, one that withholds spoils the sum, whatever the order; what does not apply is left out")
    func mergedReasons() async throws {
        for (first, second, expected) in [
            (Reason.notApplicable, Reason?.none, Reason.notSubmitted), (.notSubmitted, .notApplicable, .notSubmitted),
            (.notApplicable, .notSubmitted, .notSubmitted), (.notApplicable, .notApplicable, .notApplicable),
            (.withdrawn, .falsified, .falsified),
        ] {
            var fixture = wuhu(.leaf("a"))
            fixture.observe("a", "340207", 1, in: 2019)
            fixture.leaveOut("a", "340203", first, in: 2019)
            if let second { fixture.leaveOut("a", "340208", second, in: 2019) }
            let column = try await collected(fixture)
            #expect(column.reasons[1] == expected, "\(first) and \(second?.rawValue ?? "nothing")")
        }
        var fixture = wuhu(.leaf("a"))
        fixture.leaveOut("a", "340203", .notApplicable, in: 2019)
        fixture.observe("a", "340208", 5, in: 2019)
        #expect(try await collected(fixture).values[1] == 5)
    }

    @Test("Counts of units that merged are added up, and the cells behind the sum are known")
    func mergedCounts() async throws {
        var fixture = wuhu(.leaf("a"))
        for (unit, value) in [("340203", 30.0), ("340207", 50), ("340208", 12), ("340221", 40)] {
            fixture.observe("a", unit, value, in: 2019)
        }
        for (unit, value) in [("340207", 51.0), ("340209", 43), ("340210", 41)] { fixture.observe("a", unit, value) }
        let result = try await fixture.run()
        #expect(result.ledger.panel.units.map(\.code) == ["340207", "340209", "340210"])
        #expect(try result.scores("a") == [50, 42, 40, 51, 43, 41])
        #expect(result.data.variables["a"]?.observations[1] == [0, 2])
        #expect(result.data.variables["a"]?.column.notes[1]?.zh == "由单元340203、单元340208结转")
        #expect(result.data.variables["a"]?.column.notes[4] == nil)
    }

    @Test("A rate is kept where a unit was only renamed, and missing where two merged")
    func rates() async throws {
        var fixture = wuhu(.leaf("rate"))
        for unit in ["340203", "340207", "340208", "340221"] { fixture.observe("rate", unit, 60, in: 2019) }
        for unit in ["340207", "340209", "340210"] { fixture.observe("rate", unit, 65) }
        let column = try await collected(fixture, "rate")
        #expect(column.reasons == [nil, .boundaryChanged, nil, nil, nil, nil])
        #expect(column[2] == 60)
    }

    @Test("A sum of which a part is missing is missing for the reason of that part")
    func partialSums() async throws {
        var fixture = wuhu(.leaf("a"))
        fixture.observe("a", "340203", 30, in: 2019)
        #expect(try await collected(fixture).reasons.prefix(3) == [.notSubmitted, .notSubmitted, .notSubmitted])
        fixture.leaveOut("a", "340208", .falsified, in: 2019)
        #expect(try await collected(fixture).reasons[1] == .falsified)
    }

    @Test("What nobody collected was collected nowhere for a unit that merged, too")
    func mergedNowhere() async throws {
        var fixture = wuhu(.leaf("a"))
        for unit in ["340207", "340209", "340210"] { fixture.observe("a", unit, 5) }
        #expect(try await collected(fixture).reasons == [.notCollected, .notCollected, .notCollected, nil, nil, nil])
    }

    @Test("A value given for the new unit itself goes before what would be carried over")
    func restated() async throws {
        var fixture = wuhu(.leaf("a"))
        for (unit, value) in [("340203", 30.0), ("340208", 12), ("340209", 44)] {
            fixture.observe("a", unit, value, in: 2019)
        }
        #expect(try await collected(fixture)[1] == 44)
    }

    @Test("A unit that nothing stood for before it began has no value from then")
    func newUnit() async throws {
        var fixture = Fixture(.leaf("a"))
        fixture.history = [2019]
        fixture.units = [Fixture.unit("u1"), Fixture.unit("new", from: "2020-03-01")]
        fixture.observe("a", [1, 2])
        fixture.observe("a", "u1", 1, in: 2019)
        #expect(try await collected(fixture).reasons == [nil, .boundaryChanged, nil, nil])
    }

    @Test("Growth reaches across a merger by the sums, and not across a break in the series")
    func growth() async throws {
        var fixture = wuhu(.leaf("growth"))
        for (unit, value) in [("340203", 30.0), ("340207", 50), ("340208", 10), ("340221", 40)] {
            fixture.observe("a", unit, value, in: 2019)
        }
        for (unit, value) in [("340207", 55.0), ("340209", 50), ("340210", 30)] { fixture.observe("a", unit, value) }
        let scores = try await fixture.run().scores("growth")
        for (score, expected) in zip(scores.suffix(3), [10.0, 25, -25]) {
            #expect(abs(try #require(score) - expected) < 1e-12)
        }
        fixture.seriesBreaks = [
            SeriesBreak(variable: "a", from: Period(year: 2020), note: BilingualText(same: "census"))
        ]
        #expect(try await fixture.run().reasons("growth").suffix(3).allSatisfy { $0 == .seriesBreak })
    }
}
