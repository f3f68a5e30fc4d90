import AssessmentCore

/// Whether a city or county had its experience centre by the day that the policy sets for its class.
///
/// The milestone is met or missed: 100 where a centre of the unit's level was open on the due day, 0 where it opened
/// later or not at all. The policy gives the three national demonstration cities no date, only that they come first
/// (率先); they are held to the date of the other cities at the latest, and a scheme may set an earlier one.
struct ExperienceCentreMilestone: Indicator {
    static let indicator = ExperienceCentreMilestone()

    private static let otherCitiesDue = "2018-12-31"
    private static let otherCountiesDue = "2020-12-31"

    private static let demonstrationCities = Parameter(
        "demonstration_cities",
        BilingualText(zh: "国家级信息消费示范市", en: "The national demonstration cities"),
        .units, default: .units(["340100", "340200", "340500"]))

    private static let demonstrationCitiesDue = Parameter(
        "demonstration_cities_due",
        BilingualText(
            zh: "国家级示范市的到期日，政策只写“率先”，未定日期",
            en: "The due day of the national demonstration cities, for which the policy only says ‘first’"),
        .text(), default: .text(otherCitiesDue))

    private static let demonstrationCounties = Parameter(
        "demonstration_counties",
        BilingualText(
            zh: "省级信息消费示范县（市、区）；名单不明时写空列表，各县均按2020-12-31计",
            en: """
                The provincial demonstration counties; an empty list where they are not known, and every county then \
                falls due on 2020-12-31
                """),
        .units)

    let description = IndicatorDescription(
        id: "foundation.experience_centre_milestone",
        name: BilingualText(zh: "信息消费体验中心按期建成", en: "Experience centre opened in time"),
        definition: BilingualText(
            zh: """
                到期日本级体验中心已开放得100，逾期开放或未建得0；到期日：市和省级示范县（市、区）2018-12-31，\
                其他县（市、区）2020-12-31；未到期且未建的不适用；只评市、县（市、区）
                """,
            en: """
                100 where a centre of the unit's level was open on the due day, 0 where it opened later or not at all; \
                due on 2018-12-31 for cities and provincial demonstration counties, on 2020-12-31 for other counties; \
                not applicable before that day without a centre; for cities and counties only
                """),
        rationale: BilingualText(
            zh: "政策为三类地区规定了建成体验中心的先后和时限",
            en: "The policy sets an order and days for three classes of cities and counties"),
        unitOfMeasure: .percent,
        statements: ["G3", "X1", "X2"],
        registers: [ExperienceCentres.register],
        parameters: [demonstrationCities, demonstrationCitiesDue, demonstrationCounties],
        examples: [threeClasses, earlierDay])

    /// Judges each unit on the last day of each period.
    ///
    /// - Throws: ``IndicatorError`` where the demonstration counties are not given or not known, or the due day of the
    ///   demonstration cities is not a date.
    func measure(_ data: MeasurementData) throws -> IndicatorMeasurement {
        let register = ExperienceCentres.register
        let calendar = try Calendar(data, id: description.id)
        var column = Column(count: data.panel.rowCount, absent: .notCollected)
        var references = [[IndicatorMeasurement.Reference]](repeating: [], count: data.panel.rowCount)
        guard let entries = data.entries(of: register) else {
            return IndicatorMeasurement(column: column, evidence: .listed(references))
        }
        for row in 0..<data.panel.rowCount {
            let unit = data.panel.unit(ofRow: row)
            guard let day = data.panel.period(ofRow: row).lastDay else { continue }
            guard let due = calendar.due(unit, data) else {
                column.leaveOut(.notAssessedAtLevel, at: row)
                continue
            }
            guard !data.units.standingFor(unit.code, on: day).isEmpty else {
                column.leaveOut(
                    .notApplicable, note: BilingualText(zh: "\(day)不在册", en: "not in force on \(day)"), at: row)
                continue
            }
            let own = ExperienceCentres.centres(of: unit, on: day, entries, data)
            let centres = own.filter { $0.entry.organisationCodeFault == nil }
            let decisive = judge(centres, due: due, on: day, &column, row)
            if decisive.isEmpty,
                let note = RegisterEntry.note(
                    onWrongCodesOf: own.map(\.entry).filter { $0.organisationCodeFault != nil }),
                column[row] != nil
            {
                column.measure(0, note: note, at: row)
            }
            references[row] = decisive.map { .registerEntry(register: register.id, position: $0.position) }
        }
        return IndicatorMeasurement(column: column, evidence: .listed(references))
    }

    /// Fills in a row and gives back the entries that decided it.
    private func judge(
        _ centres: [ExperienceCentres.Candidate], due: CalendarDate, on day: CalendarDate, _ column: inout Column,
        _ row: Int
    ) -> [ExperienceCentres.Candidate] {
        // What has closed since the due day was there in time; what had closed before it was not.
        let inTime = centres.filter { $0.entry.recognition.contains(min(day, due)) }
        if !inTime.isEmpty {
            column.measure(100, at: row)
            return inTime
        }
        if day < due {
            column.leaveOut(
                .notApplicable, note: BilingualText(zh: "\(due)到期", en: "falls due on \(due)"), at: row)
            return []
        }
        let late = centres.filter { due < $0.entry.recognition.from ?? due && $0.entry.recognition.contains(day) }
        if let opened = late.compactMap(\.entry.recognition.from).min() {
            column.measure(
                0, note: BilingualText(zh: "\(due)到期，\(opened)开放，逾期", en: "late: due on \(due), opened on \(opened)"),
                at: row)
        } else {
            column.measure(0, note: BilingualText(zh: "\(due)到期，未建", en: "none: due on \(due)"), at: row)
        }
        return late
    }

    /// The due day of each class of units.
    private struct Calendar {
        private let demonstrationCities: Set<String>
        private let demonstrationCounties: [String]
        private let demonstrationDay: CalendarDate
        private let otherCitiesDay: CalendarDate
        private let otherCountiesDay: CalendarDate

        init(_ data: MeasurementData, id: String) throws {
            func day(_ text: String) throws -> CalendarDate {
                guard let day = CalendarDate(text) else {
                    throw IndicatorError(
                        "\(id): ‘\(text)’ is not a day; demonstration_cities_due is written as 2018-12-31")
                }
                return day
            }
            demonstrationCities = Set(data.parameters.units(ExperienceCentreMilestone.demonstrationCities.name) ?? [])
            demonstrationDay = try day(
                data.parameters.text(ExperienceCentreMilestone.demonstrationCitiesDue.name) ?? otherCitiesDue)
            otherCitiesDay = try day(otherCitiesDue)
            otherCountiesDay = try day(otherCountiesDue)
            guard let counties = data.parameters.units(ExperienceCentreMilestone.demonstrationCounties.name) else {
                throw IndicatorError(
                    "\(id): needs demonstration_counties, the codes of the provincial demonstration counties; "
                        + "write [] where they are not known, and every county falls due on \(otherCountiesDue)")
            }
            if let unknown = counties.first(where: { data.units[$0] == nil }) {
                throw IndicatorError("\(id): demonstration_counties names ‘\(unknown)’, which is not a known unit")
            }
            demonstrationCounties = counties
        }

        /// The due day of a unit; nothing at levels that need no centre.
        func due(_ unit: AssessedUnit, _ data: MeasurementData) -> CalendarDate? {
            switch unit.level {
            case ExperienceCentres.cityLevel:
                demonstrationCities.contains(unit.code) ? demonstrationDay : otherCitiesDay
            case ExperienceCentres.countyLevel:
                demonstrationCounties.contains { data.belongs($0, to: unit) } ? otherCitiesDay : otherCountiesDay
            default: nil
            }
        }
    }

    private static let hefei = AssessedUnit(
        code: "340100", name: BilingualText(zh: "合肥市", en: "Hefei City"), level: "city")

    private static let threeClasses = IndicatorExample(
        BilingualText(
            zh: "国家示范市、到期日开放的市、逾期的市、示范县（假定）与其他县",
            en: "A demonstration city, one on the due day, one late, a county taken for a demonstration county, another"
        ),
        units: [
            hefei,
            AssessedUnit(code: "340300", name: BilingualText(zh: "蚌埠市", en: "Bengbu City"), level: "city"),
            AssessedUnit(code: "340400", name: BilingualText(zh: "淮南市", en: "Huainan City"), level: "city"),
            AssessedUnit(
                code: "340121", name: BilingualText(zh: "长丰县", en: "Changfeng County"), level: "county",
                parent: "340100"),
            AssessedUnit(
                code: "340122", name: BilingualText(zh: "肥东县", en: "Feidong County"), level: "county", parent: "340100"),
        ],
        periods: [Period(year: 2018), Period(year: 2020)],
        registers: [
            ExperienceCentres.register.id: [
                ExperienceCentres.example(
                    "示例合肥体验中心", unit: "340100", level: "city", code: "9134010000000006XD", from: (2018, 5, 1)),
                ExperienceCentres.example(
                    "示例蚌埠体验中心", unit: "340300", level: "city", code: "913403000000000435", from: (2018, 12, 31)),
                ExperienceCentres.example(
                    "示例淮南体验中心", unit: "340400", level: "city", code: "913404000000000515", from: (2019, 6, 1)),
                ExperienceCentres.example(
                    "示例肥东体验馆", unit: "340122", level: "county", code: "91340100000000078D", from: (2020, 9, 1)),
            ]
        ],
        parameters: [demonstrationCounties.name: .units(["340121"])],
        expected: [
            .value(100), .value(100), .value(0), .value(0), .absent(.notApplicable),
            .value(100), .value(100), .value(0), .value(0), .value(100),
        ])

    private static let earlierDay = IndicatorExample(
        BilingualText(zh: "方案为国家示范市定了更早的日期", en: "A scheme sets an earlier day for the demonstration cities"),
        units: [hefei],
        periods: [Period(year: 2018)],
        registers: [
            ExperienceCentres.register.id: [
                ExperienceCentres.example(
                    "示例合肥体验中心", unit: "340100", level: "city", code: "9134010000000006XD", from: (2018, 9, 1))
            ]
        ],
        parameters: [
            demonstrationCitiesDue.name: .text("2018-06-30"), demonstrationCounties.name: .units([]),
        ],
        expected: [.value(0)])
}
