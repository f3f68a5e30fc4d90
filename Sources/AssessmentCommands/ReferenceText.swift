internal import AssessmentCore

/// The parameters of a method or an indicator as a block of lines; empty where it takes none.
func parameterTable(_ parameters: [Parameter]) -> String {
    guard !parameters.isEmpty else { return "" }
    return "\nParameters:\n"
        + TextTable.text(
            parameters.map { parameter in
                let fallback = parameter.defaultValue.map { ", default \(written($0))" } ?? ", must be given"
                return ["  " + parameter.name, parameter.kind.name + fallback, both(parameter.summary)]
            })
}

/// The value of a parameter as a specification writes it.
func written(_ value: ParameterValue) -> String {
    switch value {
    case .number(let table):
        table.lines.isEmpty ? "none" : table.single.map { Formula.text(of: $0) } ?? "a table"
    case .text(let text): text
    case .flag(let flag): flag ? "true" : "false"
    case .units(let codes): "[\(codes.joined(separator: ", "))]"
    case .records(let records): "[" + records.map(written).joined(separator: ", ") + "]"
    case .numbersByName(let numbers): written(numbers.mapValues { .number($0) })
    case .matrix(let rows): "[" + rows.map { "[\(list($0))]" }.joined(separator: ", ") + "]"
    case .methods(let choices):
        "["
            + choices.map { $0.parameters.isEmpty ? $0.id : "{ \($0.id): \(written($0.parameters)) }" }
            .joined(separator: ", ") + "]"
    }
}

/// The values of parameters as a specification writes them.
func written(_ parameters: [String: ParameterValue]) -> String {
    "{ "
        + parameters.keys.sorted().map { name in "\(name): \(parameters[name].map(written) ?? "")" }
        .joined(separator: ", ") + " }"
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
