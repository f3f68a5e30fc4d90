internal import AssessmentCore
internal import AssessmentPipeline
internal import AssessmentStatistics

/// What errors of measured values come to in scores, ranks and grades.
struct DataErrorProbe {
    let request: RobustnessRequest
    let specification: Specification
    let catalogue: Catalogue
    let measured: MeasuredAssessment
    let nominal: [RobustnessReport.Standing]
    let threads: Int

    /// A cell whose value has an error.
    struct Cell: Sendable {
        let leaf: String
        let row: Int
        let value: Double
        let standardError: Double
        let low: Double
        let high: Double
        /// The coordinate of its draws.
        let coordinate: Int

        /// The value in a replication.
        func drawn(_ draws: Draws, _ replication: Int) -> Double {
            let z = NormalDistribution.quantile(draws.random(replication, coordinate, .dataErrors)) ?? 0
            return min(max(value + standardError * z, low), high)
        }
    }

    private struct Notes: Sendable {
        var scores: [Double] = []
        var ranks: [Int32] = []
        var grades: [Int8] = []
    }

    /// The leaves whose values would have an error, and which a process scores.
    static func held(_ request: RobustnessRequest, _ varied: VariedSpecification) -> [FrameworkNode] {
        let leaves = Set(request.dataErrors.flatMap(\.leaves))
        return varied.specification.framework.subtree.filter { leaves.contains($0.id) && varied.isHeld($0) }
    }

    /// The cells with an error, in the order of the request and of rows.
    ///
    /// Nodes that measure the same have one error between them: those with the same indicator, or formulas that are written
    /// alike.
    ///
    /// - Throws: ``RobustnessError`` where no standard error can be worked out for a value, it lies beyond the bounds of its
    ///   errors, or an entry comes to nothing.
    func cells(without held: Set<String>) throws -> [Cell] {
        var cells: [Cell] = []
        var coordinates: [MeasuredCell: Int] = [:]
        let use = Dictionary(
            specification.framework.subtree.compactMap { node in node.measure.map { (node.id, $0) } },
            uniquingKeysWith: { first, _ in first })
        let panel = measured.panel
        for error in request.dataErrors {
            try checkLines(error)
            let first = cells.count
            for leaf in error.leaves where !held.contains(leaf) {
                guard let measurement = measured.measurements[leaf] else { continue }
                let column = measurement.column
                let (low, high) = (error.atLeast ?? -.infinity, error.atMost ?? .infinity)
                for row in panel.rows where column.states[row] == .measured {
                    let value = column.values[row]
                    guard low <= value, value <= high else {
                        let (unit, period) = (panel.unit(ofRow: row), panel.period(ofRow: row))
                        throw RobustnessError(
                            "\(leaf): \(Formula.text(of: value)) of \(unit.code) \(unit.name.zh) in \(period) lies beyond the "
                                + "bounds of its errors; expected at_least and at_most that hold for every value",
                            at: error.position)
                    }
                    let cell = MeasuredCell(measurement, of: use[leaf], value, row: row)
                    let coordinate = coordinates[cell] ?? coordinates.count
                    coordinates[cell] = coordinate
                    cells.append(
                        Cell(
                            leaf: leaf, row: row, value: value,
                            standardError: try error.size.standardError(
                                of: value, leaf, row, panel, at: error.position), low: low, high: high,
                            coordinate: coordinate))
                }
            }
            let isAllHeld = error.leaves.allSatisfy { held.contains($0) }
            // An error that is lost in the last bit of a value is none. One that moves values and no score is: then scores are firm.
            guard isAllHeld || cells[first...].contains(where: { $0.value + $0.standardError != $0.value }) else {
                throw RobustnessError(
                    "an entry of ‘data_error’ comes to nothing: no value of \(error.leaves.joined(separator: ", ")) has an error "
                        + "that moves it; expected measured values with some, or no such entry", at: error.position)
            }
        }
        return cells
    }

    /// Refuses a line of a table that holds for nobody: its number would be lost without a word.
    private func checkLines(_ error: DataError) throws {
        let tables: [NumberTable] =
            switch error.size {
            case .standardError(let table), .sample(let table, _): [table]
            case .relative: []
            }
        let panel = measured.panel
        let units = Dictionary(panel.units.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        for line in tables.flatMap(\.lines) {
            let alone = NumberTable(lines: [line])
            let named = line.unit.map { units[$0].map { [$0] } ?? [] } ?? panel.units
            let isUsed = named.contains { unit in
                panel.periods.contains { alone.value(unit: unit, period: $0) != nil }
            }
            if isUsed { continue }
            let place = [
                line.unit.map { "unit \($0)" }, line.unitClass.map { "class \($0)" },
                line.period.map { "period \($0)" },
            ].compactMap(\.self).joined(separator: ", ")
            throw RobustnessError(
                "a line of the table for \(error.leaves.joined(separator: ", ")) holds for nobody that is assessed (\(place)); "
                    + "expected codes, classes and periods of assessed units", at: error.position)
        }
    }

    /// The results.
    ///
    /// - Throws: ``RobustnessError`` with the first replication that fails.
    func results(holding held: Set<String>) async throws -> DataErrorResults {
        let cells = try cells(without: held)
        let prepared: VariantRun
        do {
            let variants = try await AssessmentVariants(
                [specification.ranked], catalogue: catalogue, measured: measured)
            prepared = try VariantRun(variants, leaves: Set(cells.map(\.leaf)), isGraded: true)
        } catch {
            throw RobustnessError("\(error.cause)")
        }
        let panel = measured.panel
        let (rows, nominal) = (panel.rows(ofPeriodAt: panel.periods.count - 1), nominal)
        let draws = try Draws(seed: request.seed)
        let blocks = try await Blocks(request.draws, threads).map { block in
            var run = prepared
            var notes = Notes()
            for replication in block {
                for cell in cells { run.disturb(cell.leaf, row: cell.row, to: cell.drawn(draws, replication)) }
                do {
                    try run.run(0)
                } catch {
                    throw RobustnessError(
                        "replication \(replication + 1) (errors of data) cannot be computed:\n\(error)\nWhere errors lead to "
                            + "values that cannot be, say between which they lie by at_least and at_most")
                }
                if let lost = rows.indices.first(where: {
                    nominal[$0 - rows.lowerBound].score != nil && run.score(in: 0, row: $0).isNaN
                }) {
                    let unit = panel.unit(ofRow: lost)
                    throw RobustnessError(
                        "replication \(replication + 1) (errors of data) leaves \(unit.code) \(unit.name.zh) without a score, "
                            + "which the data as given score; expected errors under which every unit keeps its score: say between "
                            + "which values they lie by at_least and at_most")
                }
                for row in rows {
                    notes.scores.append(run.score(in: 0, row: row))
                    notes.ranks.append(run.rank(in: 0, row: row))
                    notes.grades.append(run.grade(in: 0, row: row))
                }
            }
            return notes
        }
        return results(
            blocks.flatMap(\.scores), blocks.flatMap(\.ranks), blocks.flatMap(\.grades), units: rows.count)
    }

    private func results(_ scores: [Double], _ ranks: [Int32], _ grades: [Int8], units: Int) -> DataErrorResults {
        let tail = (1 - request.interval) / 2
        let results = (0..<units).map { unit -> DataErrorResults.Result? in
            guard nominal[unit].score != nil else { return nil }
            let places = stride(from: unit, to: scores.count, by: units)
            let own = places.map { scores[$0] }.filter { !$0.isNaN }
            let ownRanks = places.map { Int(ranks[$0]) }.filter { $0 > 0 }
            guard let interval = Quantiles.quantiles(own, at: [tail, 1 - tail]),
                let bounds = Quantiles.quantiles(ownRanks.map(Double.init), at: [tail, 1 - tail])
            else { return nil }
            return DataErrorResults.Result(
                lowScore: interval[0], highScore: interval[1], bestRank: Int(bounds[0].rounded(.down)),
                worstRank: Int(bounds[1].rounded(.up)), ranks: shares(ownRanks),
                grades: shares(places.map { Int(grades[$0]) }.filter { $0 >= 0 }))
        }
        let own = nominal.map { Int32($0.rank ?? 0) }
        let same = (0..<request.draws).count { ranks[$0 * units..<($0 + 1) * units].elementsEqual(own) }
        let order = RankOrder(ranks: ranks, units: units)
        let neighbours = nominal.neighbours.map {
            DataErrorResults.Neighbours(
                ahead: $0.ahead, behind: $0.behind, probability: order.share($0.ahead, ahead: $0.behind))
        }
        return DataErrorResults(
            results: results, draws: request.draws, neighbours: neighbours,
            tied: TiedGroups(nominal: nominal, interval: request.interval).groups(order),
            sameRanking: Double(same) / Double(request.draws))
    }

    /// The places that came, each with its share of the replications.
    private func shares(_ places: [Int]) -> [DataErrorResults.Share] {
        var counts: [Int: Int] = [:]
        for place in places { counts[place, default: 0] += 1 }
        return counts.sorted { $0.key < $1.key }.map {
            DataErrorResults.Share(place: $0.key, probability: Double($0.value) / Double(request.draws))
        }
    }
}

/// A measured value, whichever nodes it is measured at.
private struct MeasuredCell: Hashable {
    private enum Measure: Hashable {
        case formula(Formula)
        case indicator(String, [String: ParameterValue])
    }

    private let measure: Measure?
    private let value: UInt64
    private let row: Int

    init(_ measurement: IndicatorMeasurement, of use: FrameworkNode.IndicatorUse?, _ value: Double, row: Int) {
        measure =
            switch measurement.evidence {
            case .formula(let formula): .formula(formula)
            // Indicators that read the same variables need not measure the same.
            case .variables, .listed: use.map { .indicator($0.indicator, $0.parameters) }
            }
        // Formulas with other parameters have other values.
        self.value = value.bitPattern
        self.row = row
    }
}

extension DataError.Size {
    /// The standard error of a value.
    ///
    /// - Throws: ``RobustnessError`` where it cannot be worked out.
    func standardError(
        of value: Double, _ leaf: String, _ row: Int, _ panel: Panel, at position: SourcePosition?
    ) throws -> Double {
        let (unit, period) = (panel.unit(ofRow: row), panel.period(ofRow: row))
        func number(_ table: NumberTable, _ what: String) throws -> Double {
            if let number = table.value(unit: unit, period: period) { return number }
            throw RobustnessError(
                "\(leaf): no \(what) is given for \(unit.code) \(unit.name.zh) in \(period); expected a line of the table that "
                    + "holds for it", at: position)
        }
        switch self {
        case .standardError(let table): return try number(table, "standard error")
        case .relative(let share): return share * abs(value)
        case .sample(let table, let whole):
            let size = try number(table, "sample size")
            guard value >= 0, value <= whole, size > 0 else {
                throw RobustnessError(
                    "\(leaf): \(Formula.text(of: value)) of \(unit.code) \(unit.name.zh) in \(period) is no share of "
                        + "\(Formula.text(of: whole)) that a sample of \(Formula.text(of: size)) can have; expected a share, or "
                        + "‘standard_error’ in place of ‘sample_size’", at: position)
            }
            // The standard error of a share in a simple random sample: W. G. Cochran (1977), Sampling techniques, section 3.2.
            return (value * (whole - value) / size).squareRoot()
        }
    }
}
