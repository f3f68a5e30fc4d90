/// A step that is done at a node; each leaves one table in the ledger.
public enum Step: Sendable, Hashable {
    /// Measures the indicator.
    case measure
    /// Leaves out the units and the indicator that have too little data.
    case screen(Screening)
    /// Puts in values where there are none for one of the reasons.
    case impute(MethodChoice, reasons: Set<Reason>)
    /// Treats outliers, or transforms the values.
    case treat(MethodChoice)
    /// Turns values into scores.
    case evaluate(MethodChoice)
    /// Computes the score from those of other nodes.
    case formula(NodeFormula)
    /// Applies the rule on missing values to the scores.
    case missing(MissingRule)
    /// Forms the score from those of the children.
    case aggregate(MethodChoice, weighting: MethodChoice)
    /// Adds the bonus of children that are one.
    case bonus
    /// Changes scores as decisions say.
    case adjust(Adjustment)
    /// Rounds the score to so many decimals, half away from zero.
    case round(decimals: Int)
    /// Shows a light.
    case light(Light)
    /// Ranks the units within their peer groups; scores within a tolerance of the leader of a tie are tied, unless the
    /// scores of other nodes, in this order, tell them apart.
    case rank(tolerance: Double, tieBreaks: [String] = [])
    /// Grades the score by bands.
    case grade([GradeBand])
    /// Lowers the grades of units as decisions say.
    case veto(Adjustment)
    /// Lowers the grades of units that have no place in the quota of their grade.
    case quota

    /// The adjustment that it applies, where it applies one.
    public var adjustment: Adjustment? {
        switch self {
        case .adjust(let adjustment), .veto(let adjustment): adjustment
        default: nil
        }
    }

    /// The word for the step in a specification and in the ledger.
    public var kind: Kind {
        switch self {
        case .measure: .measure
        case .screen: .screen
        case .impute: .impute
        case .treat: .treat
        case .evaluate: .evaluate
        case .formula: .formula
        case .missing: .missing
        case .aggregate: .aggregate
        case .bonus: .bonus
        case .adjust: .adjust
        case .round: .round
        case .light: .light
        case .rank: .rank
        case .grade: .grade
        case .veto: .veto
        case .quota: .quota
        }
    }

    /// The kinds of steps.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// What a score is compared with, where that follows from a rule; it comes with `evaluate`.
        case target
        case measure, screen, impute, treat, evaluate, formula, missing, aggregate, bonus, adjust, round, light, rank,
            grade, veto, quota

        /// The kinds that a specification may list.
        public static let listed = allCases.filter { $0 != .target }

        /// Whether the step gives values or scores that later steps go on with.
        public var givesNumbers: Bool {
            switch self {
            case .measure, .screen, .impute, .treat, .evaluate, .formula, .missing, .aggregate, .bonus, .adjust, .round:
                true
            case .target, .light, .rank, .grade, .veto, .quota: false
            }
        }

        /// Whether the step gives grades, which later ones go on with.
        public var givesGrade: Bool { self == .grade || self == .veto || self == .quota }

        /// Whether the step gives a score, which the node above goes on with.
        public var givesScore: Bool {
            switch self {
            case .evaluate, .formula, .missing, .aggregate, .bonus, .adjust, .round: true
            case .target, .measure, .screen, .impute, .treat, .light, .rank, .grade, .veto, .quota: false
            }
        }
    }
}

/// A formula that computes the score of a node from those of other nodes.
public struct NodeFormula: Sendable, Hashable {
    /// The formula over the ids of nodes, and over the children where it reduces over them.
    public var formula: Formula
    /// The units that its statistics are taken over.
    public var reference: ReferenceScope?
    /// What may stand before the names that it reads, the nearest first: a name is that of the node of its own part of the
    /// framework where there is one.
    public var prefixes: [String]

    /// Creates a formula.
    public init(_ formula: Formula, reference: ReferenceScope? = nil, prefixes: [String] = [""]) {
        self.formula = formula
        self.reference = reference
        self.prefixes = prefixes
    }
}

/// Which units and indicators have too little data to be assessed.
public struct Screening: Sendable, Hashable {
    /// The least share of indicators that a unit must have a value of in a period.
    public var unitsFrom: Double?
    /// The least share of units that an indicator must have a value for in a period.
    public var indicatorsFrom: Double?

    /// Creates a screening.
    public init(unitsFrom: Double? = nil, indicatorsFrom: Double? = nil) {
        self.unitsFrom = unitsFrom
        self.indicatorsFrom = indicatorsFrom
    }
}

/// A progress light (红黄绿灯): the colour of the first band that a number falls into.
public struct Light: Sendable, Hashable {
    /// A colour with the numbers that show it.
    public struct Band: Sendable, Hashable {
        /// The colour.
        public var colour: Colour
        /// Where the band ends; every number that no band before took where it has no bound.
        public var bound: Bound?

        /// Creates a band.
        public init(_ colour: Colour, _ bound: Bound?) {
            self.colour = colour
            self.bound = bound
        }
    }

    /// Where a band ends.
    public enum Bound: Sendable, Hashable {
        case atLeast(Double), above(Double), atMost(Double), below(Double)

        /// Whether a number lies in the band.
        public func holds(_ number: Double) -> Bool {
            switch self {
            case .atLeast(let bound): number >= bound
            case .above(let bound): number > bound
            case .atMost(let bound): number <= bound
            case .below(let bound): number < bound
            }
        }
    }

    /// The colours of lights.
    public enum Colour: String, Sendable, Hashable, CaseIterable {
        case green, yellow, orange, red, blue, grey

        /// The colour in words.
        public var name: BilingualText {
            switch self {
            case .green: BilingualText(zh: "绿灯", en: "green")
            case .yellow: BilingualText(zh: "黄灯", en: "yellow")
            case .orange: BilingualText(zh: "橙灯", en: "orange")
            case .red: BilingualText(zh: "红灯", en: "red")
            case .blue: BilingualText(zh: "蓝灯", en: "blue")
            case .grey: BilingualText(zh: "灰灯", en: "grey")
            }
        }
    }

    /// Whether it shows the value that a score is formed from, rather than the score.
    public var ofValue: Bool
    /// The bands, the first one that holds a number counting.
    public var bands: [Band]

    /// Creates a light.
    public init(_ bands: [Band], ofValue: Bool = false) {
        self.bands = bands
        self.ofValue = ofValue
    }
}

/// What happens to a score that is missing, by its reason. There is no silent default: what is not named fails.
public struct MissingRule: Sendable, Hashable {
    /// What happens to a missing score.
    public enum Action: String, Sendable, Hashable, CaseIterable {
        /// The run stops and lists the cells.
        case fail
        /// The weight goes to the other children of the node, for this unit.
        case renormalise
        /// The score is zero.
        case zero
        /// The score is the median of the peer group in the period.
        case groupMedian = "group_median"
        /// The node above gets no score either.
        case noScore = "no_score"
        /// The node leaves the framework for every unit of the level in the period.
        case leaveFramework = "leave_framework"
    }

    /// The action of each reason that is named.
    public var actions: [Reason: Action]
    /// The action of every other reason.
    public var otherwise: Action

    /// Creates a rule; without anything said every missing score stops the run.
    public init(actions: [Reason: Action] = [:], otherwise: Action = .fail) {
        self.actions = actions
        self.otherwise = otherwise
    }

    /// The action for a reason.
    ///
    /// What is left out because too much of it is missing is never spread over others unless a rule names it: that would
    /// reward who withholds.
    public func action(for reason: Reason) -> Action {
        if let action = actions[reason] { return action }
        let spreads = otherwise == .renormalise || otherwise == .leaveFramework
        return reason == .tooMuchMissing && spreads ? .fail : otherwise
    }
}

/// A grade (等次) with the lowest score that earns it.
public struct GradeBand: Sendable, Hashable {
    /// The lowest score, which belongs to the band.
    public var atLeast: Double
    /// The name of the grade.
    public var name: BilingualText
    /// How many units may have it.
    public var quota: Quota?

    /// Creates a band.
    public init(atLeast: Double, name: BilingualText, quota: Quota? = nil) {
        self.atLeast = atLeast
        self.name = name
        self.quota = quota
    }
}
