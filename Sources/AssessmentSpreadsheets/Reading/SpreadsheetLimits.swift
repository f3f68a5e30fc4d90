/// How much of a workbook is read at most: what goes beyond is no table of an assessment, and may be meant to exhaust the
/// machine.
package struct SpreadsheetLimits: Sendable {
    /// How many parts a file has.
    package var parts = 10_000
    /// The bytes of one part, unpacked, and of all parts that are read.
    package var bytesOfPart = 1 << 30
    package var bytesOfAllParts = 2 << 30
    /// How many times as large a part becomes by unpacking; told only of parts larger than so many bytes.
    package var ratio = 250
    package var bytesWithoutRatio = 32 << 20
    /// How deep elements of XML are nested.
    package var depth = 64
    /// How many elements a part has that is kept whole: lists of sheets and relationships.
    package var elements = 200_000
    /// How many formats of cells there are; a spreadsheet program keeps at most 65,490.
    package var styles = 65_536
    /// How many texts all cells share, and their bytes.
    package var texts = 20_000_000
    package var bytesOfTexts = 1 << 30
    /// The bytes of the text of one cell; a spreadsheet program keeps at most 32,767 characters.
    package var bytesOfCell = 131_072
    /// How many cells of a sheet hold something.
    package var cells = 20_000_000
    /// How many ranges of a sheet are merged.
    package var mergedRanges = 100_000

    /// The limits that hold unless something else is said.
    package init() {}

    /// A number of bytes as people say it.
    static func words(_ bytes: Int) -> String {
        if bytes >= 1 << 30, bytes % (1 << 30) == 0 { return "\(bytes >> 30) GiB" }
        return bytes >= 1 << 20 ? "\(bytes >> 20) MiB" : "\(bytes) bytes"
    }
}
