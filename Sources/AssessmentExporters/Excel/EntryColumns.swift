internal import AssessmentCore
internal import AssessmentSpreadsheets

/// The columns of the steps that have a formula tree: measured, treated, scored, computed, aggregated.
extension WorkbookComposition {
    /// Writes the column of an entry of the ledger.
    func write(_ entry: Ledger.Entry, _ position: Int) {
        switch entry.detail {
        case .measured(let indicator, let evidence): measured(entry, position, indicator, evidence)
        case .aimed: aimed(entry)
        case .screened: screened(entry)
        case .applied(let method, let parameters, let form?, let remarks):
            applied(entry, position, method, parameters, form, remarks)
        case .applied(let method, _, nil, let remarks): withoutFormula(entry, method, remarks)
        case .computed(let form, let nodes, let table): computed(entry, position, form, nodes, table)
        case .resolved(let actions): resolved(entry, actions)
        case .aggregated(let aggregated): self.aggregated(entry, position, aggregated)
        case .raised(let children, let points, let nodePoints): raised(entry, children, points, nodePoints)
        case .adjusted(let adjustment, let applied): adjusted(entry, adjustment, applied)
        case .rounded(let decimals): rounded(entry, decimals)
        case .lit(let light): lit(entry, light)
        case .ranked(let tolerance, _, let tieBreaks): ranked(entry, tolerance, tieBreaks)
        case .graded(let bands): graded(entry, bands)
        case .vetoed(let adjustment, let bands, let decisions): vetoed(entry, adjustment, bands, decisions)
        case .limited(let bands, let uses): limited(entry, bands, uses)
        }
        guard entry.step.givesNumbers, let place = columns[entry.node]?.last?.place else { return }
        current[entry.node] = place
        previous[entry.node] = entry.column
        if !entry.step.givesScore { values[entry.node] = place }
    }

    private func breaks() -> [String: [Int]] {
        Dictionary(grouping: assessment.specification.seriesBreaks, by: \.variable)
            .mapValues { $0.compactMap { panel.firstIndex(from: $0.from) } }
    }

    /// The column of a collected variable on the sheet of data.
    private func variable(_ variable: Variable) -> ColumnPlace {
        if let known = variables[variable.id] { return known }
        let collected = assessment.data.variables[variable.id]
        let sources = Set(
            (collected.map { Array($0.observations.all) } ?? []).compactMap { position in
                assessment.data.observations.indices.contains(position)
                    ? assessment.data.observations[position].origin.source : nil
            }
        ).filter { !$0.isEmpty }.sorted()
        let unit = draft(variable.unitOfMeasure.symbol)
        let note = [
            draft(variable.definition),
            draft.say("填报：", "Reported by: ") + draft(variable.reportedBy),
            sources.isEmpty ? "" : draft.say("来源：", "Sources: ") + sources.prefix(6).joined(separator: "; "),
        ].filter { !$0.isEmpty }.joined(separator: "\n")
        let place = draft.addColumn(
            data, node: draft(variable.name), step: unit.isEmpty ? draft.say("数值", "Number") : unit, id: variable.id,
            note: note, width: max(12, min(26, Sheet.width(of: draft(variable.name)) + 2)))
        variables[variable.id] = place
        let format =
            variable.unitOfMeasure.decimals == 0
            ? "#,##0.####" : WorkbookComposition.format(variable.unitOfMeasure.decimals) + "##"
        for row in panel.rows {
            let value = collected?.column.values[row] ?? .nan
            draft.put(place, row: row, Cell(value.isFinite ? .number(value) : .blank, CellStyle(.input, format)))
        }
        return place
    }

    private func measured(
        _ entry: Ledger.Entry, _ position: Int, _ id: String, _ evidence: IndicatorMeasurement.Evidence
    ) {
        let indicator = assessment.catalogue.indicators[id]
        let description = indicator?.description
        var formula = (indicator as? FormulaIndicator)?.formula
        if formula == nil, case .formula(let own) = evidence { formula = own }
        if formula?.reducesOverUnits == true { formula = nil }
        var note = description.map { draft($0.definition) } ?? ""
        if let formula { note += "\n" + draft.say("公式：", "Formula: ") + named(formula, description) }
        guard let formula, let description else { return recorded(entry, note) }
        let values = ParameterValues(
            nodes[entry.node]?.measure?.parameters ?? [:], for: description.parameters)
        var operands: [String: FormulaOperand] = [:]
        var inputs: [String: FormulaInput] = [:]
        for name in formula.inputs {
            if let own = description.variables.first(where: { $0.id == name }) {
                operands[name] = .column(variable(own))
                inputs[name] = .column(
                    assessment.data.variables[name]?.column.values
                        ?? [Double](repeating: .nan, count: panel.rowCount))
            } else if let table = values.numberTable(name) {
                inputs[name] = table.single.map { .number($0) } ?? .column(table.numbers(for: panel))
            }
        }
        bind(entry, inputs, description.parameters, into: &operands)
        write(
            entry, position, formula, inputs, operands, references: nil, breaks: breaks(), note: note,
            needed: [], why: BilingualText(zh: "指标自有规则", en: "the indicator has rules of its own"))
    }

    private func named(_ formula: Formula, _ description: IndicatorDescription?) -> String {
        formula.text(naming: { id in description?.variables.first { $0.id == id }.map { self.draft($0.name) } ?? id })
    }

    /// A column of an indicator that is no formula over variables: what it measured stands among the data.
    private func recorded(_ entry: Ledger.Entry, _ note: String) {
        let source = draft.addColumn(
            data, node: name(entry.node), step: draft.say("由登记、评分或插件测得", "From registers, ratings or a plug-in"),
            id: entry.node, note: note, width: max(12, min(26, Sheet.width(of: name(entry.node)) + 2)))
        let place = column(entry, note: note)
        var count = 0
        for row in panel.rows {
            let value = entry.column.values[row]
            draft.put(
                source, row: row,
                Cell(
                    value.isFinite ? .number(value) : .blank,
                    CellStyle(value.isFinite ? .constant : .input, format(entry))))
            if value.isFinite { count += 1 }
            let cell = draft.text(source, row: row, from: place.sheet)
            var ignored = 0
            put(entry, place, row: row, formula: "IF(ISNUMBER(\(cell)),\(cell),\"\")", &ignored)
        }
        record(
            entry, count,
            BilingualText(
                zh: "由登记、评分、下级单位或插件测得，列于原始数据",
                en: "measured on registers, ratings, parts or by a plug-in; stands among the data"))
    }

    private func aimed(_ entry: Ledger.Entry) {
        let place = column(
            entry, note: draft.say("按规则得出的目标，可改。", "Targets that follow from a rule; they may be changed."))
        for row in panel.rows {
            let value = entry.column.values[row]
            draft.put(
                place, row: row,
                Cell(value.isFinite ? .number(value) : .blank, CellStyle(.input, format(entry))))
        }
        targets[entry.node] = place
    }

    /// Gives inputs that are numbers of their own a cell, or a column where they differ by row.
    private func bind(
        _ entry: Ledger.Entry, _ inputs: [String: FormulaInput], _ described: [Parameter],
        into operands: inout [String: FormulaOperand]
    ) {
        for (name, input) in inputs.sorted(by: { $0.key < $1.key }) where operands[name] == nil {
            let meaning = described.first { $0.name == name }.map { draft($0.summary) } ?? ""
            let step = draft(StepWords.name(entry.step))
            let shown = name == "target" ? draft.say("目标", "target") : name
            switch input {
            case .number(let number) where number.isFinite:
                operands[name] = .cell(parameter(entry.node, step, shown, number, meaning))
            case .number: operands[name] = .nothing
            case .column(let numbers):
                if let first = numbers.first, first.isFinite, numbers.allSatisfy({ $0 == first }) {
                    operands[name] = .cell(parameter(entry.node, step, shown, first, meaning))
                } else if name == "target", let known = targets[entry.node] {
                    operands[name] = .column(known)
                } else {
                    operands[name] = .column(
                        inputColumn(
                            entry.node, step: shown, id: "\(entry.node) · \(name)", numbers,
                            note: meaning.isEmpty ? nil : meaning))
                }
            case .live: break
            }
        }
    }

    private func applied(
        _ entry: Ledger.Entry, _ position: Int, _ method: String, _ parameters: ParameterValues, _ form: ClosedForm,
        _ remarks: [BilingualText]
    ) {
        guard let source = current[entry.node] else { return withoutFormula(entry, method, remarks) }
        let description = describe(method, entry.step)
        var operands: [String: FormulaOperand] = [:]
        for (name, input) in form.inputs { if case .live = input { operands[name] = .column(source) } }
        let records = RecordCells(description?.parameters ?? [], parameters)
        let formula = records.replaced(in: form.formula)
        let read = Set(formula.inputs)
        var inputs = form.inputs
        for number in records.numbers where read.contains(number.input) {
            inputs[number.input] = .number(number.value)
            operands[number.input] = .cell(
                parameter(entry.node, draft(StepWords.name(entry.step)), number.title, number.value))
        }
        bind(entry, inputs, description?.parameters ?? [], into: &operands)
        let note =
            (description.map { draft($0.name) + "\n" + draft($0.summary) + "\n" } ?? "") + form.formula.text
            + remarks.map { "\n" + draft($0) }.joined()
        write(
            entry, position, formula, inputs, operands, references: form.references, note: note,
            needed: [source], imputes: entry.step == .impute,
            why: BilingualText(zh: "方法自有规则", en: "the method has rules of its own"))
    }

    private func describe(_ method: String, _ step: Step.Kind) -> MethodDescription? {
        let catalogue = assessment.catalogue
        return switch step {
        case .evaluate: catalogue.evaluators[method]?.description
        case .treat: catalogue.treatments[method]?.description
        case .impute: catalogue.imputations[method]?.description
        case .aggregate: catalogue.aggregations[method]?.description
        default: nil
        }
    }

    /// A column by a method without a closed form: what it left alone is read on, what it changed is a constant.
    private func withoutFormula(_ entry: Ledger.Entry, _ method: String, _ remarks: [BilingualText]) {
        let description = describe(method, entry.step)
        let note =
            (description.map { draft($0.name) + "\n" + draft($0.summary) + "\n" + $0.formula } ?? method)
            + remarks.map { "\n" + draft($0) }.joined(separator: "")
        let place = column(entry, note: note)
        let source = entry.step == .treat || entry.step == .impute ? current[entry.node] : nil
        let before = sourceColumn(entry)
        var count = 0
        for row in panel.rows {
            let value = entry.column.values[row]
            if let source, let before, before.values[row] == value || before.values[row].isNaN && value.isNaN {
                let cell = draft.text(source, row: row, from: place.sheet)
                put(entry, place, row: row, formula: "IF(ISNUMBER(\(cell)),\(cell),\"\")", &count)
            } else {
                put(entry, place, row: row, formula: nil, &count)
            }
        }
        record(
            entry, count,
            BilingualText(
                zh: "方法“\(description?.name.zh ?? method)”没有封闭公式", en: "the method ‘\(method)’ has no closed form"))
    }

    /// The numbers that an entry goes on with.
    func sourceColumn(_ entry: Ledger.Entry) -> Column? { previous[entry.node] }

    /// Writes a column of a formula over inputs.
    private func write(
        _ entry: Ledger.Entry, _ position: Int, _ formula: Formula, _ inputs: [String: FormulaInput],
        _ operands: [String: FormulaOperand], references: ReferenceSets?, breaks: [String: [Int]] = [:], note: String,
        needed: [ColumnPlace], imputes: Bool = false, why: BilingualText
    ) {
        let sheet = sheet(of: entry.node)
        let live = sourceColumn(entry)?.values ?? []
        let trace = FormulaTrace(
            shape: FormulaProgram.Shape(panel, references: references, breaks: breaks)
        ) { name, row in
            switch inputs[name] {
            case .number(let number): number
            case .column(let numbers): numbers[row]
            case .live: live.isEmpty ? .nan : live[row]
            case nil: .nan
            }
        }
        let translation = FormulaTranslation(
            draft: draft, sheet: sheet, panel: panel, references: references, children: FormulaChildren(),
            breaks: breaks, operand: { operands[$0] ?? .nothing },
            helper: { [unowned self] in helper(entry, position, $1, $2, nil, $0, trace) },
            statistic: { [unowned self] in statistic(entry, position, $1, $2, $3, nil, $0, trace) })
        if let last = panel.rows.last { _ = translation.complete(formula, row: last) }
        let place = column(entry, note: note)
        var count = 0
        for row in panel.rows {
            var fragment = translation.fragment(formula, row, nil)
            for column in needed {
                let text = draft.text(column, row: row, from: sheet)
                if !fragment.needs.contains(text), !imputes { fragment.needs.append(text) }
            }
            let hasSource = needed.isEmpty || imputes || live.isEmpty || !live[row].isNaN
            put(
                entry, place, row: row, formula: fragment.complete,
                expected: hasSource ? trace.value(of: formula, row: row) : .nan, &count)
        }
        record(entry, count, why)
    }
}
