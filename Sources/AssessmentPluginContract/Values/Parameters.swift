public import AssessmentCore

extension Parameter: ContractValue {
    /// The parameter.
    public var json: JSONValue {
        .members([
            "name": .text(name), "summary": summary.json, "kind": kind.json, "default": defaultValue?.json,
        ])
    }

    /// Reads a parameter.
    public init(reading: Reading) throws {
        try reading.allow("name", "summary", "kind", "default")
        self.init(
            try reading["name"].text(), try reading["summary"].decoded(), try reading["kind"].decoded(),
            default: try reading.optional("default")?.decoded())
    }
}

extension Parameter.Kind: ContractValue {
    private enum Word: String, CaseIterable {
        case number, text, flag, units, records, numbers, matrix, weightings
    }

    /// The kind by its word under `type`, with bounds, words or fields.
    public var json: JSONValue {
        func object(_ word: Word, _ members: [(key: String, value: JSONValue)] = []) -> JSONValue {
            .object([(key: "type", value: .text(word.rawValue))] + members)
        }
        switch self {
        case .number(let low, let high):
            return object(
                .number,
                [("at_least", low), ("at_most", high)].compactMap { key, bound in
                    bound.map { (key: key, value: .number($0)) }
                })
        case .text(let words): return object(.text, words.isEmpty ? [] : [(key: "one_of", value: .texts(words))])
        case .flag: return object(.flag)
        case .units: return object(.units)
        case .records(let fields): return object(.records, [(key: "fields", value: .list(fields))])
        case .numbersByName: return object(.numbers)
        case .matrix: return object(.matrix)
        case .weightings: return object(.weightings)
        }
    }

    /// Reads a kind.
    public init(reading: Reading) throws {
        switch try reading["type"].word(Word.self) {
        case .number:
            self = .number(
                atLeast: try reading.optional("at_least")?.number(), atMost: try reading.optional("at_most")?.number())
        case .text: self = .text(oneOf: try reading.list("one_of"))
        case .flag: self = .flag
        case .units: self = .units
        case .records: self = .records(try reading.list("fields"))
        case .numbers: self = .numbersByName
        case .matrix: self = .matrix
        case .weightings: self = .weightings
        }
    }
}

extension ParameterValue: ContractValue {
    /// The value under a word that says of what kind it is.
    public var json: JSONValue {
        switch self {
        case .number(let table): table.json
        case .text(let text): ["text": .text(text)]
        case .flag(let flag): ["flag": .truth(flag)]
        case .units(let codes): ["units": .texts(codes)]
        case .records(let records): ["records": .array(records.map { record in .table(record, \.json) })]
        case .numbersByName(let numbers): ["numbers": .table(numbers) { .number($0) }]
        case .matrix(let rows): ["matrix": .array(rows.map { row in .numbers(row.map { $0 ?? .nan }) })]
        case .methods(let choices): ["methods": .list(choices)]
        }
    }

    /// Reads a value.
    public init(reading: Reading) throws {
        guard let member = try reading.members().first(where: { $0.key != "rows" }) else {
            throw reading.fault("is empty; expected a value such as { \"number\": 5 }")
        }
        switch member.key {
        case "number", "table": self = .number(try NumberTable(reading: reading))
        case "text": self = .text(try member.value.text())
        case "flag": self = .flag(try member.value.truth())
        case "units": self = .units(try member.value.items().map { try $0.text() })
        case "records":
            self = .records(
                try member.value.items().map { record in
                    Dictionary(
                        try record.members().map { ($0.key, try $0.value.decoded()) },
                        uniquingKeysWith: { first, _ in first })
                })
        case "numbers":
            self = .numbersByName(
                Dictionary(
                    try member.value.members().map { ($0.key, try $0.value.number()) },
                    uniquingKeysWith: { first, _ in first }))
        case "matrix":
            self = .matrix(try member.value.items().map { try $0.numbers().map { $0.isNaN ? nil : $0 } })
        case "methods": self = .methods(try member.value.items().map { try $0.decoded() })
        default:
            throw reading.fault(
                "is a ‘\(member.key.prefix(60))’; expected one of number, table, text, flag, units, records, numbers, "
                    + "matrix, methods")
        }
    }
}

extension NumberTable: ContractValue {
    /// One number as `number`, several as the lines of a `table`.
    public var json: JSONValue {
        if let single { return ["number": .number(single)] }
        return [
            "table": .array(
                lines.map { line in
                    .members([
                        "unit": line.unit.map { .text($0) }, "class": line.unitClass.map { .text($0) },
                        "period": line.period?.json, "value": .number(line.value),
                    ])
                })
        ]
    }

    /// Reads a number or the lines of a table.
    public init(reading: Reading) throws {
        if let number = try reading.optional("number") {
            self.init(try number.number())
            return
        }
        self.init(
            lines: try reading["table"].items().map { line in
                Line(
                    unit: try line.optional("unit")?.text(), unitClass: try line.optional("class")?.text(),
                    period: try line.optional("period")?.decoded(), value: try line["value"].number())
            })
    }
}

extension MethodChoice: ContractValue {
    /// The method with its parameters.
    public var json: JSONValue { ["id": .text(id), "parameters": .table(parameters, \.json)] }

    /// Reads a choice.
    public init(reading: Reading) throws {
        self.init(try reading["id"].text(), parameters: try reading.table("parameters") { try $0.decoded() })
    }
}

extension ParameterValues {
    /// The values by name; a number that varies also as `rows`, the number of each row of the panel.
    func json(on panel: Panel) -> JSONValue {
        .object(
            names.compactMap { name in
                guard let value = self[name] else { return nil }
                guard case .number(let table) = value, table.single == nil, case .object(let members) = value.json
                else { return (key: name, value: value.json) }
                return (
                    key: name, value: .object(members + [(key: "rows", value: .numbers(table.numbers(for: panel)))])
                )
            })
    }
}
