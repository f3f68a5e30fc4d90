import AssessmentCore

/// The file of units, with drawn classes beside the real ones.
enum UnitRows {
    /// The class of the counties that the experience centres of 2018 were due in.
    static let demonstrationCounty = "demonstration_county"

    /// The codes of the nine demonstration counties (省级信息消费示范县), which are drawn: the policy does not name them.
    static func demonstrationCounties(_ territories: Territories, on day: CalendarDate) -> [String] {
        let counties = territories.units.inForce(on: day, levels: ["county"])
        return territories.draws.shuffled(counties, by: { $0.code }, UnitRows.demonstrationCounty)
            .prefix(9).map(\.code).sorted()
    }

    static func table(_ territories: Territories, demonstrationCounties: [String], source: String) -> OutputTable {
        var table = OutputTable(
            "units.csv",
            columns: [
                "code", "name_zh", "name_en", "level", "kind", "parent", "valid_from", "valid_until", "successor",
                "classes", "map_row", "map_column", "note",
            ])
        for unit in territories.units.units {
            let isDrawn = demonstrationCounties.contains(unit.code)
            let classes = unit.classes + (isDrawn ? [UnitRows.demonstrationCounty] : [])
            table.append([
                unit.code, unit.name.zh, unit.name.en, unit.level, unit.kind, unit.parent ?? "",
                unit.validity.from?.description ?? "", unit.validity.until?.description ?? "", unit.successor ?? "",
                classes.joined(separator: ";"),
                unit.mapPlace.map { String($0.row) } ?? "", unit.mapPlace.map { String($0.column) } ?? "",
                isDrawn ? "示范县称号为抽取，并非真实 / drawn, not real. \(source)" : source,
            ])
        }
        return table
    }
}
