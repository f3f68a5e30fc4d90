internal import AssessmentCore
internal import AssessmentSpreadsheets

/// The columns that form the score of a node from others.
extension WorkbookComposition {
    /// The weights of a node's children as cells, a line each; gives back the cell of a child in a row.
    private func weightCells(
        _ node: String, _ children: [String], _ table: Ledger.WeightTable, method: String?
    ) -> (Int, Int) -> CellPlace? {
        let key = "\(node) · \(method ?? "")"
        if let known = weightMemory[key] { return known }
        let cells = writtenWeights(node, children, table, method: method)
        weightMemory[key] = cells
        return cells
    }

    /// The cell of the points that a node is worth: that of its weight where the scheme gives it, else one of its own.
    func pointsCell(_ entry: Ledger.Entry, _ points: Double) -> CellPlace {
        for case .aggregated(let aggregated) in assessment.ledger.entries.map(\.detail) {
            guard let child = aggregated.children.firstIndex(of: entry.node), aggregated.weights.sets.count == 1,
                let weight = aggregated.weights.sets.first?.weights, weight.indices.contains(child),
                abs(weight[child] - points) < 1e-9, aggregated.weighting == "given",
                let above = assessment.root.subtree.first(where: { $0.children.contains { $0.id == entry.node } }),
                let cell = weightCells(above.id, aggregated.children, aggregated.weights, method: aggregated.weighting)(
                    child, 0)
            else { continue }
            return cell
        }
        return parameter(
            entry.node, draft(StepWords.name(entry.step)), draft.say("节点分值", "points of the node"), points,
            draft.say("加减分按节点分值折算", "points given or taken count against the points of the node"))
    }

    private func writtenWeights(
        _ node: String, _ children: [String], _ table: Ledger.WeightTable, method: String?
    ) -> (Int, Int) -> CellPlace? {
        guard let first = table.sets.first, first.weights.count == children.count else { return { _, _ in nil } }
        let weighting = method.flatMap { assessment.catalogue.weightings[$0] }
        let isFitted = weighting?.readsScores ?? false
        let origin = weighting.map { draft($0.description.name) } ?? ""
        var lines: [Int] = []
        for (set, fitted) in table.sets.enumerated() {
            let from = weights.next
            lines.append(from)
            var scope = draft.say("全部", "all")
            if table.sets.count > 1, let row = table.setOfRow.firstIndex(of: set) {
                scope = panel.period(ofRow: row).description + " · " + draft(assessment.peerGroup(ofRow: row).name)
            }
            let sum = fitted.weights.reduce(0, +)
            for (child, weight) in zip(children, fitted.weights) {
                let row = weights.next
                weights.add([
                    .text(name(node), .label), .text(name(child), .label), .text(scope, .label),
                    Cell(.number(weight), CellStyle(isFitted ? .constant : .input, "0.####")),
                    Cell(
                        .formula(
                            "D\(row + 1)/SUM($D$\(from + 1):$D$\(from + children.count))", Cell.Value(weight / sum)),
                        CellStyle(.computed, "0.0%")),
                    .text(
                        origin
                            + (isFitted ? draft.say("（由得分拟合，不随改动重算）", " (fitted on the scores; a constant here)") : ""),
                        .label),
                ])
            }
            if isFitted {
                constants.append(
                    (
                        "\(name(node)) · \(draft.say("权重", "weights"))", children.count,
                        draft.say("由得分拟合的权重", "weights fitted on the scores")
                    ))
            }
        }
        return { [weights] child, row in
            let set = table.setOfRow.isEmpty ? 0 : table.setOfRow[row]
            return lines.indices.contains(set) ? weights.place(lines[set] + child, 3) : nil
        }
    }

    func aggregated(_ entry: Ledger.Entry, _ position: Int, _ aggregated: Ledger.Aggregated) {
        let cells = weightCells(entry.node, aggregated.children, aggregated.weights, method: aggregated.weighting)
        let description = assessment.catalogue.aggregations[aggregated.method]?.description
        var note = description.map { draft($0.name) + "\n" + draft($0.summary) } ?? aggregated.method
        guard let form = aggregated.closedForm else {
            note += "\n" + (description?.formula ?? "")
            let place = column(entry, note: note)
            var count = 0
            for row in panel.rows { put(entry, place, row: row, formula: nil, &count) }
            return record(
                entry, count,
                BilingualText(
                    zh: "汇总方法“\(description?.name.zh ?? aggregated.method)”没有封闭公式",
                    en: "the aggregation ‘\(aggregated.method)’ has no closed form"))
        }
        note += "\n" + form.formula.text
        family(
            entry, position, form, reads: [:], children: aggregated.children, directions: aggregated.directions,
            aggregated.weights, cells, note: note)
    }

    func computed(
        _ entry: Ledger.Entry, _ position: Int, _ form: ClosedForm, _ read: [String], _ table: Ledger.WeightTable
    ) {
        let isFamily = form.formula.reducesOverChildren
        let children = isFamily ? (nodes[entry.node]?.children.filter(\.isWeighted).map(\.id) ?? []) : []
        let cells = isFamily ? weightCells(entry.node, children, table, method: nil) : { _, _ in nil }
        var reads: [String: String] = [:]
        for name in read { reads[name] = name == "value" ? entry.node : name }
        family(
            entry, position, form, reads: reads, children: children,
            directions: children.map { _ in .higherIsBetter }, table, cells, note: form.formula.text)
    }

    /// The numbers of the final score of a node; of the node itself, those that the entry goes on with.
    private func numbers(_ id: String, for entry: Ledger.Entry) -> [Double] {
        let column = id == entry.node ? sourceColumn(entry) : assessment.ledger.scores(of: id)
        return column?.values ?? [Double](repeating: .nan, count: panel.rowCount)
    }

    private func family(
        _ entry: Ledger.Entry, _ position: Int, _ form: ClosedForm, reads: [String: String], children: [String],
        directions: [Direction], _ table: Ledger.WeightTable, _ cells: @escaping (Int, Int) -> CellPlace?, note: String
    ) {
        let sheet = sheet(of: entry.node)
        let own = FormulaChildren(
            ids: children, scores: children.compactMap { current[$0] }, directions: directions, weight: cells)
        let scores = children.map { numbers($0, for: entry) }
        let read = reads.mapValues { numbers($0, for: entry) }
        var operands: [String: FormulaOperand] = [:]
        for (name, node) in reads { if let place = current[node] { operands[name] = .column(place) } }
        for (name, input) in form.inputs.sorted(by: { $0.key < $1.key }) where operands[name] == nil {
            switch input {
            case .number(let number) where name == "children": operands[name] = .number(number)
            case .number(let number) where number.isFinite:
                let described = nodes[entry.node].flatMap { node in
                    node.steps.lazy.compactMap { step -> String? in
                        if case .aggregate(let choice, _) = step {
                            return self.assessment.catalogue.aggregations[choice.id]?.description.parameters
                                .first { $0.name == name }.map { self.draft($0.summary) }
                        }
                        return nil
                    }.first
                }
                operands[name] = .cell(
                    parameter(entry.node, draft(StepWords.name(entry.step)), name, number, described ?? ""))
            case .column(let numbers):
                operands[name] = .column(
                    inputColumn(entry.node, step: name, id: "\(entry.node) · \(name)", numbers))
            case .number, .live: break
            }
        }
        let shape = FormulaProgram.Shape(panel, references: form.references)
        func value(_ name: String, _ row: Int) -> Double {
            if let numbers = read[name] { return numbers[row] }
            return switch form.inputs[name] {
            case .number(let number): number
            case .column(let numbers): numbers[row]
            case .live, nil: .nan
            }
        }
        let weight: (Int, Int) -> Double = { child, row in
            let weights = table.weights(row: row).weights
            return weights.indices.contains(child) ? weights[child] : .nan
        }
        let trace = FormulaTrace(
            shape: shape, children: FormulaTrace.Children(directions, score: { scores[$0][$1] }, weight: weight),
            read: value)
        // Parts of the formula for one child are looked at with its score in the place of the input.
        let childTraces = children.indices.map { child in
            FormulaTrace(shape: shape) { name, row in
                switch name {
                case "score": scores[child][row]
                case "weight": weight(child, row)
                case "direction": directions[child].sign
                default: value(name, row)
                }
            }
        }
        func traced(_ child: Int?) -> FormulaTrace { child.map { childTraces[$0] } ?? trace }
        func childName(_ child: Int?) -> String? { child.map { name(children[$0]) } }
        let translation = FormulaTranslation(
            draft: draft, sheet: sheet, panel: panel, references: form.references, children: own,
            operand: { operands[$0] ?? .nothing },
            helper: { [unowned self] in helper(entry, position, $1, $2, childName($2), $0, traced($2)) },
            statistic: { [unowned self] in
                statistic(entry, position, $1, $2, $3, childName($2), $0, traced($2))
            })
        let isComplete = own.scores.count == children.count
        if isComplete, let last = panel.rows.last { _ = translation.complete(form.formula, row: last) }
        let place = column(entry, note: note)
        var count = 0
        for row in panel.rows {
            guard isComplete else {
                put(entry, place, row: row, formula: nil, &count)
                continue
            }
            let standing = standing(entry.node, own, scores, row, sheet)
            let text = translation.complete(form.formula, row: row)
            let formula =
                standing.conditions.isEmpty
                ? text
                : standing.conditions.count == 1
                    ? "IF(\(standing.conditions[0]),\(text),\"\")"
                    : "IF(AND(\(standing.conditions.joined(separator: ","))),\(text),\"\")"
            put(
                entry, place, row: row, formula: formula,
                expected: standing.holds ? trace.value(of: form.formula, row: row) : .nan, &count)
        }
        record(
            entry, count,
            BilingualText(
                zh: "因实测占比不足而没有得分，或公式过长", en: "no score for too little measured weight, or a formula too long"))
    }

    /// What must hold for a node to have a score at all, as formulas, and whether it does.
    private func standing(
        _ id: String, _ children: FormulaChildren, _ scores: [[Double]], _ row: Int, _ sheet: Int
    ) -> (conditions: [String], holds: Bool) {
        guard !children.ids.isEmpty, let node = nodes[id] else { return ([], true) }
        let cells = children.scores.map { draft.text($0, row: row, from: sheet) }
        var conditions = ["\(FormulaFragment.count(cells))>0"]
        var present = 0
        var applicable = 0
        var withheld: [String] = []
        var holds = true
        for (position, child) in children.ids.enumerated() {
            let isThere = !scores[position][row].isNaN
            let reason = assessment.ledger.scores(of: child)?.reasons[row]
            if isThere { present += 1 }
            if isThere || reason?.state != .notApplicable { applicable += 1 }
            let rule = nodes[child]?.steps.lazy.compactMap { if case .missing(let rule) = $0 { rule } else { nil } }
                .first
            if rule?.action(for: isThere ? .notSubmitted : reason ?? .notSubmitted) == .noScore {
                withheld.append(cells[position])
                if !isThere { holds = false }
            }
        }
        if let condition = FormulaFragment.condition(withheld) { conditions.append(condition) }
        if present == 0 { holds = false }
        if let least = node.leastChildren, applicable > 0 {
            conditions.append("(\(FormulaFragment.count(cells)))/\(applicable)>=\(Formula.text(of: least))-1E-12")
            if Double(present) / Double(applicable) < least - 1e-12 { holds = false }
        }
        return (conditions, holds)
    }
}
