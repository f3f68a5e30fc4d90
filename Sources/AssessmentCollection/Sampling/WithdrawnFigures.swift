public import AssessmentCore

extension SampleFindings {
    /// A figure that the corrections withdraw, with what the specification does about the score that it leaves missing.
    public struct Withdrawn: Sendable, Hashable {
        /// The code of the unit.
        public let unit: String
        /// The variable.
        public let variable: String
        /// The node of the framework that uses it.
        public let node: String
        /// What the rule on missing values of that node does for the reason `withdrawn`.
        public let action: MissingRule.Action
    }

    /// What the corrections withdraw, node by node in the order of the framework.
    ///
    /// An indicator that gets along without the figure has a score all the same.
    public func withdrawn(_ specification: Specification, _ catalogue: Catalogue) -> [Withdrawn] {
        lines.filter { $0.finding == .unverifiable }.flatMap { line in
            specification.framework.subtree.compactMap { node -> Withdrawn? in
                guard let use = node.measure, let indicator = catalogue.indicators[use.indicator],
                    indicator.description.variables.contains(where: { $0.id == line.variable })
                else { return nil }
                let rule = node.steps.lazy.compactMap { if case .missing(let rule) = $0 { rule } else { nil } }.first
                return Withdrawn(
                    unit: line.unit, variable: line.variable, node: node.id,
                    action: (rule ?? MissingRule()).action(for: .withdrawn))
            }
        }
    }
}
