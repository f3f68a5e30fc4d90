extension ParameterValue {
    /// The value as a specification writes it; a table of numbers by unit, class and period is only named.
    public var text: String {
        switch self {
        case .number(let table):
            table.lines.isEmpty ? "none" : table.single.map { Formula.text(of: $0) } ?? "a table"
        case .text(let text): text
        case .flag(let flag): flag ? "true" : "false"
        case .units(let codes): "[\(codes.joined(separator: ", "))]"
        case .records(let records): "[" + records.map(ParameterValue.text(of:)).joined(separator: ", ") + "]"
        case .numbersByName(let numbers): ParameterValue.text(of: numbers.mapValues { .number($0) })
        case .matrix(let rows):
            "["
                + rows.map { row in "[" + row.map { $0.map(Formula.text(of:)) ?? "–" }.joined(separator: ", ") + "]" }
                .joined(separator: ", ") + "]"
        case .methods(let choices):
            "["
                + choices.map { choice in
                    choice.parameters.isEmpty
                        ? choice.id : "{ \(choice.id): \(ParameterValue.text(of: choice.parameters)) }"
                }.joined(separator: ", ") + "]"
        }
    }

    /// Values by the names of their parameters, as a specification writes them.
    public static func text(of values: [String: ParameterValue]) -> String {
        "{ " + values.keys.sorted().map { "\($0): \(values[$0]?.text ?? "")" }.joined(separator: ", ") + " }"
    }
}
