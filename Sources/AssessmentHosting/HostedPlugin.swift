internal import AssessmentCore
internal import AssessmentPluginContract

/// A domain plug-in whose work is done by a process.
struct HostedPlugin: DomainPlugin {
    let description: PluginDescription
    let statements: [PolicyStatement]
    let indicators: [any Indicator]
    let evaluators: [any Evaluator]

    init(_ hello: Hello, process: PluginProcess) {
        description = hello.plugin
        statements = hello.statements
        indicators = hello.indicators.map { HostedIndicator(description: $0, process: process) }
        evaluators = hello.evaluators.map { HostedEvaluator(hosted: $0, process: process) }
    }
}

/// An indicator that a process measures.
struct HostedIndicator: Indicator {
    let description: IndicatorDescription
    let process: PluginProcess

    func measure(_ data: MeasurementData) async throws -> IndicatorMeasurement {
        // What is declared is handed over, also where nobody collected it, and nothing else.
        let declared = Dictionary(
            description.variables.map { ($0.id, data.column($0)) }, uniquingKeysWith: { first, _ in first })
        let registers = data.registers.filter { id, _ in description.registers.contains { $0.id == id } }
        let handed = MeasurementData(
            panel: data.panel, units: data.units, variables: declared, registers: registers,
            parameters: data.parameters, seriesBreaks: data.seriesBreaks.filter { declared[$0.key] != nil },
            parts: data.parts.map { parts in
                MeasurementData.Parts(
                    panel: parts.panel, variables: parts.variables.filter { declared[$0.key] != nil })
            })
        let answer = try await process.connected().answer(
            to: .measure(indicator: description.id, handed),
            about: PanelOfRequests(panel: data.panel, units: data.units, parts: data.parts?.panel))
        switch answer {
        case .measured(let measurement): return measurement
        case .refused(let problem): throw IndicatorError(printable(problem.prefix(2000)))
        default: throw process.unexpected(answer, "measure \(description.id)")
        }
    }
}

/// An evaluator whose scores a process gives.
struct HostedEvaluator: Evaluator {
    let hosted: EvaluatorDescription
    let process: PluginProcess

    var description: MethodDescription { hosted.method }
    var examples: [ColumnExample] { hosted.examples }
    var needsReference: Bool { hosted.needsReference }
    var targets: TargetRequirement { hosted.targets }
    var keepsDirection: Bool { hosted.keepsDirection }

    func isMonotone(with parameters: ParameterValues) -> Bool { hosted.isMonotone }

    func prepare(_ input: ColumnInput) async throws -> any ColumnKernel {
        HostedKernel(evaluator: hosted.method.id, input: input, connection: try await process.connected())
    }
}

/// A kernel that asks a process for the scores.
struct HostedKernel: ColumnKernel {
    let evaluator: String
    let input: ColumnInput
    let connection: PluginConnection

    func evaluate(
        _ values: Span<Double>, into results: inout MutableSpan<Double>, scratch: inout MutableSpan<Double>
    ) throws {
        let request = Request.evaluate(
            evaluator: evaluator, input, values: values.withUnsafeBufferPointer { Array($0) })
        switch try connection.waitForAnswer(to: request, about: PanelOfRequests(panel: input.panel)) {
        case .evaluated(let scores):
            for row in scores.indices { results[row] = scores[row] }
        case .refused(let problem): throw MethodError(printable(problem.prefix(2000)))
        default: throw MethodError("\(evaluator): the plug-in gave an answer of another kind")
        }
    }
}
