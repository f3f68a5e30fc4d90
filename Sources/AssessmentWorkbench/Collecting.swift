public import AssessmentCollection
public import AssessmentCore
internal import AssessmentData
internal import Foundation

// What goes on before an assessment is run: what is asked, of whom, and what came back.

extension Workbench.Loaded {
    /// The statistical standard of what was loaded.
    public var standard: StatisticalStandard { StatisticalStandard(specification, catalogue) }

    /// The forms of the assessed period, a workbook for each unit that reports.
    ///
    /// - Parameter languages: the languages of the texts; those of the specification where there are none.
    /// - Throws: `MethodError` where nothing is asked, or the package was built without the trait Excel.
    public func forms(languages: [Language] = []) throws -> [OutputFile] {
        let languages = languages.isEmpty ? specification.languages : languages
        return try CollectionForms(standard, of: specification, data: data, languages: languages).files()
    }

    /// The names of the units that report, by code.
    public var reportingUnits: [String: BilingualText] {
        Dictionary(data.units.units.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
    }
}

/// What became of files that were to be taken in.
public struct CollectingOutcome: Sendable {
    /// What became of each file that was read, in the order in which they were named.
    public var taken: [Intake.Report] = []
    /// The files of which nothing was taken, with what is wrong with each.
    public var refused: [(file: String, problems: DiagnosticList)] = []
    /// The collection as it is now, by its folder.
    var collections: [String: CollectionContents] = [:]
}

extension Workbench {
    /// Takes files into the collection of a specification; a file that is refused keeps the others from nothing.
    ///
    /// - Parameters:
    ///   - files: the names of the files with their bytes.
    ///   - loaded: the specification, loaded for collecting.
    /// - Throws: ``AssessmentFailure`` where the specification has no collection or several, or its folder cannot be
    ///   written; nothing is then taken in.
    public func collect(_ files: [(name: String, bytes: [UInt8])], into loaded: Loaded) throws -> CollectingOutcome {
        let collections = loaded.specification.data.compactMap { file -> (folder: String, rules: Set<NumberRule>)? in
            if case .collection(let rules) = file.content { (file.file, rules) } else { nil }
        }
        guard let collection = collections.first, collections.count == 1,
            let held = loaded.collections[collection.folder]
        else {
            throw AssessmentFailure(
                "the specification names \(collections.isEmpty ? "no collection" : "several collections"); expected one "
                    + "‘- collection: collected’ under ‘data’", isOutput: false)
        }
        let reader = ReportedFiles(
            specification: loaded.specification, standard: loaded.standard, units: loaded.data.units,
            rules: collection.rules, observations: loaded.data.observations)
        let elsewhere = HeldElsewhere(loaded.data.observations, besides: held.contents)
        var intake = Intake(held.contents)
        var outcome = CollectingOutcome()
        var originals: [(sha256: String, ending: String, bytes: [UInt8])] = []
        for file in files {
            let digest = sha256(file.bytes)
            do throws(DiagnosticList) {
                // What was taken in before need not be right by the standard of today.
                let isKnown = intake.revision(of: digest) != nil
                let reported = isKnown ? ReportedContents() : try reader.read(file.bytes, name: file.name)
                try elsewhere.check(reported, file: file.name)
                let report = intake.take(reported, from: file.name, sha256: digest)
                if report.revision != nil {
                    originals.append((digest, reader.ending(of: file.bytes), file.bytes))
                }
                outcome.taken.append(report)
            } catch {
                outcome.refused.append((file.name, error))
            }
        }
        let contents = intake.contents.digested(
            after: held.contents.revision, registers: loaded.catalogue.registers)
        if contents.revision > held.contents.revision {
            try CollectionFolder(loaded.folderOfData + collection.folder).add(
                contents, after: held.contents.revision, held: held.files,
                registers: loaded.catalogue.registers, originals: originals)
        }
        outcome.collections = [collection.folder: contents]
        return outcome
    }
}

extension Workbench.Loaded {
    /// Draws a sample of the values of the assessed period to be verified on site.
    ///
    /// - Parameters:
    ///   - share: the share of each stratum, above 0 and up to 1.
    ///   - seed: the seed, as it is published.
    ///   - assessors: the name and bytes of the list of those who may be drawn; nobody is drawn without.
    ///   - team: how many visit a unit.
    /// - Throws: `DiagnosticList` with what is wrong with the list.
    public func sample(
        share: Double, seed: String, assessors: (file: String, bytes: [UInt8])?, team: Int
    ) throws(DiagnosticList) -> VerificationSample {
        var list: [VerificationSample.Assessor] = []
        if let assessors { list = try AssessorList.read(assessors.bytes, file: assessors.file, units: data.units) }
        let items = VerificationSample.items(of: specification, catalogue, data)
        return VerificationSample(
            of: items, share: share, seed: seed, assessors: list, team: team,
            revision: manifest.collections.count == 1 ? manifest.collections.first?.revision : nil,
            unsampled: VerificationSample.unsampled(of: specification, catalogue, data, besides: items))
    }

    /// The registers that the framework counts entries of; these are not sampled.
    public var registersInUse: [String] {
        let uses = specification.framework.subtree.compactMap { node in
            node.measure.flatMap { catalogue.indicators[$0.indicator] }
        }
        return Set(uses.flatMap { $0.description.registers.map(\.id) }).sorted()
    }

    /// The files of what was found of a sample: the result, and the corrections that follow.
    public func files(of found: SampleFindings, on sample: VerificationSample) -> [OutputFile] {
        [found.corrections(period: specification.period, standard: standard.digest)]
            + SampleEvaluation(found, of: sample).files(of: specification.id, period: specification.period)
    }

    /// What the corrections of a sample withdraw, with what the specification does about it.
    public func withdrawn(by found: SampleFindings) -> [SampleFindings.Withdrawn] {
        found.withdrawn(specification, catalogue)
    }

    /// The files of a sample, with the form for what is found.
    ///
    /// - Throws: `MethodError` where the workbook cannot be written.
    public func files(of sample: VerificationSample) throws -> [OutputFile] {
        try sample.files(
            period: specification.period,
            VerificationSample.Names(units: reportingUnits, variables: catalogue.variables))
    }
}
