import AssessmentCore

extension BilingualText {
    fileprivate static let trial = BilingualText(zh: "试", en: "Trial")
}

extension Variable {
    fileprivate static func trial(_ id: String) -> Variable {
        Variable(id: id, name: .trial, definition: .trial, unitOfMeasure: .count, reportedBy: .trial)
    }
}

/// The plug-in that the trial lists.
struct Alpha: DomainPlugin {
    let description = PluginDescription(
        id: "Alpha", prefix: "alpha", version: "1", name: .trial, summary: .trial)

    let statements = [
        PolicyStatement(id: "A1", clause: "一", kind: .target, text: .trial, strength: .bestEffort)
    ]
    let checks = [DataCheck.amount(.trial("income"), "alpha")]

    var indicators: [any Indicator] {
        [
            FormulaIndicator(
                IndicatorDescription(
                    id: "alpha.income", name: .trial, definition: .trial, rationale: .trial, unitOfMeasure: .count,
                    statements: [], variables: [.trial("income")], examples: []),
                formula: .input("income")),
            FormulaIndicator(
                IndicatorDescription(
                    id: "alpha.density", name: .trial, definition: .trial, rationale: .trial, unitOfMeasure: .count,
                    statements: [], variables: [.trial("density")],
                    parameters: [
                        Parameter("area", .trial, .number(atLeast: 0), default: .number(1)),
                        Parameter("mode", .trial, .text(oneOf: ["day", "night"]), default: .text("day")),
                        Parameter("without", .trial, .units, default: .units([])),
                    ], examples: []),
                formula: .input("density")),
            FormulaIndicator(
                IndicatorDescription(
                    id: "alpha.champions", name: .trial, definition: .trial, rationale: .trial, unitOfMeasure: .count,
                    statements: ["A1"], variables: [.trial("champions")],
                    registers: [
                        RegisterDescription(id: "prizes", name: .trial, definition: .trial, keptBy: .trial)
                    ], examples: []),
                formula: .input("champions")),
        ]
    }
}

/// A plug-in that is linked and not listed.
struct Beta: DomainPlugin {
    let description = PluginDescription(id: "Beta", prefix: "beta", version: "1", name: .trial, summary: .trial)
    let statements: [PolicyStatement] = []
    let evaluators: [any Evaluator] = [BetaScore()]

    var indicators: [any Indicator] {
        [
            FormulaIndicator(
                IndicatorDescription(
                    id: "beta.visitors", name: .trial, definition: .trial, rationale: .trial, unitOfMeasure: .count,
                    statements: [], variables: [.trial("visitors")],
                    registers: [
                        RegisterDescription(id: "guest_books", name: .trial, definition: .trial, keptBy: .trial)
                    ], examples: []),
                formula: .input("visitors"))
        ]
    }
}

/// A scoring rule that comes with a plug-in.
struct BetaScore: ClosedFormEvaluator {
    let description = MethodDescription(id: "beta_score", name: .trial, summary: .trial, source: "")
    let examples: [ColumnExample] = []

    func formula(direction: Direction, parameters: ParameterValues) -> Formula { .input("value") }
}

/// A provider of one format, which writes nothing.
struct TextFormat: MethodProvider, Exporter {
    let description = MethodDescription(id: "text", name: .trial, summary: .trial, source: "")
    var exporters: [any Exporter] { [self, PageFormat()] }

    func files(
        for assessment: CompletedAssessment, languages: [Language], options: ParameterValues
    ) -> [OutputFile] { [] }
}

/// A format for readers, with two parts that may be left out.
struct PageFormat: Exporter {
    let description = MethodDescription(id: "page", name: .trial, summary: .trial, source: "")
    let sections = [ReportSection("history", .trial), ReportSection("methods", .trial)]

    func objections(to template: ReportTemplate) -> [TemplateObjection] {
        template.footer?.en == "long" ? [TemplateObjection("footer", "there is no room", expected: "less")] : []
    }

    func files(
        for assessment: CompletedAssessment, languages: [Language], options: ParameterValues
    ) -> [OutputFile] { [] }
}
