/// The contract between the workbench and a plug-in that runs as a process of its own.
public enum Contract {
    /// The version that this library speaks.
    public static let version = 1

    /// The largest answer to `hello`, in bytes.
    public static let largestHello = 16 << 20

    /// The largest answer to a request about so many rows, in bytes.
    public static func largestAnswer(rows: Int) -> Int { (1 << 20) + rows << 10 }
}
