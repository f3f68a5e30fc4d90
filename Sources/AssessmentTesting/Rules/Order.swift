internal import AssessmentCore

extension ConformanceRule {
    /// Neither a second call nor another order of units changes anything.
    public static let order = ConformanceRule(
        "order",
        BilingualText(
            zh: "重复计算和改变单位顺序，数值、状态、原因、说明和依据都不变",
            en: "The same data give the same measurement again, and in any order of the units")
    ) { plugin in
        var findings: [Finding] = []
        for trial in IndicatorTrial.all(of: plugin) {
            guard let first = await trial.measured() else { continue }
            switch await trial.measured(trial.data, "asked again") {
            case .success(let again):
                if let difference = MeasurementDifference.first(first, again, panel: trial.data.panel) {
                    findings.append(trial.finding("asked again, \(difference.text)", row: difference.row))
                }
            case .failure(let fault): findings.append(fault.finding)
            }
            for order in trial.orders {
                if let finding = await trial.finding(for: order, first) {
                    findings.append(finding)
                    break
                }
            }
        }
        return findings
    }
}

extension IndicatorTrial {
    /// Some orders of the units: backwards, and one at random.
    fileprivate var orders: [[Int]] {
        var generator = SplitMix64(seed: 2018)
        let units = data.panel.units.indices
        return units.count < 2 ? [] : [units.reversed(), units.shuffled(using: &generator)]
    }

    /// What changes for a unit when the units stand in another order.
    fileprivate func finding(for order: [Int], _ first: IndicatorMeasurement) async -> Finding? {
        let (panel, other) = (data.panel, data.ordered(by: order))
        var places = [Int](repeating: 0, count: order.count)
        for (place, unit) in order.enumerated() { places[unit] = place }
        switch await measured(other, "with the units in another order") {
        case .failure(let fault): return fault.finding
        case .success(let second):
            // A sum over other units follows their order, and its last bits with it.
            let difference = MeasurementDifference.first(
                first, second, panel: panel, afterPanel: other.panel, isExact: false,
                place: { panel.row($0, before: places) }, back: { panel.row($0, before: order) })
            return difference.map { finding("with the units in another order, \($0.text)", row: $0.row) }
        }
    }
}
