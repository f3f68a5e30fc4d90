public import AssessmentCore

extension IndicatorDescription {
    /// The description; variables and registers by their ids.
    var json: JSONValue {
        .members([
            "id": .text(id), "name": name.json, "definition": definition.json, "rationale": rationale.json,
            "unit_of_measure": unitOfMeasure.json, "direction": .text(direction.rawValue),
            "statements": .texts(statements), "variables": .texts(variables.map(\.id)),
            "registers": .texts(registers.map(\.id)), "parameters": .list(parameters),
            "reads_parts": readsParts ? .truth(true) : nil, "examples": .list(examples),
        ])
    }

    /// Reads a description.
    ///
    /// - Parameters:
    ///   - variables: the variables of the plug-in by id.
    ///   - registers: its registers by id.
    init(
        reading: Reading, variables: [String: Variable], registers: [String: RegisterDescription]
    ) throws {
        try reading.allow(
            "id", "name", "definition", "rationale", "unit_of_measure", "direction", "statements", "variables",
            "registers", "parameters", "reads_parts", "examples")
        func named<Value>(_ key: String, _ known: [String: Value], _ section: String) throws -> [Value] {
            try reading.optional(key)?.items().map { item in
                let id = try item.text()
                guard let value = known[id] else {
                    throw item.fault("is ‘\(id.prefix(60))’, which the section ‘\(section)’ does not have")
                }
                return value
            } ?? []
        }
        self.init(
            id: try reading["id"].text(), name: try reading["name"].decoded(),
            definition: try reading["definition"].decoded(), rationale: try reading["rationale"].decoded(),
            unitOfMeasure: try reading["unit_of_measure"].decoded(),
            direction: try reading.optional("direction")?.word(Direction.self) ?? .higherIsBetter,
            statements: try reading.list("statements"), variables: try named("variables", variables, "variables"),
            registers: try named("registers", registers, "registers"), parameters: try reading.list("parameters"),
            readsParts: try reading.optional("reads_parts")?.truth() ?? false,
            examples: try reading.list("examples"))
    }
}

extension IndicatorExample: ContractValue {
    /// The case with its data and what must come out.
    public var json: JSONValue {
        .members([
            "title": title.json, "units": .list(units), "periods": .list(periods),
            "variables": .table(variables) { .numbers($0.map { $0 ?? .nan }) },
            "registers": .table(registers) { .list($0) }, "parameters": .table(parameters, \.json),
            "series_breaks": seriesBreaks.isEmpty ? nil : .table(seriesBreaks) { .list($0) },
            "expected": .list(expected),
        ])
    }

    /// Reads a case.
    public init(reading: Reading) throws {
        try reading.allow(
            "title", "units", "periods", "variables", "registers", "parameters", "series_breaks", "expected")
        let units: [AssessedUnit] = try reading.list("units")
        let periods: [Period] = try reading.list("periods")
        self.init(
            try reading["title"].decoded(), units: units.isEmpty ? [IndicatorExample.unit] : units,
            periods: periods.isEmpty ? [Period(year: 2020)] : periods,
            variables: try reading.table("variables") { try $0.numbers().map { $0.isNaN ? nil : $0 } },
            registers: try reading.table("registers") { try $0.items().map { try $0.decoded() } },
            parameters: try reading.table("parameters") { try $0.decoded() },
            seriesBreaks: try reading.table("series_breaks") { try $0.items().map { try $0.decoded() } },
            expected: try reading["expected"].items().map { try $0.decoded() })
    }
}

extension IndicatorExample.Expectation: ContractValue {
    /// A value, or the reason why there is none.
    public var json: JSONValue {
        switch self {
        case .value(let value): ["value": .number(value)]
        case .absent(let reason): ["absent": .text(reason.rawValue)]
        }
    }

    /// Reads an expectation.
    public init(reading: Reading) throws {
        if let value = try reading.optional("value") {
            self = .value(try value.number())
        } else {
            self = .absent(try reading["absent"].word(Reason.self))
        }
    }
}
