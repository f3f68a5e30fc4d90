/// An indicator that counts the recognised items of a unit on a register.
///
/// An item counts on the last day of a period where its recognition holds on that day, once however often it is
/// listed: of the entries of an organisation and a name the one recognised first stands for all, of those of one day the
/// one of the unit whose code comes first, whatever the order in which they were listed. Names are the same that differ in
/// white space, width and case alone. An entry whose organisation code fails its check is not counted. What was passed
/// over is noted beside the count.
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
            let chosen = recognised(on: day, right)
            let present = byUnit(chosen, data)
            let elsewhere = byUnit(listedElsewhere(on: day, right, chosen), data)
            let refused = byUnit(
                candidates.filter { $0.entry.organisationCodeFault != nil && $0.entry.recognition.contains(day) }, data)
            for (unit, row) in panel.rows(ofPeriodAt: index).enumerated() {
                column.measure(
                    Double(present[unit].count - before[unit].count),
                    note: RegisterIndicator.joined(
                        RegisterEntry.note(onWrongCodesOf: refused[unit].map(\.entry)),
                        RegisterIndicator.note(onListedElsewhere: elsewhere[unit].map(\.entry))), at: row)
                let gone = before[unit].filter { !$0.entry.recognition.contains(day) }
                references[row] = (present[unit].filter { !alreadyThere.contains($0.position) } + gone)
                    .map { .registerEntry(register: register.id, position: $0.position) }
            }
        }
        return IndicatorMeasurement(column: column, evidence: .listed(references))
    }

    private typealias Candidate = (position: Int, entry: RegisterEntry)

    /// An organisation with what is recognised of it.
    private struct Item: Hashable {
        let organisation: String
        let name: String

        init(_ entry: RegisterEntry) {
            organisation = entry.organisationCode
            name = foldedName(entry.name)
        }
    }

    /// The entries recognised on a day, in listed order; one stands for all of an organisation and a name.
    private func recognised(on day: CalendarDate, _ entries: [Candidate]) -> [Candidate] {
        let holding = entries.filter { $0.entry.recognition.contains(day) }
        var first: [Item: Candidate] = [:]
        for candidate in holding {
            let item = Item(candidate.entry)
            if let known = first[item], !RegisterIndicator.comes(candidate.entry, before: known.entry) { continue }
            first[item] = candidate
        }
        return holding.filter { first[Item($0.entry)]?.position == $0.position }
    }

    /// Whether an entry stands for another one of the same item.
    private static func comes(_ entry: RegisterEntry, before other: RegisterEntry) -> Bool {
        switch (entry.recognition.from, other.recognition.from) {
        case (let own?, let others?) where own != others: own < others
        case (nil, _?): true
        case (_?, nil): false
        default: entry.unit < other.unit
        }
    }

    /// The entries that another one of another unit stands for.
    private func listedElsewhere(on day: CalendarDate, _ entries: [Candidate], _ chosen: [Candidate]) -> [Candidate] {
        let units = Dictionary(chosen.map { (Item($0.entry), $0.entry.unit) }, uniquingKeysWith: { first, _ in first })
        return entries.filter { candidate in
            guard candidate.entry.recognition.contains(day), let unit = units[Item(candidate.entry)] else {
                return false
            }
            return unit != candidate.entry.unit
        }
    }

    private static func note(onListedElsewhere entries: [RegisterEntry]) -> BilingualText? {
        guard let first = entries.first else { return nil }
        return BilingualText(
            zh: "\(entries.count)条未计入，认定在先的同一项目已计入其他单位，如“\(first.name)”",
            en:
                "\(entries.count) not counted, since the same item is counted for another unit that had it first, such as "
                + "‘\(first.name)’")
    }

    private static func joined(_ notes: BilingualText?...) -> BilingualText? {
        let told = notes.compactMap(\.self)
        guard !told.isEmpty else { return nil }
        return BilingualText(zh: told.map(\.zh).joined(separator: "；"), en: told.map(\.en).joined(separator: "; "))
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
