internal import AssessmentCore
internal import AssessmentStatistics

/// Cronbach's alpha of the items below each node: how far they measure one thing.
///
/// Source: L. J. Cronbach (1951), Coefficient alpha and the internal structure of tests, Psychometrika 16, 297–334;
/// J. C. Nunnally (1978), Psychometric Theory, for 0.7 as what is acceptable.
struct InternalConsistency {
    private let source: StatisticsSource
    private let quantity: StatisticsRequest.Quantity
    private let nodes: [String]
    private let level: StatisticsRequest.Level
    private let least: Double

    init(
        _ source: StatisticsSource, _ quantity: StatisticsRequest.Quantity, _ nodes: [String],
        _ level: StatisticsRequest.Level, acceptableFrom least: Double
    ) {
        self.source = source
        self.quantity = quantity
        self.nodes = nodes
        self.level = level
        self.least = least
    }

    /// The table: a row a node with at least two items below.
    func table(_ id: String) -> StatisticsTable {
        var (rows, values, remarks): ([String], [[Double?]], [BilingualText]) = ([], [], [])
        for id in nodes {
            guard let node = source.node(id) else { continue }
            let items = node.nodes(at: level).filter { $0.id != id }
            guard items.count >= 2 else { continue }
            let found = Reliability(items.map { source.numbers(of: $0.id, quantity) })
            rows.append(id)
            values.append([Double(items.count), found?.raw, found?.standardised])
            let name = StatisticsWording.quoted(node.name)
            guard let alpha = found?.raw else {
                remarks.append(
                    BilingualText(
                        zh: "\(name.zh)的信度无法计算：各项共有的数据不足",
                        en: "\(name.en) has no alpha: its items share too little data"))
                continue
            }
            guard alpha < least else { continue }
            let text = StatisticsWording.text(alpha)
            remarks.append(
                BilingualText(
                    zh: "\(name.zh)内部一致性偏低（α＝\(text)）", en: "\(name.en) is of low internal consistency (alpha \(text))")
            )
        }
        let own = StatisticsWording.name(quantity)
        return StatisticsTable(
            id: id, title: BilingualText(zh: "克隆巴赫α信度系数（\(own.zh)）", en: "Cronbach’s alpha of \(own.en)"),
            rows: rows, columns: ["items", "alpha", "standardised_alpha"], values: values, remarks: remarks)
    }
}
