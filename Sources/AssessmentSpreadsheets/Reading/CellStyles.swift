#if Excel
/// The formats of cells, of which only is kept as what they show numbers.
final class CellStyles: XMLEvents {
    private var codes: [Int: NumberFormat] = [:]
    private var formats: [Int] = []
    private var isWithinFormats = false
    private let limits: SpreadsheetLimits

    private init(_ limits: SpreadsheetLimits) { self.limits = limits }

    /// As what each format, by its index, shows a number.
    static func read(
        _ part: String, of archive: ZipArchive, _ limits: SpreadsheetLimits
    ) throws(PartProblem) -> [NumberFormat] {
        let reader = CellStyles(limits)
        try XMLReading.read(try archive.stream(part), reader, limits)
        return reader.formats.map { reader.codes[$0] ?? NumberFormat(builtIn: $0) }
    }

    func begin(_ name: XMLName, _ attributes: XMLAttributes) throws(PartProblem) {
        if name == "xf" {
            guard isWithinFormats else { return }
            formats.append(attributes.integer("numFmtId") ?? 0)
            try check(formats.count)
        } else if name == "cellXfs" {
            isWithinFormats = true
        } else if name == "numFmt", !isWithinFormats {
            guard let id = attributes.integer("numFmtId"), let code = attributes.text("formatCode") else { return }
            codes[id] = NumberFormat(code: code)
            try check(codes.count)
        }
    }

    func end(_ name: XMLName) { if name == "cellXfs" { isWithinFormats = false } }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

    private func check(_ count: Int) throws(PartProblem) {
        if count > limits.styles {
            throw PartProblem(
                "there are more than \(limits.styles) formats of cells",
                expected: "a workbook with the formats that it uses; copy the table into a new one")
        }
    }
}
#endif
