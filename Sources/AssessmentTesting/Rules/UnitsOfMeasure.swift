internal import AssessmentCore

extension ConformanceRule {
    /// Quantities fit each other.
    public static let unitsOfMeasure = ConformanceRule(
        "units_of_measure",
        BilingualText(
            zh: "同一编号只有一个定义；公式中相加、相减、比较的量计量单位相同，百分比的结果无量纲",
            en: "A variable has one definition, and formulas add and compare like with like")
    ) { plugin in
        let indicators = plugin.indicators.map(\.description)
        var findings: [Finding] = []
        var (variables, registers): ([String: Variable], [String: RegisterDescription]) = ([:], [:])
        for indicator in indicators {
            findings += decimalsFindings(indicator.id, indicator.unitOfMeasure)
            for variable in indicator.variables {
                findings += decimalsFindings(variable.id, variable.unitOfMeasure)
                let known = variables[variable.id] ?? variable
                variables[variable.id] = known
                if known != variable { findings.append(Finding(variable.id, "is defined in two different ways")) }
            }
            for register in indicator.registers {
                let known = registers[register.id] ?? register
                registers[register.id] = known
                if known != register { findings.append(Finding(register.id, "is defined in two different ways")) }
            }
        }
        return findings + plugin.indicators.compactMap { $0 as? FormulaIndicator }.flatMap(formulaFindings)
    }
}

private func decimalsFindings(_ id: String, _ unit: UnitOfMeasure) -> [Finding] {
    (0...10).contains(unit.decimals)
        ? [] : [Finding(id, "is shown with \(unit.decimals) decimals; expected 0 to 10")]
}

private func formulaFindings(_ indicator: FormulaIndicator) -> [Finding] {
    let description = indicator.description
    var check = DimensionCheck(
        units: Dictionary(
            description.variables.map { ($0.id, $0.unitOfMeasure) }, uniquingKeysWith: { first, _ in first }))
    let result = check.dimension(of: indicator.formula)
    var texts = check.faults
    if texts.isEmpty, let result, let fault = result.fault(asResultIn: description.unitOfMeasure) { texts = [fault] }
    return texts.map { Finding(description.id, $0) }
}
