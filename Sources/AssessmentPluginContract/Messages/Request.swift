public import AssessmentCore

/// What the workbench asks of a plug-in: one line each, numbered, and answered by one line of the same number.
public enum Request: Sendable {
    /// Says which versions of the contract it speaks, and asks what the plug-in is.
    case hello(workbench: String)
    /// Says what rows the requests that follow are about.
    case panel(PanelOfRequests)
    /// Asks for the column of an indicator.
    case measure(indicator: String, MeasurementData)
    /// Asks for the scores of values.
    case evaluate(evaluator: String, ColumnInput, values: [Double])
    /// Asks to end.
    case goodbye

    private enum Word: String, CaseIterable {
        case hello, panel, measure, evaluate, goodbye
    }

    /// The request in words, for messages to people.
    public var name: String {
        switch self {
        case .hello: "hello"
        case .panel: "panel"
        case .measure(let indicator, _): "measure \(indicator)"
        case .evaluate(let evaluator, _, _): "evaluate \(evaluator)"
        case .goodbye: "goodbye"
        }
    }

    /// The line of the request, without its end.
    public func line(number: Int) -> [UInt8] {
        let body: KeyValuePairs<String, JSONValue?>
        let word: Word
        switch self {
        case .hello(let workbench):
            word = .hello
            body = ["contracts": .integers([Contract.version]), "workbench": .text(workbench)]
        case .panel(let panel):
            word = .panel
            body = ["panel": panel.json]
        case .measure(let indicator, let data):
            word = .measure
            body = [
                "indicator": .text(indicator), "parameters": data.parameters.json(on: data.panel),
                "variables": .table(data.variables, \.json), "registers": .table(data.registers) { .list($0) },
                "series_breaks": data.seriesBreaks.isEmpty ? nil : data.breaksByYear,
                "parts": data.parts.map { .table($0.variables, \.json) },
            ]
        case .evaluate(let evaluator, let input, let values):
            word = .evaluate
            body = [
                "evaluator": .text(evaluator), "direction": .text(input.direction.rawValue), "values": .numbers(values),
                "targets": input.targets.map { .numbers($0) }, "references": input.references?.json,
                "parameters": input.parameters.json(on: input.panel),
            ]
        case .goodbye:
            word = .goodbye
            body = [:]
        }
        let head: [(key: String, value: JSONValue)] = [
            (key: "message", value: .text(word.rawValue)), (key: "request", value: .integer(number)),
        ]
        return JSONWriter.bytes(
            .object(head + body.compactMap { key, value in value.map { (key: key, value: $0) } }))
    }

    /// Reads the line of a request, on the side of the plug-in.
    ///
    /// - Parameter panel: the panel that was sent last.
    /// - Throws: ``ContractFault`` where it does not keep the contract.
    public static func read(_ line: [UInt8], panel: PanelOfRequests?) throws -> (number: Int, request: Request) {
        let reading = try Reading.line(line)
        let number = try reading["request"].integer()
        let request: Request
        switch try reading["message"].word(Word.self) {
        case .hello:
            guard try reading["contracts"].items().contains(where: { try $0.integer() == Contract.version }) else {
                throw reading.fault("the workbench does not speak version \(Contract.version) of the contract")
            }
            request = .hello(workbench: try reading["workbench"].text())
        case .panel: request = .panel(try reading["panel"].decoded())
        case .measure:
            request = .measure(
                indicator: try reading["indicator"].text(), try measurement(reading, Request.panel(panel, reading)))
        case .evaluate:
            let rows = try Request.panel(panel, reading).panel
            let input = ColumnInput(
                panel: rows, direction: try reading["direction"].word(Direction.self),
                targets: try reading.optional("targets")?.numbers(count: rows.rowCount),
                references: try reading.optional("references")?.decoded(),
                parameters: ParameterValues(try reading.table("parameters") { try $0.decoded() }))
            request = .evaluate(
                evaluator: try reading["evaluator"].text(), input,
                values: try reading["values"].numbers(count: rows.rowCount))
        case .goodbye: request = .goodbye
        }
        return (number, request)
    }

    private static func panel(_ panel: PanelOfRequests?, _ reading: Reading) throws -> PanelOfRequests {
        guard let panel else { throw reading.fault("a request about rows came before any panel") }
        return panel
    }

    private static func measurement(_ reading: Reading, _ rows: PanelOfRequests) throws -> MeasurementData {
        func columns(_ key: String, _ panel: Panel) throws -> [String: Column] {
            try reading.table(key) { item in
                let column = try Column(reading: item)
                guard column.count == panel.rowCount else {
                    throw item.fault("has \(column.count) rows; expected \(panel.rowCount)")
                }
                return column
            }
        }
        func firstPeriods(from years: Reading) throws -> [Int] {
            try years.items().compactMap { rows.panel.firstIndex(from: try $0.decoded()) }
        }
        return MeasurementData(
            panel: rows.panel, units: rows.units, variables: try columns("variables", rows.panel),
            registers: try reading.table("registers") { try $0.items().map { try $0.decoded() } },
            parameters: ParameterValues(try reading.table("parameters") { try $0.decoded() }),
            seriesBreaks: try reading.table("series_breaks", firstPeriods(from:)),
            parts: try rows.parts.map { MeasurementData.Parts(panel: $0, variables: try columns("parts", $0)) })
    }
}

extension MeasurementData {
    /// The years with which series begin anew, as examples give them too.
    fileprivate var breaksByYear: JSONValue {
        .table(seriesBreaks) { indices in
            .list(indices.filter(panel.periods.indices.contains).map { panel.periods[$0] })
        }
    }
}

extension Reading {
    /// Reads a line.
    ///
    /// - Throws: ``ContractFault`` where it is no JSON.
    static func line(_ bytes: [UInt8]) throws -> Reading {
        do throws(JSONReader.Fault) {
            return Reading(try JSONReader.read(bytes))
        } catch {
            throw ContractFault(error.description)
        }
    }

    /// A column of so many numbers.
    func numbers(count: Int) throws -> [Double] {
        let numbers = try numbers()
        guard numbers.count == count else { throw fault("has \(numbers.count) values; expected \(count), one a row") }
        return numbers
    }
}
