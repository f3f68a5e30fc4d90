import AssessmentCore

/// Decodes the tree of assessment.yml into a specification, noting every problem.
struct SpecificationDecoder {
    let catalogue: Catalogue
    /// The folder that the paths of units and data are relative to.
    let folder: SourceFolder
    /// The folder of the specification.
    let home: SourceFolder
    let problems: DiagnosticCollector

    /// The ids of plug-ins that run as processes, by where they are listed.
    let hosted: [SourcePosition: String]

    init(
        _ catalogue: Catalogue, _ folder: SourceFolder, home: SourceFolder, _ problems: DiagnosticCollector,
        hosted: [SourcePosition: String] = [:]
    ) {
        self.catalogue = catalogue
        self.folder = folder
        self.home = home
        self.problems = problems
        self.hosted = hosted
    }

    static let shape = Shape(
        name: "a specification",
        summary: "The whole file: what is assessed, on which data, how, and what is written.",
        keys: [
            Key("assessment", .shape { headShape }, "What is assessed, and for which period.", required: true),
            Key(
                "units", .shape { unitsShape(isTable: true) }, "The file of units, and which of them are assessed.",
                required: true),
            Key(
                "plugins",
                .list(.either([.known(.plugins), .shape { PluginListDecoder.processShape }]), of: "plug-ins"),
                "The domain plug-ins, linked in by their names or as processes of their own, whose indicators, variables and registers may be named; none if nothing."
            ),
            Key("data", .list(.shape { DataDecoder.fileShape }, of: "files"), "The files that values are read from."),
            Key(
                "variables", VariablesDecoder.form,
                "The variables that the data bring and no plug-in declares: their names and units of measure."),
            Key(
                "series_breaks", .list(.shape { DataDecoder.breakShape }, of: "breaks"),
                "Periods from which a variable is counted otherwise: growth and lags across them have no value."),
            Key(
                "peer_groups",
                .either([.list(.shape { groupShape }, of: "groups"), .shape { groupsByShape }]),
                "The groups within which units are ranked (分类考核)."),
            Key(
                "framework", .shape { FrameworkShapes.root },
                "The pillars and indicators, with their weights and methods.", required: true),
            Key(
                "grades", .list(.shape { gradeShape }, of: "grades"),
                "The grades (等次) that the total is put into, each from a lowest score."),
            Key(
                "adjustments", .list(.shape { adjustmentShape }, of: "adjustments"),
                "The adjustments (加减分、一票否决…) that decisions may make, in the order in which they are applied. They "
                    + "come before the total is rounded, and vetoes after it is graded."),
            Key("tasks", .shape { TaskShapes.tasks }, "The tasks (任务) of the policy, with their lights and scores."),
            Key(
                "ratings", .shape { RatingsDecoder.shape },
                "The qualitative items that several reviewers rate, and who they are."),
            Key(
                "exports", .list(.method(.format), of: "formats"),
                "The formats that are written; web pages, JSON, CSV and statistics if nothing. One for readers takes a "
                    + "template."),
            Key(
                "checks", ChecksDecoder.form,
                "Rules and checks on the collected data whose findings weigh otherwise than usual."),
            Key("procedure", .shape { procedureShape }, "The terms of the review's procedure (考核程序)."),
            Key("statistics", StatisticsShapes.requests, "The statistics that are taken of the results."),
            Key(
                "robustness", .shape { RobustnessShapes.request },
                "How firm the result is, over methods that could be defended and with errors of data."),
        ])

    static let headShape = Shape(
        name: "assessment",
        summary: "What is assessed: the head of every page and file that is written.",
        keys: [
            Key(
                "id", .identifier, "The id of the assessment; it stands in the files that are written.", required: true),
            Key(
                "kind", .words(Specification.Kind.self),
                "The instrument: a composite index of development (评估), or points for targets (考核), where the total "
                    + "is ranked and graded as it is published.", required: true),
            Key("title", .bilingual, "The title of the pages.", required: true),
            Key("basis", .text(), "The document that the assessment follows, such as 皖政〔2018〕20号."),
            Key("notice", .bilingual, "What every page must say of it, such as that it is unofficial."),
            Key(
                "scheme", .path,
                "The file of the sealed scheme (考核方案), which ‘assess scheme issue’ writes; what the specification lays "
                    + "down must agree with it."),
            Key("period", .year, "The year that is assessed, ranked and graded.", required: true),
            Key(
                "history", .years,
                "Earlier years, at most 100: growth and lags reach back to them, and they are scored beside the "
                    + "assessed one.", said: "years such as 2016-2019"),
            Key(
                "languages", .list(.words(Language.self), of: "zh, en", atLeast: 1),
                "The languages of the pages, the first one leading; both if nothing."),
        ])

    /// The specification with the catalogue of its plug-ins; nothing where problems were noted that leave no whole.
    func decode(_ root: YAMLNode) -> (specification: Specification, catalogue: Catalogue)? {
        guard let fields = Fields(root, SpecificationDecoder.shape, problems) else { return nil }
        let plugins = plugins(fields)
        guard let listed = try? catalogue.limited(to: plugins) else { return nil }
        let own = VariablesDecoder(problems: problems, catalogue: listed).declared(fields)
        guard let chosen = try? listed.declaring(own.variables, checks: own.checks) else { return nil }
        let head = fields["assessment"].flatMap { Fields($0, SpecificationDecoder.headShape, problems) }
        let kind = head?.word("kind", Specification.Kind.self)
        let period = head?["period"].flatMap { node in
            problems.attempt { () throws(Diagnostic) in try node.period() }
        }
        let data = DataDecoder(decoder: self, catalogue: chosen).files(fields)
        let grades = grades(fields)
        let units = units(fields)
        let written = WrittenIndicators()
        let adjustments = adjustments(fields, grades: grades)
        let taskDecoder = TasksDecoder(decoder: self, catalogue: chosen, period: period)
        let tasks = taskDecoder.scheme(fields)
        taskDecoder.check(tasks, fields, data)
        let ratings = RatingsDecoder(problems: problems).scheme(fields["ratings"])
        let frameworkDecoder = FrameworkDecoder(
            catalogue: chosen, whole: catalogue, problems: problems, kind: kind ?? .evaluation, period: period,
            hasTargetsFile: data.contains { $0.content == .targets }, grades: grades, adjustments: adjustments,
            groupings: units?.table?.groups ?? [], ratings: ratings, hasRatings: fields["ratings"] != nil,
            written: written, tasks: tasks)
        let told = problems.diagnostics.count
        let framework = frameworkDecoder.decode(fields["framework"])
        let isWhole = problems.diagnostics.count == told
        checkGrades(fields, grades, framework?.scale)
        let exports = ExportsDecoder(decoder: self, catalogue: chosen).exports(fields)
        let hasTables = data.contains(where: \.content.isTable)
        let known = Set(chosen.variables.keys).union(
            written.indicators.flatMap { $0.description.variables }.map(\.id))
        let statistics = StatisticsDecoder(
            problems: problems, root: framework?.root, variables: hasTables ? nil : known
        ).requests(fields)
        let breaks = DataDecoder(decoder: self, catalogue: chosen).seriesBreaks(fields)
        let checks = ChecksDecoder(problems: problems, catalogue: chosen, whole: catalogue).choices(fields["checks"])
        let robustness = RobustnessDecoder(
            // A node that was told of already would be told of as unknown too.
            framework: frameworkDecoder, root: isWhole ? framework?.root : nil,
            reference: frameworkDecoder.rootReference(fields["framework"])
        ).request(fields["robustness"])
        let groups = peerGroups(fields)
        if !groupsByColumn(fields) { checkQuotas(fields, grades, groups) }
        if let root = framework?.root { checkAdjustments(adjustments, root, data) }
        checkRatings(ratings, isWritten: fields["ratings"] != nil, written, data)
        let groupsBy = peerGroupsBy(fields, groupings: units?.table?.groups ?? [])
        let (id, title) = (head?.text("id"), head?.bilingual("title"))
        if let id, let head { problems.checkIdentifier(id, at: head.position(of: "id")) }
        let (basis, notice) = (head?.text("basis"), head?.bilingual("notice"))
        let languages = head.map { self.languages($0) ?? [.chinese, .english] }
        let scheme = head.flatMap(scheme)
        let procedure = procedure(fields)
        let history = head.map { self.history($0, before: period) }
        guard let id, let kind, let title, let period, let history, let units, let framework, let languages else {
            return nil
        }
        let specification = Specification(
            id: id, kind: kind, title: title, basis: basis ?? "", notice: notice, scheme: scheme, period: period,
            history: history,
            units: units, plugins: plugins, data: data, seriesBreaks: breaks, peerGroups: groups,
            peerGroupsBy: groupsBy, adjustments: adjustments, tasks: tasks, ratings: ratings,
            weightScale: framework.scale, framework: framework.root, exports: exports, languages: languages,
            statistics: statistics, procedure: procedure, checks: checks,
            robustness: robustness)
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

    /// The file of the scheme, which is there only once it is issued.
    private func scheme(_ head: Fields) -> SchemeFile? {
        path("scheme", head, in: home, mustExist: false).map {
            SchemeFile(file: $0, position: head.position(of: "scheme"))
        }
    }

    /// The languages of a list, each once.
    func languages(_ fields: Fields) -> [Language]? {
        guard let node = fields["languages"] else { return nil }
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

    /// The path of a file that a key names, relative to its folder.
    func path(_ key: String, _ fields: Fields) -> String? {
        path(key, fields, in: folder, mustExist: true)
    }

    /// The path of a file that a key names, relative to a folder.
    func path(
        _ key: String, _ fields: Fields, in folder: SourceFolder, as kind: SourceFolder.Kind = .file, mustExist: Bool
    ) -> String? {
        guard let node = fields[key], let written = fields.text(key) else { return nil }
        do throws(SourceFolder.Refusal) {
            return try folder.path(written, namedIn: node.position.file, as: kind, mustExist: mustExist)
        } catch {
            problems.report(
                at: node.position, error.problem, expected: error.expected, suggestion: error.suggestion)
            return nil
        }
    }
}
