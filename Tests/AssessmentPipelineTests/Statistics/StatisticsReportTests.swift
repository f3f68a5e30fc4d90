import AssessmentCore
import AssessmentPipeline
import Testing

/// Numbers by numpy 2.4.6 and scipy 1.17.1 on the values of the fixture, pairs or units with a gap left out.
@Suite("Statistics of a run")
struct StatisticsReportTests {
    @Test("Centre, spread and shape are those of numpy and scipy, and gaps are counted")
    func descriptive() async throws {
        // min, max, mean, numpy.median, numpy.quantile, std(ddof=1), scipy.stats.skew and kurtosis (bias=False)
        let table = try #require(
            try await StatisticsFixture.tables(
                .descriptive(.values, nodes: ["a", "c"], limits: .init(availableFrom: 0.9))
            ).first)
        let columns = [
            "minimum", "maximum", "mean", "median", "quantile_05", "quantile_25", "quantile_75", "quantile_95",
            "interquartile_range", "standard_deviation", "skewness", "kurtosis", "available", "non_zero", "unique",
            "most_frequent", "share_available", "share_unique", "low_availability", "outliers",
        ]
        try table.expect(
            "a", columns,
            [
                1, 40, 13.5, 9, 1.6, 5.25, 17, 34.59999999999999, 11.75, 13.536986370680884, 1.4864031236907687,
                2.057861225522947, 7, 7, 7, 1, 0.875, 1, 1, 0,
            ])
        try table.expect("c", ["share_available", "low_availability"], [1, 0])
        #expect(table.remarks.map(\.en) == ["‘a’ has little data: 87.5% of the units have a figure"])
        #expect(table.remarks.map(\.zh) == ["“a”数据偏少：仅87.5%的单位有数据"])
    }

    @Test("What is mostly zero, hardly varies or has outliers is flagged")
    func flags() async throws {
        var fixture = StatisticsFixture.fixture()
        fixture.framework.children.append(.leaf("d"))
        let table = try #require(
            try await StatisticsFixture.tables(.descriptive(.values, nodes: ["d"], limits: .init()), of: fixture).first)
        // scipy.stats.skew(d, bias=False), kurtosis(d, bias=False)
        try table.expect(
            "d", ["skewness", "kurtosis", "few_non_zero", "few_unique", "outliers", "low_availability"],
            [2.645751311064591, 7, 1, 1, 1, 0])
        #expect(
            table.remarks.map(\.en) == [
                "‘d’ is mostly zero: 12.5% of the units have a figure other than zero",
                "‘d’ tells units apart poorly: 2 different values among 7",
                "‘d’ is likely to have outliers: skewness 2.65, excess kurtosis 7.00",
            ])
    }

    @Test("Correlations and their p-values are those of scipy, pair by pair")
    func correlations() async throws {
        var fixture = StatisticsFixture.fixture()
        fixture.framework.children.append(.leaf("d"))
        // scipy.stats.pearsonr, spearmanr, kendalltau of (a, b), (a, c), (b, c)
        let wanted: [(StatisticsRequest.Coefficient, [Double], [Double])] = [
            (
                .pearson, [0.5721132066374294, -0.7511826014457548, -0.9600821882359898],
                [0.23546038414117978, 0.05160219605163248, 0.0005984386792783808]
            ),
            (
                .spearman, [0.7142857142857143, -0.9285714285714288, -0.9642857142857145],
                [0.11078717201166179, 0.0025194724037946887, 0.00045414916919416935]
            ),
            (
                .kendall, [0.6, -0.8095238095238096, -0.9047619047619049],
                [0.1361111111111111, 0.010714285714285714, 0.002777777777777778]
            ),
        ]
        for (method, coefficients, probabilities) in wanted {
            let nodes = ["a", "b", "c", "d"]
            let tables = try await StatisticsFixture.tables(
                .correlation(.values, method, nodes: nodes, beside: [], significantBelow: nil),
                .probabilities(.values, method, nodes: nodes, beside: []),
                .correlation(.values, method, nodes: ["a", "b"], beside: ["c"], significantBelow: 0.05), of: fixture)
            for (table, numbers) in zip(tables, [coefficients, probabilities]) {
                try table.expect("a", ["b", "c"], Array(numbers.prefix(2)))
                try table.expect("c", ["a", "b"], Array(numbers.suffix(2)))
                // On the units that have both, d does not vary.
                try table.expect("a", ["d"], [nil])
            }
            try tables[0].expect("a", ["a"], [1])
            let significant = tables[2]
            #expect(significant.rows == ["a", "b"] && significant.columns == ["c"])
            try significant.expect("a", ["c"], [probabilities[1] <= 0.05 ? coefficients[1] : nil])
            try significant.expect("b", ["c"], [coefficients[2]])
        }
    }

    @Test("Nodes of one pillar that go against each other are told, unless one is better when lower")
    func contradictions() async throws {
        var fixture = StatisticsFixture.fixture()
        fixture.framework = .mean(of: [.leaf("b"), .leaf("c")])
        let request = StatisticsRequest.Subject.correlation(
            .values, .pearson, nodes: ["b", "c"], beside: [], significantBelow: nil)
        let told = try await StatisticsFixture.tables(request, of: fixture)[0].remarks.map(\.en)
        #expect(told == ["‘b’ and ‘c’ both belong to ‘root’ and go against each other (correlation −0.96)"])
        var reversed = FrameworkNode.leaf("c", evaluate: MethodChoice("min_max"), reference: .period)
        reversed.direction = .lowerIsBetter
        fixture.framework = .mean(of: [.leaf("b"), reversed])
        #expect(try await StatisticsFixture.tables(request, of: fixture)[0].remarks == [])
    }

    @Test("Pairs that say the same or contradict each other are listed once, within what is compared")
    func collinear() async throws {
        let fixture = StatisticsFixture.fixture()
        func pairs(_ limits: StatisticsRequest.CollinearityLimits) async throws -> StatisticsTable {
            try await StatisticsFixture.tables(
                .collinear(.scores, .pearson, nodes: ["a", "b", "c"], limits), of: fixture)[0]
        }
        let all = try await pairs(.init(above: 0.5, opposedBelow: -0.9))
        #expect(all.rows == ["a – b", "b – c"])
        try all.expect(
            "b – c", ["correlation", "p_value", "units"], [-0.9600821882359898, 0.0005984386792783808, 7])
        #expect(all.remarks[0].en == "‘a’ and ‘b’ say nearly the same (correlation 0.57)")
        #expect(all.remarks[1].zh == "“b”与“c”相悖（−0.96），汇总时相互抵消")
        #expect(try await pairs(.init(above: 0.5, opposedBelow: -0.9, scope: .sameParent)).rows == ["a – b"])
        #expect(try await pairs(.init(above: 0.5, opposedBelow: nil)).rows == ["a – b"])
        #expect(
            try await pairs(.init(above: 0.5, opposedBelow: -0.9, scope: .sameAncestor(depth: 1))).rows == ["a – b"])
    }

    @Test("Cronbach's alpha is that of pairwise covariances; nodes of one item are passed over")
    func reliability() async throws {
        let table = try await StatisticsFixture.tables(
            .reliability(.values, nodes: ["root", "P", "c"], items: .indicators, acceptableFrom: 0.7))[0]
        #expect(table.rows == ["root", "P"])
        // k / (k − 1) (1 − trace C / sum C) with numpy.cov(ddof=1) of complete pairs; 3 r / (1 + 2 r) with the mean r
        try table.expect(
            "root", ["items", "alpha", "standardised_alpha"], [3, -5.7892306180603335, -4.73530517047084])
        #expect(table.remarks.first?.en == "‘root’ is of low internal consistency (alpha −5.79)")
    }

    @Test("Principal components are those of the correlation matrix of complete units")
    func components() async throws {
        let tables = try await StatisticsFixture.tables(
            .components(.values, nodes: ["a", "b", "c"], .correlation))
        #expect(tables.map(\.id) == ["table0", "table0_vectors", "table0_loadings"])
        // numpy.linalg.eigh of the correlations of a, b and c, the component of the largest absolute value positive
        try tables[0].expect(
            "PC1", ["eigenvalue", "share", "cumulative_share"],
            [2.5089331729452535, 0.8363110576484181, 0.8363110576484181])
        try tables[0].expect("PC3", ["eigenvalue", "cumulative_share"], [0.010734958480443778, 1])
        try tables[1].expect(
            "b", ["PC1", "PC2", "PC3"], [-0.5951081247749199, -0.4717749789137491, 0.6505956417759113])
        try tables[2].expect("c", ["PC1", "PC2"], [0.9824301872622575, 0.169914297757738])
        #expect(
            tables[0].remarks.map(\.en) == [
                "On the 6 of 8 units that have a number for each node",
                "One component has an eigenvalue above 1; it explains 83.6% of the variance",
            ])
    }

    @Test("A column that does not vary has no components, and the table says so")
    func noComponents() async throws {
        var fixture = StatisticsFixture.fixture()
        fixture.framework.children.append(.leaf("d"))
        let tables = try await StatisticsFixture.tables(
            .components(.values, nodes: ["a", "d"], .correlation), of: fixture)
        try tables[0].expect("PC1", ["eigenvalue", "share"], [nil, nil])
        #expect(tables[0].remarks.last?.en.hasPrefix("There are no components") == true)
    }

    @Test("Denominators are variables of the data, in the framework or not")
    func denominators() async throws {
        let table = try await StatisticsFixture.tables(
            .denominators(.scores, .pearson, nodes: ["a", "b"], variables: ["c", "d"], above: 0.9))[0]
        try table.expect("a", ["c", "d"], [-0.7511826014457548, nil])
        try table.expect("b", ["c"], [-0.9600821882359898])
        #expect(
            table.remarks.map(\.en) == ["‘b’ and ‘c’ are strongly correlated (−0.96): it may be size that is measured"])
    }

    @Test("A variable without values and an unknown unit stop the run at their place")
    func refusals() async throws {
        await #expect(throws: PipelineError.self) {
            try await StatisticsFixture.tables(.summary(unit: "u9", nodes: ["root"]))
        }
        do {
            _ = try await StatisticsFixture.tables(
                .denominators(.scores, .pearson, nodes: ["a"], variables: ["rate"], above: 0.9),
                .summary(unit: "u9", nodes: ["root"]))
        } catch let error as PipelineError {
            #expect(
                error.problems.map(\.description) == [
                    "assessment.yml:20:5: the statistic ‘table0’: the data have no values of the variable ‘rate’; "
                        + "expected a variable with observations",
                    "assessment.yml:20:5: the statistic ‘table1’: no assessed unit has the code ‘u9’; did you mean ‘u1’?",
                ])
        }
    }

    @Test("Effective weights are products of shares, beside the squared correlations with what is above")
    func effectiveWeights() async throws {
        let table = try await StatisticsFixture.tables(.effectiveWeights(nodes: ["root", "P", "a", "b", "c"]))[0]
        let columns = [
            "weight", "share_in_parent", "effective_weight", "correlation_with_parent", "correlation_with_total",
        ]
        // scipy.stats.pearsonr with P = (a + 3 b) / 4 and the total = (P + 3 c) / 4, gaps renormalised
        try table.expect("P", columns, [1, 0.25, 0.25, -0.8282866857270106, -0.8282866857270106])
        try table.expect("a", columns, [1, 0.25, 0.0625, 0.942361483894449, -0.7131342501885747])
        try table.expect("b", columns, [3, 0.75, 0.1875, 0.8011781393537944, -0.9537956868898809])
        try table.expect("c", columns, [3, 0.75, 0.75, 0.9974801095594713, 0.9974801095594713])
        try table.expect("root", ["effective_weight", "correlation_with_total"], [1, nil])
        let (own, sibling) = (0.942361483894449 * 0.942361483894449, 0.8011781393537944 * 0.8011781393537944)
        try table.expect("a", ["main_effect_in_parent", "main_effect_share"], [own, own / (own + sibling)])
        #expect(table.remarks.count == 1 && table.remarks[0].en.hasPrefix("‘P’ and ‘root’ have a correlation of −0.83"))
    }

    @Test("Availability counts what is missing and what is zero, and not what does not apply")
    func availability() async throws {
        var fixture = StatisticsFixture.fixture()
        fixture.framework.children.append(.leaf("d", levels: ["city"]))
        fixture.leaveOut("c", "u8", .notApplicable)
        fixture.observations.removeAll { $0.variable == "c" && $0.unit == "u8" && $0.value != nil }
        let tables = try await StatisticsFixture.tables(.availability(nodes: ["root", "P"], from: 0.8), of: fixture)
        let columns = ["missing", "zero", "missing_or_zero", "available_share", "non_zero_share"]
        try tables[0].expect("u1", columns, [0, 1, 1, 1, 0.75])
        try tables[0].expect("u5", columns, [1, 0, 1, 0.75, 1])
        try tables[0].expect("u8", columns, [1, 0, 1, 2.0 / 3, 1])
        try tables[1].expect("u5", ["root", "P"], [0.75, 0.5])
        #expect(tables[0].remarks.map(\.en).contains("Unit u5 has little data: 75.0% of the indicators"))
    }

    @Test("Only the assessed period counts unless every one is asked for")
    func periods() async throws {
        var fixture = StatisticsFixture.fixture()
        fixture.history = [2019]
        fixture.observe("a", [100, 100, 100, 100, 100, 100, 100, 100], in: 2019)
        let request = StatisticsRequest.Subject.descriptive(.values, nodes: ["a"], limits: .init())
        let assessed = try await StatisticsFixture.tables(request, of: fixture)[0]
        try assessed.expect("a", ["maximum", "available"], [40, 7])
        let every = try await StatisticsFixture.tables(request, of: fixture, ofEveryPeriod: true)[0]
        try every.expect("a", ["maximum", "available"], [100, 15])
        let summary = try await StatisticsFixture.tables(
            .summary(unit: "u8", nodes: ["root"]), of: fixture, ofEveryPeriod: true)[0]
        #expect(summary.rows == ["root 2019", "root 2020"])
    }

    @Test("Numbers that are nowhere leave cells empty, and nothing stops")
    func nothingThere() async throws {
        let nodes = ["root", "nowhere"]
        let tables = try await StatisticsFixture.tables(
            .descriptive(.values, nodes: nodes, limits: .init()),
            .correlation(.treated, .kendall, nodes: nodes, beside: [], significantBelow: 0.05),
            .collinear(.values, .spearman, nodes: nodes, .init()),
            .reliability(.values, nodes: nodes, items: .depth(1), acceptableFrom: 0.7),
            .components(.values, nodes: nodes, .covariance), .components(.scores, nodes: [], .correlation),
            .effectiveWeights(nodes: nodes), .availability(nodes: nodes, from: 1), .summary(unit: "u1", nodes: nodes))
        for table in tables {
            #expect(table.values.count == table.rows.count, "\(table.id)")
            #expect(table.values.allSatisfy { $0.count == table.columns.count }, "\(table.id)")
        }
        try tables[0].expect("nowhere", ["minimum", "mean", "available"], [nil, nil, 0])
    }
}
