internal import Foundation

/// A file whose changes are on the disk when a function returns, in the order in which they were made.
struct DurableFile {
    /// What the system says of a file that cannot be read or written.
    struct Problem: Error, CustomStringConvertible {
        let description: String
    }

    private let path: String

    init(_ path: String) { self.path = path }

    var exists: Bool { size != nil }

    /// The number of its bytes; nothing where there is no such file.
    var size: Int? {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return attributes?[.type] as? FileAttributeType == .typeRegular ? attributes?[.size] as? Int : nil
    }

    /// Its bytes; nothing where there is no such file.
    func bytes() throws(Problem) -> [UInt8]? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        guard let data = FileManager.default.contents(atPath: path) else { throw problem("cannot be read") }
        return [UInt8](data)
    }

    /// Puts bytes in its place whole: aside first, then in one step.
    func replace(with bytes: [UInt8]) throws(Problem) {
        let aside = path + ".aside"
        try DurableFile.change(aside, O_WRONLY | O_CREAT | O_TRUNC) { file in DurableFile.put(bytes, file) }
        guard rename(aside, path) == 0 else { throw problem(DurableFile.reason) }
        try keepName()
    }

    /// Puts bytes behind those that are there; a file that is not there is created.
    func append(_ bytes: [UInt8]) throws(Problem) {
        let isNew = !exists
        try DurableFile.change(path, O_WRONLY | O_CREAT | O_APPEND) { file in DurableFile.put(bytes, file) }
        if isNew { try keepName() }
    }

    /// Takes away the bytes from a place on.
    func cut(to size: Int) throws(Problem) {
        try DurableFile.change(path, O_WRONLY) { file in ftruncate(file, off_t(size)) == 0 }
    }

    /// Takes the file away; one that is not there is not missed.
    func remove() throws(Problem) {
        guard unlink(path) == 0 || errno == ENOENT else { throw problem(DurableFile.reason) }
        try keepName()
    }

    /// Has the folder keep what names it has.
    private func keepName() throws(Problem) {
        let folder = open(URL(fileURLWithPath: path).deletingLastPathComponent().path, O_RDONLY | O_CLOEXEC)
        guard folder >= 0 else { throw problem(DurableFile.reason) }
        defer { close(folder) }
        guard fsync(folder) == 0 || errno == EINVAL else { throw problem(DurableFile.reason) }
    }

    private static func change(_ path: String, _ flags: Int32, _ work: (Int32) -> Bool) throws(Problem) {
        let file = open(path, flags | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw DurableFile(path).problem(reason) }
        guard work(file), fsync(file) == 0 else {
            let told = reason
            close(file)
            throw DurableFile(path).problem(told)
        }
        // Some systems tell of a full disk only here.
        guard close(file) == 0 else { throw DurableFile(path).problem(reason) }
    }

    private static func put(_ bytes: [UInt8], _ file: Int32) -> Bool {
        bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count {
                guard let start = buffer.baseAddress else { return true }
                let count = write(file, start + done, buffer.count - done)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return false }
                done += count
            }
            return true
        }
    }

    private static var reason: String { String(cString: strerror(errno)) }

    private func problem(_ reason: String) -> Problem {
        Problem(description: "‘\(URL(fileURLWithPath: path).lastPathComponent)’: \(reason)")
    }
}
