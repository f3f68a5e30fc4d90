import AssessmentCore

/// The file of those who act in the review: the office, two verifiers, and one person of each unit.
enum PeopleRows {
    /// The file.
    static func table(_ territories: Territories, source: String) -> OutputTable {
        var table = OutputTable("people.csv", columns: ["id", "unit", "note"])
        for id in ["office", "verifier-1", "verifier-2"] { table.append([id, "", source]) }
        for unit in territories.unitsAtEnd {
            table.append(["reporter-\(unit.code)", unit.code, source])
        }
        return table
    }
}
