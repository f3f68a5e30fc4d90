public import AssessmentCore

/// What an evaluator says of itself, as messages carry it.
public struct EvaluatorDescription: Sendable {
    /// What every method says of itself.
    public let method: MethodDescription
    /// Whether it takes a statistic over a reference set.
    public let needsReference: Bool
    /// What it asks of targets.
    public let targets: TargetRequirement
    /// Whether its results point the way its values do.
    public let keepsDirection: Bool
    /// Whether a better value never scores less, by its defaults and by the parameters of its examples.
    public let isMonotone: Bool
    /// Its worked examples.
    public let examples: [ColumnExample]

    /// What an evaluator says of itself.
    public init(_ evaluator: any Evaluator) {
        method = evaluator.description
        needsReference = evaluator.needsReference
        targets = evaluator.targets
        keepsDirection = evaluator.keepsDirection
        examples = evaluator.examples
        isMonotone = ([[:]] + evaluator.examples.map(\.parameters)).allSatisfy {
            evaluator.isMonotone(with: ParameterValues($0, for: evaluator.description.parameters))
        }
    }
}

extension EvaluatorDescription: ContractValue {
    private enum TargetWord: String, CaseIterable {
        case none, number, positive
    }

    /// The description.
    public var json: JSONValue {
        let target: TargetWord =
            switch targets {
            case .none: .none
            case .number: .number
            case .positive: .positive
            }
        return [
            "id": .text(method.id), "name": method.name.json, "summary": method.summary.json,
            "source": .text(method.source), "formula": .text(method.formula), "parameters": .list(method.parameters),
            "needs_reference": .truth(needsReference), "targets": .text(target.rawValue),
            "keeps_direction": .truth(keepsDirection), "monotone": .truth(isMonotone), "examples": .list(examples),
        ]
    }

    /// Reads a description.
    public init(reading: Reading) throws {
        try reading.allow(
            "id", "name", "summary", "source", "formula", "parameters", "needs_reference", "targets", "keeps_direction",
            "monotone", "examples")
        method = MethodDescription(
            id: try reading["id"].text(), name: try reading["name"].decoded(),
            summary: try reading["summary"].decoded(), source: try reading["source"].text(),
            formula: try reading.optional("formula")?.text() ?? "", parameters: try reading.list("parameters"))
        needsReference = try reading.optional("needs_reference")?.truth() ?? false
        targets =
            switch try reading.optional("targets")?.word(TargetWord.self) ?? .none {
            case .none: .none
            case .number: .number
            case .positive: .positive
            }
        keepsDirection = try reading.optional("keeps_direction")?.truth() ?? false
        isMonotone = try reading.optional("monotone")?.truth() ?? true
        examples = try reading.list("examples")
    }
}

extension ColumnExample: ContractValue {
    /// The case with its values and what must come out.
    public var json: JSONValue {
        func column(_ numbers: [Double?]) -> JSONValue { .numbers(numbers.map { $0 ?? .nan }) }
        return .members([
            "title": title.json, "direction": .text(direction.rawValue), "periods": .integers(periods),
            "values": column(values), "targets": targets.map { .numbers($0) },
            "groups": groups.isEmpty ? nil : .texts(groups), "parameters": .table(parameters, \.json),
            "expected": column(expected), "decimals": decimals.map { .integer($0) },
        ])
    }

    /// Reads a case.
    public init(reading: Reading) throws {
        try reading.allow(
            "title", "direction", "periods", "values", "targets", "groups", "parameters", "expected", "decimals")
        func column(_ key: String) throws -> [Double?] { try reading[key].numbers().map { $0.isNaN ? nil : $0 } }
        let periods = try reading.optional("periods")?.items().map { try $0.integer() } ?? []
        self.init(
            try reading["title"].decoded(),
            direction: try reading.optional("direction")?.word(Direction.self) ?? .higherIsBetter,
            periods: periods.isEmpty ? [2020] : periods, values: try column("values"),
            targets: try reading.optional("targets")?.numbers(), groups: try reading.list("groups"),
            parameters: try reading.table("parameters") { try $0.decoded() }, expected: try column("expected"),
            decimals: try reading.optional("decimals")?.integer())
    }
}

extension ReferenceSets: ContractValue {
    /// The units and periods that are compared, the rows of each set, and the set of each row.
    public var json: JSONValue {
        let units =
            switch scope.units {
            case .all: "all"
            case .peerGroup: "peer_group"
            case .group(let name): "group:" + name
            }
        let periods =
            switch scope.periods {
            case .all: "all"
            case .same: "same"
            case .only(let period): period.description
            }
        return [
            "units": .text(units), "periods": .text(periods), "sets": .array(members.map { .integers($0) }),
            "set_of_row": .integers(setOfRow),
        ]
    }

    /// Reads the sets.
    public init(reading: Reading) throws {
        let (units, periods) = (try reading["units"], try reading["periods"])
        let scopeOfUnits: ReferenceScope.Units
        switch try units.text() {
        case "all": scopeOfUnits = .all
        case "peer_group": scopeOfUnits = .peerGroup
        case let text where text.hasPrefix("group:"): scopeOfUnits = .group(String(text.dropFirst("group:".count)))
        default: throw units.fault("is not known; expected all, peer_group or group:NAME")
        }
        let scopeOfPeriods: ReferenceScope.Periods
        switch try periods.text() {
        case "all": scopeOfPeriods = .all
        case "same": scopeOfPeriods = .same
        case let text:
            guard let period = Period(text) else { throw periods.fault("is not known; expected all, same or a year") }
            scopeOfPeriods = .only(period)
        }
        let sets = try reading["sets"].items().map { set in try set.items().map { try $0.integer() } }
        let setOfRow = try reading["set_of_row"].items().map { try $0.integer() }
        guard setOfRow.allSatisfy(sets.indices.contains), sets.joined().allSatisfy(setOfRow.indices.contains) else {
            throw reading.fault("names a set or a row that there is not")
        }
        self.init(ReferenceScope(scopeOfUnits, scopeOfPeriods), setOfRow: setOfRow, members: sets)
    }
}
