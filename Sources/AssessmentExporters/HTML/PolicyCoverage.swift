internal import AssessmentCore

/// Which statements count among those of the policy, wherever pages and documents say how many have figures.
extension CompletedAssessment {
    /// How far the statements of the policy are covered, without those of examples and of other documents.
    var coverageOfPolicy: [StatementCoverage] {
        coverage.filter { catalogue.statements[$0.statement]?.isOfPolicy(specification.basis) ?? true }
    }
}

extension PolicyStatement {
    /// Whether it belongs to the policy that an assessment rests on: not where its clause is an example (示例), or names a
    /// numbered document, such as 工信部联电子〔2017〕25号, that is not the basis.
    func isOfPolicy(_ basis: String) -> Bool {
        guard !clause.hasPrefix("示例") else { return false }
        guard let start = clause.firstIndex(of: "〔") else { return true }
        return basis.contains(clause[start...].prefix { $0 != "号" })
    }
}
