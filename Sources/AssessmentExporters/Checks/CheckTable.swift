internal import AssessmentCore

/// Every case that the checks found, as a table.
struct CheckTable {
    private let assessment: CompletedAssessment

    init(_ assessment: CompletedAssessment) { self.assessment = assessment }

    /// The file, RFC 4180: a line a case.
    var file: OutputFile {
        let headings = [
            "severity", "check", "rule", "asked_of_zh", "asked_of_en", "subject_zh", "subject_en", "period", "unit",
            "name_zh", "name_en", "found", "at_least", "at_most", "text_zh", "text_en", "remark_zh", "remark_en",
            "question_zh", "question_en", "variables", "register", "origins",
        ]
        let lines = assessment.findings.flatMap { finding in finding.cases.map { line(finding, $0) } }
        return OutputFile(
            path: "checks.csv", text: ([headings] + lines).map { $0.joined(separator: ",") + "\n" }.joined())
    }

    private func line(_ finding: CheckFinding, _ found: CheckFinding.Case) -> [String] {
        let unit = found.unit.flatMap { assessment.data.units[$0] }
        let texts = [
            finding.severity.rawValue, finding.check, finding.rule, finding.askedOf.zh, finding.askedOf.en,
            finding.headline.zh, finding.headline.en, finding.period?.description ?? "", found.unit ?? "",
            unit?.name.zh ?? "", unit?.name.en ?? "",
        ]
        let further = [
            found.text.zh, found.text.en, finding.remark?.zh ?? "", finding.remark?.en ?? "", finding.question.zh,
            finding.question.en, finding.variables.joined(separator: ";"), finding.register ?? "",
            found.origins.map(\.place).joined(separator: "; "),
        ]
        return texts.map(CSVCell.text) + [found.found, found.atLeast, found.atMost].map(CSVCell.number)
            + further.map(CSVCell.text)
    }
}
