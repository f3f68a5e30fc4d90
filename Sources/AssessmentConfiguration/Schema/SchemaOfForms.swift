import AssessmentCore

/// The JSON Schema of each form of value.
struct SchemaOfForms {
    let catalogue: Catalogue

    /// `{ include: path }`, which stands for what the file holds.
    static let include: SchemaValue = [
        "type": "object",
        "description": "Stands for what the file holds; in a list, for the items of a list that it holds.",
        "properties": ["include": single.with("description", "The path of a YAML file, relative to this one.")],
        "required": ["include"],
        "additionalProperties": false,
    ]

    /// A single value that is read as a text: `340100` and `true` too are texts where one is expected.
    private static let single: SchemaValue = ["type": ["string", "number", "boolean"]]

    /// The name of a definition, from what a thing is called.
    static func name(of words: String) -> String {
        let parts = words.lowercased().replacing("-", with: "minus ").split { !$0.isLetter && !$0.isNumber }
        return (["a", "an", "the"].contains(parts.first) ? parts.dropFirst() : parts[...]).joined(separator: "_")
    }

    private static func reference(_ words: String) -> SchemaValue { ["$ref": "#/definitions/\(name(of: words))"] }

    /// A schema, or a mapping with the one key `include` in the place of what it describes.
    func orInclude(_ schema: SchemaValue) -> SchemaValue {
        [
            "if": ["type": "object", "required": ["include"]], "then": SchemaOfForms.reference("include"),
            "else": schema,
        ]
    }

    /// What may stand behind a key: where a list or a mapping may, an include may too.
    func place(_ form: ValueForm) -> SchemaValue {
        form.isCollection ? orInclude(schema(of: form)) : schema(of: form)
    }

    /// The schema of a form, but for an include in its place.
    private func schema(of form: ValueForm) -> SchemaValue {
        switch form {
        case .text(_, let pattern?, _): return ["type": "string", "pattern": .text(pattern)]
        case .text(_, nil, let words):
            return words.isEmpty
                ? SchemaOfForms.single : ["anyOf": [["enum": .list(words.map { .text($0) })], SchemaOfForms.single]]
        case .words(let words): return ["enum": .list(words.map { .text($0) })]
        case .known(let kind): return alternatives(known(kind))
        case .number(_, let above, let low, let high):
            return SchemaOfForms.type("number").with("exclusiveMinimum", above.map { .number($0) })
                .with("minimum", low.map { .number($0) }).with("maximum", high.map { .number($0) })
        case .integer(let range, _):
            return SchemaOfForms.type("integer").with("minimum", .number(Double(range.lowerBound)))
                .with("maximum", range.upperBound == .max ? nil : .number(Double(range.upperBound)))
        case .flag: return ["type": "boolean"]
        case .year:
            return [
                "type": ["integer", "string"], "minimum": 1, "maximum": 9999, "pattern": .text(ValueForm.yearPattern),
            ]
        case .numberTable: return SchemaOfForms.reference(form.words)
        case .method(let kind): return SchemaOfForms.reference(kind.rawValue)
        case .parameters: return ["type": "object"]
        case .list(let item, _, let least):
            return list(of: item, atLeast: least ?? 0, orNothing: least == nil)
        case .oneOrMore(let item, _, let least):
            return ["anyOf": [schema(of: item), list(of: item, atLeast: least)]]
        case .named(_, let value, let pattern):
            guard let pattern else { return SchemaOfForms.type("object").with("additionalProperties", place(value)) }
            return [
                "type": "object", "patternProperties": .object([(pattern, place(value))]),
                "additionalProperties": false,
            ]
        case .either(let forms): return ["anyOf": .list(forms.map(schema))]
        case .shape(let shape): return SchemaOfForms.reference(shape().name)
        case .nothing: return ["type": "null"]
        }
    }

    private static func type(_ name: String) -> SchemaValue { ["type": .text(name)] }

    private func list(of item: ValueForm, atLeast least: Int, orNothing: Bool = false) -> SchemaValue {
        let types: SchemaValue = orNothing ? ["array", "null"] : "array"
        let list: SchemaValue = ["type": types, "items": orInclude(schema(of: item))]
        return list.with("minItems", least == 0 ? nil : .number(Double(least)))
    }

    /// One of some ids, each with what it is.
    func alternatives(_ known: [(id: String, summary: String)]) -> SchemaValue {
        // A list of alternatives must not be empty; one of words may be, and then nothing will do.
        guard !known.isEmpty else { return ["enum": []] }
        return ["oneOf": .list(known.map { ["const": .text($0.id), "description": .text($0.summary)] })]
    }

    private func known(_ kind: ValueForm.Known) -> [(id: String, summary: String)] {
        let found: [(id: String, summary: String)] =
            switch kind {
            case .plugins: catalogue.plugins.map { ($0.description.id, $0.description.summary.en) }
            case .indicators:
                catalogue.indicators.values.map {
                    ($0.description.id, "\($0.description.name.en): \($0.description.definition.en)")
                }
            case .variables: catalogue.variables.values.map { ($0.id, "\($0.name.en): \($0.definition.en)") }
            case .registers: catalogue.registers.values.map { ($0.id, "\($0.name.en): \($0.definition.en)") }
            }
        return found.sorted { $0.id < $1.id }
    }
}

extension SchemaOfForms {
    /// A mapping with the keys of a shape and no other.
    func object(of shape: Shape) -> SchemaValue {
        let rules = shape.rules.map(schema) + (shape.keys.contains(where: \.takesParameters) ? parameters : [])
        return described(shape.summary, object(of: shape.keys.map(property)))
            .with("allOf", rules.isEmpty ? nil : .list(rules))
    }

    /// A schema behind what it is of, in words.
    func described(_ words: String, _ schema: SchemaValue) -> SchemaValue {
        SchemaValue.object([("description", .text(words))]).with(schema)
    }

    typealias Property = (name: String, schema: SchemaValue, isRequired: Bool)

    /// A key with what may stand behind it.
    func property(_ key: Key) -> Property {
        (key.name, described(key.summary, place(key.value)), key.isRequired)
    }

    /// A mapping with some keys and no other; nothing may stand in the place of one that needs no key.
    func object(of properties: [Property], orNothing: Bool = false) -> SchemaValue {
        let required = properties.filter(\.isRequired).map { SchemaValue.text($0.name) }
        let types: SchemaValue = orNothing && required.isEmpty ? ["object", "null"] : "object"
        let object: SchemaValue = ["type": types, "properties": .object(properties.map { ($0.name, $0.schema) })]
        return object.with("required", required.isEmpty ? nil : .list(required)).with("additionalProperties", false)
    }

    private func schema(of rule: Shape.Rule) -> SchemaValue {
        func given(_ keys: String...) -> SchemaValue { ["required": .list(keys.map { .text($0) })] }
        switch rule {
        case .exactlyOne(let keys): return ["oneOf": .list(keys.map { given($0) })]
        case .atLeastOne(let keys): return ["anyOf": .list(keys.map { given($0) })]
        case .atMostOne(let keys):
            let pairs = keys.indices.flatMap { index in keys[..<index].map { given($0, keys[index]) } }
            return ["not": pairs.count == 1 ? pairs[0] : ["anyOf": .list(pairs)]]
        case .together(let keys, let others):
            return ["dependencies": .object(keys.map { ($0, .list(others.map { .text($0) })) })]
        case .togetherWithOne(let keys, let others):
            let oneOfOthers: SchemaValue = ["anyOf": .list(others.map { given($0) })]
            return ["dependencies": .object(keys.map { ($0, oneOfOthers) })]
        case .apart(let key, let others):
            return ["not": given(key).with("anyOf", .list(others.map { given($0) }))]
        case .needed(let keys, let others):
            let isJSON: SchemaValue = ["properties": ["file": ["pattern": "\\.[jJ][sS][oO][nN]$"]]]
            let needed: SchemaValue = ["required": .list(keys.map { .text($0) })]
            return ["anyOf": .list([needed, isJSON] + others.map { given($0) })]
        }
    }

    /// A number, or a table of such numbers.
    func tableOfNumbers(_ form: ValueForm) -> SchemaValue {
        guard case .numberTable(let low, let high) = form else { return [:] }
        let number = ValueForm.number(atLeast: low, atMost: high)
        let line = MethodDecoder.lineShape(number)
        let isBounded = low != nil || high != nil
        return [
            "anyOf": [
                schema(of: number), schema(of: .named(by: "year", number, matching: ValueForm.yearPattern)),
                [
                    "type": "array",
                    "items": isBounded ? orInclude(object(of: line)) : SchemaOfForms.reference(line.name),
                ],
            ]
        ]
    }
}

extension Key {
    fileprivate var takesParameters: Bool {
        if case .parameters = value { true } else { false }
    }
}

extension ValueForm {
    /// Whether a list or a mapping may stand there, and what refers to no definition that allows for an include itself.
    fileprivate var isCollection: Bool {
        switch self {
        case .list, .oneOrMore, .named, .parameters: true
        case .either(let forms): forms.contains(where: \.isCollection)
        case .text, .words, .known, .number, .integer, .flag, .year, .numberTable, .method, .shape, .nothing: false
        }
    }
}
