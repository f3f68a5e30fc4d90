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
                    id: "class", name: BilingualText(zh: "类别", en: "Class"), accepted: ["国家级", "省级"]),
                RegisterDescription.Field(
                    id: "use", name: BilingualText(zh: "用途", en: "Use"), accepted: ["office", "storage"],
                    names: ["office": BilingualText(zh: "办公", en: "Offices")], isRequired: false),
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
                        fields: ["class": "省级", "use": "office"],
                        origin: Origin(file: "", row: 0, column: "", note: "注"))
                ]
            ])
    }

    private func read(
        _ workbook: Workbook, period: Int = 2020, assessment: String = "s", definition: String = "x",
        rules: Set<NumberRule> = [.percentSigns, .chineseUnits]
    ) throws -> ReportedContents {
        let filled = try FilledWorkbook(try WorkbookFile.bytes(of: workbook), file: "A.xlsx")
        var reading = FormReading(
            filled, file: "A.xlsx",
            FormReading.Expectation(
                assessment: assessment, period: Period(year: period), standard: standard(definition: definition),
                units: Self.units, rules: rules, previous: { _, variable in variable == "amount" ? 7 : nil }))
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
        #expect(entry.unit == "A1" && entry.name == "=园区 <1>" && entry.fields == ["class": "省级", "use": "office"])
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

    /// A form with something in a cell of a register's sheet, in place of what stands there.
    private func listed(_ row: Int, _ column: Int, _ cell: Cell) -> Workbook {
        var workbook = form().workbook
        workbook.sheets[2].cells.removeAll { $0.row == row && $0.column == column }
        workbook.sheets[2].put(row, column, cell)
        return workbook
    }

    @Test("Accepted values are offered by their names, and understood in either language or as they are")
    func names() throws {
        let offered = form().workbook.sheets[2].cells.first { $0.row == 4 && $0.column == 6 }
        #expect(offered.map { "\($0.cell.content)" }?.contains("办公 / Offices") == true)
        for (text, value) in [
            ("办公", "office"), ("Offices / 办公", "office"), ("office", "office"), ("storage", "storage"),
        ] {
            let entry = try read(listed(4, 6, Cell(.text(text)))).registers["parks"]?.first
            #expect(entry?.fields["use"] == value)
        }
        #expect(
            problems(listed(4, 6, Cell(.text("住宅"))))
                == "A.xlsx:园区!G5: ‘住宅’ is not known here; expected one of 办公 / Offices, storage")
    }

    @Test("A code that a spreadsheet program took for a number is refused, and so is a number that lost its digits")
    func lostDigits() throws {
        #expect(
            problems(listed(4, 2, Cell(.number(340_100_198_001_011_264)))).hasPrefix(
                "A.xlsx:园区!C5: the cell holds the number 3.401001980010113e+17: a spreadsheet program took the digits for a "
                    + "number, of which it keeps 15, without zeros in front; expected the cell formatted as text"))
        #expect(problems(listed(4, 2, Cell(.number(12)))).hasPrefix("A.xlsx:园区!C5: the cell holds the number 12:"))
        #expect(
            problems(filled(4, 6, .number(1_000_000_000_000_000))).hasPrefix(
                "A.xlsx:数据 Data!G5: the number has 16 digits or more, of which spreadsheet programs keep 15"))
        #expect(try read(filled(4, 6, .number(999_999_999_999_999))).values.map(\.number) == [999_999_999_999_999])
    }

    @Test("A day or a time in the place of a number, and a time in the place of a day, are told as what the cell shows")
    func times() throws {
        func shown(_ number: Double, _ format: String) -> Workbook {
            var workbook = form().workbook
            workbook.sheets[1].cells.removeAll { $0.row == 4 && $0.column == 6 }
            workbook.sheets[1].put(4, 6, Cell(.number(number), CellStyle(.entry, format)))
            return workbook
        }
        #expect(
            problems(shown(44_196.5, "yyyy-mm-dd hh:mm")).hasPrefix(
                "A.xlsx:数据 Data!G5: the cell holds the date 2020-12-31; expected a cell that is formatted as a number, not as a "
                    + "day or time, and a number in ‘元’"))
        #expect(
            problems(shown(0.5, "hh:mm")).hasPrefix("A.xlsx:数据 Data!G5: the cell holds the time 12:00; expected a cell")
        )
        #expect(
            problems(listed(4, 3, Cell(.number(0.25), CellStyle(.entry, "hh:mm"))))
                == "A.xlsx:园区!D5: the cell holds the time 06:00 without a day; expected a date such as 2020-12-31")
        let day = try read(listed(4, 3, Cell(.number(43_524.75), CellStyle(.entry, "yyyy-mm-dd hh:mm"))))
        #expect(day.registers["parks"]?.first?.recognition.from == CalendarDate(year: 2019, month: 2, day: 28))
    }

    @Test("What stands beside the cells of a form is taken by nobody, and told")
    func passedOver() throws {
        #expect(try read(form().workbook).passedOver == [])
        var workbook = form().workbook
        workbook.sheets[0].put(1, 3, .text("见附件"))
        workbook.sheets[1].put(2, 4, .text("数据为快报数"))
        workbook.sheets[1].put(4, 10, .text("待核"))
        workbook.sheets[1].cells.removeAll { $0.row == 5 && $0.column == 4 }
        workbook.sheets[1].put(5, 4, .text("另一口径"))
        workbook.sheets[2].put(0, 7, .text("共一家"))
        var further = Sheet("附表")
        further.put(3, 1, .text("x"))
        workbook.sheets.insert(further, at: 3)
        let told = try read(workbook).passedOver.map(\.description)
        for expected in [
            "A.xlsx:数据 Data!E3: ‘数据为快报数’ stands beside the form, and was passed over; expected remarks in the column ‘备注 Note’",
            "A.xlsx:数据 Data!K5: ‘待核’ stands beside the form",
            "A.xlsx:数据 Data!E6: ‘另一口径’ stands where ‘口径 Definition’ was printed, and was passed over",
            "A.xlsx:说明 Guide!D2: ‘见附件’ stands beside the form",
            "A.xlsx:园区!H1: ‘共一家’ stands beside the form",
            "A.xlsx:附表!B4: the sheet is no part of the form, and was passed over",
        ] {
            #expect(told.contains { $0.hasPrefix(expected) }, "\(expected) in \(told)")
        }
        #expect(told.count == 6)
        for (row, content, expected) in [
            (
                4, Cell.Content.number(8),
                "F5: ‘8’ stands for 2019, where 7 is known, and was passed over; expected values of 2020 alone"
            ),
            (5, .text("1"), "F6: ‘1’ stands for 2019, where nothing is known, and was passed over"),
            (4, .blank, "F5: nothing stands for 2019, where 7 is known, and was passed over"),
        ] {
            let told = try read(filled(row, 5, content)).passedOver.map(\.description)
            #expect(told.count == 1 && told.allSatisfy { $0.hasPrefix("A.xlsx:数据 Data!" + expected) }, "\(told)")
        }
    }

    @Test("Comments on cells are not read, and told")
    func comments() throws {
        var workbook = form().workbook
        var cell = Cell(.text("说明"))
        cell.note = "来自统计年鉴"
        workbook.sheets[1].cells.removeAll { $0.row == 4 && $0.column == 8 }
        workbook.sheets[1].put(4, 8, cell)
        #expect(
            try read(workbook).passedOver.map(\.description) == [
                "A.xlsx:1:1: the comments on its cells were passed over; expected remarks in the column ‘备注 Note’"
            ])
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
