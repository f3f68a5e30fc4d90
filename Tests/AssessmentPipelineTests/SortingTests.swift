import AssessmentCore
import Testing

@testable import AssessmentPipeline

@Suite("Sorting")
struct SortingTests {
    @Test(
        "Numbers come in order and equal ones as they stood, for few and for many, with ties and with both zeros",
        arguments: [0, 1, 2, 7, 8, 9, 51, 127, 128, 129, 300, 5000], [false, true])
    func order(count: Int, smallestFirst: Bool) {
        var generator = SplitMix64(seed: UInt64(count))
        for isTied in [false, true] {
            var sorting = Workspace.Sorting(count)
            for place in 0..<count {
                let number = Double.random(in: -1...1, using: &generator)
                sorting.scores[place] = isTied ? (number * 4).rounded() / 4 : number * 1e9
            }
            sorting.sort(count, smallestFirst: smallestFirst)
            var order = Array(0..<count)
            sorting.take(&order, from: 0, count)
            let scores = sorting.scores
            let expected = (0..<count).sorted { left, right in
                if scores[left] == scores[right] { return left < right }
                return (scores[left] < scores[right]) == smallestFirst
            }
            #expect(order == expected)
        }
    }
}
