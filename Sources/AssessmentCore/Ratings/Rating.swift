/// A score that one assessor gave a unit for an item in a period.
public struct Rating: Sendable, Hashable {
    /// The id of the item.
    public var item: String
    /// The code of the unit.
    public var unit: String
    /// The period.
    public var period: Period
    /// The id of the source.
    public var source: String
    /// The code of the assessor.
    public var assessor: String
    /// The score as it was given, on the scale of the source.
    public var score: Double
    /// The day on which it was given, where that is said.
    public var date: CalendarDate?
    /// Where it was read.
    public var origin: Origin

    /// Creates a rating.
    public init(
        item: String, unit: String, period: Period, source: String, assessor: String, score: Double,
        date: CalendarDate? = nil, origin: Origin
    ) {
        self.item = item
        self.unit = unit
        self.period = period
        self.source = source
        self.assessor = assessor
        self.score = score
        self.date = date
        self.origin = origin
    }
}

/// Somebody who rates units.
public struct Assessor: Sendable, Hashable {
    /// The code by which ratings name the assessor.
    public var id: String
    /// The name; pages show it only where the specification says so.
    public var name: String
    /// The id of the source that the assessor belongs to.
    public var source: String
    /// The code of the unit that the assessor belongs to and may not rate, where there is one.
    public var homeUnit: String?
    /// Where it was read.
    public var origin: Origin

    /// Creates an assessor.
    public init(id: String, name: String, source: String, homeUnit: String?, origin: Origin) {
        self.id = id
        self.name = name
        self.source = source
        self.homeUnit = homeUnit
        self.origin = origin
    }
}
