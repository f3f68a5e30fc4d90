internal import AssessmentCore

/// What every page asks of a finished assessment, computed once for all of them and for every language.
final class Figures: Sendable {
    /// A node with what is asked of it again and again.
    final class Node: Sendable {
        /// Its final scores.
        let scores: Column?
        /// Its values as they were measured or put in.
        let values: Column?
        /// The decimals of its score in reports.
        let decimals: Int
        /// Whether more or less of its score is better.
        let direction: Direction
        /// The score that a full bar stands for.
        let barLength: Double
        /// What its values are measured in.
        let unitOfMeasure: UnitOfMeasure?
        /// The breaks of the series that it rests on.
        let seriesBreaks: [SeriesBreak]
        /// Its light in each row.
        let lights: [Light.Colour?]
        /// What its score compares with in each row, and whether that is reached.
        let targets: [(value: Double, isReached: Bool?)?]
        /// Whether it is an indicator.
        let isIndicator: Bool
        /// The indicators among its children, or itself where it is one.
        let ownIndicators: [FrameworkNode]
        /// The nodes with children of their own among its children.
        let pillars: [FrameworkNode]
        fileprivate let indicators: [String]
        fileprivate let medians: [Double?]
        fileprivate let ranges: [ClosedRange<Double>?]
        fileprivate let standings: [Standing?]
        // A column is passed on as four arrays, which pages would do for every cell.
        private let scoreNumbers: [Double]
        private let valueNumbers: [Double]
        private let states: [CellState]
        private let reasons: [Reason?]

        /// The final score in a row.
        func score(_ row: Int) -> Double? { Node.number(scoreNumbers, row) }
        /// The value in a row.
        func value(_ row: Int) -> Double? { Node.number(valueNumbers, row) }
        /// What became of the value in a row; nothing where the node has no values.
        func state(_ row: Int) -> CellState? { states.isEmpty ? nil : states[row] }
        /// Why there is no value in a row; nothing where it was measured, or the node has no values.
        func reason(_ row: Int) -> Reason? { reasons.isEmpty ? nil : reasons[row] }

        private static func number(_ numbers: [Double], _ row: Int) -> Double? {
            numbers.isEmpty || numbers[row].isNaN ? nil : numbers[row]
        }

        fileprivate init(
            _ node: FrameworkNode, _ assessment: CompletedAssessment, direction: Direction, medians: [Double?],
            ranges: [ClosedRange<Double>?], standings: [Standing?]
        ) {
            self.direction = direction
            scores = assessment.ledger.scores(of: node.id)
            values = assessment.ledger.knownValues(of: node.id)
            decimals = assessment.decimals(of: node)
            barLength = assessment.barLength(of: node)
            unitOfMeasure = node.measure.flatMap {
                assessment.catalogue.indicators[$0.indicator]?.description.unitOfMeasure
            }
            seriesBreaks = assessment.seriesBreaks(of: node)
            lights = Node.lights(of: node, assessment)
            targets = assessment.targets(of: node.id)
            isIndicator = node.measure != nil
            ownIndicators = node.ownIndicators
            pillars = node.pillars
            indicators = node.indicators.map(\.id)
            scoreNumbers = scores?.values ?? []
            valueNumbers = values?.values ?? []
            states = values?.states ?? []
            reasons = values?.reasons ?? []
            self.medians = medians
            self.ranges = ranges
            self.standings = standings
        }

        private static func lights(of node: FrameworkNode, _ assessment: CompletedAssessment) -> [Light.Colour?] {
            let rows = assessment.ledger.panel.rows
            guard let entry = assessment.ledger.entry(of: node.id, .light), case .lit(let light) = entry.detail else {
                return [Light.Colour?](repeating: nil, count: rows.count)
            }
            return rows.map { row in
                entry.column[row].flatMap {
                    light.bands.indices.contains(Int($0)) ? light.bands[Int($0)].colour : nil
                }
            }
        }
    }

    /// A place within a peer group.
    struct Standing: Sendable, Hashable {
        /// The rank.
        let rank: Int
        /// The number of units that have a score.
        let of: Int
    }

    /// How many of the indicators below a node with a target have reached it.
    struct Reached: Sendable, Hashable {
        /// The number of those that have.
        let reached: Int
        /// The number of those with a target.
        let of: Int
    }

    let assessment: CompletedAssessment
    /// Every indicator of the framework.
    let indicators: [FrameworkNode]
    /// Every node of the framework, each before its children.
    let framework: [FrameworkNode]
    /// Tells how results came about.
    let tracer: Tracer
    /// The rows of the assessed period, in listed order.
    let rows: [Int]
    /// The nodes whose score is a weighted mean of those below, by their ids.
    let means: Set<String>
    /// Forms totals anew, with another score of an indicator.
    let replay: TotalReplay
    /// The weights by the framework alone.
    let statedWeights: Weights
    /// How firm the result is; nothing where that was not asked, or a template leaves it out.
    let robustness: RobustnessFigures?
    /// How the policy's statements are covered by figures.
    let coverageOfPolicy: [StatementCoverage]
    private let groupCount: Int
    private let nodes: [String: Node]
    private let targetsReached: [String: [Reached?]]

    /// Computes what pages ask of an assessment.
    ///
    /// - Parameter threads: as many as the machine has processors where nothing is given.
    init(_ assessment: CompletedAssessment, threads: Int? = nil) {
        self.assessment = assessment
        framework = assessment.root.subtree
        indicators = framework.filter { $0.measure != nil }
        tracer = Tracer(assessment)
        rows = assessment.rowsOfPeriod
        groupCount = assessment.peerGroups.count
        means = Weights.means(assessment)
        statedWeights = Weights(assessment, row: 0, means: means)
        replay = TotalReplay(assessment, means: means)
        let panel = assessment.ledger.panel
        let peers = panel.periods.indices.map { period in
            assessment.peerGroups.indices.map { group in
                panel.rows(ofPeriodAt: period).filter { assessment.peerGroupOfUnit[$0 % panel.units.count] == group }
            }
        }
        let framework = framework
        let known = Parallel.map(framework.count, threads: threads) {
            Figures.node(framework[$0], assessment, peers: peers)
        }
        let nodes = Dictionary(zip(framework.map(\.id), known), uniquingKeysWith: { first, _ in first })
        self.nodes = nodes
        targetsReached = nodes.mapValues { node in
            let below = node.indicators.compactMap { nodes[$0] }
            return panel.rows.map { Figures.reached(below, row: $0) }
        }
        coverageOfPolicy = assessment.coverageOfPolicy
        robustness = RobustnessFigures(assessment)
    }

    /// What is known of a node by its id.
    subscript(node: String) -> Node? { nodes[node] }

    /// The rank of a node in a row within the peer group, with the number of units that have a score.
    func standing(of node: String, row: Int) -> Standing? { nodes[node]?.standings[row] }

    /// How many of the indicators below a node with a target have reached it; nothing where none has one.
    func reached(of node: String, row: Int) -> Reached? { targetsReached[node]?[row] }

    /// The median of the scores of a node in the peer group and period of a row.
    func peerMedian(of node: String, row: Int) -> Double? { nodes[node]?.medians[place(ofRow: row)] }

    /// The lowest and the highest score of a node in the peer group and period of a row, this one among them.
    func peerRange(of node: String, row: Int) -> ClosedRange<Double>? { nodes[node]?.ranges[place(ofRow: row)] }

    /// The place of the peer group and period of a row among those of all periods.
    private func place(ofRow row: Int) -> Int {
        let units = assessment.ledger.panel.units.count
        return row / units * groupCount + assessment.peerGroupOfUnit[row % units]
    }

    /// The number of decimals of the score of a node in reports.
    func decimals(of node: FrameworkNode) -> Int { nodes[node.id]?.decimals ?? assessment.decimals(of: node) }

    /// Whether more or less of the score of a node is better.
    func direction(of node: FrameworkNode) -> Direction { nodes[node.id]?.direction ?? .higherIsBetter }

    /// The score that a full bar of a node stands for.
    func barLength(of node: FrameworkNode) -> Double { nodes[node.id]?.barLength ?? 100 }

    /// The score of a node as it is printed.
    func printedScore(of node: FrameworkNode, row: Int) -> Double? {
        nodes[node.id]?.score(row).map { DecimalRounding.round($0, decimals: decimals(of: node)) }
    }

    private static func reached(_ indicators: [Node], row: Int) -> Reached? {
        var (reached, known) = (0, 0)
        for indicator in indicators {
            guard let isReached = indicator.targets[row]?.isReached else { continue }
            known += 1
            if isReached { reached += 1 }
        }
        return known == 0 ? nil : Reached(reached: reached, of: known)
    }

    /// - Parameter peers: the rows of each group in each period.
    private static func node(_ node: FrameworkNode, _ assessment: CompletedAssessment, peers: [[[Int]]]) -> Node {
        let panel = assessment.ledger.panel
        let scores = assessment.ledger.scores(of: node.id)
        let ranks = assessment.ledger.entry(of: node.id, .rank)
        let direction = assessment.scoreDirection(of: node)
        var standings = [Standing?](repeating: nil, count: panel.rowCount)
        var medians: [Double?] = []
        var ranges: [ClosedRange<Double>?] = []
        for groups in peers {
            for rows in groups {
                let sorted = rows.compactMap { scores?[$0] }.sorted()
                medians.append(
                    sorted.isEmpty ? nil : (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2)
                var range: ClosedRange<Double>?
                if let low = sorted.first, let high = sorted.last { range = low...high }
                ranges.append(range)
                guard ranks == nil, let scores else { continue }
                for row in rows {
                    guard let own = scores[row] else { continue }
                    let better = sorted.count { direction.prefers($0, to: own) }
                    standings[row] = Standing(rank: 1 + better, of: sorted.count)
                }
            }
        }
        if let ranks, case .ranked(_, let sizes, _) = ranks.detail {
            for row in panel.rows {
                standings[row] = ranks.column[row].map { Standing(rank: Int($0), of: sizes[row]) }
            }
        }
        return Node(
            node, assessment, direction: direction, medians: medians, ranges: ranges, standings: standings)
    }
}
