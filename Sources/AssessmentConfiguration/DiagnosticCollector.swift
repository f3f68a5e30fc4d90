import AssessmentCore

/// Gathers the problems found while a specification is read, so that all are told together.
///
/// It lives as long as one reading and stays on one thread.
final class DiagnosticCollector {
    private(set) var diagnostics: [Diagnostic] = []
    private var unread: Set<SourcePosition> = []
    private var incomplete: Set<SourcePosition> = []

    /// Notes a problem, unless it only follows from a part that could not be read and has been told.
    func report(_ diagnostic: Diagnostic) {
        if !unread.contains(diagnostic.position) { diagnostics.append(diagnostic) }
    }

    /// Remembers that what should stand at a place could not be read, so that nothing more is told of it.
    func leaveUnread(_ position: SourcePosition) {
        unread.insert(position)
    }

    /// Whether what should stand at a place could not be read.
    func isUnread(_ position: SourcePosition) -> Bool {
        unread.contains(position)
    }

    /// Remembers that a node could not be read in full, so that its weights say nothing.
    func leaveIncomplete(_ position: SourcePosition) {
        incomplete.insert(position)
    }

    /// Whether a node could not be read in full.
    func isIncomplete(_ position: SourcePosition) -> Bool {
        incomplete.contains(position)
    }

    /// The problems in the order of the files given, then of the places in them; each once.
    func sorted(files: [String]) -> [Diagnostic] {
        let order = Dictionary(files.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        func place(_ index: Int) -> [Int] {
            let position = diagnostics[index].position
            return [order[position.file] ?? files.count, position.line, position.column, index]
        }
        var seen: Set<Diagnostic> = []
        return diagnostics.indices.map { ($0, place($0)) }
            .sorted { $0.1.lexicographicallyPrecedes($1.1) }
            .map { diagnostics[$0.0] }
            .filter { seen.insert($0).inserted }
    }

    /// Notes a problem.
    func report(
        at position: SourcePosition, _ problem: String, expected: String? = nil, suggestion: String? = nil
    ) {
        report(Diagnostic(at: position, problem, expected: expected, suggestion: suggestion))
    }

    /// Notes that something belongs to a plug-in that the specification does not list.
    func reportUnlisted(_ what: String, of plugin: any DomainPlugin, at position: SourcePosition) {
        let id = plugin.description.id
        report(
            at: position, "\(what) belongs to \(id), which is not listed under plugins", expected: "plugins: [\(id), …]"
        )
    }

    /// The result of a reading, or nothing after its problem has been noted.
    func attempt<Value>(_ read: () throws(Diagnostic) -> Value) -> Value? {
        do {
            return try read()
        } catch {
            report(error)
            return nil
        }
    }
}

extension DiagnosticCollector {
    /// Notes an id that is not lower case.
    func checkIdentifier(_ id: String, at position: SourcePosition) {
        let isRight =
            id.unicodeScalars.first.map { ("a"..."z").contains($0) } ?? false
            && id.unicodeScalars.allSatisfy {
                ("a"..."z").contains($0) || ("0"..."9").contains($0) || "_-.".unicodeScalars.contains($0)
            }
        if !isRight {
            report(
                at: position, "‘\(id)’ cannot be an id", expected: "lower-case letters, digits, ‘_’, ‘-’ and ‘.’")
        }
    }

    /// Notes an id of a node that a formula could not name, or that would not do in a file.
    func checkNodeIdentifier(_ id: String, at position: SourcePosition) {
        let scalars = id.unicodeScalars
        let isRight =
            scalars.first.map { $0.properties.isAlphabetic } ?? false
            && scalars.allSatisfy {
                $0.properties.isAlphabetic || ("0"..."9").contains($0) || "_-.".unicodeScalars.contains($0)
            }
        if !isRight {
            report(at: position, "‘\(id)’ cannot be an id", expected: "letters, digits, ‘_’, ‘-’ and ‘.’")
        }
    }
}
