internal import AssessmentCore

/// What every page has around its content: head, navigation, the notice, and the foot with the digest of the results.
struct PageFrame {
    let rendering: Rendering
    let address: PageAddress
    private let languages: [Language]

    /// Creates the frame of a page.
    init(rendering: Rendering, subject: PageAddress.Subject, languages: [Language]) {
        self.rendering = rendering
        self.languages = languages
        address = PageAddress(
            subject: subject, language: rendering.language, isLeading: rendering.language == languages.first)
    }

    /// The assessment as the run wrote it: in the languages of these pages, where these are others than the specification
    /// chooses for them.
    var written: CompletedAssessment {
        var assessment = rendering.assessment
        guard languages != assessment.languages(of: "html") else { return assessment }
        assessment.specification.languages = languages
        for place in assessment.specification.exports.indices {
            assessment.specification.exports[place].languages = []
        }
        return assessment
    }

    private var specification: Specification { rendering.assessment.specification }
    private var template: ReportTemplate { rendering.assessment.template }

    /// A link to another page in the same language.
    func link(to subject: PageAddress.Subject) -> Link {
        address.link(
            to: PageAddress(subject: subject, language: address.language, isLeading: address.isLeading))
    }

    private func link(to language: Language) -> Link {
        address.link(
            to: PageAddress(
                subject: address.subject, language: language, isLeading: language == languages.first))
    }

    /// The whole page.
    func document(title: String?, @MarkupBuilder content: () -> Markup) -> [UInt8] {
        let name = rendering(rendering.assessment.title)
        return Markup.document {
            Tag.html(.lang(rendering.languageTag)) {
                Tag.head {
                    Tag.meta(.charset("utf-8"))
                    Tag.meta(.name("viewport"), .content("width=device-width, initial-scale=1"))
                    Tag.meta(.name("color-scheme"), .content("light dark"))
                    Tag.title { [title, name].compactMap { $0 }.joined(separator: " · ") }
                    for language in languages where language != address.language {
                        Tag.link(
                            .rel("alternate"), .hreflang(Rendering.tag(of: language)), .href(link(to: language)))
                    }
                    Tag.meta(
                        .policyOfContent(),
                        .content(
                            "default-src 'none'; img-src 'self' file:; style-src 'self' file:; script-src 'self' file:; base-uri 'none'; "
                                + "form-action 'none'"))
                    Tag.link(.rel("stylesheet"), .href(address.link(toFile: Stylesheet.path)))
                    if hasReport { Tag.script(.source(address.link(toFile: SiteScript.path)), .deferred()) }
                }
                Tag.body {
                    Tag.a(.style(.skip), .href(.to(.content))) { rendering(Wording.skip) }
                    header
                    notice
                    Tag.main(.id(.content)) { content() }
                    footer
                }
            }
        }
    }

    private var header: Markup {
        Tag.header(.style(.masthead)) {
            if hasReport, template.logo != nil {
                Tag.img(.style(.logo), .source(address.link(toFile: SiteLogo.path)), .alternative(""))
            }
            Tag.p(.style(.masthead)) {
                Tag.span(.style(.kind)) { rendering(Wording.kind(specification.kind)) }
                rendering(rendering.assessment.title)
            }
            if languages.count > 1 {
                Tag.nav(.label(rendering(Wording.languages))) {
                    for language in languages where language != address.language {
                        Tag.a(
                            .href(link(to: language)), .lang(Rendering.tag(of: language)),
                            .hreflang(Rendering.tag(of: language))
                        ) { Wording.languageName[language] ?? language.rawValue }
                    }
                }
            }
            Tag.nav(.label(rendering(Wording.pages))) {
                if hasReport {
                    item(.ranking, Wording.ranking)
                    if template.shows(.comparison) { item(.comparison, Wording.comparison) }
                    if rendering.assessment.shownRobustness != nil { item(.robustness, Wording.robustness) }
                    item(.methods, Wording.methodsTitle)
                    item(.quality, Wording.quality)
                }
                if hasReport, !rendering.assessment.coverage.isEmpty { item(.policy, Wording.policy) }
                if hasReport, rendering.assessment.tasks != nil { item(.tasks, Wording.tasks) }
                if hasReport, rendering.assessment.ratings != nil { item(.reviewers, Wording.reviewers) }
                if hasStatistics { item(.statistics, Wording.statistics) }
                if hasReport {
                    if template.shows(.downloads) { item(.downloads, Wording.downloads) }
                    if template.shows(.search) { item(.search, Wording.search) }
                }
            }
        }
    }

    /// Whether the pages of the report are there: this is one of them, or they are written beside it.
    private var hasReport: Bool {
        address.subject != .checks && (address.subject != .statistics || rendering.assessment.writes("html"))
    }

    /// Whether the page of statistics is there and says something.
    private var hasStatistics: Bool {
        let assessment = rendering.assessment
        return address.subject == .statistics
            || !assessment.statistics.isEmpty && assessment.writes(StatisticsExporter.id)
    }

    private func item(_ subject: PageAddress.Subject, _ words: BilingualText) -> Markup {
        subject == address.subject
            ? Tag.a(.href(link(to: subject)), .current()) { rendering(words) }
            : Tag.a(.href(link(to: subject))) { rendering(words) }
    }

    private var notice: Markup {
        guard let notice = specification.notice else { return .empty }
        return Tag.aside(.style(.notice), .label(rendering(Wording.notice))) {
            Tag.p {
                Tag.strong { rendering(Wording.notice) + rendering(Wording.colon) }
                rendering(notice)
            }
        }
    }

    private var footer: Markup {
        let manifest = rendering.assessment.manifest
        return Tag.footer {
            if let footer = template.footer { Tag.p { rendering(footer) } }
            Tag.p {
                rendering(rendering.assessment.title)
                " · \(specification.period)"
                if !specification.basis.isEmpty {
                    " · "
                    rendering.verbatim(specification.basis)
                }
            }
            Tag.p {
                rendering(Wording.madeWith(manifest.workbench))
                if !manifest.results.isEmpty {
                    " · "
                    rendering(Wording.digest(String(manifest.results.prefix(12))))
                }
            }
        }
    }
}
