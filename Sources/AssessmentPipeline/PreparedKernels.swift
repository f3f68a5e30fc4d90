internal import AssessmentCore

/// The kernels that were prepared for a plan, since many nodes and specifications ask for the same one.
struct PreparedKernels {
    /// What a kernel is prepared from, beside the rows.
    struct Key: Hashable {
        private let kind: Step.Kind
        private let method: String
        private let parameters: [String: ParameterValue]
        private let reference: ReferenceScope?
        private let directions: [Direction]

        init(_ kind: Step.Kind, _ choice: MethodChoice, _ directions: [Direction]) {
            self.kind = kind
            self.directions = directions
            (method, parameters, reference) = (choice.id, choice.parameters, choice.reference)
        }
    }

    /// Kernels on a column that takes no targets and no companions, and is no work of a process.
    var onColumns: [Key: any ColumnKernel] = [:]
    var onFamilies: [Key: any AggregationKernel] = [:]
}
