internal import AssessmentCore

/// A place in a JSON file, written as keys and indices from 0: `data.matrix`, `cases[3].matrix`, `[0].rows`.
struct JSONPlace {
    private enum Component {
        case key(String)
        case index(Int)
    }

    private let written: String
    private let components: [Component]

    /// Reads a place; nothing where it is not written so.
    init?(_ text: String) {
        var components: [Component] = []
        for (number, part) in text.split(separator: ".", omittingEmptySubsequences: false).enumerated() {
            let pieces = part.split(separator: "[", omittingEmptySubsequences: false)
            guard let key = pieces.first, !key.contains("]") else { return nil }
            // Only at the beginning may an index stand without a key before it.
            if key.isEmpty {
                guard number == 0, pieces.count > 1 else { return nil }
            } else {
                components.append(.key(String(key)))
            }
            for piece in pieces.dropFirst() {
                let digits = piece.dropLast()
                guard piece.last == "]", (1...9).contains(digits.count),
                    digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
                    let index = Int(digits)
                else { return nil }
                components.append(.index(index))
            }
        }
        written = text
        self.components = components
    }

    /// The value at the place.
    ///
    /// - Parameter position: where the specification names the place.
    func find(in root: JSONNode, file: String, namedAt position: SourcePosition) throws(Diagnostic) -> JSONNode {
        var node = root
        for component in components {
            switch (component, node.value) {
            case (.key(let key), .object(let members)):
                guard let member = members.first(where: { $0.key == key }) else {
                    let keys = members.map(\.key)
                    throw Diagnostic(
                        at: position, "\(quoted(written)) leads nowhere in ‘\(file)’: there is no key \(quoted(key))",
                        expected: keys.isEmpty ? nil : "one of " + keys.prefix(12).map(quoted).joined(separator: ", "),
                        suggestion: nearestMatch(to: key, among: keys))
                }
                node = member.value
            case (.index(let index), .array(let items)):
                guard items.indices.contains(index) else {
                    throw Diagnostic(
                        at: position,
                        "\(quoted(written)) leads nowhere in ‘\(file)’: there is no item [\(index)]",
                        expected: items.isEmpty ? nil : "an index from 0 to \(items.count - 1)")
                }
                node = items[index]
            case (.key(let key), _):
                throw Diagnostic(
                    at: position, "\(quoted(written)) leads nowhere in ‘\(file)’: \(node.kind) has no keys",
                    expected: "an object that has the key \(quoted(key))")
            case (.index(let index), _):
                throw Diagnostic(
                    at: position, "\(quoted(written)) leads nowhere in ‘\(file)’: \(node.kind) has no items",
                    expected: "an array that has the item [\(index)]")
            }
        }
        return node
    }
}
