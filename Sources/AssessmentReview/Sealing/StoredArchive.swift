internal import AssessmentCore

/// A zip archive of files that are stored as they are, without compression.
///
/// One form only is written and read, so that every byte of an archive is accounted for: the files in the order of their
/// paths without a gap, no extra fields, no comments, a fixed date. Source: PKWARE, APPNOTE.TXT 6.3.10, sections 4.3.7 to
/// 4.3.16.
enum StoredArchive {
    /// Where the bytes of a file lie in an archive.
    struct Entry: Sendable {
        let path: String
        let size: Int
        let start: Int
    }

    /// Why an archive cannot be written or read.
    struct Fault: Error, CustomStringConvertible {
        let description: String
    }

    static let endSize = 22
    private static let headSize = 30
    private static let directorySize = 46

    /// The archive of some files.
    ///
    /// - Throws: ``Fault`` where there are too many or they are too large for the format.
    static func bytes(of files: [OutputFile]) throws(Fault) -> [UInt8] {
        var (bytes, directory) = ([UInt8](), [UInt8]())
        let files = files.sorted { $0.path < $1.path }
        let total = files.reduce(0) { $0 + $1.bytes.count + 2 * $1.path.utf8.count + headSize + directorySize }
        guard total + endSize < Int(UInt32.max), files.count < Int(UInt16.max) else {
            throw Fault(description: "the bundle is too large for a zip archive; name a folder for it")
        }
        bytes.reserveCapacity(total + endSize)
        for file in files {
            let (name, sum) = (Array(file.path.utf8), checksum(file.bytes))
            directory += entry(name, file.bytes.count, sum, at: bytes.count)
            bytes += head(name, file.bytes.count, sum) + file.bytes
        }
        let start = bytes.count
        return bytes + directory + end(files.count, directory.count, start)
    }

    /// What stands before the bytes of a file.
    private static func head(_ name: [UInt8], _ size: Int, _ sum: UInt32) -> [UInt8] {
        number(0x0403_4B50, 4) + common(name, size, sum) + number(0, 2) + name
    }

    /// The line of a file in the directory.
    private static func entry(_ name: [UInt8], _ size: Int, _ sum: UInt32, at offset: Int) -> [UInt8] {
        // Made on Unix, where the file may be read by all and written by its owner.
        number(0x0201_4B50, 4) + number(0x0314, 2) + common(name, size, sum) + number(0, 2) + number(0, 2)
            + number(0, 2)
            + number(0, 2) + number(0o100644 << 16, 4) + number(offset, 4) + name
    }

    /// The version, the flag for names in UTF-8, no compression, the first day that a date can name, and the sizes.
    private static func common(_ name: [UInt8], _ size: Int, _ sum: UInt32) -> [UInt8] {
        number(20, 2) + number(0x0800, 2) + number(0, 2) + number(0, 2) + number(0x0021, 2) + number(Int(sum), 4)
            + number(size, 4) + number(size, 4) + number(name.count, 2)
    }

    private static func end(_ count: Int, _ size: Int, _ start: Int) -> [UInt8] {
        number(0x0605_4B50, 4) + number(0, 4) + number(count, 2) + number(count, 2) + number(size, 4) + number(start, 4)
            + number(0, 2)
    }

    private static func number(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    private static func number(in bytes: ArraySlice<UInt8>, _ offset: Int, _ count: Int) -> Int {
        (0..<count).reduce(0) { $0 | Int(bytes[bytes.startIndex + offset + $1]) << (8 * $1) }
    }

    /// The files of an archive, in order.
    ///
    /// - Parameters:
    ///   - size: the number of its bytes.
    ///   - read: gives the bytes of a range that lies within it.
    /// - Throws: ``Fault`` where a byte outside the files is not as this form has it.
    static func entries(size: Int, read: (Range<Int>) throws -> [UInt8]) throws -> [Entry] {
        guard size >= endSize else { throw Fault(description: "it is too short for a zip archive") }
        let last = try read(size - endSize..<size)
        let (count, length) = (number(in: last[...], 8, 2), number(in: last[...], 12, 4))
        let start = size - endSize - length
        // A file has a line of at most 1 kB in it.
        guard start >= 0, length <= 1 << 26, last == end(count, length, start) else {
            throw Fault(
                description:
                    "it does not end as a zip archive of ‘assess seal’ does; it was cut, added to or packed by "
                    + "another program: unpack it and verify the folder")
        }
        let directory = try read(start..<start + length)
        var (entries, position, next) = ([Entry](), 0, 0)
        while position < length {
            guard length - position >= directorySize else { throw fault("its directory is cut", start + position) }
            let line = directory[position...]
            let (sum, size) = (UInt32(number(in: line, 16, 4)), number(in: line, 24, 4))
            let nameLength = number(in: line, 28, 2)
            guard length - position >= directorySize + nameLength else {
                throw fault("its directory is cut", start + position)
            }
            let name = Array(line[(position + directorySize)..<(position + directorySize + nameLength)])
            guard Array(line.prefix(directorySize + nameLength)) == entry(name, size, sum, at: next),
                let path = String(validating: name, as: UTF8.self)
            else {
                throw fault(
                    "an entry of its directory is not as ‘assess seal’ writes it, such as a compressed file; if another "
                        + "program packed it, unpack it and verify the folder", start + position)
            }
            let body = next + headSize + nameLength
            guard body <= start, size <= start - body else {
                throw fault("a file reaches over its end", start + position)
            }
            guard try read(next..<body) == head(name, size, sum) else {
                throw fault("what stands before ‘\(path)’ was altered", next)
            }
            entries.append(Entry(path: path, size: size, start: body))
            next = body + size
            position += directorySize + nameLength
        }
        guard entries.count == count, next == start else {
            throw fault("there are bytes between its files that belong to none", next)
        }
        return entries
    }

    private static func fault(_ text: String, _ offset: Int) -> Fault {
        Fault(description: "\(text) (at byte \(offset + 1))")
    }

    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
    }

    /// The checksum of bytes, as zip archives have it (CRC-32 of ISO 3309).
    static func checksum(_ bytes: [UInt8]) -> UInt32 {
        table.withUnsafeBufferPointer { table in
            ~bytes.reduce(~UInt32(0)) { table[Int(($0 ^ UInt32($1)) & 0xFF)] ^ ($0 >> 8) }
        }
    }
}
