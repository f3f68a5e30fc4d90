internal import AssessmentArchive
internal import AssessmentCore
internal import AssessmentExporters

/// What a record of data says, for the person at the terminal.
enum DataRecordText {
    /// In one line.
    static func line(_ content: DataRecordContent) -> String {
        switch content {
        case .revision(let record):
            let unit = record.unit.isEmpty ? "" : " of \(record.unit)"
            return "revision \(record.revision) of \(record.collection): \(record.file)\(unit), \(amounts(record))"
        case .checks(let record):
            return "\(record.stops) stop, \(record.warnings) warnings, \(record.notes) notes, \(record.cases) cases"
        case .sample(let record):
            return "\(record.drawn) of \(record.values) values, seed \(record.seed), share \(percent(record.share))"
        case .findings(let record):
            return "on sample \(record.sample): \(record.wrong) wrong and \(record.unverifiable) unverifiable of "
                + "\(record.looked) values"
        }
    }

    /// As rows of a table.
    static func facts(_ content: DataRecordContent) -> [[String]] {
        switch content {
        case .revision(let record):
            [
                ["collection", record.collection], ["revision", String(record.revision)],
                ["file", record.file], ["SHA-256", record.sha256],
                ["unit", record.unit.isEmpty ? "in each row" : record.unit],
                ["standard", record.standard.isEmpty ? "none: a text file" : record.standard],
                ["brought", amounts(record)],
            ]
        case .checks(let record):
            [
                ["stop", String(record.stops)], ["warnings", String(record.warnings)], ["notes", String(record.notes)],
                ["cases", String(record.cases)],
            ]
        case .sample(let record):
            [
                ["seed", record.seed], ["share", percent(record.share)],
                ["drawn", "\(record.drawn) of \(record.values) values"], ["units", String(record.units)],
                ["team", String(record.team)],
            ]
        case .findings(let record):
            [
                ["on sample", "record \(record.sample)"], ["looked at", String(record.looked)],
                ["wrong", String(record.wrong)], ["unverifiable", String(record.unverifiable)],
                ["error rate", rate(record)],
            ]
        }
    }

    /// The revision of a collection that something rests on, as a row of a table.
    static func fact(_ collection: ManifestDocument.Collection, _ record: DataRecord?) -> [String] {
        let kept = record.map { "record \($0.number) of this archive" } ?? "not kept in this archive"
        return ["collection", "revision \(collection.revision) of \(collection.folder), \(kept)"]
    }

    private static func amounts(_ record: RevisionRecord) -> String {
        let entries =
            record.registers.isEmpty
            ? "" : ", \(record.entries) entries of \(record.registers.joined(separator: ", "))"
        return "\(record.values) values\(entries)"
    }

    private static func rate(_ record: FindingsRecord) -> String {
        guard let lower = record.lower, let upper = record.upper, record.looked > 0 else {
            return "the sample is empty"
        }
        let rate = Double(record.wrong + record.unverifiable) / Double(record.looked)
        return "\(percent(rate)), 95 % confidence interval \(percent(lower)) to \(percent(upper))"
    }

    private static func percent(_ share: Double) -> String { DecimalRounding.text(100 * share, decimals: 2) + "%" }
}
