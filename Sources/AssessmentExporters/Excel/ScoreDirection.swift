internal import AssessmentCore

extension CompletedAssessment {
    /// Whether more of a node's score is better, as its steps leave it.
    func scoreDirection(of node: FrameworkNode) -> Direction {
        let own = node.measure.flatMap { catalogue.indicators[$0.indicator]?.description.direction }
        var direction = node.direction ?? own ?? .higherIsBetter
        for entry in ledger.entries(of: node.id) {
            switch entry.detail {
            case .applied(let method, _, _, _) where entry.step == .treat:
                if catalogue.treatments[method]?.reversesOrder == true { direction = direction.reversed }
            case .applied(let method, _, _, _) where entry.step == .evaluate:
                if catalogue.evaluators[method]?.keepsDirection != true { direction = .higherIsBetter }
            case .computed(let form, _, _):
                if !form.formula.inputs.contains("value") { direction = node.direction ?? .higherIsBetter }
            case .aggregated(let aggregated):
                let reads = catalogue.aggregations[aggregated.method]?.readsDirections ?? false
                let common = reads ? .higherIsBetter : aggregated.directions.first ?? .higherIsBetter
                direction = node.direction ?? common
            default: break
            }
        }
        return direction
    }
}
