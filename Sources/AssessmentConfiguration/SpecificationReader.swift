public import AssessmentCore
internal import Foundation

/// A specification as it was read, with the files that it consists of.
public struct ReadSpecification: Sendable {
    /// The checked specification.
    public let specification: Specification
    /// The plug-ins that it lists, with all methods.
    public let catalogue: Catalogue
    /// The YAML files that it consists of, relative to its folder, with their bytes.
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
        let name = URL(fileURLWithPath: path).lastPathComponent
        let shown = path.hasSuffix(name) ? String(path.dropLast(name.count)) : ""
        let problems = DiagnosticCollector()
        let folder = SourceFolder(holding: path)
        var dataFolder = folder
        if let data {
            do throws(SourceFolder.Refusal) {
                dataFolder = try SourceFolder(ofData: data)
            } catch {
                let position = SourcePosition(file: data, line: 1, column: 1)
                throw DiagnosticList([Diagnostic(at: position, error.problem, expected: error.expected)])
            }
        }
        var resolver = IncludeResolver(folder, problems)
        let root = resolver.read(name, at: SourcePosition(file: name, line: 1, column: 1))
        var result: (specification: Specification, catalogue: Catalogue)?
        if let root {
            result = SpecificationDecoder(catalogue, dataFolder, problems).decode(root)
        }
        guard problems.diagnostics.isEmpty, let result else {
            throw DiagnosticList(
                problems.sorted(files: resolver.files.map(\.path)).map { diagnostic in
                    var diagnostic = diagnostic
                    diagnostic.position.file = shown + diagnostic.position.file
                    return diagnostic
                })
        }
        return ReadSpecification(
            specification: result.specification, catalogue: result.catalogue, files: resolver.files)
    }
}
