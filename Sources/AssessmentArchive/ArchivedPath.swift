internal import AssessmentCore

/// The rules for paths of archived files: they hold when a run is stored, and again when it is read, since an archive
/// comes from anywhere.
enum ArchivedPath {
    /// What is wrong with the paths of a run, where something is.
    static func problem(in files: [ArchivedFile], hasDataFolder: Bool) -> String? {
        if let problem = problem(ofPaths: files, hasDataFolder: hasDataFolder) { return problem }
        return files.contains { $0.role == .specification } ? nil : "it has no file of the specification"
    }

    /// What is wrong with some paths, where something is.
    static func problem(ofPaths files: [ArchivedFile], hasDataFolder: Bool) -> String? {
        var seen: Set<String> = []
        for file in files {
            guard isInside(file.path) else {
                return "the path \(quoted(file.path)) may lead out of the folder that it belongs in"
            }
            let path = exported(file, hasDataFolder: hasDataFolder)
            guard seen.insert(path).inserted else { return "two files have the path \(quoted(file.path))" }
        }
        // A file that is a folder to another one could not be written.
        for path in seen {
            for slash in path.utf8.indices where path.utf8[slash] == UInt8(ascii: "/") {
                guard seen.contains(String(path[..<slash])) else { continue }
                return "\(quoted(path)) lies in a folder that is a file"
            }
        }
        return nil
    }

    /// Where a file stands in an exported folder.
    static func exported(_ file: ArchivedFile, hasDataFolder: Bool) -> String {
        switch file.role {
        case .specification: "inputs/" + file.path
        case .data: (hasDataFolder ? "data/" : "inputs/") + file.path
        case .output, .original: file.path
        }
    }

    /// Whether a path stays in the folder that it is relative to, on any system.
    private static func isInside(_ path: String) -> Bool {
        let hidden: [Unicode.GeneralCategory] = [.control, .format, .lineSeparator, .paragraphSeparator]
        // By bytes, as the system does: to Swift, a slash with an accent behind it is another character.
        return path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).allSatisfy {
            !$0.isEmpty && !$0.elementsEqual(".".utf8) && !$0.elementsEqual("..".utf8) && $0.count <= 255
        }
            && !path.unicodeScalars.contains { hidden.contains($0.properties.generalCategory) || $0 == "\\" }
    }

    private static func quoted(_ path: String) -> String { "‘\(printable(path))’" }
}
