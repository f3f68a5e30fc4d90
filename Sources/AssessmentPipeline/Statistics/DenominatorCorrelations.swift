internal import AssessmentCore
internal import AssessmentStatistics

/// The correlations of nodes with variables that they may depend on, such as the population of a unit.
///
/// A strong one says that the indicator measures size and should be divided by the variable. Source: W. Becker and others
/// (2022), COINr, Journal of Open Source Software 7(78), 4567.
struct DenominatorCorrelations {
    private let source: StatisticsSource
    private let quantity: StatisticsRequest.Quantity
    private let coefficient: StatisticsRequest.Coefficient
    private let nodes: [String]
    private let variables: [String]
    private let limit: Double

    init(
        _ source: StatisticsSource, _ quantity: StatisticsRequest.Quantity,
        _ coefficient: StatisticsRequest.Coefficient, _ nodes: [String], _ variables: [String], above limit: Double
    ) {
        self.source = source
        self.quantity = quantity
        self.coefficient = coefficient
        self.nodes = nodes
        self.variables = variables
        self.limit = limit
    }

    /// The table: a row a node, a column a variable.
    func table(_ id: String) throws -> StatisticsTable {
        let denominators = try variables.map { variable in
            guard let numbers = source.numbers(ofVariable: variable), numbers.contains(where: { !$0.isNaN }) else {
                throw StatisticsRefusal(
                    text: "the data have no values of the variable ‘\(variable)’; expected a variable with observations"
                )
            }
            return numbers
        }
        var remarks: [BilingualText] = []
        let values = nodes.map { node -> [Double?] in
            let own = source.numbers(of: node, quantity)
            return zip(variables, denominators).map { variable, numbers in
                guard let result = Correlation.compute(own, numbers, coefficient.method) else { return nil }
                if abs(result.coefficient) > limit { remarks.append(remark(node, variable, result.coefficient)) }
                return result.coefficient
            }
        }
        let (own, name) = (StatisticsWording.name(quantity), StatisticsWording.name(coefficient))
        return StatisticsTable(
            id: id,
            title: BilingualText(
                zh: "与规模变量的\(name.zh)相关系数（\(own.zh)）", en: "\(name.en) correlations of \(own.en) with denominators"),
            rows: nodes, columns: variables, values: values, remarks: remarks)
    }

    private func remark(_ node: String, _ variable: String, _ number: Double) -> BilingualText {
        let pair = StatisticsWording.pair(source.name(node), source.name(ofVariable: variable))
        let text = StatisticsWording.text(number)
        return BilingualText(
            zh: "\(pair.zh)高度相关（\(text)），可能反映的是规模",
            en: "\(pair.en) are strongly correlated (\(text)): it may be size that is measured")
    }
}
