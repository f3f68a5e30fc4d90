import AssessmentStatistics
import Testing

/// Values of scipy 1.17 (`scipy.stats` and `scipy.special`), or of mpmath with 40 digits where scipy has fewer right; to
/// a share of each, since tails matter.
@Suite("Distributions agree with scipy")
struct DistributionsTests {
    @Test(
        "Normal: norm.cdf and norm.sf",
        arguments: [
            (-8, 6.220960574271784e-16, 0.9999999999999993), (-1.96, 0.024997895148220435, 0.9750021048517795),
            (0, 0.5, 0.5), (0.5, 0.6914624612740131, 0.3085375387259869),
            (3, 0.9986501019683699, 0.0013498980316300933), (9, 1.0, 1.1285884059538324e-19),
        ] as [(Double, Double, Double)])
    func normal(z: Double, lower: Double, upper: Double) {
        #expect(agreeRelatively(NormalDistribution.cumulative(z), lower, within: 1e-14))
        #expect(agreeRelatively(NormalDistribution.upperTail(z), upper, within: 1e-14))
    }

    @Test(
        "Normal: norm.ppf",
        arguments: [
            (1e-300, -37.0470962993612), (1e-12, -7.034483825301131), (0.001, -3.090232306167813),
            (0.07, -1.4757910281791706), (0.3, -0.5244005127080409), (0.5, 0.0), (0.6, 0.2533471031357997),
            (0.975, 1.959963984540054), (0.999999, 4.753424308817087),
        ])
    func normalQuantile(probability: Double, expected: Double) {
        #expect(agreeRelatively(NormalDistribution.quantile(probability), expected, within: 1e-14))
    }

    @Test("Normal: the ends, the density, and nothing outside 0…1")
    func normalEnds() {
        #expect(NormalDistribution.quantile(0) == -.infinity)
        #expect(NormalDistribution.quantile(1) == .infinity)
        #expect(NormalDistribution.quantile(1.5) == nil)
        #expect(NormalDistribution.quantile(.nan) == nil)
        // scipy.stats.norm.pdf(1)
        #expect(agreeRelatively(NormalDistribution.density(1), 0.24197072451914337, within: 1e-15))
    }

    @Test(
        "Student's t: t.sf and t.cdf",
        arguments: [
            (0.5, 1, 0.35241638234956674, 0.6475836176504333), (2, 3.5, 0.06306926128795672, 0.9369307387120432),
            (-1.2, 10, 0.8711018496378472, 0.12889815036215282), (6, 49, 1.1702151953105309e-07, 0.9999998829784804),
            (30, 200, 2.8620806044139265e-76, 1), (2.5, 1e6, 0.006209744751081623, 0.9937902552489184),
        ] as [(Double, Double, Double, Double)])
    func student(t: Double, degrees: Double, upper: Double, lower: Double) {
        #expect(agreeRelatively(StudentTDistribution.upperTail(t, degreesOfFreedom: degrees), upper, within: 1e-12))
        #expect(agreeRelatively(StudentTDistribution.cumulative(t, degreesOfFreedom: degrees), lower, within: 1e-12))
    }

    @Test(
        "F: f.sf and f.cdf",
        arguments: [
            (1.79, 5, 18, 0.16574131074375587, 0.834258689256244),
            (11.02724, 5, 15, 0.00013456706236433975, 0.9998654329376355),
            (0.2, 3, 7, 0.8931679556624899, 0.10683204433751023),
            (100, 2, 40, 2.7351112277912505e-16, 0.9999999999999998),
            (1.1, 500, 800, 0.1166213726616803, 0.8833786273383197),
        ] as [(Double, Double, Double, Double, Double)])
    func f(value: Double, numerator: Double, denominator: Double, upper: Double, lower: Double) {
        #expect(agreeRelatively(FDistribution.upperTail(value, numerator, denominator), upper, within: 1e-12))
        #expect(agreeRelatively(FDistribution.cumulative(value, numerator, denominator), lower, within: 1e-12))
    }

    @Test(
        "Chi-square: chi2.sf and chi2.cdf",
        arguments: [
            (3.84, 1, 0.05004352124870519, 0.9499564787512949), (0.5, 4, 0.9735009788392561, 0.026499021160743912),
            (25, 9, 0.002971180485917624, 0.9970288195140824), (300, 100, 7.4121008573230175e-22, 1.0),
            (120, 100, 0.08440668109369177, 0.9155933189063082),
        ] as [(Double, Double, Double, Double)])
    func chiSquare(value: Double, degrees: Double, upper: Double, lower: Double) {
        #expect(agreeRelatively(ChiSquareDistribution.upperTail(value, degreesOfFreedom: degrees), upper))
        #expect(agreeRelatively(ChiSquareDistribution.cumulative(value, degreesOfFreedom: degrees), lower))
    }

    @Test("Quantiles of t, F and chi-square: t.ppf, f.ppf and chi2.ppf")
    func quantiles() {
        for (probability, degrees, expected) in [
            (0.975, 5, 2.5705818356363146), (0.01, 2, -6.964556734283274), (0.999, 30, 3.3851848668293045),
            (0.6, 1, 0.32491969623290634),
        ] as [(Double, Double, Double)] {
            let found = StudentTDistribution.quantile(probability, degreesOfFreedom: degrees)
            #expect(agreeRelatively(found, expected, within: 1e-13))
        }
        for (probability, numerator, denominator, expected) in [
            (0.975, 5, 15, 3.5764153492790607), (0.975, 5, 4.2, 8.77605167440651),
            (0.05, 10, 3, 0.26966790366849686), (0.5, 2, 9, 0.7493806780925246),
        ] as [(Double, Double, Double, Double)] {
            let found = FDistribution.quantile(probability, numerator, denominator)
            #expect(agreeRelatively(found, expected, within: 1e-13))
        }
        for (probability, degrees, expected) in [
            (0.95, 1, 3.841458820694124), (0.05, 10, 3.9402991361190605), (0.001, 3, 0.024297585815692732),
        ] as [(Double, Double, Double)] {
            let found = ChiSquareDistribution.quantile(probability, degreesOfFreedom: degrees)
            #expect(agreeRelatively(found, expected, within: 1e-13))
        }
    }

    @Test("Incomplete beta and gamma: betainc, gammainc and gammaincc")
    func incomplete() {
        for (x, a, b, expected) in [
            (0.3, 2, 5, 0.5798250000000003), (0.9, 0.5, 0.5, 0.7951672353008665),
            (0.01, 40, 0.5, 8.936487537432969e-82), (0.5, 1000, 1003, 0.5267273563147872), (0.999, 3, 200.5, 1.0),
            (0.2, 12.5, 30, 0.08008081324183212),
        ] as [(Double, Double, Double, Double)] {
            #expect(agreeRelatively(IncompleteBeta.regularised(x, a, b), expected))
        }
        for (a, x, lower, upper) in [
            (0.5, 0.1, 0.34527915398142317, 0.6547208460185768), (3, 10, 0.9972306042844884, 0.0027693957155115775),
            (50, 40, 0.07033506665939494, 0.9296649333406051), (200, 260, 0.999952499875557, 4.750012444300866e-05),
        ] as [(Double, Double, Double, Double)] {
            #expect(agreeRelatively(IncompleteGamma.lower(a, x), lower))
            #expect(agreeRelatively(IncompleteGamma.upper(a, x), upper))
        }
    }

    @Test("The far tails for large parameters keep twelve digits")
    func farTails() {
        // mpmath with 40 digits: gammainc(..., regularized=True)
        let lower = IncompleteGamma.lower(5543.381548932997, 3214.6070949976174)
        #expect(agreeRelatively(lower, 4.522638255343776e-303))
        let upper = IncompleteGamma.upper(6174.0723716219645, 9021.117825982281)
        #expect(agreeRelatively(upper, 2.425274283957021e-222))
    }

    @Test("Outside their domain the functions are not-a-number, and at its ends 0 or 1")
    func domain() {
        #expect(IncompleteBeta.regularised(-0.1, 1, 1).isNaN)
        #expect(IncompleteBeta.regularised(0.5, 0, 1).isNaN)
        #expect(IncompleteBeta.regularised(0, 2, 3) == 0)
        #expect(IncompleteBeta.regularised(1, 2, 3) == 1)
        #expect(IncompleteGamma.lower(-1, 1).isNaN)
        #expect(IncompleteGamma.upper(2, 0) == 1)
        #expect(IncompleteGamma.upper(2, .infinity) == 0)
        #expect(FDistribution.upperTail(.infinity, 2, 3) == 0)
        #expect(FDistribution.upperTail(-1, 2, 3) == 1)
        #expect(StudentTDistribution.twoSided(.infinity, degreesOfFreedom: 3) == 0)
        #expect(StudentTDistribution.twoSided(1, degreesOfFreedom: 0).isNaN)
        #expect(ChiSquareDistribution.upperTail(-3, degreesOfFreedom: 2) == 1)
    }
}
