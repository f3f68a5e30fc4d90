/// A format that results are written in: it turns a finished ledger into files and computes nothing of its own.
public protocol Exporter: Sendable {
    /// What it says of itself, with its parameters as options.
    var description: MethodDescription { get }
    /// What to build or install first, where it cannot write in this build; nothing where it can.
    var unavailable: String? { get }

    /// The parts that a template may leave out; a format without any takes no template.
    var sections: [ReportSection] { get }

    /// What of a template it cannot follow; nothing where it follows all of it.
    func objections(to template: ReportTemplate) -> [TemplateObjection]

    /// Whether it is written where a specification names no formats at all.
    var isWrittenUnasked: Bool { get }

    /// What must be known before files of the output are passed on; nothing where one may go as far as another.
    func caution(options: ParameterValues) -> BilingualText?
    /// Refuses options that no data could make right, such as a licence that is not known, before anything is run.
    ///
    /// - Throws: ``MethodError``.
    func check(_ options: ParameterValues) throws

    /// The files of a finished assessment.
    ///
    /// - Parameters:
    ///   - assessment: the finished assessment, with the template that it is to be shown by.
    ///   - languages: the languages asked for, the first one leading.
    ///   - options: the values of the parameters.
    /// - Throws: where an option contradicts the ledger, or something that it needs is not installed.
    func files(
        for assessment: CompletedAssessment, languages: [Language], options: ParameterValues
    ) async throws -> [OutputFile]
}

extension Exporter {
    /// No part that may be left out, unless a format says otherwise.
    public var sections: [ReportSection] { [] }
    /// It follows every template, unless a format says otherwise.
    public func objections(to template: ReportTemplate) -> [TemplateObjection] { [] }
    /// Nothing is missing, unless an exporter says otherwise.
    public var unavailable: String? { nil }
    /// It is, unless it says otherwise.
    public var isWrittenUnasked: Bool { true }
    /// Nothing to refuse, unless it says otherwise.
    public func check(_ options: ParameterValues) {}
    /// Nothing, unless it says otherwise.
    public func caution(options: ParameterValues) -> BilingualText? { nil }
}

/// A file to be written.
public struct OutputFile: Sendable, Hashable {
    /// Its path within the output folder, with `/` between folders.
    public let path: String
    /// Its bytes.
    public let bytes: [UInt8]

    /// Creates a file.
    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// Creates a file of UTF-8 text.
    public init(path: String, text: String) {
        self.init(path: path, bytes: Array(text.utf8))
    }
}

extension OutputFile {
    /// A name for a file, or a folder, from an id that was read from data.
    ///
    /// Every byte that is not a letter, digit or hyphen of ASCII is written as `_` and two hexadecimal digits: different
    /// ids stay different, and no id leads out of its folder. Since some systems do not tell `A.html` from `a.html`, a name
    /// with capital letters ends in `_u` and hexadecimal digits that say which of its letters they are; and `_` stands
    /// behind a name that Windows keeps for itself, such as `con`. A name of more than 120 bytes, which with its ending and
    /// those that systems add may be more than the 255 that they allow, is its beginning in small letters, `_z` and 32
    /// hexadecimal digits that follow from the whole id.
    public static func safeName(_ id: String) -> String {
        let name = escaped(id)
        let capitals = capitals(of: name)
        let whole = capitals.isEmpty ? name : "\(name)_u\(capitals)"
        guard whole.utf8.count <= longestName else { return shortened(name, of: id) }
        return reserved.contains(whole) ? "\(whole)_" : whole
    }

    private static let longestName = 120

    /// The beginning of an escaped name, no byte of it cut in two, with the digest of the id.
    private static func shortened(_ name: String, of id: String) -> String {
        // `_z` and 32 digits take the rest.
        var beginning = name.utf8.prefix(longestName - 34)
        if let last = beginning.suffix(2).lastIndex(of: UInt8(ascii: "_")) { beginning = beginning[..<last] }
        return String(decoding: beginning, as: UTF8.self).lowercased() + "_z" + digest(of: id)
    }

    /// 128 bits of FNV-1a over the bytes of a text, in hexadecimal digits.
    ///
    /// Source: Fowler, Noll, Vo, Eastlake and Hansen, The FNV Non-Cryptographic Hash Algorithm (RFC 9923).
    static func digest(of text: String) -> String {
        // The prime is 2⁸⁸ + 0x13b.
        var (high, low): (UInt64, UInt64) = (0x6c62_272e_07bb_0142, 0x62b8_2175_6295_c58d)
        for byte in text.utf8 {
            low ^= UInt64(byte)
            let product = low.multipliedFullWidth(by: 0x13b)
            high = high &* 0x13b &+ product.high &+ low << 24
            low = product.low
        }
        return [high, low].map { half in
            let digits = String(half, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }

    /// The id with every byte that is not a letter, digit or hyphen of ASCII as `_` and two hexadecimal digits; for places
    /// where capital letters are told from small ones.
    public static func escaped(_ id: String) -> String {
        let digits: StaticString = "0123456789abcdef"
        return String(unsafeUninitializedCapacity: 3 * id.utf8.count) { name in
            var length = 0
            func append(_ byte: UInt8) {
                name.initializeElement(at: length, to: byte)
                length += 1
            }
            for byte in id.utf8 {
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
                    append(byte)
                default:
                    append(UInt8(ascii: "_"))
                    append(digits.utf8Start[Int(byte >> 4)])
                    append(digits.utf8Start[Int(byte & 15)])
                }
            }
            return length
        }
    }

    /// Which letters of a name are capitals, from the first on, four to a hexadecimal digit, the first of them counting 1;
    /// nothing where none is.
    private static func capitals(of name: String) -> String {
        var digits: [UInt8] = []
        var letters = 0
        for byte in name.utf8 where byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z") {
            if letters % 4 == 0 { digits.append(0) }
            if byte & 0x20 == 0 { digits[letters / 4] |= 1 << UInt8(letters % 4) }
            letters += 1
        }
        let last = digits.lastIndex { $0 != 0 } ?? -1
        return digits.prefix(last + 1).map { String($0, radix: 16) }.joined()
    }

    /// What Windows takes for devices, whatever ending follows.
    private static let reserved: Set<String> = Set(
        ["con", "prn", "aux", "nul"] + (0...9).flatMap { ["com\($0)", "lpt\($0)"] })
}
