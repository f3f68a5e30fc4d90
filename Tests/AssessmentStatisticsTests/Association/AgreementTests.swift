import AssessmentStatistics
import Testing

@Suite("Agreement of raters")
struct AgreementTests {
    /// Shrout and Fleiss (1979), Table 2: six targets, four judges.
    static func ratings() throws -> Matrix {
        try Matrix(rowArrays: [
            [9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7],
        ])
    }

    @Test("Shrout and Fleiss's example: mean squares and six coefficients, to their two places")
    func published() throws {
        let found = try IntraclassCorrelation(Self.ratings())
        #expect(abs(found.meanSquares.targets - 11.24) <= 0.005)
        #expect(abs(found.meanSquares.within - 6.26) <= 0.005)
        #expect(abs(found.meanSquares.raters - 32.49) <= 0.005)
        #expect(abs(found.meanSquares.residual - 1.02) <= 0.005)
        let expected: [IntraclassCorrelation.Form: Double] = [
            .icc1: 0.17, .icc2: 0.29, .icc3: 0.71, .icc1k: 0.44, .icc2k: 0.62, .icc3k: 0.91,
        ]
        for form in IntraclassCorrelation.Form.allCases {
            let (value, wanted) = try (#require(found[form]).coefficient, #require(expected[form]))
            #expect(abs(value - wanted) <= 0.005, "\(form.rawValue)")
        }
    }

    @Test(
        "The same example in full, with 95 % intervals by the formulas of McGraw and Wong in numpy and scipy",
        arguments: [
            (IntraclassCorrelation.Form.icc1, 0.16574176840547544, -0.13293232487475098, 0.722560062328121),
            (.icc2, 0.2897637795275591, 0.018786513374712, 0.7610843696489529),
            (.icc3, 0.7148407148407149, 0.3424647650339253, 0.9458582599553595),
            (.icc1k, 0.44279713367926865, -0.8844421552381201, 0.9124154203407755),
            (.icc2k, 0.6200505475989891, 0.07113681530250332, 0.9272320401677219),
            (.icc3k, 0.9093155423770695, 0.6756747138163046, 0.9858916781690623),
        ])
    func intervals(form: IntraclassCorrelation.Form, value: Double, low: Double, high: Double) throws {
        let found = try #require(IntraclassCorrelation(Self.ratings())[form])
        #expect(agree(found.coefficient, value))
        #expect(agree(found.interval?.lowerBound, low))
        #expect(agree(found.interval?.upperBound, high))
        let oneWay = form == .icc1 || form == .icc1k
        #expect(agree(found.f, oneWay ? 1.794678492239468 : 11.027247956403272))
        // scipy.stats.f.sf(F, 5, 18) and (F, 5, 15)
        #expect(agreeRelatively(found.pValue, oneWay ? 0.16476880834463953 : 0.00013456651648433688))
        #expect(found.numeratorDegrees == 5)
        #expect(found.denominatorDegrees == (oneWay ? 18 : 15))
    }

    @Test("ICC(3,k) is Cronbach's alpha")
    func alpha() throws {
        let ratings = try Self.ratings()
        let alpha = try #require(Reliability((0..<4).map(ratings.column))).raw
        #expect(try agree(IntraclassCorrelation(ratings)[.icc3k]?.coefficient, alpha))
    }

    @Test("Raters who agree fully have a coefficient of 1 and no interval; ratings that do not vary have none")
    func extremes() throws {
        let same = try IntraclassCorrelation(Matrix(rowArrays: [[1, 1], [2, 2], [4, 4]]))
        for form in IntraclassCorrelation.Form.allCases {
            let estimate = try #require(same[form])
            #expect(agree(estimate.coefficient, 1), "\(form.rawValue)")
            #expect(estimate.f == .infinity && estimate.pValue == 0)
            #expect(estimate.interval == nil)
        }
        let quarter = try IntraclassCorrelation(Self.ratings(), confidence: 0.25)[.icc3]
        #expect(try #require(quarter?.interval).lowerBound > 0.5)
        let flat = try IntraclassCorrelation(Matrix(rowArrays: [[3, 3], [3, 3]]))
        #expect(flat[.icc1] == nil)
        #expect(throws: StatisticsError.tooFewColumns(found: 1, needed: 2)) {
            try IntraclassCorrelation(Matrix(rowArrays: [[3], [3]]))
        }
        #expect(throws: StatisticsError.parameterOutOfRange("the confidence level must lie between 0 and 1, found 1.5"))
        {
            try IntraclassCorrelation(Self.ratings(), confidence: 1.5)
        }
    }

    @Test("Kendall's W with ties agrees with Friedman's test in scipy")
    func concordance() throws {
        // scipy.stats.friedmanchisquare of the rows: 9.103448275862066, p 0.05856514216830623; W = that / (3 × 4)
        let found = try Concordance(
            Matrix(rowArrays: [[1, 1.5, 2], [2, 3, 1], [3, 1.5, 4], [4, 4.5, 3], [5, 4.5, 5]]))
        #expect(agree(found.coefficient, 0.7586206896551722))
        #expect(agree(found.chiSquare, 9.103448275862066))
        #expect(agreeRelatively(found.pValue, 0.05856514216830623))
        #expect(found.degreesOfFreedom == 4)
    }

    /// The ratings of anxiety by three raters that the R package irr brings as `anxiety`, full of ties.
    private static let anxiety: [[Double]] = [
        [3, 3, 3, 4, 5, 5, 2, 3, 5, 2, 2, 6, 1, 5, 2, 2, 1, 2, 4, 3],
        [3, 6, 4, 6, 2, 4, 2, 4, 3, 3, 2, 3, 3, 3, 2, 2, 1, 3, 3, 4],
        [2, 1, 4, 4, 3, 2, 1, 6, 1, 1, 1, 2, 3, 3, 1, 1, 3, 3, 2, 2],
    ]

    @Test("irr's ratings of anxiety: W = 0.54 with ties, chi-square(19) = 30.8, p = 0.043, and ICC(A,1) = 0.198")
    func anxiety() throws {
        let ratings = try Matrix(columnArrays: Self.anxiety)
        let found = try Concordance(ratings)
        // In full by scipy.stats.friedmanchisquare: 30.76044192939911, p 0.042883473126947666.
        #expect(agree(found.coefficient, 0.5396568759543704))
        #expect(agree(found.chiSquare, 30.76044192939911))
        #expect(agreeRelatively(found.pValue, 0.042883473126947666))
        let agreement = try #require(try IntraclassCorrelation(ratings)[.icc2])
        #expect(agree(agreement.coefficient, 0.19799825935596171))
    }

    @Test("W is 1 in full agreement, 0 for two opposite raters, and undefined where nothing is ranked")
    func concordanceExtremes() throws {
        #expect(try Concordance(Matrix(rowArrays: [[1, 10], [2, 20], [3, 30]])).coefficient == 1)
        #expect(try Concordance(Matrix(rowArrays: [[1, 3], [2, 2], [3, 1]])).coefficient == 0)
        #expect(throws: StatisticsError.constantColumn(0)) { try Concordance(Matrix(rowArrays: [[1, 1], [1, 1]])) }
        #expect(throws: StatisticsError.tooFewRows(found: 1, needed: 2)) {
            try Concordance(Matrix(rowArrays: [[1, 1]]))
        }
    }
}
