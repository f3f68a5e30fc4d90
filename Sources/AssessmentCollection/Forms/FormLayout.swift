internal import AssessmentCore
internal import AssessmentData
internal import AssessmentSpreadsheets

/// Where everything stands in the form of a standard: what writes forms and what reads them go by it alone.
struct FormLayout {
    /// A column of the sheet of values.
    enum ValueColumn: Int, CaseIterable {
        case code, name, unitOfMeasure, department, definition, previous, value, status, note

        /// Whether the reporter fills it in.
        var isFilledIn: Bool { rawValue >= ValueColumn.value.rawValue }
        /// Whether a change of its printed text would change what a value means.
        var isBinding: Bool { self == .code || self == .name || self == .unitOfMeasure }
    }

    /// A sheet of a register.
    struct RegisterSheet {
        let register: RegisterDescription
        let name: String
        let columns: [RegisterColumn]
    }

    /// The row of the headings of every sheet, and the first one below it, from zero.
    static let headingRow = 3
    static let firstRow = 4
    /// Where a sheet of a register asks whether there is none, and where that is stated.
    static let noneRow = 1
    static let noneQuestion = 3
    static let noneAnswer = 4
    static let none = BilingualText(zh: "没有", en: "none")
    static let guide = "说明 Guide"
    static let values = "数据 Data"

    let variables: [Variable]
    /// What the checks expect of a variable alone, by its id.
    let limits: [String: EntryLimits]
    let registers: [RegisterSheet]
    let period: Period
    let languages: [Language]

    init(_ standard: StatisticalStandard, period: Period, languages: [Language]) {
        variables = standard.collected
        limits = Dictionary(
            standard.items.compactMap { item in EntryLimits(item.checks).map { (item.variable.id, $0) } },
            uniquingKeysWith: { first, _ in first })
        self.period = period
        self.languages = languages
        var taken = [FormLayout.guide, FormLayout.values, FormIdentity.sheet]
        registers = standard.collectedRegisters.map { register in
            let name = CellText.sheetName(register.name.zh, among: taken)
            taken.append(name)
            return RegisterSheet(register: register, name: name, columns: RegisterColumn.columns(of: register))
        }
    }

    /// A text in the languages of the form.
    func text(_ text: BilingualText, separator: String = " ") -> String {
        let texts = languages.map { text[$0] }
        return texts.count == 2 && texts[0] == texts[1] ? texts[0] : texts.joined(separator: separator)
    }

    /// The heading of a column of values.
    func heading(_ column: ValueColumn) -> String {
        let last = period.year - 1
        let heading =
            switch column {
            case .code: BilingualText(zh: "代码", en: "Code")
            case .name: BilingualText(zh: "名称", en: "Name")
            case .unitOfMeasure: BilingualText(zh: "计量单位", en: "Unit of measure")
            case .department: BilingualText(zh: "数据来源部门", en: "Reported by")
            case .definition: BilingualText(zh: "口径", en: "Definition")
            case .previous: BilingualText(zh: "\(last)年数值", en: "Value of \(last)")
            case .value: BilingualText(zh: "\(period)年数值", en: "Value of \(period)")
            case .status: BilingualText(zh: "无数值的原因", en: "Reason without a value")
            case .note: BilingualText(zh: "备注", en: "Note")
            }
        return text(heading, separator: "\n")
    }

    /// The printed text of a variable in a column; empty where it is filled in.
    func label(of variable: Variable, _ column: ValueColumn) -> String {
        switch column {
        case .code: variable.id
        case .name: text(variable.name, separator: "\n")
        case .unitOfMeasure: text(variable.unitOfMeasure.symbol)
        case .department: text(variable.reportedBy, separator: "\n")
        case .definition: text(variable.definition, separator: "\n")
        case .previous, .value, .status, .note: ""
        }
    }

    /// The heading of a column of a register.
    func heading(_ column: RegisterColumn) -> String {
        text(column.name, separator: "\n") + (column.isRequired ? " *" : "")
    }

    /// Whether a text states that there is none, in the words of any language.
    static func statesNone(_ text: String) -> Bool {
        [none.zh, none.en, "\(none.zh) / \(none.en)", "\(none.en) / \(none.zh)", "无"].contains(text.lowercased())
    }

    /// The words that a form offers for why there is no value.
    func word(for reason: Reason) -> String {
        text(ReportedValue.words[reason] ?? reason.name, separator: " / ")
    }
}
