internal import AssessmentCore

/// Takes the statistics that a specification asks for of the results of a run.
///
/// Missing numbers are passed over pair by pair, or unit by unit where a statistic needs a number of every node; a
/// statistic that is undefined has no number.
struct StatisticsReport {
    private let specification: Specification
    private let catalogue: Catalogue
    private let data: CollectedData
    private let peerGroupOfUnit: [Int]
    private let ledger: Ledger

    init(
        _ specification: Specification, catalogue: Catalogue, data: CollectedData, peerGroupOfUnit: [Int],
        ledger: Ledger
    ) {
        self.specification = specification
        self.catalogue = catalogue
        self.data = data
        self.peerGroupOfUnit = peerGroupOfUnit
        self.ledger = ledger
    }

    /// The tables in the order in which they are asked for.
    ///
    /// - Throws: ``PipelineError`` with every request that cannot be met.
    func tables() throws -> [StatisticsTable] {
        var problems: [PipelineError.Problem] = []
        var tables: [StatisticsTable] = []
        for request in specification.statistics {
            do {
                tables += try self.tables(request)
            } catch let refusal as StatisticsRefusal {
                problems.append(
                    PipelineError.Problem(
                        position: request.position, text: "the statistic ‘\(request.id)’: \(refusal.text)"))
            }
        }
        if !problems.isEmpty { throw PipelineError(problems) }
        return tables
    }

    private func tables(_ request: StatisticsRequest) throws -> [StatisticsTable] {
        let source = StatisticsSource(
            specification, catalogue: catalogue, data: data, ledger: ledger, ofEveryPeriod: request.ofEveryPeriod)
        let id = request.id
        switch request.subject {
        case .descriptive(let quantity, let nodes, let limits):
            return [DescriptiveStatistics(source, quantity, nodes, limits).table(id)]
        case .correlation(let quantity, let coefficient, let nodes, let beside, let probability):
            return [try NodeCorrelations(source, quantity, coefficient, nodes, beside).coefficients(id, probability)]
        case .probabilities(let quantity, let coefficient, let nodes, let beside):
            return [try NodeCorrelations(source, quantity, coefficient, nodes, beside).probabilities(id)]
        case .collinear(let quantity, let coefficient, let nodes, let limits):
            return [try CollinearPairs(source, quantity, coefficient, nodes, limits).table(id)]
        case .reliability(let quantity, let nodes, let items, let least):
            return [InternalConsistency(source, quantity, nodes, items, acceptableFrom: least).table(id)]
        case .components(let quantity, let nodes, let basis):
            return try ComponentTables(source, quantity, nodes, basis).tables(request.tableIds)
        case .denominators(let quantity, let coefficient, let nodes, let variables, let limit):
            return [
                try DenominatorCorrelations(source, quantity, coefficient, nodes, variables, above: limit).table(id)
            ]
        case .effectiveWeights(let nodes): return [EffectiveWeights(source).table(id, nodes)]
        case .availability(let nodes, let least):
            return Availability(source, nodes, from: least).tables(request.tableIds)
        case .summary(let unit, let nodes):
            return [try UnitSummary(source, peerGroupOfUnit, unit: unit, nodes).table(id)]
        }
    }
}

/// Why a statistic cannot be taken.
struct StatisticsRefusal: Error {
    /// What is wrong, what was expected and what to do.
    let text: String
}
