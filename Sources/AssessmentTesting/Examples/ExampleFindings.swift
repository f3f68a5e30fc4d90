public import AssessmentCore

extension ColumnMethod {
    /// The worked examples that do not hold; a finding too where there is none.
    public func exampleFindings() async -> [Finding] {
        guard !examples.isEmpty else { return [.withoutExample(description.id)] }
        var findings: [Finding] = []
        for example in examples {
            do {
                let results = try await results(on: example)
                findings += differences(description.id, example.title, results, example.expected, example.decimals)
            } catch {
                findings.append(Finding(description.id, "in ‘\(example.title.en)’: \(error)"))
            }
        }
        return findings
    }
}

extension Aggregation {
    /// The worked examples that do not hold; a finding too where there is none.
    public func exampleFindings() -> [Finding] {
        guard !examples.isEmpty else { return [.withoutExample(description.id)] }
        return examples.flatMap { example in
            do {
                let results = try results(on: example)
                return differences(description.id, example.title, results, example.expected, example.decimals)
            } catch {
                return [Finding(description.id, "in ‘\(example.title.en)’: \(error)")]
            }
        }
    }
}

extension Weighting {
    /// The worked examples that do not hold; a finding too where there is none.
    ///
    /// - Parameter others: the weightings that a combination may name.
    public func exampleFindings(others: [any Weighting] = []) -> [Finding] {
        guard !examples.isEmpty else { return [.withoutExample(description.id)] }
        return examples.flatMap { example in
            do {
                let results = try results(on: example, others: others).map { Optional($0) }
                return differences(description.id, example.title, results, example.expected, example.decimals)
            } catch {
                return [Finding(description.id, "in ‘\(example.title.en)’: \(error)")]
            }
        }
    }
}

extension Finding {
    static func withoutExample(_ subject: String) -> Finding { Finding(subject, "has no worked example") }
}

/// Where results miss what an example expects of them.
private func differences(
    _ id: String, _ title: BilingualText, _ results: [Double?], _ expected: [Double?], _ decimals: Int?
) -> [Finding] {
    guard results.count == expected.count else {
        return [Finding(id, "in ‘\(title.en)’: \(results.count) results, \(expected.count) expected")]
    }
    return zip(results, expected).enumerated().compactMap { index, pair in
        guard !agree(pair.0, pair.1, decimals: decimals) else { return nil }
        return Finding(
            id, "in ‘\(title.en)’, number \(index + 1): expected \(text(pair.1)), got \(text(pair.0))")
    }
}

private func text(_ number: Double?) -> String { number.map { "\($0)" } ?? "no value" }

/// Whether two results are both absent, or agree to so many decimals; within 1e-12 of each other where none are given.
private func agree(_ left: Double?, _ right: Double?, decimals: Int?) -> Bool {
    guard let left, let right else { return left == nil && right == nil }
    guard let decimals else { return isClose(left, right) }
    return DecimalRounding.round(left, decimals: decimals) == DecimalRounding.round(right, decimals: decimals)
}

/// Whether a number lies within a relative tolerance of 1e-12 of what was expected.
func isClose(_ found: Double, _ expected: Double) -> Bool {
    abs(found - expected) <= 1e-12 * max(1, abs(expected))
}
