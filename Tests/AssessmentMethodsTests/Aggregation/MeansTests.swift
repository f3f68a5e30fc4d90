import AssessmentCore
import AssessmentMethods
import Testing

@Suite("Weighted means")
struct MeansTests {
    private static let means: [any Aggregation] = [ArithmeticMean(), GeometricMean(), HarmonicMean()]

    private static func draw(_ generator: inout SplitMix64) -> (scores: [Double?], weights: [Double]) {
        let count = Int.random(in: 1...8, using: &generator)
        return (
            (0..<count).map { _ in
                Int.random(in: 0..<6, using: &generator) == 0 ? nil : Double.random(in: 0.1...100, using: &generator)
            },
            (0..<count).map { _ in Double.random(in: 0.1...50, using: &generator) }
        )
    }

    @Test("Weights in another scale change nothing")
    func scale() throws {
        var generator = SplitMix64(seed: 31)
        for _ in 0..<200 {
            let (scores, weights) = Self.draw(&generator)
            let factor = Double.random(in: 0.001...1000, using: &generator)
            for mean in Self.means {
                let (first, second) = (
                    try mean.score(scores, weights: weights),
                    try mean.score(scores, weights: weights.map { $0 * factor })
                )
                #expect(agree(first, second))
            }
        }
    }

    @Test("The geometric mean is at most the arithmetic, and both lie between the smallest and the largest score")
    func inequality() throws {
        var generator = SplitMix64(seed: 32)
        for _ in 0..<500 {
            let (scores, weights) = Self.draw(&generator)
            let arithmetic = try ArithmeticMean().score(scores, weights: weights)
            let geometric = try GeometricMean().score(scores, weights: weights)
            guard let arithmetic, let geometric else {
                #expect(scores.allSatisfy { $0 == nil } && arithmetic == nil && geometric == nil)
                continue
            }
            let present = scores.compactMap(\.self)
            #expect(geometric <= arithmetic * (1 + 1e-12))
            #expect(geometric >= (present.min() ?? 0) * (1 - 1e-12))
            #expect(arithmetic <= (present.max() ?? 0) * (1 + 1e-12))
        }
    }

    @Test("A child without a score counts as if it were not there")
    func missing() throws {
        for mean in Self.means {
            let with = try mean.score([40, nil, 90], weights: [1, 7, 2])
            #expect(try mean.score([40, 90], weights: [1, 2]) == with)
        }
    }

    @Test("A better child never makes a node worse")
    func monotone() throws {
        var generator = SplitMix64(seed: 33)
        for _ in 0..<200 {
            let (scores, weights) = Self.draw(&generator)
            guard let place = scores.indices.first(where: { scores[$0] != nil }) else { continue }
            var better = scores
            better[place] = better[place].map { $0 + 5 }
            for mean in Self.means {
                let (first, second) = (
                    try #require(try mean.score(scores, weights: weights)),
                    try #require(try mean.score(better, weights: weights))
                )
                #expect(second > first)
            }
        }
    }

    @Test("A score of zero or less has no geometric mean")
    func zero() throws {
        #expect(try GeometricMean().score([0, 50], weights: [1, 1]) == nil)
        #expect(try GeometricMean().score([-1, 50], weights: [1, 1]) == nil)
        #expect(try ArithmeticMean().score([0, 50], weights: [1, 1]) == 25)
    }

    @Test("A score of zero under a geometric mean does what the specification says")
    func zeroRules() throws {
        let scores: [Double?] = [0, 50, nil]
        let weights = [1.0, 1, 4]
        for mean in [GeometricMean(), HarmonicMean()] as [any Aggregation] {
            #expect(try mean.score(scores, weights: weights) == nil)
            #expect(try mean.score(scores, weights: weights, parameters: ["zero": .text("zero")]) == 0)
            #expect(try mean.score([-3, 50], weights: [1, 1], parameters: ["zero": .text("zero")]) == 0)
            let above = try mean.score([2, 50], weights: [1, 1])
            #expect(try mean.score([2, 50], weights: [1, 1], parameters: ["zero": .text("zero")]) == above)
            let floor: [String: ParameterValue] = ["zero": .text("floor"), "floor": .number(2)]
            #expect(try mean.score(scores, weights: weights, parameters: floor) == above)
        }
    }

    @Test("A power mean with exponent 1, 0 and −1 is the arithmetic, geometric and harmonic mean, and it grows with it")
    func powerMeans() throws {
        var generator = SplitMix64(seed: 34)
        for _ in 0..<200 {
            let (scores, weights) = Self.draw(&generator)
            func power(_ exponent: Double) throws -> Double? {
                try PowerMean().score(scores, weights: weights, parameters: ["exponent": .number(exponent)])
            }
            #expect(agree(try power(1), try ArithmeticMean().score(scores, weights: weights)))
            #expect(agree(try power(0), try GeometricMean().score(scores, weights: weights)))
            #expect(agree(try power(0), try WeightedProduct().score(scores, weights: weights)))
            #expect(agree(try power(-1), try HarmonicMean().score(scores, weights: weights)))
            guard let low = try power(-3), let high = try power(4) else { continue }
            #expect(low <= high * (1 + 1e-12))
        }
    }
}
