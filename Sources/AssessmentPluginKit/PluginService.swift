public import AssessmentCore
internal import AssessmentPluginContract

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// The side of a plug-in that runs as a process of its own: answers the requests of a workbench until it takes leave.
///
/// A plug-in's `main.swift` is one line: `await PluginService.run(MyDomain())`. What the plug-in prints goes to the error
/// output, where the workbench shows it beside a failure; answers have the standard output to themselves.
public enum PluginService {
    /// Serves a plug-in on standard input and output, and ends the process with the exit code.
    public static func run(_ plugin: any DomainPlugin) async -> Never {
        exit(await serve(plugin))
    }

    private static func serve(_ plugin: any DomainPlugin) async -> Int32 {
        let answers = dup(1)
        guard answers >= 0, dup2(2, 1) >= 0 else { return 71 }
        var lines = LineInput(descriptor: 0)
        var service = PluginAnswers(plugin)
        while let line = lines.next() {
            do {
                let (answer, isLast) = try await service.answer(to: line)
                guard write(answer + [UInt8(ascii: "\n")], to: answers) else { return 74 }
                if isLast { return 0 }
            } catch {
                _ = write(Array("the workbench sent what does not keep the contract: \(error)\n".utf8), to: 2)
                return 76
            }
        }
        // The workbench is gone.
        return 0
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                buffer.baseAddress.map { system_write(descriptor, $0 + written, buffer.count - written) } ?? -1
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            written += count
        }
        return true
    }
}

private func system_write(_ descriptor: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}

/// The answers of a plug-in to the lines of a workbench.
struct PluginAnswers {
    private let plugin: any DomainPlugin
    private let indicators: [String: any Indicator]
    private let evaluators: [String: any Evaluator]
    private var panel: PanelOfRequests?

    init(_ plugin: any DomainPlugin) {
        self.plugin = plugin
        indicators = Dictionary(
            plugin.indicators.map { ($0.description.id, $0) }, uniquingKeysWith: { first, _ in first })
        evaluators = Dictionary(
            plugin.evaluators.map { ($0.description.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The answer to a line, without its end, and whether the workbench took leave with it.
    ///
    /// - Throws: `ContractFault` where the line is no request.
    mutating func answer(to line: [UInt8]) async throws -> (line: [UInt8], isLast: Bool) {
        let (number, request) = try Request.read(line, panel: panel)
        let answer: Answer
        var isLast = false
        switch request {
        case .hello: answer = .hello(Hello(plugin))
        case .panel(let panel):
            self.panel = panel
            answer = .accepted
        case .measure(let id, let data): answer = await measure(id, data)
        case .evaluate(let id, let input, let values): answer = await evaluate(id, input, values)
        case .goodbye:
            answer = .goodbye
            isLast = true
        }
        return (answer.line(number: number), isLast)
    }

    private func measure(_ id: String, _ data: MeasurementData) async -> Answer {
        guard let indicator = indicators[id] else { return .refused("there is no indicator ‘\(id)’") }
        do {
            let measurement = try await indicator.measure(data)
            guard case .formula(let formula) = measurement.evidence else { return .measured(measurement) }
            // Of what a formula reads, the parameters are no observations.
            let variables = formula.laggedInputs.filter { data.variables[$0.input] != nil }
                .map { LaggedVariable($0.input, yearsBefore: $0.periods) }
            return .measured(IndicatorMeasurement(column: measurement.column, evidence: .variables(variables)))
        } catch {
            return .refused("\(error)")
        }
    }

    private func evaluate(_ id: String, _ input: ColumnInput, _ values: [Double]) async -> Answer {
        guard let evaluator = evaluators[id] else { return .refused("there is no evaluator ‘\(id)’") }
        do {
            let kernel = try await evaluator.prepare(input)
            var results = [Double](repeating: .nan, count: input.panel.rowCount)
            var scratch = [Double](repeating: 0, count: kernel.scratchCount)
            var resultSpan = results.mutableSpan
            var scratchSpan = scratch.mutableSpan
            try kernel.evaluate(values.span, into: &resultSpan, scratch: &scratchSpan)
            return .evaluated(results)
        } catch {
            return .refused("\(error)")
        }
    }
}

/// The lines that come from a descriptor.
private struct LineInput {
    let descriptor: Int32
    private var received: [UInt8] = []
    private var searched = 0

    init(descriptor: Int32) { self.descriptor = descriptor }

    /// The next line without its end; nothing at the end of the input, where half a line is none.
    mutating func next() -> [UInt8]? {
        while true {
            if let end = received[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                defer {
                    received.removeSubrange(...end)
                    searched = 0
                }
                return Array(received[..<end])
            }
            searched = received.count
            guard let more = receive() else { return nil }
            received += more
        }
    }

    private func receive() -> [UInt8]? {
        withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 1) { buffer in
            while true {
                let count = read(descriptor, buffer.baseAddress, buffer.count)
                if count < 0, errno == EINTR { continue }
                return count > 0 ? Array(buffer[..<count]) : nil
            }
        }
    }
}
