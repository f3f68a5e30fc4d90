/// Puts the work of methods and formulas into words, with their numbers in one row.
extension TraceWriter {
    /// What a method made of the values of a column.
    func applied(
        _ entry: Ledger.Entry, _ form: ClosedForm?, _ remarks: [BilingualText], _ before: Ledger.Entry?
    ) -> Trace.Line? {
        // An imputation says something only where it put a value in.
        if entry.step == .impute, before?.column[row] != nil || entry.column[row] == nil { return nil }
        var workings: [BilingualText] = []
        if let form, let values = before?.column.values, form.formula != .input("value") {
            let trace = FormulaTrace(shape: shape(form.references), resolved: form.resolved) { input, row in
                input == "value" ? values[row] : form.number(input, row: row) ?? .nan
            }
            workings += self.workings(form, trace, entry)
        }
        workings += words.definition
        if !words.parameters.described.isEmpty { workings += parameters() }
        workings += remarks
        let (name, result) = (words.method, result(entry))
        let text: BilingualText =
            switch entry.step {
            case .impute:
                BilingualText(
                    zh: "按“\(name.zh)”插补：\(before?.column.reasons[row]?.name.zh ?? "")→\(result.zh)",
                    en: "imputed by \(name.en): \(before?.column.reasons[row]?.name.en ?? "") → \(result.en)")
            case .treat:
                BilingualText(
                    zh: "按“\(name.zh)”处理：\(number(before))→\(result.zh)",
                    en: "treated by \(name.en): \(number(before)) → \(result.en)")
            default:
                BilingualText(
                    zh: "按“\(name.zh)”计分：\(result.zh)", en: "scored by \(name.en): \(result.en)")
            }
        return write(entry, zh: text.zh, en: text.en, workings: workings)
    }

    /// What a formula over other nodes came to.
    func computed(
        _ entry: Ledger.Entry, _ form: ClosedForm, _ nodes: [String], _ weights: Ledger.WeightTable,
        _ before: Ledger.Entry?
    ) -> Trace.Line {
        let columns = Dictionary(
            nodes.map { ($0, $0 == "value" ? before?.column : ledger.scores(of: $0)) }, uniquingKeysWith: { $1 })
        let trace = FormulaTrace(
            shape: shape(form.references),
            children: children(node.children.filter(\.isWeighted).map(\.id), [], weights), resolved: form.resolved
        ) { input, row in columns[input]??.values[row] ?? form.number(input, row: row) ?? .nan }
        return write(
            entry, zh: "按公式计算：\(result(entry).zh)", en: "computed by a formula: \(result(entry).en)",
            workings: workings(form, trace, entry))
    }

    /// How scores were formed from those of the children.
    func aggregated(_ entry: Ledger.Entry, _ aggregated: Ledger.Aggregated) -> Trace.Line {
        let fitted = aggregated.weights.weights(row: row)
        let scores = aggregated.children.map { ledger.scores(of: $0) }
        let total = zip(scores, fitted.weights).reduce(0) { $1.0?[row] == nil ? $0 : $0 + $1.1 }
        let children = zip(aggregated.children, aggregated.directions)
        var workings = zip(children, zip(scores, fitted.weights)).map { child, own in
            let (name, isCost) = (name(child.0), child.1 == .lowerIsBetter)
            guard let value = own.0?[row] else {
                let reason = own.0?.reasons[row]?.name
                let isShared = entry.column[row] != nil
                return BilingualText(
                    zh: "\(name.zh)：无得分（\(reason?.zh ?? "")）" + (isShared ? "，权重由其余子项分担" : ""),
                    en: "\(name.en): no score (\(reason?.en ?? ""))"
                        + (isShared ? "; the others share its weight" : ""))
            }
            let (score, share) = (TraceWriter.text(value), TraceWriter.text(100 * own.1 / total))
            return BilingualText(
                zh: "\(name.zh)：得分\(score)\(isCost ? "（越低越好）" : "")，占本级权重\(share)%",
                en: "\(name.en): score \(score)\(isCost ? " (less is better)" : ""), \(share)% of the weight here")
        }
        workings += fitted.remarks + fitted.warnings
        workings += words.scope
        let (method, weighting) = (words.method, words.weighting)
        let result = result(entry)
        var (zh, en) = ("\(method.zh)（\(weighting.zh)）：", "\(method.en) (\(weighting.en)): ")
        if let form = aggregated.closedForm {
            // Without inputs that differ from row to row it reads the same for every unit.
            let formula =
                form.inputs.isEmpty
                ? words.formula
                : form.formula.words { form.number($0, row: row).map { BilingualText(same: TraceWriter.text($0)) } }
            zh += formula.zh + " = "
            en += formula.en + " = "
        }
        return write(entry, zh: zh + result.zh, en: en + result.en, workings: workings)
    }

    private func children(
        _ ids: [String], _ directions: [Direction], _ weights: Ledger.WeightTable
    ) -> FormulaTrace.Children {
        let scores = ids.map { ledger.scores(of: $0)?.values ?? [] }
        let known = directions.isEmpty ? [Direction](repeating: .higherIsBetter, count: ids.count) : directions
        return FormulaTrace.Children(
            known, score: { scores[$0].indices.contains($1) ? scores[$0][$1] : .nan },
            weight: { child, row in
                let own = weights.weights(row: row).weights
                return own.indices.contains(child) ? own[child] : .nan
            })
    }

    /// The formula, with its numbers where there is a result, and what it was compared with.
    private func workings(_ form: ClosedForm, _ trace: FormulaTrace, _ entry: Ledger.Entry) -> [BilingualText] {
        var workings = [words.formula]
        if entry.column[row] != nil, entry.step != .impute {
            let filled = trace.filledText(form.formula, row: row, numbers: TraceWriter.text)
            let result = result(entry)
            workings.append(BilingualText(zh: "= \(filled.zh) = \(result.zh)", en: "= \(filled.en) = \(result.en)"))
        }
        return workings + words.scope
    }

    private func shape(_ references: ReferenceSets?) -> FormulaProgram.Shape {
        FormulaProgram.Shape(ledger.panel, references: references, breaks: tracer.breaks)
    }
}
