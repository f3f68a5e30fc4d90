internal import AssessmentCore

/// Finds organisation codes that break GB 32100.
struct OrganisationCodeRule {
    let rule: AppliedRule
    let checked: CheckedData

    init(_ rule: AppliedRule, _ checked: CheckedData) {
        self.rule = rule
        self.checked = checked
    }

    func findings() -> [CheckFinding] {
        checked.registers.flatMap { register in
            let cases = register.entries.filter { !$0.organisationCode.isEmpty }.compactMap { entry in
                entry.organisationCodeFault.map { fault in
                    CheckFinding.Case(
                        unit: entry.unit,
                        text: BilingualText(
                            zh: "\(entry.name)（\(entry.organisationCode)）：\(fault.name.zh)",
                            en: "\(entry.name) (\(entry.organisationCode)): \(fault.name.en)"),
                        origins: [entry.origin])
                }
            }
            return checked.finding(rule, register.description, cases)
        }
    }
}

/// Finds entries without an organisation code.
struct MissingCodeRule {
    let rule: AppliedRule
    let checked: CheckedData

    init(_ rule: AppliedRule, _ checked: CheckedData) {
        self.rule = rule
        self.checked = checked
    }

    func findings() -> [CheckFinding] {
        checked.registers.flatMap { register -> [CheckFinding] in
            let without = register.entries.filter(\.organisationCode.isEmpty)
            // A register that lists no organisations would be told entry by entry.
            if without.count == register.entries.count, without.count > 1 {
                let count = without.count
                return checked.finding(
                    rule, register.description,
                    [
                        CheckFinding.Case(
                            text: BilingualText(
                                zh: "全部\(count)条均无代码", en: "none of its \(count) entries has a code"))
                    ])
            }
            return checked.finding(
                rule, register.description,
                without.map { entry in
                    CheckFinding.Case(
                        unit: entry.unit, text: BilingualText(same: entry.name), origins: [entry.origin])
                })
        }
    }
}

/// Finds organisations, or names without one, that are recognised in two units at a time.
struct RegisteredTwiceRule {
    let rule: AppliedRule
    let checked: CheckedData

    init(_ rule: AppliedRule, _ checked: CheckedData) {
        self.rule = rule
        self.checked = checked
    }

    private struct Key: Hashable {
        let code: String
        let name: String
    }

    func findings() -> [CheckFinding] {
        guard let day = checked.reviewDay else { return [] }
        return checked.registers.flatMap { register -> [CheckFinding] in
            let valid = register.entries.indices.filter { register.entries[$0].recognition.contains(day) }
            let groups = Dictionary(grouping: valid) { place -> Key in
                let entry = register.entries[place]
                return entry.organisationCode.isEmpty
                    ? Key(code: "", name: foldedName(entry.name)) : Key(code: entry.organisationCode, name: "")
            }
            let repeated = groups.values.filter { Set($0.map { register.entries[$0].unit }).count > 1 }
                .sorted { ($0.first ?? 0) < ($1.first ?? 0) }
            return checked.finding(rule, register.description, repeated.flatMap { cases($0, register) })
        }
    }

    private func cases(_ places: [Int], _ register: CheckedRegister) -> [CheckFinding.Case] {
        places.map { place in
            let entry = register.entries[place]
            let others = places.filter { register.entries[$0].unit != entry.unit }.map { place in
                let other = register.entries[place]
                let unit = checked.data.units[other.unit]?.name ?? BilingualText(same: other.unit)
                return other.name == entry.name
                    ? unit : BilingualText(zh: "\(unit.zh)（\(other.name)）", en: "\(unit.en) (\(other.name))")
            }
            let code = entry.organisationCode
            return CheckFinding.Case(
                unit: entry.unit,
                text: BilingualText(
                    zh: "\(entry.name)\(code.isEmpty ? "" : "（\(code)）")，也列在\(others.map(\.zh).joined(separator: "、"))",
                    en: "\(entry.name)\(code.isEmpty ? "" : " (\(code))"), also listed in "
                        + others.map(\.en).joined(separator: ", ")),
                origins: [entry.origin])
        }
    }
}
