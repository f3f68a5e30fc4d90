public import AssessmentCore

/// What a revision puts behind the files of its collection.
public struct CollectionPart: Sendable {
    /// The rows of a file.
    public struct Rows: Sendable, Hashable {
        /// The path of the file within the folder.
        public let file: String
        /// The text that the file begins with.
        public let heading: String
        /// The rows.
        public let rows: String
    }

    /// The file that was taken in.
    public let source: CollectionContents.Source
    /// The rows, with those of the list of files last; a file without rows is there too where the revision may begin it.
    public let files: [Rows]
    /// How many values it brought.
    public let values: Int
    /// How many entries of registers it brought.
    public let entries: Int
}

extension CollectionContents {
    /// The contents as they were when a revision was the last one.
    public func upTo(_ revision: Int) -> CollectionContents {
        CollectionContents(
            sources: sources.filter { $0.revision <= revision }, values: values.filter { $0.revision <= revision },
            entries: entries.mapValues { entries in entries.filter { $0.revision <= revision } })
    }

    /// The rows of a later state of the collection that its files lack, to be put behind what they hold.
    ///
    /// - Parameters:
    ///   - revision: the last revision that the files have.
    ///   - registers: the registers whose entries are held.
    /// - Returns: the rows by the path of the file within the folder; each file has its heading where it begins.
    public func rows(
        after revision: Int, registers: [String: RegisterDescription]
    ) -> [(file: String, heading: String, rows: String)] {
        CollectionContents.rows(
            sources: sources.filter { $0.revision > revision }, values: values.filter { $0.revision > revision },
            entries: entries.mapValues { entries in entries.filter { $0.revision > revision } }, registers
        ).map { ($0.file, $0.heading, $0.rows) }
    }

    /// What each revision after one put behind the files, in the order of revisions.
    ///
    /// - Parameters:
    ///   - revision: the revision after which they begin.
    ///   - registers: the registers whose entries are held.
    public func parts(after revision: Int, registers: [String: RegisterDescription]) -> [CollectionPart] {
        let values = Dictionary(grouping: values.filter { $0.revision > revision }, by: \.revision)
        let entries = entries.mapValues { entries in
            Dictionary(grouping: entries.filter { $0.revision > revision }, by: \.revision)
        }
        return sources.filter { $0.revision > revision }.map { source in
            let values = values[source.revision] ?? []
            let listed = source.registers.map { ($0, entries[$0]?[source.revision] ?? []) }
            return CollectionPart(
                source: source,
                files: CollectionContents.rows(
                    sources: [source], values: values,
                    entries: Dictionary(listed, uniquingKeysWith: { first, _ in first }), registers),
                values: values.count, entries: listed.reduce(0) { $0 + $1.1.count })
        }
    }

    private static func rows(
        sources: [Source], values: [Value], entries: [String: [Entry]], _ registers: [String: RegisterDescription]
    ) -> [CollectionPart.Rows] {
        var files = [(CollectionFiles.observations, CollectionFiles.valueColumns, values.map(row))]
        for (id, entries) in entries.sorted(by: { $0.key < $1.key }) {
            guard let register = registers[id] else { continue }
            let rows = entries.map { row($0, of: register) }
            files.append((CollectionFiles.register(id), CollectionFiles.columns(of: register), rows))
        }
        let digests = sources.flatMap { source in
            source.digests.sorted { $0.key < $1.key }.map { [String(source.revision), $0.key, $0.value] }
        }
        if !digests.isEmpty { files.append((CollectionFiles.digests, CollectionFiles.digestColumns, digests)) }
        // The list comes last: what it does not name does not count yet.
        files.append((CollectionFiles.sources, CollectionFiles.sourceColumns, sources.map(row)))
        return files.map { file, columns, rows in
            CollectionPart.Rows(file: file, heading: CollectionFiles.heading(columns), rows: text(rows))
        }
    }

    private static func text(_ rows: [[String]]) -> String {
        rows.map { $0.joined(separator: ",") + "\n" }.joined()
    }

    private static func row(_ source: Source) -> [String] {
        [
            String(source.revision), CollectionFiles.written(source.file), source.sha256, source.unit, source.period,
            source.standard, source.registers.joined(separator: ";"),
        ]
    }

    private static func row(_ value: Value) -> [String] {
        [
            String(value.revision), value.place.unit, value.place.variable, value.place.period.description,
            CSVCell.number(value.number), value.reason?.rawValue ?? "", CollectionFiles.written(value.origin.note),
        ] + CollectionFiles.place(value.origin, sha256: value.sha256)
    }

    private static func row(_ held: Entry, of register: RegisterDescription) -> [String] {
        let entry = held.entry
        return [
            String(held.revision), held.reporter, entry.unit, CollectionFiles.written(entry.name),
            CollectionFiles.written(entry.organisationCode), entry.recognition.from?.description ?? "",
            entry.recognition.until?.description ?? "",
        ] + register.fields.map { CollectionFiles.written(entry.fields[$0.id] ?? "") }
            + [CollectionFiles.written(entry.origin.note)]
            + CollectionFiles.place(entry.origin, sha256: held.sha256)
    }
}
