internal import AssessmentCore

/// Turtle, the text form of RDF (https://www.w3.org/TR/turtle/).
enum Turtle {
    /// Statements as a document.
    static func document(_ data: LinkedData) -> String {
        let prefixes = LinkedData.vocabularies.map { "@prefix \($0.prefix): <\($0.address)> .\n" }.joined()
        let blocks = data.subjects.map { subject in
            "<\(subject.address)>\n    "
                + (["a \(subject.type)"] + subject.statements.map(line)).joined(separator: " ;\n    ") + " .\n"
        }
        return ([prefixes] + blocks).joined(separator: "\n")
    }

    private static func line(_ statement: LinkedData.Statement) -> String {
        statement.property + " " + statement.objects.map(object).joined(separator: " , ")
    }

    private static func object(_ object: LinkedData.Object) -> String {
        switch object {
        case .address(let address): "<\(address)>"
        case .name(let name): name
        case .text(let text, let language): quoted(text) + (language.map { "@\($0)" } ?? "")
        case .literal(let text, let type): "\(quoted(text))^^\(type)"
        case .thing(let type, let statements):
            "[ " + (["a \(type)"] + statements.map(line)).joined(separator: " ; ") + " ]"
        }
    }

    /// A text on one line, in quotation marks.
    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in printable(text).unicodeScalars {
            if scalar == "\"" || scalar == "\\" { quoted += "\\" }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }
}
