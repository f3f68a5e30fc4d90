internal import AssessmentCore

/// Finds out what a formula is measured in, and where it adds or compares what does not fit.
///
/// A number takes the unit of measure of what it is added to or compared with, and as a factor it is a scale without
/// dimension. What a parameter is measured in is not declared, so nothing is said about it.
struct DimensionCheck {
    /// What the variables are measured in, by id.
    let units: [String: UnitOfMeasure]
    /// What does not fit.
    private(set) var faults: [String] = []

    init(units: [String: UnitOfMeasure]) { self.units = units }

    /// What a formula is measured in; nothing where that cannot be told or does not matter.
    mutating func dimension(of formula: Formula) -> Dimension? {
        switch formula {
        case .number: return nil
        case .input(let name): return units[name].map(Dimension.init)
        case .lag(let body, _), .ofUnit(_, let body): return dimension(of: body)
        case .overUnits(let reduction, let body), .overChildren(let reduction, let body):
            let inner = dimension(of: body)
            switch reduction {
            case .count: return Dimension.none
            case .product: return nil
            case .sum, .minimum, .maximum: return inner
            }
        case .statistic(let statistic, let body):
            let inner = dimension(of: body)
            switch statistic {
            case .count, .rank, .averageRank: return Dimension.none
            default: return inner
            }
        case .apply(let function, let arguments): return dimension(of: formula, function, arguments)
        }
    }

    private mutating func dimension(
        of formula: Formula, _ function: Formula.Function, _ arguments: [Formula]
    ) -> Dimension? {
        let dimensions = arguments.map { dimension(of: $0) }
        guard let first = arguments.indices.first else { return nil }
        switch function {
        case .add, .subtract, .minimum, .maximum, .coalesce: return common(dimensions, in: formula, function)
        case .less, .lessOrEqual, .equal:
            _ = common(dimensions, in: formula, function)
            return Dimension.none
        case .choose: return common(Array(dimensions.dropFirst()), in: formula, function)
        case .absolute, .round: return dimensions[first]
        case .sign, .hasValue, .and, .or, .not: return Dimension.none
        case .multiply, .divide:
            guard arguments.count == 2 else { return nil }
            return product(dimensions, arguments, isQuotient: function == .divide)
        case .power:
            guard arguments.count == 2, case .number(let exponent) = arguments[1], exponent == exponent.rounded(),
                abs(exponent) < 10
            else { return nil }
            return dimensions[0]?.raised(to: Int(exponent))
        case .ln, .log10, .exp, .sqrt: return nil
        }
    }

    /// The dimension that several quantities share.
    private mutating func common(
        _ dimensions: [Dimension?], in formula: Formula, _ function: Formula.Function
    ) -> Dimension? {
        let known = dimensions.compactMap(\.self)
        guard let first = known.first else { return nil }
        if let other = known.first(where: { !$0.fits(first) }) {
            let verb =
                switch function {
                case .add: "adds"
                case .subtract: "takes the difference of"
                case .less, .lessOrEqual, .equal, .minimum, .maximum: "compares"
                default: "chooses between"
                }
            faults.append("its formula \(verb) \(first.text) and \(other.text) in ‘\(formula.text)’")
        }
        return first
    }

    private func product(_ dimensions: [Dimension?], _ arguments: [Formula], isQuotient: Bool) -> Dimension? {
        switch (dimensions[0], dimensions[1]) {
        case (let left?, let right?): return left.times(right, isQuotient: isQuotient)
        case (let left?, nil):
            guard case .number(let factor) = arguments[1] else { return nil }
            return left.scaled(by: factor)
        case (nil, let right?):
            guard case .number(let factor) = arguments[0] else { return nil }
            return (isQuotient ? right.raised(to: -1) : right).scaled(by: factor)
        case (nil, nil): return nil
        }
    }
}
