/// What is said of a table of the ledger in every row alike.
final class TraceWords: Sendable {
    /// The name of the method.
    let method: BilingualText
    /// The name of the weighting, where scores are formed from those of children.
    let weighting: BilingualText
    /// What the indicator or the method says of itself, in words and signs.
    let definition: [BilingualText]
    /// The parameters of the indicator, or of a method that is no closed form, with their values.
    let parameters: (described: [Parameter], values: ParameterValues)
    /// What the values of the indicator rest on, as a list of variables where a formula says so.
    let evidence: IndicatorMeasurement.Evidence?
    /// The indicator, where people rate it.
    let rated: RatedIndicator?
    /// What the indicator is measured in.
    let symbol: BilingualText
    /// The formula of a closed form.
    let formula: BilingualText
    /// What the statistics of a closed form are taken over.
    let scope: [BilingualText]

    init(_ entry: Ledger.Entry, of node: FrameworkNode, in assessment: CompletedAssessment) {
        var method = BilingualText(same: "")
        var weighting = BilingualText(same: "")
        var definition: [BilingualText] = []
        var parameters: (described: [Parameter], values: ParameterValues) = ([], ParameterValues())
        var symbol = BilingualText(same: "")
        var evidence: IndicatorMeasurement.Evidence?
        var rated: RatedIndicator?
        var form: ClosedForm?
        switch entry.detail {
        case .measured(let indicator, let given):
            evidence = TraceWords.listed(given)
            let known = assessment.catalogue.indicators[indicator]
            if let known {
                rated = known as? RatedIndicator
                let description = known.description
                symbol = description.unitOfMeasure.symbol
                definition = TraceWords.definition(of: known, description)
                parameters = (
                    description.parameters,
                    ParameterValues(node.measure?.parameters ?? [:], for: description.parameters)
                )
            }
        case .applied(let id, let given, let closedForm, _):
            let description = TraceWords.description(entry.step, id, assessment.catalogue)
            method = description?.name ?? BilingualText(same: id)
            form = closedForm
            if form == nil, let description {
                // What is no closed form says in words and signs how it came to its result, with its parameters.
                if !description.formula.isEmpty { definition = [BilingualText(same: description.formula)] }
                let values = Dictionary(
                    given.names.compactMap { name in given[name].map { (name, $0) } }, uniquingKeysWith: { $1 })
                parameters = (description.parameters, ParameterValues(values, for: description.parameters))
            }
        case .aggregated(let aggregated):
            method =
                TraceWords.description(.aggregate, aggregated.method, assessment.catalogue)?.name
                ?? BilingualText(same: aggregated.method)
            weighting =
                assessment.catalogue.weightings[aggregated.weighting]?.description.name
                ?? BilingualText(same: aggregated.weighting)
            form = aggregated.closedForm
        case .computed(let closedForm, _, _): form = closedForm
        default: break
        }
        self.method = method
        self.weighting = weighting
        self.definition = definition
        self.parameters = parameters
        self.evidence = evidence
        self.rated = rated
        self.symbol = symbol
        formula = form?.formula.words() ?? BilingualText(same: "")
        scope = form.map(TraceWords.scope) ?? []
    }

    private static func listed(_ evidence: IndicatorMeasurement.Evidence) -> IndicatorMeasurement.Evidence {
        guard case .formula(let formula) = evidence else { return evidence }
        return .variables(formula.laggedInputs.map { LaggedVariable($0.input, yearsBefore: $0.periods) })
    }

    private static func definition(
        of indicator: any Indicator, _ description: IndicatorDescription
    ) -> [BilingualText] {
        guard let formula = (indicator as? FormulaIndicator)?.formula else { return [description.definition] }
        let names = Dictionary(
            description.variables.map { ($0.id, $0.name) } + description.parameters.map { ($0.name, $0.summary) },
            uniquingKeysWith: { first, _ in first })
        let text = formula.words { names[$0] }
        // A formula that the framework writes is its own definition.
        return text == description.definition ? [text] : [description.definition, text]
    }

    private static func scope(_ form: ClosedForm) -> [BilingualText] {
        guard form.formula.takesStatistics, let scope = form.references?.scope.name else { return [] }
        return [BilingualText(zh: "参照组：\(scope.zh)", en: "reference set: \(scope.en)")]
    }

    private static func description(
        _ step: Step.Kind, _ id: String, _ catalogue: Catalogue
    ) -> MethodDescription? {
        switch step {
        case .impute: catalogue.imputations[id]?.description
        case .treat: catalogue.treatments[id]?.description
        case .aggregate: catalogue.aggregations[id]?.description
        default: catalogue.evaluators[id]?.description
        }
    }
}
