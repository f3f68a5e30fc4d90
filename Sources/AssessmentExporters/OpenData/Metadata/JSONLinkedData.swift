internal import AssessmentCore

/// JSON-LD, the JSON form of RDF (https://www.w3.org/TR/json-ld11/).
enum JSONLinkedData {
    /// Statements as a document.
    static func document(_ data: LinkedData) -> String {
        let context = LinkedData.vocabularies.map { ($0.prefix, JSONTree.text($0.address)) }
        return JSONTree.object([
            ("@context", .object(context)),
            (
                "@graph",
                .list(
                    data.subjects.map { subject in
                        .object(
                            [("@id", .text(subject.address)), ("@type", .text(subject.type))]
                                + properties(subject.statements))
                    })
            ),
        ]).written() + "\n"
    }

    /// Each property once, in the order in which it is first stated, with all that it leads to.
    private static func properties(_ statements: [LinkedData.Statement]) -> [(String, JSONTree)] {
        var names: [String] = []
        for statement in statements where !names.contains(statement.property) { names.append(statement.property) }
        return names.map { name in
            let objects = statements.filter { $0.property == name }.flatMap(\.objects).map(object)
            return (name, objects.count == 1 ? objects[0] : .list(objects))
        }
    }

    private static func object(_ object: LinkedData.Object) -> JSONTree {
        switch object {
        case .address(let address), .name(let address): .object([("@id", .text(address))])
        case .text(let text, let language):
            .object(
                [("@value", JSONTree.text(printable(text)))] + (language.map { [("@language", .text($0))] } ?? []))
        case .literal(let text, let type): .object([("@type", .text(type)), ("@value", .text(text))])
        case .thing(let type, let statements): .object([("@type", .text(type))] + properties(statements))
        }
    }
}
