import AssessmentCore
import AssessmentData
import AssessmentSpreadsheets
import Testing

@testable import AssessmentCollection

@Suite(
    "A form comes back only as it was sent",
    .enabled(if: WorkbookFile.isAvailable, "The package was built without the trait Excel."))
struct FormRoundTripTests {
    private static let city = AssessedUnit(code: "A", name: BilingualText(zh: "甲市", en: "A"), level: "city")
    private static let district = AssessedUnit(
        code: "A1", name: BilingualText(zh: "甲一区", en: "A1"), level: "county", parent: "A")
    private static let units = UnitTable([city, district])

    private func variable(_ id: String, _ unit: UnitOfMeasure = .yuan) -> Variable {
        Variable(
            id: id, name: BilingualText(zh: "名称\(id)", en: "Name \(id)"),
            definition: BilingualText(zh: "口径", en: "Definition"), unitOfMeasure: unit,
            reportedBy: BilingualText(zh: "部门", en: "Department"))
    }

    private func standard(definition: String = "x") -> StatisticalStandard {
        let register = RegisterDescription(
            id: "parks", name: BilingualText(zh: "园区", en: "Parks"), definition: BilingualText(same: definition),
            fields: [
                RegisterDescription.Field(
                    id: "class", name: BilingualText(zh: "类别", en: "Class"), accepted: ["国家级", "省级"])
            ], keptBy: BilingualText(same: "k"))
        return StatisticalStandard(
            assessment: "s", title: BilingualText(zh: "题", en: "Title"), basis: "", period: Period(year: 2020),
            levels: ["city"],
            items: [variable("amount"), variable("is_open", .yesOrNo), variable("share", .percent)].map {
                StatisticalStandard.Item(variable: $0, uses: [], isCollected: true)
            }, registers: [StatisticalStandard.RegisterItem(register: register, uses: [], isCollected: true)])
    }

    private func form(_ current: [String: Double] = [:], languages: [Language] = [.chinese, .english]) -> CollectionForm
    {
        let standard = standard()
        return CollectionForm(
            layout: FormLayout(standard, period: Period(year: 2020), languages: languages),
            identity: FormIdentity(
                assessment: "s", unit: "A", period: Period(year: 2020), standard: standard.digest, languages: languages),
            title: standard.title, unit: Self.city, places: [Self.city, Self.district], previous: ["amount": 7],
            current: current,
            entries: [
                "parks": [
                    RegisterEntry(
                        unit: "A1", name: "=园区 <1>", organisationCode: "91340000MA2MQ0QX3A",
                        recognition: Validity(
                            from: CalendarDate(year: 2019, month: 2, day: 28),
                            until: CalendarDate(year: 2020, month: 3, day: 1)),
                        fields: ["class": "省级"], origin: Origin(file: "", row: 0, column: "", note: "注"))
                ]
            ])
    }

    private func read(
        _ workbook: Workbook, period: Int = 2020, assessment: String = "s", definition: String = "x",
        rules: Set<NumberRule> = [.percentSigns, .chineseUnits]
    ) throws -> ReportedContents {
        let sheets = try FilledWorkbook.read(try WorkbookFile.bytes(of: workbook), file: "A.xlsx")
        var reading = FormReading(
            sheets, file: "A.xlsx",
            FormReading.Expectation(
                assessment: assessment, period: Period(year: period), standard: standard(definition: definition),
                units: Self.units, rules: rules))
        return try reading.read()
    }

    private func problems(
        _ workbook: Workbook, period: Int = 2020, definition: String = "x",
        rules: Set<NumberRule> = [.percentSigns, .chineseUnits]
    ) -> String {
        do {
            _ = try read(workbook, period: period, definition: definition, rules: rules)
            return "taken"
        } catch {
            return "\(error)"
        }
    }

    /// A form with something in a cell of its sheet of values, in place of what stands there.
    private func filled(_ row: Int, _ column: Int, _ content: Cell.Content) -> Workbook {
        var workbook = form().workbook
        workbook.sheets[1].cells.removeAll { $0.row == row && $0.column == column }
        workbook.sheets[1].put(row, column, Cell(content))
        return workbook
    }

    @Test("Values and entries come back with their cells", arguments: [[Language.chinese], [.english, .chinese]])
    func roundTrip(languages: [Language]) throws {
        let contents = try read(form(["amount": 1234.5, "is_open": 1], languages: languages).workbook)
        #expect(contents.values.map(\.number) == [1234.5, 1])
        #expect(contents.values.map(\.origin.cell) == ["G5", "G6"])
        #expect(contents.blank.map(\.variable) == ["share"])
        let entry = try #require(contents.registers["parks"]?.first)
        #expect(entry.unit == "A1" && entry.name == "=园区 <1>" && entry.fields == ["class": "省级"])
        #expect(entry.recognition.from == CalendarDate(year: 2019, month: 2, day: 28))
        #expect(entry.recognition.until == CalendarDate(year: 2020, month: 3, day: 1))
        #expect(entry.origin.cell == "B5" && entry.origin.note == "注")
    }

    @Test("Texts that the rules convert, and reasons for no value")
    func texts() throws {
        #expect(try read(filled(4, 6, .text("1.5万元"))).values.map(\.number) == [15000])
        #expect(try read(filled(6, 6, .text("12.5%"))).values.map(\.number) == [12.5])
        #expect(try read(filled(5, 6, .text("否"))).values.map(\.number) == [0])
        #expect(try read(filled(4, 7, .text("不适用 / not applicable"))).values.map(\.reason) == [.notApplicable])
    }

    @Test("What cannot be taken is told at its cell")
    func cells() {
        #expect(
            problems(filled(4, 6, .text("约3万")))
                == "A.xlsx:数据 Data!G5: ‘约3万’ is not a number; expected digits with a decimal point; ‘numbers’ of the "
                + "collection does not declare thousands_separators, full_width_digits")
        #expect(
            problems(filled(5, 6, .number(2)))
                == "A.xlsx:数据 Data!G6: ‘2’ is neither yes nor no; expected 是/yes or 否/no")
        #expect(problems(filled(4, 7, .text("没有"))).hasPrefix("A.xlsx:数据 Data!H5: ‘没有’ is no reason; expected one of"))
        #expect(
            problems(filled(4, 0, .text("other"))).hasPrefix(
                "A.xlsx:数据 Data!A5: the form was altered: ‘other’ stands here; expected ‘amount’"))
        #expect(
            problems(filled(9, 6, .number(1)))
                == "A.xlsx:数据 Data!G10: there is something below the last row; expected nothing below row 7")
    }

    /// A form whose register lists nothing, with something in the cell for the statement that there is none.
    private func withoutEntries(_ statement: String?) -> Workbook {
        var workbook = form().workbook
        workbook.sheets[2].cells.removeAll {
            $0.row == 4 || $0.row == FormLayout.noneRow && $0.column == FormLayout.noneAnswer
        }
        if let statement {
            workbook.sheets[2].put(FormLayout.noneRow, FormLayout.noneAnswer, Cell(.text(statement)))
        }
        return workbook
    }

    @Test("Where a row was put in, the first place says so and no other one")
    func inserted() {
        var workbook = form().workbook
        for index in workbook.sheets[1].cells.indices where workbook.sheets[1].cells[index].row >= 5 {
            workbook.sheets[1].cells[index].row += 1
        }
        let told = problems(workbook)
        #expect(told.hasPrefix("A.xlsx:数据 Data!A6: the form was altered: ‘’ stands here; expected ‘is_open’"))
        #expect(!told.contains("\n"))
    }

    @Test("A register sheet states that there is none, lists entries, or is no report")
    func noEntries() throws {
        for words in ["没有 / none", "没有", "None"] {
            #expect(try read(withoutEntries(words)).registers == ["parks": []])
        }
        let blank = try read(withoutEntries(nil))
        #expect(blank.registers == [:] && blank.blankRegisters == ["parks"])
        #expect(
            problems(withoutEntries("有"))
                == "A.xlsx:园区!E2: ‘有’ does not say that there is none; expected ‘没有 / none’, or nothing")
        var both = form().workbook
        both.sheets[2].cells.removeAll { $0.row == FormLayout.noneRow && $0.column == FormLayout.noneAnswer }
        both.sheets[2].put(FormLayout.noneRow, FormLayout.noneAnswer, Cell(.text("没有 / none")))
        #expect(
            problems(both)
                == "A.xlsx:园区!E2: the sheet states that there is none and lists an item; expected one of the two")
    }

    @Test("A cell that is shown as a percentage counts as what it shows, for a variable in %")
    func percentages() throws {
        func shown(_ row: Int, _ number: Double) -> Workbook {
            var workbook = form().workbook
            workbook.sheets[1].cells.removeAll { $0.row == row && $0.column == 6 }
            workbook.sheets[1].put(row, 6, Cell(.number(number), CellStyle(.entry, "0.0%")))
            return workbook
        }
        #expect(try read(shown(6, 0.476)).values.map(\.number) == [47.6])
        #expect(try read(shown(6, 0.0035)).values.map(\.number) == [0.35])
        #expect(try read(shown(6, -1.2)).values.map(\.number) == [-120])
        #expect(try read(shown(6, 0)).values.map(\.number) == [0])
        #expect(
            problems(shown(6, 0.476), rules: [])
                == "A.xlsx:数据 Data!G7: the cell shows 47.6% and holds 0.476; expected 47.6 in a cell that is formatted as a "
                + "number; ‘numbers’ of the collection does not declare percent_signs")
        #expect(
            problems(shown(4, 0.476)).hasPrefix(
                "A.xlsx:数据 Data!G5: the cell shows 47.6% and holds 0.476, and amount is not measured in %; expected a number"
            ))
    }

    @Test("A form of another year, standard or assessment is refused as a whole")
    func others() {
        #expect(
            problems(form().workbook, period: 2021) == "A.xlsx:1:1: the form is of 2020; expected a form of 2021")
        #expect(
            problems(form().workbook, definition: "y").hasPrefix(
                "A.xlsx:1:1: the form was written for another standard: what is asked has changed since"))
        var other = form().workbook
        other.sheets.removeLast()
        #expect(problems(other).hasPrefix("A.xlsx:1:1: the workbook is no form of an assessment"))
        var lacking = form().workbook
        lacking.sheets.remove(at: 2)
        #expect(problems(lacking).hasPrefix("A.xlsx:1:1: the sheet ‘园区’ is gone"))
    }
}
