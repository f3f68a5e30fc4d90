public import AssessmentCore
internal import AssessmentData
internal import AssessmentSpreadsheets

extension VerificationSample {
    /// The names of variables and units, for those who read a sample.
    public struct Names: Sendable {
        let units: [String: BilingualText]
        let variables: [String: Variable]

        /// - Parameters:
        ///   - units: the names of units by code.
        ///   - variables: the variables by id.
        public init(units: [String: BilingualText], variables: [String: Variable]) {
            self.units = units
            self.variables = variables
        }
    }

    /// The files of a sample: `sample.json`, which says what it was drawn by and from, `sample.csv` with the digests by which
    /// it was drawn, `strata.csv`, which also names the pillars of which nothing was drawn, and `findings.csv`, the form in
    /// which assessors record what they found on site; where the package was built with the trait Excel, the form also as
    /// a workbook.
    ///
    /// - Throws: `MethodError` where the workbook cannot be written.
    public func files(period: Period, _ names: Names) throws -> [OutputFile] {
        let sample = draws.map { draw in
            [
                CSVCell.text(draw.item.group), CSVCell.text(draw.item.pillar), draw.item.unit, draw.item.variable,
                CSVCell.number(draw.item.value), draw.digest,
            ]
        }
        let strata =
            self.strata.map { [CSVCell.text($0.group), CSVCell.text($0.pillar), "\($0.size)", "\($0.drawn)", ""] }
            + unsampled.map { [CSVCell.text($0.group), CSVCell.text($0.pillar), "0", "0", CSVCell.text($0.words)] }
        let form = rows(period: period, names)
        var files = [
            OutputFile(path: "sample.json", bytes: SampleDocument(self).bytes),
            OutputFile(
                path: "sample.csv",
                text: VerificationSample.text(
                    [["group", "pillar", "unit", "variable", "reported", "sha256"]] + sample)),
            OutputFile(
                path: "strata.csv",
                text: VerificationSample.text([["group", "pillar", "values", "drawn", "note"]] + strata)),
            OutputFile(
                path: "findings.csv",
                text: VerificationSample.text(
                    [FindingsForm.Column.allCases.map(\.rawValue)]
                        + form.map { row in
                            // A number below zero is none that a spreadsheet would take for a formula.
                            row.map { DecimalNumber.parse($0, by: .program) == nil ? CSVCell.text($0) : $0 }
                        })),
        ]
        if WorkbookFile.isAvailable {
            files.append(OutputFile(path: "findings.xlsx", bytes: try WorkbookFile.bytes(of: workbook(form))))
        }
        return files
    }

    private static func text(_ rows: [[String]]) -> String {
        rows.map { $0.joined(separator: ",") + "\n" }.joined()
    }

    /// The rows of the form, unit by unit, as they are to be filled in.
    func rows(period: Period, _ names: Names) -> [[String]] {
        draws.sorted { ($0.item.unit, $0.item.variable) < ($1.item.unit, $1.item.variable) }.map { draw in
            let (item, variable) = (draw.item, names.variables[draw.item.variable])
            let place = [item.origin.file, item.origin.sheet, item.origin.cell ?? "row \(item.origin.row)"]
            return [
                item.unit, names.units[item.unit]?.zh ?? "", item.variable, variable?.name.zh ?? "",
                period.description, revision.map(String.init) ?? "", Formula.text(of: item.value),
                variable?.unitOfMeasure.symbol.zh ?? "",
                place.compactMap(\.self).joined(separator: " "), draw.assessors.joined(separator: "、"), "", "", "", "",
            ]
        }
    }

    func workbook(_ rows: [[String]]) -> Workbook {
        typealias Column = FindingsForm.Column
        var sheet = Sheet(FindingsForm.sheet)
        let from = revision.map { ", 数据修订号 revision \($0)" } ?? ""
        sheet.put(0, 0, .text("现场核查记录 Findings on site", .title))
        sheet.put(
            1, 0, .text("种子 seed \(seed), 比例 share \(Formula.text(of: share))\(from)", .caption))
        sheet.frozen = (4, 4)
        sheet.isProtected = true
        sheet.heights = [0: 26, 3: 34]
        for (place, column) in Column.allCases.enumerated() {
            sheet.widths[place] = column.width
            sheet.put(3, place, .text(column.heading, .heading))
        }
        let (entered, numeric) = (
            Column.allCases.firstIndex(of: .found) ?? 0, Column.allCases.firstIndex(of: .reported)
        )
        for (index, row) in rows.enumerated() {
            for (column, text) in row.enumerated() {
                let number = column == numeric ? Double(text) : nil
                sheet.put(
                    4 + index, column,
                    column >= entered
                        ? Cell(.blank, CellStyle(column >= entered + 2 ? .entryText : .entry))
                        : number.map { Cell(.number($0), CellStyle(.computed)) } ?? .text(text, .label))
            }
        }
        let last = 4 + max(rows.count, 1) - 1
        sheet.rules = [
            EntryRule(
                Sheet.Block(rows: 4...last, columns: entered + 1...entered + 1),
                .texts(Finding.allCases.map(\.choice)))
        ]
        var workbook = Workbook()
        workbook.title = "Findings on site"
        workbook.sheets = [sheet]
        return workbook
    }
}

extension VerificationSample.Unsampled {
    /// Why nothing was drawn.
    public var words: String {
        registers.isEmpty
            ? "未抽样：本层没有上报数值 not sampled: no reported values of its own"
            : "未抽样：仅有名录条目 not sampled: entries of registers alone (\(registers.joined(separator: ", ")))"
    }
}
