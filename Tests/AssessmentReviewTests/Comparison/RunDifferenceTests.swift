import AssessmentCore
import Testing

@testable import AssessmentReview

@Suite("What differs between two runs, and why")
struct RunDifferenceTests {
    private func review(weight: Double = 0.75, target: Double = 100) -> SmallReview {
        var review = SmallReview(
            .total([
                .leaf("a", weight: weight, by: "completion", target: NumberTable(target)),
                .leaf("b", weight: 1 - weight, by: "min_max", reference: .period),
            ]))
        review.units = ["u1", "u2", "u3"].map { SmallReview.unit($0) }
        review.observe("a", ["u1": 40, "u2": 60, "u3": 80])
        review.inputs = [
            Manifest.Input(file: "assessment.yml", sha256: "1"), Manifest.Input(file: "data.csv", sha256: "1"),
        ]
        return review
    }

    private func causes(_ difference: RunDifference, _ node: String, _ step: String, _ unit: String) -> [RunDifference
        .Cause]?
    {
        difference.cells.first { $0.node == node && $0.step == step && $0.unit == unit }?.causes
    }

    /// b goes from 10 to 30 for u1; the others have 20 and 30. By min–max the scores were 0, 50, 100 and are 100, 0, 100: the
    /// totals go from 30, 57.5, 85 to 55, 45, 85.
    @Test("A changed figure is followed to its cell on both sides, and to what it does to others")
    func figure() async throws {
        var (before, after) = (review(), review())
        before.observe("b", ["u1": 10, "u2": 20, "u3": 30])
        after.observe("b", ["u1": 30, "u2": 20, "u3": 30])
        after.inputs[1].sha256 = "2"
        let difference = RunDifference(from: try await before.result(), to: try await after.result())
        #expect(difference.inputs.map(\.name) == ["data.csv"])
        #expect(difference.nodes.isEmpty && difference.settings.isEmpty && difference.units.isEmpty)
        #expect(difference.totals.map(\.unit) == ["u1", "u2"])
        #expect(difference.totals.map(\.before?.total) == [30, 57.5])
        #expect(difference.totals.map(\.after?.total) == [55, 45])
        #expect(difference.totals.map(\.before?.rank) == [3, 2])
        #expect(difference.totals.map(\.after?.rank) == [2, 3])
        #expect(!difference.cells.contains { $0.unit == "u3" })
        let place = RunDifference.Place(subject: "b", file: "data.csv", row: 5)
        #expect(causes(difference, "b", "measure", "u1") == [.data(before: [place], after: [place])])
        #expect(causes(difference, "b", "evaluate", "u1") == [.cell(node: "b", step: "measure")])
        #expect(causes(difference, "b", "evaluate", "u2") == [.otherUnits])
        #expect(causes(difference, "total", "aggregate", "u2") == [.cell(node: "b", step: "missing")])
        #expect(causes(difference, "total", "rank", "u2") == [.cell(node: "total", step: "aggregate"), .otherUnits])
        #expect(difference.cells.first?.node == "total")
    }

    @Test("Weights and targets are named where they act, and listed once for the framework")
    func settings() async throws {
        var (before, after) = (review(), review(weight: 0.5, target: 80))
        before.observe("b", ["u1": 10, "u2": 20, "u3": 30])
        after.observe("b", ["u1": 10, "u2": 20, "u3": 30])
        let difference = RunDifference(from: try await before.result(), to: try await after.result())
        #expect(difference.nodes.map(\.id) == ["a", "b"])
        #expect(
            difference.nodes.first?.fields == [RunDifference.Field(name: "weight", before: "0.75", after: "0.5")])
        #expect(
            causes(difference, "a", "evaluate", "u1")
                == [.setting(RunDifference.Field(name: "target", before: "100", after: "80"))])
        let total = try #require(causes(difference, "total", "aggregate", "u3"))
        #expect(total.contains(.cell(node: "a", step: "missing")))
        #expect(total.contains(.setting(RunDifference.Field(name: "weight of a", before: "0.75", after: "0.5"))))
        #expect(difference.settings.map(\.node) == ["a", "total"])
    }

    @Test("Nodes and units of one run alone are told as such")
    func existence() async throws {
        var (before, after) = (review(), review())
        before.observe("b", ["u1": 10, "u2": 20, "u3": 30])
        after.observe("b", ["u1": 10, "u2": 20, "u3": 30])
        after.framework.children.append(.leaf("c", weight: 0))
        after.observe("c", ["u1": 1, "u2": 1, "u3": 1])
        after.units.removeLast()
        after.observations.removeAll { $0.unit == "u3" }
        let difference = RunDifference(from: try await before.result(), to: try await after.result())
        #expect(difference.nodes.map(\.id) == ["c"])
        #expect(difference.nodes.first?.isBefore == false)
        #expect(difference.units.map(\.code) == ["u3"])
        #expect(difference.units.first?.isAfter == false)
        #expect(causes(difference, "c", "measure", "u1") == [.existence])
        #expect(causes(difference, "total", "aggregate", "u3") == [.existence])
        #expect(difference.totals.contains { $0.unit == "u3" && $0.after == nil })
        #expect(difference.comparedRows == 2)
    }

    @Test("A run compared with itself differs in nothing")
    func same() async throws {
        var review = review()
        review.observe("b", ["u1": 10, "u2": 20, "u3": 30])
        let result = try await review.result()
        let difference = RunDifference(from: result, to: result)
        #expect(difference.isEmpty && difference.totals.isEmpty && difference.inputs.isEmpty)
    }

    /// The totals are 30, 57.5 and 85; u1 then has two points more, and u2 an income of 61 instead of 60.
    @Test("A first decision changes the cell that it is about and no other, and one that stays is no cause of a change")
    func decisions() async throws {
        let bonus = Adjustment(
            id: "bonus", name: BilingualText(same: "bonus"), effect: .bonus(atMost: nil, upTo: nil))
        var before = review()
        before.framework.steps.insert(.adjust(bonus), at: 1)
        before.observe("b", ["u1": 10, "u2": 20, "u3": 30])
        var decided = before
        decided.decide(bonus, "u1", "total", 2)
        decided.inputs.append(Manifest.Input(file: "decisions.csv", sha256: "1"))
        let first = RunDifference(from: try await before.result(), to: try await decided.result())
        let cells = first.cells.filter { $0.step == "adjust" }
        #expect(cells.map(\.unit) == ["u1"])
        #expect(cells.map(\.before?.value) == [30])
        #expect(cells.map(\.after?.value) == [32])
        let words = "[bonus 2 of 2021-01-10, office: r; a; e]"
        #expect(
            cells.map(\.causes)
                == [[.setting(RunDifference.Field(name: "decisions", before: nil, after: words))]])
        var later = decided
        later.change(0, to: 44)
        later.inputs[1].sha256 = "2"
        let second = RunDifference(from: try await decided.result(), to: try await later.result())
        #expect(causes(second, "total", "adjust", "u1") == [.cell(node: "total", step: "aggregate")])
        #expect(second.settings.isEmpty)
    }

    /// The target is 100 before and 80 after: u1 scores 40 and 50, and with 44 instead of 40 it scores 44.
    @Test("A score against a target that follows from a rule is led back to the measured value and to the target")
    func ruledTarget() async throws {
        var before = review()
        before.observe("b", ["u1": 10, "u2": 20, "u3": 30])
        func aiming(at goal: Double) -> SmallReview {
            var aimed = before
            aimed.framework.children[0].measure?.target = .path(
                TargetPath(goal: goal, year: Period(year: 2020), growth: 10))
            return aimed
        }
        var (measured, aimed) = (aiming(at: 100), aiming(at: 80))
        measured.change(0, to: 44)
        measured.inputs[1].sha256 = "2"
        aimed.inputs[0].sha256 = "2"
        let first = RunDifference(from: try await aiming(at: 100).result(), to: try await measured.result())
        #expect(first.cells.first { $0.node == "a" && $0.step == "evaluate" }?.after?.value == 44)
        #expect(causes(first, "a", "evaluate", "u1") == [.cell(node: "a", step: "measure")])
        #expect(causes(first, "a", "target", "u1") == nil && first.settings.isEmpty)
        let second = RunDifference(from: try await aiming(at: 100).result(), to: try await aimed.result())
        #expect(second.cells.first { $0.node == "a" && $0.step == "evaluate" }?.after?.value == 50)
        #expect(
            causes(second, "a", "evaluate", "u1") == [
                .cell(node: "a", step: "target"),
                .setting(RunDifference.Field(name: "target", before: "100", after: "80")),
            ])
        #expect(causes(second, "a", "target", "u1") == [.specification])
    }

    @Test("The table has a line a changed cell, and texts that a spreadsheet would run are kept as texts")
    func table() async throws {
        var (before, after) = (review(), review())
        before.units[0] = AssessedUnit(code: "u1", name: BilingualText(zh: "=1+1", en: "a,b"), level: "city")
        after.units = before.units
        before.observe("b", ["u1": 10, "u2": 20, "u3": 30])
        after.observe("b", ["u1": 30, "u2": 20, "u3": 30])
        let difference = RunDifference(from: try await before.result(), to: try await after.result())
        let lines = RunDifferenceTable(difference).text.split(separator: "\n")
        #expect(lines.count == difference.cells.count + 1)
        #expect(
            lines.dropFirst().first?.hasPrefix(
                "2020,u1,'=1+1,\"a,b\",total,总分,Total,aggregate,30,measured,,55,measured,,") == true)
    }
}
