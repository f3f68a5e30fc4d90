/// The files of a new domain plug-in, complete and working, for its author to go on from.
public struct PluginScaffold: Sendable {
    /// How the plug-in comes to run.
    public enum Form: String, Sendable, CaseIterable {
        /// A Swift package with a program of its own that has every command.
        case linked
        /// A Swift package whose program is started as a process.
        case process
        /// A Python file that is started as a process.
        case python
    }

    /// A file: its path within the folder of the plug-in, and its text.
    public struct File: Sendable, Hashable {
        /// The path, with `/` between folders.
        public let path: String
        /// The text.
        public let text: String
    }

    private let name: String
    private let form: Form
    private let workbench: String

    /// Creates a scaffold.
    ///
    /// - Parameters:
    ///   - name: lower-case words with hyphens, such as `smart-tourism`; nothing comes of any other name.
    ///   - workbench: the path of the workbench's package, which a Swift package depends on.
    public init?(_ name: String, form: Form, workbench: String) {
        let words = name.split(separator: "-", omittingEmptySubsequences: false)
        let isRight = words.allSatisfy { word in
            word.first.map { ("a"..."z").contains($0) } ?? false
                && word.unicodeScalars.allSatisfy { ("a"..."z").contains($0) || ("0"..."9").contains($0) }
        }
        guard isRight, name.utf8.count <= 60 else { return nil }
        self.name = name
        self.form = form
        self.workbench = workbench
    }

    /// The name as that of a Swift module and of the plug-in, such as `SmartTourism`.
    public var module: String { name.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined() }

    /// What ids begin with, such as `smart_tourism`.
    public var prefix: String { name.replacing("-", with: "_") }

    /// The files, in the order in which a reader meets them.
    public var files: [File] {
        let common: [(String, [UInt8])] = [
            ("assessment.yml", PackageResources.assessment_yml_template),
            ("data/units.csv", PackageResources.units_csv_template),
            ("data/observations.csv", PackageResources.observations_csv_template),
            ("data/recognised.csv", PackageResources.recognised_csv_template),
            (".gitignore", PackageResources.gitignore_template),
        ]
        return (templates + common).map { path, template in
            File(path: filled(path), text: filled(String(decoding: template, as: UTF8.self)))
        }
    }

    private var templates: [(String, [UInt8])] {
        guard form != .python else {
            return [
                ("README.md", PackageResources.ReadmePython_md_template),
                ("__prefix__.py", PackageResources.domain_py_template),
                ("assessment_plugin.py", PackageResources.assessment_plugin_py),
            ]
        }
        let isLinked = form == .linked
        let sources: [(String, [UInt8])] = [
            ("__Module__", PackageResources.Domain_swift_template),
            ("Items", PackageResources.Items_swift_template),
            ("Indicators/OnlineShare", PackageResources.OnlineShare_swift_template),
            ("Indicators/VisitRate", PackageResources.VisitRate_swift_template),
            ("Indicators/VisitGrowth", PackageResources.VisitGrowth_swift_template),
            ("Indicators/ServiceBalance", PackageResources.ServiceBalance_swift_template),
            ("Indicators/AnswerDays", PackageResources.AnswerDays_swift_template),
            ("Indicators/RecognisedVenues", PackageResources.RecognisedVenues_swift_template),
            ("Indicators/ClassBreadth", PackageResources.ClassBreadth_swift_template),
            ("AnswerTime", PackageResources.AnswerTime_swift_template),
        ]
        return [
            (
                "README.md",
                isLinked ? PackageResources.ReadmeLinked_md_template : PackageResources.ReadmeProcess_md_template
            ),
            ("Package.swift", PackageResources.Package_swift_template),
        ] + sources.map { ("Sources/__Module__/\($0).swift", $1) } + [
            (
                "Sources/__program__/main.swift",
                isLinked ? PackageResources.MainLinked_swift_template : PackageResources.MainProcess_swift_template
            ),
            ("Tests/__Module__Tests/ConformanceTests.swift", PackageResources.ConformanceTests_swift_template),
        ]
    }

    /// A template with what it leaves open.
    private func filled(_ template: String) -> String {
        let plugin =
            switch form {
            case .linked: module
            case .process: "process: [./.build/release/\(name)]"
            case .python: "process: [python3, \(prefix).py]\n    files: [assessment_plugin.py]"
            }
        let title = name.split(separator: "-").joined(separator: " ")
        let values = [
            ("__Module__", module), ("__prefix__", prefix), ("__folder__", name),
            ("__program__", form == .linked ? "assess-\(name)" : name),
            ("__kit__", form == .linked ? "AssessmentCommands" : "AssessmentPluginKit"),
            ("__Title__", title.prefix(1).uppercased() + title.dropFirst()), ("__plugin__", plugin),
            ("__workbench__", workbench),
        ]
        return values.reduce(template) { $0.replacing($1.0, with: $1.1) }
    }
}
