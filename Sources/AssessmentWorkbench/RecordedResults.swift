public import AssessmentCore
public import AssessmentExporters
internal import Foundation

extension Workbench {
    /// Reads the results of an earlier run.
    ///
    /// - Parameter path: the file `result.json`, or a folder of results that holds it.
    /// - Throws: `DiagnosticList` where there is none, or it is not one that this version can read.
    public static func result(at path: String) throws(DiagnosticList) -> ResultDocument {
        let file = Workbench.file(at: path, named: "result.json")
        guard let bytes = FileManager.default.contents(atPath: file) else {
            throw DiagnosticList([
                Diagnostic(
                    at: SourcePosition(file: file, line: 1, column: 1), "no such file, or it cannot be read",
                    expected: "a result.json, or a folder of results that holds one")
            ])
        }
        return try ResultDocument([UInt8](bytes), file: file)
    }
}
