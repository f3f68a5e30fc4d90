/// A finished assessment: what exporters turn into files.
public struct CompletedAssessment: Sendable {
    /// What was run.
    public var specification: Specification { didSet { record = nil } }
    /// Every plug-in and method that it could name.
    public let catalogue: Catalogue
    /// The data that it was run on.
    public let data: CollectedData
    /// The peer group of each unit of the panel, by its position.
    public let peerGroupOfUnit: [Int]
    /// The results.
    public var ledger: Ledger { didSet { record = nil } }
    /// How the policy's statements are covered by figures.
    public let coverage: [StatementCoverage]
    /// The statistics that the specification asks for.
    public let statistics: [StatisticsTable]
    /// How far the tasks have come; nothing where the specification has none.
    public let tasks: TaskReport?
    /// How far reviewers agree and who rates unlike the others, where items are rated.
    public let ratings: RatingReport?
    /// What the checks found in the collected data; none of it stopped the run.
    public var findings: [CheckFinding] = []
    /// How firm the result is; nothing where that was not asked.
    public var robustness: RobustnessReport? { didSet { record = nil } }
    /// What was read, by what it was computed and what came out.
    public var manifest: Manifest
    /// The ledger as result.json has it, from which the digest in the manifest was taken, so that it is written once; nothing
    /// where it was not written yet, or what it tells of has changed since.
    public private(set) var record: [UInt8]?
    /// Whether totals of different years are compared: not where half of the indicators or more, or a node above them, are
    /// scored against the other units of each year, so that a unit may fall by others' rise.
    public let comparesYears: Bool
    /// How the format that is being written shows it.
    public var template = ReportTemplate()

    /// Creates a finished assessment.
    public init(
        specification: Specification, catalogue: Catalogue, data: CollectedData, peerGroupOfUnit: [Int],
        ledger: Ledger, coverage: [StatementCoverage], statistics: [StatisticsTable] = [], tasks: TaskReport? = nil,
        ratings: RatingReport? = nil, manifest: Manifest
    ) {
        self.specification = specification
        self.catalogue = catalogue
        self.data = data
        self.peerGroupOfUnit = peerGroupOfUnit
        self.ledger = ledger
        self.coverage = coverage
        self.statistics = statistics
        self.tasks = tasks
        self.ratings = ratings
        self.manifest = manifest
        let leaves = Set(specification.framework.subtree.filter { $0.measure != nil }.map(\.id))
        let within = Set(ledger.entries.filter(\.detail.comparesWithinYears).map(\.node))
        comparesYears = within.isSubset(of: leaves) && (within.isEmpty || 2 * within.count < leaves.count)
    }

    /// The same assessment with another manifest, and with the bytes that its digest was taken from, where they are kept.
    public func with(_ manifest: Manifest, record: [UInt8]? = nil) -> CompletedAssessment {
        var assessment = self
        assessment.manifest = manifest
        assessment.record = record ?? self.record
        return assessment
    }

    /// The same assessment, shown by a template.
    public func shown(by template: ReportTemplate) -> CompletedAssessment {
        var assessment = self
        assessment.template = template
        return assessment
    }

    /// The title of reports.
    public var title: BilingualText { template.title ?? specification.title }
}

/// The data of an assessment, read and carried over to the assessed units.
public struct CollectedData: Sendable {
    /// Every unit that data may refer to.
    public var units: UnitTable
    /// The observations as they were read.
    public var observations: Observations
    /// The values of each variable over the panel.
    public var variables: [String: CollectedVariable]
    /// The units that belong to assessed ones, where an indicator reduces over them.
    public var parts: CollectedParts?
    /// The entries of each register that was handed in.
    public var registers: [String: [RegisterEntry]]
    /// Who reported each register that units report themselves; a register that is given as a file is not there.
    public var registerReports: [String: RegisterReports] = [:]
    /// The targets from files, by node or indicator.
    public var targets: [String: NumberTable]
    /// The decisions that adjust scores and grades, in the order of their files.
    public var decisions: [AdjustmentDecision]
    /// The departments that lead or support tasks.
    public var departments: UnitTable
    /// The reported progress of tasks, in the order of its files.
    public var progress: [ProgressEntry]
    /// The ratings of qualitative items, in the order of their files.
    public var ratings: [Rating]
    /// The assessors that are listed.
    public var assessors: [Assessor]
    /// Dated facts on statements of the policy.
    public var facts: [PolicyFact]

    /// Creates data.
    public init(
        units: UnitTable, observations: some Sequence<Observation> = Observations(),
        variables: [String: CollectedVariable] = [:],
        registers: [String: [RegisterEntry]] = [:], targets: [String: NumberTable] = [:],
        decisions: [AdjustmentDecision] = [], departments: UnitTable = UnitTable([]),
        progress: [ProgressEntry] = [], ratings: [Rating] = [], assessors: [Assessor] = [], facts: [PolicyFact] = []
    ) {
        self.units = units
        self.observations = Observations(observations)
        self.variables = variables
        self.registers = registers
        self.targets = targets
        self.decisions = decisions
        self.departments = departments
        self.progress = progress
        self.ratings = ratings
        self.assessors = assessors
        self.facts = facts
    }
}

/// The variables of units that belong to assessed ones.
public struct CollectedParts: Sendable {
    /// Their rows.
    public let panel: Panel
    /// The values of each variable over their rows.
    public var variables: [String: CollectedVariable]

    /// Creates parts.
    public init(panel: Panel, variables: [String: CollectedVariable]) {
        self.panel = panel
        self.variables = variables
    }
}

/// A variable over the panel, with the observations behind each row.
public struct CollectedVariable: Sendable {
    /// The values.
    public var column: Column
    /// The positions of the observations behind each row.
    public var observations: ObservationsBehind

    /// Creates a collected variable.
    public init(column: Column, observations: ObservationsBehind) {
        self.column = column
        self.observations = observations
    }
}

/// A dated fact on a statement of the policy, shown without a score.
public struct PolicyFact: Sendable, Hashable {
    /// The id of the statement.
    public var statement: String
    /// The code of the unit that it is about.
    public var unit: String
    /// The date or month that it refers to, as published.
    public var asOf: String
    /// The figure, where there is one.
    public var value: Double?
    /// The unit of measure of the figure.
    public var unitOfMeasure: String
    /// What the fact is.
    public var text: BilingualText
    /// Where it was read.
    public var origin: Origin

    /// Creates a fact.
    public init(
        statement: String, unit: String, asOf: String, value: Double?, unitOfMeasure: String, text: BilingualText,
        origin: Origin
    ) {
        self.statement = statement
        self.unit = unit
        self.asOf = asOf
        self.value = value
        self.unitOfMeasure = unitOfMeasure
        self.text = text
        self.origin = origin
    }
}

/// Which figures there are on a statement of the policy.
public struct StatementCoverage: Sendable, Hashable {
    /// The id of the statement.
    public var statement: String
    /// The indicators of the catalogue that measure it.
    public var indicators: [String]
    /// The number of assessed units with a figure on it, observed, registered or as a dated fact.
    public var unitsWithFigures: Int

    /// Creates a coverage.
    public init(statement: String, indicators: [String], unitsWithFigures: Int) {
        self.statement = statement
        self.indicators = indicators
        self.unitsWithFigures = unitsWithFigures
    }
}

/// What a run read, by what it was computed, and what came out.
public struct Manifest: Sendable, Hashable {
    /// A file that was read.
    public struct Input: Sendable, Hashable {
        /// Its path relative to the specification.
        public var file: String
        /// The SHA-256 of its bytes, in hexadecimal.
        public var sha256: String

        /// Creates an input.
        public init(file: String, sha256: String) {
            self.file = file
            self.sha256 = sha256
        }
    }

    /// A plug-in that ran as a process of its own.
    public struct Process: Sendable, Hashable {
        /// The id of the plug-in.
        public var plugin: String
        /// The words of its command.
        public var command: [String]
        /// The digest of its program: of the words and of every file.
        public var sha256: String
        /// What kept it from the rest of the machine.
        public var isolation: String

        /// Creates it.
        public init(plugin: String, command: [String], sha256: String, isolation: String) {
            self.plugin = plugin
            self.command = command
            self.sha256 = sha256
            self.isolation = isolation
        }
    }

    /// A query that a database engine answered.
    public struct Query: Sendable, Hashable {
        /// The file of the SQL.
        public var file: String
        /// The file of the answer, which is an input of the run as well.
        public var result: String
        /// What people call the engine.
        public var engine: String
        /// Its version, in its own words.
        public var version: String
        /// The values of the parameters.
        public var parameters: [String: String]
        /// How many rows the answer has.
        public var rows: Int
        /// The SHA-256 of the answer: comma-separated values, with the rows in the order of their bytes.
        public var sha256: String

        /// Creates it.
        public init(
            file: String, result: String, engine: String, version: String, parameters: [String: String], rows: Int,
            sha256: String
        ) {
            self.file = file
            self.result = result
            self.engine = engine
            self.version = version
            self.parameters = parameters
            self.rows = rows
            self.sha256 = sha256
        }
    }

    /// A collection that data were read from.
    public struct Collection: Sendable, Hashable {
        /// Its folder, relative to the specification; its files are inputs of the run as well.
        public var folder: String
        /// The number of its last revision.
        public var revision: Int

        /// Creates it.
        public init(folder: String, revision: Int) {
            self.folder = folder
            self.revision = revision
        }
    }

    /// The version of the workbench.
    public var workbench: String
    /// The operating system and processor; last bits of logarithms may differ between platforms.
    public var platform: String
    /// The plug-ins with their versions.
    public var plugins: [String: String]
    /// Those of the plug-ins that ran as processes of their own.
    public var processes: [Process]
    /// The queries that database engines answered, in the order of the specification.
    public var queries: [Query]
    /// The collections that data were read from.
    public var collections: [Collection]
    /// The specification and every file that it names, in the order of reading.
    public var inputs: [Input]
    /// The SHA-256 of the ledger as it stands in result.json.
    public var results: String

    /// Creates a manifest.
    public init(
        workbench: String, platform: String, plugins: [String: String], processes: [Process] = [],
        queries: [Query] = [], collections: [Collection] = [], inputs: [Input], results: String = ""
    ) {
        self.workbench = workbench
        self.platform = platform
        self.plugins = plugins
        self.processes = processes
        self.queries = queries
        self.collections = collections
        self.inputs = inputs
        self.results = results
    }
}

extension Manifest {
    /// The query whose answer holds a cell; nothing where the cell is that of a file.
    public func query(behind origin: Origin) -> Query? { queries.first { $0.result == origin.file } }
}
