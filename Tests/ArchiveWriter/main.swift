// Stores runs in an archive one after the other and says of each when it is stored; the tests stop it at any moment.
//
// Arguments: the archive, how many runs, and a word that tells this writer from others.

import AssessmentArchive
import AssessmentCore
import AssessmentData
import AssessmentExporters
import Foundation

func run(_ index: Int, of writer: String) -> NewRun {
    let line = Array("\(writer),\(index)\n".utf8)
    let files = [
        RunFile(.specification, path: "assessment.yml", bytes: Array("assessment: \(writer)\n".utf8)),
        RunFile(.data, path: "data/units.csv", bytes: Array("code\n1\n".utf8)),
        RunFile(.data, path: "data/observations.csv", bytes: (0..<(index % 5 * 9_000 + 1)).flatMap { _ in line }),
        RunFile(.output, path: "result.json", bytes: Array("{\"run\":\(index)}\n".utf8)),
    ]
    let manifest = Manifest(
        workbench: "0.1.0", platform: "linux", plugins: [:],
        inputs: files.dropLast().map { Manifest.Input(file: $0.path, sha256: sha256($0.bytes)) },
        results: sha256(line))
    return NewRun(
        assessment: writer, title: BilingualText(same: writer), period: "2020", kind: "review",
        manifest: ManifestDocument(manifest), files: files)
}

let arguments = CommandLine.arguments
guard arguments.count == 4, let count = Int(arguments[2]), let time = Timestamp("2021-03-01T08:00:00Z") else {
    exit(64)
}
do {
    for index in 0..<count {
        let stored = try Archive(writing: arguments[1]).store(run(index, of: arguments[3]), at: time)
        FileHandle.standardOutput.write(Data("\(stored.number) \(stored.digest)\n".utf8))
    }
} catch {
    FileHandle.standardError.write(Data("\(error)\n".utf8))
    exit(65)
}
