internal import AssessmentCore

/// A register in use, with its entries.
struct CheckedRegister {
    let description: RegisterDescription
    let entries: [RegisterEntry]
}

extension CheckedData {
    /// The registers in use that were handed in, in the order of the framework.
    var registers: [CheckedRegister] {
        var seen: Set<String> = []
        return specification.framework.subtree.flatMap { node -> [CheckedRegister] in
            guard let use = node.measure, let indicator = catalogue.indicators[use.indicator] else { return [] }
            return indicator.description.registers.compactMap { register in
                guard seen.insert(register.id).inserted, let entries = data.registers[register.id],
                    catalogue.registers[register.id] != nil, !(indicator is TaskCompletion)
                else { return nil }
                return CheckedRegister(description: register, entries: entries)
            }
        }
    }

    /// Whether some node that reads a register assesses a unit.
    func isAsked(_ register: RegisterDescription, of unit: AssessedUnit) -> Bool {
        specification.framework.subtree.contains { node in
            guard let use = node.measure, let indicator = catalogue.indicators[use.indicator] else { return false }
            return indicator.description.registers.contains { $0.id == register.id } && node.applies(to: unit)
        }
    }

    func finding(
        _ rule: AppliedRule, _ register: RegisterDescription, remark: BilingualText? = nil,
        _ cases: [CheckFinding.Case]
    ) -> [CheckFinding] {
        guard !cases.isEmpty else { return [] }
        let keeper = register.keptBy.zh.isEmpty ? BilingualText(zh: "名录管理部门", en: "Its keeper") : register.keptBy
        return [
            CheckFinding(
                check: rule.rule.id, rule: rule.rule.id, name: rule.rule.name, severity: rule.severity,
                register: register.id, subject: register.name, remark: remark, question: rule.rule.question,
                askedOf: keeper, cases: cases)
        ]
    }
}
