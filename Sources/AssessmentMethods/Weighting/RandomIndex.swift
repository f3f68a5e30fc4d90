/// The mean consistency index of matrices filled at random, by size: what a consistency index is measured in.
enum RandomIndex: String, CaseIterable {
    /// Of T. L. Saaty (1980), The Analytic Hierarchy Process.
    case saaty1980 = "saaty_1980"
    /// Of T. L. Saaty (2005), Theory and Applications of the Analytic Network Process, p. 31.
    case saaty2005 = "saaty_2005"
    /// Of H. A. Donegan and F. J. Dodd (1991), Mathematical and Computer Modelling 15(10), 135–137.
    case doneganDodd = "donegan_dodd"

    /// The indices from three children on.
    private var fromThree: [Double] {
        switch self {
        case .saaty1980: [0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59]
        case .saaty2005: [0.52, 0.89, 1.11, 1.25, 1.35, 1.40, 1.45, 1.49, 1.52, 1.54, 1.56, 1.58, 1.59]
        case .doneganDodd:
            [
                0.4914, 0.8286, 1.0591, 1.1797, 1.2519, 1.3171, 1.3733, 1.4055, 1.4213, 1.4497, 1.4643, 1.4822, 1.4969,
                1.5078, 1.5153, 1.5262, 1.5313, 1.5371,
            ]
        }
    }

    /// The most children that there is an index for.
    var largestSize: Int { fromThree.count + 2 }

    /// The index for a number of children; nothing below three, where judgements cannot contradict each other, and
    /// beyond the table.
    func value(size: Int) -> Double? {
        fromThree.indices.contains(size - 3) ? fromThree[size - 3] : nil
    }
}
