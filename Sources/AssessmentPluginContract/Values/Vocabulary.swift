public import AssessmentCore

extension BilingualText: ContractValue {
    /// Both languages.
    public var json: JSONValue { ["zh": .text(zh), "en": .text(en)] }
    /// Reads both languages.
    public init(reading: Reading) throws { self.init(zh: try reading["zh"].text(), en: try reading["en"].text()) }
}

extension UnitOfMeasure: ContractValue {
    /// Symbol and decimals.
    public var json: JSONValue { ["symbol": symbol.json, "decimals": .integer(decimals)] }
    /// Reads symbol and decimals.
    public init(reading: Reading) throws {
        let decimals = try reading.optional("decimals")
        guard try decimals?.integer() ?? 0 <= 15 else { throw reading.fault("has more than 15 decimals") }
        self.init(try reading["symbol"].decoded(), decimals: try decimals?.integer() ?? 0)
    }
}

extension Period: ContractValue {
    /// The year.
    public var json: JSONValue { .integer(year) }
    /// Reads a year.
    public init(reading: Reading) throws { self.init(year: try reading.integer()) }
}

extension CalendarDate: ContractValue {
    /// The day as `2020-12-31`.
    public var json: JSONValue { .text(description) }
    /// Reads a day.
    public init(reading: Reading) throws {
        guard let date = CalendarDate(try reading.text()) else {
            throw reading.fault("is no day; expected one such as 2020-12-31")
        }
        self = date
    }
}

extension Validity: ContractValue {
    /// The first day, and the first day after the last.
    public var json: JSONValue { .members(["from": from?.json, "until": until?.json]) }
    /// Reads the days.
    public init(reading: Reading) throws {
        self.init(from: try reading.optional("from")?.decoded(), until: try reading.optional("until")?.decoded())
    }
}

extension AssessedUnit: ContractValue {
    /// The unit with all that is known of it.
    public var json: JSONValue {
        .members([
            "code": .text(code), "name": name.json, "level": .text(level), "kind": kind.isEmpty ? nil : .text(kind),
            "parent": parent.map { .text($0) },
            "validity": validity == Validity() ? nil : validity.json, "successor": successor.map { .text($0) },
            "classes": classes.isEmpty ? nil : .texts(classes),
            "groups": groups.isEmpty ? nil : .table(groups) { .text($0) },
        ])
    }

    /// Reads a unit.
    public init(reading: Reading) throws {
        self.init(
            code: try reading["code"].text(), name: try reading["name"].decoded(), level: try reading["level"].text(),
            kind: try reading.optional("kind")?.text() ?? "", parent: try reading.optional("parent")?.text(),
            validity: try reading.optional("validity")?.decoded() ?? Validity(),
            successor: try reading.optional("successor")?.text(), classes: try reading.list("classes"),
            groups: try reading.table("groups") { try $0.text() })
    }
}

extension Variable: ContractValue {
    /// The variable; one that every domain shares as its id alone.
    public var json: JSONValue {
        if Variable.standard.contains(self) { return ["standard": .text(id)] }
        return [
            "id": .text(id), "name": name.json, "definition": definition.json, "unit_of_measure": unitOfMeasure.json,
            "carrying": .text(carrying.rawValue), "reported_by": reportedBy.json,
        ]
    }

    /// Reads a variable.
    public init(reading: Reading) throws {
        try reading.allow("standard", "id", "name", "definition", "unit_of_measure", "carrying", "reported_by")
        if let standard = try reading.optional("standard") {
            let id = try standard.text()
            guard let variable = Variable.standard.first(where: { $0.id == id }) else {
                let known = Variable.standard.map(\.id).joined(separator: ", ")
                throw standard.fault("is ‘\(id.prefix(60))’; expected one of \(known)")
            }
            self = variable
            return
        }
        self.init(
            id: try reading["id"].text(), name: try reading["name"].decoded(),
            definition: try reading["definition"].decoded(), unitOfMeasure: try reading["unit_of_measure"].decoded(),
            carrying: try reading.optional("carrying")?.word(Carrying.self) ?? .sum,
            reportedBy: try reading["reported_by"].decoded())
    }
}

extension PolicyStatement: ContractValue {
    /// The statement.
    public var json: JSONValue {
        .members([
            "id": .text(id), "clause": .text(clause), "kind": .text(kind.rawValue), "text": text.json,
            "target": target?.json, "deadline": deadline?.json, "strength": .text(strength.rawValue),
        ])
    }

    /// Reads a statement.
    public init(reading: Reading) throws {
        try reading.allow("id", "clause", "kind", "text", "target", "deadline", "strength")
        self.init(
            id: try reading["id"].text(), clause: try reading["clause"].text(),
            kind: try reading["kind"].word(Kind.self), text: try reading["text"].decoded(),
            target: try reading.optional("target")?.decoded(), deadline: try reading.optional("deadline")?.decoded(),
            strength: try reading.optional("strength")?.word(Strength.self) ?? .binding)
    }
}

extension PluginDescription: ContractValue {
    /// The description.
    public var json: JSONValue {
        [
            "id": .text(id), "prefix": .text(prefix), "version": .text(version), "name": name.json,
            "summary": summary.json,
        ]
    }

    /// Reads a description.
    public init(reading: Reading) throws {
        try reading.allow("id", "prefix", "version", "name", "summary")
        self.init(
            id: try reading["id"].text(), prefix: try reading["prefix"].text(),
            version: try reading["version"].text(), name: try reading["name"].decoded(),
            summary: try reading["summary"].decoded())
    }
}
