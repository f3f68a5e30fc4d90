internal import ArgumentParser
internal import AssessmentScaffolding
internal import AssessmentWorkbench
internal import Foundation

extension PluginNewCommand {
    enum Language: String, ExpressibleByArgument, CaseIterable {
        case swift, python
    }

    enum Form: String, ExpressibleByArgument, CaseIterable {
        case linked, process
    }
}

struct PluginNewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Write a new domain plug-in, complete and working.",
        discussion: """
            Writes a folder with an indicator of each kind, a scoring rule, the variables, worked examples, a small \
            specification with made-up data, and a README that says how to build, check and run it.

              assess plugin new smart-tourism
              assess plugin new smart-tourism --form process
              assess plugin new smart-tourism --language python
            """)

    @Argument(help: "The name: lower-case words with hyphens, such as smart-tourism.")
    var name: String

    @Option(help: "The language of the plug-in.")
    var language = Language.swift

    @Option(
        help: """
            How a Swift plug-in runs: linked into a program of its own that has every command, or as a process; one in \
            Python runs as a process.
            """)
    var form: Form?

    @Option(name: .shortAndLong, help: "The folder to write; ./NAME where none is given.", completion: .directory)
    var output: String?

    @Option(
        help: "The folder of the workbench's package, for a Swift plug-in; found from this program where it was built.",
        completion: .directory)
    var workbench: String?

    func validate() throws {
        if language == .python, form == .linked {
            throw ValidationError("a plug-in in Python cannot be linked in; leave out --form.")
        }
        if PluginScaffold(name, form: .python, workbench: "") == nil {
            throw ValidationError(
                "‘\(name)’ cannot be a name; expected lower-case words with hyphens, such as smart-tourism.")
        }
    }

    func run() async throws {
        try await Terminal(writesFiles: true).reporting {
            let folder = output ?? name
            let form: PluginScaffold.Form =
                language == .python ? .python : self.form == .process ? .process : .linked
            let package = form == .python ? "" : try packagePath()
            guard let scaffold = PluginScaffold(name, form: form, workbench: package) else { return }
            try write(scaffold.files, to: folder)
            print("\(scaffold.files.count) files written to \(folder); \(folder)/README.md says how to go on")
        }
    }

    /// The folder of the workbench's package: the one named, or the one that this program was built in.
    private func packagePath() throws -> String {
        if let workbench {
            let path = URL(fileURLWithPath: workbench).standardizedFileURL.path
            guard PluginNewCommand.isPackage(path) else {
                throw AssessmentFailure(
                    "‘\(workbench)’ does not hold the package of the workbench; expected the folder with its "
                        + "Package.swift", isOutput: false)
            }
            return path
        }
        var folder = URL(fileURLWithPath: Bundle.main.executablePath ?? CommandLine.arguments[0])
            .resolvingSymlinksInPath().deletingLastPathComponent()
        while folder.pathComponents.count > 1 {
            if PluginNewCommand.isPackage(folder.path) { return folder.path }
            folder.deleteLastPathComponent()
        }
        throw AssessmentFailure(
            "the package of the workbench was not found above this program; name its folder with --workbench",
            isOutput: false)
    }

    private static func isPackage(_ folder: String) -> Bool {
        let manifest = (try? String(contentsOfFile: folder + "/Package.swift", encoding: .utf8)) ?? ""
        return manifest.contains("name: \"assessment-workbench\",\n    products:")
    }

    /// Writes files into a new or an empty folder: aside first, then moved into place.
    private func write(_ files: [PluginScaffold.File], to path: String) throws {
        let manager = FileManager.default
        let target = URL(fileURLWithPath: path).standardizedFileURL
        if manager.fileExists(atPath: target.path) {
            guard let there = try? manager.contentsOfDirectory(atPath: target.path), there.isEmpty else {
                throw AssessmentFailure("‘\(path)’ is there already; name a new folder with --output")
            }
        }
        let aside = target.deletingLastPathComponent().appendingPathComponent(
            ".\(target.lastPathComponent).writing-\(ProcessInfo.processInfo.processIdentifier)")
        do {
            for file in files {
                let url = aside.appendingPathComponent(file.path)
                try manager.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(file.text.utf8).write(to: url)
            }
            if manager.fileExists(atPath: target.path) { try manager.removeItem(at: target) }
            try manager.moveItem(at: aside, to: target)
        } catch {
            try? manager.removeItem(at: aside)
            throw AssessmentFailure("‘\(path)’ cannot be written: \(error.localizedDescription)")
        }
    }
}
