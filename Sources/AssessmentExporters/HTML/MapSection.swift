internal import AssessmentCore

/// The tile map of the opening page, each tile of which leads to a scorecard.
struct MapSection {
    let frame: PageFrame

    /// The section; nothing where the units have no places on a map.
    var markup: Markup {
        let content = MapContent(rendering: frame.rendering)
        let map = content.drawing(width: 720) { unit in frame.link(to: .unit(code: unit.code)).reference }
        guard let map else { return .empty }
        return Tag.section {
            Tag.h2 { frame.rendering(Wording.map) }
            ChartFigure(name: "chart-map", drawing: map).markup
            if let lowered = content.lowered { Tag.p(.style(.note)) { lowered } }
        }
    }
}
