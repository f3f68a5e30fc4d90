public import AssessmentCore

/// What a plug-in answers: one line for each request, with the number of the request.
public enum Answer: Sendable {
    /// What the plug-in is.
    case hello(Hello)
    /// The panel was understood.
    case accepted
    /// The column of an indicator.
    case measured(IndicatorMeasurement)
    /// The scores of values; NaN where there is none.
    case evaluated([Double])
    /// The request makes no sense to the plug-in, for the person who wrote the specification: what is wrong and what to do.
    case refused(String)
    /// It ends.
    case goodbye

    private enum Word: String, CaseIterable {
        case hello, accepted, measured, evaluated, refused, goodbye
    }

    /// The line of the answer, without its end.
    public func line(number: Int) -> [UInt8] {
        let word: Word
        var body: [(key: String, value: JSONValue)] = []
        switch self {
        case .hello(let hello):
            word = .hello
            body = [(key: "contract", value: .integer(Contract.version))]
            if case .object(let members) = hello.json { body += members }
        case .accepted: word = .accepted
        case .measured(let measurement):
            word = .measured
            if case .object(let members) = measurement.json { body = members }
        case .evaluated(let values):
            word = .evaluated
            body = [(key: "values", value: .numbers(values))]
        case .refused(let problem):
            word = .refused
            body = [(key: "problem", value: .text(problem))]
        case .goodbye: word = .goodbye
        }
        return JSONWriter.bytes(
            .object(
                [
                    (key: "message", value: .text(word.rawValue)),
                    (key: "request", value: .integer(number)),
                ] + body))
    }

    /// Reads the line of an answer, on the side of the workbench.
    ///
    /// - Parameters:
    ///   - request: what was asked; an answer of another kind is a fault.
    ///   - number: the number of the request.
    /// - Throws: ``ContractFault`` where it does not keep the contract.
    public static func read(_ line: [UInt8], to request: Request, number: Int) throws -> Answer {
        let reading = try Reading.line(line)
        try reading.refuseHiddenCharacters()
        let answered = try reading["request"].integer()
        guard answered == number else {
            throw reading.fault("the answer is to request \(answered); expected request \(number)")
        }
        let word = try reading["message"].word(Word.self)
        switch (word, request) {
        case (.hello, .hello):
            let version = try reading["contract"]
            guard try version.integer() == Contract.version else {
                throw version.fault("is \(try version.integer()); expected \(Contract.version)")
            }
            return .hello(try reading.decoded())
        case (.accepted, .panel): return .accepted
        case (.measured, .measure(_, let data)):
            let measurement: IndicatorMeasurement = try reading.decoded()
            try check(measurement, against: data, reading)
            return .measured(measurement)
        case (.evaluated, .evaluate(_, _, let values)):
            return .evaluated(try reading["values"].numbers(count: values.count))
        case (.refused, _): return .refused(try reading["problem"].text())
        case (.goodbye, .goodbye): return .goodbye
        default: throw try reading["message"].fault("is ‘\(word.rawValue)’, which is no answer to ‘\(request.name)’")
        }
    }

    /// Refuses a measurement of another length, or one that rests on what it was not given.
    private static func check(
        _ measurement: IndicatorMeasurement, against data: MeasurementData, _ reading: Reading
    ) throws {
        let rows = data.panel.rowCount
        guard measurement.column.count == rows else {
            throw try reading["column"]["values"].fault(
                "has \(measurement.column.count) values; expected \(rows), one a row of the panel")
        }
        let evidence = try reading["evidence"]
        switch measurement.evidence {
        case .formula: break
        case .variables(let variables):
            for lagged in variables where data.variables[lagged.variable] == nil {
                throw evidence.fault("names ‘\(lagged.variable.prefix(60))’, a variable that was not handed over")
            }
        case .listed(let listed):
            guard listed.count == rows else {
                throw evidence.fault("lists \(listed.count) rows; expected \(rows), one a row of the panel")
            }
            for (row, references) in listed.enumerated() {
                for reference in references where !data.holds(reference) {
                    throw evidence.fault("points in row \(row) to what was not handed over: \(reference.json.line)")
                }
            }
        }
    }
}

extension MeasurementData {
    /// Whether there is what a reference points to.
    fileprivate func holds(_ reference: IndicatorMeasurement.Reference) -> Bool {
        switch reference {
        case .variable(let id, let row): variables[id] != nil && (0..<panel.rowCount).contains(row)
        case .part(let id, let row): parts.map { $0.variables[id] != nil && $0.panel.rows.contains(row) } ?? false
        case .registerEntry(let register, let position): registers[register]?.indices.contains(position) ?? false
        case .cell: false
        }
    }
}

extension JSONValue {
    /// The value as text.
    fileprivate var line: String { String(decoding: JSONWriter.bytes(self), as: UTF8.self) }
}
