/// The bytes of a JSON document as it is written: on one line, without gaps.
struct JSONSheet {
    private(set) var bytes: [UInt8] = []

    /// Creates an empty sheet.
    init() { bytes.reserveCapacity(1 << 16) }

    /// The number of bytes written.
    var count: Int { bytes.count }

    /// Writes one byte.
    mutating func write(_ byte: UInt8) { bytes.append(byte) }

    /// Writes what another sheet holds.
    mutating func write(_ written: [UInt8]) { bytes.append(contentsOf: written) }

    /// Whether a stretch of the sheet comes before another in the order of bytes.
    func isOrdered(_ first: Range<Int>, before second: Range<Int>) -> Bool {
        bytes.withUnsafeBufferPointer { written in
            written[first].lexicographicallyPrecedes(written[second])
        }
    }

    /// Writes words of the program's own, as they are.
    mutating func write(_ words: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: words.utf8Start, count: words.utf8CodeUnitCount))
    }

    /// Writes a truth value.
    mutating func write(_ flag: Bool) { flag ? write("true") : write("false") }

    /// Writes a whole number.
    mutating func write(_ number: some BinaryInteger) { bytes.append(contentsOf: String(number).utf8) }

    /// Writes a number as short as it reads back exactly, and a whole one without a point.
    ///
    /// - Returns: whether JSON has such numbers: not where it is infinite or none.
    mutating func write(_ number: some BinaryFloatingPoint & CustomStringConvertible) -> Bool {
        guard number.isFinite else { return false }
        let text = number.description
        bytes.append(contentsOf: text.utf8)
        if text.utf8.suffix(2).elementsEqual(".0".utf8) { bytes.removeLast(2) }
        return true
    }

    /// Writes a text in quotation marks, with what may not stand in them escaped.
    mutating func write(quoted text: String) {
        write(UInt8(ascii: "\""))
        if text.utf8.withContiguousStorageIfAvailable({ write(escaping: $0) }) == nil {
            var own = text
            own.withUTF8 { write(escaping: $0) }
        }
        write(UInt8(ascii: "\""))
    }

    private mutating func write(escaping text: UnsafeBufferPointer<UInt8>) {
        var first = 0
        for (place, byte) in text.enumerated() where byte < 0x20 || byte == 0x22 || byte == 0x5C {
            bytes.append(contentsOf: text[first..<place])
            first = place + 1
            write(UInt8(ascii: "\\"))
            switch byte {
            case 0x08: write(UInt8(ascii: "b"))
            case 0x09: write(UInt8(ascii: "t"))
            case 0x0A: write(UInt8(ascii: "n"))
            case 0x0C: write(UInt8(ascii: "f"))
            case 0x0D: write(UInt8(ascii: "r"))
            case 0x22, 0x5C: write(byte)
            default:
                write(byte < 0x10 ? "u000" : "u001")
                let digit = byte & 0x0F
                write(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
            }
        }
        bytes.append(contentsOf: text[first...])
    }

    /// Brings stretches of the sheet into another order, with commas between them.
    ///
    /// - Parameters:
    ///   - stretches: those that make up the end of the sheet, one behind another with a comma between.
    ///   - start: where the first of them begins, as they stand.
    mutating func rearrange(_ stretches: [Range<Int>], from start: Int) {
        let ordered = [UInt8](unsafeUninitializedCapacity: count - start) { buffer, initialised in
            bytes.withUnsafeBufferPointer { written in
                guard let source = written.baseAddress, let target = buffer.baseAddress else { return }
                for stretch in stretches {
                    if initialised > 0 {
                        (target + initialised).initialize(to: UInt8(ascii: ","))
                        initialised += 1
                    }
                    (target + initialised).initialize(from: source + stretch.lowerBound, count: stretch.count)
                    initialised += stretch.count
                }
            }
        }
        bytes.replaceSubrange(start..., with: ordered)
    }
}
