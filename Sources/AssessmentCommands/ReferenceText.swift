internal import AssessmentCore

/// The parameters of a method or an indicator as a block of lines; empty where it takes none.
func parameterTable(_ parameters: [Parameter]) -> String {
    guard !parameters.isEmpty else { return "" }
    return "\nParameters:\n"
        + TextTable.text(
            parameters.map { parameter in
                let fallback = parameter.defaultValue.map { ", default \($0.text)" } ?? ", must be given"
                return ["  " + parameter.name, parameter.kind.name + fallback, both(parameter.summary)]
            })
}

/// A text in both languages, once where they read the same.
func both(_ text: BilingualText) -> String {
    text.zh == text.en ? text.zh : "\(text.zh) / \(text.en)"
}

/// Numbers in a row, a dash where there is none.
func list(_ numbers: [Double?]) -> String {
    numbers.map { $0.map { Formula.text(of: $0) } ?? "–" }.joined(separator: ", ")
}

/// Lines, each with its end.
func lines(_ lines: [String]) -> String {
    lines.map { $0 + "\n" }.joined()
}
