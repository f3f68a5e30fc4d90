import Foundation

/// The files of the repository that the tests stand in.
enum Repository {
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The folders of domain plug-ins.
    static let plugins: [String] = ((try? folders(in: "Plugins")) ?? []).filter {
        FileManager.default.fileExists(atPath: root.appendingPathComponent("Plugins/\($0)/Sources").path)
    }

    static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }

    static func folders(in path: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(
            at: root.appendingPathComponent(path), includingPropertiesForKeys: [.isDirectoryKey]
        )
        .filter { try $0.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true }
        .map(\.lastPathComponent).filter { !$0.hasPrefix(".") }.sorted()
    }

    /// The Swift files below a folder, relative to the repository.
    static func swiftFiles(under path: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: root.appendingPathComponent(path).path)
            .filter { $0.hasSuffix(".swift") }.map { "\(path)/\($0)" }.sorted()
    }

    /// The modules that files below a folder import.
    static func imports(under path: String) throws -> Set<String> {
        var modules: Set<String> = []
        for file in try swiftFiles(under: path) {
            for line in try text(file).split(separator: "\n") {
                let words = line.split(separator: " ").drop {
                    ["public", "internal", "package", "@testable"].contains($0)
                }
                if words.first == "import", let module = words.dropFirst().first { modules.insert(String(module)) }
            }
        }
        return modules
    }

    static func isOurs(_ module: String) -> Bool {
        module.hasPrefix("Assessment") || plugins.contains(module)
    }
}
