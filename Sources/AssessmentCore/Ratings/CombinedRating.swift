/// The ratings of one unit for an item in a period, combined within each source and then over the sources.
public struct CombinedRating: Sendable, Hashable {
    /// What one source says of the unit.
    public struct Part: Sendable, Hashable {
        /// The source.
        public let source: RatingSource
        /// Its weight among the sources of the item.
        public let weight: Double
        /// The positions of its ratings, in the order of the data.
        public let ratings: [Int]
        /// Its result in points from 0 to 100; nothing where there are too few ratings.
        public let points: Double?
    }

    /// What each source says, in the order of the item.
    public let parts: [Part]
    /// The points from 0 to 100: Σ weight · points / Σ weight over the sources that count.
    public let value: Double?
    /// Why there is no value, or why it makes do without a source.
    public let reason: Reason?

    /// Combines ratings.
    ///
    /// - Parameters:
    ///   - item: the rated item.
    ///   - scheme: the sources, with how the ratings of each are combined.
    ///   - ratings: those of the item for one unit in one period, with their positions.
    public init(_ item: RatingItem, of scheme: RatingScheme, _ ratings: [(position: Int, rating: Rating)]) {
        parts = item.parts.compactMap { part in
            guard let source = scheme.source(part.source) else { return nil }
            let own = ratings.filter { $0.rating.source == part.source }
            let points = own.map { part.scale.points($0.rating.score) }
            return Part(
                source: source, weight: part.weight, ratings: own.map(\.position),
                points: points.count < max(1, source.least) ? nil : source.combination.combine(points))
        }
        let absent = parts.filter { $0.points == nil }
        // What the unit itself holds back is told from what others left undone.
        let ownUnit = absent.contains { $0.source.kind == .ownUnit }
        let others = parts.contains { $0.source.kind == .others }
        if absent.count == parts.count {
            (value, reason) = (nil, ownUnit && !others ? .notSubmitted : .tooMuchMissing)
            return
        }
        if let first = absent.first(where: { $0.source.absence == .missing }) {
            (value, reason) = (nil, first.source.kind == .ownUnit ? .notSubmitted : .tooMuchMissing)
            return
        }
        var (sum, weights) = (0.0, 0.0)
        for part in parts {
            guard let points = part.points ?? (part.source.absence == .zero ? 0 : nil) else { continue }
            sum += part.weight * points
            weights += part.weight
        }
        value = sum / weights
        reason = absent.isEmpty ? nil : ownUnit ? .notSubmitted : .tooMuchMissing
    }

    /// What is to be said of the sources without a result; nothing where each has one.
    var note: BilingualText? {
        let texts = parts.filter { $0.points == nil }.map { part -> BilingualText in
            let (count, least) = (part.ratings.count, max(1, part.source.least))
            let action: BilingualText =
                switch part.source.absence {
                case .renormalise: BilingualText(zh: "权重由其余来源分担", en: "the other sources share its weight")
                case .zero: BilingualText(zh: "按零分计", en: "it counts as zero")
                case .missing: BilingualText(zh: "该项无得分", en: "the item has no value")
                }
            return BilingualText(
                zh: "\(part.source.name.zh)有\(count)份评分，至少应有\(least)份：\(action.zh)",
                en: "\(part.source.name.en) has \(count) of at least \(least) ratings: \(action.en)")
        }
        if texts.isEmpty { return nil }
        return BilingualText(
            zh: texts.map(\.zh).joined(separator: "；"), en: texts.map(\.en).joined(separator: "; "))
    }

    /// How each source counts, and how they add up.
    var workings: [BilingualText] {
        var lines = parts.map { part -> BilingualText in
            let weight = DecimalRounding.readable(part.weight)
            guard let points = part.points.map(DecimalRounding.readable) else {
                return BilingualText(
                    zh: "\(part.source.name.zh)（权重\(weight)）：无结果",
                    en: "\(part.source.name.en) (weight \(weight)): no result")
            }
            let method = part.source.combination.wording(of: part.ratings.count)
            return BilingualText(
                zh: "\(part.source.name.zh)（权重\(weight)）：\(points)（\(method.zh)）",
                en: "\(part.source.name.en) (weight \(weight)): \(points) (\(method.en))")
        }
        let counted = parts.compactMap { part in
            (part.points ?? (part.source.absence == .zero ? 0 : nil)).map { (weight: part.weight, points: $0) }
        }
        if let value, counted.count > 1 {
            let terms = counted.map {
                "\(DecimalRounding.readable($0.weight)) × \(DecimalRounding.readable($0.points))"
            }
            let sum = DecimalRounding.readable(counted.reduce(0) { $0 + $1.weight })
            lines.append(
                BilingualText(
                    same: "(\(terms.joined(separator: " + "))) / \(sum) = \(DecimalRounding.readable(value))"))
        }
        return lines
    }
}
