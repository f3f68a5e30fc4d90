internal import AssessmentCore

/// The bytes that the pieces of a page are written on, one behind another in the order in which they are made.
///
/// What stands on it is never changed, so that a piece can be a stretch of it. A sheet belongs to the thread that made it.
final class MarkupSheet: @unchecked Sendable {
    /// The sheet of the element whose content is being made; nothing outside of any.
    @TaskLocal static var current: MarkupSheet?

    /// The number of bytes written.
    private(set) var count = 0
    private var capacity: Int
    private var start: UnsafeMutablePointer<UInt8>

    /// Creates an empty sheet.
    init() {
        capacity = 256
        start = .allocate(capacity: capacity)
    }

    deinit { start.deallocate() }

    /// The bytes of some stretches, one behind another.
    func bytes(_ stretches: [Range<Int>]) -> [UInt8] {
        let length = stretches.reduce(0) { $0 + $1.count }
        return [UInt8](unsafeUninitializedCapacity: length) { buffer, initialised in
            for stretch in stretches {
                guard let place = buffer.baseAddress else { break }
                (place + initialised).initialize(from: start + stretch.lowerBound, count: stretch.count)
                initialised += stretch.count
            }
        }
    }

    /// Writes one byte.
    func write(_ byte: UInt8) {
        reserve(1)
        start[count] = byte
        count += 1
    }

    /// Writes words of the program's own, as they are.
    func write(_ words: StaticString) {
        write(UnsafeBufferPointer(start: words.utf8Start, count: words.utf8CodeUnitCount))
    }

    /// Writes bytes as they are.
    func write(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let first = bytes.baseAddress else { return }
        reserve(bytes.count)
        (start + count).initialize(from: first, count: bytes.count)
        count += bytes.count
    }

    /// Writes a text in which nothing is left that HTML or the direction of writing would act on, for content and
    /// attributes alike.
    @inline(never)
    func write(escaping text: String) {
        var text = text
        text.withUTF8 { bytes in
            // No character becomes longer than six times its bytes.
            reserve(6 * bytes.count)
            guard let source = bytes.baseAddress else { return }
            var position = 0
            while position < bytes.count {
                let first = position
                while position < bytes.count, MarkupSheet.isPlain(source[position]) { position += 1 }
                (start + count).initialize(from: source + first, count: position - first)
                count += position - first
                if position < bytes.count { position += escape(bytes, at: position) }
            }
        }
    }

    /// Writes a character that may have to be replaced; room for it was made.
    ///
    /// - Returns: the number of its bytes in the text.
    private func escape(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Int {
        var decoder = UTF8()
        var following = bytes[position...].makeIterator()
        guard case .scalarValue(let scalar) = decoder.decode(&following) else { return 1 }
        let length = UTF8.width(scalar)
        guard let readable = SafeText.readable(scalar) else { return length }
        if let entity = SafeText.entity(of: readable) {
            write(entity)
        } else if readable == scalar {
            write(UnsafeBufferPointer(rebasing: bytes[position..<position + length]))
        } else {
            UTF8.encode(readable, into: { write($0) })
        }
        return length
    }

    /// Whether a byte of UTF-8 belongs to no character that is replaced.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): false
        // What may begin a control, a mark of direction, a line separator, or no character at all.
        case 0..<0x20, 0x7F, 0xC2, 0xD8, 0xE2, 0xEF: false
        default: true
        }
    }

    private func reserve(_ additional: Int) {
        if count + additional > capacity { grow(to: count + additional) }
    }

    private func grow(to least: Int) {
        capacity = max(least, 2 * capacity)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        larger.initialize(from: start, count: count)
        start.deallocate()
        start = larger
    }
}
