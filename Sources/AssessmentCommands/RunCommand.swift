internal import ArgumentParser
internal import AssessmentArchive
internal import AssessmentCore
internal import AssessmentExporters
internal import AssessmentWorkbench
internal import Foundation

struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Run a specification and write its results.",
        discussion: """
            Writes the formats that the specification lists under ‘exports’, all where it lists none: index.html with \
            the ranking, a scorecard a unit, result.json and scores.csv. Earlier results in the folder are replaced \
            whole; a folder that holds anything else is refused, so that nothing of yours is lost. If anything is wrong, all problems are told together \
            and nothing is written.

            Where the specification has ‘robustness’, the run also asks how firm its result is, and every format says it.

            With --archive, the run is stored too, with every file that it read, and behind it the revisions of its \
            collection that the archive lacks, so that one finds the way from the run to what was handed in: see ‘assess \
            archive’.

            With --sparing, one indicator after another is measured, scored and let go, for units by the hundred thousand: \
            scores, ranks and grades of the nodes above are written as aggregates-YEAR.csv, what methods took from the data as \
            parameters.csv and weights.csv, and what was read as manifest.json, with the numbers of a whole run. Files of \
            observations with one variable each are not held in memory. ‘assess explain --sparing’ explains a unit.
            """)

    @OptionGroup var source: SpecificationOptions

    @Option(name: .shortAndLong, help: "The folder for the results.", completion: .directory)
    var output: String

    @Option(help: "The language of the pages, zh or en; those of the specification where none is given.")
    var language: Language?

    @Option(
        name: .customLong("archive"),
        help: "The archive that the run is stored in; it is created where there is none.", completion: .file())
    var archivePath: String?

    @Flag(help: "Run in little memory, and keep what the nodes above the indicators came to.")
    var sparing = false

    @Option(help: "How many indicators are measured at a time; it changes nothing in the results.")
    var threads = ProcessInfo.processInfo.activeProcessorCount

    func validate() throws {
        guard !output.isEmpty else { throw ValidationError("--output must name a folder.") }
        guard (1...1024).contains(threads) else { throw ValidationError("--threads must lie between 1 and 1024.") }
        guard !sparing || (archivePath == nil && language == nil) else {
            throw ValidationError(
                "--sparing writes tables without pages, and is not stored; expected neither --language nor --archive.")
        }
    }

    func run() async throws {
        if sparing { return try await runSparingly() }
        let terminal = Terminal(writesFiles: true)
        try await terminal.reporting {
            let workbench = try AssessmentCommand.workbench()
            try workbench.check(outputFolder: output)
            if let archivePath { try Archive.check(writing: archivePath) }
            terminal.progress("reading \(source.specification)")
            let loaded = try await source.load(workbench)
            for caution in loaded.cautionsOnCollections + loaded.cautionsOnCorrections {
                Terminal.tell(printable("warning: \(caution)"))
            }
            let revisions = try archivePath.map { try workbench.revisions(of: loaded, lackingIn: $0) } ?? []
            terminal.progress("running \(loaded.specification.id)")
            let assessment = try await workbench.run(loaded, threads: threads)
            terminal.progress("writing \(output)")
            // The pages cite the answers of queries by these paths.
            let files =
                try await workbench.files(of: assessment, languages: language.map { [$0] } ?? []) + loaded.answers
            try workbench.write(files, to: output)
            let units = assessment.ledger.panel.units.count
            let start = files.first { $0.path == "index.html" } ?? files.first
            let folder = output.hasSuffix("/") ? output : output + "/"
            print("\(units) units assessed, \(files.count) files written; begin with \(folder)\(start?.path ?? "")")
            for sentence in RobustnessSummary(assessment)?.brief ?? [] { print(sentence.en.printable) }
            for caution in workbench.cautions(of: assessment) { print(caution.en) }
            guard let archivePath else { return }
            terminal.progress("storing in \(archivePath)")
            let run = try workbench.record(of: assessment, from: loaded)
            let archive = try Archive(writing: archivePath)
            try archive.store(revisions, at: .now)
            let stored = try archive.store(run, at: .now)
            print("stored as run \(stored.number) of \(archivePath), with the digest \(stored.digest)")
        }
    }

    private func runSparingly() async throws {
        let terminal = Terminal(writesFiles: true)
        try await terminal.reporting {
            let workbench = try AssessmentCommand.workbench()
            try workbench.check(outputFolder: output)
            terminal.progress("looking through \(source.specification)")
            let loaded = try await source.loadSparingly(workbench)
            for caution in loaded.cautions { Terminal.tell(printable("warning: \(caution)")) }
            terminal.progress("running \(loaded.specification.id)")
            let assessment = try await workbench.aggregates(loaded)
            terminal.progress("writing \(output)")
            let paths = try workbench.write(assessment, to: output)
            let units = assessment.results.panel.units.count
            let folder = output.hasSuffix("/") ? output : output + "/"
            print("\(units) units assessed, \(paths.count) files written; begin with \(folder)\(assessment.start)")
            print(
                "left out: pages and other exports, checks, statistics, tasks and robustness; a unit is explained by ‘assess "
                    + "explain --sparing’")
        }
    }
}
