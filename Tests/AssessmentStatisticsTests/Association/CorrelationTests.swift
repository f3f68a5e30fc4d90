import AssessmentStatistics
import Testing

@Suite("Correlation")
struct CorrelationTests {
    static let x = [2.5, 3.1, 4.7, 4.7, 5.9, 8.2, 12.4, 3.1]
    static let y = [1.0, 2.2, 2.0, 3.9, 3.1, 6.5, 5.0, 3.1]

    @Test(
        "Coefficients and probabilities agree with scipy on values with ties",
        arguments: [
            // scipy.stats.pearsonr, spearmanr, kendalltau of (x, y)
            (CorrelationMethod.pearson, 0.7546778127111147, 0.030452523726459787),
            (.spearman, 0.7939539754135209, 0.018628914899784424),
            (.kendall, 0.6416236526819377, 0.03139821721926071),
        ])
    func ties(method: CorrelationMethod, coefficient: Double, pValue: Double) throws {
        let found = try #require(Correlation.compute(Self.x, Self.y, method))
        #expect(agree(found.coefficient, coefficient, within: 1e-15))
        #expect(agreeRelatively(found.pValue, pValue))
        #expect(found.count == 8)
    }

    @Test("A pair with a missing value does not count")
    func missing() {
        let x = Self.x + [.nan, 100]
        let y = Self.y + [3, .nan]
        for method in CorrelationMethod.allCases {
            #expect(Correlation.compute(x, y, method) == Correlation.compute(Self.x, Self.y, method))
        }
    }

    @Test("Kendall's probability is exact without ties up to 33 values and near the ends, else asymptotic, as scipy's")
    func kendall() throws {
        let natural = (0..<40).map(Double.init)
        let short = (0..<33).map(Double.init)
        let shuffled: [Double] = (0..<33).map { place in Double(place * 5 % 33) }
        let tied: [Double] = (0..<40).map { place in
            let square = 7 * place * place
            return Double((square + 3 * place) % 41 + place)
        }
        let untied: [Double] = (0..<40).map { place in Double(place * 17 % 40) }
        var swapped = natural
        swapped.swapAt(3, 4)
        let ten: [Double] = [2, 1, 4, 3, 7, 8, 5, 10, 6, 9]
        // scipy.stats.kendalltau
        let cases: [(x: [Double], y: [Double], coefficient: Double, pValue: Double)] = [
            (Array(short.prefix(10)), ten, 0.6444444444444444, 0.009148478835978836),
            (short, shuffled, 0.17803030303030304, 0.15061735773454274),
            (natural, tied, 0.5348997929159616, 1.3828421704591484e-06),
            (natural, untied, -0.046153846153846156, 0.6748966096484204),
            (natural, swapped, 0.9974358974358974, 9.804939513027087e-47),
        ]
        for (x, y, coefficient, pValue) in cases {
            let found = try #require(Correlation.kendall(x, y))
            #expect(agree(found.coefficient, coefficient, within: 1e-15))
            #expect(agreeRelatively(found.pValue, pValue))
        }
    }

    @Test("Perfect correlation is certain; with two pairs it shows nothing")
    func perfect() {
        let x = [1.0, 2, 3, 4]
        for method in [CorrelationMethod.pearson, .spearman] {
            #expect(Correlation.compute(x, x, method)?.pValue == 0)
            #expect(Correlation.compute(x, x.map { -$0 }, method)?.coefficient == -1)
        }
        #expect(Correlation.pearson([1, 2], [5, 3]) == Correlation.pearson([1, 3], [9, 2]))
        #expect(Correlation.pearson([1, 2], [5, 3])?.coefficient == -1)
        #expect(Correlation.pearson([1, 2], [5, 3])?.pValue == 1)
        #expect(Correlation.spearman([1, 2], [5, 3])?.pValue == nil)
        #expect(Correlation.kendall([1, 2], [5, 3])?.pValue == 1)
    }

    @Test("Without variation, or without pairs, there is no correlation", arguments: CorrelationMethod.allCases)
    func undefined(method: CorrelationMethod) {
        #expect(Correlation.compute([0.1, 0.1, 0.1], [1, 2, 3], method) == nil)
        #expect(Correlation.compute([1, 2, 3], [5, 5, .nan], method) == nil)
        #expect(Correlation.compute([1, .nan], [2, 3], method) == nil)
        #expect(Correlation.compute([1, 2], [2], method) == nil)
    }
}
