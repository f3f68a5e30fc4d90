internal import AssessmentCharts
internal import AssessmentCore

/// The total and the pillars of a unit, each among those of its peers.
struct PillarComparison {
    let rendering: Rendering
    let row: Int

    /// More would not be taken in at a glance.
    private static let most = 12
    private var assessment: CompletedAssessment { rendering.assessment }
    private var root: FrameworkNode { assessment.root }
    private var peers: [Int] { assessment.peers(ofRow: row) }

    /// The pillars with those within them, where they are few; else those right below the total.
    private var pillars: [FrameworkNode] {
        let all = rendering.figures.framework.dropFirst().filter { $0.measure == nil }
        return all.count <= PillarComparison.most ? all : root.pillars
    }

    /// The best score among the peers as it is printed: the lowest where less is better.
    func best(of node: FrameworkNode) -> String? {
        rendering.figures.peerRange(of: node.id, row: row).map { range in
            DecimalRounding.text(
                rendering.figures.direction(of: node) == .lowerIsBetter ? range.lowerBound : range.upperBound,
                decimals: rendering.figures.decimals(of: node))
        }
    }

    /// The chart; nothing where a unit is alone, or has too many pillars for one.
    func drawing(width: Double) -> Drawing? {
        let nodes = [root] + pillars
        guard nodes.count > 1, nodes.count <= 2 * PillarComparison.most, peers.count > 1 else { return nil }
        let isHundred = nodes.allSatisfy(assessment.hasHundred)
        return PeerChart(
            rows: nodes.map(line), thresholds: isHundred ? thresholds : [],
            caption: ChartCaption(
                title: rendering(Wording.pillarsAmongPeers(groupSize: peers.count)),
                summary: rendering(Wording.pillarsInWords(nodes.map(told))), missing: rendering(Wording.noData),
                empty: rendering(Wording.noData)),
            range: isHundred ? 0...100 : nil, decimals: rendering.figures.decimals(of: root),
            valueName: rendering(Wording.thisUnit), peersName: rendering(Wording.rangeOfPeers),
            medianName: rendering(Wording.median)
        ).drawing(width: width)
    }

    private func line(_ node: FrameworkNode) -> PeerChart.Row {
        PeerChart.Row(
            label: rendering(node.id == root.id ? Wording.total : node.name),
            value: rendering.figures.printedScore(of: node, row: row), text: rendering.score(node, row: row),
            peers: rendering.figures.peerRange(of: node.id, row: row),
            median: rendering.figures.peerMedian(of: node.id, row: row),
            isEmphasised: node.id == root.id)
    }

    private func told(_ node: FrameworkNode) -> (name: String, score: String, median: String, best: String) {
        let dash = rendering(Wording.dash)
        let median = rendering.figures.peerMedian(of: node.id, row: row).map {
            DecimalRounding.text($0, decimals: rendering.figures.decimals(of: node))
        }
        return (
            rendering(node.id == root.id ? Wording.total : node.name), rendering.score(node, row: row),
            median ?? dash, best(of: node) ?? dash
        )
    }

    /// The least score of every grade but the last, which every total has.
    private var thresholds: [PeerChart.Threshold] {
        guard let bands = assessment.ledger.entries(of: root.id).last(where: { $0.step.givesGrade })?.detail.gradeBands
        else { return [] }
        return bands.filter { $0.atLeast > 0 }.map { band in
            PeerChart.Threshold(
                label: "\(rendering(band.name)) \(rendering.plain(band.atLeast))", value: band.atLeast)
        }
    }
}
