/// An indicator that counts the recognised items of a unit on a register.
///
/// An item counts on the last day of a period where its recognition holds on that day, once however often it is
/// listed: the first entry of an organisation and a name stands for all. An entry whose organisation code fails its
/// check is not counted. What was passed over is noted beside the count.
public struct RegisterIndicator: Indicator {
    /// Which entries are counted.
    public struct Rule: Sendable {
        /// Whether only what was added since the end of the base year is counted.
        public let countsIncrease: Bool
        /// Whether an entry is counted at all, from its fields.
        public let accepts: @Sendable (RegisterEntry) -> Bool

        /// Creates a rule.
        public init(
            countsIncrease: Bool = false, accepts: @escaping @Sendable (RegisterEntry) -> Bool = { _ in true }
        ) {
            self.countsIncrease = countsIncrease
            self.accepts = accepts
        }
    }

    /// The parameter that names the base year of an increase.
    public static let baseYear = Parameter(
        "base_year",
        BilingualText(zh: "基期年份：其年末数作为起点", en: "The base year: what there was at its end is the start"),
        .number(atLeast: 1949, atMost: 2100))

    /// What it says of itself; it reads exactly one register.
    public let description: IndicatorDescription
    private let rule: Rule

    /// Creates an indicator.
    public init(_ description: IndicatorDescription, rule: Rule = Rule()) {
        self.description = description
        self.rule = rule
    }

    /// Counts the entries that are recognised on the last day of each period.
    ///
    /// - Throws: ``IndicatorError`` where an increase is counted and no base year is given.
    public func measure(_ data: MeasurementData) throws -> IndicatorMeasurement {
        let panel = data.panel
        var column = Column(count: panel.rowCount, absent: .notCollected)
        var references = [[IndicatorMeasurement.Reference]](repeating: [], count: panel.rowCount)
        guard let register = description.registers.first, let entries = data.entries(of: register) else {
            return IndicatorMeasurement(column: column, evidence: .listed(references))
        }
        let candidates = entries.filter { rule.accepts($0.entry) }
        let right = candidates.filter { $0.entry.organisationCodeFault == nil }
        let base = try rule.countsIncrease ? recognised(on: lastDayOfBaseYear(data), right) : []
        let alreadyThere = Set(base.map(\.position))
        let before = byUnit(base, data)
        for (index, period) in panel.periods.enumerated() {
            guard let day = period.lastDay else { continue }
            let present = byUnit(recognised(on: day, right), data)
            let refused = byUnit(
                candidates.filter { $0.entry.organisationCodeFault != nil && $0.entry.recognition.contains(day) }, data)
            for (unit, row) in panel.rows(ofPeriodAt: index).enumerated() {
                column.measure(
                    Double(present[unit].count - before[unit].count),
                    note: RegisterEntry.note(onWrongCodesOf: refused[unit].map(\.entry)), at: row)
                let gone = before[unit].filter { !$0.entry.recognition.contains(day) }
                references[row] = (present[unit].filter { !alreadyThere.contains($0.position) } + gone)
                    .map { .registerEntry(register: register.id, position: $0.position) }
            }
        }
        return IndicatorMeasurement(column: column, evidence: .listed(references))
    }

    private typealias Candidate = (position: Int, entry: RegisterEntry)

    /// The entries recognised on a day; the first of an organisation and a name stands for all.
    private func recognised(on day: CalendarDate, _ entries: [Candidate]) -> [Candidate] {
        var seen: Set<[String]> = []
        return entries.filter { candidate in
            candidate.entry.recognition.contains(day)
                && seen.insert([candidate.entry.organisationCode, candidate.entry.name]).inserted
        }
    }

    /// The entries that lie in each unit of the panel.
    private func byUnit(_ entries: [Candidate], _ data: MeasurementData) -> [[Candidate]] {
        var groups = [[Candidate]](repeating: [], count: data.panel.units.count)
        for candidate in entries {
            for unit in data.assessedUnits(holding: candidate.entry.unit) { groups[unit].append(candidate) }
        }
        return groups
    }

    private func lastDayOfBaseYear(_ data: MeasurementData) throws -> CalendarDate {
        guard let year = data.parameters.number(RegisterIndicator.baseYear.name),
            let day = CalendarDate(year: Int(year), month: 12, day: 31)
        else {
            throw IndicatorError("\(description.id): an increase needs the parameter base_year, such as 2017")
        }
        return day
    }
}

extension RegisterEntry {
    /// What is wrong with the organisation code of the entry; nothing where it is right.
    public var organisationCodeFault: OrganisationCode.Fault? {
        OrganisationCode.fault(in: organisationCode)
    }

    /// What is to be said beside a value about entries that were passed over because their organisation code is
    /// wrong; nothing where there are none.
    public static func note(onWrongCodesOf entries: [RegisterEntry]) -> BilingualText? {
        guard let first = entries.first, let fault = first.organisationCodeFault else { return nil }
        return BilingualText(
            zh: "\(entries.count)条未计入，统一社会信用代码有误，如“\(first.name)”：\(fault.name.zh)",
            en: "\(entries.count) not counted for a wrong credit code, such as ‘\(first.name)’: \(fault.name.en)")
    }
}
