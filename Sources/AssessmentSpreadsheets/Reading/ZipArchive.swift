#if Excel
internal import AssessmentCore
internal import CZip

/// The parts of a file that is a zip archive, read by libzip.
///
/// Names are compared without regard to case, as packages of parts are; what is unpacked is counted as it comes, whatever
/// the archive says of its sizes.
final class ZipArchive {
    /// The names of the parts, as they are written.
    let names: [String]
    private let archive: OpaquePointer
    private let indices: [String: UInt64]
    private let limits: SpreadsheetLimits
    private var unpacked = 0

    /// Opens the archive in some bytes while something is done with it.
    static func open<Result>(
        _ bytes: [UInt8], _ limits: SpreadsheetLimits, _ body: (ZipArchive) throws(PartProblem) -> Result
    ) throws(PartProblem) -> Result {
        try bytes.withUnsafeBufferPointer { (buffer) throws(PartProblem) -> Result in
            try body(try ZipArchive(buffer, limits))
        }
    }

    private init(_ bytes: UnsafeBufferPointer<UInt8>, _ limits: SpreadsheetLimits) throws(PartProblem) {
        var error = zip_error_t()
        zip_error_init(&error)
        defer { zip_error_fini(&error) }
        guard let source = zip_source_buffer_create(bytes.baseAddress, UInt64(bytes.count), 0, &error) else {
            throw ZipArchive.problem(error.zip_err)
        }
        guard let archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error) else {
            zip_source_free(source)
            throw ZipArchive.problem(error.zip_err)
        }
        let names: [String]
        let indices: [String: UInt64]
        do throws(PartProblem) {
            (names, indices) = try ZipArchive.list(archive, limits)
        } catch {
            zip_discard(archive)
            throw error
        }
        self.archive = archive
        self.limits = limits
        self.names = names
        self.indices = indices
    }

    deinit { zip_discard(archive) }

    private static func list(
        _ archive: OpaquePointer, _ limits: SpreadsheetLimits
    ) throws(PartProblem) -> ([String], [String: UInt64]) {
        let count = zip_get_num_entries(archive, 0)
        guard count <= limits.parts else {
            throw PartProblem("the file has \(count) parts", expected: "at most \(limits.parts)")
        }
        var names: [String] = []
        var indices: [String: UInt64] = [:]
        for index in 0..<UInt64(max(0, count)) {
            guard let text = zip_get_name(archive, index, 0) else {
                throw PartProblem("the name of a part cannot be read")
            }
            let name = String(cString: text)
            names.append(name)
            if indices.updateValue(index, forKey: key(name)) != nil {
                throw PartProblem(
                    "two parts are named ‘\(printable(name.prefix(200)))’ (letters of either case are the same), so that programs "
                        + "differ in which they read")
            }
        }
        return (names, indices)
    }

    /// The name by which a part is found.
    private static func key(_ name: String) -> String {
        let name = name.hasPrefix("/") ? String(name.dropFirst()) : name
        return name.lowercased().split(separator: "\\", omittingEmptySubsequences: false).joined(separator: "/")
    }

    /// Whether there is a part of a name.
    func has(_ name: String) -> Bool { indices[ZipArchive.key(name)] != nil }

    /// The bytes of a part, as they come.
    ///
    /// - Throws: `PartProblem` where there is none, or it cannot be unpacked.
    func stream(_ name: String) throws(PartProblem) -> Stream {
        guard let index = indices[ZipArchive.key(name)] else {
            throw PartProblem("the file lacks this part, which others refer to")
        }
        var stat = zip_stat_t()
        guard zip_stat_index(archive, index, 0, &stat) == 0 else { throw PartProblem("the part is not described") }
        guard stat.encryption_method == ZIP_EM_NONE else {
            throw PartProblem(
                "the part is encrypted with a password",
                expected: "a workbook without one; open it, remove the password and save it")
        }
        guard Int32(stat.comp_method) == ZIP_CM_STORE || Int32(stat.comp_method) == ZIP_CM_DEFLATE else {
            throw PartProblem("the part is packed in a way that workbooks do not use")
        }
        if stat.size > UInt64(limits.bytesOfPart) { throw Stream.tooLarge(limits.bytesOfPart) }
        guard let file = zip_fopen_index(archive, index, 0) else {
            throw ZipArchive.problem(zip_error_code_zip(zip_get_error(archive)))
        }
        return Stream(self, file, packed: Int(clamping: stat.comp_size))
    }

    /// A part while it is unpacked.
    final class Stream {
        private let archive: ZipArchive
        private let file: OpaquePointer
        private let packed: Int
        private var count = 0
        /// What went wrong.
        private(set) var problem: PartProblem?

        init(_ archive: ZipArchive, _ file: OpaquePointer, packed: Int) {
            self.archive = archive
            self.file = file
            self.packed = packed
        }

        deinit { zip_fclose(file) }

        /// Puts further bytes at a place and says how many; none at the end, less than none where something is wrong.
        func read(into place: UnsafeMutableRawPointer, atMost length: Int) -> Int {
            guard problem == nil else { return -1 }
            let got = Int(zip_fread(file, place, UInt64(length)))
            guard got >= 0 else {
                problem = ZipArchive.problem(zip_error_code_zip(zip_file_get_error(file)))
                return -1
            }
            count += got
            archive.unpacked += got
            let limits = archive.limits
            if count > limits.bytesOfPart {
                problem = Stream.tooLarge(limits.bytesOfPart)
            } else if archive.unpacked > limits.bytesOfAllParts {
                problem = PartProblem(
                    "the parts of the file unpack to more than \(SpreadsheetLimits.words(limits.bytesOfAllParts))",
                    expected: "a workbook that holds the table and nothing else")
            } else if count > limits.bytesWithoutRatio, count / limits.ratio > packed {
                problem = PartProblem(
                    "the part unpacks to more than \(limits.ratio) times its size in the file, as files do that are "
                        + "meant to exhaust memory",
                    expected: "a workbook that holds the table and nothing else")
            }
            return problem == nil ? got : -1
        }

        static func tooLarge(_ limit: Int) -> PartProblem {
            PartProblem(
                "the part unpacks to more than \(SpreadsheetLimits.words(limit))",
                expected: "a workbook that holds the table and nothing else")
        }
    }

    private static func problem(_ code: Int32) -> PartProblem {
        switch code {
        case ZIP_ER_NOZIP, ZIP_ER_EOF:
            PartProblem(
                "the file is cut off: the list of its parts, which stands at the end, is missing",
                expected: "the whole file; copy or download it again")
        case ZIP_ER_CRC:
            PartProblem(
                "the bytes do not have the checksum that is written beside them",
                expected: "the file as it was saved; copy or download it again")
        case ZIP_ER_INCONS, ZIP_ER_ZLIB, ZIP_ER_COMPRESSED_DATA:
            PartProblem(
                "the file is damaged: what it says of its parts does not fit what they hold",
                expected: "the file as it was saved; copy or download it again")
        case ZIP_ER_NOPASSWD, ZIP_ER_ENCRNOTSUPP, ZIP_ER_WRONGPASSWD:
            PartProblem(
                "the part is encrypted with a password",
                expected: "a workbook without one; open it, remove the password and save it")
        case ZIP_ER_EXISTS:
            PartProblem("two parts of the file have one name, so that programs differ in which they read")
        case ZIP_ER_MULTIDISK: PartProblem("the file is one of several that belong together")
        default: PartProblem("the file cannot be unpacked (libzip says \(code))")
        }
    }
}
#endif
