import Foundation

/// The files of the repository that the tests stand in, and what was built of it.
enum Repository {
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }

    static func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: root.appendingPathComponent(path).path)
    }

    /// The files below a folder, relative to the repository.
    static func files(under path: String, endingIn suffix: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: root.appendingPathComponent(path).path)
            .filter { $0.hasSuffix(suffix) }.map { "\(path)/\($0)" }.sorted()
    }

    /// The folder of built products, in which the test bundle lies.
    static let products: URL = {
        var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        while folder.pathComponents.count > 1 {
            let program = folder.appendingPathComponent("assess")
            if FileManager.default.isExecutableFile(atPath: program.path), !program.hasDirectoryPath { return folder }
            folder.deleteLastPathComponent()
        }
        return folder
    }()

    /// The folder of built modules.
    static let modules = products.appendingPathComponent("Modules")

    /// The maps of the C modules that our modules stand on: ours, and those of the packages that were fetched.
    static let moduleMaps: [String] = {
        var scratch = products
        while scratch.pathComponents.count > 1,
            !FileManager.default.fileExists(atPath: scratch.appendingPathComponent("checkouts").path)
        {
            scratch.deleteLastPathComponent()
        }
        return [root.appendingPathComponent("Sources"), scratch.appendingPathComponent("checkouts")].flatMap { folder in
            ((try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? [])
                .filter { $0.hasSuffix("/module.modulemap") && !$0.contains("/Tests/") }
                .map { folder.appendingPathComponent($0).path }.sorted()
        }
    }()
}
