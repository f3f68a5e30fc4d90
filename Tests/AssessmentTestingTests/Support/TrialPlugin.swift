import AssessmentCore

/// A plug-in whose parts a test chooses; as it stands it measures one share and keeps every rule.
struct TrialPlugin: DomainPlugin {
    static let part = variable("part")
    static let whole = variable("whole")

    var description = PluginDescription(
        id: "Trial", prefix: "trial", version: "1", name: BilingualText(zh: "试验", en: "Trial"),
        summary: BilingualText(zh: "一个占比", en: "One share"))
    var statements = [
        PolicyStatement(id: "T1", clause: "一", kind: .service, text: BilingualText(zh: "一", en: "One"))
    ]
    var indicators: [any Indicator] = [TrialPlugin.share()]
    var evaluators: [any Evaluator] = []
    var aggregations: [any Aggregation] = []
    var weightings: [any Weighting] = []
    var checks: [DataCheck] = []

    static func variable(_ id: String, _ unit: UnitOfMeasure = .count) -> Variable {
        Variable(
            id: id, name: BilingualText(zh: "数", en: id), definition: BilingualText(zh: "数", en: id),
            unitOfMeasure: unit, reportedBy: BilingualText(zh: "局", en: "bureau"))
    }

    static func description(
        id: String = "trial.share", name: BilingualText = BilingualText(zh: "占比", en: "Share"),
        unitOfMeasure: UnitOfMeasure = .percent, statements: [String] = ["T1"],
        variables: [Variable] = [part, whole], registers: [RegisterDescription] = [],
        examples: [IndicatorExample] = [oneOfFour]
    ) -> IndicatorDescription {
        IndicatorDescription(
            id: id, name: name, definition: BilingualText(zh: "部分除以总体", en: "A part of a whole"),
            rationale: BilingualText(zh: "试验", en: "For the trial"), unitOfMeasure: unitOfMeasure,
            statements: statements, variables: variables, registers: registers, examples: examples)
    }

    static let oneOfFour = IndicatorExample(
        BilingualText(zh: "四分之一", en: "1 of 4"), [part: 1, whole: 4], gives: 25)

    static func share(_ description: IndicatorDescription = description()) -> FormulaIndicator {
        FormulaIndicator(description, formula: .share(part, of: whole))
    }

    /// A plug-in of one indicator that measures what a function says.
    static func measuring(
        _ description: IndicatorDescription = description(),
        _ measure: @escaping @Sendable (MeasurementData) throws -> IndicatorMeasurement
    ) -> TrialPlugin {
        TrialPlugin(indicators: [TrialIndicator(description: description, body: measure)])
    }
}

/// An indicator that measures what a function says.
struct TrialIndicator: Indicator {
    let description: IndicatorDescription
    let body: @Sendable (MeasurementData) throws -> IndicatorMeasurement

    func measure(_ data: MeasurementData) throws -> IndicatorMeasurement { try body(data) }
}

extension IndicatorMeasurement {
    /// What the share of the trial gives.
    static func share(_ data: MeasurementData) throws -> IndicatorMeasurement {
        try TrialPlugin.share().measure(data)
    }

    /// Numbers, each resting on the part and the whole of its row.
    static func numbers(_ numbers: [Double]) -> IndicatorMeasurement {
        IndicatorMeasurement(
            column: Column(measured: numbers),
            evidence: .listed(numbers.indices.map { [.variable("part", row: $0), .variable("whole", row: $0)] }))
    }
}

extension Sequence {
    /// The descriptions of the elements, as a person reads them.
    var lines: [String] { map { "\($0)" } }
}
