import AssessmentCore
import AssessmentMethods
import Testing

@Suite("Min–max")
struct MinMaxTests {
    private static func values(_ generator: inout SplitMix64) -> [Double?] {
        (0..<16).map { _ in
            Int.random(in: 0..<5, using: &generator) == 0 ? nil : Double.random(in: -50...50, using: &generator)
        }
    }

    @Test("Another unit of measure changes no score", arguments: Direction.allCases)
    func affine(direction: Direction) async throws {
        var generator = SplitMix64(seed: 21)
        for _ in 0..<50 {
            let values = Self.values(&generator)
            let scale = Double.random(in: 0.01...1000, using: &generator)
            let shift = Double.random(in: -100...100, using: &generator)
            let first = try await MinMax().scores(values, direction: direction)
            let second = try await MinMax().scores(values.map { $0.map { scale * $0 + shift } }, direction: direction)
            for (left, right) in zip(first, second) { #expect(agree(left, right, within: 1e-9)) }
        }
    }

    @Test("The order of the units changes no bit of a score")
    func order() async throws {
        var generator = SplitMix64(seed: 22)
        for _ in 0..<50 {
            let values = Self.values(&generator)
            let order = values.indices.shuffled(using: &generator)
            let first = try await MinMax().scores(values)
            let second = try await MinMax().scores(order.map { values[$0] })
            #expect(order.map { first[$0] } == second)
        }
    }

    @Test("The directions mirror each other, and the best and the worst stand at the ends")
    func mirrored() async throws {
        var generator = SplitMix64(seed: 23)
        for _ in 0..<50 {
            let values = Self.values(&generator)
            let high = try await MinMax().scores(values).compactMap(\.self)
            let low = try await MinMax().scores(values, direction: .lowerIsBetter).compactMap(\.self)
            for (left, right) in zip(high, low) { #expect(agree(left + right, 100)) }
            #expect(high.min() == 0 && high.max() == 100)
        }
    }

    @Test("One unit alone cannot be compared")
    func alone() async throws {
        #expect(try await MinMax().scores([7, nil]) == [nil, nil])
    }
}
