import AssessmentCore

/// A row of a register.
struct RegisterRow {
    var unit: String
    var name: String
    var code: String
    var from: CalendarDate
    var until: CalendarDate?
    var fields: [String: String] = [:]
}

/// The registers, each written to a file of its name.
struct RegisterRows {
    let territories: Territories
    let targets: TargetTable
    let demonstrationCounties: [String]

    var draws: Draws { territories.draws }

    /// The rows of every register.
    func all() -> [String: [RegisterRow]] {
        [
            "innovative_products": innovativeProducts(),
            "innovation_bases": innovationBases(),
            "makerspaces": makerspaces(),
            "software_parks": softwareParks(),
            "shared_workshops": sharedWorkshops(),
            "public_venues": publicVenues(),
            "experience_centres": experienceCentres(),
            "information_consumption_demonstrations": demonstrations(),
        ]
    }

    /// The files of the registers that are asked for.
    ///
    /// - Throws: ``GeneratorError`` where rows belong to no register. A register without rows is left out.
    func tables(_ registers: [String: RegisterDescription], source: String) throws -> [OutputTable] {
        let rows = all()
        let unknown = Set(rows.keys).subtracting(registers.keys).sorted()
        guard unknown.isEmpty else {
            throw GeneratorError(description: "rows without a register: \(unknown.joined(separator: ", "))")
        }
        return registers.values.filter { rows[$0.id] != nil }.sorted { $0.id < $1.id }.map { register in
            let own = register.fields.map(\.id)
            var table = OutputTable(
                "\(register.id).csv",
                columns: ["unit", "name", "organisation_code", "recognised_on", "withdrawn_on"] + own, source: source)
            for row in rows[register.id, default: []] {
                table.append(
                    [row.unit, row.name, row.code, row.from.description, row.until?.description ?? ""]
                        + own.map { row.fields[$0] ?? "" })
            }
            return table
        }
    }

    /// A drawn day of a year.
    func day(in year: Int, _ key: String...) -> CalendarDate {
        let label = key.joined(separator: "/")
        let month = draws.whole(in: 1...12, "month", label, "\(year)")
        let day = draws.whole(in: 1...28, "day", label, "\(year)")
        return RegisterRows.date(year, month, day)
    }

    /// A day that is known to exist.
    static func date(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
        guard let date = CalendarDate(year: year, month: month, day: day) else {
            preconditionFailure("\(year)-\(month)-\(day) is in no calendar")
        }
        return date
    }

    /// A territory of a city that is drawn, more often one that does well.
    func territory(of city: String, _ key: String...) -> Territories.Territory? {
        let own = territories.all.filter { $0.city == city }
        guard !own.isEmpty else { return nil }
        let label = key.joined(separator: "/")
        let candidates = (0..<2).map { own[draws.whole(in: 0...own.count - 1, "territory", label, "\($0)")] }
        return candidates.max { $0.quality < $1.quality }
    }

    /// The name of a unit without what kind of unit it is.
    func shortName(_ code: String) -> String {
        let name = territories.units[code]?.name.zh ?? code
        return name.count > 2 ? String(name.dropLast()) : name
    }
}
