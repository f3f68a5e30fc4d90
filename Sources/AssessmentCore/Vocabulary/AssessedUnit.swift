/// A city, county or other body that is assessed.
public struct AssessedUnit: Sendable, Hashable {
    /// The code by which data refer to it, such as a GB/T 2260 code.
    public let code: String
    /// Its name.
    public let name: BilingualText
    /// Its level, such as `city` or `county`: the specification says which levels are assessed.
    public let level: String
    /// Its kind within the level, such as `district` or `county_city`.
    public let kind: String
    /// The code of the unit that it belongs to.
    public let parent: String?
    /// The days on which it is in force.
    public let validity: Validity
    /// The code of the unit that took its place when it ended.
    public let successor: String?
    /// Classes that targets and parameters may refer to, such as `national_demonstration`.
    public let classes: [String]
    /// The texts of the columns that group units, such as a region, by column.
    public let groups: [String: String]
    /// Where it lies on a tile map; nothing where that is not said. It decides no score.
    public let mapPlace: MapPlace?

    /// Creates an assessed unit.
    public init(
        code: String, name: BilingualText, level: String, kind: String = "", parent: String? = nil,
        validity: Validity = Validity(), successor: String? = nil, classes: [String] = [],
        groups: [String: String] = [:], mapPlace: MapPlace? = nil
    ) {
        self.code = code
        self.name = name
        self.level = level
        self.kind = kind
        self.parent = parent
        self.validity = validity
        self.successor = successor
        self.classes = classes
        self.groups = groups
        self.mapPlace = mapPlace
    }
}
