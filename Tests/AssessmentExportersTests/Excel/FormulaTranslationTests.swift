import AssessmentCore
import AssessmentSpreadsheets
import Testing

@testable import AssessmentExporters

/// Formulas as a spreadsheet's: the texts were written by hand from the rules of `FormulaProgram`.
@Suite("From a formula to that of a spreadsheet")
struct FormulaTranslationTests {
    @Test(
        "Each function keeps its arithmetic, and its cells without a value",
        arguments: [
            (Formula.input("x") + 1, "IF(ISNUMBER(E6),E6+1,\"\")"),
            (.input("x") / .input("y"), "IF(COUNT(E6,F6)=2,IFERROR(E6/F6,\"\"),\"\")"),
            ((.input("x") - .input("y")) * -2, "IF(COUNT(E6,F6)=2,(E6-F6)*(-2),\"\")"),
            (.apply(.coalesce, [.input("x"), 0]), "IFERROR(IF(ISNUMBER(E6),E6,0),\"\")"),
            (.apply(.hasValue, [.input("x")]), "IF(ISNUMBER(E6),1,0)"),
            (
                .apply(.choose, [.apply(.less, [.input("x"), 3]), .input("y"), 0]),
                "IF(ISNUMBER(E6),IFERROR(IF(E6<3,IF(ISNUMBER(F6),F6,NA()),0),\"\"),\"\")"
            ),
            (.apply(.round, [.input("x"), 2]), "IF(ISNUMBER(E6),ROUND(E6*(1+1E-15),2),\"\")"),
            (.lag(.input("x"), periods: 1), "IFERROR(NA(),\"\")"),
        ])
    func functions(formula: Formula, expected: String) async throws {
        let assessment = try await Fixture.assessment()
        let draft = WorkbookDraft(assessment, .english)
        let sheet = draft.addPanelSheet("S", title: "", text: "")
        let x = draft.addColumn(sheet, node: "", step: "", id: "x")
        let y = draft.addColumn(sheet, node: "", step: "", id: "y")
        let translation = FormulaTranslation(
            draft: draft, sheet: sheet, panel: draft.panel, references: nil, children: FormulaChildren(),
            operand: { .column($0 == "x" ? x : y) }, helper: { _, _, _ in x }, statistic: { _, _, _, _ in nil })
        #expect(translation.complete(formula, row: 0) == expected)
    }

    @Test(
        "Letters of columns", arguments: [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")])
    func letters(column: Int, expected: String) { #expect(CellPlace.letters(column) == expected) }

    @Test("Names of sheets are valid and differ, whatever the data say")
    func names() {
        let hostile = [

            "=cmd|'/c calc'!A0", "a/b:c*d?e[f]", "\u{202E}x", String(repeating: "长", count: 300), "", "History",
        ]
        var taken: [String] = []
        for name in hostile + hostile { taken.append(CellText.sheetName(name, among: taken)) }
        #expect(Set(taken.map { $0.lowercased() }).count == taken.count)
        for name in taken {
            #expect(!name.isEmpty && name.utf16.count <= 31 && name.lowercased() != "history")
            #expect(!name.contains { "[]:*?/\\'".contains($0) } && !name.contains("\u{202E}"))
        }
    }
}
