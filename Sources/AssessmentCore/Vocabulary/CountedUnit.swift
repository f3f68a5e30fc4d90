extension UnitOfMeasure {
    /// How many things one of it is, where it counts whole things or persons: 1 for 个, 10,000 for 万人; nothing for
    /// rates, amounts of money, lengths and areas.
    public var countedThings: Double? {
        var symbol = Substring(symbol.zh)
        var scale = 1.0
        if let first = symbol.first, let factor = UnitOfMeasure.multiples[first], symbol.count > 1 {
            scale = factor
            symbol = symbol.dropFirst()
        }
        return UnitOfMeasure.classifiers.contains(String(symbol)) ? scale : nil
    }

    private static let multiples: [Character: Double] = ["百": 100, "千": 1_000, "万": 10_000, "亿": 100_000_000]

    private static let classifiers: Set<String> = [
        "个", "人", "人次", "户", "家", "件", "次", "项", "所", "处", "条", "台", "辆", "张", "只", "例", "起", "名", "座", "部",
        "套", "村",
    ]
}
