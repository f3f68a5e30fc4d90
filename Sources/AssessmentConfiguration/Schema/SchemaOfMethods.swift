import AssessmentCore

/// The JSON Schema of the choice of a method, and of the values of parameters.
extension SchemaOfForms {
    /// A method as it may be chosen; one that compares with a reference set names it beside its parameters.
    private struct Choosable {
        let description: MethodDescription
        var keys: [Key] = []

        init(_ description: MethodDescription, takesReference: Bool = false, keys: [Key] = []) {
            self.description = description
            self.keys =
                (takesReference ? [Key("reference", .referenceSet, "The rows that it compares with.")] : []) + keys
        }
    }

    private static let reasons = Key(
        "reasons", .list(.words(StepDecoder.imputable.map(\.rawValue)), of: "reasons", atLeast: 0),
        "The reasons for which a value is put in; every one but falsified if nothing.")

    private func methods(_ kind: ValueForm.MethodKind) -> [Choosable] {
        switch kind {
        case .evaluator:
            catalogue.evaluators.values.map { Choosable($0.description, takesReference: $0.needsReference) }
        case .treatment:
            catalogue.treatments.values.map { Choosable($0.description, takesReference: $0.needsReference) }
        case .imputation:
            catalogue.imputations.values.map {
                Choosable($0.description, takesReference: $0.needsReference, keys: [SchemaOfForms.reasons])
            }
        case .aggregation:
            catalogue.aggregations.values.map { Choosable($0.description, takesReference: $0.needsReference) }
        case .weighting: catalogue.weightings.values.map { Choosable($0.description, takesReference: $0.readsScores) }
        case .combinedWeighting: catalogue.weightings.values.map { Choosable($0.description) }
        case .format:
            catalogue.exporters.values.map {
                Choosable($0.description, keys: $0.sections.isEmpty ? [] : [ExportsDecoder.templateKey])
            }
        }
    }

    /// The choice of a method: its id, where no parameter must be given, or a mapping of its id to its parameters.
    func choice(of kind: ValueForm.MethodKind) -> SchemaValue {
        let methods = methods(kind).sorted { $0.description.id < $1.description.id }
        let alone = methods.map(\.description).filter { !$0.parameters.contains(where: \.isRequired) }
        return [
            "anyOf": [
                alternatives(alone.map { ($0.id, $0.summary.en) }),
                [
                    "type": "object",
                    "properties": .object(
                        methods.map { method in
                            let description = method.description
                            let settings = object(of: description.parameters, method.keys, orNothing: true)
                            return (description.id, described(description.summary.en, orInclude(settings)))
                        }),
                    "minProperties": 1,
                    "maxProperties": 1,
                    "additionalProperties": false,
                ],
            ]
        ]
    }

    /// The values of parameters, with some further keys, as a mapping without any other.
    private func object(of parameters: [Parameter], _ keys: [Key] = [], orNothing: Bool = false) -> SchemaValue {
        let declared = parameters.map { parameter -> Property in
            let schema = described(parameter.summary.en, values(of: parameter.kind))
            return (
                parameter.name, schema.with("default", parameter.defaultValue.flatMap(written)), parameter.isRequired
            )
        }
        return object(of: declared + keys.map(property), orNothing: orNothing)
    }

    private func values(of kind: Parameter.Kind) -> SchemaValue {
        switch kind {
        case .number(let low, let high): place(.numberTable(atLeast: low, atMost: high))
        case .text(let words): place(words.isEmpty ? .text() : .words(words))
        case .flag: place(.flag)
        case .units: place(.list(.unit, of: "codes", atLeast: 0))
        case .numbersByName: place(.named(by: "name", .number()))
        case .matrix: place(.matrix)
        case .weightings: place(.list(.method(.combinedWeighting), of: "weightings", atLeast: 0))
        case .records(let fields): orInclude(["type": "array", "items": orInclude(object(of: fields))])
        }
    }

    /// A default as a specification writes it, where that is short.
    private func written(_ value: ParameterValue) -> SchemaValue? {
        switch value {
        case .number(let table): table.single.map { .number($0) }
        case .text(let text): .text(text)
        case .flag(let isSet): .flag(isSet)
        case .units(let codes): .list(codes.map { .text($0) })
        case .records, .numbersByName, .matrix, .methods: nil
        }
    }

    /// What `with` may hold: the parameters of the indicator that is used, or numbers that a formula names.
    var parameters: [SchemaValue] {
        let indicators = catalogue.indicators.values.map(\.description).sorted { $0.id < $1.id }
        let some = indicators.filter { !$0.parameters.isEmpty }
        let those: [SchemaValue] = some.map { indicator in
            let values: SchemaValue = ["properties": ["with": orInclude(object(of: indicator.parameters))]]
            let mustBeGiven = indicator.parameters.contains(where: \.isRequired)
            return [
                "if": ["properties": ["use": ["const": .text(indicator.id)]], "required": ["use"]],
                "then": values.with("required", mustBeGiven ? ["with"] : nil),
            ]
        }
        let none = indicators.filter(\.parameters.isEmpty).map { SchemaValue.text($0.id) }
        return those + [
            [
                "if": ["properties": ["use": ["enum": .list(none)]], "required": ["use"]],
                "then": ["properties": ["with": orInclude(["maxProperties": 0])]],
            ],
            [
                "if": ["required": ["formula"]],
                "then": ["properties": ["with": place(.named(by: "name", .numberTable()))]],
            ],
        ]
    }

    /// The numbers that a key or a parameter may take as a table, by their bounds.
    var numberTables: [ValueForm] {
        func bounds(_ parameters: [Parameter]) -> [Parameter.Kind] {
            parameters.flatMap { parameter -> [Parameter.Kind] in
                switch parameter.kind {
                case .number: [parameter.kind]
                case .records(let fields): bounds(fields)
                default: []
                }
            }
        }
        let declared =
            ValueForm.MethodKind.allCases.flatMap { methods($0).map(\.description.parameters) }
            + catalogue.indicators.values.map(\.description.parameters)
        // Those of a target, and of a formula's own numbers, have no bounds.
        let kinds = Set(declared.flatMap(bounds) + [Parameter.Kind.number()])
        return kinds.sorted { $0.name < $1.name }.compactMap { kind in
            if case .number(let low, let high) = kind { .numberTable(atLeast: low, atMost: high) } else { nil }
        }
    }
}

extension Parameter {
    fileprivate var isRequired: Bool { defaultValue == nil }
}
