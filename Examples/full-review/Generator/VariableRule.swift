import AssessmentCore

/// How the values of a variable are drawn.
struct VariableRule {
    enum Kind {
        /// What there is for every 10,000 residents, whatever a unit does: the wholes that shares are taken of.
        case stock(ClosedRange<Double>)
        /// What a unit achieves for every 10,000 residents: better units have more, and all have more each year.
        case effort(ClosedRange<Double>)
        /// A steady part of another variable; 1 is all of it.
        case portion(of: String, ClosedRange<Double>)
        /// A part of another variable that better units bring further, all of them each year; 1 is all of it.
        case part(of: String, ClosedRange<Double>)
        /// As `part`, where better units have less.
        case falling(of: String, ClosedRange<Double>)
        /// So much for every 10,000 residents in the first year, and growth by such a share each year.
        case growing(from: ClosedRange<Double>, by: ClosedRange<Double>)
        /// A published rate or index that better units bring further.
        case level(ClosedRange<Double>)
        /// One for every county-level unit.
        case one
    }

    enum Place: Equatable {
        /// In every unit.
        case anywhere
        /// Nowhere in a district without villages.
        case rural
        /// In this city alone; not applicable elsewhere.
        case only(String)
    }

    let variable: String
    let kind: Kind
    /// Whether it is reported for cities alone.
    let citiesOnly: Bool
    let place: Place
    /// The share of counties in which it does not exist.
    let absentIn: Double
    /// The first year in which there is any.
    let begins: Period?

    init(
        _ variable: String, _ kind: Kind, citiesOnly: Bool = false, place: Place = .anywhere, absentIn: Double = 0,
        begins: Int? = nil
    ) {
        self.variable = variable
        self.kind = kind
        self.citiesOnly = citiesOnly
        self.place = place
        self.absentIn = absentIn
        self.begins = begins.map { Period(year: $0) }
    }

    /// The variable that it is a part of.
    var whole: String? {
        switch kind {
        case .portion(let whole, _), .part(let whole, _), .falling(let whole, _): whole
        case .stock, .effort, .growing, .level, .one: nil
        }
    }

    /// Every rule.
    static let all = shared + life + production + publicServices + foundation
}
