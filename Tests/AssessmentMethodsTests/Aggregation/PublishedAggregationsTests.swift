import AssessmentCore
import AssessmentMethods
import AssessmentTesting
import Testing

/// Results of COINr 1.1.14, checked again in numpy, to 1e-12.
@Suite(
    "Published aggregations",
    .enabled(if: PublishedTable.isThere, "The published results are not here: set ASSESSMENT_TRUTH to their folder."))
struct PublishedAggregationsTests {
    private func table(
        _ name: String, _ columns: [String], weights: [Double]? = nil
    ) throws -> DecisionMatrix {
        let file = try PublishedTable(name)
        let numbers = columns.map(file.numbers)
        let rows = numbers.first?.count ?? 0
        #expect(rows > 0 && numbers.allSatisfy { $0.count == rows }, "\(name)")
        return DecisionMatrix(
            scores: (0..<rows).map { row in numbers.map { $0[row] } }, directions: columns.map { _ in .higherIsBetter },
            weights: weights ?? columns.map { _ in 1 })
    }

    private func check(_ results: [Double?], _ expected: [Double?], _ label: String) {
        #expect(results.count == expected.count && !expected.isEmpty, "\(label)")
        for (row, (result, wanted)) in zip(results, expected).enumerated() {
            #expect(agree(result, wanted), "\(label), row \(row): \(result ?? .nan) for \(wanted ?? .nan)")
        }
    }

    // MARK: The small matrix

    private static let indicators = ["i1", "i2", "i3", "i4", "i5", "i6"]
    private static let small = "norm_minmax_1_100"

    private func smallTable() throws -> DecisionMatrix {
        try table(
            Self.small, Self.indicators, weights: PublishedTable("norm_meta").numbers("Weight").compactMap(\.self))
    }

    @Test("Means of twelve units, some of which lack values")
    func means() throws {
        let expected = try PublishedTable("agg_minmax_1_100")
        var table = try smallTable()
        let means: [(String, any Aggregation)] = [
            ("amean", ArithmeticMean()), ("gmean", GeometricMean()), ("hmean", HarmonicMean()),
        ]
        for (name, mean) in means { check(try table.results(mean), expected.numbers(name), name) }
        table.weights = table.weights.map { _ in 1 }
        for (name, mean) in means { check(try table.results(mean), expected.numbers(name + "_eq"), name + "_eq") }
    }

    @Test("Complete units: power means, Copeland and the outranking matrix")
    func completeUnits() throws {
        let all = try smallTable()
        let complete = all.ordered(all.scores.indices.filter { !all.scores[$0].contains(nil) })
        let expected = try PublishedTable("agg_minmax_1_100_complete_cases")
        for (name, exponent) in [("genmean_p2", 2.0), ("genmean_pm2", -2), ("genmean_p3", 3)] {
            check(
                try complete.results(PowerMean(), ["exponent": .number(exponent)]), expected.numbers(name), name)
        }
        check(try complete.results(Copeland()), expected.numbers("copeland"), "copeland")
        try outranking(complete, "agg_outrank_complete_cases")
    }

    /// Net outranking is what is over the diagonal less what is under it, in the mean over the others.
    private func outranking(_ table: DecisionMatrix, _ name: String) throws {
        let file = try PublishedTable(name)
        let count = table.scores.count
        let columns = (1...count).map { file.numbers("V\($0)") }
        let (net, share) = (
            try table.results(Outranking()), try table.results(Outranking(), ["result": .text("share")])
        )
        for unit in 0..<count {
            let own = columns.compactMap { $0[unit] }.reduce(0, +)
            let against = columns[unit].compactMap(\.self).reduce(0, +)
            #expect(agree(net[unit], (own - against) / Double(count - 1)), "\(name), \(unit)")
            #expect(agree(share[unit], own / Double(count - 1)), "\(name), \(unit)")
        }
    }

    @Test("A small index of two levels")
    func smallIndex() throws {
        let groups = [("G1", ["i1", "i2", "i3"]), ("G2", ["i4", "i5", "i6"])]
        let weights = try PublishedTable("norm_meta").numbers("Weight").compactMap(\.self)
        let means: [(String, any Aggregation)] = [
            ("amean", ArithmeticMean()), ("gmean", GeometricMean()), ("hmean", HarmonicMean()),
        ]
        for (name, mean) in means {
            let file = "agg_small_coin_a_\(name)"
            for (place, (group, members)) in groups.enumerated() {
                let own = Array(weights[3 * place..<3 * place + 3])
                check(
                    try table(file, members, weights: own).results(mean), try PublishedTable(file).numbers(group),
                    "\(file), \(group)")
            }
            check(
                try table(file, ["G1", "G2"], weights: [0.6, 0.4]).results(mean),
                try PublishedTable(file).numbers("Index"), file)
        }
    }

    // MARK: ASEM

    private static let pillars: [(String, [String])] = [
        ("Physical", ["LPI", "Flights", "Ship", "Bord", "Elec", "Gas", "ConSpeed", "Cov4G"]),
        ("ConEcFin", ["Goods", "Services", "FDI", "PRemit", "ForPort"]),
        ("Political", ["Embs", "IGOs", "UNVote"]),
        ("Instit", ["CostImpEx", "Tariff", "TBTs", "TIRcon", "RTAs", "Visa"]),
        ("P2P", ["StMob", "Research", "Pat", "CultServ", "CultGood", "Tourist", "MigStock", "Lang"]),
        ("Environ", ["Renew", "PrimEner", "CO2", "MatCon", "Forest"]),
        ("Social", ["Poverty", "Palma", "TertGrad", "FreePress", "TolMin", "NGOs", "CPI", "FemLab", "WomParl"]),
        ("SusEcFin", ["PubDebt", "PrivDebt", "GDPGrow", "RDExp", "NEET"]),
    ]
    private static let upper: [(String, [String])] = [
        ("Conn", ["Physical", "ConEcFin", "Political", "Instit", "P2P"]),
        ("Sust", ["Environ", "Social", "SusEcFin"]),
    ]

    @Test("The ASEM index with one mean, and with another at each level")
    func asem() throws {
        let (arithmetic, geometric, harmonic) = (ArithmeticMean(), GeometricMean(), HarmonicMean())
        let cases: [(String, [any Aggregation])] = [
            ("07_aggregated", [arithmetic, arithmetic, arithmetic]),
            ("18_variant_gmean_1_100_aggregated", [geometric, geometric, geometric]),
            ("20_variant_amean_gmean_hmean_by_level", [arithmetic, geometric, harmonic]),
        ]
        for (name, means) in cases {
            let file = "../asem/" + name
            let levels = [Self.pillars, Self.upper, [("Index", ["Conn", "Sust"])]]
            for (mean, nodes) in zip(means, levels) {
                for (node, members) in nodes {
                    check(
                        try table(file, members).results(mean), try PublishedTable(file).numbers(node),
                        "\(name), \(node)")
                }
            }
        }
    }

    @Test("Copeland and outranking of 51 countries")
    func copeland() throws {
        let file = try PublishedTable("../asem/21_copeland")
        let pillars = try table("../asem/07_aggregated", Self.pillars.map(\.0))
        check(try pillars.results(Copeland()), file.numbers("copeland_pillars8"), "pillars")
        let subIndices = try table("../asem/07_aggregated", ["Conn", "Sust"])
        check(try subIndices.results(Copeland()), file.numbers("copeland_subindex2"), "sub-indices")
        try outranking(pillars, "../asem/21_outrank_matrix_pillars8")
    }

    // With 49 equal weights the file takes some pairs that are even, 24½ to 24½, for a win by a last bit.
    @Test("Copeland of 49 indicators differs from the file by no more than the pairs that are even")
    func evenPairs() throws {
        let indicators = Self.pillars.flatMap(\.1)
        let table = try table("../asem/07_aggregated", indicators)
        let file = try PublishedTable("../asem/21_copeland").numbers("copeland_inds49")
        let results = try table.results(Copeland())
        #expect(results.count == file.count)
        for (unit, (result, wanted)) in zip(results, file).enumerated() {
            let own = table.scores[unit]
            let even = table.scores.indices.filter { other in
                other != unit
                    && zip(own, table.scores[other]).reduce(0) { sum, pair in
                        guard let left = pair.0, let right = pair.1 else { return sum }
                        return sum + (left > right ? 1 : left < right ? -1 : 0)
                    } == 0
            }
            let difference = abs(try #require(result) - (try #require(wanted)))
            #expect(difference <= Double(even.count), "row \(unit)")
        }
    }
}
