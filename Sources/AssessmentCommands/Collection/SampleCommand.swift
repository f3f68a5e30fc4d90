internal import ArgumentParser
internal import AssessmentArchive
internal import AssessmentCollection
internal import AssessmentCore
internal import AssessmentWorkbench
internal import Foundation

struct SampleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample",
        abstract: "Draw reported values to be verified on site (双随机), and evaluate what was found.",
        discussion: """
            The draw follows from the published seed, the share and the revision of the collection, which sample.json \
            states: in each stratum, a peer group and a pillar, values are taken in the order of the SHA-256 of \
            ‘seed|group|pillar|unit|variable’. Entries of registers are not sampled; strata.csv names the pillars that \
            have nothing else. Assessors fill in findings.csv or findings.xlsx; ‘assess sample findings’ reads it against \
            the data as of that revision, whatever was collected since, and gives the error rate with its interval, in \
            all and in each stratum, and the corrections for ‘assess collect’. With \
            --archive, sample and findings are stored: the sample first, so that what was drawn is on record before \
            anybody is sent out.
            """,
        subcommands: [SampleDrawCommand.self, SampleFindingsCommand.self], defaultSubcommand: SampleDrawCommand.self)
}

/// What a sample is drawn by.
struct SampleOptions: ParsableArguments {
    @OptionGroup var source: SpecificationOptions

    @Option(help: "The share of the values of each stratum, such as 5% or 0.05.")
    var share: SampleShare

    @Option(help: "The seed, as it is published: any text.")
    var seed: String

    @Option(
        help: "A CSV file of those who may be drawn: assessor, may_not_visit (codes parted by semicolons).",
        completion: .file())
    var assessors: String?

    @Option(help: "How many assessors visit a unit.")
    var team = 2

    @Option(
        help: ArgumentHelp(
            """
            The revision of the collection that values are drawn from; where none is given, the last one, or the one \
            that the findings state.
            """, valueName: "number"))
    var revision: Int?

    @OptionGroup var archive: ArchiveOption

    func validate() throws {
        guard !seed.isEmpty, !seed.contains("|"), !seed.contains(where: \.isNewline) else {
            throw ValidationError("--seed must be a text without ‘|’ and line ends.")
        }
        guard revision.map({ $0 > 0 }) ?? true else { throw ValidationError("--revision must be 1 or more.") }
        guard (1...20).contains(team) else { throw ValidationError("--team must lie between 1 and 20.") }
    }

    /// Loads the specification and draws its sample.
    ///
    /// - Parameter stated: the revision that findings state; the option comes first.
    func draw(_ workbench: Workbench, from stated: Int? = nil) async throws -> Drawn {
        try archive.check()
        let loaded = try await source.load(workbench, comparingScheme: false, asOf: revision ?? stated)
        let list = try assessors.map { path in
            guard let bytes = FileManager.default.contents(atPath: path) else {
                throw UsageProblem("‘\(path)’ cannot be read")
            }
            return (path, [UInt8](bytes))
        }
        let sample = try loaded.sample(share: share.value, seed: seed, assessors: list, team: team)
        let revisions = try archive.path.map { try workbench.revisions(of: loaded, lackingIn: $0) } ?? []
        return Drawn(loaded: loaded, sample: sample, assessors: list?.1, revisions: revisions)
    }

    /// A sample with what it was drawn from.
    struct Drawn {
        let loaded: Workbench.Loaded
        let sample: VerificationSample
        /// The bytes of the list of assessors.
        let assessors: [UInt8]?
        /// The revisions of the collection that the archive lacks.
        let revisions: [NewDataRecord]
    }
}

/// A share written as `5%` or `0.05`.
struct SampleShare: ExpressibleByArgument {
    let value: Double

    init?(argument: String) {
        let isPercent = argument.hasSuffix("%")
        guard let number = Double(isPercent ? String(argument.dropLast()) : argument) else { return nil }
        value = isPercent ? number / 100 : number
        guard value > 0, value <= 1 else { return nil }
    }
}

struct SampleDrawCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "draw", abstract: "Draw a sample and write the form for what is found.")

    @OptionGroup var options: SampleOptions

    @Option(name: .shortAndLong, help: "The folder for sample.csv, strata.csv and the form.", completion: .directory)
    var output: String

    func run() async throws {
        try await Terminal(writesFiles: true).reporting {
            let workbench = try AssessmentCommand.workbench()
            try workbench.check(outputFolder: output)
            let drawn = try await options.draw(workbench)
            let (loaded, sample) = (drawn.loaded, drawn.sample)
            try workbench.write(try loaded.files(of: sample), to: output)
            let values = sample.strata.reduce(0) { $0 + $1.size }
            let units = Set(sample.draws.map(\.item.unit)).count
            print(
                "\(sample.draws.count) of \(values) values drawn in \(sample.strata.count) strata, \(units) units to visit; "
                    + "begin with \(output)/findings.csv")
            if let revision = sample.revision {
                print("drawn from revision \(revision) of the collection: publish it with the seed and the share")
            }
            if !loaded.registersInUse.isEmpty {
                let pillars = sample.unsampled.filter { !$0.registers.isEmpty }
                    .map { "\($0.pillar) of \($0.group)" }
                print(
                    "entries of registers are not sampled (\(loaded.registersInUse.joined(separator: ", ")))"
                        + (pillars.isEmpty ? "" : "; nothing is drawn of \(pillars.joined(separator: ", "))"))
            }
            for unit in sample.understaffed { Terminal.tell("fewer than \(options.team) assessors may visit \(unit)") }
            guard options.archive.path != nil else { return }
            let record = try workbench.record(
                of: sample, assessors: drawn.assessors, team: options.team, from: loaded)
            try options.archive.store(drawn.revisions + [record])
        }
    }
}

struct SampleFindingsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "findings",
        abstract: "Evaluate the findings on a sample: the error rate with its interval, and the corrections.")

    @OptionGroup var options: SampleOptions

    @Option(help: "The filled findings.csv or findings.xlsx.", completion: .file())
    var findings: String

    @Option(
        name: .shortAndLong, help: "The folder for evaluation.csv, evaluation.json and corrections.csv.",
        completion: .directory)
    var output: String?

    func run() async throws {
        try await Terminal(writesFiles: output != nil).reporting {
            let workbench = try AssessmentCommand.workbench()
            if let output { try workbench.check(outputFolder: output) }
            guard let bytes = FileManager.default.contents(atPath: findings) else {
                throw UsageProblem("‘\(findings)’ cannot be read")
            }
            let form = try FindingsForm([UInt8](bytes), file: findings)
            let drawn = try await options.draw(workbench, from: form.revision)
            let (loaded, sample) = (drawn.loaded, drawn.sample)
            let found = try SampleFindings(form, of: sample)
            let record = try options.archive.path.map { path in
                try workbench.record(
                    of: found, bytes: [UInt8](bytes), on: sample, from: loaded, in: try Archive(reading: path))
            }
            if let output {
                try workbench.write(loaded.files(of: found, on: sample), to: output)
            }
            show(found, of: sample)
            show(loaded.withdrawn(by: found))
            if let record { try options.archive.store(drawn.revisions + [record]) }
        }
    }

    private func show(_ found: SampleFindings, of sample: VerificationSample) {
        let evaluation = SampleEvaluation(found, of: sample)
        guard evaluation.whole.drawn > 0 else { return print("the sample is empty") }
        let from = sample.revision.map { ", drawn from revision \($0)" } ?? ""
        print("\(words(evaluation.whole, confidence: "95 % confidence interval "))\(from)")
        for stratum in evaluation.strata {
            print("  \(stratum.group), \(stratum.pillar): \(words(stratum.part, confidence: ""))")
        }
        for line in found.lines where line.finding != .confirmed {
            let value = line.found.map { ", found \(Formula.text(of: $0))" } ?? ""
            print(
                "\(line.unit) \(line.variable): reported \(Formula.text(of: line.reported))\(value) "
                    + "(\(line.finding.rawValue))\(line.note.isEmpty ? "" : ": " + printable(line.note))")
        }
    }

    private func words(_ part: SampleEvaluation.Part, confidence: String) -> String {
        func percent(_ share: Double) -> String { DecimalRounding.text(100 * share, decimals: 2) + "%" }
        guard let rate = part.errorRate, let interval = part.interval else { return "nothing was drawn" }
        return "\(part.errors) of \(part.drawn) values are wrong or cannot be verified: \(percent(rate)), \(confidence)"
            + "\(percent(interval.lowerBound)) to \(percent(interval.upperBound))"
    }

    /// Tells what a run will do about the figures that the corrections withdraw.
    private func show(_ withdrawn: [SampleFindings.Withdrawn]) {
        for figure in withdrawn {
            let rule =
                figure.action == .fail
                ? "‘run’ will stop there: it needs a rule ‘withdrawn’ under ‘missing’, such as ‘missing: { withdrawn: zero }’"
                : "the rule on missing values for ‘withdrawn’ is \(figure.action.rawValue)"
            print(
                "\(figure.variable) of \(figure.unit) is withdrawn by corrections.csv, and \(figure.node) uses it: \(rule)"
            )
        }
    }
}
