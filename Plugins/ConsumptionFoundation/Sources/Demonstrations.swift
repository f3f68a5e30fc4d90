import AssessmentCore

/// The register of demonstration titles and projects of information consumption.
enum Demonstrations {
    /// The field that says what was awarded.
    static let title = RegisterDescription.Field(
        id: "title", name: BilingualText(zh: "称号类别", en: "Title"),
        accepted: ["national_city", "national_featured_city", "provincial_county", nationalProject],
        names: [
            "national_city": BilingualText(zh: "国家级示范市", en: "National demonstration city"),
            "national_featured_city": BilingualText(zh: "国家级特色型示范城市", en: "National featured city"),
            "provincial_county": BilingualText(zh: "省级示范县", en: "Provincial demonstration county"),
            nationalProject: BilingualText(zh: "国家级示范项目", en: "National demonstration project"),
        ])

    static let nationalProject = "national_project"

    static let register = RegisterDescription(
        id: "information_consumption_demonstrations",
        name: BilingualText(zh: "信息消费示范称号与项目名录", en: "Demonstration titles and projects"),
        definition: BilingualText(
            zh: "国家级信息消费（试点）示范市、特色型示范城市，省级信息消费示范县（市、区），国家级信息消费示范项目；称号的组织为获评政府",
            en: """
                National demonstration cities, general or featured, provincial demonstration counties, and national \
                demonstration projects; the organisation behind a title is the government that holds it
                """),
        fields: [title],
        keptBy: BilingualText(
            zh: "省经济和信息化厅（2018年机构改革前为省经济和信息化委）",
            en: "Provincial department of economy and information technology (a commission until the reform of 2018)"))

    /// An entry for worked examples, of a fictitious organisation.
    static func example(
        _ name: String, unit: String, title: String, code: String, from year: Int, until end: CalendarDate? = nil
    ) -> RegisterEntry {
        RegisterEntry(
            unit: unit, name: name, organisationCode: code,
            recognition: Validity(from: CalendarDate(year: year, month: 1, day: 1), until: end),
            fields: [Demonstrations.title.id: title],
            origin: Origin(file: "information_consumption_demonstrations.csv", row: 2, column: "unit"))
    }
}
