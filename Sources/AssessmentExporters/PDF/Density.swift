#if PDF
/// How close lines, rows and blocks stand to each other.
struct Density {
    /// What the room between blocks is multiplied by.
    let gaps: Double
    /// The size of sentences that matter most, and of remarks.
    let lead: Double
    let note: Double
    /// The room above and below the text of a row.
    let row: Double
    /// The largest scale of drawings.
    let drawings: Double

    /// As it is read best.
    static let usual = Density(gaps: 1, lead: 10, note: 7.5, row: 2.5, drawings: 0.8)
    /// From the widest to the closest: a unit takes the first at which its last page is no mere remainder.
    static let all = [
        usual, Density(gaps: 0.75, lead: 9.5, note: 7, row: 1.9, drawings: 0.72),
        Density(gaps: 0.55, lead: 9, note: 6.7, row: 1.3, drawings: 0.64),
    ]
}
#endif
