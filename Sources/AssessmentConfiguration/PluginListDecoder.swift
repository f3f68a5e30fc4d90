import AssessmentCore

/// Decodes the list of plug-ins: names of those that are linked in, and processes.
struct PluginListDecoder {
    let problems: DiagnosticCollector
    /// The folder that the files of processes lie in.
    let folder: SourceFolder

    static let processShape = Shape(
        name: "a plug-in",
        summary: "A plug-in that runs as a process of its own, once the user has allowed it.",
        keys: [
            Key(
                "process", .list(.text("a word"), of: "words"),
                "The command: a program and its arguments, such as [python3, plugin.py]; at least one is a file.",
                required: true),
            Key("files", .list(.path, of: "paths"), "Further files that the program consists of."),
            Key(
                "prefix", .identifier,
                "Stands before the ids of the plug-in, of its indicators and of its evaluators, so that two versions of "
                    + "one can be listed."),
            Key(
                "sha256", .text("64 hexadecimal digits", matching: "^[0-9A-Fa-f]{64}$"),
                "The digest that the program must have; the user must allow it all the same."),
            Key(
                "seconds", .number(atLeast: 0.01, atMost: 86_400),
                "The time within which each request must be answered; 60 if nothing."),
            Key(
                "mebibytes", .number(atLeast: 16, atMost: 1_048_576),
                "The memory that it may address, in MiB; 4096 if nothing."),
        ])

    /// The items of the list of plug-ins in a specification; none where there is no list.
    static func items(of root: YAMLNode?) -> [YAMLNode] {
        guard case .mapping(let entries) = root?.value,
            case .sequence(let items) = entries.first(where: { $0.key == "plugins" })?.value.value
        else { return [] }
        return items
    }

    /// Whether an item of the list is a process, rather than a name.
    static func isProcess(_ item: YAMLNode) -> Bool {
        if case .mapping = item.value { true } else { false }
    }

    /// The processes of a specification, in the order of its list.
    func processes(_ root: YAMLNode) -> [ProcessDeclaration] {
        PluginListDecoder.items(of: root).filter(PluginListDecoder.isProcess).compactMap(process)
    }

    private func process(_ item: YAMLNode) -> ProcessDeclaration? {
        guard let fields = Fields(item, PluginListDecoder.processShape, problems) else { return nil }
        let known = problems.diagnostics.count
        var (words, files) = ([String](), [String]())
        var nearest: String?
        for (index, node) in fields.items("process").enumerated() {
            guard let word = problems.attempt({ () throws(Diagnostic) in try node.text() }) else { continue }
            guard PluginListDecoder.isPrinted(word) else {
                problems.report(
                    at: node.position, "a word of the command holds a character that is not seen",
                    expected: "words of one line, without control characters")
                continue
            }
            // What has a slash is a file; another word behind the program is one where there is such a file.
            let isFile = word.contains("/") || (index > 0 && folder.holds(word, namedIn: node.position.file))
            let path = isFile ? self.path(word, node) : nil
            if let path { files.append(path) }
            // A program in the folder is told from one of the system by its slash.
            words.append(path.map { index == 0 && !$0.contains("/") ? "./" + $0 : $0 } ?? word)
            if index > 0, path == nil { nearest = nearest ?? folder.neighbour(of: word, namedIn: node.position.file) }
        }
        if files.isEmpty, problems.diagnostics.count == known {
            problems.report(
                at: fields.position(of: "process"), "no word of the command is a file beside the specification",
                expected: "a file such as plugin.py, or ./plugin for a program; what runs must be known by its bytes",
                suggestion: nearest)
        }
        for node in fields.items("files") {
            guard let text = problems.attempt({ () throws(Diagnostic) in try node.text() }),
                let path = path(text, node), !files.contains(path)
            else { continue }
            files.append(path)
        }
        let prefix = fields.text("prefix")
        if let prefix { problems.checkIdentifier(prefix, at: fields.position(of: "prefix")) }
        let sha256 = fields.text("sha256")
        if let sha256, sha256.utf8.count != 64 || !sha256.allSatisfy({ $0.isASCII && $0.isHexDigit }) {
            problems.report(
                at: fields.position(of: "sha256"), "‘\(sha256.prefix(80))’ is no digest",
                expected: "64 hexadecimal digits")
        }
        let seconds = fields.number("seconds", atLeast: 0.01, atMost: 86_400)
        let mebibytes = fields.number("mebibytes", atLeast: 16, atMost: 1_048_576)
        guard problems.diagnostics.count == known else { return nil }
        return ProcessDeclaration(
            words: words, files: files, prefix: prefix ?? "", sha256: sha256?.lowercased(), seconds: seconds,
            mebibytes: mebibytes.map { Int($0) }, position: item.position)
    }

    /// Whether a person who looks at a text sees all of it, in its order.
    private static func isPrinted(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: false
            default: true
            }
        }
    }

    private func path(_ written: String, _ node: YAMLNode) -> String? {
        do throws(SourceFolder.Refusal) {
            return try folder.path(written, namedIn: node.position.file)
        } catch {
            problems.report(at: node.position, error.problem, expected: error.expected, suggestion: error.suggestion)
            return nil
        }
    }
}
