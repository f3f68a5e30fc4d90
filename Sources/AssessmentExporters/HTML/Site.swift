internal import AssessmentCore

/// A page of the report by what it shows and its language.
struct PageAddress: Sendable, Hashable {
    /// What a page shows.
    enum Subject: Sendable, Hashable {
        case ranking
        case policy
        case statistics
        case tasks
        case reviewers
        case comparison
        case methods
        case quality
        case checks
        case robustness
        case downloads
        case search
        case unit(code: String)
        case pillar(id: String)
        case indicator(id: String)
    }

    /// What it shows.
    let subject: Subject
    /// Its language.
    let language: Language
    /// Whether it is in the leading language, which lies at the top of the folder.
    let isLeading: Bool

    /// Its path within the report.
    let path: String

    /// Creates the address of a page.
    init(subject: Subject, language: Language, isLeading: Bool) {
        self.subject = subject
        self.language = language
        self.isLeading = isLeading
        let page =
            switch subject {
            case .ranking: "index.html"
            case .policy: "policy.html"
            case .statistics: "statistics.html"
            case .tasks: "tasks.html"
            case .reviewers: "reviewers.html"
            case .comparison: "compare.html"
            case .methods: "methods.html"
            case .quality: "quality.html"
            case .checks: "checks.html"
            case .robustness: "robustness.html"
            case .downloads: "downloads.html"
            case .search: "search.html"
            case .pillar(let id): "pillars/\(OutputFile.safeName(id)).html"
            case .indicator(let id): "indicators/\(OutputFile.safeName(id)).html"
            case .unit(let code): "units/\(OutputFile.safeName(code)).html"
            }
        path = isLeading ? page : "\(language.rawValue)/\(page)"
    }

    /// A link from this page to another.
    func link(to other: PageAddress) -> Link {
        link(toFile: other.path)
    }

    /// A link from this page to a file of the folder.
    func link(toFile path: String) -> Link {
        let up = self.path.utf8.count { $0 == UInt8(ascii: "/") }
        return Link(reference: String(repeating: "../", count: up) + path)
    }
}

/// A reference to a page of the report or to a place on the same page; it leads nowhere else.
struct Link: Sendable {
    /// The reference as it is written.
    let reference: String

    fileprivate init(reference: String) {
        self.reference = reference
    }

    /// The link to a place on the page that it leads to.
    func at(_ anchor: Anchor) -> Link { Link(reference: "\(reference)#\(anchor.id)") }

    /// A link to a file beside the page.
    static func to(file: String) -> Link { Link(reference: file) }

    /// A link to a place on the same page.
    static func to(_ anchor: Anchor) -> Link {
        Link(reference: "#\(anchor.id)")
    }
}

/// A place on a page that a link leads to.
struct Anchor: Sendable {
    /// Its id on the page.
    let id: String

    /// The main part of a page.
    static let content = Anchor(id: "content")
    /// The statements without any figure.
    static let uncovered = Anchor(id: "uncovered")

    /// The table of every score, whose rows a script puts side by side.
    static let allScores = Anchor(id: "all-scores")
    /// The list that a script searches.
    static let searched = Anchor(id: "searched")
    /// A method on the page of methods.
    static func method(_ kind: String, _ id: String) -> Anchor { Anchor(id: "\(kind)-\(OutputFile.escaped(id))") }
    /// A unit in the table of every score.
    static func unit(_ code: String) -> Anchor { Anchor(id: "unit-\(OutputFile.escaped(code))") }
    /// How the result of a node was computed.
    static func workings(_ node: String) -> Anchor { Anchor(id: "how-\(OutputFile.escaped(node))") }
    /// A node of the framework.
    static func node(_ node: String) -> Anchor { Anchor(id: "node-\(OutputFile.escaped(node))") }
    /// A task.
    static func task(_ id: String) -> Anchor { Anchor(id: "task-\(OutputFile.escaped(id))") }
    /// A body that leads tasks.
    static func body(_ code: String) -> Anchor { Anchor(id: "body-\(OutputFile.escaped(code))") }
    /// A statement of the policy.
    static func statement(_ id: String) -> Anchor { Anchor(id: "statement-\(OutputFile.escaped(id))") }
}
