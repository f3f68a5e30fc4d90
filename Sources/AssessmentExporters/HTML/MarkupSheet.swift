internal import AssessmentCore
internal import Foundation

/// The bytes that the pieces of a page are written on, one behind another in the order in which they are made.
///
/// What stands on it is never changed, so that a piece can be a stretch of it. It belongs to the thread that makes the
/// page, and is there as long as that is made: so a sheet, and a piece on it, is passed on without counting references.
struct MarkupSheet: @unchecked Sendable, Equatable {
    /// Where each thread keeps the sheet of the page that it makes. A task-local value is found more slowly, and every
    /// element and text asks for it.
    private static let place: pthread_key_t = {
        var key = pthread_key_t()
        let failure = pthread_key_create(&key, nil)
        precondition(failure == 0, "the system has no more places for threads")
        return key
    }()

    /// The sheet of the page that is being made; nothing outside of any.
    @inline(__always)
    static var current: MarkupSheet? {
        pthread_getspecific(place).map { MarkupSheet(contents: $0.assumingMemoryBound(to: Contents.self)) }
    }

    private struct Contents {
        var count = 0
        // A scorecard with all its workings has its place; what no page needs is never touched.
        var capacity = 1 << 19
        var start = UnsafeMutablePointer<UInt8>.allocate(capacity: 1 << 19)
        var joints: [Joint] = []
    }

    /// A stretch with what stands before it, where a piece is made of several.
    private struct Joint {
        let before: Place
        let stretch: Stretch
    }

    /// A run of bytes.
    struct Stretch {
        var start: Int32
        var end: Int32
    }

    /// The place of a joint; below zero where there is none.
    typealias Place = Int32

    private let contents: UnsafeMutablePointer<Contents>

    /// Does something with a sheet of its own, which is then gone.
    static func withSheet<Result>(_ work: (MarkupSheet) -> Result) -> Result {
        let contents = UnsafeMutablePointer<Contents>.allocate(capacity: 1)
        contents.initialize(to: Contents())
        let outer = pthread_getspecific(place)
        pthread_setspecific(place, contents)
        defer {
            pthread_setspecific(place, outer)
            contents.pointee.start.deallocate()
            contents.deinitialize(count: 1)
            contents.deallocate()
        }
        return work(MarkupSheet(contents: contents))
    }

    /// Where the next byte is written.
    var end: Int32 { Int32(truncatingIfNeeded: contents.pointee.count) }

    /// Puts a stretch behind others.
    ///
    /// - Parameter before: the place of those before; below zero where there are none.
    /// - Returns: the place of all of them.
    func join(_ stretch: Stretch, behind before: Place) -> Place {
        contents.pointee.joints.append(Joint(before: before, stretch: stretch))
        return Place(contents.pointee.joints.count - 1)
    }

    /// The stretches up to a place, in order.
    func stretches(upTo place: Place) -> [Stretch] {
        var (stretches, place): ([Stretch], Place) = ([], place)
        while place >= 0 {
            let joint = contents.pointee.joints[Int(place)]
            stretches.append(joint.stretch)
            place = joint.before
        }
        return stretches.reversed()
    }

    /// The bytes of some stretches, one behind another.
    func bytes(_ stretches: [Stretch]) -> [UInt8] {
        let length = stretches.reduce(0) { $0 + Int($1.end - $1.start) }
        return [UInt8](unsafeUninitializedCapacity: length) { buffer, initialised in
            for stretch in stretches {
                guard let place = buffer.baseAddress else { break }
                let count = Int(stretch.end - stretch.start)
                (place + initialised).initialize(from: contents.pointee.start + Int(stretch.start), count: count)
                initialised += count
            }
        }
    }

    /// Writes one byte.
    func write(_ byte: UInt8) {
        reserve(1)
        put(byte)
    }

    /// Writes words of the program's own, as they are.
    @inline(__always)
    func write(_ words: StaticString) {
        write(UnsafeBufferPointer(start: words.utf8Start, count: words.utf8CodeUnitCount))
    }

    /// Writes bytes as they are.
    func write(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let first = bytes.baseAddress else { return }
        reserve(bytes.count)
        (contents.pointee.start + contents.pointee.count).initialize(from: first, count: bytes.count)
        contents.pointee.count += bytes.count
    }

    /// Writes a name of the program's own, as it is.
    func write(name: String) {
        MarkupSheet.withBytes(name) { write($0) }
    }

    /// Writes a text in which nothing is left that HTML or the direction of writing would act on, for content and
    /// attributes alike.
    func write(escaping text: String) {
        MarkupSheet.withBytes(text) { write(escaping: $0) }
    }

    private static func withBytes(_ text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        if text.utf8.withContiguousStorageIfAvailable(body) == nil {
            var own = text
            own.withUTF8(body)
        }
    }

    private func write(escaping bytes: UnsafeBufferPointer<UInt8>) {
        // No character becomes longer than six times its bytes.
        reserve(6 * bytes.count)
        guard let source = bytes.baseAddress else { return }
        var target = contents.pointee.start + contents.pointee.count
        var position = 0
        while position < bytes.count {
            let run = MarkupSheet.plainBytes(source + position, upTo: bytes.count - position)
            target.initialize(from: source + position, count: run)
            target += run
            position += run
            if position < bytes.count {
                contents.pointee.count = target - contents.pointee.start
                position += escape(source + position, source[position])
                target = contents.pointee.start + contents.pointee.count
            }
        }
        contents.pointee.count = target - contents.pointee.start
    }

    /// Writes a character that may have to be replaced; room for it was made.
    ///
    /// - Returns: the number of its bytes in the text.
    private func escape(_ source: UnsafePointer<UInt8>, _ first: UInt8) -> Int {
        // A string is well-formed, so that the first byte tells how many follow; no longer ones are replaced.
        let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : 3
        let value =
            switch length {
            case 1: UInt32(first)
            case 2: UInt32(first & 0x1F) << 6 | UInt32(source[1] & 0x3F)
            default: UInt32(first & 0x0F) << 12 | UInt32(source[1] & 0x3F) << 6 | UInt32(source[2] & 0x3F)
            }
        guard let scalar = Unicode.Scalar(value), let readable = SafeText.readable(scalar) else { return length }
        if readable != scalar {
            UTF8.encode(readable, into: put)
        } else if length == 1, let entity = SafeText.entity(of: readable) {
            write(entity)
        } else {
            for place in 0..<length { put(source[place]) }
        }
        return length
    }

    /// How many bytes of UTF-8 from the first on belong to characters that stay as they are.
    @inline(__always)
    private static func plainBytes(_ source: UnsafePointer<UInt8>, upTo count: Int) -> Int {
        var run = 0
        while run < count {
            let byte = source[run]
            if isPlain(byte) {
                run += 1
            } else if run + 2 < count, isPlainOfThree(byte, source[run + 1], source[run + 2]) {
                run += 3
            } else {
                break
            }
        }
        return run
    }

    /// Whether a character of three bytes stays as it is although others that begin like it do not: the punctuation that
    /// Chinese and English texts are full of.
    @inline(__always)
    private static func isPlainOfThree(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
        switch first {
        // U+2010 to U+2027, such as dashes and quotation marks, and from U+2080 on, such as arrows and signs.
        case 0xE2: second == 0x80 ? (0x90...0xA7).contains(third) : second > 0x81
        // Full-width signs, U+FF00 to U+FF7F.
        case 0xEF: second == 0xBC || second == 0xBD
        default: false
        }
    }

    /// Whether a byte of UTF-8 belongs to no character that is replaced.
    @inline(__always)
    private static func isPlain(_ byte: UInt8) -> Bool {
        // Of the first 64 characters the controls, and those that begin or end something.
        let marked: UInt64 = 0xFFFF_FFFF | 1 << 0x22 | 1 << 0x26 | 1 << 0x27 | 1 << 0x3C | 1 << 0x3E
        // What may begin a control, a mark of direction, a line separator, or no character at all.
        return byte < 0x40
            ? marked & (1 << UInt64(byte)) == 0
            : byte != 0x7F && byte != 0xC2 && byte != 0xD8 && byte != 0xE2 && byte != 0xEF
    }

    /// Writes a byte that room was made for.
    @inline(__always)
    private func put(_ byte: UInt8) {
        (contents.pointee.start + contents.pointee.count).initialize(to: byte)
        contents.pointee.count += 1
    }

    @inline(__always)
    private func reserve(_ additional: Int) {
        if contents.pointee.count + additional > contents.pointee.capacity { grow(by: additional) }
    }

    @inline(never)
    private func grow(by additional: Int) {
        let least = contents.pointee.count + additional
        // Stretches are told by numbers of 32 bits.
        precondition(least < Int(Int32.max), "a page of more than two gigabytes")
        contents.pointee.capacity = max(least, 2 * contents.pointee.capacity)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: contents.pointee.capacity)
        larger.initialize(from: contents.pointee.start, count: contents.pointee.count)
        contents.pointee.start.deallocate()
        contents.pointee.start = larger
    }
}
