internal import AssessmentCore

/// Finds entries that are recognised after the review date, or before registers existed.
struct RegisterDateRule {
    let rule: AppliedRule
    let checked: CheckedData

    init(_ rule: AppliedRule, _ checked: CheckedData) {
        self.rule = rule
        self.checked = checked
    }

    func findings() -> [CheckFinding] {
        guard let day = checked.reviewDay else { return [] }
        let first = CalendarDate(rule.text("not_before"))
        return checked.registers.flatMap { register in
            let cases = register.entries.compactMap { entry -> CheckFinding.Case? in
                guard let from = entry.recognition.from else { return nil }
                if from > day {
                    return found(
                        entry,
                        BilingualText(
                            zh: "认定于\(from)，晚于评估时点\(day)，不计数",
                            en: "recognised on \(from), after the review date \(day); it does not count"))
                }
                guard let first, from < first else { return nil }
                return found(
                    entry,
                    BilingualText(
                        zh: "认定于\(from)，早于名录设立之日\(first)", en: "recognised on \(from), before registers existed (\(first))"))
            }
            return checked.finding(rule, register.description, cases)
        }
    }

    private func found(_ entry: RegisterEntry, _ text: BilingualText) -> CheckFinding.Case {
        CheckFinding.Case(
            unit: entry.unit,
            text: BilingualText(zh: "\(entry.name)：\(text.zh)", en: "\(entry.name): \(text.en)"),
            origins: [entry.origin])
    }
}

/// Finds entries that were withdrawn within the assessed period.
struct WithdrawnRule {
    let rule: AppliedRule
    let checked: CheckedData

    init(_ rule: AppliedRule, _ checked: CheckedData) {
        self.rule = rule
        self.checked = checked
    }

    func findings() -> [CheckFinding] {
        guard let day = checked.reviewDay,
            let start = CalendarDate(year: checked.period.year, month: 1, day: 1)
        else { return [] }
        return checked.registers.flatMap { register in
            let cases = register.entries.compactMap { entry -> CheckFinding.Case? in
                guard let until = entry.recognition.until, until > start, until <= day else { return nil }
                return CheckFinding.Case(
                    unit: entry.unit,
                    text: BilingualText(
                        zh: "\(entry.name)：\(until)撤销，期末不计数",
                        en: "\(entry.name): withdrawn on \(until); it does not count at the end"),
                    origins: [entry.origin])
            }
            return checked.finding(rule, register.description, cases)
        }
    }
}

/// Finds entries of units that are not in force on the review date.
struct RegisterUnitRule {
    let rule: AppliedRule
    let checked: CheckedData

    init(_ rule: AppliedRule, _ checked: CheckedData) {
        self.rule = rule
        self.checked = checked
    }

    func findings() -> [CheckFinding] {
        guard let day = checked.reviewDay else { return [] }
        return checked.registers.flatMap { register in
            let cases = register.entries.compactMap { entry -> CheckFinding.Case? in
                guard entry.recognition.contains(day), let unit = checked.data.units[entry.unit],
                    !unit.validity.contains(day)
                else { return nil }
                let successor = unit.successor.flatMap { checked.data.units[$0]?.name }
                return CheckFinding.Case(
                    unit: entry.unit,
                    text: BilingualText(
                        zh: "\(entry.name)：\(unit.name.zh)在\(day)已不存在"
                            + (successor.map { "，现为\($0.zh)" } ?? ""),
                        en: "\(entry.name): \(unit.name.en) is not in force on \(day)"
                            + (successor.map { "; it is \($0.en) now" } ?? "")),
                    origins: [entry.origin])
            }
            return checked.finding(rule, register.description, cases)
        }
    }
}
