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
                    let isCounted = checked.period.lastDay.map(entry.recognition.contains) ?? false
                    return found(
                        entry,
                        BilingualText(
                            zh: "认定于\(from)，晚于评估时点\(day)，\(isCounted ? "却计数" : "不计数")",
                            en: "recognised on \(from), after the review date \(day); it "
                                + (isCounted ? "is counted" : "does not count")))
                }
                guard let first, from < first else { return nil }
                return found(
                    entry,
                    BilingualText(
                        zh: "认定于\(from)，早于名录设立之日\(first)",
                        en: "recognised on \(from), before registers existed (\(first))"))
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

/// Finds entries that are counted at the end of the period and were withdrawn by the review date.
struct WithdrawnRule {
    let rule: AppliedRule
    let checked: CheckedData

    init(_ rule: AppliedRule, _ checked: CheckedData) {
        self.rule = rule
        self.checked = checked
    }

    func findings() -> [CheckFinding] {
        guard let day = checked.reviewDay, let end = checked.period.lastDay else { return [] }
        return checked.registers.flatMap { register in
            let cases = register.entries.compactMap { entry -> CheckFinding.Case? in
                guard let until = entry.recognition.until, until <= day, entry.recognition.contains(end) else {
                    return nil
                }
                return CheckFinding.Case(
                    unit: entry.unit,
                    text: BilingualText(
                        zh: "\(entry.name)：\(until)撤销，\(end)尚有效，故计数",
                        en: "\(entry.name): withdrawn on \(until); it held on \(end) and is counted"),
                    origins: [entry.origin])
            }
            return checked.finding(rule, register.description, cases)
        }
    }
}

/// Finds entries of units that are not in force on the review date, a case for each such unit.
struct RegisterUnitRule {
    let rule: AppliedRule
    let checked: CheckedData

    init(_ rule: AppliedRule, _ checked: CheckedData) {
        self.rule = rule
        self.checked = checked
    }

    func findings() -> [CheckFinding] {
        guard let day = checked.reviewDay else { return [] }
        return checked.registers.flatMap { register -> [CheckFinding] in
            let old = register.entries.filter { entry in
                entry.recognition.contains(day)
                    && !(checked.data.units[entry.unit]?.validity.contains(day) ?? true)
            }
            let entries = Dictionary(grouping: old, by: \.unit)
            let cases = checked.data.units.units.compactMap { unit in
                entries[unit.code].map { found(unit, $0, on: day) }
            }
            return checked.finding(rule, register.description, cases)
        }
    }

    private func found(_ unit: AssessedUnit, _ entries: [RegisterEntry], on day: CalendarDate) -> CheckFinding.Case {
        let successor = unit.successor.flatMap { checked.data.units[$0] }
        let count = entries.count
        return CheckFinding.Case(
            unit: unit.code,
            text: BilingualText(
                zh: "\(day)已不存在，仍有\(count)条" + (successor.map { "；现为\($0.name.zh)（\($0.code)）" } ?? ""),
                en: "not in force on \(day), with \(count) \(count == 1 ? "entry" : "entries")"
                    + (successor.map { "; it is \($0.name.en) (\($0.code)) now" } ?? "")),
            origins: entries.map(\.origin))
    }
}
