internal import AssessmentCore

extension ParameterValues {
    /// The number of a parameter, where it is given, which must be finite and the same for all units and periods.
    ///
    /// - Throws: `MethodError` where it is not.
    func statedNumber(_ name: String, by method: String) throws -> Double? {
        guard let table = numberTable(name), !table.lines.isEmpty else { return nil }
        guard let number = table.single, number.isFinite else {
            throw MethodError("\(method): ‘\(name)’ must be one finite number, the same for all units and periods")
        }
        return number
    }

    /// The number of a parameter that must be given.
    ///
    /// - Throws: `MethodError` where there is none, or it varies.
    func neededNumber(_ name: String, by method: String) throws -> Double {
        guard let number = try statedNumber(name, by: method) else {
            throw MethodError("\(method): ‘\(name)’ is missing; give one number")
        }
        return number
    }

    /// The whole number of a parameter that must be given, from a least one on.
    ///
    /// - Throws: `MethodError` where there is none, or it is not whole.
    func wholeNumber(_ name: String, atLeast least: Int, by method: String) throws -> Int {
        guard let number = Int(exactly: try neededNumber(name, by: method)), number >= least else {
            throw MethodError("\(method): ‘\(name)’ must be a whole number from \(least) on")
        }
        return number
    }
}
