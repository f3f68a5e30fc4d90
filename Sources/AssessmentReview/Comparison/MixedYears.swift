internal import AssessmentCore
internal import AssessmentPipeline

/// Runs assessments whose method, boundaries and data are of different years.
///
/// Data of another year are measured as if they had happened in the year of the method, together with the years before
/// them, so that growth and lags are those of the data. What is exchanged between runs is then the row of the compared year
/// alone: the other years of a panel stay those of the specification. Decisions on a unit are its data.
struct MixedYears {
    /// The earlier year, then the later one.
    private let years: [ComparedYear]
    /// Whether both are of one specification, so that there is one framework and one set of units.
    private let isOne: Bool
    private let threads: Int
    private let panels: [Panel]
    private var known: [Mixture: MeasuredAssessment] = [:]

    /// Which year each part is of: 0 the earlier, 1 the later.
    private struct Mixture: Hashable {
        let method: Int
        let boundaries: Int
        let data: Int
    }

    init(_ earlier: ComparedYear, _ later: ComparedYear, isOne: Bool, threads: Int) throws {
        years = [earlier, later]
        (self.isOne, self.threads) = (isOne, threads)
        panels = try years.map { try Pipeline($0.specification, catalogue: $0.catalogue).panel($0.data.units) }
    }

    /// The specification of a year with the units and peer groups of another.
    private func pipeline(_ mixture: Mixture) -> Pipeline {
        var specification = years[mixture.method].specification
        specification.units = years[mixture.boundaries].specification.units
        specification.peerGroups = years[mixture.boundaries].specification.peerGroups
        let shift = shift(mixture)
        specification.seriesBreaks = years[mixture.data].specification.seriesBreaks.map {
            SeriesBreak(variable: $0.variable, from: Period(year: $0.from.year + shift), note: $0.note)
        }
        return Pipeline(specification, catalogue: years[mixture.method].catalogue, threads: threads)
    }

    private func shift(_ mixture: Mixture) -> Int {
        years[mixture.method].period.year - years[mixture.data].period.year
    }

    /// The data of a year measured by the method of another, over the units of a third.
    private mutating func measured(_ asked: Mixture) async throws -> MeasuredAssessment {
        var mixture = asked
        if isOne {
            // One specification has one set of units; what is its own data is measured once for both years.
            let isOwn = asked.method == asked.data
            mixture = Mixture(method: isOwn ? 0 : asked.method, boundaries: 0, data: isOwn ? 0 : asked.data)
        }
        if let measured = known[mixture] { return measured }
        let shift = shift(mixture)
        var data = years[mixture.data].data.shifted(byYears: shift)
        data.targets = years[mixture.method].data.targets
        let panel: Panel
        if mixture.boundaries == mixture.data && shift == 0 {
            panel = panels[mixture.boundaries]
        } else {
            panel = Panel(
                units: panels[mixture.boundaries].units.map { unit in
                    // Whose figures stand for a unit before it was in force is for the data to say.
                    let own = data.units[unit.code]
                    return AssessedUnit(
                        code: unit.code, name: unit.name, level: unit.level, kind: unit.kind, parent: unit.parent,
                        validity: own?.validity ?? unit.validity, successor: unit.successor, classes: unit.classes,
                        groups: unit.groups)
                }, periods: panels[mixture.data].periods.map { Period(year: $0.year + shift) })
        }
        let measured = try await pipeline(mixture).measure(data, over: panel)
        known[mixture] = measured
        return measured
    }

    /// A method with its boundaries, ready to be run on the rows of either year.
    struct Prepared: Sendable {
        let assessment: PreparedAssessment
        /// The period of the compared row.
        let period: Period
        /// The runs on the figures of the earlier year in the compared rows, then on those of the later; the problem where a
        /// run cannot go on.
        let runs: [Result<AssessmentRun, PipelineError>]
    }

    /// The method of a year with the boundaries of another, compiled and run on the figures of each year.
    mutating func prepared(method: Int, boundaries: Int) async throws -> Prepared {
        let home = try await measured(Mixture(method: method, boundaries: boundaries, data: method))
        let period = years[method].period
        let (decided, yearOfDecision) = decided(home, in: period)
        let assessment = try await pipeline(Mixture(method: method, boundaries: boundaries, data: method)).prepare(
            decided)
        var sources: [MeasuredAssessment] = []
        for data in 0...1 {
            sources.append(try await measured(Mixture(method: method, boundaries: boundaries, data: data)))
        }
        var columns: [[String: Column]] = []
        for data in 0...1 {
            var mixed = home.measurements.mapValues(\.column)
            for (position, unit) in home.panel.units.enumerated() {
                // A unit of one of the years alone keeps its own figures, in every year.
                let only = only(unit.code)
                let source = sources[only ?? data]
                for (place, year) in home.panel.periods.enumerated() where year == period || only != nil {
                    guard let row = source.panel.row(unit: unit.code, period: year) else { continue }
                    let target = place * home.panel.units.count + position
                    for (leaf, measurement) in source.measurements {
                        mixed[leaf]?.copy(target, from: measurement.column, row: row)
                    }
                }
            }
            columns.append(mixed)
        }
        return Prepared(
            assessment: assessment, period: period,
            runs: columns.enumerated().map { data, columns in
                Result { () throws(PipelineError) in
                    try assessment.keepingDecisions { position in
                        guard let year = yearOfDecision[position] else { return true }
                        return year == only(decided.data.decisions[position].unit) ?? data
                    }.run(columns)
                }
            })
    }

    /// What was measured, with the decisions of both years in the compared period, and the year that each of those is of;
    /// nothing for those on other periods.
    private func decided(
        _ measured: MeasuredAssessment, in period: Period
    ) -> (measured: MeasuredAssessment, years: [Int?]) {
        var measured = measured
        var decisions = measured.data.decisions.filter { $0.period != period }
        var yearOfDecision = [Int?](repeating: nil, count: decisions.count)
        for (year, compared) in years.enumerated() {
            for var decision in compared.data.decisions where decision.period == compared.period {
                decision.period = period
                decisions.append(decision)
                yearOfDecision.append(year)
            }
        }
        measured.data.decisions = decisions
        return (measured, yearOfDecision)
    }

    /// The year that alone has a unit; nothing where both have it.
    private func only(_ code: String) -> Int? {
        switch (panels[0].unitIndex(of: code), panels[1].unitIndex(of: code)) {
        case (nil, _): 1
        case (_, nil): 0
        default: nil
        }
    }
}

extension Column {
    /// Takes a cell over from another column.
    fileprivate mutating func copy(_ row: Int, from other: Column, row source: Int) {
        switch other.states[source] {
        case .measured: measure(other.values[source], note: other.notes[source], at: row)
        case .imputed: impute(other.values[source], because: other.reasons[source], note: other.notes[source], at: row)
        case .missing, .notApplicable, .failed:
            leaveOut(other.reasons[source] ?? .notCollected, note: other.notes[source], at: row)
        }
    }
}
