public import AssessmentCore
internal import Foundation

/// A specification as it was read, with the files that it consists of.
public struct ReadSpecification: Sendable {
    /// The checked specification.
    public let specification: Specification
    /// The plug-ins that it lists, with all methods.
    public let catalogue: Catalogue
    /// The files that it consists of, relative to its folder, with their bytes: YAML, and the logos of its formats.
    public let files: [(path: String, bytes: [UInt8])]
}

/// Reads assessment.yml.
public struct SpecificationReader: Sendable {
    private let catalogue: Catalogue

    /// Creates a reader that knows what may be named.
    public init(catalogue: Catalogue) {
        self.catalogue = catalogue
    }

    /// Reads and checks a specification and the files that it includes.
    ///
    /// - Parameters:
    ///   - path: the path of the file, as the user gave it; positions name it so.
    ///   - data: the folder that paths of units and data are relative to; that of the specification where there is none.
    /// - Throws: `DiagnosticList` with every problem found, in the order in which the files were read and of their lines.
    public func read(_ path: String, data: String? = nil) throws(DiagnosticList) -> ReadSpecification {
        try read(OpenedSpecification(path), data: data)
    }

    /// Checks a specification that was opened.
    ///
    /// - Parameters:
    ///   - hosted: the plug-ins that run as processes, by where the specification lists them.
    ///   - data: the folder that paths of units and data are relative to; that of the specification where there is none.
    /// - Throws: `DiagnosticList` with every problem found, in the order in which the files were read and of their lines.
    public func read(
        _ opened: OpenedSpecification, hosted: [SourcePosition: any DomainPlugin] = [:], data: String? = nil
    ) throws(DiagnosticList) -> ReadSpecification {
        let problems = opened.problems
        var dataFolder = opened.folder
        if let data {
            do throws(SourceFolder.Refusal) {
                dataFolder = try SourceFolder(ofData: data)
            } catch {
                let position = SourcePosition(file: data, line: 1, column: 1)
                throw DiagnosticList([Diagnostic(at: position, error.problem, expected: error.expected)])
            }
        }
        var result: (specification: Specification, catalogue: Catalogue)?
        if let root = opened.root {
            result = SpecificationDecoder(
                catalogue(adding: hosted, opened), dataFolder, home: opened.folder, problems,
                hosted: hosted.mapValues(\.description.id)
            ).decode(root)
        }
        guard problems.diagnostics.isEmpty, let result else { throw opened.failure }
        return ReadSpecification(
            specification: result.specification, catalogue: result.catalogue,
            files: opened.files + result.specification.logos.map { ($0.file, $0.png) })
    }

    /// The catalogue with the plug-ins that run as processes; one that claims what another one has is a problem.
    private func catalogue(
        adding hosted: [SourcePosition: any DomainPlugin], _ opened: OpenedSpecification
    ) -> Catalogue {
        let plugins = hosted.sorted { ($0.key.line, $0.key.column) < ($1.key.line, $1.key.column) }
        if let whole = try? plugins.reduce(catalogue, { try $0.adding($1.value) }) { return whole }
        // A plug-in that is linked in and not listed is in nobody's way.
        var catalogue = (try? catalogue.limited(to: opened.pluginNames)) ?? catalogue
        for (position, plugin) in plugins {
            do {
                catalogue = try catalogue.adding(plugin)
            } catch {
                opened.report(
                    Diagnostic(
                        at: position, "the plug-in ‘\(plugin.description.id)’ cannot stand beside the others: \(error)",
                        expected: "ids of its own"))
            }
        }
        return catalogue
    }
}

/// A specification of which the YAML was read and nothing else: what must be known before the rest can be checked.
public struct OpenedSpecification {
    let root: YAMLNode?
    let folder: SourceFolder
    let problems: DiagnosticCollector
    /// The YAML files that it consists of, relative to its folder, with their bytes.
    public let files: [(path: String, bytes: [UInt8])]
    /// The plug-ins that it lists as processes of their own.
    public let processes: [ProcessDeclaration]
    private let shown: String

    /// Reads a specification and the files that it includes, as far as YAML goes.
    ///
    /// - Parameter path: the path of the file, as the user gave it; positions name it so.
    public init(_ path: String) {
        let name = URL(fileURLWithPath: path).lastPathComponent
        shown = path.hasSuffix(name) ? String(path.dropLast(name.count)) : ""
        problems = DiagnosticCollector()
        folder = SourceFolder(holding: path)
        var resolver = IncludeResolver(folder, problems)
        root = resolver.read(name, at: SourcePosition(file: name, line: 1, column: 1))
        files = resolver.files
        processes =
            root.map { [problems, folder] in
                PluginListDecoder(problems: problems, folder: folder).processes($0)
            } ?? []
    }

    /// The names of the plug-ins that it lists.
    var pluginNames: [String] {
        PluginListDecoder.items(of: root).compactMap { try? $0.text() }
    }

    /// Everything that was found wrong so far.
    public var failure: DiagnosticList {
        DiagnosticList(
            problems.sorted(files: files.map(\.path)).map { diagnostic in
                var diagnostic = diagnostic
                diagnostic.position.file = shown + diagnostic.position.file
                return diagnostic
            })
    }

    /// Whether it lists a process that could not be read, without whose plug-in nothing can be said of the rest.
    public var lacksProcesses: Bool {
        processes.count < PluginListDecoder.items(of: root).count(where: PluginListDecoder.isProcess)
    }

    /// Whether something was found wrong so far.
    public var isWrong: Bool { !problems.diagnostics.isEmpty }

    /// Notes what is wrong with a plug-in that the specification lists.
    public func report(_ diagnostic: Diagnostic) { problems.report(diagnostic) }

    /// The bytes of a file of the specification.
    ///
    /// - Parameter path: relative to the folder of the specification.
    /// - Throws: `SourceFolder.Refusal` where it cannot be read.
    public func bytes(_ path: String) throws(SourceFolder.Refusal) -> [UInt8] { try folder.bytes(path) }
}
