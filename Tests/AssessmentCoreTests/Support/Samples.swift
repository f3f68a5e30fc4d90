import AssessmentCore

/// A unit, period or variable with nothing said of it but what a test is about.
enum Sample {
    static func unit(
        _ code: String, level: String = "city", kind: String = "", parent: String? = nil, from: String? = nil,
        until: String? = nil, successor: String? = nil, classes: [String] = []
    ) -> AssessedUnit {
        AssessedUnit(
            code: code, name: BilingualText(zh: "单元\(code)", en: "Unit \(code)"), level: level, kind: kind,
            parent: parent,
            validity: Validity(from: from.flatMap { CalendarDate($0) }, until: until.flatMap { CalendarDate($0) }),
            successor: successor, classes: classes)
    }

    static func variable(_ id: String, carrying: Variable.Carrying = .sum) -> Variable {
        Variable(
            id: id, name: BilingualText(zh: "变量\(id)", en: "Variable \(id)"),
            definition: BilingualText(same: id), unitOfMeasure: .count, carrying: carrying,
            reportedBy: BilingualText(same: "reporter"))
    }

    static func register(_ id: String) -> RegisterDescription {
        RegisterDescription(
            id: id, name: BilingualText(zh: "名录\(id)", en: "Register \(id)"), definition: BilingualText(same: id),
            keptBy: BilingualText(same: "keeper"))
    }

    static func indicator(
        _ id: String, variables: [Variable] = [], registers: [RegisterDescription] = [], parameters: [Parameter] = []
    ) -> IndicatorDescription {
        IndicatorDescription(
            id: id, name: BilingualText(zh: "指标\(id)", en: "Indicator \(id)"),
            definition: BilingualText(same: "definition of \(id)"), rationale: BilingualText(same: id),
            unitOfMeasure: .percent, statements: [], variables: variables, registers: registers,
            parameters: parameters, examples: [])
    }

    static func origin(_ row: Int = 2) -> Origin {
        Origin(file: "data.csv", row: row, column: "value")
    }

    static func periods(_ years: ClosedRange<Int>) -> [Period] {
        years.map { Period(year: $0) }
    }

    static func period(_ year: Int) -> Period { Period(year: year) }
}
