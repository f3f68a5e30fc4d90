/// Who rates the qualitative items of an assessment, on which scale, and how the ratings become one value.
public struct RatingScheme: Sendable, Hashable {
    /// The sources of ratings, in listed order.
    public var sources: [RatingSource]
    /// The items that are rated, in listed order.
    public var items: [RatingItem]
    /// The robust z-score beyond which an assessor, or a single rating, is shown as outlying.
    public var outlyingAbove: Double
    /// The least deviation, in points of 100, that is shown as outlying.
    public var outlyingFrom: Double
    /// Whether pages and files show the names of assessors, and not their codes alone.
    public var showsNames: Bool
    /// Where the specification has it.
    public var position: SourcePosition?

    /// Creates a scheme.
    public init(
        sources: [RatingSource], items: [RatingItem], outlyingAbove: Double = 3, outlyingFrom: Double = 0,
        showsNames: Bool = false, position: SourcePosition? = nil
    ) {
        self.sources = sources
        self.items = items
        self.outlyingAbove = outlyingAbove
        self.outlyingFrom = outlyingFrom
        self.showsNames = showsNames
        self.position = position
    }

    /// The source with an id.
    public func source(_ id: String) -> RatingSource? { sources.first { $0.id == id } }

    /// The item with an id.
    public func item(_ id: String) -> RatingItem? { items.first { $0.id == id } }
}

/// Where ratings come from, such as the unit itself, a department, a third party or a survey.
public struct RatingSource: Sendable, Hashable {
    /// Who rates.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The unit rates itself (自评).
        case ownUnit = "self"
        /// Others rate the unit; nobody rates the unit that they belong to.
        case others
    }

    /// What happens to a unit that the source gives no result for.
    public enum Absence: String, Sendable, Hashable, CaseIterable {
        /// The other sources share its weight.
        case renormalise
        /// It counts as no points.
        case zero
        /// The item has no value.
        case missing
    }

    /// Its id.
    public var id: String
    /// Its name.
    public var name: BilingualText
    /// Who rates.
    public var kind: Kind
    /// How the ratings of several assessors become one number.
    public var combination: RatingCombination
    /// The fewest ratings of a unit that give a result.
    public var least: Int
    /// What happens where there are fewer.
    public var absence: Absence

    /// Creates a source.
    public init(
        id: String, name: BilingualText, kind: Kind, combination: RatingCombination = .mean, least: Int = 1,
        absence: Absence
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.combination = combination
        self.least = least
        self.absence = absence
    }
}

/// The two ends of a scale of ratings.
public struct RatingScale: Sendable, Hashable {
    /// The score that is worth no points.
    public var from: Double
    /// The score that is worth 100 points; below `from` where 1 is the best.
    public var to: Double

    /// Creates a scale; its ends differ.
    public init(from: Double, to: Double) {
        self.from = from
        self.to = to
    }

    /// Whether a score lies on it.
    public func contains(_ score: Double) -> Bool { (min(from, to)...max(from, to)).contains(score) }

    /// The points from 0 to 100 that a score is worth: 100 (score − from) / (to − from).
    public func points(_ score: Double) -> Double { 100 * (score - from) / (to - from) }
}

/// A qualitative item that is rated.
public struct RatingItem: Sendable, Hashable {
    /// A source that rates an item.
    public struct Part: Sendable, Hashable {
        /// The id of the source.
        public var source: String
        /// Its weight among the sources of the item.
        public var weight: Double
        /// The scale that it rates on.
        public var scale: RatingScale

        /// Creates a part.
        public init(_ source: String, weight: Double, scale: RatingScale) {
            self.source = source
            self.weight = weight
            self.scale = scale
        }
    }

    /// Its id.
    public var id: String
    /// Its name.
    public var name: BilingualText
    /// The sources that rate it.
    public var parts: [Part]
    /// Where the specification has it.
    public var position: SourcePosition?

    /// Creates an item.
    public init(id: String, name: BilingualText, parts: [Part], position: SourcePosition? = nil) {
        self.id = id
        self.name = name
        self.parts = parts
        self.position = position
    }
}
