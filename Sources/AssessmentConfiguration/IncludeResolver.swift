import AssessmentCore

/// Puts other YAML files in the place where `include: path` names them.
///
/// A mapping with the one key `include` stands for what the file holds; in a list, a file that holds a list stands for
/// its items. Paths are relative to the file that names them.
struct IncludeResolver {
    private static let mostFiles = 200

    private let folder: SourceFolder
    private let problems: DiagnosticCollector
    /// The files that were read, in order, with their bytes.
    private(set) var files: [(path: String, bytes: [UInt8])] = []

    init(_ folder: SourceFolder, _ problems: DiagnosticCollector) {
        self.folder = folder
        self.problems = problems
    }

    /// The tree of a file with every include resolved; nothing where the file itself cannot be read.
    mutating func read(_ path: String, at position: SourcePosition, within open: [String] = []) -> YAMLNode? {
        do throws(SourceFolder.Refusal) {
            let bytes = try folder.bytes(path)
            files.append((path, bytes))
            do throws(DiagnosticList) {
                let root = try YAMLReader.read(bytes: bytes, file: path)
                return resolve(root, within: open + [path]).first
            } catch {
                error.diagnostics.forEach(problems.report)
            }
        } catch {
            problems.report(at: position, error.problem, expected: error.expected)
        }
        return nil
    }

    /// A node with its includes resolved; several where an included list stands for its items.
    ///
    /// An include that cannot be read stays as it is, and nothing more is told of it.
    private mutating func resolve(_ node: YAMLNode, within open: [String], inList: Bool = false) -> [YAMLNode] {
        switch node.value {
        case .scalar: return [node]
        case .sequence(let items):
            var resolved = node
            var all: [YAMLNode] = []
            for item in items { all += resolve(item, within: open, inList: true) }
            resolved.value = .sequence(all)
            return [resolved]
        case .mapping(let entries):
            if entries.count == 1, let entry = entries.first, entry.key == "include" {
                if let nodes = included(entry.value, within: open, inList: inList) { return nodes }
                problems.leaveUnread(node.position)
                return [node]
            }
            var resolved = node
            resolved.value = .mapping(
                entries.compactMap { entry in
                    var entry = entry
                    guard let value = resolve(entry.value, within: open).first else { return nil }
                    entry.value = value
                    return entry
                })
            return [resolved]
        }
    }

    private mutating func included(_ node: YAMLNode, within open: [String], inList: Bool) -> [YAMLNode]? {
        guard let written = problems.attempt({ () throws(Diagnostic) in try node.text() }) else { return nil }
        let path: String
        do throws(SourceFolder.Refusal) {
            path = try folder.path(written, namedIn: node.position.file)
        } catch {
            problems.report(
                at: node.position, error.problem, expected: error.expected, suggestion: error.suggestion)
            return nil
        }
        if let start = open.firstIndex(of: path) {
            let circle = (open[start...] + [path]).joined(separator: " → ")
            problems.report(
                at: node.position, "‘\(written)’ includes itself (\(circle))", expected: "files that form no circle")
            return nil
        }
        guard files.count < IncludeResolver.mostFiles else {
            problems.report(
                at: node.position, "more than \(IncludeResolver.mostFiles) files are included",
                expected: "a specification of fewer files")
            return nil
        }
        guard let root = read(path, at: node.position, within: open) else { return nil }
        if inList, case .sequence(let items) = root.value { return items }
        return [root]
    }
}
