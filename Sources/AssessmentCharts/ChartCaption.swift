/// The words of a chart that are not those of its data; a chart has none of its own.
public struct ChartCaption: Sendable, Hashable {
    /// What the chart is called.
    public var title: String
    /// What the chart says, in words, for readers who do not see it.
    public var summary: String
    /// What stands where a value is missing, such as “no data”.
    public var missing: String
    /// What stands in place of the chart where there is nothing to draw.
    public var empty: String

    /// Creates the words of a chart.
    public init(title: String, summary: String, missing: String, empty: String) {
        self.title = title
        self.summary = summary
        self.missing = missing
        self.empty = empty
    }

    /// A drawing that says that there is nothing to draw.
    func emptyDrawing(width: Double) -> Drawing {
        Drawing(
            width: width, height: 64, title: title, summary: summary,
            elements: [
                .rectangle(
                    Drawing.Box(x: 0.5, y: 0.5, width: width - 1, height: 63), radius: 3,
                    stroke: Drawing.Stroke(.grid, dashes: [4, 3])),
                .text(
                    Drawing.Label(
                        TextWidth.fitted(empty, to: width - 24, size: 13), at: Drawing.Place(width / 2, 36.5),
                        anchor: .middle, size: 13, ink: .muted)),
            ])
    }
}
