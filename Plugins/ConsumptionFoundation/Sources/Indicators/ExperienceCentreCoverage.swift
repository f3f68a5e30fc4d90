import AssessmentCore

/// The share of a unit's cities and counties that have an experience centre of their own.
struct ExperienceCentreCoverage: Indicator {
    static let indicator = ExperienceCentreCoverage()

    let description = IndicatorDescription(
        id: "foundation.experience_centre_coverage",
        name: BilingualText(zh: "信息消费体验中心覆盖率", en: "Experience centre coverage"),
        definition: BilingualText(
            zh: """
                年末有本级体验中心的市、县（市、区）数 ÷ 年末在册的市、县（市、区）数 × 100%；\
                对市计市本级及所辖县（市、区），对县（市、区）本身为100或0，对省计全部市、县（市、区）
                """,
            en: """
                Cities and counties with an experience centre of their own level as a share of those in force at the \
                end of the year: for a city, itself and its counties; for a county, 100 or 0; for the province, all
                """),
        rationale: BilingualText(
            zh: "政策要求市、县（含市、区）信息消费体验中心实现全覆盖",
            en: "The policy asks for a centre in every city and every county"),
        unitOfMeasure: .percent,
        statements: ["G3"],
        registers: [ExperienceCentres.register],
        examples: [coverageOfACity, notCounted])

    /// Measures the share of covered units on the last day of each period.
    func measure(_ data: MeasurementData) -> IndicatorMeasurement {
        let register = ExperienceCentres.register
        var column = Column(count: data.panel.rowCount, absent: .notCollected)
        var references = [[IndicatorMeasurement.Reference]](repeating: [], count: data.panel.rowCount)
        guard let entries = data.entries(of: register) else {
            return IndicatorMeasurement(column: column, evidence: .listed(references))
        }
        for (index, period) in data.panel.periods.enumerated() {
            guard let day = period.lastDay else { continue }
            let members = members(on: day, entries, data)
            for (row, own) in zip(data.panel.rows(ofPeriodAt: index), members) {
                guard !own.isEmpty else {
                    column.leaveOut(
                        .notApplicable,
                        note: BilingualText(zh: "\(day)不在册", en: "not in force on \(day)"), at: row)
                    continue
                }
                let accepted = own.map { $0.filter { $0.entry.organisationCodeFault == nil } }
                let covered = accepted.filter { !$0.isEmpty }.count
                column.measure(
                    100 * (Double(covered) / Double(own.count)),
                    note: RegisterEntry.note(
                        onWrongCodesOf: own.joined().map(\.entry).filter { $0.organisationCodeFault != nil }),
                    at: row)
                references[row] = accepted.joined().map {
                    .registerEntry(register: register.id, position: $0.position)
                }
            }
        }
        return IndicatorMeasurement(column: column, evidence: .listed(references))
    }

    /// The open centres of each city and county in force on a day, by the position of every unit that it lies in.
    private func members(
        on day: CalendarDate, _ entries: [ExperienceCentres.Candidate], _ data: MeasurementData
    ) -> [[[ExperienceCentres.Candidate]]] {
        var members = [[[ExperienceCentres.Candidate]]](repeating: [], count: data.panel.units.count)
        let levels = [ExperienceCentres.cityLevel, ExperienceCentres.countyLevel]
        for member in data.units.inForce(on: day, levels: levels) {
            let open = ExperienceCentres.centres(of: member, on: day, entries, data)
                .filter { $0.entry.recognition.contains(day) }
            for position in data.assessedUnits(holding: member.code) { members[position].append(open) }
        }
        return members
    }

    private static let coverageOfACity = IndicatorExample(
        BilingualText(
            zh: "市本级与2个县区中有2个建成；县改区后由新区承继", en: "Two of a city and its two counties, one of which became a district"),
        units: [
            AssessedUnit(code: "340200", name: BilingualText(zh: "芜湖市", en: "Wuhu City"), level: "city"),
            AssessedUnit(
                code: "340202", name: BilingualText(zh: "镜湖区", en: "Jinghu District"), level: "county", parent: "340200"
            ),
            AssessedUnit(
                code: "340221", name: BilingualText(zh: "芜湖县", en: "Wuhu County"), level: "county", parent: "340200",
                validity: Validity(until: CalendarDate(year: 2020, month: 7, day: 6)), successor: "340210"),
            AssessedUnit(
                code: "340210", name: BilingualText(zh: "湾沚区", en: "Wanzhi District"), level: "county",
                parent: "340200", validity: Validity(from: CalendarDate(year: 2020, month: 7, day: 6))),
        ],
        periods: [Period(year: 2019), Period(year: 2020)],
        registers: [
            ExperienceCentres.register.id: [
                // The city's centre stands in a district and does not serve as the district's own.
                ExperienceCentres.example(
                    "示例市级体验中心", unit: "340202", level: "city", code: "91340200000000027A", from: (2018, 10, 1)),
                ExperienceCentres.example(
                    "示例县级体验中心", unit: "340221", level: "county", code: "913402000000000355", from: (2019, 3, 1)),
            ]
        ],
        expected: [
            .value(200.0 / 3), .value(0), .value(100), .value(100),
            .value(200.0 / 3), .value(0), .absent(.notApplicable), .value(100),
        ])

    private static let notCounted = IndicatorExample(
        BilingualText(zh: "已关闭的和信用代码有误的不计", en: "One that closed and one with a wrong credit code do not count"),
        registers: [
            ExperienceCentres.register.id: [
                ExperienceCentres.example(
                    "示例体验中心", unit: "340100", level: "city", code: "9134010000000006XD", from: (2018, 5, 1),
                    until: (2020, 6, 30)),
                ExperienceCentres.example(
                    "示例体验广场", unit: "340100", level: "city", code: "913401000000000780", from: (2018, 5, 1)),
            ]
        ],
        expected: [.value(0)])
}
