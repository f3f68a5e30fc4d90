internal import AssessmentCore
internal import AssessmentStatistics

/// The centre, spread, shape and availability of the numbers of nodes.
///
/// Quantiles are those of R's type 7; skewness and kurtosis are corrected for bias (G₁ and G₂). Source: W. Becker and
/// others (2022), COINr: An R package for developing composite indicators, Journal of Open Source Software 7(78), 4567;
/// D. N. Joanes and C. A. Gill (1998), Comparing measures of sample skewness and kurtosis, The Statistician 47.
struct DescriptiveStatistics {
    private let source: StatisticsSource
    private let quantity: StatisticsRequest.Quantity
    private let nodes: [String]
    private let limits: StatisticsRequest.DescriptiveLimits

    init(
        _ source: StatisticsSource, _ quantity: StatisticsRequest.Quantity, _ nodes: [String],
        _ limits: StatisticsRequest.DescriptiveLimits
    ) {
        self.source = source
        self.quantity = quantity
        self.nodes = nodes
        self.limits = limits
    }

    /// The statistics with their flags, of which 1 means that a limit is passed.
    static let columns = [
        "minimum", "maximum", "mean", "median", "quantile_05", "quantile_25", "quantile_75", "quantile_95",
        "interquartile_range", "standard_deviation", "skewness", "kurtosis", "available", "non_zero", "unique",
        "most_frequent", "share_available", "share_non_zero", "share_unique", "share_most_frequent", "low_availability",
        "few_non_zero", "few_unique", "outliers",
    ]

    /// The table: a row a node.
    func table(_ id: String) -> StatisticsTable {
        let own = StatisticsWording.name(quantity)
        let figures = nodes.map { Figures(source, of: $0, quantity, limits) }
        return StatisticsTable(
            id: id, title: BilingualText(zh: "描述统计（\(own.zh)）", en: "Descriptive statistics of \(own.en)"),
            rows: nodes, columns: DescriptiveStatistics.columns, values: figures.map(\.cells),
            remarks: zip(nodes, figures).flatMap { remarks(source.name($0), $1) })
    }

    private func remarks(_ name: BilingualText, _ figures: Figures) -> [BilingualText] {
        let name = StatisticsWording.quoted(name)
        let (text, percent) = (StatisticsWording.text, StatisticsWording.percent)
        var remarks: [BilingualText] = []
        if figures.numbers.isEmpty {
            let own = StatisticsWording.name(quantity)
            return [BilingualText(zh: "\(name.zh)没有\(own.zh)", en: "\(name.en) has no \(own.en)")]
        }
        if figures.hasLowAvailability {
            let share = percent(figures.shareOfRows(figures.numbers.count))
            remarks.append(
                BilingualText(
                    zh: "\(name.zh)数据偏少：仅\(share)的单位有数据",
                    en: "\(name.en) has little data: \(share) of the units have a figure"))
        }
        if figures.hasFewNonZero {
            let share = percent(figures.shareOfRows(figures.nonZero))
            remarks.append(
                BilingualText(
                    zh: "\(name.zh)多数为零：仅\(share)的单位有非零值",
                    en: "\(name.en) is mostly zero: \(share) of the units have a figure other than zero"))
        }
        if figures.hasFewUnique {
            remarks.append(
                BilingualText(
                    zh: "\(name.zh)区分度低：\(figures.numbers.count)个数中只有\(figures.unique)个不同值",
                    en: "\(name.en) tells units apart poorly: \(figures.unique) different values among "
                        + "\(figures.numbers.count)"))
        }
        if figures.hasOutliers, let skewness = figures.skewness, let kurtosis = figures.kurtosis {
            remarks.append(
                BilingualText(
                    zh: "\(name.zh)可能有异常值：偏度\(text(skewness))，超额峰度\(text(kurtosis))",
                    en: "\(name.en) is likely to have outliers: skewness \(text(skewness)), excess kurtosis "
                        + text(kurtosis)))
        }
        return remarks
    }

    /// The figures of one node.
    private struct Figures {
        let numbers: [Double]
        let rowCount: Int
        let nonZero: Int
        let unique: Int
        let mostFrequent: Int
        let skewness: Double?
        let kurtosis: Double?
        let limits: StatisticsRequest.DescriptiveLimits

        init(
            _ source: StatisticsSource, of node: String, _ quantity: StatisticsRequest.Quantity,
            _ limits: StatisticsRequest.DescriptiveLimits
        ) {
            let column = source.column(of: node, quantity)
            // What does not apply to a unit is not missing there.
            rowCount = source.rows.count { row in
                column.map { !$0.states.indices.contains(row) || $0.states[row] != .notApplicable } ?? true
            }
            numbers = source.numbers(of: node, quantity).filter { !$0.isNaN }
            nonZero = numbers.count { $0 != 0 }
            let frequencies = Dictionary(grouping: numbers, by: { $0 }).mapValues(\.count)
            unique = frequencies.count
            mostFrequent = frequencies.values.max() ?? 0
            let shape = Moments.shape(numbers)
            (skewness, kurtosis) = (shape.skewness, shape.excessKurtosis)
            self.limits = limits
        }

        func shareOfRows(_ count: Int) -> Double { rowCount > 0 ? Double(count) / Double(rowCount) : 0 }

        private func shareOfNumbers(_ count: Int) -> Double? {
            numbers.isEmpty ? nil : Double(count) / Double(numbers.count)
        }

        var hasLowAvailability: Bool { rowCount > 0 && shareOfRows(numbers.count) < limits.availableFrom }
        var hasFewNonZero: Bool { rowCount > 0 && shareOfRows(nonZero) < limits.nonZeroFrom }
        var hasFewUnique: Bool { rowCount > 0 && shareOfRows(unique) < limits.uniqueFrom }
        var hasOutliers: Bool {
            guard let skewness, let kurtosis else { return false }
            return abs(skewness) > limits.skewnessAbove && kurtosis > limits.kurtosisAbove
        }

        /// The cells in the order of the columns.
        var cells: [Double?] {
            let quantiles = [0.05, 0.25, 0.75, 0.95].map { Quantiles.quantile(numbers, at: $0) }
            let flags = [hasLowAvailability, hasFewNonZero, hasFewUnique, hasOutliers]
            return [numbers.min(), numbers.max(), Moments.mean(numbers), Quantiles.median(numbers)] + quantiles
                + [Quantiles.interquartileRange(numbers), Moments.standardDeviation(numbers), skewness, kurtosis]
                + [numbers.count, nonZero, unique, mostFrequent].map { Double($0) }
                + [rowCount > 0 ? shareOfRows(numbers.count) : nil]
                + [nonZero, unique, mostFrequent].map { shareOfNumbers($0) }
                + flags.map { $0 ? 1 : 0 }
        }
    }
}
