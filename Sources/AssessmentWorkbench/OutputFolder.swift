internal import AssessmentCore
internal import AssessmentData
internal import AssessmentExporters
internal import Foundation

/// Writes files into a folder whole: aside first, then moved into place, so that a failure leaves what was there.
struct OutputFolder {
    /// The file by which a folder is known to hold results that may be replaced; it lists them, a line each: the path, a
    /// tabulator and the SHA-256 of what was written.
    static let marker = ".assess-output"
    /// What desktops leave in folders that they show.
    private static let ofDesktops: Set<String> = [".DS_Store", "Thumbs.db", "desktop.ini", ".directory"]

    private let target: URL

    /// - Parameter path: the path of the folder; behind a symbolic link, the folder that it leads to is meant.
    init(_ path: String) {
        target = URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath()
    }

    /// Replaces what the folder holds.
    ///
    /// - Throws: ``AssessmentFailure`` where the folder holds something that this program did not write, a path leaves it,
    ///   two files have one path, or the disk refuses.
    func write(_ files: [OutputFile]) throws {
        try write(files.map(\.path)) { files[$0].bytes }
    }

    /// Replaces what the folder holds by files of which each is made when it is its turn and then let go.
    ///
    /// - Parameters:
    ///   - paths: the paths of the files.
    ///   - bytes: makes the bytes of the file at a position; it is asked on several threads.
    /// - Throws: ``AssessmentFailure`` as above.
    func write(_ paths: [String], _ bytes: @Sendable (Int) -> [UInt8]) throws {
        try check()
        try checkPaths(paths)
        let aside = sibling("writing")
        let manager = FileManager.default
        do {
            try? manager.removeItem(at: aside)
            try manager.createDirectory(at: aside, withIntermediateDirectories: true)
            for folder in Set(paths.map { aside.appendingPathComponent($0).deletingLastPathComponent() }) {
                try manager.createDirectory(at: folder, withIntermediateDirectories: true)
            }
            let digests = try OutputFolder.write(paths, bytes, into: aside)
            let lines = zip(paths, digests).map { "\($0)\t\($1)\n" }
            try OutputFolder.write(
                Array(lines.sorted().joined().utf8), to: aside.appendingPathComponent(OutputFolder.marker))
            try moveIntoPlace(aside)
            // After the exchange the former results lie aside.
            try? manager.removeItem(at: aside)
        } catch {
            try? manager.removeItem(at: aside)
            throw AssessmentFailure(
                "the results cannot be written to ‘\(target.path)’: \(error.localizedDescription); "
                    + "what was there is untouched")
        }
    }

    /// Writes files into folders that are there, on as many threads as there are processors: the system copies what it
    /// is given, and a site is large.
    ///
    /// - Returns: the SHA-256 of each file.
    private static func write(
        _ paths: [String], _ bytes: @Sendable (Int) -> [UInt8], into folder: URL
    ) throws -> [String] {
        let hasFailed = Guarded(false)
        let digests = Parallel.map(paths.count) { place -> Result<String, any Error>? in
            // On a disk that is full, the others would fail as well.
            if hasFailed.withLock({ $0 }) { return nil }
            do {
                let written = bytes(place)
                try write(written, to: folder.appendingPathComponent(paths[place]))
                return .success(sha256(written))
            } catch {
                hasFailed.withLock { $0 = true }
                return .failure(error)
            }
        }
        return try digests.compactMap { try $0?.get() }
    }

    private static func write(_ bytes: [UInt8], to url: URL) throws {
        try bytes.withUnsafeBytes { buffer in
            guard let start = buffer.baseAddress else { return try Data().write(to: url) }
            // The bytes outlive the call, so they need no copy.
            let data = Data(
                bytesNoCopy: UnsafeMutableRawPointer(mutating: start), count: buffer.count, deallocator: .none)
            try data.write(to: url)
        }
    }

    /// Puts what lies aside in the place of the target, in one step where the system can, so that at no moment there is
    /// neither.
    private func moveIntoPlace(_ aside: URL) throws {
        let manager = FileManager.default
        guard manager.fileExists(atPath: target.path) else { return try manager.moveItem(at: aside, to: target) }
        if exchange(aside.path, target.path) { return }
        let former = sibling("former")
        try? manager.removeItem(at: former)
        try manager.moveItem(at: target, to: former)
        do {
            try manager.moveItem(at: aside, to: target)
        } catch {
            try? manager.moveItem(at: former, to: target)
            throw error
        }
        try? manager.removeItem(at: former)
    }

    /// Exchanges two folders in one step, by the call that Linux has for it; whether it could.
    private func exchange(_ first: String, _ second: String) -> Bool {
        #if os(Linux)
        typealias Call = @convention(c) (Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32) -> Int32
        // The C library has renameat2 since 2.28; the overlay for Swift does not show it, so it is looked up by name.
        guard let symbol = dlsym(nil, "renameat2") else { return false }
        let (workingFolder, exchangeBoth): (Int32, UInt32) = (-100, 2)
        return unsafeBitCast(symbol, to: Call.self)(workingFolder, first, workingFolder, second, exchangeBoth) == 0
        #else
        return false
        #endif
    }

    /// Refuses a folder that must not be replaced, before any work is done.
    func check() throws {
        var isFolder: ObjCBool = false
        let manager = FileManager.default
        guard manager.fileExists(atPath: target.path, isDirectory: &isFolder) else { return }
        guard isFolder.boolValue else {
            throw AssessmentFailure("‘\(target.path)’ is a file; name a folder for the results")
        }
        let here = URL(fileURLWithPath: manager.currentDirectoryPath).resolvingSymlinksInPath().path
        guard here != target.path, !here.hasPrefix(target.path + "/") else {
            throw AssessmentFailure("‘\(target.path)’ is the folder that you are in; name another one for the results")
        }
        guard let paths = try? manager.subpathsOfDirectory(atPath: target.path) else {
            throw AssessmentFailure("‘\(target.path)’ cannot be looked into; name a folder that you may read and write")
        }
        let marker = target.appendingPathComponent(OutputFolder.marker)
        let list = (try? Data(contentsOf: marker)).map { String(decoding: $0, as: UTF8.self) } ?? ""
        // A list of an earlier version has no digests.
        let lines = list.split(separator: "\n").map { $0.split(separator: "\t", maxSplits: 1).map(String.init) }
        var written = Set(lines.compactMap(\.first))
        for path in written { written.formUnion(OutputFolder.folders(of: path)) }
        written.insert(OutputFolder.marker)
        let foreign = paths.filter { path in
            let name = path.split(separator: "/").last.map(String.init) ?? path
            return !written.contains(path) && !OutputFolder.ofDesktops.contains(name)
        }
        if let first = foreign.min() {
            throw AssessmentFailure(
                "‘\(target.path)’ holds files that assess did not write, such as ‘\(first)’, and they would be lost; "
                    + "move them away, or name a new or an empty folder")
        }
        try checkUnchanged(lines.compactMap { $0.count == 2 ? (path: $0[0], digest: $0[1]) : nil })
    }

    /// Refuses to replace what somebody has changed since it was written, such as a report that was edited.
    private func checkUnchanged(_ written: [(path: String, digest: String)]) throws {
        let digests = Parallel.map(written.count) { place -> String? in
            let url = target.appendingPathComponent(written[place].path)
            // What was moved away or deleted is nothing that could be lost; what cannot be read may be.
            guard FileManager.default.fileExists(atPath: url.path) else { return nil }
            do { return sha256([UInt8](try Data(contentsOf: url))) } catch { return "unreadable" }
        }
        let changed = zip(written, digests).filter { $1 != nil && $0.digest != $1 }.map(\.0.path).sorted()
        guard let first = changed.first else { return }
        let others = changed.count == 1 ? "" : " and \(changed.count - 1) more"
        throw AssessmentFailure(
            "‘\(first)’\(others) in ‘\(target.path)’ was changed since assess wrote it, and the changes would be lost; move "
                + "it away or delete it, or name another folder")
    }

    private func sibling(_ word: String) -> URL {
        target.deletingLastPathComponent().appendingPathComponent(
            ".\(target.lastPathComponent).\(word)-\(ProcessInfo.processInfo.processIdentifier)")
    }

    private func checkPaths(_ paths: [String]) throws {
        var seen: Set<String> = [OutputFolder.marker]
        for path in paths {
            // By bytes, as the system does: to Swift, a slash with an accent behind it is another character.
            let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
            guard parts.allSatisfy({ !["", ".", ".."].contains(String(Substring($0))) }),
                !path.unicodeScalars.contains(where: { $0.value < 32 || $0 == "\\" })
            else { throw AssessmentFailure("an exporter names the file ‘\(path)’, which leaves the output folder") }
            guard seen.insert(path).inserted else {
                throw AssessmentFailure(
                    "two formats write the file ‘\(path)’, and one would be lost; list each format once under exports",
                    isOutput: false)
            }
        }
    }

    /// The folders that a path runs through.
    private static func folders(of path: String) -> [String] {
        let parts = path.split(separator: "/")
        return parts.indices.dropFirst().map { parts[..<$0].joined(separator: "/") }
    }
}
