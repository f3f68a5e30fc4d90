import AssessmentCore
import AssessmentStatistics
import Testing

@testable import AssessmentRobustness

@Suite("Drawn weights")
struct WeightDrawTests {
    /// The mean of each weight over many draws.
    private func means(_ variation: MethodVariation.WeightVariation, _ own: [Double], draws count: Int) throws
        -> [Double]
    {
        let draws = try Draws(seed: 5)
        var sums = own.map { _ in 0.0 }
        for replication in 0..<count {
            let weights = WeightDraw(variation).weights(own, own.indices.map { draws.number(replication, $0) })
            #expect(weights.allSatisfy { $0 >= 0 })
            #expect(abs(weights.reduce(0, +) - own.reduce(0, +)) < 1e-9)
            for index in own.indices { sums[index] += weights[index] / Double(count) }
        }
        return sums
    }

    @Test("Those of a Dirichlet distribution lie around the given ones, the closer the larger the concentration")
    func dirichlet() throws {
        let own = [50.0, 30, 20]
        // A share of 0.5 with concentration 20 has the standard deviation √(0.5 · 0.5 / 21) = 0.11.
        for (mean, weight) in zip(try means(.dirichlet(concentration: 20), own, draws: 2000), own) {
            #expect(abs(mean - weight) < 1)
        }
    }

    @Test(
        "The smaller the concentration, the more one weight takes alone, however small it is",
        arguments: [0.1, 0.01, 0.001])
    func small(concentration: Double) throws {
        let own = [50.0, 30, 20]
        let draws = try Draws(seed: 5)
        var alone = 0
        var first = 0.0
        for replication in 0..<2000 {
            let weights = WeightDraw(.dirichlet(concentration: concentration)).weights(
                own, own.indices.map { draws.number(replication, $0) })
            if weights.contains(where: { $0 > 99.9 }) { alone += 1 }
            first += weights[0] / 2000
        }
        // The mean stays: 50, with a standard error of √(50 · 50 / 2000) = 1.1.
        #expect(abs(first - 50) < 4.5)
        #expect(Double(alone) > 2000 * (concentration < 0.05 ? 0.9 : 0.5))
    }

    @Test("The logarithm of a quantile goes on where the quantile is too small to be a number")
    func logarithms() throws {
        // By Python's math.lgamma: (log p + log Γ(a + 1)) / a, to which the quantile comes as near as e to that power to zero.
        let found = try #require(GammaDistribution.logQuantile(0.3, shape: 0.001))
        #expect(abs(found - (-1204.5491979242192)) < 1e-9)
        // log(scipy.stats.gamma.ppf(0.3, 2)).
        let plain = try #require(GammaDistribution.logQuantile(0.3, shape: 2))
        #expect(abs(plain - 0.0928974630913925) < 1e-12)
    }

    @Test("Those of the simplex are alike")
    func simplex() throws {
        for mean in try means(.simplex, [50, 30, 20], draws: 4000) { #expect(abs(mean - 100 / 3) < 1.5) }
    }

    @Test("Those within a share of the given ones reach its ends and keep their sum")
    func within() {
        let weights = WeightDraw(.within(0.25)).weights([40, 60], [1, 0])
        // 40 · 1.25 = 50 and 60 · 0.75 = 45, brought to the sum of 100.
        #expect(abs(weights[0] - 5000 / 95) < 1e-12 && abs(weights[1] - 4500 / 95) < 1e-12)
    }

    @Test(
        "Quantiles of the gamma distribution are those of scipy 1.17.1",
        arguments: [
            (0.5, 1.0, 0.693_147_180_559_945_5), (0.1, 0.05, 5.844_632_057_286_505e-21),
            (0.9, 0.05, 0.076_317_113_909_189_05), (0.01, 2.5, 0.277_149_038_364_138_6),
            (0.999, 40, 62.419_612_007_882_39), (0.3, 300, 290.681_162_423_217_9),
        ])
    func gamma(probability: Double, shape: Double, expected: Double) throws {
        let found = try #require(GammaDistribution.quantile(probability, shape: shape))
        #expect(abs(found - expected) <= 1e-12 * expected)
    }
}
