/// The contract between the workbench and a plug-in that runs as a process of its own.
public enum Contract {
    /// The version that this library speaks.
    public static let version = 1

    /// The largest answer to `hello`, in bytes.
    public static let largestHello = 16 << 20

    /// The largest answer to a request, in bytes.
    ///
    /// - Parameters:
    ///   - rows: the rows that it is about.
    ///   - entries: the entries of registers that it hands over, times the periods in which each may be referred to.
    public static func largestAnswer(rows: Int, entries: Int = 0) -> Int {
        (1 << 20) + (rows << 10) + (entries << 8)
    }
}
