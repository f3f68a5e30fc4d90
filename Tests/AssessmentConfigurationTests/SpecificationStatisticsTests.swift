import AssessmentCore
import Testing

@Suite("A specification: statistics")
struct SpecificationStatisticsTests {
    private func requests(_ lines: String) throws -> [StatisticsRequest] {
        let pillars = Edit.intoTwoPillars.pieces
        return try Trial.specification(after: [
            (pillars.old, pillars.new), (Self.end, Self.end + "statistics:\n" + lines),
        ]).statistics
    }

    private static let end = "plugins: [Alpha]\n"
    private static let indicators = ["alpha.income", "alpha.density"]

    @Test("Each statistic is read with what it takes where nothing is said")
    func usual() throws {
        let requests = try requests(
            """
            - descriptive
            - correlation:
            - p_values: {}
            - collinear: {}
            - reliability: {}
            - components: {}
            - denominators: { variables: income }
            - effective_weights: {}
            - availability: {}
            - summary: { unit: u1 }

            """)
        let own = Self.indicators
        let subjects: [StatisticsRequest.Subject] = [
            .descriptive(.values, nodes: own, limits: .init()),
            .correlation(.values, .pearson, nodes: own, beside: [], significantBelow: nil),
            .probabilities(.values, .pearson, nodes: own, beside: []),
            .collinear(.scores, .pearson, nodes: own, .init()),
            .reliability(.scores, nodes: ["one", "two"], items: .indicators, acceptableFrom: 0.7),
            .components(.scores, nodes: own, .correlation),
            .denominators(.values, .pearson, nodes: own, variables: ["income"], above: 0.7),
            .effectiveWeights(nodes: ["total", "one", "alpha.income", "two", "alpha.density"]),
            .availability(nodes: ["total", "one", "two"], from: 2.0 / 3),
            .summary(unit: "u1", nodes: ["total", "one", "two"]),
        ]
        #expect(requests.map(\.subject) == subjects)
        #expect(
            requests.map(\.id) == [
                "descriptive_values", "correlation_pearson_values", "p_values_pearson_values",
                "collinear_pearson_scores",
                "reliability_scores", "components_scores", "denominators_pearson_values", "effective_weights",
                "availability", "summary",
            ])
        #expect(requests.allSatisfy { !$0.ofEveryPeriod && $0.position != nil })
    }

    @Test("Nodes are named one by one, by their level, below a node, or as the children of one")
    func nodes() throws {
        let requests = try requests(
            """
            - { id: first, descriptive: { nodes: [alpha.density], periods: all, unique_from: 0.25 } }
            - { id: second, correlation: { of: scores, method: kendall, level: 1, beside: [total], significant_below: 0.05 } }
            - { id: third, components: { level: pillars, basis: covariance } }
            - collinear: { of: treated, below: total, level: indicators, above: 0.8, opposed_below: -1, within: 1 }
            - components: { pillar: total }
            - availability: { below: total, level: 1 }

            """)
        #expect(
            requests.map(\.subject) == [
                .descriptive(.values, nodes: ["alpha.density"], limits: .init(uniqueFrom: 0.25)),
                .correlation(.scores, .kendall, nodes: ["one", "two"], beside: ["total"], significantBelow: 0.05),
                .components(.scores, nodes: ["one", "two"], .covariance),
                .collinear(
                    .treated, .pearson, nodes: Self.indicators,
                    .init(above: 0.8, opposedBelow: -1, scope: .sameAncestor(depth: 1))),
                .components(.scores, nodes: ["one", "two"], .correlation),
                .availability(nodes: ["one", "two"], from: 2.0 / 3),
            ])
        #expect(requests.map(\.ofEveryPeriod) == [true, false, false, false, false, false])
        #expect(
            requests[4].tableIds == [
                "components_scores_total", "components_scores_total_vectors", "components_scores_total_loadings",
            ])
    }

    @Test("What is wrong with a statistic is told at its place", arguments: slips)
    func told(slip: Slip) throws {
        #expect(try Trial.problems(after: slip.edits) == slip.expected)
    }

    private static let slips: [Slip] = [
        Slip(
            "unknown statistic", .atEnd("statistics:\n  - descriptiv: {}"),
            expected: "assessment.yml:17:5: a statistic has no key ‘descriptiv’; did you mean ‘descriptive’?"),
        Slip(
            "unknown word", .atEnd("statistics: [corelation]"),
            expected: """
                assessment.yml:16:14: ‘corelation’ is not known here; expected one of descriptive, correlation, p_values, \
                collinear, reliability, components, denominators, effective_weights, availability, summary; did you mean \
                ‘correlation’?
                """),
        Slip(
            "two statistics in one item", .atEnd("statistics:\n  - { descriptive: {}, collinear: {} }"),
            expected: """
                assessment.yml:17:5: an item is one statistic only; expected one of descriptive, correlation, p_values, \
                collinear, reliability, components, denominators, effective_weights, availability, summary
                """),
        Slip(
            "no statistic", .atEnd("statistics:\n  - { id: mine }"),
            expected: """
                assessment.yml:17:5: an item must say which statistic it is; expected one of descriptive, correlation, \
                p_values, collinear, reliability, components, denominators, effective_weights, availability, summary
                """),
        Slip(
            "unknown node", .atEnd("statistics:\n  - correlation: { nodes: [alpha.income, alpha.densty] }"),
            expected: """
                assessment.yml:17:42: there is no node ‘alpha.densty’ in the framework; expected the id of a node; did you \
                mean ‘alpha.density’?
                """),
        Slip(
            "node twice", .atEnd("statistics:\n  - correlation: { nodes: [alpha.income, alpha.income] }"),
            expected: "assessment.yml:17:42: ‘alpha.income’ is listed twice; expected each node once"),
        Slip(
            "values of a node that has none", .atEnd("statistics:\n  - descriptive: { nodes: [total] }"),
            expected: "assessment.yml:17:28: ‘total’ measures no indicator and has no values; expected of: scores"),
        Slip(
            "values of a level that has none", .intoTwoPillars,
            .replacing(end, end + "statistics: [{ correlation: { level: 1 } }]\n"),
            expected: "assessment.yml:8:38: ‘one’ measures no indicator and has no values; expected of: scores"),
        Slip(
            "level that is not there", .atEnd("statistics:\n  - descriptive: { level: 5 }"),
            expected: """
                assessment.yml:17:27: no node of the framework is meant by this; expected a level of the framework, or a \
                node with others below
                """),
        Slip(
            "unknown level", .atEnd("statistics:\n  - descriptive: { level: indicator }"),
            expected: """
                assessment.yml:17:27: ‘indicator’ is not known here; expected one of indicators, pillars, or a depth below \
                the root; did you mean ‘indicators’?
                """),
        Slip(
            "nodes and a level", .atEnd("statistics:\n  - descriptive: { nodes: [alpha.income], level: indicators }"),
            expected: """
                assessment.yml:17:50: ‘nodes’ and ‘level’ both say which nodes are meant; expected nodes, pillar, or level \
                and below
                """),
        Slip(
            "one id twice", .atEnd("statistics:\n  - collinear: { above: 0.8 }\n  - collinear: { above: 0.9 }"),
            expected: """
                assessment.yml:18:5: two statistics have a table ‘collinear_pearson_scores’; expected id: an id of its own \
                for each
                """),
        Slip(
            "id that is none", .atEnd("statistics:\n  - { id: ../x, descriptive: {} }"),
            expected: """
                assessment.yml:17:11: ‘../x’ cannot be an id; expected lower-case letters, digits, ‘_’, ‘-’ and ‘.’
                """),
        Slip(
            "unknown variable", .atEnd("statistics:\n  - denominators: { variables: [incom] }"),
            expected: """
                assessment.yml:17:33: no indicator knows the variable ‘incom’; expected a variable of ‘assess list \
                variables’, or one that the framework reads; did you mean ‘income’?
                """),
        Slip(
            "no variables", .atEnd("statistics:\n  - denominators: {}"),
            expected: """
                assessment.yml:17:19: the statistic ‘denominators’ lacks the key ‘variables’; expected variables: a list of \
                variables
                """),
        Slip(
            "threshold out of bounds", .atEnd("statistics:\n  - collinear: { above: 90 }"),
            expected: "assessment.yml:17:25: 90 is out of bounds; expected a number from -1 to 1"),
        Slip(
            "components of one node", .atEnd("statistics:\n  - components: { nodes: alpha.income }"),
            expected: """
                assessment.yml:17:17: there is only one node to take components of, ‘alpha.income’; expected at least two \
                nodes
                """),
        Slip(
            "no list", .atEnd("statistics: { descriptive: {} }"),
            expected: "assessment.yml:16:13: ‘statistics’ must be a list; expected items that begin with ‘- ’"),
    ]
}
