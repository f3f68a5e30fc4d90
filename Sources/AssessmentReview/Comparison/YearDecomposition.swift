public import AssessmentCore
internal import AssessmentPipeline

extension YearOnYear {
    /// Compares two years of one specification, whose history holds the earlier one.
    ///
    /// - Parameters:
    ///   - assessment: the finished run.
    ///   - data: the data as they were read, before they were carried over to the assessed units.
    ///   - threads: how many things are done at a time; it changes nothing in the result.
    /// - Throws: `PipelineError` where a plug-in cannot measure the data of one year in the other.
    public static func comparing(
        _ assessment: CompletedAssessment, data: CollectedData, from: Period, to: Period, threads: Int = 1
    ) async throws -> YearOnYear {
        let years = [from, to].map {
            ComparedYear(
                specification: assessment.specification, catalogue: assessment.catalogue, data: data, period: $0)
        }
        return try await YearDecomposition(
            years[0], assessment, years[1], assessment, isOne: true, threads: threads
        ).comparison()
    }

    /// Compares the assessed years of two specifications, each with its own data.
    ///
    /// - Parameters:
    ///   - earlier: the earlier year; its period is the assessed one of its specification.
    ///   - before: its finished run.
    ///   - later: the later year.
    ///   - after: its finished run.
    ///   - threads: how many things are done at a time; it changes nothing in the result.
    /// - Throws: `PipelineError` where a plug-in cannot measure the data of one year in the other.
    public static func comparing(
        _ earlier: ComparedYear, _ before: CompletedAssessment, with later: ComparedYear, _ after: CompletedAssessment,
        threads: Int = 1
    ) async throws -> YearOnYear {
        try await YearDecomposition(earlier, before, later, after, isOne: false, threads: threads).comparison()
    }
}

/// Computes the mixtures of two years and splits the changes.
struct YearDecomposition {
    private let years: [ComparedYear]
    private let runs: [CompletedAssessment]
    private let isOne: Bool
    private let threads: Int
    private let root: [String]
    private let nodes: [FrameworkNode]

    init(
        _ earlier: ComparedYear, _ before: CompletedAssessment, _ later: ComparedYear, _ after: CompletedAssessment,
        isOne: Bool, threads: Int
    ) {
        years = [earlier, later]
        runs = [before, after]
        self.isOne = isOne
        self.threads = max(1, threads)
        root = years.map(\.specification.framework.id)
        let old = Set(earlier.specification.framework.children.map(\.id))
        nodes = later.specification.framework.children.filter { old.contains($0.id) }
    }

    func comparison() async throws -> YearOnYear {
        let lines = runs.enumerated().map { side, run in
            Dictionary(
                run.ledger.panel.units.compactMap { unit in
                    run.ledger.panel.row(unit: unit.code, period: years[side].period).map {
                        (unit.code, run.historyLine(row: $0))
                    }
                }, uniquingKeysWith: { first, _ in first })
        }
        let paired = runs[1].ledger.panel.units.filter { lines[0][$0.code] != nil }
        let outcomes = try await outcomes(of: paired.map(\.code))
        let units = paired.enumerated().compactMap { index, unit -> YearOnYear.Unit? in
            guard let before = lines[0][unit.code], let after = lines[1][unit.code] else { return nil }
            return self.unit(unit, before, after, outcomes[index])
        }
        return YearOnYear(
            from: years[0].period, to: years[1].period, title: years[1].specification.title,
            isOneSpecification: isOne, units: units, unpaired: unpaired(lines),
            framework: FrameworkComparison(years[0], years[1], units: runs.map(\.ledger.panel.units)).changes(),
            decimals: decimals)
    }

    /// The sixteen mixtures of each unit: bit 0 the method, 1 the boundaries, 2 the own data, 3 those of peers.
    private func outcomes(of codes: [String]) async throws -> [[RowMixing.Outcome]] {
        var mixed = try MixedYears(years[0], years[1], isOne: isOne, threads: threads)
        var outcomes = [[RowMixing.Outcome]](
            repeating: [RowMixing.Outcome](repeating: RowMixing.Outcome(), count: 16), count: codes.count)
        for method in 0...1 {
            for boundaries in 0...1 {
                if isOne, boundaries == 1 {
                    // The boundaries of one specification are the same in every year.
                    for unit in codes.indices {
                        for others in 0..<4 {
                            outcomes[unit][method + 2 + 4 * others] = outcomes[unit][method + 4 * others]
                        }
                    }
                    continue
                }
                let prepared = try await mixed.prepared(method: method, boundaries: boundaries)
                let computed = await self.outcomes(of: codes, in: prepared, root: root[method])
                for (unit, results) in computed.enumerated() {
                    for (data, outcome) in results.enumerated() {
                        outcomes[unit][method + 2 * boundaries + 4 * data] = outcome
                    }
                }
            }
        }
        return outcomes
    }

    /// The four mixtures of data of each unit, each thread taking every so-manieth unit.
    private func outcomes(of codes: [String], in prepared: MixedYears.Prepared, root: String) async -> [[RowMixing
        .Outcome]]
    {
        let threads = min(threads, max(1, codes.count))
        let shares = await withTaskGroup(of: [(Int, [RowMixing.Outcome])].self) { group in
            for thread in 0..<threads {
                group.addTask {
                    var mixing = RowMixing(prepared, root: root, nodes: nodes.map(\.id))
                    return stride(from: thread, to: codes.count, by: threads).map { unit in
                        (unit, (0..<4).map { mixing.outcome(of: codes[unit], own: $0 & 1, others: $0 >> 1) })
                    }
                }
            }
            return await group.reduce(into: []) { $0 += $1 }
        }
        return shares.sorted { $0.0 < $1.0 }.map(\.1)
    }

    private func unit(
        _ unit: AssessedUnit, _ before: HistoryLine, _ after: HistoryLine, _ outcomes: [RowMixing.Outcome]
    ) -> YearOnYear.Unit {
        let missing = outcomes.indices.first { outcomes[$0].score == nil }
        let ranks = outcomes.compactMap(\.rank).map(Double.init)
        let changes = nodes.indices.compactMap { place -> YearOnYear.NodeChange? in
            let values = outcomes.compactMap { $0.nodes.indices.contains(place) ? $0.nodes[place] : nil }
            guard values.count == outcomes.count else { return nil }
            return YearOnYear.NodeChange(node: nodes[place].id, name: nodes[place].name, change: change(values))
        }
        let groups = runs[1].specification.peerGroups.isEmpty ? [PeerGroup.everyone] : runs[1].specification.peerGroups
        let position = runs[1].ledger.panel.unitIndex(of: unit.code)
        return YearOnYear.Unit(
            code: unit.code, name: unit.name,
            group: position.map { groups[runs[1].peerGroupOfUnit[$0]].name } ?? PeerGroup.everyone.name,
            before: before, after: after, score: missing == nil ? change(outcomes.compactMap(\.score)) : nil,
            rank: ranks.count == outcomes.count ? change(ranks, isRank: true) : nil, nodes: changes,
            absence: missing.map { absence(of: $0, outcomes[$0]) })
    }

    /// Why the mixture of a set of factors has no score.
    private func absence(of set: Int, _ outcome: RowMixing.Outcome) -> BilingualText {
        func year(_ bit: Int) -> String { years[set >> bit & 1].period.description }
        let because = outcome.absence ?? BilingualText(zh: "没有得分", en: "there is no score")
        return BilingualText(
            zh: "方法\(year(0))、区划\(year(1))、自身数据\(year(2))、其他单位\(year(3))：\(because.zh)",
            en: "method \(year(0)), boundaries \(year(1)), own data \(year(2)), peers \(year(3)): \(because.en)")
    }

    private func change(_ values: [Double], isRank: Bool = false) -> YearOnYear.Change {
        let factors: [YearOnYear.Factor] = [.method, .boundaries, .data, .peers]
        let sign: Double = isRank ? -1 : 1
        let parts = ShapleyValue.contributions(of: factors.count) { sign * values[$0] }
        let (before, after) = (values[0], values[values.count - 1])
        return YearOnYear.Change(
            before: before, after: after,
            contributions: Dictionary(uniqueKeysWithValues: zip(factors, parts)), total: sign * (after - before))
    }

    private func unpaired(_ lines: [[String: HistoryLine]]) -> [YearOnYear.UnpairedUnit] {
        runs.indices.flatMap { side in
            runs[side].ledger.panel.units.compactMap { unit -> YearOnYear.UnpairedUnit? in
                guard lines[1 - side][unit.code] == nil, let line = lines[side][unit.code] else { return nil }
                let counterparts =
                    side == 0
                    ? [unit.successor ?? years[1].data.units[unit.code]?.successor].compactMap(\.self)
                    : years[1].data.units.predecessors(of: unit.code).map(\.code)
                return YearOnYear.UnpairedUnit(
                    code: unit.code, name: unit.name, isBefore: side == 0, counterparts: counterparts, line: line)
            }
        }
    }

    private var decimals: Int {
        for case .round(let decimals) in years[1].specification.framework.steps.reversed() { return decimals }
        return 2
    }
}
