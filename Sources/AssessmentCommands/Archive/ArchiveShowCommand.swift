internal import ArgumentParser
internal import AssessmentArchive
internal import AssessmentCore
internal import AssessmentExporters

struct ArchiveShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show a run: what was computed, by what, and out of which files.",
        discussion: """
            The digest of the run covers all that was stored up to it: with one that was kept elsewhere, ‘assess archive \
            check --digest’ proves that nothing of it has changed since.
            """)

    @OptionGroup var archive: ArchiveArgument
    @OptionGroup var number: RunArgument

    func run() async throws {
        try await Terminal().reporting {
            let archive = try Archive(reading: archive.path)
            let run = try archive.run(number.number)
            let manifest = run.manifest
            let plugins = manifest.plugins.keys.sorted().map { "\($0) \(manifest.plugins[$0, default: ""])" }
            let facts =
                [
                    ["run", String(run.number)], ["stored at", run.storedAt.description],
                    ["assessment", run.assessment], ["title", run.title.zh], ["", run.title.en], ["kind", run.kind],
                    ["period", run.period], ["workbench", "\(manifest.workbench), \(manifest.platform)"],
                    ["plug-ins", plugins.isEmpty ? "none" : plugins.joined(separator: ", ")],
                    ["results", run.results], ["digest", run.digest],
                    ["data", run.hasDataFolder ? "in a folder of their own" : "beside the specification"],
                ]
                + (try archive.revisions(behind: manifest, of: run.reviewCase)).map {
                    DataRecordText.fact($0.collection, $0.record)
                }
            let files = run.files.map { [$0.role.rawValue, String($0.size), $0.sha256, $0.path] }
            print(TextTable.text(facts.map { $0.map(printable) }))
            print(
                TextTable.text([["file", "bytes", "SHA-256", "path"]] + files.map { $0.map(printable) }),
                terminator: "")
            let processes = manifest.processes ?? []
            guard !processes.isEmpty else { return }
            print(
                "\nThese plug-ins ran as processes. Their programs are not stored; keep them if the run is to be run again:"
            )
            let programs = processes.map { [$0.plugin, $0.sha256, $0.isolation, $0.command.joined(separator: " ")] }
            print(
                TextTable.text(
                    [["plug-in", "SHA-256", "isolation", "command"]] + programs.map { $0.map(printable) }),
                terminator: "")
        }
    }
}
