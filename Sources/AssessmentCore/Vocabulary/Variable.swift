/// A collected statistical item that indicators are computed from.
public struct Variable: Sendable, Hashable {
    /// How values follow a unit whose boundary changed.
    public enum Carrying: String, Sendable, Hashable, CaseIterable {
        /// Counts and amounts: the values of the units that merged are added up.
        case sum
        /// Rates, indices and averages: no value can be formed, so it is missing before the change.
        case missing
    }

    /// The id by which data and formulas refer to it, such as `resident_population`.
    public let id: String
    /// Its name.
    public let name: BilingualText
    /// What exactly is counted, when and where.
    public let definition: BilingualText
    /// What its values are measured in.
    public let unitOfMeasure: UnitOfMeasure
    /// How its values follow a unit whose boundary changed.
    public let carrying: Carrying
    /// The department that reports it.
    public let reportedBy: BilingualText

    /// Creates a variable.
    public init(
        id: String, name: BilingualText, definition: BilingualText, unitOfMeasure: UnitOfMeasure,
        carrying: Carrying = .sum, reportedBy: BilingualText
    ) {
        self.id = id
        self.name = name
        self.definition = definition
        self.unitOfMeasure = unitOfMeasure
        self.carrying = carrying
        self.reportedBy = reportedBy
    }
}
