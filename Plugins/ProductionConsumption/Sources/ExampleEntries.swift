import AssessmentCore

extension RegisterEntry {
    /// An entry of an organisation that does not exist, for worked examples.
    static func example(
        _ name: String, code: String = "91340100MA00000151", unit: String = IndicatorExample.unit.code,
        from: String, until: String? = nil, fields: [String: String] = [:]
    ) -> RegisterEntry {
        RegisterEntry(
            unit: unit, name: name, organisationCode: code,
            recognition: Validity(from: CalendarDate(from), until: until.flatMap { CalendarDate($0) }),
            fields: fields, origin: Origin(file: "example.csv", row: 2, column: "name"))
    }
}
