internal import AssessmentCore
internal import AssessmentExporters
internal import AssessmentWorkbench

/// What the checks found, as text: by who is asked, the gravest first.
struct CheckText {
    private let checked: Workbench.CheckedAssessment
    private let language: Language

    /// Cases beyond so many are only counted; the table has them all.
    private static let shown = 10

    init(_ checked: Workbench.CheckedAssessment, language: Language) {
        self.checked = checked
        self.language = language
    }

    /// The report, with a last line of counts.
    var text: String {
        let groups = AskedFindings.groups(checked.findings).map { group in
            "\(group.askedOf[language].printable)\n\n" + group.findings.map(text).joined(separator: "\n") + "\n"
        }
        return groups.joined() + counts + "\n"
    }

    private func text(_ finding: CheckFinding) -> String {
        var lines = ["  [\(finding.severity.name[language])] \(finding.headline[language])"]
        for found in finding.cases.prefix(CheckText.shown) {
            let unit = found.unit.map { "\($0) \(checked.units[$0]?.name[language] ?? "")" }
            let text = [unit, found.text[language]].compactMap(\.self).joined(
                separator: language == .chinese ? "：" : ": ")
            lines.append("    - " + text)
        }
        let more = finding.cases.count - CheckText.shown
        if more > 0 { lines.append(language == .chinese ? "    - 另\(more)处" : "    - and \(more) more") }
        lines.append("    " + finding.question[language])
        if let remark = finding.remark { lines.append("    " + remark[language]) }
        return lines.map { $0.printable + "\n" }.joined()
    }

    private var counts: String {
        let findings = checked.findings
        func count(_ severity: CheckSeverity) -> Int { findings.count { $0.severity == severity } }
        let cases = findings.reduce(0) { $0 + $1.cases.count }
        let (stops, warnings, notes) = (count(.stop), count(.warning), count(.note))
        return language == .chinese
            ? "共\(findings.count)项，\(cases)处：终止\(stops)项，警示\(warnings)项，提示\(notes)项"
            : "\(findings.count) finding\(findings.count == 1 ? "" : "s") with \(cases) case\(cases == 1 ? "" : "s"): "
                + "\(stops) stop, \(warnings) warning\(warnings == 1 ? "" : "s"), \(notes) note\(notes == 1 ? "" : "s")"
    }
}
