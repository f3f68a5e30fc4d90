import AssessmentCore

/// The shared workshops that have been completed.
///
/// A workshop is put on the register while it is being built; it counts from the later of the day of its listing and
/// the day of its completion.
struct SharedWorkshops: Indicator {
    static let completedOn = RegisterDescription.Field(
        id: "completed_on",
        name: BilingualText(zh: "建成投用日期（在建留空）", en: "Completed and in use since (empty while being built)"),
        isRequired: false)

    static let register = RegisterDescription(
        id: "shared_workshops",
        name: BilingualText(zh: "共享车间名录", en: "Register of shared workshops"),
        definition: BilingualText(
            zh: "省经济和信息化主管部门列入建设计划的共享车间，含在建；建成以市级验收日期为准，撤销之日退出",
            en: "Shared workshops in the building plan of the province, those being built included; "
                + "completed on the day of acceptance by the city, until the day of withdrawal"),
        fields: [completedOn],
        keptBy: .provincialInformationTechnologyDepartment)

    static let indicator = SharedWorkshops()

    let description = IndicatorDescription(
        id: "production.shared_workshops",
        name: BilingualText(zh: "建成共享车间数", en: "Completed shared workshops"),
        definition: BilingualText(
            zh: "年末在名录内且已建成投用的共享车间数，在建的不计",
            en: "Shared workshops on the register that are completed and in use at the end of the year"),
        rationale: BilingualText(
            zh: "政策争取到2020年建成50个共享车间，列入计划不等于建成",
            en: "The policy strives for 50 completed workshops by 2020; to be planned is not to be completed"),
        unitOfMeasure: .count,
        statements: ["M8"],
        registers: [register],
        examples: [
            IndicatorExample(
                BilingualText(
                    zh: "两个2018年列入：一个2019年建成，一个在建；2020年列入一个此前已建成的",
                    en: "Listed in 2018: one completed in 2019, one being built; listed in 2020: one built before"),
                periods: [Period(year: 2018), Period(year: 2019), Period(year: 2020)],
                registers: [
                    register.id: [
                        .example("示例汽车零部件共享车间", from: "2018-10-01", fields: ["completed_on": "2019-06-30"]),
                        .example("示例家电模具共享车间", code: "91340100MA0000023U", from: "2018-10-01"),
                        .example(
                            "示例服装共享车间", code: "91340100MA0000031N", from: "2020-04-01",
                            fields: ["completed_on": "2017-12-01"]),
                    ]
                ],
                expected: [.value(0), .value(1), .value(2)])
        ])

    /// Counts the completed workshops.
    ///
    /// - Throws: ``IndicatorError`` where a day of completion cannot be read.
    func measure(_ data: MeasurementData) throws -> IndicatorMeasurement {
        var registers = data.registers
        registers[Self.register.id] = try data.registers[Self.register.id]?.map(heldFromCompletion)
        let counting = RegisterIndicator(
            description,
            rule: RegisterIndicator.Rule { $0.fields[Self.completedOn.id, default: ""].isEmpty == false })
        return try counting.measure(
            MeasurementData(
                panel: data.panel, units: data.units, variables: data.variables, registers: registers,
                parameters: data.parameters, seriesBreaks: data.seriesBreaks))
    }

    /// The entry with a recognition that does not begin before its completion.
    private func heldFromCompletion(_ entry: RegisterEntry) throws -> RegisterEntry {
        let text = entry.fields[Self.completedOn.id, default: ""]
        guard !text.isEmpty else { return entry }
        guard let completion = CalendarDate(text) else {
            throw IndicatorError(
                "\(entry.origin.file), row \(entry.origin.row): completed_on is ‘\(text)’; "
                    + "expected a date such as 2020-06-30, or nothing while the workshop is being built")
        }
        var held = entry
        held.recognition.from = max(entry.recognition.from ?? completion, completion)
        return held
    }
}
