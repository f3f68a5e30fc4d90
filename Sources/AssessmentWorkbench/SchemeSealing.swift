public import AssessmentCore
public import AssessmentReview
internal import Foundation

extension Workbench.Loaded {
    /// What the specification and its files of units and targets lay down.
    public var listing: SchemeListing {
        SchemeListing(specification, catalogue, units: data.units, targets: data.targets)
    }

    /// Where the file of the sealed scheme lies, as the user would name it.
    public var schemePath: String? { specification.scheme.map { folder + $0.file } }

    /// The scheme that is sealed; nothing where the file is not there yet.
    ///
    /// - Throws: `DiagnosticList` where the file cannot be read, or was changed after it was sealed.
    public func sealedScheme() throws(DiagnosticList) -> SealedScheme? {
        guard let path = schemePath, FileManager.default.fileExists(atPath: path) else { return nil }
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw DiagnosticList([
                Diagnostic(
                    at: SourcePosition(file: path, line: 1, column: 1), "the sealed scheme cannot be read",
                    expected: "a file that you may read")
            ])
        }
        return try SealedScheme([UInt8](bytes), file: path)
    }
}

extension Workbench {
    /// Writes the file of a sealed scheme whole, aside and then into place.
    ///
    /// - Throws: ``AssessmentFailure`` that says why; what was there is then untouched.
    public func write(_ scheme: SealedScheme, to path: String) throws {
        do {
            try Data(scheme.bytes()).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw AssessmentFailure(
                "\(path): the sealed scheme cannot be written; expected a folder that you may write to")
        }
    }
}
