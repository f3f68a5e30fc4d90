internal import AssessmentCore
internal import AssessmentPluginContract

/// A domain plug-in whose work is done by a process.
struct HostedPlugin: DomainPlugin {
    let description: PluginDescription
    let statements: [PolicyStatement]
    let indicators: [any Indicator]
    let evaluators: [any Evaluator]
    let checks: [DataCheck]

    /// - Parameter prefix: what stands before the ids of the plug-in, of its indicators and of its evaluators, so that two
    ///   versions of one can stand side by side.
    init(_ hello: Hello, prefix: String, process: PluginProcess) {
        let own = hello.plugin
        description = PluginDescription(
            id: prefix + own.id, prefix: prefix + own.prefix, version: own.version, name: own.name,
            summary: own.summary)
        statements = hello.statements
        indicators = hello.indicators.map {
            HostedIndicator(description: $0.named(prefix + $0.id), asked: $0.id, process: process)
        }
        evaluators = hello.evaluators.map {
            HostedEvaluator(hosted: $0, description: $0.method.named(prefix + $0.method.id), process: process)
        }
        checks = hello.checks.map {
            DataCheck(id: prefix + $0.id, name: $0.name, $0.rule, question: $0.question, severity: $0.severity)
        }
    }
}

extension IndicatorDescription {
    /// The description under another id.
    fileprivate func named(_ id: String) -> IndicatorDescription {
        IndicatorDescription(
            id: id, name: name, definition: definition, rationale: rationale, unitOfMeasure: unitOfMeasure,
            direction: direction, statements: statements, variables: variables, registers: registers,
            parameters: parameters, readsParts: readsParts, examples: examples)
    }
}

extension MethodDescription {
    /// The description under another id.
    fileprivate func named(_ id: String) -> MethodDescription {
        MethodDescription(
            id: id, name: name, summary: summary, source: source, formula: formula, parameters: parameters)
    }
}

/// An indicator that a process measures.
struct HostedIndicator: Indicator {
    let description: IndicatorDescription
    /// The id by which the process knows it.
    let asked: String
    let process: PluginProcess
    let runsApart = true

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
            to: .measure(indicator: asked, handed),
            about: PanelOfRequests(panel: data.panel, units: data.units, parts: data.parts?.panel))
        switch answer {
        case .measured(let measurement): return measurement
        case .refused(let problem): throw IndicatorError(printable(problem.prefix(2000)))
        default: throw process.unexpected(answer, "measure \(asked)")
        }
    }
}

/// An evaluator whose scores a process gives.
struct HostedEvaluator: Evaluator {
    let hosted: EvaluatorDescription
    let description: MethodDescription
    let process: PluginProcess

    var examples: [ColumnExample] { hosted.examples }
    var needsReference: Bool { hosted.needsReference }
    var targets: TargetRequirement { hosted.targets }
    var keepsDirection: Bool { hosted.keepsDirection }
    var runsApart: Bool { true }

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
