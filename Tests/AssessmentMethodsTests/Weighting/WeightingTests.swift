import AssessmentCore
import AssessmentMethods
import Testing

@Suite("Weightings")
struct WeightingTests {
    @Test("Equal weights are alike and add up to one, whatever is given", arguments: 1...7)
    func equal(count: Int) {
        let children = (0..<count).map { "\($0)" }
        let weights = EqualWeights().weights(of: children, given: children.map { _ in 5 })
        #expect(weights.count == count && Set(weights).count == 1)
        #expect(abs(weights.reduce(0, +) - 1) < 1e-15)
        #expect(!EqualWeights().needsGivenWeights)
    }

    @Test("Given weights are passed on, and one that is not given is asked for by name")
    func given() throws {
        #expect(try GivenWeights().weights(of: ["a", "b"], given: [30, 70]) == [30, 70])
        #expect(GivenWeights().needsGivenWeights)
        #expect {
            try GivenWeights().weights(of: ["a", "b"], given: [30, nil])
        } throws: { "\($0)".contains("‘b’") }
    }
}
