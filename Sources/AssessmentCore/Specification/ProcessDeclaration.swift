/// A plug-in that a specification lists as a process of its own.
public struct ProcessDeclaration: Sendable, Hashable {
    /// The words of the command: a program of the system or a file, then its arguments. Files are named by their paths
    /// relative to the folder of the specification.
    public var words: [String]
    /// Every file of the program, those of the command included, relative to the folder of the specification.
    public var files: [String]
    /// What stands before the ids of the plug-in, of its indicators and of its evaluators; empty where nothing does.
    public var prefix: String
    /// The digest that the program must have, where the specification names one.
    public var sha256: String?
    /// The seconds within which each request must be answered, where the specification says so.
    public var seconds: Double?
    /// The memory that it may address, in MiB, where the specification says so.
    public var mebibytes: Int?
    /// Where the specification lists it.
    public var position: SourcePosition

    /// Creates a declaration.
    public init(
        words: [String], files: [String], prefix: String = "", sha256: String? = nil, seconds: Double? = nil,
        mebibytes: Int? = nil, position: SourcePosition
    ) {
        self.prefix = prefix
        self.words = words
        self.files = files
        self.sha256 = sha256
        self.seconds = seconds
        self.mebibytes = mebibytes
        self.position = position
    }
}
