/// An indicator that is a formula over variables: ratios, rates, growth, coverage, balance.
public struct FormulaIndicator: Indicator {
    /// What it says of itself.
    public let description: IndicatorDescription
    /// The formula over the ids of its variables and the names of its numeric parameters.
    public let formula: Formula

    /// Creates an indicator.
    public init(_ description: IndicatorDescription, formula: Formula) {
        var description = description
        if formula.reducesOverUnits { description.readsParts = true }
        self.description = description
        self.formula = formula
    }

    /// Evaluates the formula over the panel.
    ///
    /// - Throws: ``FormulaProgram/CompilationError`` where the formula reads what it is not given.
    public func measure(_ data: MeasurementData) throws -> IndicatorMeasurement {
        var inputs = FormulaIndicator.inputs(
            description, data.parameters, panel: data.panel
        ) { data.column($0).values }
        let overUnits = try FormulaOverUnits(formula, description, data)
        inputs.merge(overUnits.columns.mapValues { .column($0) }) { own, _ in own }
        let shape = FormulaProgram.Shape(data.panel, breaks: data.seriesBreaks)
        let formula = overUnits.formula
        let results = try FormulaIndicator.results(of: formula, inputs, shape)
        var column = Column(measured: results)
        let trace = FormulaTrace(shape: shape) { name, row in
            switch inputs[name] {
            case .number(let number): number
            case .column(let numbers): numbers[row]
            case .live, nil: .nan
            }
        }
        let hasImputed = data.variables.values.contains { $0.states.contains(.imputed) }
        for row in results.indices {
            // A result is what the trace gives too, so that none is absent where there is one.
            if !results[row].isFinite, let absence = trace.absence(of: formula, row: row) {
                if case .input(let name, let inputRow) = absence, overUnits.columns[name] != nil {
                    overUnits.leaveOut(&column, row: row, name, at: inputRow)
                } else {
                    leaveOut(&column, row: row, absence, data)
                }
            } else if hasImputed, usesImputed(row: row, data) {
                column.impute(results[row], because: nil, at: row)
            }
        }
        guard overUnits.columns.isEmpty else {
            return IndicatorMeasurement(
                column: column,
                evidence: .listed(
                    results.indices.map { references(row: $0, data.panel) + overUnits.references(row: $0) }))
        }
        return IndicatorMeasurement(column: column, evidence: .formula(self.formula))
    }

    /// The bindings of a formula's inputs: its variables by column, and its numeric parameters.
    static func inputs(
        _ description: IndicatorDescription, _ parameters: ParameterValues, panel: Panel,
        column: (Variable) -> [Double]
    ) -> [String: FormulaInput] {
        var inputs: [String: FormulaInput] = [:]
        for variable in description.variables { inputs[variable.id] = .column(column(variable)) }
        for parameter in description.parameters {
            guard let table = parameters.numberTable(parameter.name) else { continue }
            inputs[parameter.name] = table.single.map { .number($0) } ?? .column(table.numbers(for: panel))
        }
        return inputs
    }

    /// The results of a formula over the rows of a shape.
    static func results(
        of formula: Formula, _ inputs: [String: FormulaInput], _ shape: FormulaProgram.Shape
    ) throws -> [Double] {
        let program = try FormulaProgram(formula, inputs: inputs, shape: shape)
        var results = [Double](repeating: .nan, count: shape.rowCount)
        var scratch = [Double](repeating: 0, count: program.scratchCount)
        var resultSpan = results.mutableSpan
        var scratchSpan = scratch.mutableSpan
        let none: [Double] = []
        program.evaluate(live: none.span, weights: none.span, into: &resultSpan, scratch: &scratchSpan)
        return results
    }

    private func references(row: Int, _ panel: Panel) -> [IndicatorMeasurement.Reference] {
        formula.laggedInputs.compactMap { input, periods in
            panel.row(row, yearsBefore: periods).map { .variable(input, row: $0) }
        }
    }

    private func leaveOut(_ column: inout Column, row: Int, _ absence: FormulaTrace.Absence, _ data: MeasurementData) {
        switch absence {
        case .input(let name, let inputRow):
            let input = data.variables[name]
            let reason = input.flatMap { $0.reasons[inputRow] } ?? .notCollected
            let variable = description.variables.first { $0.id == name }
            let period = data.panel.period(ofRow: inputRow)
            column.leaveOut(
                reason,
                note: BilingualText(
                    zh: "\(variable?.name.zh ?? name)（\(period)）：\(reason.name.zh)",
                    en: "\(variable?.name.en ?? name) (\(period)): \(reason.name.en)"),
                at: row)
        case .noEarlierPeriod: column.leaveOut(.noEarlierPeriod, at: row)
        case .seriesBreak: column.leaveOut(.seriesBreak, at: row)
        case .zeroDenominator(let formula):
            let text = named(formula)
            column.leaveOut(
                .zeroDenominator, note: BilingualText(zh: "\(text.zh) = 0", en: "\(text.en) = 0"), at: row)
        case .outsideDomain(let formula):
            column.leaveOut(.outsideDomain, note: named(formula), at: row)
        }
    }

    /// A formula with the names of its variables, its signs as they are written: plug-ins in every language note the same.
    private func named(_ formula: Formula) -> BilingualText {
        func text(_ language: Language) -> String {
            formula.text(naming: { id in description.variables.first { $0.id == id }?.name[language] ?? id })
        }
        return BilingualText(zh: text(.chinese), en: text(.english))
    }

    private func usesImputed(row: Int, _ data: MeasurementData) -> Bool {
        formula.laggedInputs.contains { name, periods in
            guard let source = data.panel.row(row, yearsBefore: periods), let column = data.variables[name] else {
                return false
            }
            return column.states[source] == .imputed
        }
    }
}

extension Formula {
    /// A part of a whole in per cent.
    public static func share(_ part: Variable, of whole: Variable) -> Formula {
        100 * (.variable(part) / .variable(whole))
    }

    /// An amount for each so many of a denominator, in the units of measure of the two variables.
    public static func rate(_ amount: Variable, per size: Double = 1, of denominator: Variable) -> Formula {
        size == 1
            ? .variable(amount) / .variable(denominator)
            : .number(size) * (.variable(amount) / .variable(denominator))
    }

    /// The change against the period before, in per cent.
    public static func growth(_ variable: Variable) -> Formula {
        100 * (.variable(variable) / .lag(.variable(variable), periods: 1) - 1)
    }

    /// The balance of several parts of a domain in per cent: the smallest against their mean.
    ///
    /// It is 100 where all are alike and falls towards 0 as one lags behind. Where every part is zero it is 0, so that
    /// offering nothing at all is no balance.
    public static func balance(_ parts: [Formula]) -> Formula {
        guard let first = parts.first else { return .number(.nan) }
        let sum = parts.dropFirst().reduce(first) { $0 + $1 }
        let ratio = 100 * (.apply(.minimum, parts) / (sum / .number(Double(parts.count))))
        return .apply(.choose, [.apply(.equal, [sum, 0]), 0, ratio])
    }
}
