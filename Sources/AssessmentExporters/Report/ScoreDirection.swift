internal import AssessmentCore

extension CompletedAssessment {
    /// Whether more or less of the final score of a node is better.
    ///
    /// Values of which less is better become scores of which more is better where they are scored, unless the method keeps
    /// their direction; scores that are formed from others point the way of those.
    func scoreDirection(of node: FrameworkNode) -> Direction {
        let indicator = node.measure.flatMap { catalogue.indicators[$0.indicator]?.description.direction }
        var direction = node.direction ?? indicator ?? .higherIsBetter
        for entry in ledger.entries(of: node.id) {
            switch entry.detail {
            case .applied(let method, _, _, _):
                if entry.step == .treat, catalogue.treatments[method]?.reversesOrder ?? false {
                    direction = direction.reversed
                }
                if entry.step == .evaluate, !(catalogue.evaluators[method]?.keepsDirection ?? false) {
                    direction = .higherIsBetter
                }
            case .aggregated(let aggregated):
                let readsDirections = catalogue.aggregations[aggregated.method]?.readsDirections ?? true
                let common = readsDirections ? .higherIsBetter : aggregated.directions.first ?? .higherIsBetter
                direction = node.direction ?? common
            case .computed(let form, _, _):
                if !form.formula.inputs.contains("value") { direction = node.direction ?? .higherIsBetter }
            default: continue
            }
        }
        return direction
    }
}

extension Direction {
    /// Whether a score is better than another by more than the last bits of a sum.
    func prefers(_ score: Double, to other: Double) -> Bool {
        self == .higherIsBetter ? score > other + 1e-9 : score < other - 1e-9
    }
}
