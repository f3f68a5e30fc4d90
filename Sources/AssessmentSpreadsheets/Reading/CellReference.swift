/// Names of cells, such as `D12`.
enum CellReference {
    /// How many rows and columns a sheet has.
    static let rows = 1_048_576
    static let columns = 16_384

    /// The row and the column of a name, from 1, in whatever range; nothing where it is none.
    static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> (row: Int, column: Int)? {
        var index = 0
        var (row, column) = (0, 0)
        while index < bytes.count, bytes[index] &- 0x41 < 26, index < 4 {
            column = column * 26 + Int(bytes[index] - 0x40)
            index += 1
        }
        let letters = index
        while index < bytes.count, bytes[index] &- 0x30 < 10, index < letters + 9 {
            row = row * 10 + Int(bytes[index] - 0x30)
            index += 1
        }
        return letters > 0 && index > letters && index == bytes.count ? (row, column) : nil
    }

    /// The block of a name such as `B2:D5`; nothing where it is none, or out of range.
    static func block(_ bytes: UnsafeBufferPointer<UInt8>) -> Sheet.Block? {
        let colon = bytes.firstIndex(of: UInt8(ascii: ":")) ?? bytes.count
        let last = colon == bytes.count ? bytes[...] : bytes[(colon + 1)...]
        guard let from = parse(UnsafeBufferPointer(rebasing: bytes[..<colon])),
            let to = parse(UnsafeBufferPointer(rebasing: last)), from.row <= to.row, from.column <= to.column,
            from.row >= 1, to.row <= rows, to.column <= columns
        else { return nil }
        return Sheet.Block(rows: from.row...to.row, columns: from.column...to.column)
    }

    /// A whole number of digits alone; nothing where it is none, or large.
    static func number(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard (1...9).contains(bytes.count) else { return nil }
        var number = 0
        for byte in bytes {
            guard byte &- 0x30 < 10 else { return nil }
            number = number * 10 + Int(byte - 0x30)
        }
        return number
    }
}
