/// The program of a plug-in as it is run: the words of its command, and the bytes of every file that it consists of.
///
/// What is run are copies of these bytes in a folder of their own, so that nothing else beside the files is found, and
/// nothing changes between the moment they were looked at and the moment they run.
public struct PluginProgram: Sendable, Hashable {
    /// A file of the program.
    public struct File: Sendable, Hashable {
        /// Its path relative to the folder of the specification.
        public let path: String
        /// Its bytes.
        public let bytes: [UInt8]
        /// The SHA-256 of its bytes, in hexadecimal.
        public let sha256: String

        /// Creates a file.
        public init(path: String, bytes: [UInt8], sha256: String) {
            self.path = path
            self.bytes = bytes
            self.sha256 = sha256
        }
    }

    /// The words of the command: a program of the system or a file, then its arguments, some of which may be files.
    public let words: [String]
    /// The files, by path.
    public let files: [File]

    /// Creates a program.
    public init(words: [String], files: [File]) {
        self.words = words
        self.files = files.sorted { $0.path < $1.path }
    }

    /// The command as a person writes it.
    public var name: String {
        words.map { word in
            let isPlain = !word.isEmpty && !word.contains { $0.isWhitespace || $0 == "\"" || $0 == "'" }
            return isPlain ? word : "\"\(word.replacing("\"", with: "\\\""))\""
        }.joined(separator: " ")
    }

    /// What the digest of the program is taken of: a line for each word, then a line for each file as `sha256sum` prints
    /// it. A backslash or line end in a word is escaped.
    public var listing: String {
        // By scalars, since a carriage return and a line feed are one character.
        let words = words.map { word in
            let escaped = word.unicodeScalars.map { scalar in
                switch scalar {
                case "\\": "\\\\"
                case "\n": "\\n"
                default: String(scalar)
                }
            }
            return "word \(escaped.joined())\n"
        }
        return words.joined() + files.map { "\($0.sha256)  \($0.path)\n" }.joined()
    }
}

/// How much a plug-in may take.
public struct PluginLimits: Sendable, Hashable {
    /// The seconds within which each request must be answered.
    public var seconds: Double
    /// The memory that it may address, in MiB.
    public var mebibytes: Int

    /// Creates limits.
    public init(seconds: Double = PluginLimits.usual.seconds, mebibytes: Int = PluginLimits.usual.mebibytes) {
        self.seconds = seconds
        self.mebibytes = mebibytes
    }

    /// A minute for each request and 4 GiB of addresses.
    public static let usual = PluginLimits(seconds: 60, mebibytes: 4096)
}
