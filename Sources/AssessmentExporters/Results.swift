internal import AssessmentCore

/// What readers of every format ask of a finished assessment beyond its single tables.
extension CompletedAssessment {
    /// The root of the framework, whose score is the total.
    var root: FrameworkNode { specification.framework }

    /// The peer groups, of which there is always one.
    var peerGroups: [PeerGroup] { specification.rankedGroups }

    /// The period of the panel before the assessed one.
    var previousPeriod: Period? { ledger.panel.periods.last { $0 < specification.period } }

    /// Whether the specification ranks the total.
    var ranksTotal: Bool { ledger.entry(of: root.id, .rank) != nil }

    /// The row of a unit of the panel, by its position, in a period.
    func row(ofUnitAt unit: Int, in period: Period) -> Int? {
        ledger.panel.periods.firstIndex(of: period).map { $0 * ledger.panel.units.count + unit }
    }

    /// The rows of the assessed period, in listed order.
    var rowsOfPeriod: [Int] {
        ledger.panel.units.indices.compactMap { row(ofUnitAt: $0, in: specification.period) }
    }

    /// The same assessment with a framework in memory of its own, for a thread.
    func detached() -> CompletedAssessment {
        var own = self
        own.specification.framework = specification.framework.detached()
        return own
    }

    /// The peer group of a row.
    func peerGroup(ofRow row: Int) -> PeerGroup {
        peerGroups[peerGroupOfUnit[row % ledger.panel.units.count]]
    }

    /// The rows of the units of the same peer group in the same period, this one among them.
    func peers(ofRow row: Int) -> [Int] {
        let units = ledger.panel.units.count
        let group = peerGroupOfUnit[row % units]
        return ledger.panel.rows(ofPeriodAt: row / units).filter { peerGroupOfUnit[$0 % units] == group }
    }

    /// The rows of a peer group in the assessed period: the ranked ones by rank, or by total, the best first, where the specification
    /// ranks none, then in listed order; and those without a rank, or without a total.
    func ranking(ofGroupAt group: Int) -> (ranked: [Int], unranked: [Int]) {
        let units = ledger.panel.units.indices.filter { peerGroupOfUnit[$0] == group }
        let rows = units.compactMap { row(ofUnitAt: $0, in: specification.period) }
        let scores = ledger.scores(of: root.id)
        let sign: Double = scoreDirection(of: root) == .lowerIsBetter ? 1 : -1
        func place(_ row: Int) -> Double? {
            ranksTotal ? ledger.rank(of: root.id, row: row).map { Double($0.rank) } : scores?[row].map { sign * $0 }
        }
        let placed = rows.compactMap { row in place(row).map { (row: row, place: $0) } }
        return (
            placed.sorted { ($0.place, $0.row) < ($1.place, $1.row) }.map(\.row), rows.filter { place($0) == nil }
        )
    }

    /// The rank of a node in a row within the peer group, with the number of units that have a score: as the ledger
    /// has it, and where the specification ranks the node nowhere, the number of better scores and one.
    func standing(of node: String, row: Int) -> (rank: Int, of: Int)? {
        if ledger.entry(of: node, .rank) != nil { return ledger.rank(of: node, row: row) }
        guard let scores = ledger.scores(of: node), let own = scores[row] else { return nil }
        let scored = peers(ofRow: row).compactMap { scores[$0] }
        let direction = root.subtree.first { $0.id == node }.map(scoreDirection) ?? .higherIsBetter
        return (1 + scored.count { direction.prefers($0, to: own) }, scored.count)
    }

    /// The median of the scores of a node in the peer group and period of a row.
    func peerMedian(of node: String, row: Int) -> Double? {
        guard let scores = ledger.scores(of: node) else { return nil }
        let sorted = peers(ofRow: row).compactMap { scores[$0] }.sorted()
        guard !sorted.isEmpty else { return nil }
        return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    }

    /// The share of the weight behind a score that rests on measured values, from 0 to 1.
    func measuredShare(of node: String, row: Int) -> Double? {
        guard let entry = ledger.entries(of: node).last(where: { $0.step.givesScore }),
            entry.measuredShares.indices.contains(row), !entry.measuredShares[row].isNaN
        else { return nil }
        return entry.measuredShares[row]
    }

    /// The number of decimals of the score of a node in reports: those that it is rounded to, else those of the
    /// template, else two, or four where scores are shares of one.
    func decimals(of node: FrameworkNode) -> Int {
        for case .round(let decimals) in node.steps.reversed() { return decimals }
        if let decimals = template.decimals { return decimals }
        return hasHundred(node) ? 2 : 4
    }

    /// The score of a node as it is printed: rounded to its decimals.
    func printedScore(of node: FrameworkNode, row: Int) -> Double? {
        ledger.scores(of: node.id)?[row].map { DecimalRounding.round($0, decimals: decimals(of: node)) }
    }

    /// The change of the total against the period before, as the difference of the printed totals; nothing where the years do
    /// not stand on one scale.
    func changeOfTotal(row: Int) -> Double? {
        guard comparesYears, let before = rowBefore(row), let now = printedScore(of: root, row: row),
            let then = printedScore(of: root, row: before)
        else { return nil }
        return DecimalRounding.round(now - then, decimals: decimals(of: root))
    }

    /// The change of the rank against the period before; above zero where the unit moved up.
    func changeOfRank(row: Int) -> Int? {
        guard let before = rowBefore(row), let now = ledger.rank(of: root.id, row: row),
            let then = ledger.rank(of: root.id, row: before)
        else { return nil }
        return then.rank - now.rank
    }

    private func rowBefore(_ row: Int) -> Int? {
        let before = row - ledger.panel.units.count
        return before >= 0 ? before : nil
    }

    /// The target that the score of a node compares with in a row.
    ///
    /// Whether it is reached is read from the score where its method gives full marks for that, and is not said elsewhere.
    func target(of node: String, row: Int) -> (value: Double, isReached: Bool?)? {
        targets(of: node, rows: [row]).first ?? nil
    }

    /// The targets that the scores of a node compare with, in each row of the panel.
    func targets(of node: String) -> [(value: Double, isReached: Bool?)?] {
        targets(of: node, rows: Array(ledger.panel.rows))
    }

    private func targets(of node: String, rows: [Int]) -> [(value: Double, isReached: Bool?)?] {
        guard let entry = ledger.entry(of: node, .evaluate),
            case .applied(let method, let parameters, let form?, _) = entry.detail
        else { return rows.map { _ in nil } }
        let full = catalogue.evaluators[method]?.fullMarks(with: parameters)
        return rows.map { row in
            form.number("target", row: row).map { value in
                (value, full.flatMap { full in entry.column[row].map { $0 >= full } })
            }
        }
    }

    /// The score of full marks of an indicator, where the method that scores it last says it.
    func fullMarks(of node: FrameworkNode) -> Double? {
        guard scoreDirection(of: node) == .higherIsBetter,
            case .evaluate(let choice)? = node.steps.last(where: { $0.kind == .evaluate }),
            let evaluator = catalogue.evaluators[choice.id]
        else { return nil }
        return evaluator.fullMarks(with: ParameterValues(choice.parameters, for: evaluator.description.parameters))
    }

    /// What the rule on missing values did with a score that a node did not have.
    func actionOnMissing(of node: String, row: Int) -> MissingRule.Action? {
        guard case .resolved(let actions) = ledger.entry(of: node, .missing)?.detail else { return nil }
        return actions[row]
    }

    /// The breaks of the series that an indicator of the framework rests on.
    func seriesBreaks(of node: FrameworkNode) -> [SeriesBreak] {
        guard let use = node.measure, let indicator = catalogue.indicators[use.indicator] else { return [] }
        let variables = Set(indicator.description.variables.map(\.id))
        return specification.seriesBreaks.filter { variables.contains($0.variable) }
    }
}

extension FrameworkNode {
    /// The points that it adds at most, where it is a bonus.
    var bonusPoints: Double? {
        if case .bonus(let points) = role { points } else { nil }
    }

    /// The indicators among its children, or itself where it is one.
    var ownIndicators: [FrameworkNode] { measure != nil ? [self] : children.filter { $0.measure != nil } }

    /// The nodes with children of their own among its children.
    var pillars: [FrameworkNode] { children.filter { $0.measure == nil } }

    /// Every indicator below, or itself where it is one.
    var indicators: [FrameworkNode] { subtree.filter { $0.measure != nil } }
}
