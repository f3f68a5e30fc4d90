internal import AssessmentCore

extension ConformanceRule {
    /// Every text is written in both languages.
    public static let completeTexts = ConformanceRule(
        "complete_texts",
        BilingualText(
            zh: "名称、定义和说明中英文齐全，中文含汉字，英文不含汉字",
            en: "Names, definitions and summaries are written in Chinese and in English")
    ) { plugin in
        DescribedText.all(of: plugin).compactMap { described in
            described.fault.map { Finding(described.subject, "\(described.what) \($0)") }
        }
    }
}

/// A text of a plug-in with what it is the text of.
private struct DescribedText {
    let subject: String
    /// What it is, as the subject of a sentence: `the name of pilots`.
    let what: String
    let text: BilingualText

    init(_ subject: String, _ what: String, _ text: BilingualText) {
        self.subject = subject
        self.what = what
        self.text = text
    }

    /// What is wrong with it; nothing where it is complete.
    var fault: String? {
        if isBlank(text.zh) || isBlank(text.en) { return "is not written in both languages" }
        if text.en.unicodeScalars.contains(where: \.properties.isIdeographic) {
            return "has Chinese characters in its English: ‘\(text.en)’"
        }
        // What reads the same in both languages is a symbol or a code.
        if text.zh != text.en, !text.zh.unicodeScalars.contains(where: \.properties.isIdeographic) {
            return "has no Chinese character in its Chinese: ‘\(text.zh)’"
        }
        return nil
    }

    static func all(of plugin: any DomainPlugin) -> [DescribedText] {
        let own = plugin.description
        return [DescribedText(own.id, "its name", own.name), DescribedText(own.id, "its summary", own.summary)]
            + plugin.statements.flatMap(texts) + plugin.indicators.flatMap { texts($0.description) }
            + plugin.methods.flatMap { texts($0.description, examples: $0.exampleTitles) }
    }

    private static func texts(_ statement: PolicyStatement) -> [DescribedText] {
        [DescribedText(statement.id, "its text", statement.text)]
            + (statement.target.map { [DescribedText(statement.id, "its target", $0)] } ?? [])
    }

    private static func texts(_ indicator: IndicatorDescription) -> [DescribedText] {
        let id = indicator.id
        var texts = [
            DescribedText(id, "its name", indicator.name), DescribedText(id, "its definition", indicator.definition),
            DescribedText(id, "its rationale", indicator.rationale),
            DescribedText(id, "its unit of measure", indicator.unitOfMeasure.symbol),
        ]
        for variable in indicator.variables {
            texts += [
                DescribedText(id, "the name of \(variable.id)", variable.name),
                DescribedText(id, "the definition of \(variable.id)", variable.definition),
                DescribedText(id, "the unit of measure of \(variable.id)", variable.unitOfMeasure.symbol),
                DescribedText(id, "the department of \(variable.id)", variable.reportedBy),
            ]
        }
        for register in indicator.registers {
            texts += [
                DescribedText(id, "the name of \(register.id)", register.name),
                DescribedText(id, "the definition of \(register.id)", register.definition),
                DescribedText(id, "the department of \(register.id)", register.keptBy),
            ]
            texts += register.fields.map { DescribedText(id, "the name of \(register.id).\($0.id)", $0.name) }
        }
        return texts + parameters(id, indicator.parameters)
            + indicator.examples.map { DescribedText(id, "the title of an example", $0.title) }
    }

    private static func texts(_ description: MethodDescription, examples: [BilingualText]) -> [DescribedText] {
        let id = description.id
        return [DescribedText(id, "its name", description.name), DescribedText(id, "its summary", description.summary)]
            + parameters(id, description.parameters)
            + examples.map { DescribedText(id, "the title of an example", $0) }
    }

    private static func parameters(_ id: String, _ parameters: [Parameter]) -> [DescribedText] {
        parameters.flatMap { parameter in
            var texts = [DescribedText(id, "the summary of the parameter \(parameter.name)", parameter.summary)]
            if case .records(let fields) = parameter.kind { texts += self.parameters(id, fields) }
            return texts
        }
    }
}

private func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }
