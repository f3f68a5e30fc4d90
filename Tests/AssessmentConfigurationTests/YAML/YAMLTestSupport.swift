import AssessmentCore

@testable import AssessmentConfiguration

/// What reading a file gives: its tree in one line, or its problems, one a line.
func reading(_ text: String) -> String { reading(bytes: Array(text.utf8)) }

func reading(bytes: [UInt8]) -> String {
    do {
        return try YAMLReader.read(bytes: bytes, file: "f").sketch
    } catch {
        return error.description
    }
}

/// What a reading of the value behind `a: ` gives, or the problem without its position.
func interpreting<Value>(_ written: String, as read: (YAMLNode) throws(Diagnostic) -> Value) throws -> String {
    let root = try YAMLReader.read(bytes: Array("a: \(written)\n".utf8), file: "f")
    guard case .mapping(let entries) = root.value, let entry = entries.first else { return "no mapping" }
    do {
        return String(describing: try read(entry.value))
    } catch {
        return String(error.description.trimmingPrefix("f:1:4: "))
    }
}

extension YAMLNode {
    /// The tree in one line, with quotes around what is not plain.
    var sketch: String {
        switch value {
        case .scalar(let text, let isPlain): isPlain ? text : "“\(text)”"
        case .sequence(let items): "[" + items.map(\.sketch).joined(separator: ", ") + "]"
        case .mapping(let entries): "{" + entries.map { "\($0.key): \($0.value.sketch)" }.joined(separator: ", ") + "}"
        }
    }

    /// Each key and value with its position, in the order of the file.
    var places: [String] {
        switch value {
        case .scalar(let text, _): ["\(position) \(text)"]
        case .sequence(let items): ["\(position) ["] + items.flatMap(\.places)
        case .mapping(let entries):
            ["\(position) {"] + entries.flatMap { ["\($0.keyPosition) \($0.key):"] + $0.value.places }
        }
    }
}
