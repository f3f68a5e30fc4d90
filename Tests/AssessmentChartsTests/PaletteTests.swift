import AssessmentCore
import Testing

@testable import AssessmentCharts

@Suite("Colours stand out")
struct PaletteTests {
    @Test("Contrast is what the guidelines say it is")
    func contrast() {
        // Known ratios: black on white 21, #767676 on white 4.54, #0072B2 on white 5.19.
        #expect(abs(Colour(0x000000).contrast(with: Colour(0xFFFFFF)) - 21) < 1e-9)
        #expect(abs(Colour(0x767676).contrast(with: Colour(0xFFFFFF)) - 4.54) < 0.005)
        #expect(abs(Colour(0x0072B2).contrast(with: Colour(0xFFFFFF)) - 5.19) < 0.005)
        #expect(Colour(0x0B5CAD).text == "#0b5cad")
    }

    @Test("Text by 4.5 to 1, marks by 3 to 1, on light pages and on dark ones", arguments: [Palette.light, .dark])
    func standOut(palette: Palette) {
        let surface = palette[.surface]
        for ink in [Ink.text, .muted, .accent] {
            #expect(palette[ink].contrast(with: surface) >= 4.5, "\(ink)")
        }
        for ink in [Ink.neutral, .good, .fair, .poor] + (0..<Ink.seriesCount).map({ .series($0) }) {
            #expect(palette[ink].contrast(with: surface) >= 3, "\(ink) \(palette[ink].contrast(with: surface))")
        }
        for step in 0..<Ink.stepCount {
            #expect(palette[.onStep(step)].contrast(with: palette[.step(step)]) >= 4.5, "step \(step)")
        }
    }

    @Test(
        "Every ink has a colour of its own, and another accent replaces the accent and the shades, each as light as before"
    )
    func names() {
        #expect(Set(Ink.all.map(\.name)).count == Ink.all.count)
        let other = Palette.light.with(accent: Colour(0x770000))
        #expect(
            Set(Ink.all.filter { other[$0] != Palette.light[$0] }.map(\.name))
                == Set([Ink.accent.name] + (0..<Ink.stepCount).map { Ink.step($0).name }))
        for accent in [0x770000, 0xFFD000, 0x005A2B, 0x000000, 0xFFFFFF] as [UInt32] {
            for palette in [Palette.light, .dark] {
                let shades = palette.with(accent: Colour(accent))
                for step in 0..<Ink.stepCount {
                    let contrast = shades[.step(step)].contrast(with: palette[.step(step)])
                    #expect(contrast < 1.06, "\(accent) \(step) \(contrast)")
                    #expect(shades[.onStep(step)].contrast(with: shades[.step(step)]) >= 4.4, "\(accent) \(step)")
                }
            }
        }
        #expect(Ink.series(8).name == Ink.series(0).name && Ink.series(-1).name == Ink.series(7).name)
        #expect(Ink.step(99).name == Ink.step(6).name)
    }
}
