import AssessmentCore
import Foundation
import Testing

@testable import AssessmentReview

@Suite("Zip archives of bundles")
struct StoredArchiveTests {
    private static let files = [
        OutputFile(path: "b/数据.csv", text: "a,b\n1,2\n"), OutputFile(path: "a", bytes: []),
        OutputFile(path: "c", bytes: Array(repeating: 7, count: 5000)),
    ]

    private func entries(_ bytes: [UInt8]) throws -> [StoredArchive.Entry] {
        try StoredArchive.entries(size: bytes.count) { range in Array(bytes[range]) }
    }

    @Test("What is written is read again, and the same files give the same bytes")
    func roundTrip() throws {
        let bytes = try StoredArchive.bytes(of: Self.files)
        #expect(try StoredArchive.bytes(of: Self.files.reversed()) == bytes)
        let read = try entries(bytes)
        #expect(read.map(\.path) == ["a", "b/数据.csv", "c"])
        #expect(Array(bytes[read[1].start..<read[1].start + read[1].size]) == Self.files[0].bytes)
    }

    @Test("The checksum is the one of the standard")
    func checksum() {
        // The check value of CRC-32 in the catalogue of parametrised CRC algorithms.
        #expect(StoredArchive.checksum(Array("123456789".utf8)) == 0xCBF4_3926)
    }

    @Test("Every altered byte outside the files is refused, and no cut or longer archive is read")
    func altered() throws {
        let bytes = try StoredArchive.bytes(of: Self.files)
        let contents = try entries(bytes).map { $0.start..<$0.start + $0.size }
        for place in bytes.indices where !contents.contains(where: { $0.contains(place) }) {
            var altered = bytes
            altered[place] ^= 1
            #expect(throws: StoredArchive.Fault.self, "byte \(place)") { try entries(altered) }
        }
        for count in [0, 1, 21, 22, 100, bytes.count - 1] {
            #expect(throws: StoredArchive.Fault.self) { try entries(Array(bytes.prefix(count))) }
        }
        #expect(throws: StoredArchive.Fault.self) { try entries(bytes + [0]) }
        #expect(throws: StoredArchive.Fault.self) { try entries([0] + bytes) }
    }

    @Test("Python and unzip open an archive")
    func others() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("archive-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("a.zip").path
        try Data(try StoredArchive.bytes(of: Self.files)).write(to: URL(fileURLWithPath: path))
        let python =
            "import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); "
            + "sys.exit(z.testzip() is not None or z.read('b/数据.csv') != b'a,b\\n1,2\\n')"
        for command in [["python3", "-c", python, path], ["unzip", "-t", path]] {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            process.arguments = command
            process.environment = ProcessInfo.processInfo.environment.merging(["PYTHONUTF8": "1"]) { $1 }
            (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
            try process.run()
            process.waitUntilExit()
            // 127: the program is not installed here.
            #expect([0, 127].contains(process.terminationStatus), "\(command[0])")
        }
    }
}
