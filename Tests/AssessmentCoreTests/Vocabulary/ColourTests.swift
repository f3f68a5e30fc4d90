import AssessmentCore
import Testing

@Suite("Colours")
struct ColourTests {
    @Test("A colour is read from its text and written as it was, in small letters")
    func text() {
        #expect(Colour("#0B5cAd") == Colour(red: 0x0B, green: 0x5C, blue: 0xAD))
        #expect(Colour("#0B5cAd")?.text == "#0b5cad")
        #expect(["0b5cad", "#0b5ca", "#0b5cad0", "#0b5cag", "#+b5cad", ""].allSatisfy { Colour($0) == nil })
    }

    @Test(
        "Contrasts are those of the Web Content Accessibility Guidelines, worked with their formula elsewhere",
        arguments: [("#000000", 21.0), ("#ffffff", 1.0), ("#777777", 4.478089), ("#767676", 4.542225)])
    func contrast(colour: String, expected: Double) throws {
        #expect(abs(try #require(Colour(colour)).contrast(with: .white) - expected) < 1e-6)
    }

    @Test("On a dark ground a colour is lightened until it stands out, and one that does is left as it is")
    func lightened() throws {
        let ground = try #require(Colour("#14181d"))
        let dark = try #require(Colour("#8a1c1c"))
        #expect(dark.contrast(with: ground) < 4.5)
        #expect(dark.lightened(on: ground, contrast: 4.5).contrast(with: ground) >= 4.5)
        #expect(Colour.white.lightened(on: ground, contrast: 4.5) == .white)
    }
}
