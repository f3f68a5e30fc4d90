import AssessmentCore

/// Decodes the tree of assessment.yml into a specification, noting every problem.
struct SpecificationDecoder {
    let catalogue: Catalogue
    let folder: SourceFolder
    let problems: DiagnosticCollector

    /// The ids of plug-ins that run as processes, by where they are listed.
    let hosted: [SourcePosition: String]

    init(
        _ catalogue: Catalogue, _ folder: SourceFolder, _ problems: DiagnosticCollector,
        hosted: [SourcePosition: String] = [:]
    ) {
        self.catalogue = catalogue
        self.folder = folder
        self.problems = problems
        self.hosted = hosted
    }

    private static let shape = Shape(
        name: "a specification",
        keys: [
            Key("assessment", "a mapping", "What is assessed: id, kind, title, period.", required: true),
            Key("units", "a mapping", "The units that are assessed.", required: true),
            Key(
                "plugins", "a list of names and of { process: [program, file] }",
                "The domain plug-ins that are used, linked in or as processes of their own."),
            Key("data", "a list of files", "The files that are read."),
            Key("series_breaks", "a list", "Periods at which the series of a variable begins anew."),
            Key("peer_groups", "a list, or { by: column }", "The groups within which units are ranked."),
            Key("framework", "a mapping", "The pillars and indicators, with weights and methods.", required: true),
            Key("grades", "a list", "The grades with their lowest scores."),
            Key("exports", "a list of formats", "The formats that are written."),
            Key("statistics", "a list of statistics", "The statistics that are taken of the results."),
        ])

    private static let headShape = Shape(
        name: "assessment",
        keys: [
            Key("id", "a lower-case id", "The id of the assessment.", required: true),
            Key("kind", "evaluation or review", "Which instrument it is.", required: true),
            Key("title", "{ zh, en }", "The title.", required: true),
            Key("basis", "a text", "The document that it is based on."),
            Key("notice", "{ zh, en }", "What every page must say of it."),
            Key("period", "a year", "The assessed period.", required: true),
            Key("history", "years such as 2016-2019", "Earlier periods beside it."),
            Key("languages", "a list of zh, en", "The languages that are written, the first one leading."),
        ])

    /// The specification with the catalogue of its plug-ins; nothing where problems were noted that leave no whole.
    func decode(_ root: YAMLNode) -> (specification: Specification, catalogue: Catalogue)? {
        guard let fields = Fields(root, SpecificationDecoder.shape, problems) else { return nil }
        let plugins = plugins(fields)
        guard let chosen = try? catalogue.limited(to: plugins) else { return nil }
        let head = fields["assessment"].flatMap { Fields($0, SpecificationDecoder.headShape, problems) }
        let kind = head?.word("kind", Specification.Kind.self)
        let period = head?["period"].flatMap { node in
            problems.attempt { () throws(Diagnostic) in try node.period() }
        }
        let data = DataDecoder(decoder: self, catalogue: chosen).files(fields)
        let grades = grades(fields)
        let units = units(fields)
        let written = WrittenIndicators()
        let framework = FrameworkDecoder(
            catalogue: chosen, whole: catalogue, problems: problems, kind: kind ?? .evaluation,
            hasTargetsFile: data.contains { $0.content == .targets }, grades: grades,
            groupings: units?.table?.groups ?? [], written: written
        ).decode(fields["framework"])
        let exports = exports(fields, chosen)
        let hasTables = data.contains { if case .table = $0.content { true } else { false } }
        let known = Set(chosen.variables.keys).union(
            written.indicators.flatMap(\.description.variables).map(\.id))
        let statistics = StatisticsDecoder(
            problems: problems, root: framework?.root, variables: hasTables ? nil : known
        ).requests(fields)
        let breaks = DataDecoder(decoder: self, catalogue: chosen).seriesBreaks(fields)
        let groups = peerGroups(fields)
        let groupsBy = peerGroupsBy(fields, groupings: units?.table?.groups ?? [])
        let (id, title) = (head?.text("id"), head?.bilingual("title"))
        if let id, let head { problems.checkIdentifier(id, at: head.position(of: "id")) }
        let (basis, notice) = (head?.text("basis"), head?.bilingual("notice"))
        let languages = head.map { self.languages($0) }
        let history = head.map { self.history($0, before: period) }
        guard let id, let kind, let title, let period, let history, let units, let framework, let languages else {
            return nil
        }
        let specification = Specification(
            id: id, kind: kind, title: title, basis: basis ?? "", notice: notice, period: period, history: history,
            units: units, plugins: plugins, data: data, seriesBreaks: breaks, peerGroups: groups,
            peerGroupsBy: groupsBy,
            weightScale: framework.scale, framework: framework.root, exports: exports, languages: languages,
            statistics: statistics)
        // Two nodes of one id were told above, and each indicator has the id of its node.
        guard let whole = try? chosen.adding(written.indicators) else { return nil }
        return (specification, whole)
    }

    private func plugins(_ fields: Fields) -> [String] {
        let known = catalogue.plugins.map(\.description.id)
        if fields["plugins"] == nil { return [] }
        // Without a list that can be read, each indicator would be a problem of its own.
        guard case .sequence = fields["plugins"]?.value else {
            _ = fields.items("plugins")
            return known
        }
        var listed: [String] = []
        for item in fields.items("plugins") {
            let process = hosted[item.position]
            // What is wrong with a process was told before.
            if process == nil, case .mapping = item.value { continue }
            guard let id = process ?? problems.attempt({ () throws(Diagnostic) in try item.text() }) else { continue }
            if !known.contains(id) {
                let nearest = nearestMatch(to: id, among: known)
                problems.report(
                    at: item.position, "there is no plug-in ‘\(id)’",
                    expected: "one of " + known.joined(separator: ", "), suggestion: nearest)
                // Otherwise each of its indicators would be a problem of its own.
                if let nearest, !listed.contains(nearest) { listed.append(nearest) }
            } else if listed.contains(id) {
                problems.report(at: item.position, "the plug-in ‘\(id)’ is listed twice", expected: "each plug-in once")
            } else {
                listed.append(id)
            }
        }
        return listed
    }

    private func history(_ head: Fields, before period: Period?) -> [Period] {
        guard let node = head["history"],
            let periods = problems.attempt({ () throws(Diagnostic) in try node.periods() })
        else { return [] }
        if let period, let late = periods.first(where: { $0 >= period }) {
            problems.report(
                at: node.position, "the history holds \(late), which does not lie before \(period)",
                expected: "periods before the assessed one")
        }
        if periods.count > 100 {
            problems.report(
                at: node.position, "the history has \(periods.count) periods", expected: "at most 100 periods")
            return []
        }
        return periods
    }

    private func languages(_ head: Fields) -> [Language] {
        guard let node = head["languages"] else { return [.chinese, .english] }
        guard case .sequence(let items) = node.value, !items.isEmpty else {
            problems.report(at: node.position, "‘languages’ must be a list", expected: "a list such as [zh, en]")
            return []
        }
        var languages: [Language] = []
        for item in items {
            guard let language = item.word(Language.self, problems) else { continue }
            if languages.contains(language) {
                problems.report(
                    at: item.position, "the language \(language.rawValue) is listed twice", expected: "each one once")
            }
            languages.append(language)
        }
        return languages
    }

    /// The path of a file that a key names, relative to the folder of the specification.
    func path(_ key: String, _ fields: Fields) -> String? {
        guard let node = fields[key], let written = fields.text(key) else { return nil }
        do throws(SourceFolder.Refusal) {
            return try folder.path(written, namedIn: node.position.file)
        } catch {
            problems.report(
                at: node.position, error.problem, expected: error.expected, suggestion: error.suggestion)
            return nil
        }
    }
}
