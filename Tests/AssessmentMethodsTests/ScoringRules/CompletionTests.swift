import AssessmentCore
import AssessmentMethods
import AssessmentTesting
import Testing

@Suite("Completion rates")
struct CompletionTests {
    @Test("Better never scores less, and never beyond the cap", arguments: Direction.allCases)
    func monotone(direction: Direction) async throws {
        let values = stride(from: -20.0, through: 60, by: 0.25).map { Optional($0) }
        for cap in [100.0, 120] {
            let scores = try await Completion().scores(
                values, direction: direction, targets: [Double](repeating: 25, count: values.count),
                parameters: ["cap": .number(cap)]
            ).compactMap(\.self)
            #expect(scores.count == values.count)
            #expect(scores.allSatisfy { (0...cap).contains($0) })
            let better = direction == .higherIsBetter ? scores : scores.reversed()
            #expect(zip(better, better.dropFirst()).allSatisfy { $0 <= $1 })
            #expect(better.last == cap)
        }
    }

    @Test("A harder target never scores more")
    func targets() async throws {
        let targets = stride(from: 1.0, through: 50, by: 1).map(\.self)
        let scores = try await Completion().scores([Double?](repeating: 20, count: targets.count), targets: targets)
            .compactMap(\.self)
        #expect(zip(scores, scores.dropFirst()).allSatisfy { $0 >= $1 })
        #expect(scores[19] == 100 && scores[20] < 100)
    }

    @Test("It asks for a target above zero")
    func requirement() {
        #expect(Completion().targets == .positive)
        #expect(!Completion().needsReference)
    }

    @Test("A target that is exceeded by far is questioned, and the score stays what it is")
    func question() throws {
        let panel = Panel(
            units: ["1", "2"].map { AssessedUnit(code: $0, name: BilingualText(same: $0), level: "city") },
            periods: [Period(year: 2020)])
        let kernel = try Completion().prepare(
            ColumnInput(
                panel: panel, direction: .higherIsBetter, targets: [100, 100],
                parameters: ParameterValues(
                    ["question_above": .number(150)], for: Completion().description.parameters)))
        let remarks = kernel.remarks(on: [160, 150], results: [100, 100])
        #expect(remarks.cells.keys.sorted() == [0])
        #expect(remarks.cells[0]?.en.contains("160.0% of the target") == true)
    }
}
