public import AssessmentArchive
internal import AssessmentConfiguration
public import AssessmentCore
internal import AssessmentData
internal import AssessmentExporters
public import AssessmentHosting
internal import AssessmentMethods
public import AssessmentQueries
internal import AssessmentReview
internal import Foundation

/// The whole of an assessment for a program: read a specification, run it, explain it, write its results.
public struct Workbench: Sendable {
    /// The version that goes into manifests.
    public static let version = "0.1.0"

    /// Everything that a specification may name.
    public let catalogue: Catalogue

    /// Creates a workbench with some domain plug-ins linked in.
    ///
    /// - Throws: `Catalogue.Conflict` where two of them claim one id.
    public init(plugins: [any DomainPlugin]) throws {
        catalogue = try Catalogue(plugins: plugins, providers: [StandardMethods(), StandardExporters()])
    }

    /// A specification that was read with its data and found right.
    public struct Loaded: Sendable {
        /// The specification.
        public let specification: Specification
        let catalogue: Catalogue
        let data: CollectedData
        /// The terms of the review's procedure, with the people and days of their files; nothing where it has none.
        let terms: ReviewTerms?
        let manifest: Manifest
        /// Every file that the manifest names as an input, in its order, with the bytes that were read.
        public let files: [RunFile]
        /// Whether the data came from a folder of their own.
        public let hasDataFolder: Bool
        /// The folder of the specification as the user named it, before the names of files.
        let folder: String
        /// What each collection has taken in, by its folder.
        let collections: [String: LoadedCollection]
        /// The folder of the data as the user named it, before the names of files.
        let folderOfData: String
        /// The plug-ins that run as processes; they end with the run, and are started again by the next one.
        let hosted: HostedPlugins
    }

    /// Reads a specification and all its data.
    ///
    /// - Parameters:
    ///   - path: the file, or a folder that holds it as `assessment.yml`.
    ///   - folder: the folder that the paths of units and data are relative to; that of the specification where there is
    ///     none.
    ///   - trusted: the plug-ins that may be started as processes of their own.
    ///   - queries: what queries may do.
    ///   - comparingScheme: whether what the specification lays down is compared with the sealed scheme that it names.
    ///   - collecting: whether data are still being collected, so that a collection may have taken in nothing yet.
    ///   - awaiting: whether a collection may have taken in nothing yet, as before the first return; what it waits for then
    ///     counts as not collected.
    ///   - revision: the revision of the collection as of which its data are read; the last one where none is named.
    /// - Throws: `DiagnosticList` with every problem found.
    public func load(
        _ path: String, data folder: String? = nil, trusting trusted: TrustedPlugins = TrustedPlugins(),
        queries: QueryAccess = QueryAccess(), comparingScheme: Bool = true, collecting: Bool = false,
        awaiting: Bool = false, asOf revision: Int? = nil
    ) async throws(DiagnosticList) -> Loaded {
        try await load(
            path, trusting: trusted,
            LoadRequest(
                folder: folder, queries: queries, comparingScheme: comparingScheme, isCollecting: collecting,
                isAwaiting: awaiting, revision: revision)
        ).loaded
    }

    /// What is wanted of the data of a specification.
    struct LoadRequest {
        /// The folder of the data; that of the specification where there is none.
        let folder: String?
        let queries: QueryAccess
        var comparingScheme = true
        var isCollecting = false
        var isAwaiting = false
        var revision: Int?
        /// Whether files of observations are let go that can be read again.
        var isSparing = false
    }

    func load(
        _ path: String, trusting trusted: TrustedPlugins, _ request: LoadRequest
    ) async throws(DiagnosticList) -> SparinglyLoaded {
        let path = Workbench.file(at: path)
        let reader = SpecificationReader(catalogue: catalogue)
        let opened = OpenedSpecification(path)
        let hosted = await HostedPlugins(of: opened, trusting: trusted)
        // Without the plug-ins that could not be started, each of their indicators would be a problem of its own.
        let isWhole = hosted.plugins.count == opened.processes.count && !opened.lacksProcesses
        guard isWhole || !opened.isWrong else { throw opened.failure }
        do throws(DiagnosticList) {
            return try await load(path, opened, hosted, reader, request)
        } catch {
            try? await hosted.end()
            throw error
        }
    }

    func load(
        _ path: String, _ opened: OpenedSpecification, _ hosted: HostedPlugins, _ reader: SpecificationReader,
        _ request: LoadRequest
    ) async throws(DiagnosticList) -> SparinglyLoaded {
        let folder = request.folder
        let read = try reader.read(opened, hosted: hosted.plugins, data: folder)
        let source: SourceFolder
        do throws(SourceFolder.Refusal) {
            source = try Workbench.source(folder, beside: path)
        } catch {
            let position = SourcePosition(file: folder ?? path, line: 1, column: 1)
            throw DiagnosticList([Diagnostic(at: position, error.problem, expected: error.expected)])
        }
        var review = ReviewFiles(read.specification, beside: SourceFolder(holding: path))
        let data: CollectedData
        let terms: ReviewTerms?
        let answers: [QueryAnswer]
        var loader: DataLoader
        do throws(DiagnosticList) {
            answers = try await QueryRun(read.specification.data, request.queries, source.files).answers()
            loader = DataLoader(
                read.specification, read.catalogue, source,
                declared: Set(catalogue.variables.keys).union(hosted.variables), answers: answers,
                isCollecting: request.isCollecting, isAwaiting: request.isAwaiting, asOf: request.revision,
                isSparing: request.isSparing)
            data = try loader.load()
            terms = try review.readProcedure(data.units)
            if request.comparingScheme {
                try review.compareScheme(read.catalogue, units: data.units, targets: data.targets)
            }
        } catch {
            throw error.prefixed(withFolderOf: path, specification: Set(read.files.map(\.path)), data: folder)
        }
        let laidDown = (read.files + review.files).map { RunFile(.specification, path: $0.path, bytes: $0.bytes) }
        // A run in little memory is not stored, so nothing asks for the bytes again.
        let files =
            request.isSparing ? [] : laidDown + loader.files.map { RunFile(.data, path: $0.path, bytes: $0.bytes) }
        let manifest = Manifest(
            workbench: Workbench.version, platform: Workbench.platform,
            plugins: Dictionary(
                read.catalogue.plugins.map { ($0.description.id, $0.description.version) },
                uniquingKeysWith: { first, _ in first }),
            processes: hosted.manifest, queries: answers.map(\.manifest),
            collections: loader.collections.filter { $0.value.revision > 0 }.sorted { $0.key < $1.key }.map {
                Manifest.Collection(folder: $0.key, revision: $0.value.revision)
            },
            inputs: laidDown.map { Manifest.Input(file: $0.path, sha256: sha256($0.bytes)) }
                + loader.files.map { Manifest.Input(file: $0.path, sha256: $0.sha256OfBytes) })
        let folderOfData = folder.map { $0.hasSuffix("/") ? $0 : $0 + "/" } ?? Workbench.folder(of: path)
        let loaded = Loaded(
            specification: read.specification.withPeerGroups(of: data.units), catalogue: read.catalogue, data: data,
            terms: terms, manifest: manifest, files: files, hasDataFolder: folder != nil,
            folder: Workbench.folder(of: path), collections: loader.collections,
            folderOfData: folderOfData, hosted: hosted)
        return SparinglyLoaded(
            loaded: loaded,
            observations: ObservationFiles(
                files: loader.letGo, folder: source, nameOfFolder: folderOfData, catalogue: read.catalogue))
    }

    /// The files that the specification asks for, in its formats; the usual ones where it names none.
    ///
    /// - Parameters:
    ///   - assessment: the finished assessment.
    ///   - languages: the languages, the first one leading; those of each format where there are none.
    /// - Throws: where an exporter refuses.
    public func files(of assessment: CompletedAssessment, languages: [Language] = []) async throws -> [OutputFile] {
        let specification = assessment.specification
        var files: [OutputFile] = []
        for (export, exporter) in exports(of: assessment) {
            let own = export.languages.isEmpty ? specification.languages : export.languages
            files += try await exporter.files(
                for: assessment.shown(by: export.template), languages: languages.isEmpty ? own : languages,
                options: ParameterValues(export.parameters, for: exporter.description.parameters))
        }
        return files
    }

    /// What must be known before the files of an assessment are passed on, each format's own.
    ///
    /// - Parameter assessment: the finished assessment.
    public func cautions(of assessment: CompletedAssessment) -> [BilingualText] {
        exports(of: assessment).compactMap { export, exporter in
            exporter.caution(options: ParameterValues(export.parameters, for: exporter.description.parameters))
        }
    }

    private func exports(of assessment: CompletedAssessment) -> [(choice: ExportChoice, exporter: any Exporter)] {
        let usual = assessment.catalogue.usualExporters.map { ExportChoice($0) }
        let chosen = assessment.specification.exports.isEmpty ? usual : assessment.specification.exports
        return chosen.compactMap { choice in
            assessment.catalogue.exporters[choice.id].map { (choice, $0) }
        }
    }

    /// The JSON Schema (draft-07) of a specification that may name what the catalogue has, for editors.
    ///
    /// The same plug-ins give the same bytes.
    ///
    /// - Parameter plugins: those that run as processes and that it may name besides.
    /// - Throws: `Catalogue.Conflict` where one of them cannot stand beside the others.
    public func schema(with plugins: [any DomainPlugin] = []) throws -> String {
        SpecificationSchema(catalogue: try plugins.reduce(catalogue) { try $0.adding($1) }).text
    }

    /// The reference of every key of a specification, as an article in Markdown.
    public static func reference() -> String { SpecificationReference.text }

    /// Refuses a folder for results that holds something else, before any work is done.
    ///
    /// - Throws: ``AssessmentFailure`` that says what stands in the way.
    public func check(outputFolder path: String) throws {
        try OutputFolder(path).check()
    }

    /// Writes files into a folder, replacing earlier results whole.
    ///
    /// - Throws: ``AssessmentFailure`` that says why; what was there is then untouched.
    public func write(_ files: [OutputFile], to path: String) throws {
        try OutputFolder(path).write(files)
    }

    /// The folder that holds data: the one that the user names, or that of a file.
    static func source(_ data: String?, beside path: String) throws(SourceFolder.Refusal) -> SourceFolder {
        guard let data else { return SourceFolder(holding: path) }
        return try SourceFolder(ofData: data)
    }

    /// The file that a path names: itself, or the one of a name in the folder that it is.
    static func file(at path: String, named name: String = "assessment.yml") -> String {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
            return path
        }
        return path + (path.hasSuffix("/") ? "" : "/") + name
    }

    /// The folder of a file as the user named it, ready to stand before the names of other files in it.
    static func folder(of path: String) -> String {
        let name = URL(fileURLWithPath: path).lastPathComponent
        return path.hasSuffix(name) ? String(path.dropLast(name.count)) : ""
    }

    static var platform: String {
        #if os(Linux)
        let system = "linux"
        #elseif os(macOS)
        let system = "macos"
        #else
        let system = "other"
        #endif
        #if arch(x86_64)
        return "\(system) x86_64"
        #elseif arch(arm64)
        return "\(system) arm64"
        #else
        return system
        #endif
    }
}

extension DiagnosticList {
    /// The same problems with files named as the user named the specification, or the folder of data.
    ///
    /// - Parameter specification: the files that the specification consists of.
    fileprivate func prefixed(
        withFolderOf path: String, specification: Set<String>, data: String?
    ) -> DiagnosticList {
        let beside = Workbench.folder(of: path)
        let apart = data.map { $0.hasSuffix("/") ? $0 : $0 + "/" } ?? beside
        return DiagnosticList(
            diagnostics.map { diagnostic in
                var diagnostic = diagnostic
                let file = diagnostic.position.file
                diagnostic.position.file = (specification.contains(file) ? beside : apart) + file
                return diagnostic
            })
    }
}

extension SourceFolder {
    /// The files of the folder, for queries.
    fileprivate var files: QueryRun.Files {
        @Sendable func converting<Value>(_ read: () throws(Refusal) -> Value) throws(FileRefusal) -> Value {
            do throws(Refusal) {
                return try read()
            } catch {
                throw FileRefusal(problem: error.problem, expected: error.expected)
            }
        }
        return QueryRun.Files(
            location: { path throws(FileRefusal) in
                try converting { () throws(Refusal) in try location(of: path) }
            },
            bytes: { path throws(FileRefusal) in try converting { () throws(Refusal) in try bytes(path) } })
    }
}
