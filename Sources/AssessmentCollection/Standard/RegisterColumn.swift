internal import AssessmentCore

/// A column of a register as it is collected: those that every register has, and its own fields between them.
struct RegisterColumn {
    /// What a cell of the column holds.
    enum Kind: Hashable {
        case unit, name, organisationCode, recognisedOn, withdrawnOn, field, note
    }

    let kind: Kind
    let id: String
    let name: BilingualText
    /// The field of the register; nothing for a column that every register has.
    var field: RegisterDescription.Field?
    var isRequired = false

    /// The values that are accepted; any text where there are none.
    var accepted: [String] { field?.accepted ?? [] }

    private init(_ kind: Kind, _ id: String, _ zh: String, _ en: String, required: Bool = false) {
        (self.kind, self.id, name, isRequired) = (kind, id, BilingualText(zh: zh, en: en), required)
    }

    private init(_ field: RegisterDescription.Field) {
        (kind, id, name, isRequired) = (.field, field.id, field.name, field.isRequired)
        self.field = field
    }

    /// The columns of a register, in the order in which forms have them.
    static func columns(of register: RegisterDescription) -> [RegisterColumn] {
        [
            RegisterColumn(.unit, "unit", "所在地代码", "Code of place", required: true),
            RegisterColumn(.name, "name", "名称", "Name", required: true),
            RegisterColumn(.organisationCode, "organisation_code", "统一社会信用代码", "Organisation code"),
            RegisterColumn(.recognisedOn, "recognised_on", "认定日期", "Recognised on", required: true),
            RegisterColumn(.withdrawnOn, "withdrawn_on", "撤销日期", "Withdrawn on"),
        ] + register.fields.map(RegisterColumn.init) + [RegisterColumn(.note, "note", "备注", "Note")]
    }

    /// The accepted values with their names: `4k_tv 4K电视 4K television`.
    var acceptedWithNames: [String] {
        accepted.map { value in
            field?.names[value].map { [value, $0.zh, $0.en].joined(separator: " ") } ?? value
        }
    }
}
