public import AssessmentCore

extension ConformanceRule {
    /// A better value never scores less.
    public static let monotone = ConformanceRule(
        "monotone",
        BilingualText(
            zh: "指标值变好，评分不降（声明为非单调的评分方法除外）；评分是有限的数或没有",
            en: "A better value never scores less, except by a method that says so")
    ) { plugin in
        var findings: [Finding] = []
        for evaluator in plugin.evaluators { findings += await evaluator.monotoneFindings() }
        return findings
    }
}

extension Evaluator {
    /// Values of its examples that score less as they become better while the others stay, or to which it gives an
    /// infinite score; nothing where the method says of the parameters of an example that it is not monotone.
    ///
    /// Each value goes in steps from well below all others to well above, onto each of them, onto each target, and just
    /// past each. Where there is no score nothing falls, and a value without one in the example is not followed.
    public func monotoneFindings() async -> [Finding] {
        var findings: [Finding] = []
        for example in examples {
            // An example that the method refuses is told where the examples are run.
            guard let run = try? await ColumnExampleRun(self, example), let first = try? run.results(on: example.values)
            else { continue }
            let parameters = ParameterValues(example.parameters, for: description.parameters)
            let isMonotone = isMonotone(with: parameters)
            // Raw values of a burden still fall as they become better.
            let rises = keepsDirection || example.direction == .higherIsBetter
            for (place, value) in example.values.enumerated() {
                guard let value, first.indices.contains(place), !first[place].isNaN else { continue }
                let steps = example.steps(around: value)
                let scores = steps.map { step in
                    var values = example.values
                    values[place] = step
                    return (try? run.results(on: values)[place]) ?? .nan
                }
                let fault = fault(steps, scores, rises: rises, isMonotone: isMonotone)
                if let fault {
                    findings.append(
                        Finding(description.id, "in ‘\(example.title.en)’, number \(place + 1): \(fault)"))
                    break
                }
            }
        }
        return findings
    }

    private func fault(_ steps: [Double], _ scores: [Double], rises: Bool, isMonotone: Bool) -> String? {
        if let index = scores.firstIndex(where: \.isInfinite) {
            return "\(steps[index]) scores \(scores[index]), which is no number"
        }
        guard isMonotone else { return nil }
        let scored = zip(steps, scores).filter { !$0.1.isNaN }
        for (low, high) in zip(scored, scored.dropFirst()) {
            // Statistics over the values differ in their last bits from step to step.
            let change = (rises ? 1 : -1) * (high.1 - low.1)
            guard change < -1e-9 * max(1, abs(low.1), abs(high.1)) else { continue }
            return "as the value goes from \(low.0) to \(high.0), the score goes from \(low.1) to \(high.1)"
        }
        return nil
    }
}

extension ColumnExample {
    /// What a value is put to while the others stay, from the lowest up.
    fileprivate func steps(around value: Double) -> [Double] {
        let marks = values.compactMap(\.self) + (targets ?? [])
        let size = max(1, (marks.max() ?? value) - (marks.min() ?? value))
        let near = [-2, -1, -0.5, -0.1, -0.01, 0, 0.01, 0.1, 0.5, 1, 2].map { value + $0 * size }
        let crossings = marks.flatMap { [$0 - size / 1000, $0, $0 + size / 1000] }
        return Set(near + crossings).sorted()
    }
}
