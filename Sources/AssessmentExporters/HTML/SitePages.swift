internal import AssessmentCore

/// The pages of the site, each of which can be written by itself, in every language at once.
struct SitePages: Sendable {
    let figures: Figures
    let languages: [Language]
    private let subjects: [PageAddress.Subject]
    private let rows: [Int]

    /// Lists the pages.
    init(figures: Figures, languages: [Language]) {
        self.figures = figures
        self.languages = languages
        rows = figures.rows
        subjects = SitePages.subjects(of: figures.assessment)
    }

    /// The number of pages of an assessment in one language.
    static func count(of assessment: CompletedAssessment) -> Int {
        subjects(of: assessment).count + assessment.rowsOfPeriod.count
    }

    private static func subjects(of assessment: CompletedAssessment) -> [PageAddress.Subject] {
        let template = assessment.template
        var subjects: [PageAddress.Subject] = [.ranking, .methods, .quality]
        if template.shows(.comparison) { subjects.append(.comparison) }
        if assessment.shownRobustness != nil { subjects.append(.robustness) }
        if !assessment.coverage.isEmpty { subjects.append(.policy) }
        if assessment.specification.tasks != nil, assessment.tasks != nil { subjects.append(.tasks) }
        if assessment.specification.ratings != nil, assessment.ratings != nil { subjects.append(.reviewers) }
        if template.shows(.downloads) { subjects.append(.downloads) }
        if template.shows(.search) { subjects.append(.search) }
        for node in assessment.root.children.flatMap(\.subtree) { subjects.append(.page(of: node)) }
        return subjects
    }

    /// A page in every language, in their order.
    func files(at position: Int) -> [OutputFile] {
        if position < subjects.count {
            let subject = subjects[position]
            return languages.map { file(subject, $0) { document(subject, $0) } }
        }
        let result = UnitResult(figures, row: rows[position - subjects.count])
        return languages.map {
            file(.unit(code: result.unit.code), $0) { UnitPage(frame: $0, result: result).document }
        }
    }

    private func file(
        _ subject: PageAddress.Subject, _ language: Language, _ document: (PageFrame) -> [UInt8]
    ) -> OutputFile {
        let frame = PageFrame(
            rendering: Rendering(figures: figures, language: language), subject: subject, languages: languages)
        return OutputFile(path: frame.address.path, bytes: document(frame))
    }

    private func document(_ subject: PageAddress.Subject, _ frame: PageFrame) -> [UInt8] {
        let assessment = figures.assessment
        switch subject {
        case .ranking: return IndexPage(frame: frame).document
        case .comparison: return ComparisonPage(frame: frame).document
        case .methods: return MethodsPage(frame: frame).document
        case .quality: return QualityPage(frame: frame).document
        case .robustness:
            return figures.robustness.map { RobustnessPage(frame: frame, robustness: $0).document } ?? []
        case .policy: return PolicyPage(frame: frame).document
        case .downloads: return DownloadsPage(frame: frame).document
        case .search: return SearchPage(frame: frame).document
        case .tasks:
            guard let scheme = assessment.specification.tasks, let report = assessment.tasks else { return [] }
            return TasksPage(frame: frame, scheme: scheme, report: report).document
        case .reviewers:
            guard let scheme = assessment.specification.ratings, let report = assessment.ratings else { return [] }
            return ReviewersPage(frame: frame, scheme: scheme, report: report).document
        case .pillar(let id), .indicator(let id):
            guard let node = figures.framework.first(where: { $0.id == id }) else { return [] }
            return node.measure == nil
                ? PillarPage(frame: frame, node: node).document : IndicatorPage(frame: frame, node: node).document
        case .statistics, .checks, .unit: return []
        }
    }
}

extension PageAddress.Subject {
    /// The page of a node below the root.
    static func page(of node: FrameworkNode) -> PageAddress.Subject {
        node.measure == nil ? .pillar(id: node.id) : .indicator(id: node.id)
    }
}
