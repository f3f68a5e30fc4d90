internal import AssessmentChecks
public import AssessmentCore
internal import AssessmentExporters
internal import AssessmentPipeline

extension Workbench {
    /// What the checks found in the data of a specification.
    public struct CheckedAssessment: Sendable {
        /// The specification.
        public let specification: Specification
        /// Every unit that data may refer to.
        public let units: UnitTable
        /// What was found.
        public let findings: [CheckFinding]
        let report: CheckReport

        /// The page in some languages, and the table of every case.
        ///
        /// - Parameter languages: the languages, the first one leading; those of the specification where there are none.
        public func files(_ languages: [Language] = []) -> [OutputFile] { report.files(languages) }
    }

    /// Checks the collected data and scores nothing.
    ///
    /// - Parameters:
    ///   - loaded: what was loaded.
    ///   - threads: how many indicators are measured at a time; it changes nothing in the result.
    /// - Throws: ``AssessmentFailure`` where the indicators cannot be measured or targets be worked out.
    public func check(_ loaded: Loaded, threads: Int = 1) async throws -> CheckedAssessment {
        try await hosting([loaded]) {
            let pipeline = Pipeline(loaded.specification, catalogue: loaded.catalogue, threads: threads)
            let measured = try await pipeline.measure(loaded.data)
            let awaited = loaded.awaitedFindings(measured.panel)
            let told = Set(awaited.map { [$0.check] + $0.variables })
            let findings =
                awaited
                + (try Workbench.findings(loaded, measured, pipeline)).filter { finding in
                    finding.period != loaded.specification.period || !told.contains([finding.check] + finding.variables)
                }
            return CheckedAssessment(
                specification: loaded.specification, units: measured.data.units, findings: findings,
                report: CheckReport(
                    loaded.specification, loaded.catalogue, measured.data, panel: measured.panel, findings: findings,
                    manifest: loaded.manifest))
        }
    }

    /// What the checks find in measured data.
    ///
    /// - Throws: `PipelineError` where a target cannot be worked out.
    static func findings(
        _ loaded: Loaded, _ measured: MeasuredAssessment, _ pipeline: Pipeline
    ) throws -> [CheckFinding] {
        let targets = try pipeline.targets(of: measured)
        let targeted = loaded.specification.framework.subtree.compactMap { node -> DataChecks.Targeted? in
            guard let numbers = targets[node.id], let values = measured.measurements[node.id]?.column else {
                return nil
            }
            return DataChecks.Targeted(node: node, values: values, targets: numbers)
        }
        let found = try DataChecks(
            loaded.specification, loaded.catalogue, measured.data, panel: measured.panel,
            peerGroupOfUnit: measured.peerGroupOfUnit, targeted: targeted
        ).findings()
        return found + loaded.replacedCorrections
    }

    /// Refuses data in which a check found what stops the run.
    ///
    /// - Throws: ``AssessmentFailure`` with every case, each with its file and row.
    static func refuse(_ findings: [CheckFinding], in loaded: Loaded) throws {
        let stops = findings.filter { $0.severity == .stop }
        guard !stops.isEmpty else { return }
        let lines = stops.flatMap { finding in
            finding.cases.map { found in
                let origin = found.origins.first
                let place = origin.map { "\(loaded.folderOfData)\($0.file):\($0.row): " } ?? ""
                let unit = found.unit.map { code in
                    "\(code) \(loaded.data.units[code]?.name.zh ?? ""): "
                }
                return "\(place)\(unit ?? "")\(finding.headline.en): \(found.text.en); ask \(finding.askedOf.en) "
                    + "(check \(finding.check))"
            }
        }
        throw AssessmentFailure(
            (lines + [
                "\(lines.count) \(lines.count == 1 ? "case stops" : "cases stop") the run: mend the data, or set the check "
                    + "to ‘warning’ under ‘checks’ where the scheme allows it"
            ]).map { printable($0) }.joined(separator: "\n"), isOutput: false, isGate: true)
    }
}
