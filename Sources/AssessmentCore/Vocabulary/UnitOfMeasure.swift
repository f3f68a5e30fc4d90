/// What a value is measured in, and how many decimals a reader needs to see of it.
public struct UnitOfMeasure: Sendable, Hashable {
    /// The symbol or name printed behind a value.
    public var symbol: BilingualText
    /// The number of decimals in reports; the ledger keeps full precision.
    public var decimals: Int

    /// Creates a unit of measure.
    public init(_ symbol: BilingualText, decimals: Int = 0) {
        self.symbol = symbol
        self.decimals = decimals
    }

    /// Whether it is per cent, whatever its decimals.
    public var isPercentage: Bool { ["%", "％"].contains(symbol.zh) }

    /// Whether it is yes or no.
    public var isYesOrNo: Bool { symbol == UnitOfMeasure.yesOrNo.symbol }

    /// Whether its values are rates or indices, which cannot be added up: %, ‰, indices, and what is measured per
    /// something.
    public var isRate: Bool {
        !isYesOrNo && ["%", "％", "‰", "/", "／", "每", "指数"].contains { symbol.zh.contains($0) }
    }

    /// Per cent.
    public static let percent = UnitOfMeasure(BilingualText(same: "%"), decimals: 2)
    /// A number of things.
    public static let count = UnitOfMeasure(BilingualText(zh: "个", en: "items"))
    /// A number of persons.
    public static let persons = UnitOfMeasure(BilingualText(zh: "人", en: "persons"))
    /// Ten thousand persons.
    public static let tenThousandPersons = UnitOfMeasure(BilingualText(zh: "万人", en: "10,000 persons"), decimals: 2)
    /// Households.
    public static let households = UnitOfMeasure(BilingualText(zh: "户", en: "households"))
    /// Yuan.
    public static let yuan = UnitOfMeasure(BilingualText(zh: "元", en: "CNY"))
    /// A hundred million yuan.
    public static let hundredMillionYuan = UnitOfMeasure(BilingualText(zh: "亿元", en: "CNY 100m"), decimals: 2)
    /// Things per ten thousand residents.
    public static let perTenThousandResidents = UnitOfMeasure(
        BilingualText(zh: "个/万人", en: "per 10,000 residents"), decimals: 2)
    /// Yes or no: 1 or 0.
    public static let yesOrNo = UnitOfMeasure(BilingualText(zh: "是/否", en: "yes/no"))
    /// An index without dimension.
    public static let index = UnitOfMeasure(BilingualText(zh: "指数", en: "index"), decimals: 2)
    /// Points of an assessment.
    public static let points = UnitOfMeasure(BilingualText(zh: "分", en: "points"), decimals: 2)
}
