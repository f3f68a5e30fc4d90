public import AssessmentCore
internal import AssessmentPluginContract

/// What is stored of a plug-in that ran as a process: what it said of itself, and what it measured.
///
/// A specification can be read and computed again by it without starting anything: each indicator and evaluator gives the
/// stored reply.
public struct StoredPlugin: Sendable {
    /// The parameter by which an indicator or an evaluator is told at which step it stands: the pipeline does not say, and
    /// the reply depends on it. No specification can write it.
    public static let placeParameter = "recorded step"

    private let hello: Hello
    /// The answers to the requests to measure, by node.
    private let measurements: [String: JSONValue]

    /// The id of the plug-in.
    public var id: String { hello.plugin.id }

    /// The bytes by which a plug-in is stored.
    ///
    /// - Parameter measurements: what its indicators measured, by the id of the node.
    public static func bytes(of plugin: any DomainPlugin, measurements: [String: IndicatorMeasurement]) throws
        -> [UInt8]
    {
        let measured = try measurements.sorted { $0.key < $1.key }.map { node, measurement in
            (key: node, value: try JSONReader.read(Answer.measured(measurement).line(number: 1)))
        }
        return JSONWriter.bytes([
            "hello": try JSONReader.read(Answer.hello(Hello(plugin)).line(number: 1)), "measured": .object(measured),
        ]) + [0x0A]
    }

    /// Reads what is stored of a plug-in, as strictly as what a running one says.
    ///
    /// - Throws: an error whose description says what is wrong.
    public init(reading bytes: [UInt8]) throws {
        let stored = Reading(try JSONReader.read(bytes))
        let line = JSONWriter.bytes(try stored["hello"].value)
        guard case .hello(let hello) = try Answer.read(line, to: .hello(workbench: ""), number: 1) else {
            throw stored.fault("holds no greeting of a plug-in")
        }
        self.hello = hello
        measurements = Dictionary(
            try stored["measured"].members().map { ($0.key, $0.value.value) }, uniquingKeysWith: { first, _ in first })
    }

    /// The plug-in, which gives stored replies.
    ///
    /// - Parameter scores: the scores that an evaluator gave, by step.
    public func plugin(scores: [String: [Double]]) -> any DomainPlugin {
        ReplayedPlugin(
            description: hello.plugin, statements: hello.statements,
            indicators: hello.indicators.map { ReplayedIndicator(description: $0, measurements: measurements) },
            evaluators: hello.evaluators.map { ReplayedEvaluator(hosted: $0, scores: scores) })
    }
}

/// A plug-in that gives stored replies.
private struct ReplayedPlugin: DomainPlugin {
    let description: PluginDescription
    let statements: [PolicyStatement]
    let indicators: [any Indicator]
    let evaluators: [any Evaluator]
}

/// An indicator that gives what was measured once.
private struct ReplayedIndicator: Indicator {
    let description: IndicatorDescription
    let measurements: [String: JSONValue]
    let runsApart = true

    func measure(_ data: MeasurementData) async throws -> IndicatorMeasurement {
        guard let node = data.parameters.text(StoredPlugin.placeParameter), let stored = measurements[node] else {
            throw IndicatorError("\(description.id): nothing is stored of what it measured")
        }
        // The answer is held to the data as that of a running plug-in is.
        let request = Request.measure(indicator: description.id, data)
        guard case .measured(let measurement) = try Answer.read(JSONWriter.bytes(stored), to: request, number: 1)
        else { throw IndicatorError("\(description.id): what is stored is no measurement") }
        return measurement
    }
}

/// An evaluator that gives the scores it gave once.
private struct ReplayedEvaluator: Evaluator {
    let hosted: EvaluatorDescription
    let scores: [String: [Double]]

    var description: MethodDescription { hosted.method }
    var examples: [ColumnExample] { hosted.examples }
    var needsReference: Bool { hosted.needsReference }
    var targets: TargetRequirement { hosted.targets }
    var keepsDirection: Bool { hosted.keepsDirection }
    var runsApart: Bool { true }

    func isMonotone(with parameters: ParameterValues) -> Bool { hosted.isMonotone }

    func prepare(_ input: ColumnInput) async throws -> any ColumnKernel {
        guard let step = input.parameters.text(StoredPlugin.placeParameter), let scores = scores[step],
            scores.count == input.panel.rowCount
        else { throw MethodError("\(description.id): no scores are stored for this step") }
        return ArrayKernel(rowCount: scores.count) { _ in scores }
    }
}
