/// An indicator that is what several reviewers say of a unit: the combined ratings of an item, from 0 to 100.
public struct RatedIndicator: Indicator {
    /// What it says of itself.
    public let description: IndicatorDescription
    /// The item that is rated.
    public let item: RatingItem
    /// The sources of the ratings.
    public let scheme: RatingScheme

    /// Creates an indicator.
    ///
    /// - Parameters:
    ///   - id: its id in the framework.
    ///   - item: the rated item.
    ///   - scheme: the sources, with how the ratings of each are combined.
    public init(_ id: String, item: RatingItem, scheme: RatingScheme) {
        self.item = item
        self.scheme = scheme
        let names = item.parts.compactMap { scheme.source($0.source)?.name }
        description = IndicatorDescription(
            id: id, name: item.name,
            definition: BilingualText(
                zh: "多方评价：\(names.map(\.zh).joined(separator: "、"))的评分换算为百分制后加权平均",
                en: "Several reviewers: weighted mean of the ratings, out of 100, of "
                    + names.map(\.en).joined(separator: ", ")),
            rationale: BilingualText(zh: "定性内容由多方评价", en: "What is qualitative is rated by several sides"),
            unitOfMeasure: .points, statements: [], examples: [])
    }

    /// Combines the ratings of every row.
    ///
    /// A row has no value as `not_collected` where no unit of its level has a rating in the period, as
    /// `boundary_changed` where the unit was not in force then, as `not_submitted` where it lacks its own report, and as
    /// `too_much_missing` where others gave too few ratings.
    public func measure(_ data: MeasurementData) -> IndicatorMeasurement {
        let rated = RatedRows(data.ratings, item: item.id, panel: data.panel)
        var column = Column(count: data.panel.rowCount, absent: .notCollected)
        var references = [[IndicatorMeasurement.Reference]](repeating: [], count: data.panel.rowCount)
        for row in data.panel.rows where rated.isRated(levelOfRow: row) {
            let (unit, period) = (data.panel.unit(ofRow: row), data.panel.period(ofRow: row))
            let ratings = rated.ratings(row)
            if ratings.isEmpty, let day = period.lastDay, !unit.validity.contains(day) {
                column.leaveOut(.boundaryChanged, at: row)
                continue
            }
            let combined = CombinedRating(item, of: scheme, ratings)
            if let value = combined.value {
                if combined.reason == nil {
                    column.measure(value, at: row)
                } else {
                    column.impute(value, because: combined.reason, note: combined.note, at: row)
                }
            } else {
                column.leaveOut(combined.reason ?? .tooMuchMissing, note: combined.note, at: row)
            }
            references[row] = combined.parts.flatMap { part in
                part.ratings.map { .cell(cell(data.ratings[$0], part.source, unit)) }
            }
        }
        return IndicatorMeasurement(column: column, evidence: .listed(references))
    }

    /// How the value of a row came about, a line a source.
    func workings(row: Int, _ ratings: [Rating], panel: Panel) -> [BilingualText] {
        let (unit, period) = (panel.unit(ofRow: row).code, panel.period(ofRow: row))
        let own = ratings.enumerated()
            .filter { $1.item == item.id && $1.unit == unit && $1.period == period }
            .map { (position: $0, rating: $1) }
        return own.isEmpty ? [] : CombinedRating(item, of: scheme, own).workings
    }

    private func cell(_ rating: Rating, _ source: RatingSource, _ unit: AssessedUnit) -> Trace.Cell {
        let score = DecimalRounding.readable(rating.score)
        let scale = item.parts.first { $0.source == rating.source }?.scale ?? RatingScale(from: 0, to: 100)
        let ends = "\(DecimalRounding.readable(scale.from))–\(DecimalRounding.readable(scale.to))"
        return Trace.Cell(
            label: BilingualText(
                zh: "\(source.name.zh)，\(rating.assessor)，\(unit.name.zh)，\(rating.period)",
                en: "\(source.name.en), \(rating.assessor), \(unit.name.en), \(rating.period)"),
            value: BilingualText(zh: "\(score)（\(ends)分制）", en: "\(score) (\(ends))"), origin: rating.origin)
    }
}

/// The ratings of an item by row of a panel.
public struct RatedRows: Sendable {
    private let ratings: [Rating]
    private let rows: [Int: [Int]]
    private let ratedLevels: Set<String>
    private let panel: Panel

    /// Sorts the ratings of an item to rows.
    public init(_ ratings: [Rating], item: String, panel: Panel) {
        self.ratings = ratings
        self.panel = panel
        var rows: [Int: [Int]] = [:]
        var levels: Set<String> = []
        for (position, rating) in ratings.enumerated() where rating.item == item {
            guard let row = panel.row(unit: rating.unit, period: rating.period) else { continue }
            rows[row, default: []].append(position)
            levels.insert("\(panel.unit(ofRow: row).level)\n\(rating.period)")
        }
        self.rows = rows
        ratedLevels = levels
    }

    /// The ratings of a row, with their positions.
    public func ratings(_ row: Int) -> [(position: Int, rating: Rating)] {
        (rows[row] ?? []).map { ($0, ratings[$0]) }
    }

    /// Whether any unit of the level of a row was rated in its period.
    public func isRated(levelOfRow row: Int) -> Bool {
        ratedLevels.contains("\(panel.unit(ofRow: row).level)\n\(panel.period(ofRow: row))")
    }
}
