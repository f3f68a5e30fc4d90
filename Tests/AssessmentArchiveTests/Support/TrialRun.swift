import AssessmentArchive
import AssessmentCore
import AssessmentData
import AssessmentExporters
import Testing

/// A small run that nothing had to be computed for.
enum TrialRun {
    static let specification = RunFile(.specification, path: "assessment.yml", bytes: Array("assessment: trial\n".utf8))
    static let units = RunFile(.data, path: "data/units.csv", bytes: Array("code,name\n1,甲\n".utf8))
    static let result = RunFile(.output, path: "result.json", bytes: Array("{}\n".utf8))

    static func observations(_ value: Int = 5) -> RunFile {
        RunFile(.data, path: "data/observations.csv", bytes: Array("unit,value\n1,\(value)\n".utf8))
    }

    /// A run with the usual files, and others in their place.
    static func new(
        _ files: [RunFile] = [specification, units, observations(), result], period: String = "2020",
        hasDataFolder: Bool = false, processes: [Manifest.Process] = [], collections: [Manifest.Collection] = []
    ) -> NewRun {
        let inputs = files.filter { $0.role != .output }.map { Manifest.Input(file: $0.path, sha256: sha256($0.bytes)) }
        let manifest = Manifest(
            workbench: "0.1.0", platform: "linux x86_64", plugins: ["Trial": "1.0.0"], processes: processes,
            collections: collections, inputs: inputs, results: String(repeating: "0", count: 64))
        return NewRun(
            assessment: "trial", title: BilingualText(zh: "试验", en: "Trial"), period: period, kind: "review",
            manifest: ManifestDocument(manifest), files: files, hasDataFolder: hasDataFolder)
    }

    /// Eight in the morning of a day in March 2021.
    static func morning(_ day: Int) throws -> Timestamp {
        try #require(Timestamp("2021-03-\(day < 10 ? "0" : "")\(day)T08:00:00Z"))
    }

    static let reviewCase = ReviewCase(assessment: "trial", period: "2020")

    static func event(_ kind: String, by actor: String = "合肥市", run: Int? = nil) throws -> NewReviewEvent {
        NewReviewEvent(
            run: run, kind: kind, actor: actor, date: try #require(CalendarDate("2021-03-02")),
            recordedAt: try #require(Timestamp("2021-03-02T01:00:00Z")), payload: Array(#"{"note":"x"}"#.utf8))
    }
}
