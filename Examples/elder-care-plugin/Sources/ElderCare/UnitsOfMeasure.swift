import AssessmentCore

/// Units of measure that only this domain counts in.
extension UnitOfMeasure {
    static let beds = UnitOfMeasure(BilingualText(zh: "张", en: "beds"))
    static let devices = UnitOfMeasure(BilingualText(zh: "台", en: "devices"))
    static let devicesPerThousand = UnitOfMeasure(
        BilingualText(zh: "台/千人", en: "per 1,000 elderly"), decimals: 2)
    static let minutes = UnitOfMeasure(BilingualText(zh: "分钟", en: "minutes"), decimals: 1)
    static let requests = UnitOfMeasure(BilingualText(zh: "件", en: "requests"))
}
