public import AssessmentCore
internal import AssessmentSpreadsheets

extension VerificationSample {
    /// What was found of a value, in the words of the form.
    public enum Finding: String, Sendable, Hashable, CaseIterable {
        /// The evidence shows the reported value.
        case confirmed
        /// The evidence shows another value.
        case wrong
        /// There is no evidence that would show it.
        case unverifiable
    }

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

    static let findingColumns = [
        "unit", "unit_name", "variable", "variable_name", "period", "reported", "unit_of_measure", "source",
        "assessors", "found", "finding", "evidence", "note",
    ]

    /// The files of a sample: `sample.csv` with the digests by which it was drawn, `strata.csv`, and `findings.csv`, the form
    /// in which assessors record what they found on site; where the package was built with the trait Excel, the form also
    /// as a workbook.
    ///
    /// - Throws: `MethodError` where the workbook cannot be written.
    public func files(period: Period, _ names: Names) throws -> [OutputFile] {
        let sample = draws.map { draw in
            [
                CSVCell.text(draw.item.group), CSVCell.text(draw.item.pillar), draw.item.unit, draw.item.variable,
                CSVCell.number(draw.item.value), draw.digest,
            ]
        }
        let strata = self.strata.map { [CSVCell.text($0.group), CSVCell.text($0.pillar), "\($0.size)", "\($0.drawn)"] }
        let form = rows(period: period, names)
        var files = [
            OutputFile(
                path: "sample.csv",
                text: VerificationSample.text(
                    [["group", "pillar", "unit", "variable", "reported", "sha256"]] + sample)),
            OutputFile(
                path: "strata.csv", text: VerificationSample.text([["group", "pillar", "values", "drawn"]] + strata)),
            OutputFile(
                path: "findings.csv",
                text: VerificationSample.text([VerificationSample.findingColumns] + form.map { $0.map(CSVCell.text) })),
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
    private func rows(period: Period, _ names: Names) -> [[String]] {
        draws.sorted { ($0.item.unit, $0.item.variable) < ($1.item.unit, $1.item.variable) }.map { draw in
            let (item, variable) = (draw.item, names.variables[draw.item.variable])
            let place = [item.origin.file, item.origin.sheet, item.origin.cell ?? "row \(item.origin.row)"]
            return [
                item.unit, names.units[item.unit]?.zh ?? "", item.variable, variable?.name.zh ?? "",
                period.description, Formula.text(of: item.value), variable?.unitOfMeasure.symbol.zh ?? "",
                place.compactMap(\.self).joined(separator: " "), draw.assessors.joined(separator: "、"), "", "", "", "",
            ]
        }
    }

    private func workbook(_ rows: [[String]]) -> Workbook {
        var sheet = Sheet("核查记录 Findings")
        let headings = [
            "代码\nCode", "单位\nUnit", "指标代码\nVariable", "指标\nName", "年度\nPeriod", "上报数\nReported",
            "计量单位\nUnit of measure",
            "来源\nSource", "核查人员\nAssessors", "核实数\nFound", "结论\nFinding", "佐证材料\nEvidence", "备注\nNote",
        ]
        sheet.put(0, 0, .text("现场核查记录 Findings on site", .title))
        sheet.put(1, 0, .text("seed \(seed)", .caption))
        sheet.frozen = (4, 4)
        sheet.isProtected = true
        sheet.widths = [0: 10, 1: 14, 2: 26, 3: 30, 4: 8, 5: 14, 6: 12, 7: 26, 8: 18, 9: 14, 10: 16, 11: 30, 12: 30]
        sheet.heights = [0: 26, 3: 34]
        for (column, heading) in headings.enumerated() { sheet.put(3, column, .text(heading, .heading)) }
        let entered = VerificationSample.findingColumns.firstIndex(of: "found") ?? 9
        for (index, row) in rows.enumerated() {
            for (column, text) in row.enumerated() {
                let number = column == 5 ? Double(text) : nil
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
                .texts(Finding.allCases.map(\.rawValue)))
        ]
        var workbook = Workbook()
        workbook.title = "Findings on site"
        workbook.sheets = [sheet]
        return workbook
    }
}
