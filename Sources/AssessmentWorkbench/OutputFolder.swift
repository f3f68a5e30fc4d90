internal import AssessmentCore
internal import Foundation

/// Writes files into a folder whole: aside first, then moved into place, so that a failure leaves what was there.
struct OutputFolder {
    /// The file by which a folder is known to hold results that may be replaced.
    private static let marker = ".assess-output"

    private let target: URL

    init(_ path: String) {
        target = URL(fileURLWithPath: path).standardizedFileURL
    }

    /// Replaces what the folder holds.
    ///
    /// - Throws: ``AssessmentFailure`` where the folder holds something that this program did not write, a path leaves it, or
    ///   the disk refuses.
    func write(_ files: [OutputFile]) throws {
        try check()
        let aside = sibling("writing")
        let former = sibling("former")
        let manager = FileManager.default
        do {
            try? manager.removeItem(at: aside)
            for file in files + [OutputFile(path: OutputFolder.marker, text: "")] {
                let url = try place(file.path, in: aside)
                try manager.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(file.bytes).write(to: url)
            }
            try? manager.removeItem(at: former)
            let existed = manager.fileExists(atPath: target.path)
            if existed { try manager.moveItem(at: target, to: former) }
            do {
                try manager.moveItem(at: aside, to: target)
            } catch {
                if existed { try? manager.moveItem(at: former, to: target) }
                throw error
            }
            try? manager.removeItem(at: former)
        } catch let failure as AssessmentFailure {
            try? manager.removeItem(at: aside)
            throw failure
        } catch {
            try? manager.removeItem(at: aside)
            throw AssessmentFailure(
                "the results cannot be written to ‘\(target.path)’: \(error.localizedDescription); "
                    + "what was there is untouched")
        }
    }

    /// Refuses a folder that must not be replaced, before any work is done.
    func check() throws {
        var isFolder: ObjCBool = false
        let manager = FileManager.default
        guard manager.fileExists(atPath: target.path, isDirectory: &isFolder) else { return }
        guard isFolder.boolValue else {
            throw AssessmentFailure("‘\(target.path)’ is a file; name a folder for the results")
        }
        let names = (try? manager.contentsOfDirectory(atPath: target.path)) ?? []
        guard names.isEmpty || names.contains(OutputFolder.marker) else {
            throw AssessmentFailure(
                "‘\(target.path)’ holds files that assess did not write, and they would be lost; "
                    + "name a new or an empty folder")
        }
    }

    private func sibling(_ word: String) -> URL {
        target.deletingLastPathComponent().appendingPathComponent(
            ".\(target.lastPathComponent).\(word)-\(ProcessInfo.processInfo.processIdentifier)")
    }

    private func place(_ path: String, in folder: URL) throws -> URL {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard !parts.isEmpty, parts.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." }),
            !path.unicodeScalars.contains(where: { $0.value < 32 || $0 == "\\" })
        else { throw AssessmentFailure("an exporter names the file ‘\(path)’, which leaves the output folder") }
        return parts.reduce(folder) { $0.appendingPathComponent(String($1)) }
    }
}
