import AssessmentCore

/// Units of measure that only this domain counts in.
extension UnitOfMeasure {
    static let lines = UnitOfMeasure(BilingualText(zh: "条", en: "lines"))
    static let cases = UnitOfMeasure(BilingualText(zh: "件", en: "cases"))
    static let meters = UnitOfMeasure(BilingualText(zh: "只", en: "meters"))
}
