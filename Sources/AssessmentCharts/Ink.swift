/// A colour by what it means; a `Palette` says what it looks like.
public enum Ink: Sendable, Hashable {
    /// The colour of text and of marks as strong as text.
    case text
    /// The colour of text that stands back.
    case muted
    /// The colour of lines that guide the eye and carry no meaning.
    case grid
    /// The colour of what the drawing lies on.
    case surface
    /// The one colour that stands out.
    case accent
    /// The colour of marks that do not stand out.
    case neutral
    /// One of eight colours that are told apart by readers who see red and green alike too; further ones begin anew.
    case series(Int)
    /// The light of a result that is good.
    case good
    /// The light of a result that is fair.
    case fair
    /// The light of a result that is poor.
    case poor
    /// A shade for an amount, from 0, the lowest, to 6, the highest.
    case step(Int)
    /// The colour of text upon a shade.
    case onStep(Int)

    /// The number of colours of series.
    public static let seriesCount = 8
    /// The number of shades for amounts.
    public static let stepCount = 7

    /// The name of the colour, by which a web page may replace it.
    public var name: String {
        switch self {
        case .text: "text"
        case .muted: "muted"
        case .grid: "grid"
        case .surface: "surface"
        case .accent: "accent"
        case .neutral: "neutral"
        case .series(let number): "series-\(Ink.seriesIndex(number))"
        case .good: "good"
        case .fair: "fair"
        case .poor: "poor"
        case .step(let step): "step-\(Ink.stepIndex(step))"
        case .onStep(let step): "on-step-\(Ink.stepIndex(step))"
        }
    }

    /// Every colour once.
    public static var all: [Ink] {
        [.text, .muted, .grid, .surface, .accent, .neutral, .good, .fair, .poor]
            + (0..<seriesCount).map { .series($0) }
            + (0..<stepCount).flatMap { [.step($0), .onStep($0)] }
    }

    static func seriesIndex(_ number: Int) -> Int { ((number % seriesCount) + seriesCount) % seriesCount }
    static func stepIndex(_ step: Int) -> Int { min(max(step, 0), stepCount - 1) }
}
