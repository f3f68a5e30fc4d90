internal import AssessmentCore
internal import AssessmentSpreadsheets

/// The words of a form.
enum FormGuide {
    static let digest = BilingualText(zh: "统计标准摘要（SHA-256）：", en: "Digest of the standard (SHA-256):")
    static let chooseTitle = BilingualText(zh: "请选择", en: "Choose one")
    static let choose = BilingualText(zh: "请从列表中选择；有数值时留空。", en: "Choose from the list; leave it blank beside a value.")
    static let chooseFromList = BilingualText(zh: "请从列表中选择。", en: "Choose from the list.")
    static let numberTitle = BilingualText(zh: "请填数字", en: "A number")
    static let number = BilingualText(
        zh: "只填数字，不带单位；按表中的计量单位换算。", en: "Digits only, without units, converted to the unit of measure of the row.")
    static let yesOrNo = [BilingualText(zh: "是", en: "yes"), BilingualText(zh: "否", en: "no")]
    static let noneQuestion = BilingualText(zh: "无可报项目时选择：", en: "If there is no item, choose:")
    static let chooseNone = BilingualText(
        zh: "没有可报项目时请从列表中选择；有项目时留空。", en: "Choose from the list where there is no item; leave it blank beside items.")
    static let date = BilingualText(zh: "填日期，如2020-12-31。", en: "A date such as 2020-12-31.")
    static let dateTitle = BilingualText(zh: "请填日期", en: "A date")
    static let organisationCode = BilingualText(
        zh: "18位统一社会信用代码，校验码将被核对。",
        en: "The unified social credit code of 18 characters; its check character is verified.")

    /// What the reporter must know, a rule a line.
    static func lines(_ layout: FormLayout) -> [BilingualText] {
        let period = layout.period
        return [
            BilingualText(
                zh: "在“\(FormLayout.values)”表中填写\(period)年的数值，只填浅黄色单元格。计量单位与口径列在每行中，左侧为上年数值。",
                en:
                    "Fill in the values of \(period) on the sheet “\(FormLayout.values)”, in the pale yellow cells only. Unit of "
                    + "measure and definition stand in each row, last year’s value beside."),
            BilingualText(
                zh: "没有数值时，在“无数值的原因”列选择原因。空白单元格不改变此前已报的数值；要撤回已报数值，请选择“撤回原数”。",
                en:
                    "Where there is no value, choose why in the column beside. A blank cell changes nothing that was reported "
                    + "before; to take a figure back, choose “earlier figure withdrawn”."),
            BilingualText(
                zh: "名录表每行一项；填写后整表替换此前所报名录。撤销的项目请保留并填写撤销日期。没有可报项目时，在表头选择“没有”；空白名录表视为未报。",
                en:
                    "A register sheet has an item a row; once filled, it replaces the list reported before. Keep items that "
                    + "were withdrawn, with the date of withdrawal. Where there is no item, choose “none” in its head: a blank "
                    + "sheet is not a report."),
            BilingualText(
                zh: "请勿插入、删除、合并单元格或修改标题与代码；被改动的表格不予接收。公式须已计算出结果。",
                en:
                    "Do not insert, delete or merge cells, or change headings and codes: an altered form is not taken. A "
                    + "formula must have its result."),
            BilingualText(
                zh: "需要更正时，改后重新报送本表，此前的数值作为历次修订保留。",
                en:
                    "To correct a figure, change it and send the form again; what was reported before is kept as an earlier "
                    + "revision."),
        ]
    }

    /// A text of at most so many characters.
    static func cut(_ text: String, _ limit: Int) -> String {
        text.utf16.count <= limit ? text : String(text.prefix(limit / 2 - 1)) + "…"
    }

    /// The height of a row whose texts are wrapped in columns of some widths, in points.
    static func height(of texts: [(text: String, width: Double)]) -> Double {
        let lines = texts.map { text, width in
            text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0.0) { lines, line in
                lines + max(1, (Sheet.width(of: String(line)) / width).rounded(.up))
            }
        }
        return 15 * max(1, min(lines.max() ?? 1, 20)) + 3
    }
}

extension RegisterColumn {
    /// How a cell of the column looks.
    var style: CellStyle {
        switch kind {
        case .recognisedOn, .withdrawnOn: CellStyle(.entry, "yyyy-mm-dd")
        // Codes of digits alone must stay texts.
        case .unit, .organisationCode: CellStyle(.entry, "@")
        case .name, .field, .note: CellStyle(.entryText)
        }
    }

    /// What a cell of a known entry holds.
    func content(of entry: RegisterEntry, _ layout: FormLayout) -> Cell.Content {
        func text(_ text: String) -> Cell.Content { text.isEmpty ? .blank : .text(text) }
        return switch kind {
        case .unit: .text(entry.unit)
        case .name: .text(entry.name)
        case .organisationCode: text(entry.organisationCode)
        case .recognisedOn: entry.recognition.from.map { .date($0) } ?? .blank
        case .withdrawnOn: entry.recognition.until.map { .date($0) } ?? .blank
        case .field: text(entry.fields[id].map { word(for: $0, layout) } ?? "")
        case .note: text(entry.origin.note)
        }
    }

    /// What a form offers for an accepted value: its name in the languages of the form, if the list of all is no longer than a
    /// workbook takes, else in its first one; the value where it has none.
    func word(for value: String, _ layout: FormLayout) -> String {
        func words(_ languages: [Language]) -> [String] {
            accepted.map { value in
                guard let name = field?.names[value] else { return value }
                let texts = languages.map { name[$0] }
                return texts.count == 2 && texts[0] == texts[1] ? texts[0] : texts.joined(separator: " / ")
            }
        }
        let all = words(layout.languages)
        let offered = RegisterColumn.list(all) == nil ? words(Array(layout.languages.prefix(1))) : all
        return accepted.firstIndex(of: value).map { offered[$0] } ?? value
    }

    /// What may be entered into its cells; nothing where any text may.
    func rule(_ block: Sheet.Block, places: [AssessedUnit], _ layout: FormLayout) -> EntryRule? {
        let choose = (layout.text(FormGuide.chooseTitle), layout.text(FormGuide.chooseFromList, separator: "\n"))
        switch kind {
        case .unit: return RegisterColumn.list(places.map(\.code)).map { EntryRule(block, $0, refusal: choose) }
        case .field:
            return RegisterColumn.list(accepted.map { word(for: $0, layout) }).map {
                EntryRule(block, $0, refusal: choose)
            }
        case .recognisedOn, .withdrawnOn:
            let words = (layout.text(FormGuide.dateTitle), layout.text(FormGuide.date, separator: "\n"))
            return EntryRule(
                block, .date(from: CalendarDate(year: 1949, month: 10, day: 1), to: nil), refusal: words)
        case .organisationCode:
            return EntryRule(
                block, .length(atLeast: 18, atMost: 18),
                prompt: (
                    FormGuide.cut(layout.text(name), 32), layout.text(FormGuide.organisationCode, separator: "\n")
                ),
                stops: false)
        case .name, .note: return nil
        }
    }

    /// A list to choose from, where it fits into what a workbook holds of one.
    private static func list(_ texts: [String]) -> EntryRule.Kind? {
        let length = texts.reduce(0) { $0 + $1.utf16.count + 1 }
        guard !texts.isEmpty, length <= 255, !texts.contains(where: { $0.contains(",") }) else { return nil }
        return .texts(texts)
    }
}
