public import AssessmentCore
internal import AssessmentData
internal import AssessmentSpreadsheets

/// The forms that an assessment sends out: a workbook for each unit that reports.
public struct CollectionForms: Sendable {
    /// The standard that they are of.
    public let standard: StatisticalStandard
    private let specification: Specification
    private let data: CollectedData
    private let languages: [Language]

    /// Prepares the forms of the assessed period.
    ///
    /// - Parameters:
    ///   - standard: the standard.
    ///   - specification: the specification that it is of.
    ///   - data: what was collected already: figures of the year before, and what was taken in of this one.
    ///   - languages: the languages of the texts, the first one leading.
    public init(
        _ standard: StatisticalStandard, of specification: Specification, data: CollectedData, languages: [Language]
    ) {
        self.standard = standard
        self.specification = specification
        self.data = data
        self.languages = languages
    }

    /// The units that are asked: the assessed ones.
    public var units: [AssessedUnit] {
        data.units.inForce(on: specification.units.inForceOn, levels: specification.units.levels)
    }

    /// A workbook for each unit, named by its code.
    ///
    /// - Throws: `MethodError` where the standard collects nothing, or the package was built without the trait Excel.
    public func files() throws -> [OutputFile] {
        guard !standard.collected.isEmpty || !standard.collectedRegisters.isEmpty else {
            throw MethodError("the framework uses no variable and no register, so that there is nothing to ask for")
        }
        let layout = FormLayout(standard, period: specification.period, languages: languages)
        let digest = standard.digest
        let known = Dictionary(grouping: data.observations.filter { $0.value != nil }, by: \.unit)
        return try units.map { unit in
            let own = known[unit.code] ?? []
            func values(of period: Period) -> [String: Double] {
                Dictionary(
                    own.filter { $0.period == period }.compactMap { held in held.value.map { (held.variable, $0) } },
                    uniquingKeysWith: { first, _ in first })
            }
            let places = [unit] + data.units.children(of: unit.code)
            let codes = Set(places.map(\.code))
            let form = CollectionForm(
                layout: layout,
                identity: FormIdentity(
                    assessment: specification.id, unit: unit.code, period: specification.period, standard: digest,
                    languages: languages),
                title: specification.title, unit: unit, places: places,
                previous: values(of: Period(year: specification.period.year - 1)),
                current: values(of: specification.period),
                entries: data.registers.mapValues { $0.filter { codes.contains($0.unit) } },
                statedNone: Set(
                    data.registerReports.filter { $0.value.byUnit[unit.code]?.isEmpty == true }.map(\.key)))
            return OutputFile(
                path: OutputFile.safeName(unit.code) + ".xlsx", bytes: try WorkbookFile.bytes(of: form.workbook))
        }
    }
}
