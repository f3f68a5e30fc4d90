import AssessmentCore

/// The units of measure of the foundations that the core does not have.
extension UnitOfMeasure {
    /// Ten thousand things.
    static let tenThousandItems = UnitOfMeasure(BilingualText(zh: "万个", en: "10,000 items"), decimals: 2)
    /// Ten thousand yuan.
    static let tenThousandYuan = UnitOfMeasure(BilingualText(zh: "万元", en: "CNY 10,000"), decimals: 2)
    /// Ten thousand gigabytes.
    static let tenThousandGigabytes = UnitOfMeasure(BilingualText(zh: "万GB", en: "10,000 GB"), decimals: 2)
    /// Yuan for each person.
    static let yuanPerPerson = UnitOfMeasure(BilingualText(zh: "元/人", en: "CNY per person"))
    /// Yuan for each gigabyte.
    static let yuanPerGigabyte = UnitOfMeasure(BilingualText(zh: "元/GB", en: "CNY per GB"), decimals: 2)
    /// Megabits per second.
    static let megabitsPerSecond = UnitOfMeasure(BilingualText(same: "Mbit/s"), decimals: 2)
    /// Things per hundred residents.
    static let perHundredResidents = UnitOfMeasure(BilingualText(zh: "个/百人", en: "per 100 residents"), decimals: 2)
    /// Attendances.
    static let attendances = UnitOfMeasure(BilingualText(zh: "人次", en: "attendances"))
    /// Attendances per ten thousand residents.
    static let attendancesPerTenThousand = UnitOfMeasure(
        BilingualText(zh: "人次/万人", en: "per 10,000 residents"), decimals: 2)
    /// Occasions.
    static let occasions = UnitOfMeasure(BilingualText(zh: "次", en: "times"))
    /// Occasions per million residents.
    static let eventsPerMillion = UnitOfMeasure(BilingualText(zh: "次/百万人", en: "per million residents"), decimals: 2)
    /// Cases.
    static let cases = UnitOfMeasure(BilingualText(zh: "件", en: "cases"))
    /// Applications.
    static let applications = UnitOfMeasure(BilingualText(zh: "件", en: "applications"))
    /// Applications per ten thousand residents.
    static let applicationsPerTenThousand = UnitOfMeasure(
        BilingualText(zh: "件/万人", en: "per 10,000 residents"), decimals: 2)
}
