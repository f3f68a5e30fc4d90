/// Hands out the bytes of a CSV file block by block, each of whole records, to whichever thread asks next.
///
/// A line end is that of a record where the quotation marks before it are even in number. In a file with a mark where none
/// may stand this holds as far as that mark, behind which nothing counts.
final class CSVBlocks: Sendable {
    /// A run of whole records.
    struct Block {
        /// Its place among all blocks, from 0.
        let number: Int
        let bytes: UnsafeBufferPointer<UInt8>
    }

    private struct State {
        var number = 0
        var start = 0
    }

    // Read by all threads and written by none.
    private nonisolated(unsafe) let bytes: UnsafeBufferPointer<UInt8>
    private let size: Int
    private let state = Guarded(State())

    /// - Parameters:
    ///   - bytes: whole records, which must outlive the blocks.
    ///   - size: how many bytes a block has at least, where so many are left.
    init(_ bytes: UnsafeBufferPointer<UInt8>, size: Int) {
        self.bytes = bytes
        self.size = size
    }

    /// The next block; nothing behind the last one.
    func next() -> Block? {
        state.withLock { state in
            guard state.start < bytes.count else { return nil }
            let end = end(from: state.start)
            let block = Block(number: state.number, bytes: UnsafeBufferPointer(rebasing: bytes[state.start..<end]))
            state.number += 1
            state.start = end
            return block
        }
    }

    private func end(from start: Int) -> Int {
        guard start + size < bytes.count, let base = bytes.baseAddress else { return bytes.count }
        let marks = ByteWords.filled(UInt8(ascii: "\""))
        var (index, count) = (start, 0)
        while index + 8 <= start + size {
            count += ByteWords.countOfZeros(ByteWords.load(base + index) ^ marks)
            index += 8
        }
        while index < bytes.count {
            let byte = base[index]
            index += 1
            if byte == UInt8(ascii: "\"") { count += 1 }
            if byte == UInt8(ascii: "\n"), index >= start + size, count % 2 == 0 { return index }
        }
        return bytes.count
    }
}
