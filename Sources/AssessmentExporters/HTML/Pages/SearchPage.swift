internal import AssessmentCore

/// Every unit, pillar, indicator and statement as links in lists that a script searches.
struct SearchPage {
    let frame: PageFrame

    /// The page.
    var document: [UInt8] {
        let rendering = frame.rendering
        let assessment = rendering.assessment
        let nodes = assessment.root.children.flatMap(\.subtree)
        return frame.document(title: rendering(Wording.search)) {
            Tag.h1 { rendering(Wording.searchTitle) }
            Tag.div(.id(.searched)) {
                list(
                    Wording.units,
                    assessment.ledger.panel.units.map {
                        (rendering($0.name), $0.code, frame.link(to: .unit(code: $0.code)))
                    })
                list(
                    Wording.pillarsTitle,
                    nodes.filter { $0.measure == nil }.map { (rendering($0.name), "", frame.link(to: .page(of: $0))) })
                list(
                    Wording.indicators,
                    nodes.filter { $0.measure != nil }.map { (rendering($0.name), "", frame.link(to: .page(of: $0))) })
                if !assessment.coverage.isEmpty {
                    list(
                        Wording.policy,
                        assessment.coverage.compactMap { covered in
                            assessment.catalogue.statements[covered.statement].map {
                                (rendering($0.text), $0.id, frame.link(to: .policy).at(.statement($0.id)))
                            }
                        })
                }
            }
        }
    }

    private func list(_ title: BilingualText, _ entries: [(name: String, code: String, link: Link)]) -> Markup {
        guard !entries.isEmpty else { return .empty }
        return Tag.section(.group()) {
            Tag.h2 { frame.rendering(title) }
            Tag.ul(.style(.found)) {
                for entry in entries {
                    Tag.li {
                        Tag.a(.href(entry.link)) { entry.name }
                        if !entry.code.isEmpty {
                            " "
                            Tag.span(.style(.measure)) { entry.code }
                        }
                    }
                }
            }
        }
    }
}
