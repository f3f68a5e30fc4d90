public import AssessmentCore

/// The report of what the checks found in the collected data: a page in each language, and a table of every case.
public struct CheckReport: Sendable {
    private let assessment: CompletedAssessment

    /// Creates the report of findings.
    ///
    /// - Parameters:
    ///   - data: carried over to the assessed units.
    ///   - panel: the rows.
    public init(
        _ specification: Specification, _ catalogue: Catalogue, _ data: CollectedData, panel: Panel,
        findings: [CheckFinding], manifest: Manifest
    ) {
        var assessment = CompletedAssessment(
            specification: specification, catalogue: catalogue, data: data,
            peerGroupOfUnit: [Int](repeating: 0, count: panel.units.count), ledger: Ledger(panel: panel, entries: []),
            coverage: [], manifest: manifest)
        assessment.findings = findings
        self.assessment = assessment
    }

    /// The files: `checks.html`, in a folder of its name for each further language, and `checks.csv`.
    ///
    /// - Parameter languages: the languages, the first one leading; those of the specification where there are none.
    public func files(_ languages: [Language]) -> [OutputFile] {
        let written = (languages.isEmpty ? assessment.specification.languages : languages).eachOnce
        let figures = Figures(assessment)
        return written.map { language in
            let frame = PageFrame(
                rendering: Rendering(figures: figures, language: language), subject: .checks, languages: written)
            return OutputFile(path: frame.address.path, bytes: ChecksPage(frame: frame).document)
        } + [Stylesheet.file(for: ReportTemplate()), CheckTable(assessment).file]
    }
}

/// Findings by who is asked, in the order in which each first appears; the gravest first.
public struct AskedFindings: Sendable {
    /// Who is asked.
    public let askedOf: BilingualText
    /// The findings, the gravest first.
    public let findings: [CheckFinding]

    /// Groups findings: those with the gravest finding first, else in the order of the findings.
    public static func groups(_ findings: [CheckFinding]) -> [AskedFindings] {
        let order = CheckSeverity.allCases
        func place(_ finding: CheckFinding) -> Int { order.firstIndex(of: finding.severity) ?? order.count }
        var names: [BilingualText] = []
        for name in findings.map(\.askedOf) where !names.contains(name) { names.append(name) }
        let groups = names.map { name in
            AskedFindings(
                askedOf: name,
                findings: order.flatMap { severity in
                    findings.filter { $0.askedOf == name && $0.severity == severity }
                })
        }
        let worst = groups.map { group in group.findings.map(place).min() ?? order.count }
        return groups.indices.sorted { (worst[$0], $0) < (worst[$1], $1) }.map { groups[$0] }
    }
}
