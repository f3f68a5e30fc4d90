#if Excel
/// A small part of a workbook, kept whole.
final class XMLTree: XMLEvents {
    /// An element with what it holds.
    struct Node {
        let name: String
        let attributes: [String: String]
        var text = ""
        var children: [Node] = []

        /// The elements of a name directly within it.
        func all(_ name: String) -> [Node] { children.filter { $0.name == name } }

        /// The first of them.
        func first(_ name: String) -> Node? { children.first { $0.name == name } }

        /// Whether an attribute is set, in one of the ways that the format knows.
        func isSet(_ name: String) -> Bool { ["1", "true", "on", "t"].contains(attributes[name] ?? "") }
    }

    private var open: [Node] = []
    private var root: Node?
    private var rest: Int
    private var textRoom: Int
    private let limits: SpreadsheetLimits

    private init(_ limits: SpreadsheetLimits) {
        self.limits = limits
        rest = limits.elements
        textRoom = limits.bytesOfCell * 256
    }

    /// Reads a part.
    static func read(
        _ part: String, of archive: ZipArchive, _ limits: SpreadsheetLimits
    ) throws(PartProblem) -> Node {
        let tree = XMLTree(limits)
        try XMLReading.read(try archive.stream(part), tree, limits)
        guard let root = tree.root else { throw PartProblem("the part is empty") }
        return root
    }

    func begin(_ name: XMLName, _ attributes: XMLAttributes) throws(PartProblem) {
        rest -= 1
        if rest < 0 { throw PartProblem("the part has more than \(limits.elements) elements") }
        open.append(Node(name: name.string, attributes: attributes.all))
    }

    func end(_ name: XMLName) {
        guard let node = open.popLast() else { return }
        if open.isEmpty { root = node } else { open[open.count - 1].children.append(node) }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(PartProblem) {
        textRoom -= bytes.count
        if textRoom < 0 { throw PartProblem("the part holds more text than a list of sheets has") }
        if !open.isEmpty { open[open.count - 1].text += String(decoding: bytes, as: UTF8.self) }
    }
}
#endif
