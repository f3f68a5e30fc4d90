import AssessmentCore

/// The register of experience centres, and whose centre an entry is.
///
/// The policy asks for centres of the corresponding level (相应级别): a city's own centre stands in one of its
/// districts and does not serve as that district's, and a county's does not serve as the city's.
enum ExperienceCentres {
    typealias Candidate = (position: Int, entry: RegisterEntry)

    /// The field that says at which level a centre was set up; its values are the levels of units.
    static let level = RegisterDescription.Field(
        id: "level", name: BilingualText(zh: "级别", en: "Level"), accepted: [cityLevel, countyLevel],
        names: [
            cityLevel: BilingualText(zh: "市级", en: "City"), countyLevel: BilingualText(zh: "县级", en: "County"),
        ])

    static let cityLevel = "city"
    static let countyLevel = "county"

    static let register = RegisterDescription(
        id: "experience_centres",
        name: BilingualText(zh: "信息消费体验中心名录", en: "Experience centres"),
        definition: BilingualText(
            zh: "市、县（市、区）建成的综合信息消费体验中心（馆、广场、小镇）；起始日为向公众开放之日，关闭的填截止日",
            en: """
                General experience centres, halls, squares and towns for information consumption that cities and \
                counties set up, from the day they opened to the public to the day they closed
                """),
        fields: [level],
        keptBy: BilingualText(
            zh: "省经济和信息化厅（2018年机构改革前为省经济和信息化委）",
            en: "Provincial department of economy and information technology (a commission until the reform of 2018)"))

    /// The entries that are a unit's own centres, whatever the days on which they were open.
    ///
    /// A city's centre may be entered under the city or the district that it stands in. A county's may be entered
    /// under the code of the county that has taken its place since, unless several merged into that one: then the
    /// register does not say in which of them it stood.
    static func centres(
        of unit: AssessedUnit, on day: CalendarDate, _ entries: [Candidate], _ data: MeasurementData
    ) -> [Candidate] {
        entries.filter { candidate in
            let entry = candidate.entry
            guard entry.fields[level.id] == unit.level else { return false }
            return data.belongs(entry.unit, to: unit)
                || data.units.standingFor(entry.unit, on: day).map(\.code) == [unit.code]
        }
    }

    /// An entry for worked examples, of a fictitious organisation.
    static func example(
        _ name: String, unit: String, level: String, code: String, from: (Int, Int, Int), until: (Int, Int, Int)? = nil
    ) -> RegisterEntry {
        RegisterEntry(
            unit: unit, name: name, organisationCode: code,
            recognition: Validity(
                from: CalendarDate(year: from.0, month: from.1, day: from.2),
                until: until.flatMap { CalendarDate(year: $0.0, month: $0.1, day: $0.2) }),
            fields: [ExperienceCentres.level.id: level],
            origin: Origin(file: "experience_centres.csv", row: 2, column: "unit"))
    }
}
