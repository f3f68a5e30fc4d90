import AssessmentCore
import AssessmentSpreadsheets
import Testing

@testable import AssessmentCollection

@Suite("A form fits on paper")
struct PrintedFormTests {
    private static let workbook: Workbook = {
        let city = AssessedUnit(code: "A", name: BilingualText(zh: "甲市", en: "A"), level: "city")
        let period = Period(year: 2020)
        let variables = ["x", "y", "z"].map { id in
            StatisticalStandard.Item(
                variable: Variable(
                    id: id, name: BilingualText(same: id), definition: BilingualText(same: id), unitOfMeasure: .yuan,
                    reportedBy: BilingualText(same: "d")), uses: [], isCollected: true)
        }
        let register = RegisterDescription(
            id: "parks", name: BilingualText(zh: "园区", en: "Parks"), definition: BilingualText(same: "d"),
            fields: [RegisterDescription.Field(id: "class", name: BilingualText(same: "c"))],
            keptBy: BilingualText(same: "k"))
        let standard = StatisticalStandard(
            assessment: "s", title: BilingualText(zh: "题", en: "Title"), basis: "", period: period, levels: ["city"],
            items: variables,
            registers: [StatisticalStandard.RegisterItem(register: register, uses: [], isCollected: true)])
        return CollectionForm(
            layout: FormLayout(standard, period: period, languages: [.chinese, .english]),
            identity: FormIdentity(
                assessment: "s", unit: "A", period: period, standard: standard.digest, languages: [.chinese, .english]),
            title: standard.title, unit: city, places: [city], previous: [:], current: [:], entries: [:]
        ).workbook
    }()

    @Test("Sheets are one page wide, with their headings on each page; the guide stands upright, tables lie")
    func pages() throws {
        let shown = Self.workbook.sheets.filter { !$0.isHidden }
        #expect(shown.map(\.name) == ["说明 Guide", "数据 Data", "园区"])
        #expect(shown.map(\.isOnePageWide) == [true, true, true])
        #expect(shown.map(\.isLandscape) == [false, true, true])
        // The rows that stay in sight are those that are repeated on paper.
        #expect(shown.dropFirst().map(\.frozen.rows) == [4, 4])
    }

    @Test("Printed are the cells of the form, to the last row and column that is filled in")
    func area() throws {
        let (values, register) = (Self.workbook.sheets[1], Self.workbook.sheets[2])
        #expect(values.printed?.rows == 0...6 && values.printed?.columns == 0...8)
        #expect(register.printed?.columns == 0...6)
        let last = register.cells.map(\.row).max()
        #expect(register.printed?.rows.upperBound == last)
        for sheet in [values, register] {
            let printed = try #require(sheet.printed)
            let beside = sheet.cells.filter { cell in
                !printed.rows.contains(cell.row) || !printed.columns.contains(cell.column)
            }
            #expect(beside.isEmpty)
        }
    }
}
