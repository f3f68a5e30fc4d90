internal import AssessmentCore

/// The scores of the pillars, and of pillars within pillars, against the peer group.
struct PillarTable {
    let rendering: Rendering
    let result: UnitResult

    private var assessment: CompletedAssessment { rendering.assessment }
    private var row: Int { result.row }
    private var comparison: PillarComparison { PillarComparison(rendering: rendering, row: row) }
    private var hasTargets: Bool { rendering.figures.reached(of: assessment.root.id, row: row) != nil }

    /// The table with its heading, notes, and how the total was computed.
    var markup: Markup {
        let chart = comparison.drawing(width: 720)
        return Tag.section {
            Tag.h2 { rendering(Wording.pillars) }
            if let chart {
                ChartFigure(name: "chart-pillars", drawing: chart).markup
            }
            ScrollingTable(
                caption: rendering(Wording.pillars), style: .pillars, isTitled: true
            ).markup {
                Tag.thead { heading }
                Tag.tbody { lines(of: assessment.root, depth: 0) }
                sums
            }
            notes
            if chart != nil, assessment.ledger.entry(of: assessment.root.id, .grade) != nil {
                Tag.p(.style(.note)) { rendering(Wording.pillarsNote) }
            }
            WorkingsList(rendering: rendering, result: result).markup(
                of: [assessment.root], titled: Wording.workingsOfTotal)
        }
    }

    private var heading: Markup {
        Tag.tr {
            Tag.th(.scope(.column), .style(.sticky)) { rendering(Wording.pillar) }
            Tag.th(.scope(.column), .style(.number)) { rendering(Wording.score) }
            Tag.th(.scope(.column), .style(.number)) { rendering(Wording.median) }
            Tag.th(.scope(.column), .style(.number)) { rendering(Wording.best) }
            Tag.th(.scope(.column), .style(.number)) { rendering(Wording.rank) }
            Tag.th(.scope(.column), .style(.number)) {
                rendering(result.weights.fullMarks == nil ? Wording.weight : Wording.fullMarks)
            }
            if result.weights.givesPoints {
                Tag.th(.scope(.column), .style(.number)) { rendering(Wording.points) }
            }
            if hasTargets { Tag.th(.scope(.column), .style(.number)) { rendering(Wording.targetsReached) } }
        }
    }

    /// How the points make up the total.
    private var sums: Markup {
        let lines = TotalInPoints(rendering.figures, row: row, weights: result.weights).lines
        guard !lines.isEmpty else { return .empty }
        return Tag.tbody {
            for line in lines {
                Tag.tr {
                    Tag.th(.scope(.row), .style(.sticky)) { rendering(line.name) }
                    Tag.td(.style(.number, .total)) { line.isTotal ? rendering.score(assessment.root, row: row) : "" }
                    for _ in 0..<4 { Tag.td(.style(.number)) {} }
                    Tag.td(line.isTotal ? .style(.number, .total) : .style(.number)) { line.points }
                    if hasTargets { Tag.td(.style(.number)) {} }
                }
            }
        }
    }

    /// What the columns of weights and points mean.
    private var notes: Markup {
        let tookOver = rendering.figures.framework.contains { result.weights[$0]?.tookOver ?? false }
        guard result.weights.givesPoints || tookOver else { return .empty }
        return Tag.p(.style(.note)) {
            if result.weights.givesPoints { rendering(Wording.pointsNote) + " " }
            if tookOver { rendering(Wording.sharedWeight) }
        }
    }

    private func lines(of node: FrameworkNode, depth: Int) -> Markup {
        var whole = Markup.empty
        for pillar in node.pillars {
            whole.append(line(pillar, depth: depth))
            whole.append(lines(of: pillar, depth: depth + 1))
        }
        return whole
    }

    private func line(_ pillar: FrameworkNode, depth: Int) -> Markup {
        let score = rendering.score(pillar, row: row)
        let median = rendering.figures.peerMedian(of: pillar.id, row: row)
        let medianText = median.map { DecimalRounding.text($0, decimals: rendering.figures.decimals(of: pillar)) }
        let name = NodeName(rendering: rendering, node: pillar)
        return Tag.tr {
            Tag.th(.scope(.row), .style(StyleClass.depth(depth), .sticky)) { name.linked(to: .node(pillar.id)) }
            Tag.td(.style(.number, .total)) { score }
            Tag.td(.style(.number)) { medianText ?? rendering(Wording.dash) }
            Tag.td(.style(.number)) { comparison.best(of: pillar) ?? rendering(Wording.dash) }
            Tag.td(.style(.number)) { rendering.standing(of: pillar, row: row) }
            Tag.td(.style(.number)) { rendering.weight(of: pillar, in: result.weights) }
            if result.weights.givesPoints {
                Tag.td(.style(.number)) { rendering.points(of: pillar, in: result.weights) }
            }
            if hasTargets {
                Tag.td(.style(.number)) {
                    rendering.figures.reached(of: pillar.id, row: row).map {
                        rendering(Wording.outOf($0.reached, $0.of))
                    }
                        ?? rendering(Wording.dash)
                }
            }
        }
    }
}

/// The name of a node, marked where it is a bonus.
struct NodeName {
    let rendering: Rendering
    let node: FrameworkNode

    /// The name as a link to a place on the page.
    func linked(to anchor: Anchor) -> Markup {
        Tag.a(.href(.to(anchor))) { rendering(node.name) } + mark
    }

    /// The mark of a bonus; nothing for any other node.
    var mark: Markup {
        guard node.bonusPoints != nil else { return .empty }
        return Markup(" ") + Tag.span(.style(.bonus)) { rendering(Wording.bonus) }
    }
}

extension Rendering {
    /// The rank of a node within the peer group.
    func standing(of node: FrameworkNode, row: Int) -> String {
        figures.standing(of: node.id, row: row).map { "\($0.rank)/\($0.of)" } ?? self(Wording.dash)
    }

    /// What a node counts by the framework: points of a review, or per cent.
    func statedWeight(of node: FrameworkNode, in weights: Weights) -> String {
        weights[node].map { weight($0.stated, of: node, in: weights) } ?? self(Wording.dash)
    }

    /// What a node counts in a row; with a star where it took over from siblings.
    func weight(of node: FrameworkNode, in weights: Weights) -> String {
        let stated = statedWeight(of: node, in: weights)
        guard let weight = weights[node], let effective = weight.effective, weight.tookOver else { return stated }
        return "\(stated) → \(self.weight(effective, of: node, in: weights))*"
    }

    private func weight(_ number: Double, of node: FrameworkNode, in weights: Weights) -> String {
        (node.bonusPoints == nil ? "" : "+") + plain(DecimalRounding.round(number, decimals: 2))
            + (weights.fullMarks == nil ? "%" : "")
    }

    /// The points that a node earned.
    func points(of node: FrameworkNode, in weights: Weights) -> String {
        weights.points(of: node).map { DecimalRounding.text($0, decimals: 2) } ?? self(Wording.dash)
    }
}
