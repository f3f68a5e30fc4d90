import AssessmentCore
import AssessmentWorkbench
import ConsumptionFoundation
import Foundation
import LifeConsumption
import NewProductConsumption
import ProductionConsumption
import PublicServiceConsumption
import Testing

/// The example of Anhui against totals that were computed from its data files with numpy by a script of its own:
/// min–max among the cities of each year, equal weights, and means of what a year has figures for.
@Suite("The evaluation of Anhui")
struct AnhuiTests {
    private static let totals: [Int: [Double]] = [
        2016: [
            94.52704764359616, 67.25314935428186, 31.664685261274613, 23.03741036741431, 57.384514588803505,
            45.794309290076995, 28.69337569682874, 26.8526669165541, 23.804754547437607, 28.26936766109674,
            16.236775029978332, 11.580977999973756, 17.748830614056285, 6.922842041766583, 24.593403753045155,
            26.660604269349147,
        ],
        2017: [
            89.67797810752138, 70.78480323969066, 29.458625483645715, 24.716017252332517, 59.30937853970307,
            23.089934162585696, 36.05538280875684, 21.269925099431713, 23.688011995441872, 24.624708460457384,
            15.33075515383698, 10.696702093929673, 16.206889880910946, 8.687888920865914, 19.320331070776504,
            29.873804980049442,
        ],
        2018: [
            92.02667960884071, 75.1470270761129, 31.318992794422034, 23.993477920463395, 61.106622615856445,
            21.95626780602647, 36.05573054042873, 21.766811051900635, 24.105091847975146, 27.28214654430883,
            16.016904090578702, 10.57362622683916, 16.98253281039962, 9.32426723359208, 20.312582806463382,
            32.67352269113618,
        ],
        2019: [
            97.55977490822788, 63.99626171420732, 32.304339194203585, 22.08907391435424, 56.44287916218184,
            19.539279995773523, 31.785346902474625, 21.279355122135392, 23.111722929327808, 29.59181482082975,
            16.199091771539134, 9.395030846312483, 15.342642825637746, 8.934963954530675, 18.12107748902841,
            31.673147139013995,
        ],
        2020: [
            97.84533666232186, 70.4528582137974, 30.250638604264108, 19.12416104519404, 62.941582557374865,
            23.374948751524467, 38.22063433814348, 23.804087246864125, 25.780721182476768, 34.20568417219672,
            13.642440541354496, 8.756019799083175, 16.630663511411612, 7.65558684411256, 21.163327841627062,
            33.021142311238584,
        ],
    ]
    /// The 5 and 95 per cent quantiles of the totals of 2020 over 20,000 replications that numpy drew, with the errors that
    /// the example states.
    private static let intervals: [ClosedRange<Double>] = [
        96.62...99.22, 68.15...73.07, 28.54...32.32, 17.47...21.15, 60.94...65.06, 21.67...25.41, 36.35...40.39,
        22.13...25.86, 24.07...27.87, 32.45...36.36, 12.14...15.59, 8.12...10.01, 15.19...18.57, 6.31...9.61,
        19.49...23.21, 31.21...35.15,
    ]
    private static let cities = [
        "340100", "340200", "340300", "340400", "340500", "340600", "340700", "340800", "341000", "341100", "341200",
        "341300", "341500", "341600", "341700", "341800",
    ]

    private static var example: String {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../Examples/anhui-2020/assessment.yml").standardizedFileURL.path
    }

    private func run() async throws -> CompletedAssessment {
        let workbench = try Workbench(plugins: [
            LifeConsumption(), ProductionConsumption(), PublicServiceConsumption(), NewProductConsumption(),
            ConsumptionFoundation(),
        ])
        return try await workbench.run(await workbench.load(Self.example), threads: 2)
    }

    @Test("The totals of the 16 cities in every year are those of the independent computation")
    func totals() async throws {
        let assessment = try await run()
        let root = assessment.specification.framework.id
        let scores = try #require(assessment.ledger.scores(of: root))
        for (year, totals) in Self.totals {
            for (city, total) in zip(Self.cities, totals) {
                let row = try #require(assessment.ledger.panel.row(unit: city, period: Period(year: year)))
                #expect(abs(try #require(scores[row]) - total) < 1e-9, "\(city) \(year)")
            }
        }
        #expect(scores.count == Self.totals.count * Self.cities.count)
    }

    @Test(
        "How firm the ranking is stands on the scores and ranks of the ledger, with every interval around a rank that came"
    )
    func robustness() async throws {
        let assessment = try await run()
        let report = try #require(assessment.robustness)
        let root = assessment.specification.framework.id
        let first = assessment.ledger.panel.rowCount - report.units.count
        for (unit, standing) in report.nominal.enumerated() {
            #expect(standing.score == assessment.ledger.scores(of: root)?[first + unit])
            #expect(standing.rank == assessment.ledger.rank(of: root, row: first + unit)?.rank)
            let (rank, result) = (try #require(standing.rank), try #require(report.dataErrors?.results[unit]))
            #expect(abs(result.ranks.reduce(0) { $0 + $1.probability } - 1) < 1e-9)
            #expect((result.bestRank...result.worstRank).contains(rank))
            // A quantile of 1000 replications lies within 0.4 of that of many: about five of its standard errors.
            let other = Self.intervals[try #require(Self.cities.firstIndex(of: report.units[unit]))]
            #expect(abs(result.lowScore - other.lowerBound) < 0.4, "\(report.units[unit])")
            #expect(abs(result.highScore - other.upperBound) < 0.4, "\(report.units[unit])")
            let range = try #require(report.methods?.ranges[unit])
            #expect((range.bestRank...range.worstRank).contains(rank))
        }
        #expect(report.sensitivity?.indices.count == 3)
    }

    @Test("What no city had figures for left the framework, and only a figure that was withdrawn was shared out")
    func gaps() async throws {
        let assessment = try await run()
        let product = try #require(assessment.ledger.scores(of: "foundation.grp_per_resident"))
        #expect(product.reasons[..<16].allSatisfy { $0 == .leftFramework })
        #expect(product.reasons[16...].allSatisfy { $0 == nil })
        let income = try #require(assessment.ledger.scores(of: "foundation.urban_income"))
        let missing = income.reasons.indices.filter { income.reasons[$0] != nil }
        #expect(missing.map { assessment.ledger.panel.unit(ofRow: $0).code } == ["340700"])
        #expect(missing.map { assessment.ledger.panel.period(ofRow: $0).year } == [2016])
    }
}
