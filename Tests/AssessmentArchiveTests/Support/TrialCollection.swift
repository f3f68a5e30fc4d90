import AssessmentArchive
import AssessmentCore
import AssessmentData
import AssessmentExporters
import Testing

/// A small collection: each revision is a text file with one value of one unit.
enum TrialCollection {
    /// The bytes of the file that a revision took in.
    static func original(_ revision: Int) -> [UInt8] {
        Array("unit,variable,period,value\n1,x,2020,\(revision)\n".utf8)
    }

    static func contents(_ revisions: Int) -> CollectionContents {
        var contents = CollectionContents()
        for revision in 1...revisions {
            let digest = sha256(original(revision))
            contents.sources.append(.init(revision: revision, file: "report-\(revision).csv", sha256: digest))
            contents.values.append(
                .init(
                    revision: revision,
                    place: .init(unit: "1", variable: "x", period: Period(year: 2020)),
                    number: Double(revision), reason: nil,
                    origin: Origin(file: "report-\(revision).csv", row: 2, column: "value"), sha256: digest))
        }
        return contents
    }

    /// The bytes of its files with so many revisions, by their paths.
    static func files(_ revisions: Int) -> [String: [UInt8]] {
        let rows = contents(revisions).rows(after: 0, registers: [:])
        return Dictionary(uniqueKeysWithValues: rows.map { ($0.file, Array(($0.heading + $0.rows).utf8)) })
    }

    /// Revisions as they are stored.
    static func records(_ revisions: ClosedRange<Int>) -> [NewDataRecord] {
        contents(revisions.upperBound).parts(after: revisions.lowerBound - 1, registers: [:]).map { part in
            let revision = part.source.revision
            let extents = files(revision).map {
                RevisionRecord.Extent(path: $0.key, size: $0.value.count, sha256: sha256($0.value))
            }
            let rows = part.files.map { file in
                RunFile(.data, path: file.file, bytes: Array(((revision == 1 ? file.heading : "") + file.rows).utf8))
            }
            let original = original(revision)
            return NewDataRecord(
                .revision(RevisionRecord(part, of: "collected", extents: extents)), of: TrialRun.reviewCase,
                files: rows + [RunFile(.original, path: "originals/\(sha256(original)).csv", bytes: original)])
        }
    }

    /// A run that reads the collection at a revision.
    static func run(_ revision: Int, files: [String: [UInt8]]? = nil) -> NewRun {
        let read = (files ?? self.files(revision)).sorted { $0.key < $1.key }.map {
            RunFile(.data, path: "collected/\($0.key)", bytes: $0.value)
        }
        return TrialRun.new(
            [TrialRun.specification, TrialRun.units] + read + [TrialRun.result],
            collections: [Manifest.Collection(folder: "collected", revision: revision)])
    }

    /// What checks found, with what they read.
    static func checks() -> NewDataRecord {
        let files = [
            TrialRun.specification, TrialRun.units, RunFile(.output, path: "checks.csv", bytes: Array("x\n".utf8)),
        ]
        return NewDataRecord(
            .checks(ChecksRecord(stops: 0, warnings: 2, notes: 1, cases: 5)), of: TrialRun.reviewCase,
            manifest: TrialRun.new(files).manifest, files: files)
    }
}
