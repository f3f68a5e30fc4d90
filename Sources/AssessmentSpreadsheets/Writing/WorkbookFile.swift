internal import AssessmentCore

#if Excel
internal import Foundation
#endif

/// The bytes of a workbook, by libxlsxwriter.
package enum WorkbookFile {
    /// Whether the package was built with the library.
    package static var isAvailable: Bool {
        #if Excel
        true
        #else
        false
        #endif
    }

    /// The bytes of a file.
    ///
    /// - Throws: `MethodError` where it cannot be written.
    package static func bytes(of workbook: Workbook) throws -> [UInt8] {
        #if Excel
        // The library writes to a path only.
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("workbook-\(UUID().uuidString)")
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: folder) }
            let file = folder.appendingPathComponent("workbook.xlsx")
            try WorkbookWriting(workbook, path: file.path, folder: folder.path).write()
            return Array(try Data(contentsOf: file))
        } catch let error as MethodError {
            throw error
        } catch {
            throw MethodError("the workbook cannot be written to \(folder.path): \(error.localizedDescription)")
        }
        #else
        throw MethodError("the package was built without the trait Excel")
        #endif
    }
}
