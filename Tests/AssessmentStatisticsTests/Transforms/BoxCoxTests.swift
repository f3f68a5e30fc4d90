import AssessmentStatistics
import Testing

@Suite("Box–Cox")
struct BoxCoxTests {
    static let values = [0.5, 1.2, 3.3, 2.2, 7.9, 15.1, 4.4, 1.9, 2.8, 30.2]

    @Test(
        "The λ of greatest likelihood agrees with scipy's to 10⁻⁶",
        arguments: [
            // scipy.stats.boxcox and boxcox_llf
            (values, -0.09125071203277228, -14.086496912274729),
            ([101.0, 102, 105, 110, 103, 108, 120, 99, 111], -6.887172160165453, -15.45683908474416),
            ([5.1, 5.9, 6.0, 6.05, 6.1, 6.12, 6.15, 6.2], 21.252119867628938, 12.897489815274582),
        ])
    func likelihood(values: [Double], lambda: Double, logLikelihood: Double) throws {
        let found = try #require(BoxCox.maximumLikelihood(values))
        #expect(agree(found.lambda, lambda, within: 1e-6))
        #expect(agree(found.logLikelihood, logLikelihood, within: 1e-12))
        #expect(agree(BoxCox.logLikelihood(values, lambda: lambda), logLikelihood, within: 1e-12))
    }

    @Test(
        "The slope of the likelihood is zero at λ, to eleven digits",
        arguments: [
            // mpmath with 40 digits: findroot on the derivative of the logarithm of the variance
            (values, -0.0912507122096441),
            ([101.0, 102, 105, 110, 103, 108, 120, 99, 111], -6.887172121534587),
            ([5.1, 5.9, 6.0, 6.05, 6.1, 6.12, 6.15, 6.2], 21.25211986830663),
        ])
    func precision(values: [Double], lambda: Double) throws {
        #expect(try agree(#require(BoxCox.maximumLikelihood(values)).lambda, lambda, within: 1e-11))
    }

    @Test("Two values have their λ where they are symmetric, and extreme ones too")
    func two() throws {
        for values in [[1.0, 2], [1e-300, 1e300]] {
            #expect(try abs(#require(BoxCox.maximumLikelihood(values)).lambda) < 1e-15)
        }
        #expect(try #require(BoxCox.maximumLikelihood([1, 1, 1, 1, 5])).lambda < -2)
        #expect(try #require(BoxCox.maximumLikelihood([1, 5, 5, 5, 5])).lambda > 2)
    }

    @Test("Transformed values agree with scipy's boxcox, and go back")
    func transform() throws {
        // scipy.special.boxcox([0.5, 1.2, 3.3], 0.5) and −1.3
        for (lambda, expected) in [
            (0.5, [-0.585786437626905, 0.1908902300206644, 1.63318042491699]),
            (-1.3, [-1.1248375589921789, 0.1623253326929013, 0.6063054705430195]),
        ] {
            let found = try #require(BoxCox.transform(Array(Self.values.prefix(3)), lambda: lambda))
            for (value, wanted) in zip(found, expected) { #expect(agree(value, wanted, within: 1e-15)) }
        }
        for lambda in [-2, -0.091, 0, 1e-12, 0.5, 3] {
            let there = try #require(BoxCox.transform(Self.values, lambda: lambda))
            let back = try #require(BoxCox.inverse(there, lambda: lambda))
            for (value, wanted) in zip(back, Self.values) { #expect(agreeRelatively(value, wanted, within: 1e-11)) }
        }
    }

    @Test("Values of zero or less, or that do not vary, have none")
    func undefined() {
        #expect(BoxCox.transform([1, 0], lambda: 1) == nil)
        #expect(BoxCox.inverse([-2], lambda: 1) == nil)
        #expect(BoxCox.maximumLikelihood([2, 2, 2]) == nil)
        #expect(BoxCox.maximumLikelihood([1, -2, 2]) == nil)
        #expect(BoxCox.maximumLikelihood([3]) == nil)
        #expect(BoxCox.logLikelihood([], lambda: 1) == nil)
        #expect(BoxCox.shiftedToOne([]).isEmpty)
    }
}
