import AssessmentCore

/// Reads one YAML document into a tree that knows its positions.
enum YAMLReader {
    /// The largest file that is read, in bytes.
    static let largestFile = 16 << 20
    /// The deepest nesting of lists and mappings.
    static let deepestNesting = 64
    /// The most values a file may hold once its aliases are expanded.
    static let mostValues = 100_000

    /// Reads the bytes of a file, or tells every problem found in them.
    static func read(bytes: [UInt8], file: String) throws(DiagnosticList) -> YAMLNode {
        var builder = YAMLTreeBuilder(file: file)
        do {
            try YAMLSourceCheck.check(bytes, file: file)
            var events = try YAMLEventStream(bytes: bytes, file: file)
            while !builder.isFinished {
                try builder.add(try events.next())
            }
        } catch {
            throw DiagnosticList(builder.diagnostics + [error])
        }
        guard let root = builder.root, builder.diagnostics.isEmpty else { throw DiagnosticList(builder.diagnostics) }
        return root
    }
}
