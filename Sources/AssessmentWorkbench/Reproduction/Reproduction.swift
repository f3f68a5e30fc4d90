public import AssessmentCore
internal import AssessmentData

/// How far the results of an assessment agree with a published table.
public struct Reproduction: Sendable {
    /// A value that is not reproduced.
    public struct Difference: Sendable, Hashable {
        /// The row and the column, in words.
        public let place: String
        /// What is published.
        public let published: String
        /// What was computed.
        public let computed: String
    }

    /// The table.
    public let table: PublishedTable
    /// The number of values that are compared.
    public internal(set) var compared = 0
    /// The number of values that are reproduced.
    public internal(set) var reproduced = 0
    /// The largest difference between a number and the published one.
    public internal(set) var largestDifference = 0.0
    /// The values that are not reproduced.
    public internal(set) var differences: [Difference] = []

    init(_ table: PublishedTable) {
        self.table = table
    }

    /// Whether as many values are reproduced as the list says.
    public var holds: Bool { compared > 0 && reproduced >= table.atLeast ?? compared }

    /// Whether the program was built without the part that the table needs.
    public var isPassedOver: Bool { compared == 0 && table.needs != nil }

    /// Compares a published text with a computed number.
    mutating func compare(_ published: String, _ computed: Double?, place: @autoclosure () -> String) {
        guard !table.missing.contains(published) else {
            guard table.countsAbsences else { return }
            return count(computed == nil, published, computed.map(Formula.text(of:)), place())
        }
        guard let number = TableOfTexts.number(published) else {
            return count(false, published, computed.map(Formula.text(of:)), place())
        }
        guard let computed else { return count(false, published, nil, place()) }
        let difference = (computed - number).magnitude
        largestDifference = max(largestDifference, difference)
        let agrees =
            switch table.precision {
            case .decimals(let decimals):
                DecimalRounding.round(computed, decimals: decimals)
                    == DecimalRounding.round(number, decimals: decimals)
            case .within(let tolerance): difference <= tolerance * max(1, number.magnitude)
            }
        count(agrees, published, Formula.text(of: computed), place())
    }

    /// Compares a published text with a computed one, such as a colour.
    mutating func compare(_ published: String, text computed: String?, place: @autoclosure () -> String) {
        if table.missing.contains(published) {
            guard table.countsAbsences else { return }
            return count(computed == nil, published, computed, place())
        }
        count(published == computed, published, computed, place())
    }

    private mutating func count(_ agrees: Bool, _ published: String, _ computed: String?, _ place: String) {
        compared += 1
        if agrees {
            reproduced += 1
        } else {
            differences.append(
                Difference(place: place, published: published, computed: computed ?? "none"))
        }
    }
}
