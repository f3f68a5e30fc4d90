import AssessmentCore
import AssessmentMethods
import Testing

@Suite("Bands")
struct BandsTests {
    private func bands(_ pairs: [(Double, Double)]) -> [String: ParameterValue] {
        ["bands": .records(pairs.map { ["at_least": .number($0.0), "score": .number($0.1)] })]
    }

    @Test("A lower bound belongs to its band, and the number just below to the one under it")
    func bounds() async throws {
        let pairs = [(60.0, 6.0), (75, 8), (90.1, 10)]
        for (bound, score) in pairs {
            let scores = try await Bands().scores([bound, bound.nextDown], parameters: bands(pairs))
            #expect(scores[0] == score)
            #expect((scores[1] ?? .infinity) < score)
        }
    }

    @Test("Bands may be listed in any order")
    func order() async throws {
        let values: [Double?] = [0, 60, 70, 75, 90, 100, nil]
        let pairs = [(60.0, 6.0), (75, 8), (90, 10)]
        let expected: [Double?] = [0, 6, 6, 8, 10, 10, nil]
        #expect(try await Bands().scores(values, parameters: bands(pairs)) == expected)
        #expect(try await Bands().scores(values, parameters: bands(pairs.reversed())) == expected)
    }

    @Test("No band, two of one bound, or a band without numbers is refused")
    func refusals() async {
        await #expect(throws: MethodError.self) { try await Bands().scores([1], parameters: bands([])) }
        await #expect(throws: MethodError.self) { try await Bands().scores([1], parameters: bands([(1, 2), (1, 3)])) }
        await #expect(throws: MethodError.self) {
            try await Bands().scores([1], parameters: ["bands": .records([["at_least": .number(1)]])])
        }
    }
}
