#if Excel
/// The texts that cells share: runs of different looks are joined, and how they are pronounced is left out.
final class SharedTexts: XMLEvents {
    private var texts: [String] = []
    private var buffer: [UInt8] = []
    private var isWithinItem = false
    private var isTaken = false
    private var pronounced = 0
    private var room: Int
    private let limits: SpreadsheetLimits

    private init(_ limits: SpreadsheetLimits) {
        self.limits = limits
        room = limits.bytesOfTexts
    }

    /// Reads the list.
    static func read(
        _ part: String, of archive: ZipArchive, _ limits: SpreadsheetLimits
    ) throws(PartProblem) -> [String] {
        let reader = SharedTexts(limits)
        try XMLReading.read(try archive.stream(part), reader, limits)
        return reader.texts
    }

    func begin(_ name: XMLName, _ attributes: XMLAttributes) {
        if name.isLetter("t") {
            isTaken = isWithinItem && pronounced == 0
        } else if name == "si" {
            isWithinItem = true
            buffer.removeAll(keepingCapacity: true)
        } else if name == "rPh" {
            pronounced += 1
        }
    }

    func end(_ name: XMLName) throws(PartProblem) {
        if name.isLetter("t") {
            isTaken = false
        } else if name == "si" {
            isWithinItem = false
            if texts.count >= limits.texts { throw PartProblem("there are more than \(limits.texts) texts") }
            texts.append(EscapedText.decode(buffer))
        } else if name == "rPh" {
            pronounced -= 1
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(PartProblem) {
        guard isTaken else { return }
        room -= bytes.count
        if room < 0 || buffer.count + bytes.count > limits.bytesOfCell {
            throw PartProblem(
                room < 0
                    ? "the texts have more than \(SpreadsheetLimits.words(limits.bytesOfTexts))"
                    : "the text numbered \(texts.count) is longer than 32767 characters",
                expected: "texts as a spreadsheet program takes them")
        }
        buffer.append(contentsOf: bytes)
    }
}
#endif
