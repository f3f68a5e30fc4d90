/// The correlations among several variables, each on the pairs that are complete for it.
public struct CorrelationMatrix: Equatable, Sendable {
    /// A pair of variables whose correlation passed a threshold.
    public struct FlaggedPair: Equatable, Sendable {
        /// The variable that comes first.
        public let first: String
        /// The variable that comes later.
        public let second: String
        /// Their correlation.
        public let result: CorrelationResult
    }

    /// The names of the variables, in order.
    public let names: [String]
    /// The coefficient used.
    public let method: CorrelationMethod
    private let results: [CorrelationResult?]

    /// Correlates each variable with each.
    ///
    /// `variables` holds one list a name, all of one length, a not-a-number where a value is missing.
    ///
    /// - Throws: `StatisticsError.unequalLengths` where names and lists, or two lists, differ in length.
    public init(
        names: [String], variables: [[Double]], method: CorrelationMethod = .pearson
    ) throws(StatisticsError) {
        guard names.count == variables.count else {
            throw .unequalLengths(expected: names.count, found: variables.count)
        }
        let length = variables.first?.count ?? 0
        for variable in variables where variable.count != length {
            throw .unequalLengths(expected: length, found: variable.count)
        }
        var results = [CorrelationResult?](repeating: nil, count: names.count * names.count)
        for row in names.indices {
            for column in row..<names.count {
                var result = Correlation.compute(variables[row], variables[column], method)
                if row == column, let found = result {
                    result = CorrelationResult(coefficient: 1, pValue: found.pValue, count: found.count)
                }
                results[row * names.count + column] = result
                results[column * names.count + row] = result
            }
        }
        self.names = names
        self.method = method
        self.results = results
    }

    /// The correlation of two variables by their places; `nil` where it is undefined.
    public subscript(row: Int, column: Int) -> CorrelationResult? {
        results[row * names.count + column]
    }

    /// The correlation of two variables by their names; `nil` where it is undefined or a name unknown.
    public subscript(row: String, column: String) -> CorrelationResult? {
        guard let row = names.firstIndex(of: row), let column = names.firstIndex(of: column) else { return nil }
        return self[row, column]
    }

    /// The coefficients as a matrix; `nil` where one is undefined.
    public var coefficients: Matrix? {
        let found = results.compactMap { $0?.coefficient }
        return try? Matrix(rows: names.count, columns: names.count, elements: found)
    }

    /// The pairs whose coefficient is greater than a threshold: redundant variables.
    public func pairs(above threshold: Double) -> [FlaggedPair] {
        pairs { $0 > threshold }
    }

    /// The pairs whose coefficient is less than a threshold: variables that contradict each other.
    public func pairs(below threshold: Double) -> [FlaggedPair] {
        pairs { $0 < threshold }
    }

    /// The pairs whose coefficient, of either sign, is greater than a threshold.
    public func pairs(beyond threshold: Double) -> [FlaggedPair] {
        pairs { abs($0) > threshold }
    }

    /// Each pair once, row after row, whose coefficient passes a test.
    private func pairs(_ passes: (Double) -> Bool) -> [FlaggedPair] {
        names.indices.flatMap { row in
            (row + 1..<max(names.count, row + 1)).compactMap { column in
                guard let result = self[row, column], passes(result.coefficient) else { return nil }
                return FlaggedPair(first: names[row], second: names[column], result: result)
            }
        }
    }
}
