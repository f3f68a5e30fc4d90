/// What is assessed, on which data, by which framework, and what is written: a read and checked assessment.yml.
public struct Specification: Sendable {
    /// Which of the two instruments it is.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// 评估: a composite index of development.
        case evaluation
        /// 考核: points for targets and tasks.
        case review
    }

    /// The id of the assessment.
    public var id: String
    /// Which instrument it is.
    public var kind: Kind
    /// Its title.
    public var title: BilingualText
    /// The document that it is based on.
    public var basis: String
    /// What every page must say of it, such as that it is unofficial.
    public var notice: BilingualText?
    /// The file of the sealed scheme that it must agree with.
    public var scheme: SchemeFile?
    /// The assessed period.
    public var period: Period
    /// Earlier periods that are measured and scored beside it.
    public var history: [Period]
    /// The units that are assessed.
    public var units: UnitSelection
    /// The ids of the plug-ins that it uses.
    public var plugins: [String]
    /// The files that it reads.
    public var data: [DataFile]
    /// The breaks in the series of variables.
    public var seriesBreaks: [SeriesBreak]
    /// The groups within which units are ranked.
    public var peerGroups: [PeerGroup]
    /// The column of the table of units each of whose texts is a peer group.
    public var peerGroupsBy: String?
    /// The adjustments that decisions may make, in the order in which they are applied.
    public var adjustments: [Adjustment]
    /// The tasks that lead bodies answer for; nothing where there are none.
    public var tasks: TaskScheme?
    /// Who rates qualitative items, where some are rated.
    public var ratings: RatingScheme?
    /// What the weights of children must add up to.
    public var weightScale: WeightScale
    /// The framework: its root node.
    public var framework: FrameworkNode
    /// The formats that are written.
    public var exports: [ExportChoice]
    /// The languages that are written, the first one leading.
    public var languages: [Language]
    /// The statistics that are taken of the results.
    public var statistics: [StatisticsRequest]
    /// The terms of the review's procedure.
    public var procedure: Procedure?
    /// What it says of the checks on collected data.
    public var checks: [CheckChoice]
    /// How firm the result is to be asked; nothing where that is not asked.
    public var robustness: RobustnessRequest?

    /// Creates a specification.
    public init(
        id: String, kind: Kind, title: BilingualText, basis: String = "", notice: BilingualText? = nil,
        scheme: SchemeFile? = nil, period: Period, history: [Period] = [], units: UnitSelection, plugins: [String],
        data: [DataFile] = [],
        seriesBreaks: [SeriesBreak] = [], peerGroups: [PeerGroup] = [], peerGroupsBy: String? = nil,
        adjustments: [Adjustment] = [], tasks: TaskScheme? = nil, ratings: RatingScheme? = nil,
        weightScale: WeightScale = .points(full: 100),
        framework: FrameworkNode, exports: [ExportChoice] = [], languages: [Language] = [.chinese, .english],
        statistics: [StatisticsRequest] = [], procedure: Procedure? = nil, checks: [CheckChoice] = [],
        robustness: RobustnessRequest? = nil
    ) {
        self.id = id
        self.kind = kind
        self.title = title
        self.basis = basis
        self.notice = notice
        self.scheme = scheme
        self.period = period
        self.history = history
        self.units = units
        self.plugins = plugins
        self.data = data
        self.seriesBreaks = seriesBreaks
        self.peerGroups = peerGroups
        self.peerGroupsBy = peerGroupsBy
        self.adjustments = adjustments
        self.tasks = tasks
        self.ratings = ratings
        self.weightScale = weightScale
        self.framework = framework
        self.exports = exports
        self.languages = languages
        self.statistics = statistics
        self.procedure = procedure
        self.checks = checks
        self.robustness = robustness
    }

    /// The groups within which units are ranked: those that it names, or one of every unit.
    public var rankedGroups: [PeerGroup] { peerGroups.isEmpty ? [PeerGroup.everyone] : peerGroups }

    /// The periods of the panel, earliest first.
    public var periods: [Period] { Set(history + [period]).sorted() }
}

extension Specification {
    /// The specification with the peer groups that a column of the table of units makes, in order of appearance; as it is
    /// where it lists its groups itself.
    public func withPeerGroups(of units: UnitTable) -> Specification {
        guard let column = peerGroupsBy else { return self }
        var codes: [(text: String, codes: [String])] = []
        for unit in units.inForce(on: self.units.inForceOn, levels: self.units.levels) {
            let text = unit.groups[column] ?? ""
            if let place = codes.firstIndex(where: { $0.text == text }) {
                codes[place].codes.append(unit.code)
            } else {
                codes.append((text, [unit.code]))
            }
        }
        var grouped = self
        grouped.peerGroups = codes.map { text, codes in
            let name = text.isEmpty ? BilingualText(zh: "未分组", en: "Ungrouped") : BilingualText(same: text)
            return PeerGroup(id: text.isEmpty ? "ungrouped" : text, name: name, units: codes)
        }
        return grouped
    }
}

/// The file of a sealed scheme (考核方案).
public struct SchemeFile: Sendable, Hashable {
    /// Its path relative to the specification.
    public var file: String
    /// Where the specification names it.
    public var position: SourcePosition

    /// Creates it.
    public init(file: String, position: SourcePosition) {
        self.file = file
        self.position = position
    }
}

/// A break in the series of a variable: values before and after are not comparable.
public struct SeriesBreak: Sendable, Hashable {
    /// The variable.
    public var variable: String
    /// The first period of the new series.
    public var from: Period
    /// Why.
    public var note: BilingualText

    /// Creates a break.
    public init(variable: String, from: Period, note: BilingualText) {
        self.variable = variable
        self.from = from
        self.note = note
    }
}

/// A group of units that are ranked among themselves (分类考核).
public struct PeerGroup: Sendable, Hashable {
    /// Its id.
    public var id: String
    /// Its name.
    public var name: BilingualText
    /// The levels that belong to it; any where there are none.
    public var levels: [String]
    /// The kinds that belong to it; any where there are none.
    public var kinds: [String]
    /// The classes of which a unit must have one to belong to it; any where there are none.
    public var classes: [String]
    /// The classes of which no unit that belongs to it has one.
    public var withoutClasses: [String]
    /// The codes of the units that belong to it; any where there are none.
    public var units: [String]
    /// Where the specification has it.
    public var position: SourcePosition?

    /// Creates a group; without any rule it holds every unit.
    public init(
        id: String, name: BilingualText, levels: [String] = [], kinds: [String] = [], classes: [String] = [],
        withoutClasses: [String] = [], units: [String] = [], position: SourcePosition? = nil
    ) {
        self.id = id
        self.name = name
        self.levels = levels
        self.kinds = kinds
        self.classes = classes
        self.withoutClasses = withoutClasses
        self.units = units
        self.position = position
    }

    /// Whether a unit belongs to it.
    public func contains(_ unit: AssessedUnit) -> Bool {
        (levels.isEmpty || levels.contains(unit.level)) && (kinds.isEmpty || kinds.contains(unit.kind))
            && (classes.isEmpty || classes.contains { unit.classes.contains($0) })
            && !withoutClasses.contains { unit.classes.contains($0) }
            && (units.isEmpty || units.contains(unit.code))
    }

    /// The group of every unit, where a specification names none.
    public static let everyone = PeerGroup(id: "all", name: BilingualText(zh: "全部单位", en: "All units"))
}

/// What the weights of a node's children must add up to.
public enum WeightScale: Sendable, Hashable {
    /// Full marks (满分): children add up to the points of their node, and those of the root to the full marks.
    case points(full: Double)
    /// Shares: the children of every node add up to 1, or to 100.
    case shares
    /// Any positive weights.
    case relative
}

/// A method with the values of its parameters.
public struct MethodChoice: Sendable, Hashable {
    /// The id of the method.
    public var id: String
    /// The values given to its parameters.
    public var parameters: [String: ParameterValue]
    /// The rows that its statistics are taken over, where it takes some.
    public var reference: ReferenceScope?
    /// Where the specification names it.
    public var position: SourcePosition?

    /// Creates a choice.
    public init(
        _ id: String, parameters: [String: ParameterValue] = [:], reference: ReferenceScope? = nil,
        position: SourcePosition? = nil
    ) {
        self.id = id
        self.parameters = parameters
        self.reference = reference
        self.position = position
    }
}
