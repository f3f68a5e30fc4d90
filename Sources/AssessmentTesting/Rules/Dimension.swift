internal import AssessmentCore

/// What a quantity is measured in, as powers of the units of measure that it is made of.
struct Dimension: Equatable {
    /// The powers by the English symbol, without those that are zero.
    private var powers: [String: Int]
    /// Whether a factor other than 1 and 100 has come in, which may convert persons to ten thousand persons.
    private var isConverted: Bool

    /// Without dimension.
    static let none = Dimension(powers: [:], isConverted: false)

    private init(powers: [String: Int], isConverted: Bool) {
        self.powers = powers.filter { $0.value != 0 }
        self.isConverted = isConverted
    }

    /// The dimension of a unit of measure; none of a percentage, an index, points or a yes or no.
    init(_ unit: UnitOfMeasure) {
        let symbol = unit.symbol.en
        self.init(powers: Dimension.withoutDimension.contains(symbol) ? [:] : [symbol: 1], isConverted: false)
    }

    /// The symbols of quantities without dimension.
    private static let withoutDimension =
        Set([UnitOfMeasure.percent, .index, .points, .yesOrNo].map(\.symbol.en) + ["‰", "1", ""])

    /// The dimension of a product or a quotient.
    func times(_ other: Dimension, isQuotient: Bool) -> Dimension {
        let others = isQuotient ? other.powers.mapValues { -$0 } : other.powers
        return Dimension(
            powers: powers.merging(others, uniquingKeysWith: +), isConverted: isConverted || other.isConverted)
    }

    /// The dimension of a power.
    func raised(to exponent: Int) -> Dimension {
        Dimension(powers: powers.mapValues { $0 * exponent }, isConverted: isConverted)
    }

    /// The dimension after a multiplication by a number.
    func scaled(by factor: Double) -> Dimension {
        // 100 makes a percentage of a ratio, which converts nothing.
        Dimension(powers: powers, isConverted: isConverted || ![1, 100].contains(abs(factor)))
    }

    /// Whether it can be added to another or compared with it.
    func fits(_ other: Dimension) -> Bool {
        isConverted || other.isConverted ? basePowers == other.basePowers : powers == other.powers
    }

    /// What speaks against it as what the results in a unit of measure are; nothing where it may be.
    func fault(asResultIn unit: UnitOfMeasure) -> String? {
        let stated = Dimension(unit)
        if stated == .none {
            guard unit.symbol == UnitOfMeasure.percent.symbol, !fits(.none) else { return nil }
            return "its results are per cent, but its formula gives \(text)"
        }
        // What a rate is called does not follow from its parts, but a plain amount is called what it is.
        guard powers.count == 1, powers.values.first == 1, !fits(stated) else { return nil }
        return "its results are \(unit.symbol.en), but its formula gives \(text)"
    }

    /// The dimension as a reader writes it: `CNY / 10,000 persons`.
    var text: String {
        func factors(_ sign: Int) -> String {
            powers.filter { $0.value.signum() == sign }.sorted { $0.key < $1.key }
                .map { abs($0.value) == 1 ? $0.key : "\($0.key)^\(abs($0.value))" }.joined(separator: " · ")
        }
        let (above, below) = (factors(1), factors(-1))
        if above.isEmpty, below.isEmpty { return "a number without dimension" }
        return (above.isEmpty ? "1" : above) + (below.isEmpty ? "" : " / " + below)
    }

    /// The powers with units that differ by a scale alone taken together.
    private var basePowers: [String: Int] {
        Dictionary(powers.map { (Dimension.base(of: $0.key), $0.value) }, uniquingKeysWith: +).filter { $0.value != 0 }
    }

    /// A symbol without the words for its scale: `10,000 persons` and `persons`, `CNY 100m` and `CNY`.
    private static func base(of symbol: String) -> String {
        symbol.split(separator: " ").filter { word in
            let isNumber = word.first?.isNumber == true
            return !isNumber && !["thousand", "million", "billion"].contains(word)
        }.joined(separator: " ")
    }
}
