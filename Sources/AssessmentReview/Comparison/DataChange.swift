public import AssessmentCore
internal import AssessmentData

/// Another value for one observation, as a person writes it: `VARIABLE@UNIT=VALUE` or `VARIABLE@UNIT@PERIOD=VALUE`.
///
/// The unit is a code or a name. The value is a number; `+5%`, `-5%`, `+10` or `+-10` for a change of what is there; or the
/// reason why there is none, such as `not_submitted`.
public struct DataChange: Sendable, Hashable {
    /// What is put in the place of a value.
    public enum Value: Sendable, Hashable {
        /// A number.
        case number(Double)
        /// What is there and so much.
        case increase(Double)
        /// What is there and so many per cent of it.
        case percent(Double)
        /// No number, for a reason.
        case absent(Reason)
    }

    /// The id of the variable.
    public let variable: String
    /// The code or name of the unit.
    public let unit: String
    /// The period; the assessed one where there is none.
    public let period: String?
    /// What is put there.
    public let value: Value

    /// The reasons that may be given.
    public static let reasons: [Reason] = [.notSubmitted, .falsified, .withdrawn, .notCollected, .notApplicable]

    /// Creates a change.
    public init(variable: String, unit: String, period: String? = nil, value: Value) {
        self.variable = variable
        self.unit = unit
        self.period = period
        self.value = value
    }

    /// Reads a change.
    ///
    /// - Throws: ``DataChangeProblem`` that says what was expected.
    public init(_ text: String) throws(DataChangeProblem) {
        let form = "VARIABLE@UNIT=VALUE or VARIABLE@UNIT@PERIOD=VALUE"
        guard let sign = text.lastIndex(of: "=") else {
            throw DataChangeProblem("‘\(text)’ has no ‘=’; expected \(form)")
        }
        let parts = text[..<sign].split(separator: "@", omittingEmptySubsequences: false).map(String.init)
        guard (2...3).contains(parts.count), parts.allSatisfy({ !$0.isEmpty }) else {
            throw DataChangeProblem("‘\(text)’ does not say of which variable and unit; expected \(form)")
        }
        self.init(
            variable: parts[0], unit: parts[1], period: parts.count > 2 ? parts[2] : nil,
            value: try DataChange.value(String(text[text.index(after: sign)...]), in: text))
    }

    private static func value(_ text: String, in whole: String) throws(DataChangeProblem) -> Value {
        if let reason = reasons.first(where: { $0.rawValue == text }) { return .absent(reason) }
        if let number = DecimalNumber.parse(text) { return .number(number) }
        let unsigned = text.hasPrefix("+") ? String(text.dropFirst()) : text
        if text.hasSuffix("%"), let number = DecimalNumber.parse(String(unsigned.dropLast())) {
            return .percent(number)
        }
        if text.hasPrefix("+"), let number = DecimalNumber.parse(unsigned) { return .increase(number) }
        let words = reasons.map(\.rawValue)
        throw DataChangeProblem(
            "‘\(text)’ in ‘\(whole)’ is no value", written: text,
            known: ["a number", "+5%", "-5%", "+10", "+-10"] + words)
    }
}

/// What is wrong with a change, for who wrote it.
public struct DataChangeProblem: Error, Sendable, Hashable {
    /// What is wrong.
    public let problem: String
    /// What was written.
    public let written: String
    /// What could have been written; nothing where the problem says it all.
    public let known: [String]

    init(_ problem: String, written: String = "", known: [String] = []) {
        self.problem = problem
        self.written = written
        self.known = known
    }
}

/// Data with some of their observations changed.
public struct ChangedData: Sendable {
    /// The data.
    public private(set) var data: CollectedData
    /// What is to be said of the changes, such as that a value was added where there was none.
    public private(set) var notes: [BilingualText] = []
    /// The codes of the assessed units that the changes concern.
    public private(set) var units: [String] = []

    private let specification: Specification
    private let panel: Panel
    private let variables: [String: Variable]
    private var places: Set<String> = []

    /// Changes data; each figure once, so that no change is lost in another.
    ///
    /// - Parameters:
    ///   - changes: the changes.
    ///   - data: the data as they were read.
    ///   - panel: the assessed rows.
    /// - Throws: ``DataChangeProblem`` where one names what is not there, or two the same figure.
    public init(
        _ changes: [DataChange], of data: CollectedData, specification: Specification, catalogue: Catalogue,
        panel: Panel
    ) throws(DataChangeProblem) {
        self.data = data
        self.specification = specification
        self.panel = panel
        variables = Dictionary(
            specification.framework.subtree.compactMap { $0.measure.flatMap { catalogue.indicators[$0.indicator] } }
                .flatMap(\.description.variables).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for (index, change) in changes.enumerated() { try apply(change, number: index + 1, catalogue) }
    }

    private mutating func apply(_ change: DataChange, number: Int, _ catalogue: Catalogue) throws(DataChangeProblem) {
        guard variables[change.variable] != nil else {
            throw DataChangeProblem(
                catalogue.variables[change.variable] == nil
                    ? "there is no variable ‘\(change.variable)’"
                    : "no indicator of the framework reads the variable ‘\(change.variable)’",
                written: change.variable, known: variables.keys.sorted())
        }
        let period = try self.period(change)
        let unit = try self.unit(change, period)
        let position = data.observations.firstIndex {
            $0.variable == change.variable && $0.unit == unit.code && $0.period == period
        }
        let place = "\(change.variable) \(unit.code) \(period)"
        guard places.insert(place).inserted else {
            throw DataChangeProblem("‘\(place)’ is set twice; expected one change of a figure")
        }
        let before = position.flatMap { data.observations[$0].value }
        let origin = Origin(file: "--set", row: number, column: "value")
        func observed(_ value: Double) throws(DataChangeProblem) -> Observation {
            guard value.isFinite else { throw DataChangeProblem("‘\(place)’ would be too large to be a number") }
            return Observation(
                variable: change.variable, unit: unit.code, period: period, value: value, origin: origin)
        }
        func present() throws(DataChangeProblem) -> Double {
            if let before { return before }
            let reason = position.flatMap { data.observations[$0].reason }
            throw DataChangeProblem(
                "‘\(place)’ has no number that could be raised or lowered"
                    + (reason.map { " (\($0.rawValue))" } ?? "") + "; give the number itself")
        }
        let observation: Observation
        switch change.value {
        case .number(let number): observation = try observed(number)
        case .increase(let more): observation = try observed(try present() + more)
        case .percent(let percent): observation = try observed(try present() * (1 + percent / 100))
        case .absent(let reason):
            observation = Observation(
                variable: change.variable, unit: unit.code, period: period, absent: reason, origin: origin)
        }
        if let position {
            data.observations[position] = observation
        } else {
            data.observations.append(observation)
            notes.append(
                BilingualText(
                    zh: "数据中没有\(place)的观测值，已按所给的值加入",
                    en: "the data have no observation of \(place); it is added"))
        }
        for code in concerned(unit) where !units.contains(code) { units.append(code) }
    }

    private func period(_ change: DataChange) throws(DataChangeProblem) -> Period {
        guard let written = change.period else { return specification.period }
        guard let period = Period(written) else {
            throw DataChangeProblem("‘\(written)’ is no year")
        }
        guard panel.periods.contains(period) else {
            throw DataChangeProblem(
                "the assessment has no period ‘\(written)’", known: panel.periods.map(\.description))
        }
        return period
    }

    private func unit(_ change: DataChange, _ period: Period) throws(DataChangeProblem) -> AssessedUnit {
        let all = data.units.units
        let named = all.filter { $0.name.zh == change.unit || $0.name.en == change.unit }
        let assessed = named.filter { panel.unitIndex(of: $0.code) != nil }
        let found = data.units[change.unit].map { [$0] } ?? (assessed.isEmpty ? named : assessed)
        guard let unit = found.first else {
            throw DataChangeProblem(
                "there is no unit ‘\(change.unit)’", written: change.unit,
                known: panel.units.flatMap { [$0.code, $0.name.zh, $0.name.en] })
        }
        guard found.count == 1 else {
            throw DataChangeProblem(
                "several units are called ‘\(change.unit)’: name the code", known: found.map(\.code))
        }
        guard let day = period.lastDay, !unit.validity.contains(day) else { return unit }
        let isAhead = unit.validity.from.map { day < $0 } ?? false
        let standing = isAhead ? data.units.standingFor(unit.code, on: day) : successors(of: unit, on: day)
        let others = standing.map { "\($0.code) \($0.name.en)" }.joined(separator: ", ")
        throw DataChangeProblem(
            "\(unit.code) \(unit.name.en) \(isAhead ? "was not yet" : "was no longer") in force at the end of \(period)"
                + (others.isEmpty ? "" : "; its figures are those of \(others)"))
    }

    /// The units in force on a day that took the place of one, following those that ended too.
    private func successors(of unit: AssessedUnit, on day: CalendarDate) -> [AssessedUnit] {
        var (next, seen): (AssessedUnit?, Set<String>) = (unit, [])
        while let current = next, seen.insert(current.code).inserted {
            if current.validity.contains(day) { return [current] }
            next = current.successor.flatMap { data.units[$0] }
        }
        return []
    }

    /// The assessed units whose figures those of a unit belong to.
    private func concerned(_ unit: AssessedUnit) -> [String] {
        var (next, seen): (AssessedUnit?, Set<String>) = (unit, [])
        while let current = next, seen.insert(current.code).inserted {
            if panel.unitIndex(of: current.code) != nil { return [current.code] }
            next = (current.successor ?? current.parent).flatMap { data.units[$0] }
        }
        return []
    }
}
