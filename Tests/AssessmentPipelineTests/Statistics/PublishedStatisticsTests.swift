import AssessmentCore
import AssessmentMethods
import AssessmentPipeline
import Foundation
import Testing

/// The statistics that COINr 1.1.14 gives of the ASEM index of sustainable connectivity (Becker and others 2022, Journal
/// of Open Source Software 7(78), 4567), on its raw data and on its normalised ones.
@Suite("Published statistics", .enabled(if: AsemTable.isThere))
struct PublishedStatisticsTests {
    @Test(
        "Descriptive statistics and their flags",
        arguments: [("01_raw", "stats_raw"), ("06_normalised", "stats_normalised")])
    func descriptive(data: String, published: String) async throws {
        let asem = try Asem(data)
        let table = try await asem.tables(
            .descriptive(.values, nodes: asem.indicators, limits: .init(availableFrom: 0.65)))[0]
        let truth = try AsemTable("stats/\(published)")
        let names = [
            "Min": "minimum", "Max": "maximum", "Mean": "mean", "Median": "median", "Std": "standard_deviation",
            "Skew": "skewness", "Kurt": "kurtosis", "N.Avail": "available", "N.NonZero": "non_zero",
            "N.Unique": "unique", "N.Same": "most_frequent", "Frc.Avail": "share_available",
            "Frc.NonZero": "share_non_zero", "Frc.Unique": "share_unique", "Frc.Same": "share_most_frequent",
        ]
        let flags = [
            "Flag.Avail": "low_availability", "Flag.NonZero": "few_non_zero", "Flag.Unique": "few_unique",
            "Flag.SkewKurt": "outliers",
        ]
        for line in truth.lines {
            let node = try line.text("iCode")
            for (theirs, ours) in names { try table.expect(node, [ours], [line.number(theirs)]) }
            for (theirs, ours) in flags { #expect(try table.cell(node, ours) == (line[theirs] == "ok" ? 0 : 1)) }
        }
        #expect(truth.lines.count == 49)
    }

    @Test(
        "Correlations of all indicators",
        arguments: [("01_raw", "corr_pearson_raw_pval0"), ("06_normalised", "corr_pearson_ind_normalised_pval0")])
    func correlations(data: String, published: String) async throws {
        let asem = try Asem(data)
        let table = try await asem.tables(
            .correlation(.values, .pearson, nodes: asem.indicators, beside: [], significantBelow: nil))[0]
        try expectPairs(table, published)
    }

    @Test("P-values, and correlations that are significant")
    func probabilities() async throws {
        let asem = try Asem("01_raw")
        let environment = ["CO2", "Forest", "MatCon", "PrimEner", "Renew"]
        let tables = try await asem.tables(
            .probabilities(.values, .pearson, nodes: asem.indicators, beside: []),
            .correlation(.values, .pearson, nodes: environment, beside: [], significantBelow: 0.05))
        for line in try AsemTable("stats/corr_pvalues_raw").lines {
            let node = try line.text("iCode")
            for other in asem.indicators { try tables[0].expect(node, [other], [line.number(other)]) }
        }
        try expectPairs(tables[1], "corr_pearson_raw_environ_pval005")
    }

    @Test("Rank correlations of pillars, and correlations with what is above")
    func aggregates() async throws {
        let asem = try Asem("06_normalised")
        let tables = try await asem.tables(
            .correlation(.scores, .spearman, nodes: asem.pillars, beside: [], significantBelow: nil),
            .correlation(.scores, .kendall, nodes: asem.pillars, beside: [], significantBelow: nil),
            .correlation(.scores, .pearson, nodes: asem.indicators, beside: asem.pillars, significantBelow: nil),
            .correlation(
                .scores, .pearson, nodes: asem.pillars, beside: ["Conn", "Sust", "Index"], significantBelow: nil))
        try expectPairs(tables[0], "corr_spearman_L2_pval0")
        try expectPairs(tables[1], "corr_kendall_L2_pval0")
        for line in try AsemTable("stats/corr_pearson_L1_parent_pval0").lines {
            let (above, node) = (try line.text("Var1"), try line.text("Var2"))
            try tables[2].expect(node, [above], [line.number("Correlation")])
        }
        for line in try AsemTable("stats/corr_pearson_L2_L3_L4_family_pval0").lines {
            let node = try line.text("Var2")
            let above = line["Var1"] == "Index" ? "Index" : try #require(asem.parents[node])
            try tables[3].expect(node, [above], [line.number("Correlation")])
        }
    }

    @Test("Collinear and opposed pairs within pillars, and what depends on size")
    func flags() async throws {
        let limits = StatisticsRequest.CollinearityLimits(above: 0.75, opposedBelow: -0.4, scope: .sameParent)
        let normalised = try Asem("06_normalised")
        let pairs = try await normalised.tables(
            .collinear(.scores, .pearson, nodes: normalised.indicators, limits))[0]
        let truth = try AsemTable("stats/corr_flags_075_L2").lines + AsemTable("stats/corr_flags_low_m04_L2").lines
        var found: Set<Set<String>> = []
        for (row, values) in zip(pairs.rows, pairs.values) {
            let pair = Set(row.components(separatedBy: " – "))
            let line = try #require(truth.first { [$0["Ind1"] ?? "", $0["Ind2"] ?? ""].allSatisfy(pair.contains) })
            let (wanted, own) = (try #require(line.number("Corr")), try #require(values[0]))
            #expect(abs(own - wanted) < 1e-12)
            found.insert(pair)
        }
        #expect(found.count == truth.count)

        let raw = try Asem("01_raw")
        let table = try await raw.tables(
            .denominators(.values, .pearson, nodes: raw.indicators, variables: Asem.denominators, above: 0.7))[0]
        let denominators = try AsemTable("stats/denom_corr_07").lines
        for line in denominators {
            try table.expect(
                line.text("Ind"), [line.text("Denom")], [line.number("Corr")])
        }
        #expect(table.remarks.count == denominators.count)
    }

    @Test("Cronbach's alpha of pillars, sub-indexes and the index")
    func reliability() async throws {
        let nodes = ["Index", "Conn", "Sust"]
        let normalised = try Asem("06_normalised")
        let scored = try await normalised.tables(
            .reliability(.scores, nodes: nodes + normalised.pillars, items: .indicators, acceptableFrom: 0.7),
            .reliability(.scores, nodes: ["Index"], items: .pillars, acceptableFrom: 0.7),
            .reliability(.scores, nodes: ["Index"], items: .depth(1), acceptableFrom: 0.7))
        let raw = try Asem("01_raw")
        let measured = try await raw.tables(
            .reliability(.values, nodes: raw.pillars, items: .indicators, acceptableFrom: 0.7))[0]
        for line in try AsemTable("stats/cronbach_alpha").lines {
            let group = try line.text("group")
            switch group {
            case "Index_L2": try scored[1].expect("Index", ["alpha"], [line.number("alpha")])
            case "Index_L3": try scored[2].expect("Index", ["alpha"], [line.number("alpha")])
            default: try scored[0].expect(group, ["alpha"], [line.number("alpha")])
            }
            if let alpha = line.number("alpha_raw") { try measured.expect(group, ["alpha"], [alpha]) }
        }
    }

    @Test("Principal components of each pillar, and of the pillars")
    func components() async throws {
        let asem = try Asem("06_normalised")
        let eigenvalues = try AsemTable("stats/pca_eigen_by_pillar").lines
        for pillar in asem.pillars {
            let nodes = asem.indicators.filter { asem.parents[$0] == pillar }
            let tables = try await asem.tables(.components(.scores, nodes: nodes, .correlation))
            for line in eigenvalues where line["group"] == pillar {
                try tables[0].expect(
                    "PC\(line.text("PC"))", ["standard_deviation", "eigenvalue", "share"],
                    ["sdev", "eigenvalue", "prop_var"].map(line.number))
            }
            let loadings = try AsemTable("stats/pca_loadings_pc1_pc2").lines.filter { $0["group"] == pillar }
            try expectVectors(tables[1], loadings, ["PC1", "PC2"])
        }
        let whole = try await asem.tables(.components(.scores, nodes: asem.pillars, .correlation))
        try expectVectors(
            whole[1], AsemTable("stats/pca_L2_all_loadings").lines, (1...8).map { "PC\($0)" })
        for line in try AsemTable("stats/pca_L2_all_sdev").lines {
            try whole[0].expect("PC\(line.text("PC"))", ["standard_deviation"], [line.number("sdev")])
        }
    }

    @Test("Effective weights, the summary of a unit, and the availability of data")
    func others() async throws {
        let normalised = try Asem("06_normalised")
        let nodes = ["Index", "Conn", "Sust"] + normalised.pillars
        let tables = try await normalised.tables(
            .effectiveWeights(nodes: nodes + normalised.indicators), .summary(unit: "IND", nodes: nodes))
        for line in try AsemTable("asem/11_effective_weights").lines {
            try tables[0].expect(line.text("iCode"), ["effective_weight"], [line.number("EffWeight")])
        }
        for line in try AsemTable("asem/12_unit_summary_IND").lines {
            try tables[1].expect(line.text("Code"), ["score", "rank"], ["Score", "Rank"].map(line.number))
        }
        let availability = try await Asem("01_raw").tables(.availability(nodes: nodes, from: 2.0 / 3))
        let names = [
            "N_missing": "missing", "N_zero": "zero", "N_miss_or_zero": "missing_or_zero",
            "Dat_Avail": "available_share", "Non_Zero": "non_zero_share",
        ]
        for line in try AsemTable("asem/14_data_availability").lines {
            let unit = try line.text("uCode")
            for (theirs, ours) in names { try availability[0].expect(unit, [ours], [line.number(theirs)]) }
        }
        for line in try AsemTable("asem/15_data_availability_by_group").lines {
            try availability[1].expect(line.text("uCode"), nodes, nodes.map(line.number))
        }
    }

    private func expectPairs(_ table: StatisticsTable, _ published: String) throws {
        let lines = try AsemTable("stats/\(published)").lines
        for line in lines {
            try table.expect(
                line.text("Var1"), [line.text("Var2")], [line.number("Correlation")])
        }
        #expect(lines.count == table.rows.count * table.columns.count)
    }

    /// Compares vectors, each of which is known but for its sign.
    private func expectVectors(_ table: StatisticsTable, _ lines: [AsemTable.Line], _ columns: [String]) throws {
        for column in columns {
            let wanted = try lines.map { try #require($0.number(column)) }
            let found = try lines.map { line in
                let cell = try table.cell(line.text("iCode"), column)
                return try #require(cell)
            }
            let sign = zip(wanted, found).map(*).reduce(0, +) < 0 ? -1.0 : 1
            for (one, other) in zip(wanted, found) { #expect(abs(one - sign * other) < 1e-12) }
        }
    }
}

/// A table of the published results of the ASEM example; they are not part of the repository.
///
/// The folder is named by the environment variable ASSESSMENT_TRUTH; without it, it is `shared/truth` beside the
/// repository. Tests on it are skipped where there is none.
struct AsemTable {
    struct Line {
        let cells: [String: String]
        subscript(column: String) -> String? { cells[column] }
        /// The text of a column that must be there.
        func text(_ column: String) throws -> String { try #require(cells[column]) }
        /// The number of a column; nothing where it says `NA`.
        func number(_ column: String) -> Double? { cells[column].flatMap { Double($0) } }
    }

    static let folder: URL? = {
        let environment = ProcessInfo.processInfo.environment["ASSESSMENT_TRUTH"].map { URL(fileURLWithPath: $0) }
        let beside = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
            "../../../../shared/truth"
        ).standardizedFileURL
        return [environment, beside].compactMap(\.self).first {
            FileManager.default.fileExists(atPath: $0.appendingPathComponent("stats/stats_raw.csv").path)
        }
    }()
    static var isThere: Bool { folder != nil }

    let columns: [String]
    let lines: [Line]

    /// Reads a file of the folder; its fields hold no commas.
    init(_ name: String) throws {
        guard let url = Self.folder?.appendingPathComponent("\(name).csv") else { throw CocoaError(.fileNoSuchFile) }
        let rows = try String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isNewline)
            .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
        let heading = rows.first ?? []
        columns = heading
        lines = rows.dropFirst().map { row in
            Line(cells: Dictionary(zip(heading, row), uniquingKeysWith: { first, _ in first }))
        }
    }
}

/// The ASEM example with the numbers of one step of it as its values, which are its scores too.
struct Asem {
    static let denominators = ["Area", "Energy", "GDP", "Population"]

    /// A domain whose indicators are variables as they stand.
    struct Plugin: DomainPlugin {
        let ids: [String]

        var description: PluginDescription {
            PluginDescription(
                id: "Fixture", prefix: "fix", version: "1", name: BilingualText(same: "Fixture"),
                summary: BilingualText(same: "Fixture"))
        }
        var statements: [PolicyStatement] { [] }
        var indicators: [any Indicator] {
            ids.map { id in
                let variable = FixturePlugin.variable(id)
                return FormulaIndicator(FixturePlugin.describe("fix.\(id)", [variable]), formula: .variable(variable))
            }
        }
        var evaluators: [any Evaluator] { [AsItIs()] }
    }

    let indicators: [String]
    let pillars: [String]
    let parents: [String: String]
    private let fixture: Fixture

    init(_ step: String) throws {
        let table = try AsemTable("asem/\(step)")
        let indicators = table.columns.filter { $0 != "uCode" }
        var parents: [String: String] = [:]
        for line in try AsemTable("asem/lineage").lines {
            parents[try line.text("Indicator")] = line["Pillar"]
            parents[try line.text("Pillar")] = line["Sub-index"]
            parents[try line.text("Sub-index")] = line["Index"]
        }
        func node(_ id: String) -> FrameworkNode {
            let below = indicators.contains(id) ? [] : children(of: id)
            return below.isEmpty ? .leaf(id) : .mean(id, of: below.map(node), weighting: "equal")
        }
        func children(of id: String) -> [String] {
            var found: [String] = []
            for indicator in indicators {
                var next = indicator
                while let above = parents[next], above != id { next = above }
                if parents[next] == id, !found.contains(next) { found.append(next) }
            }
            return found
        }
        var fixture = Fixture(node("Index"))
        fixture.units = table.lines.compactMap { $0["uCode"] }.map { Fixture.unit($0) }
        let others = try AsemTable("asem/iData")
        for (source, columns) in [(table, indicators), (others, Self.denominators)] {
            for line in source.lines {
                let unit = try line.text("uCode")
                for column in columns {
                    if let number = line.number(column) { fixture.observe(column, unit, number) }
                }
            }
        }
        self.indicators = indicators
        self.parents = parents
        self.fixture = fixture
        pillars = children(of: "Conn") + children(of: "Sust")
    }

    /// The tables for some requests.
    func tables(_ subjects: StatisticsRequest.Subject...) async throws -> [StatisticsTable] {
        var specification = try fixture.specification()
        specification.statistics = subjects.enumerated().map { StatisticsRequest(id: "table\($0)", $1) }
        let catalogue = try Catalogue(
            plugins: [Plugin(ids: indicators + Self.denominators)], providers: [StandardMethods()])
        return try await Pipeline(specification, catalogue: catalogue).run(
            fixture.data, manifest: Manifest(workbench: "", platform: "", plugins: [:], inputs: [])
        ).statistics
    }
}
