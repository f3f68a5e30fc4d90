internal import AssessmentCore

/// A place in a JSON file, written as keys and indices from 0: `data.matrix`, `cases[3].matrix`, `[0].rows`; a key that
/// holds a dot or a bracket stands between quotes.
struct JSONPlace {
    private enum Component {
        case key(String)
        case index(Int)
    }

    private let written: String
    private let components: [Component]

    /// Reads a place; nothing where it is not written so.
    init?(_ text: String) {
        var rest = Substring(text)
        var components: [Component] = []
        while !rest.isEmpty {
            if rest.first == "[" {
                guard let end = rest.firstIndex(of: "]"), let index = JSONPlace.index(rest[..<end].dropFirst()) else {
                    return nil
                }
                components.append(.index(index))
                rest = rest[rest.index(after: end)...]
            } else {
                if !components.isEmpty {
                    guard rest.first == "." else { return nil }
                    rest.removeFirst()
                }
                guard let key = JSONPlace.key(&rest) else { return nil }
                components.append(.key(key))
            }
        }
        guard !components.isEmpty else { return nil }
        written = text
        self.components = components
    }

    private static func index(_ digits: Substring) -> Int? {
        guard (1...9).contains(digits.count),
            digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        else { return nil }
        return Int(digits)
    }

    /// Takes a key: up to the next dot or bracket, or what stands between quotes.
    private static func key(_ rest: inout Substring) -> String? {
        if rest.first == "\"" {
            let inside = rest.dropFirst()
            guard let end = inside.firstIndex(of: "\""), end > inside.startIndex else { return nil }
            rest = inside[inside.index(after: end)...]
            return String(inside[..<end])
        }
        let key = rest.prefix { $0 != "." && $0 != "[" }
        guard !key.isEmpty, !key.contains("]") else { return nil }
        rest = rest.dropFirst(key.count)
        return String(key)
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
