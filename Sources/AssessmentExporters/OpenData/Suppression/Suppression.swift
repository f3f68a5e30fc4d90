internal import AssessmentCore

/// The cells that open data leave blank, so that no count above zero and below a threshold can be read or computed.
///
/// 1. Primary: a value that rests on a small count (``SmallCounts``) goes, and with it the score of its node, which is
///    formed from it and bounds it even where it is capped.
/// 2. Where a method took statistics of a reference set, the values of the node go for every unit compared with a set that
///    holds a blank one; the scores of the others stay. Values and scores that were put in from others go.
/// 3. Where a node and the nodes that its score is formed from hold exactly one blank score, a second one goes: of the
///    children the indicator with the least weight, one without a weight last, else the part with the least weight, else
///    the score above. So it does where the blank ones below a score that is shown are all full marks, or all zero: the
///    score would say so.
///    Before that, a suppressed count must stay open (``FeasibleCounts``): to who knows weights, targets and every score that
///    is shown, at least two counts are possible; blank ones that rest on the same count, in one year or in several, are
///    looked at together. Where they are not, the shown indicator of the least weight goes that opens it; where none does alone, those of the greatest weight one after another; where all of them do not, the
///    score above.
/// 4. Where the units that belong to a unit are shown beside it and a counted value of exactly one of them is blank, a
///    second one goes: the smallest of the others, else that of the unit above. So it does where the sum of the blank ones
///    leaves one of them a single possible count.
/// 5. A value that rests on all the data that a blank one rests on goes (``ValueEvidence``).
/// 6. Steps 2 to 5 are repeated until nothing changes. Then the ranks of a node go for the whole peer group and period in
///    which a score is blank, and weights that were computed from scores of which one is blank.
///
/// A zero stays. What cells give away about several blank ones together, such as their sum, stays as well, and so does what
/// counts that are shown give away, such as a small difference of two years of them.
struct Suppression {
    /// What of a node in a row.
    enum Part: String, Hashable, CaseIterable { case value, score, rank, weight }

    /// A cell.
    struct Cell: Hashable {
        let part: Part
        let node: String
        let row: Int
    }

    /// The blank cells with their causes.
    private(set) var causes: [Cell: SuppressionCause] = [:]
    /// The variables that state no unit of measure and hold no whole numbers alone, which were taken for no counts.
    private(set) var uncheckedVariables: [String] = []
    /// The nodes whose score is blank, by row.
    private var blankScores: [Set<String>]
    private let assessment: CompletedAssessment
    private let leaves: [FrameworkNode]

    /// The cells of an assessment that go below a threshold; none where it is zero.
    init(_ assessment: CompletedAssessment, below threshold: Double) {
        self.assessment = assessment
        leaves = assessment.root.indicators
        blankScores = assessment.ledger.panel.rows.map { _ in [] }
        guard threshold > 0 else { return }
        let counts = SmallCounts(assessment: assessment, threshold: threshold)
        uncheckedVariables = counts.uncheckedVariables
        var small: [FeasibleCounts.Place: [SmallCount]] = [:]
        for leaf in leaves {
            for row in assessment.ledger.panel.rows {
                if let found = counts.smallCounts(behind: leaf, row: row) {
                    small[FeasibleCounts.Place(node: leaf.id, row: row)] = found.counts
                    hide(leaf.id, row, .smallCount(of: found.subject))
                }
            }
        }
        guard !causes.isEmpty else { return }
        let equations = ScoreEquations(assessment)
        let evidence = ValueEvidence(assessment)
        let feasible = FeasibleCounts(assessment, threshold: threshold, counts: small, evidence: evidence)
        var known = -1
        while known != causes.count {
            known = causes.count
            coverReferenceSets()
            // Each year by itself, then all together: what one leaves open, another may not.
            coverCounts(feasible, equations, inAllYears: false)
            coverCounts(feasible, equations, inAllYears: true)
            coverNodes(equations)
            coverUnits(counts)
            coverValues(evidence)
        }
        coverRanks()
        coverWeights()
    }

    /// Why a cell is blank; nothing where it is not.
    subscript(part: Part, node: String, row: Int) -> SuppressionCause? {
        causes[Cell(part: part, node: node, row: row)]
    }

    private func isHidden(_ node: String, _ row: Int) -> Bool { blankScores[row].contains(node) }

    /// Blanks the score of a node, and the value behind it.
    private mutating func hide(_ node: String, _ row: Int, _ cause: SuppressionCause) {
        put(.score, node, row, cause)
        if assessment.ledger.values(of: node) != nil { put(.value, node, row, cause) }
    }

    private mutating func put(_ part: Part, _ node: String, _ row: Int, _ cause: SuppressionCause) {
        let cell = Cell(part: part, node: node, row: row)
        // The first cause stands: it is the one that the others follow from.
        guard causes[cell] == nil else { return }
        causes[cell] = cause
        if part == .score { blankScores[row].insert(node) }
    }

    private mutating func coverReferenceSets() {
        let panel = assessment.ledger.panel
        for leaf in leaves {
            let hidden = panel.rows.filter { isHidden(leaf.id, $0) }
            guard !hidden.isEmpty else { continue }
            for row in panel.rows where isPutIn(leaf.id, row) { hide(leaf.id, row, .imputed) }
            for scope in scopes(of: leaf) {
                let sets = ReferenceSets(scope, panel: panel, peerGroupOfUnit: assessment.peerGroupOfUnit)
                let touched = Set(
                    sets.members.indices.filter { set in sets.members[set].contains(where: hidden.contains) })
                for row in panel.rows where touched.contains(sets.setOfRow[row]) {
                    if assessment.ledger.knownValues(of: leaf.id)?[row] != nil {
                        put(.value, leaf.id, row, .referenceSet)
                    }
                }
            }
        }
    }

    /// Whether a value or score was put in from those of other units.
    private func isPutIn(_ node: String, _ row: Int) -> Bool {
        let ledger = assessment.ledger
        if ledger.entry(of: node, .impute)?.column.states[row] == .imputed { return true }
        return assessment.actionOnMissing(of: node, row: row) == .groupMedian
    }

    /// The reference sets that the methods at a node took statistics over; every row for one without a closed form.
    private func scopes(of node: FrameworkNode) -> [ReferenceScope] {
        // The targets are shares of a total by the values of all.
        if case .shared(let shared)? = node.measure?.target, shared.key != .equal { return [.allRows] }
        return assessment.ledger.entries(of: node.id).compactMap { entry in
            guard case .applied(_, _, let form, _) = entry.detail else { return nil }
            guard let form else { return .allRows }
            return form.formula.takesStatistics ? form.references?.scope ?? .allRows : nil
        }
    }

    private mutating func coverNodes(_ equations: ScoreEquations) {
        for row in assessment.ledger.panel.rows {
            for equation in equations.all {
                let members = equation.members(row: row, assessment)
                let hidden = members.filter { isHidden($0.node.id, row) }
                guard !hidden.isEmpty else { continue }
                let above = equation.node
                let ends = commonEnds(of: hidden.map(\.node).filter { $0.id != above.id }, row, equations)
                let candidates: [ScoreEquation.Member]
                if hidden.count == 1 {
                    candidates = members.filter { !isHidden($0.node.id, row) && $0.node.id != above.id }
                } else if !ends.isEmpty, !isHidden(above.id, row) {
                    candidates = shownParts(of: equation, row, equations)
                } else {
                    continue
                }
                let others = candidates.filter { ends.isDisjoint(with: ScoreEnd.of($0.node, row, assessment)) }
                let choice = others.filter { $0.node.measure != nil }.leastWeight ?? others.leastWeight
                guard let next = choice?.node ?? (isHidden(above.id, row) ? nil : above) else { continue }
                hide(next.id, row, .complementInNode(above.id))
            }
        }
    }

    /// Opens the suppressed counts that shown scores leave one possible number.
    private mutating func coverCounts(
        _ feasible: FeasibleCounts, _ equations: ScoreEquations, inAllYears: Bool
    ) {
        for row in assessment.ledger.panel.rows {
            for leaf in leaves {
                let place = FeasibleCounts.Place(node: leaf.id, row: row)
                guard feasible.counts[place] != nil else { continue }
                while let above = feasible.shownAbove(place, isHidden: isHidden) {
                    let blank = blankScores
                    let hidden = { (node: String) in blank[row].contains(node) }
                    func isOpen(hiding added: [String]) -> Bool {
                        feasible.isOpen(place, below: above, inAllYears: inAllYears) { node, other in
                            blank[other].contains(node) || other == row && added.contains(node)
                        }
                    }
                    if isOpen(hiding: []) { break }
                    let candidates = equations[above.id].map { shownParts(of: $0, row, equations) } ?? []
                    // An indicator before what is formed from others, which would take one of these with it.
                    let sets = [true, false].flatMap { isIndicator in
                        candidates.filter { ($0.node.measure != nil) == isIndicator }.sorted { $0.weight < $1.weight }
                    }
                    func cover(_ member: ScoreEquation.Member) -> [String] {
                        var (ids, node) = ([member.node.id], member.node)
                        // What is formed from others follows from them, until one of them goes.
                        while node.measure == nil, let parts = equations[node.id]?.members(row: row, assessment),
                            let next = parts.filter({ $0.node.id != ids.last && !hidden($0.node.id) })
                                .max(by: { $0.weight < $1.weight })?.node, !ids.contains(next.id)
                        {
                            ids.append(next.id)
                            node = next
                        }
                        return ids
                    }
                    let opening = sets.first { isOpen(hiding: cover($0)) }
                    let isEnough = isOpen(hiding: sets.flatMap(cover))
                    let heaviest = sets.last { $0.node.measure != nil } ?? sets.last
                    guard let chosen = opening ?? (isEnough || above.id == assessment.root.id ? heaviest : nil) else {
                        hide(above.id, row, .complementInNode(above.id))
                        continue
                    }
                    for id in cover(chosen) { hide(id, row, .complementInNode(above.id)) }
                }
            }
        }
    }

    /// The ends of the scale at which the blank scores lie that some blank nodes are formed from, all of them.
    private func commonEnds(of nodes: [FrameworkNode], _ row: Int, _ equations: ScoreEquations) -> Set<ScoreEnd> {
        guard !nodes.isEmpty else { return [] }
        return nodes.reduce(into: Set(ScoreEnd.allCases)) { common, node in
            guard !common.isEmpty else { return }
            let blank = (equations[node.id]?.members(row: row, assessment) ?? []).map(\.node).filter {
                $0.id != node.id && isHidden($0.id, row)
            }
            common.formIntersection(
                blank.isEmpty ? ScoreEnd.of(node, row, assessment) : commonEnds(of: blank, row, equations))
        }
    }

    /// The parts of a node that are shown, with those of its blank parts.
    private func shownParts(
        of equation: ScoreEquation, _ row: Int, _ equations: ScoreEquations
    ) -> [ScoreEquation.Member] {
        equation.members(row: row, assessment).filter { $0.node.id != equation.node.id }.flatMap { part in
            guard isHidden(part.node.id, row) else { return [part] }
            return equations[part.node.id].map { shownParts(of: $0, row, equations) } ?? []
        }
    }

    private mutating func coverValues(_ evidence: ValueEvidence) {
        for leaf in leaves {
            for row in assessment.ledger.panel.rows where self[.value, leaf.id, row] != nil {
                for place in evidence.restingOnAll(behind: leaf.id, row: row) {
                    let cause = SuppressionCause.sameData(leaf.id)
                    if isHidden(leaf.id, row) {
                        hide(place.node, place.row, cause)
                    } else {
                        put(.value, place.node, place.row, cause)
                    }
                }
            }
        }
    }

    private mutating func coverUnits(_ counts: SmallCounts) {
        let panel = assessment.ledger.panel
        for leaf in leaves {
            guard let use = leaf.measure, let values = assessment.ledger.knownValues(of: leaf.id),
                assessment.catalogue.indicators[use.indicator]?.description.unitOfMeasure.countedThings != nil
            else { continue }
            for index in panel.periods.indices {
                let rows = panel.rows(ofPeriodAt: index)
                for above in rows {
                    let code = panel.unit(ofRow: above).code
                    let parts = rows.filter { panel.unit(ofRow: $0).parent == code && values[$0] != nil }
                    guard !parts.isEmpty, values[above] != nil else { continue }
                    let hidden = (parts + [above]).filter { self[.value, leaf.id, $0] != nil }
                    guard let only = hidden.first,
                        hidden.count == 1
                            || (!hidden.contains(above)
                                && isPinned(hidden, of: leaf, values, counts))
                    else { continue }
                    let others = parts.filter { !hidden.contains($0) }
                    let smallest = others.filter { values.values[$0] > 0 }.min { values.values[$0] < values.values[$1] }
                    let next = smallest ?? (only == above ? others.first : above)
                    if let next { hide(leaf.id, next, .complementInUnit(code)) }
                }
            }
        }
    }

    /// Whether the sum of blank values leaves a small one of them a single possible count.
    private func isPinned(_ hidden: [Int], of leaf: FrameworkNode, _ values: Column, _ counts: SmallCounts) -> Bool {
        guard counts.threshold > 2, let use = leaf.measure,
            let things = assessment.catalogue.indicators[use.indicator]?.description.unitOfMeasure.countedThings
        else { return false }
        let threshold = counts.threshold
        let sum = hidden.reduce(0) { $0 + values.values[$1] * things }
        let small = hidden.filter { self[.value, leaf.id, $0]?.isPrimary == true }.count
        let large = Double(hidden.count - small)
        guard small > 0 else { return false }
        let top = threshold.rounded(.up) - 1
        let possible = stride(from: 1.0, through: top, by: 1).filter { count in
            let rest = sum - count
            let least = Double(small - 1) + large * threshold
            return rest >= least - 1e-9 && (large > 0 || rest <= Double(small - 1) * top + 1e-9)
        }
        return possible.count < 2
    }

    private mutating func coverRanks() {
        let panel = assessment.ledger.panel
        for node in assessment.root.subtree where assessment.ledger.entry(of: node.id, .rank) != nil {
            for row in panel.rows where isHidden(node.id, row) {
                for peer in assessment.peers(ofRow: row) { put(.rank, node.id, peer, .rank) }
            }
        }
    }

    private mutating func coverWeights() {
        let panel = assessment.ledger.panel
        for node in assessment.root.subtree {
            for case .aggregated(let formed) in assessment.ledger.entries(of: node.id).map(\.detail) {
                guard assessment.catalogue.weightings[formed.weighting]?.readsScores ?? true,
                    formed.children.contains(where: { child in panel.rows.contains { isHidden(child, $0) } })
                else { continue }
                let below = node.children.flatMap(\.subtree)
                for row in panel.rows { for child in below { put(.weight, child.id, row, .weight) } }
            }
        }
    }
}
