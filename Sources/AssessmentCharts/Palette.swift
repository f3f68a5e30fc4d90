public import AssessmentCore

/// What the colours of drawings look like on one kind of page.
///
/// The colours of series follow Okabe and Ito (2008), darkened or lightened until each stands out from its page by 3 to
/// 1 as the Web Content Accessibility Guidelines 2.2 (1.4.11) ask of marks; text stands out by 4.5 to 1.
public struct Palette: Sendable, Hashable {
    private var plain: [String: Colour]

    /// The colour of an ink.
    public subscript(ink: Ink) -> Colour {
        plain[ink.name] ?? Colour(0)
    }

    /// The same palette with another colour for what stands out, and shades of it for amounts, each as light as the shade
    /// in its place.
    public func with(accent: Colour) -> Palette {
        var palette = self
        palette.plain[Ink.accent.name] = accent
        for step in 0..<Ink.stepCount { palette.plain[Ink.step(step).name] = accent.asLight(as: self[.step(step)]) }
        return palette
    }

    /// The colours on a white page, and in print.
    public static let light = Palette(
        text: 0x1A2229, muted: 0x55616C, grid: 0xD8DDE2, surface: 0xFFFFFF, accent: 0x0B5CAD, neutral: 0x84909B,
        lights: [0x00755C, 0x946200, 0xB02A1B],
        series: [0x0072B2, 0xC25400, 0x007D5B, 0xB0508A, 0x946C00, 0x2A7FB0, 0x6D6A00, 0x4D4D4D],
        steps: [0xEAF2FA, 0xCFE1F2, 0xA9CBE6, 0x7BAFD7, 0x2F74AD, 0x1B5893, 0x0C3C70])

    /// The colours on a dark page.
    public static let dark = Palette(
        text: 0xE5EAEE, muted: 0xA4AFB9, grid: 0x313B45, surface: 0x12181E, accent: 0x8CC1EE, neutral: 0x7D8994,
        lights: [0x4FC3A1, 0xE0AC3F, 0xF2907A],
        series: [0x4FA3DB, 0xF07F2E, 0x2FB58C, 0xD98BB8, 0xE0AC3F, 0x8CCBF0, 0xC9C24A, 0xC4CAD0],
        steps: [0x1B2A38, 0x1F3C57, 0x245079, 0x2C689D, 0x6FA8D6, 0x9CC6E9, 0xCBE3F7])

    private init(
        text: UInt32, muted: UInt32, grid: UInt32, surface: UInt32, accent: UInt32, neutral: UInt32,
        lights: [UInt32], series: [UInt32], steps: [UInt32]
    ) {
        plain = [
            Ink.text.name: Colour(text), Ink.muted.name: Colour(muted), Ink.grid.name: Colour(grid),
            Ink.surface.name: Colour(surface), Ink.accent.name: Colour(accent), Ink.neutral.name: Colour(neutral),
        ]
        for (ink, light) in zip([Ink.good, .fair, .poor], lights) { plain[ink.name] = Colour(light) }
        for (number, colour) in series.enumerated() { plain[Ink.series(number).name] = Colour(colour) }
        for (step, value) in steps.enumerated() {
            let shade = Colour(value)
            plain[Ink.step(step).name] = shade
            let black = Colour(0x000000)
            let white = Colour(0xFFFFFF)
            plain[Ink.onStep(step).name] = shade.contrast(with: black) > shade.contrast(with: white) ? black : white
        }
    }

    /// The colours as declarations of a style sheet, one a line, for the rule that holds on pages of this kind.
    public var declarations: String {
        Ink.all.map { "--chart-\($0.name): \(self[$0].text);" }.joined(separator: "\n")
    }
}

extension Colour {
    /// Creates a colour from a number of six hexadecimal digits, two for each share.
    init(_ number: UInt32) {
        self.init(
            red: UInt8(truncatingIfNeeded: number >> 16), green: UInt8(truncatingIfNeeded: number >> 8),
            blue: UInt8(truncatingIfNeeded: number))
    }
}
