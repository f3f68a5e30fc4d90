public import AssessmentCore

/// Reads the files of a collection, which stand in its folder by the names of ``CollectionFiles``.
public struct CollectionReading {
    private let folder: String
    private let units: UnitTable
    private let registers: [String: RegisterDescription]
    private let passesOverCutOff: Bool
    /// Whether rows were passed over.
    public private(set) var hasPassedOver = false
    private var contents = CollectionContents()
    private var digests: [Int: String] = [:]

    /// Begins to read a collection.
    ///
    /// - Parameters:
    ///   - folder: the folder, as messages name it.
    ///   - units: every unit that data may refer to.
    ///   - registers: the registers that plug-ins declare, by id.
    ///   - passesOverCutOff: whether rows of later revisions than the list names are passed over, as whoever adds to the
    ///     collection does: an intake that was cut off left them, and they count for nothing.
    public init(
        folder: String, units: UnitTable, registers: [String: RegisterDescription], passesOverCutOff: Bool = false
    ) {
        self.passesOverCutOff = passesOverCutOff
        self.folder = folder.hasSuffix("/") ? folder : folder + "/"
        self.units = units
        self.registers = registers
    }

    /// Reads the whole of a collection.
    ///
    /// - Parameter bytes: the bytes of a file by its path within the folder; nothing where there is none.
    /// - Returns: the contents; those of a collection that has taken in nothing where there is no list of files.
    /// - Throws: `DiagnosticList` with every problem of the first file that has any. Rows of a revision that the list does
    ///   not name, as an intake that was cut off leaves them, are a problem.
    public mutating func read(
        _ bytes: (_ path: String) throws(DiagnosticList) -> [UInt8]?
    ) throws(DiagnosticList) -> CollectionContents {
        guard let list = try bytes(CollectionFiles.sources) else { return contents }
        try readSources(list)
        if let digests = try bytes(CollectionFiles.digests) { try readDigests(digests) }
        if let values = try bytes(CollectionFiles.observations) { try readValues(values) }
        for id in Set(contents.sources.flatMap(\.registers)).sorted() {
            guard let register = registers[id], let entries = try bytes(CollectionFiles.register(id)) else { continue }
            contents.entries[id] = try readEntries(entries, of: register)
        }
        return contents
    }

    private mutating func readSources(_ bytes: [UInt8]) throws(DiagnosticList) {
        let columns = CollectionFiles.sourceColumns
        var reader = try TableReader(
            bytes: bytes, file: folder + CollectionFiles.sources, required: columns, known: columns)
        for row in reader.rows {
            guard let file = reader.filled("file", row), let digest = reader.filled("sha256", row) else { continue }
            guard let revision = Int(reader.text("revision", row)), revision == contents.revision + 1 else {
                reader.report(
                    "revision", row, "\(quoted(reader.text("revision", row))) is not the next revision",
                    expected: "\(contents.revision + 1); the list is written by ‘assess collect’ alone")
                continue
            }
            digests[revision] = digest
            contents.sources.append(
                CollectionContents.Source(
                    revision: revision, file: CollectionFiles.meant(file), sha256: digest,
                    unit: reader.text("unit", row), period: reader.text("period", row),
                    standard: reader.text("standard", row),
                    registers: reader.text("registers", row).split(separator: ";").map(String.init)))
        }
        try reader.finish()
    }

    private mutating func readDigests(_ bytes: [UInt8]) throws(DiagnosticList) {
        let columns = CollectionFiles.digestColumns
        var reader = try TableReader(
            bytes: bytes, file: folder + CollectionFiles.digests, required: columns, known: columns)
        for row in reader.rows {
            guard let file = reader.filled("file", row), let digest = reader.filled("sha256", row) else { continue }
            if isCutOff(reader, row) { continue }
            guard let revision = Int(reader.text("revision", row)), contents.sources.indices.contains(revision - 1)
            else {
                reader.report(
                    "revision", row, "‘\(CollectionFiles.sources)’ lists no such revision",
                    expected: CollectionReading.asWritten)
                continue
            }
            contents.sources[revision - 1].digests[file] = digest
        }
        try reader.finish()
    }

    private static let asWritten =
        "rows as ‘assess collect’ writes them; where an intake was cut off, collect its files again"

    /// Whether a row is passed over, since the list does not name its revision yet.
    private mutating func isCutOff(_ reader: TableReader, _ row: CSVTable.Row) -> Bool {
        guard passesOverCutOff, let revision = Int(reader.text("revision", row)), revision > contents.revision
        else { return false }
        hasPassedOver = true
        return true
    }

    private mutating func readValues(_ bytes: [UInt8]) throws(DiagnosticList) {
        let columns = CollectionFiles.valueColumns
        var reader = try TableReader(
            bytes: bytes, file: folder + CollectionFiles.observations, required: columns, known: columns)
        for row in reader.rows {
            guard let (revision, origin, digest) = place(&reader, row), let unit = self.unit("unit", &reader, row),
                let variable = reader.filled("variable", row), let period = reader.period("period", row)
            else { continue }
            let status = reader.text("status", row)
            let reason = Reason(rawValue: status)
            // The program writes very large and very small numbers with an exponent.
            let number = DecimalNumber.parse(reader.text("value", row), by: .program)
            if (number == nil) == (reason == nil) || number == nil && !reader.text("value", row).isEmpty {
                reader.report(
                    status.isEmpty ? "value" : "status", row,
                    "there must be a number or a status that is known, and not both", expected: "one of the two")
                continue
            }
            contents.values.append(
                CollectionContents.Value(
                    revision: revision,
                    place: CollectionContents.Value.Place(unit: unit, variable: variable, period: period),
                    number: number, reason: reason, origin: origin, sha256: digest))
        }
        try reader.finish()
    }

    private mutating func readEntries(
        _ bytes: [UInt8], of register: RegisterDescription
    ) throws(DiagnosticList) -> [CollectionContents.Entry] {
        let columns = CollectionFiles.columns(of: register)
        var reader = try TableReader(
            bytes: bytes, file: folder + CollectionFiles.register(register.id), required: columns, known: columns)
        var entries: [CollectionContents.Entry] = []
        for row in reader.rows {
            guard let (revision, origin, digest) = place(&reader, row), let unit = self.unit("unit", &reader, row),
                let reporter = self.unit("reporter", &reader, row), let name = reader.filled("name", row)
            else { continue }
            let recognition = Validity(
                from: reader.date("recognised_on", row), until: reader.date("withdrawn_on", row))
            let fields = register.fields.map { ($0.id, CollectionFiles.meant(reader.text($0.id, row))) }
            let entry = RegisterEntry(
                unit: unit, name: CollectionFiles.meant(name),
                organisationCode: CollectionFiles.meant(reader.text("organisation_code", row)),
                recognition: recognition,
                fields: Dictionary(fields.filter { !$0.1.isEmpty }, uniquingKeysWith: { first, _ in first }),
                origin: origin)
            entries.append(
                CollectionContents.Entry(revision: revision, reporter: reporter, entry: entry, sha256: digest))
        }
        try reader.finish()
        return entries
    }

    /// The code of a unit that is listed.
    private func unit(_ column: String, _ reader: inout TableReader, _ row: CSVTable.Row) -> String? {
        guard let code = reader.filled(column, row) else { return nil }
        if units[code] != nil { return code }
        reader.report(column, row, "no unit has the code \(quoted(code))", expected: "a code of the file of units")
        return nil
    }

    /// The revision of a row and where it was read.
    private mutating func place(
        _ reader: inout TableReader, _ row: CSVTable.Row
    ) -> (revision: Int, origin: Origin, sha256: String)? {
        let digest = reader.text("sha256", row)
        if isCutOff(reader, row) { return nil }
        guard let revision = Int(reader.text("revision", row)), digests[revision] == digest else {
            reader.report(
                "revision", row, "‘\(CollectionFiles.sources)’ lists no such revision of a file with this SHA-256",
                expected: CollectionReading.asWritten)
            return nil
        }
        guard let file = reader.filled("file", row), let number = Int(reader.text("row", row)) else { return nil }
        let (sheet, cell) = (CollectionFiles.meant(reader.text("sheet", row)), reader.text("cell", row))
        let origin = Origin(
            file: CollectionFiles.meant(file), sheet: sheet.isEmpty ? nil : sheet, row: number,
            column: CollectionFiles.meant(reader.text("column", row)), cell: cell.isEmpty ? nil : cell,
            note: CollectionFiles.meant(reader.text("note", row)))
        return (revision, origin, digest)
    }
}
