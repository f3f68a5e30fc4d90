internal import ArgumentParser
internal import AssessmentArchive
internal import AssessmentHosting
internal import AssessmentWorkbench

struct ArchiveCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Look at everything in an archive: is each run as it was stored?",
        discussion: """
            Compares the bytes of each file with its SHA-256, and each run, event and record of data with its digest, which \
            covers all that was stored before it; puts the revisions of collections together, and compares them with what \
            runs read. Who can write the file can also write all digests anew; keep the last one elsewhere, and \
            give it by --digest, to find that out.
            """)

    @OptionGroup var archive: ArchiveArgument

    @Option(
        name: .customLong("digest"),
        help: ArgumentHelp(
            "A digest that was kept, of a run, a record or a check; it must still be there.", valueName: "sha256"))
    var kept: String?

    func validate() throws {
        if let kept, !TrustedPlugins.isDigest(kept) {
            throw ValidationError("--digest ‘\(kept)’ is no SHA-256; expected 64 hexadecimal digits.")
        }
    }

    func run() async throws {
        try await Terminal().reporting {
            let check = try Archive(reading: archive.path).check(against: kept?.lowercased())
            guard check.problems.isEmpty else {
                let count = check.problems.count
                throw ArchiveFailure(
                    .damaged,
                    (check.problems.map { "\(archive.path): \($0)" } + ["\(count) problem\(count == 1 ? "" : "s")"])
                        .joined(separator: "\n"))
            }
            let records = check.records == 0 ? "" : " records of data \(check.records),"
            print(
                "as stored: runs \(check.runs), events \(check.events),\(records) different files \(check.files), their bytes \(check.size)"
            )
            if !check.digest.isEmpty { print("digest \(check.digest)") }
        }
    }
}
