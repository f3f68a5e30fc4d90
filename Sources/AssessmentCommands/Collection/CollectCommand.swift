internal import ArgumentParser
internal import AssessmentCollection
internal import AssessmentCore
internal import AssessmentData
internal import AssessmentWorkbench
internal import Foundation

struct CollectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "collect",
        abstract: "Take filled forms and text files into the collection of a specification.",
        discussion: """
            The specification names the collection: ‘- collection: collected’ under ‘data’. Workbooks must be forms of \
            its period and standard; text files have the columns unit, variable, period, value and may have status, note \
            and standard, the digest of the standard that they follow. Each file that changes something is a revision: nothing that was taken in before is changed. A file \
            with a problem is refused as a whole, with every problem told, and the others are taken.

            With --archive, every revision that the archive lacks is stored in it, with the file that was taken in: see \
            ‘assess archive data’.

            Exit codes: 0 every file was taken, 65 some were refused.
            """)

    @OptionGroup var source: SpecificationOptions

    @Argument(help: "The files, or folders whose workbooks and text files are taken.", completion: .file())
    var files: [String]

    @OptionGroup var archive: ArchiveOption

    func validate() throws {
        if files.isEmpty { throw ValidationError("Name at least one file, or a folder of files.") }
    }

    func run() async throws {
        let refused = try await Terminal().reporting {
            let workbench = try AssessmentCommand.workbench()
            try archive.check()
            let loaded = try await source.load(workbench, comparingScheme: false, collecting: true)
            // An archive that the collection does not fit to is told of before anything is taken in.
            if let path = archive.path { _ = try workbench.revisions(of: loaded, lackingIn: path) }
            let (read, passedOver) = try CollectCommand.read(files)
            let outcome = try workbench.collect(read, into: loaded)
            for report in outcome.taken {
                print(words(report, loaded.reportingUnits))
                for overwritten in report.overwritten {
                    print(printable("  replaces a correction: \(overwritten.text)"))
                }
                for register in report.kept {
                    Terminal.tell(
                        printable(
                            "warning: \(report.file): the sheet of \(register) is blank, and \(report.unit) reported entries "
                                + "of it before, which stay; to withdraw them, choose ‘none’ in the head of the sheet, or keep "
                                + "each with its date of withdrawal"))
                }
                if report.revision != nil, !report.namesStandard {
                    Terminal.tell(
                        printable(
                            "note: \(report.file) names no standard, so that its values were taken as what is asked today; a "
                                + "column ‘standard’ with \(loaded.standard.digest.prefix(12)) would say so"))
                }
                for remark in report.passedOver { Terminal.tell(printable("warning: \(remark)")) }
            }
            for refused in outcome.refused { Terminal.tell(refused.problems.description) }
            for path in passedOver {
                Terminal.tell("\(path): passed over: neither a workbook nor a text file; expected .xlsx or .csv")
            }
            let revisions = outcome.taken.count { $0.revision != nil }
            print(
                "\(read.count) \(read.count == 1 ? "file" : "files"): \(revisions) taken in, "
                    + "\(outcome.taken.count - revisions) without change, \(outcome.refused.count) refused"
                    + (passedOver.isEmpty ? "" : "; \(passedOver.count) passed over"))
            if let path = archive.path {
                try archive.store(try workbench.revisions(of: loaded, with: outcome, lackingIn: path))
            }
            return outcome.refused.count
        }
        if refused > 0 { throw ExitCode(65) }
    }

    /// The endings of names of workbooks and text files; other programs' workbooks are read too, to be refused with what to
    /// do about it.
    private static let endings = [
        ".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".et", ".numbers", ".csv", ".tsv", ".txt",
    ]

    /// The files with their bytes; a folder stands for its workbooks and text files, in the order of their names, and what
    /// else lies in it is passed over.
    private static func read(
        _ paths: [String]
    ) throws -> (files: [(name: String, bytes: [UInt8])], passedOver: [String]) {
        let manager = FileManager.default
        var (files, passedOver): ([String], [String]) = ([], [])
        for path in paths {
            var isFolder: ObjCBool = false
            guard manager.fileExists(atPath: path, isDirectory: &isFolder) else {
                throw UsageProblem("there is no file ‘\(path)’")
            }
            guard isFolder.boolValue else {
                files.append(path)
                continue
            }
            let all = try manager.contentsOfDirectory(atPath: path).filter {
                !$0.hasPrefix(".") && !$0.hasPrefix("~$")
            }.sorted()
            let names = all.filter { name in
                let ending = name.lowercased()
                return endings.contains { ending.hasSuffix($0) }
            }
            if names.isEmpty { throw UsageProblem("there is no workbook and no text file in the folder ‘\(path)’") }
            let taken = Set(names)
            let folder = path.hasSuffix("/") ? path : path + "/"
            files += names.map { folder + $0 }
            passedOver += all.filter { !taken.contains($0) }.map { folder + $0 }
        }
        let read = try files.map { path in
            let size = (try? manager.attributesOfItem(atPath: path))?[.size] as? Int ?? 0
            guard size <= largest, let data = manager.contents(atPath: path) else {
                throw UsageProblem("‘\(path)’ cannot be read, or is larger than \(largest >> 20) MiB")
            }
            return (name: URL(fileURLWithPath: path).lastPathComponent, bytes: [UInt8](data))
        }
        return (read, passedOver)
    }

    /// The largest file that is taken, in bytes.
    private static let largest = 1 << 30

    private func words(_ report: Intake.Report, _ names: [String: BilingualText]) -> String {
        var text = report.file
        if let name = names[report.unit] { text += " (\(name.zh) \(name.en))" }
        if let earlier = report.alreadyTaken { return text + ": was taken in before, as revision \(earlier)" }
        if let encoding = report.encoding { text += " in \(encoding.rawValue)" }
        let counts = [
            (report.added, "new"), (report.corrected, "corrected"), (report.unchanged, "unchanged"),
            (report.leftBlank, "left blank, which keeps the earlier value"),
        ]
        var parts = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        parts += report.entries.sorted { $0.key < $1.key }.map { name, count in
            switch count {
            case 0: "none of \(name), as stated"
            case 1: "1 entry of \(name)"
            default: "\(count) entries of \(name)"
            }
        }
        parts += report.kept.map { "\($0) left blank, which keeps the earlier entries" }
        parts += report.unreported.map { "\($0) left blank, which counts as not submitted" }
        let revision = report.revision.map { "revision \($0)" } ?? "nothing new"
        return text + ": " + ([revision] + parts).joined(separator: ", ")
    }
}
