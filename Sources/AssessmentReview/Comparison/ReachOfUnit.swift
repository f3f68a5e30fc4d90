public import AssessmentCore
public import AssessmentPipeline

/// Why a goal cannot be looked for, for who named it.
public struct ReachProblem: Error, Sendable, Hashable {
    /// What is wrong.
    public let problem: String
    /// What was written.
    public let written: String
    /// What could have been written.
    public let known: [String]
}

extension Reach {
    /// Looks for what would lift a unit to a grade, or to a better one.
    ///
    /// - Parameters:
    ///   - grade: the Chinese or English name of the grade.
    ///   - code: the code of an assessed unit.
    ///   - threads: how many indicators are looked at at a time; it changes nothing in the result.
    /// - Throws: ``ReachProblem`` where there is no such grade or unit; `PipelineError` where the run cannot go on.
    public static func looking(
        forGrade grade: String, unit code: String, in measured: MeasuredAssessment, of assessment: CompletedAssessment,
        threads: Int = 1
    ) async throws -> Reach {
        let root = assessment.specification.framework.id
        let last = assessment.ledger.entries(of: root).last {
            if case .graded = $0.detail { true } else { false }
        }
        guard case .graded(let bands) = last?.detail else {
            throw ReachProblem(
                problem: "the specification gives no grades; use --pass to pass another unit", written: "", known: [])
        }
        guard let position = bands.firstIndex(where: { $0.name.zh == grade || $0.name.en == grade }) else {
            throw ReachProblem(
                problem: "there is no grade ‘\(grade)’", written: grade,
                known: bands.flatMap { [$0.name.en, $0.name.zh] })
        }
        return try await looking(
            for: .grade(position: position, name: bands[position].name), unit: code, in: measured, of: assessment,
            threads: threads)
    }

    /// Looks for what would lift a unit past another one.
    ///
    /// - Parameters:
    ///   - other: the code of another unit of the peer group.
    ///   - code: the code of an assessed unit.
    ///   - threads: how many indicators are looked at at a time; it changes nothing in the result.
    /// - Throws: ``ReachProblem`` where there is no such unit or rank; `PipelineError` where the run cannot go on.
    public static func looking(
        toPass other: String, unit code: String, in measured: MeasuredAssessment, of assessment: CompletedAssessment,
        threads: Int = 1
    ) async throws -> Reach {
        let panel = assessment.ledger.panel
        guard let own = panel.unitIndex(of: code), let rival = panel.unitIndex(of: other) else {
            throw ReachProblem(
                problem: "no assessed unit is called ‘\(other)’", written: other, known: panel.units.map(\.code))
        }
        guard assessment.ledger.entry(of: assessment.specification.framework.id, .rank) != nil else {
            throw ReachProblem(problem: "the specification ranks no totals", written: "", known: [])
        }
        guard own != rival, assessment.peerGroupOfUnit[own] == assessment.peerGroupOfUnit[rival] else {
            let peers = panel.units.indices.filter {
                $0 != own && assessment.peerGroupOfUnit[$0] == assessment.peerGroupOfUnit[own]
            }
            throw ReachProblem(
                problem: "\(other) is not another unit of the peer group of \(code), within which units are ranked",
                written: "", known: peers.map { panel.units[$0].code })
        }
        return try await looking(
            for: .pass(unit: other, name: panel.units[rival].name), unit: code, in: measured, of: assessment,
            threads: threads)
    }

    private static func looking(
        for goal: Goal, unit code: String, in measured: MeasuredAssessment, of assessment: CompletedAssessment,
        threads: Int
    ) async throws -> Reach {
        let specification = assessment.specification
        guard let row = measured.panel.row(unit: code, period: specification.period) else {
            throw ReachProblem(
                problem: "no assessed unit is called ‘\(code)’", written: code, known: measured.panel.units.map(\.code))
        }
        let prepared = try await Pipeline(specification, catalogue: assessment.catalogue).prepare(measured)
        let run = try prepared.run(measured.measurements.mapValues(\.column))
        let finder = ReachFinder(
            prepared: prepared, measured: measured, assessment: assessment, goal: goal, row: row, run: run)
        let isReached = finder.isReached(run)
        let options = isReached ? [] : await finder.options(threads: max(1, threads))
        return Reach(
            unit: code, name: measured.panel.unit(ofRow: row).name, period: specification.period, goal: goal,
            line: assessment.historyLine(row: row), isReached: isReached, options: options)
    }
}

/// Tries each indicator of a unit.
struct ReachFinder: Sendable {
    let prepared: PreparedAssessment
    let measured: MeasuredAssessment
    let assessment: CompletedAssessment
    let goal: Reach.Goal
    let row: Int
    let run: AssessmentRun

    private var root: String { assessment.specification.framework.id }

    func isReached(_ run: AssessmentRun) -> Bool {
        switch goal {
        case .grade(let position, _): return run.gradePosition(of: root, row: row).map { $0 <= position } ?? false
        case .pass(let other, _):
            guard let rival = measured.panel.row(unit: other, period: assessment.specification.period),
                let own = run.rank(of: root, row: row)
            else { return false }
            return run.rank(of: root, row: rival).map { own < $0 } ?? true
        }
    }

    /// The options of the indicators that are assessed for the unit, in order of what they can do.
    func options(threads: Int) async -> [Reach.Option] {
        let unit = measured.panel.unit(ofRow: row)
        let leaves = assessment.specification.framework.subtree.filter { $0.measure != nil && $0.applies(to: unit) }
        let found = await withTaskGroup(of: [(Int, Reach.Option)].self) { group in
            for thread in 0..<min(threads, max(1, leaves.count)) {
                group.addTask {
                    stride(from: thread, to: leaves.count, by: threads).compactMap { position in
                        option(leaves[position]).map { (position, $0) }
                    }
                }
            }
            return await group.reduce(into: []) { $0 += $1 }
        }
        return found.sorted {
            ReachFinder.order($0.1) == ReachFinder.order($1.1)
                ? $0.0 < $1.0 : ReachFinder.order($0.1) < ReachFinder.order($1.1)
        }.map(\.1)
    }

    /// The smallest relative change first; what has none because its value is zero after those; then what does not reach the
    /// goal by the best total; then what has no value.
    private static func order(_ option: Reach.Option) -> (Int, Double) {
        switch option.outcome {
        case .reached: option.relativeChange.map { (0, $0.magnitude) } ?? (1, 0)
        case .unreachable(let total, _): (2, -(total ?? -.infinity))
        case .noValue: (3, 0)
        }
    }

    private func option(_ leaf: FrameworkNode) -> Reach.Option? {
        guard let use = leaf.measure, let indicator = assessment.catalogue.indicators[use.indicator],
            let column = measured.measurements[leaf.id]?.column
        else { return nil }
        let description = indicator.description
        let unit = description.unitOfMeasure
        let range = ReachSearch.Range(column, unit, isRated: indicator is RatedIndicator)
        func option(_ current: Double?, _ outcome: Reach.Outcome) -> Reach.Option {
            Reach.Option(
                node: leaf.id, name: leaf.name, unitOfMeasure: description.unitOfMeasure, current: current,
                reason: column.reasons[row], isBounded: range.isPossible, outcome: outcome)
        }
        let isHigherBetter = (leaf.direction ?? description.direction) == .higherIsBetter
        let current = column[row]
        // What a unit withholds it could still submit: the search begins with the worst value of any unit.
        guard current != nil || column.states[row] == .missing else { return option(nil, .noValue) }
        let start = current ?? (isHigherBetter ? range.known.lowerBound : range.known.upperBound)
        var search = ReachSearch(
            run, leaf: leaf.id, row: row, root: root, current: start, range: range,
            decimals: unit.symbol.zh.isEmpty ? 4 : unit.decimals, isHigherBetter: isHigherBetter,
            isMonotone: isMonotone(leaf), isReached: isReached)
        // What is printed is tried once more, in a run of every step.
        if let value = search.value(), let checked = wholeRun(leaf.id, value), isReached(checked) {
            return option(
                current,
                .reached(value: value, total: checked.score(of: root, row: row), rank: checked.rank(of: root, row: row))
            )
        }
        return option(current, .unreachable(bestTotal: search.bestTotal?.total, at: search.bestTotal?.value ?? start))
    }

    /// Whether no method that scores the leaf may give a worse value more.
    private func isMonotone(_ leaf: FrameworkNode) -> Bool {
        leaf.steps.allSatisfy { step in
            switch step.kind {
            case .evaluate:
                guard case .evaluate(let choice) = step, let evaluator = assessment.catalogue.evaluators[choice.id]
                else { return false }
                return evaluator.isMonotone(
                    with: ParameterValues(choice.parameters, for: evaluator.description.parameters))
            case .formula, .treat: return false
            default: return true
            }
        }
    }

    private func wholeRun(_ leaf: String, _ value: Double) -> AssessmentRun? {
        var columns = measured.measurements.mapValues(\.column)
        columns[leaf]?.measure(value, at: row)
        return try? prepared.run(columns)
    }
}
