public import AssessmentCore

extension Column: ContractValue {
    /// The values, null where there is none; with the rows that each reason leaves out, the rows that were imputed, and
    /// notes.
    public var json: JSONValue {
        var (absent, imputed) = ([Reason: [Int]](), [Reason?: [Int]]())
        for row in 0..<count {
            if states[row] == .imputed {
                imputed[reasons[row], default: []].append(row)
            } else if states[row] != .measured, let reason = reasons[row] {
                absent[reason, default: []].append(row)
            }
        }
        let left = Reason.allCases.compactMap { reason in
            absent[reason].map { (key: reason.rawValue, value: JSONValue.integers($0)) }
        }
        let putIn = ([nil] + Reason.allCases.map(Optional.some)).compactMap { reason -> JSONValue? in
            imputed[reason].map { rows in
                .members(["because": reason.map { .text($0.rawValue) }, "rows": .integers(rows)])
            }
        }
        return .members([
            "values": .numbers(values), "absent": left.isEmpty ? nil : .object(left),
            "imputed": putIn.isEmpty ? nil : .array(putIn),
            "notes": notes.isEmpty
                ? nil
                : .array(
                    notes.keys.sorted().compactMap { row in
                        notes[row].map { ["row": .integer(row), "text": $0.json] }
                    }),
        ])
    }

    /// Reads a column. Every row without a value has a reason, no row with one has one, unless it was imputed.
    public init(reading: Reading) throws {
        let values = try reading["values"].numbers()
        let valuesPlace = try reading["values"]
        func row(_ item: Reading) throws -> Int {
            let row = try item.integer()
            guard values.indices.contains(row) else { throw item.fault("is row \(row) of \(values.count)") }
            return row
        }
        var notes: [Int: BilingualText] = [:]
        for note in try reading.optional("notes")?.items() ?? [] {
            notes[try row(note["row"])] = try note["text"].decoded()
        }
        self.init(count: values.count, absent: .notCollected)
        var told = [Bool](repeating: false, count: values.count)
        for (key, rows) in try reading.optional("absent")?.members() ?? [] {
            guard let reason = Reason(rawValue: key) else {
                let known = Reason.allCases.map(\.rawValue).joined(separator: ", ")
                throw rows.fault("is no reason; expected one of \(known)")
            }
            for item in try rows.items() {
                let row = try row(item)
                guard values[row].isNaN, !told[row] else {
                    throw item.fault("is row \(row), which has a value or another reason")
                }
                told[row] = true
                leaveOut(reason, note: notes[row], at: row)
            }
        }
        for group in try reading.optional("imputed")?.items() ?? [] {
            let reason = try group.optional("because")?.word(Reason.self)
            for item in try group["rows"].items() {
                let row = try row(item)
                guard values[row].isFinite, !told[row] else {
                    throw item.fault("is row \(row), which has no value or another reason")
                }
                told[row] = true
                impute(values[row], because: reason, note: notes[row], at: row)
            }
        }
        for row in values.indices where !told[row] {
            guard values[row].isFinite else {
                throw valuesPlace.fault(
                    values[row].isNaN
                        ? "has no number in row \(row), and ‘absent’ gives no reason for it"
                        : "is infinite in row \(row); such a row is null, with its reason under ‘absent’")
            }
            measure(values[row], note: notes[row], at: row)
        }
    }
}

extension IndicatorMeasurement: ContractValue {
    /// The column with what it rests on.
    public var json: JSONValue { ["column": column.json, "evidence": evidence.json] }

    /// Reads a measurement.
    public init(reading: Reading) throws {
        self.init(column: try reading["column"].decoded(), evidence: try reading["evidence"].decoded())
    }
}

extension IndicatorMeasurement.Evidence: ContractValue {
    /// The variables that every row rests on, or the references of each row.
    public var json: JSONValue {
        switch self {
        case .formula(let formula):
            [
                "variables": .list(
                    formula.laggedInputs.map { LaggedVariable($0.input, yearsBefore: $0.periods) })
            ]
        case .variables(let variables): ["variables": .list(variables)]
        case .listed(let rows): ["rows": .array(rows.map { .list($0) })]
        }
    }

    /// Reads the evidence.
    public init(reading: Reading) throws {
        guard try reading.optional("variables") == nil || reading.optional("rows") == nil else {
            throw reading.fault("has ‘variables’ and ‘rows’; expected one of them")
        }
        if let variables = try reading.optional("variables") {
            self = .variables(try variables.items().map { try $0.decoded() })
        } else {
            self = .listed(try reading["rows"].items().map { row in try row.items().map { try $0.decoded() } })
        }
    }
}

extension LaggedVariable: ContractValue {
    /// The variable and how many years back.
    public var json: JSONValue {
        ["variable": .text(variable), "years_before": .integer(yearsBefore)]
    }

    /// Reads it.
    public init(reading: Reading) throws {
        self.init(
            try reading["variable"].text(), yearsBefore: try reading.optional("years_before")?.integer() ?? 0)
    }
}

extension IndicatorMeasurement.Reference: ContractValue {
    /// A variable in a row, a part's variable in a row of the parts, or an entry of a register.
    public var json: JSONValue {
        switch self {
        case .variable(let id, let row): ["variable": .text(id), "row": .integer(row)]
        case .part(let id, let row): ["part": .text(id), "row": .integer(row)]
        case .registerEntry(let register, let position):
            ["register": .text(register), "entry": .integer(position)]
        // The contract hands over no other files, so this only names what a process is refused for.
        case .cell(let cell): ["file": .text(cell.origin.file), "row": .integer(cell.origin.row)]
        }
    }

    /// Reads a reference.
    public init(reading: Reading) throws {
        if let register = try reading.optional("register") {
            self = .registerEntry(register: try register.text(), position: try reading["entry"].integer())
        } else if let part = try reading.optional("part") {
            self = .part(try part.text(), row: try reading["row"].integer())
        } else {
            self = .variable(try reading["variable"].text(), row: try reading["row"].integer())
        }
    }
}
