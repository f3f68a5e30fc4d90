import AssessmentCore

/// A parameter that is one of some words, each standing for a case of a method.
enum WordChoice {
    /// The case that the word of a parameter stands for.
    ///
    /// - Throws: `MethodError` for another word, or none.
    static func read<Choice: CaseIterable & RawRepresentable>(
        _ name: String, _ parameters: ParameterValues, method: String
    ) throws -> Choice where Choice.RawValue == String {
        guard let choice = parameters.text(name).flatMap({ Choice(rawValue: $0) }) else {
            throw MethodError(
                "\(method): \(name) is ‘\(parameters.text(name) ?? "")’ and must be one of "
                    + words(Choice.self).joined(separator: ", "))
        }
        return choice
    }

    /// The words of the cases, as a parameter declares them.
    static func words<Choice: CaseIterable & RawRepresentable>(_ type: Choice.Type) -> [String]
    where Choice.RawValue == String {
        Choice.allCases.map(\.rawValue)
    }
}
