import AssessmentCore

/// A domain of sixty indicators: shares, rates and growth over variables of its own and one denominator for all.
struct BenchmarkDomain: DomainPlugin {
    static let count = 60

    let description: PluginDescription
    let statements: [PolicyStatement] = []
    let indicators: [any Indicator]

    init(id: String) {
        description = PluginDescription(
            id: id, prefix: "benchmark", version: "1", name: BilingualText(zh: "基准", en: "Benchmark"),
            summary: BilingualText(zh: "基准", en: "A benchmark"))
        indicators = (0..<BenchmarkDomain.count).map(BenchmarkDomain.indicator)
    }

    static func variable(_ index: Int, _ part: String) -> Variable {
        Variable(
            id: "variable_\(index)_\(part)",
            name: BilingualText(zh: "变量\(index)\(part)", en: "Variable \(index) \(part)"),
            definition: BilingualText(zh: "生成的数", en: "A generated number"), unitOfMeasure: .count,
            reportedBy: BilingualText(zh: "统计局", en: "Statistics bureau"))
    }

    private static func indicator(_ index: Int) -> any Indicator {
        let (first, second) = (variable(index, "a"), variable(index, "b"))
        let formula: Formula =
            switch index % 3 {
            case 0: .share(first, of: second)
            case 1: .rate(first, per: 10_000, of: .residentPopulation)
            default: .growth(first)
            }
        let variables =
            switch index % 3 {
            case 0: [first, second]
            case 1: [first, .residentPopulation]
            default: [first]
            }
        return FormulaIndicator(
            IndicatorDescription(
                id: "benchmark.indicator_\(index)", name: BilingualText(zh: "指标\(index)", en: "Indicator \(index)"),
                definition: BilingualText(zh: "生成的指标", en: "A generated indicator"),
                rationale: BilingualText(zh: "基准", en: "Benchmark"), unitOfMeasure: .percent, statements: [],
                variables: variables, examples: []), formula: formula)
    }
}
