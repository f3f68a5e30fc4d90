internal import AssessmentCore

/// What is said about the cells that an imputation put in.
enum ImputedCells {
    /// Remarks on the rows that had no value and now have one.
    static func remarks(
        _ values: [Double], _ results: [Double], _ text: (Int) -> BilingualText?
    ) -> ColumnRemarks {
        var remarks = ColumnRemarks()
        for (row, result) in results.enumerated()
        where row < values.count && values[row].isNaN && !result.isNaN {
            remarks.cells[row] = text(row)
        }
        return remarks
    }

    /// Prepares the work that puts in a statistic over the reference set of the row.
    ///
    /// - Parameter name: the statistic in words.
    /// - Throws: `MethodError` where no reference set is named.
    static func statistic(
        _ statistic: Formula.Statistic, _ name: BilingualText, _ input: ColumnInput, by method: String
    ) throws -> any ColumnKernel {
        let references = try input.requiredReferences(by: method)
        let panel = input.panel
        let value = Formula.input("value")
        let form = ClosedForm(
            .apply(.coalesce, [value, .statistic(statistic, value)]), panel: panel, parameters: input.parameters,
            references: references)
        return try RemarkingFormulaKernel(form, panel: panel) { values, results in
            var known: [Int: BilingualText] = [:]
            return remarks(values, results) { row in
                guard references.setOfRow.indices.contains(row) else { return nil }
                let set = references.setOfRow[row]
                if let text = known[set] { return text }
                let count = references.numbers(ofSet: set, in: values).count
                let of = references.name(ofSet: set, panel: panel)
                let text = BilingualText(
                    zh: "\(of.zh)的\(count)个值的\(name.zh)",
                    en: "\(name.en) of \(count) \(count == 1 ? "value" : "values") of \(of.en)")
                known[set] = text
                return text
            }
        }
    }
}
