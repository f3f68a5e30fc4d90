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

/// A small generator with a seed, so that a failure can be repeated.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    // SplitMix64: Steele, Lea and Flood, “Fast splittable pseudorandom number generators”, 2014.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}
