import AssessmentCore
import AssessmentPipeline
import Testing

@Suite("Why a run stops")
struct PipelineFailureTests {
    @Test("A unit in no peer group, or in two, is named")
    func peerGroups() async throws {
        var fixture = Fixture(.leaf("a"))
        fixture.observe("a", [1, 2, 3, 4])
        fixture.peerGroups = [
            PeerGroup(id: "x", name: BilingualText(same: "x"), units: ["u1", "u2"]),
            PeerGroup(id: "y", name: BilingualText(same: "y"), units: ["u2", "u3"]),
        ]
        let problems = try await fixture.problems()
        #expect(problems.count == 2)
        #expect(problems.first?.contains("u2 单元u2: belongs to several peer groups (x, y)") == true)
        #expect(problems.last?.contains("u4 单元u4: belongs to no peer group") == true)
    }

    @Test("Where no unit is in force, the list of units is named")
    func noUnits() async throws {
        var fixture = Fixture(.leaf("a"))
        fixture.levels = ["province"]
        #expect(try await fixture.problems() == ["units.csv: no unit of level province is in force on 2020-12-31"])
    }

    @Test("A method that refuses its parameters gives the position of its node")
    func refusedParameters() async throws {
        let choice = MethodChoice("goalposts", parameters: ["floor": .number(5), "ceiling": .number(5)])
        var fixture = Fixture(.mean(of: [.leaf("a", evaluate: choice)]))
        fixture.observe("a", [1, 2, 3, 4])
        let problems = try await fixture.problems()
        #expect(problems.count == 1)
        #expect(problems.first?.hasPrefix("assessment.yml:7:3: a: goalposts: the floor 5") == true)
    }

    @Test("A weight that is not given is asked for at its node")
    func noWeight() async throws {
        let fixture = Fixture(.mean(of: [.leaf("a", role: .weighted(nil))]))
        #expect(try await fixture.problems() == ["assessment.yml:3:1: root: ‘a’ has no weight"])
    }

    @Test("Every indicator that refuses is told, with its message and its place, in the order of the framework")
    func refusals() async throws {
        let fixture = Fixture(
            .mean(of: [
                .leaf("x", use: "fix.refusing"), .leaf("a"), .leaf("y", use: "fix.refusing"),
                .leaf("z", use: "fix.none"),
            ]))
        let message = "the list of 2019 is not the one of 2020"
        let problems = try await fixture.problems()
        #expect(problems.prefix(2) == ["assessment.yml:7:3: x: \(message)", "assessment.yml:7:3: y: \(message)"])
        #expect(problems.count == 3 && problems.last?.contains("z: its indicator is unknown") == true)
    }

    @Test(
        "An indicator that takes a unit out of the framework is refused, since no rule on missing values applies to that"
    )
    func leaving() async throws {
        let problems = try await Fixture(.leaf("x", use: "fix.leaving")).problems()
        #expect(
            problems.first?.hasSuffix(
                "as left_framework, which is the specification's to say; expected another reason") == true)
    }

    @Test("A node without a score and a method that nobody brings are refused")
    func unknown() async throws {
        var leaf = FrameworkNode.leaf("a")
        leaf.steps = [.measure]
        #expect(try await Fixture(leaf).problems() == ["assessment.yml:7:3: a: none of its steps gives a score"])
        let problems = try await Fixture(.leaf("a", evaluate: MethodChoice("nothing"))).problems()
        #expect(problems.first?.contains("the method ‘nothing’") == true)
        let mean = try await Fixture(.mean(of: [.leaf("a")], by: "nothing")).problems()
        #expect(mean.first?.hasPrefix("assessment.yml:3:1: root: the method ‘nothing’") == true)
    }
}
