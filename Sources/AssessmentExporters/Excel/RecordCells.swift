internal import AssessmentCore

/// The numbers of records among the parameters of a method, such as the bounds and scores of bands, as inputs of its
/// formula, so that a workbook has a cell for each.
struct RecordCells {
    /// A number with what it is.
    struct Number: Hashable {
        let input: String
        let title: String
        let value: Double
    }

    private(set) var numbers: [Number] = []
    private var records: [[(field: String, number: Number)]] = []

    /// The numbers of the records among some parameters.
    init(_ described: [Parameter], _ parameters: ParameterValues) {
        for parameter in described {
            for (position, record) in (parameters.records(parameter.name) ?? []).enumerated() {
                var own: [(field: String, number: Number)] = []
                for (field, value) in record.sorted(by: { $0.key < $1.key }) {
                    guard case .number(let table) = value, let single = table.single else { continue }
                    own.append(
                        (
                            field,
                            Number(
                                input: "\(parameter.name) \(position + 1) \(field)",
                                title: "\(parameter.name) \(position + 1): \(field)", value: single)
                        ))
                }
                numbers += own.map(\.number)
                records.append(own)
            }
        }
    }

    /// A formula with the inputs in the place of the numbers: of a bound and what it leads to both of one record, of
    /// another number where one record alone has it.
    func replaced(in formula: Formula) -> Formula {
        switch formula {
        case .apply(.choose, let parts) where parts.count == 3:
            if case .apply(let comparison, let sides) = parts[0], case .number(let result) = parts[1] {
                for record in records {
                    guard
                        let bound = sides.compactMap({ side in record.first { .number($0.number.value) == side } })
                            .first,
                        let score = record.first(where: { $0.field != bound.field && $0.number.value == result })
                    else { continue }
                    let compared = sides.map {
                        $0 == .number(bound.number.value) ? Formula.input(bound.number.input) : replaced(in: $0)
                    }
                    return .apply(
                        .choose,
                        [.apply(comparison, compared), .input(score.number.input), replaced(in: parts[2])])
                }
            }
            return .apply(.choose, parts.map(replaced))
        case .number(let value):
            let same = numbers.filter { $0.value == value }
            return same.count == 1 && value != 0 && value != 1 && value != 100 ? .input(same[0].input) : formula
        case .apply(let function, let arguments): return .apply(function, arguments.map(replaced))
        default: return formula
        }
    }
}
