public import AssessmentCore

extension RegisterDescription: ContractValue {
    /// The description of the register.
    public var json: JSONValue {
        [
            "id": .text(id), "name": name.json, "definition": definition.json, "fields": .list(fields),
            "kept_by": keptBy.json,
        ]
    }

    /// Reads a description.
    public init(reading: Reading) throws {
        try reading.allow("id", "name", "definition", "fields", "kept_by")
        self.init(
            id: try reading["id"].text(), name: try reading["name"].decoded(),
            definition: try reading["definition"].decoded(), fields: try reading.list("fields"),
            keptBy: try reading["kept_by"].decoded())
    }
}

extension RegisterDescription.Field: ContractValue {
    /// The field.
    public var json: JSONValue {
        .members([
            "id": .text(id), "name": name.json, "accepted": accepted.isEmpty ? nil : .texts(accepted),
            "names": names.isEmpty ? nil : .table(names, \.json), "required": .truth(isRequired),
        ])
    }

    /// Reads a field.
    public init(reading: Reading) throws {
        try reading.allow("id", "name", "accepted", "names", "required")
        self.init(
            id: try reading["id"].text(), name: try reading["name"].decoded(), accepted: try reading.list("accepted"),
            names: try reading.table("names") { try $0.decoded() },
            isRequired: try reading.optional("required")?.truth() ?? true)
    }
}

extension RegisterEntry: ContractValue {
    /// The entry, without the place where it was read: what the file is called is nothing to measure by.
    public var json: JSONValue {
        .members([
            "unit": .text(unit), "name": .text(name),
            "organisation_code": organisationCode.isEmpty ? nil : .text(organisationCode),
            "recognition": recognition == Validity() ? nil : recognition.json,
            "fields": fields.isEmpty ? nil : .table(fields) { .text($0) },
        ])
    }

    /// Reads an entry.
    public init(reading: Reading) throws {
        self.init(
            unit: try reading["unit"].text(), name: try reading["name"].text(),
            organisationCode: try reading.optional("organisation_code")?.text() ?? "",
            recognition: try reading.optional("recognition")?.decoded() ?? Validity(),
            fields: try reading.table("fields") { try $0.text() },
            origin: Origin(file: "", row: 0, column: ""))
    }
}
