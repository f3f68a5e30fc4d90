internal import AssessmentCore

/// The page of `assess check`: what to ask of whom.
struct ChecksPage {
    let frame: PageFrame

    private var rendering: Rendering { frame.rendering }

    /// The page.
    var document: [UInt8] {
        frame.document(title: rendering(Wording.checks)) {
            Tag.p(.style(.above)) { "\(rendering.assessment.specification.period)" }
            Tag.h1 { rendering(Wording.checks) }
            Tag.p(.style(.lead)) { rendering(Wording.checksLead(rendering.assessment.findings)) }
            for group in AskedFindings.groups(rendering.assessment.findings) {
                Tag.section {
                    Tag.h2 { rendering(Wording.askedOf(group.askedOf)) }
                    for finding in group.findings {
                        FindingMarkup(rendering: rendering, finding: finding).markup(depth: 3)
                    }
                }
            }
        }
    }
}

/// A finding with its cases.
struct FindingMarkup {
    let rendering: Rendering
    let finding: CheckFinding

    /// Cases beyond so many are shown behind a line that opens.
    private static let shown = 5

    /// The finding under a heading.
    func markup(depth: Int) -> Markup {
        Tag.div {
            Tag.heading(depth)() {
                Tag.span(.style(.grade)) { rendering(finding.severity.name) }
                " "
                rendering(finding.headline)
            }
            Tag.p {
                rendering(finding.question)
                if let remark = finding.remark {
                    " "
                    Tag.span(.style(.quiet)) { rendering(remark) }
                }
            }
            if finding.cases.count > FindingMarkup.shown {
                Tag.details {
                    Tag.summary { rendering(Wording.caseCount(finding.cases.count)) }
                    cases
                }
            } else {
                cases
            }
        }
    }

    private var cases: Markup {
        Tag.table(.style(.stacked, .findings)) {
            Tag.caption(.style(.spoken)) { rendering(finding.headline) }
            Tag.thead {
                Tag.tr {
                    Tag.th(.scope(.column)) { rendering(Wording.unit) }
                    Tag.th(.scope(.column), .style(.words)) { rendering(Wording.finding) }
                    Tag.th(.scope(.column)) { rendering(Wording.readFrom) }
                }
            }
            Tag.tbody {
                for found in finding.cases { line(found) }
            }
        }
    }

    private func line(_ found: CheckFinding.Case) -> Markup {
        Tag.tr {
            Tag.th(.scope(.row)) {
                found.unit.map { code in
                    rendering.assessment.data.units[code].map { rendering($0.name) } ?? code
                } ?? rendering(Wording.allUnits)
            }
            Tag.td(.style(.words), .heading(rendering(Wording.finding))) { rendering(found.text) }
            Tag.td(.style(.words, .place), .heading(rendering(Wording.readFrom))) {
                for origin in found.origins.prefix(4) {
                    Tag.div { rendering(Wording.place(origin)) }
                }
                if found.origins.count > 4 { Tag.div { rendering(Wording.moreCells(found.origins.count - 4)) } }
            }
        }
    }
}

/// The section of the page of data quality that tells what the checks found.
struct FindingsSection {
    let rendering: Rendering

    /// The section; nothing where the checks found nothing.
    var markup: Markup {
        let findings = rendering.assessment.findings
        guard !findings.isEmpty else { return .empty }
        return Tag.section {
            Tag.h2 { rendering(Wording.checks) }
            Tag.p { rendering(Wording.checksLead(findings)) }
            for group in AskedFindings.groups(findings) {
                Tag.h3 { rendering(Wording.askedOf(group.askedOf)) }
                for finding in group.findings {
                    FindingMarkup(rendering: rendering, finding: finding).markup(depth: 4)
                }
            }
        }
    }
}
