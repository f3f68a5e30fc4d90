import AssessmentCore
import Testing

/// Codes of well-known organisations as they publish them; each check character was computed again in Python.
@Suite("Unified social credit codes")
struct OrganisationCodeTests {
    static let published = [
        "91110000802100433B", "9144030071526726XG", "914403001922038216", "91330100799655058B", "91110000100017643K",
        "9111000071093123XX",
    ]
    private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")

    @Test("Published codes are right", arguments: published)
    func valid(code: String) {
        #expect(OrganisationCode.fault(in: code) == nil)
    }

    @Test("Every change of a single character is detected", arguments: published)
    func singleChanges(code: String) {
        let characters = Array(code)
        for place in characters.indices {
            for other in Self.alphabet where other != characters[place] {
                var changed = characters
                changed[place] = other
                #expect(OrganisationCode.fault(in: String(changed)) != nil)
            }
        }
    }

    @Test("Every swap of two neighbours that differ is detected", arguments: published)
    func transpositions(code: String) {
        let characters = Array(code)
        for place in 0..<17 where characters[place] != characters[place + 1] {
            var swapped = characters
            swapped.swapAt(place, place + 1)
            #expect(OrganisationCode.fault(in: String(swapped)) != nil)
        }
    }

    @Test("The fault says what is wrong and where")
    func faults() {
        #expect(OrganisationCode.fault(in: "") == .length(0))
        #expect(OrganisationCode.fault(in: "91110000802100433") == .length(17))
        #expect(OrganisationCode.fault(in: "91110000802100433b") == .character("b", place: 18))
        #expect(OrganisationCode.fault(in: "9111000080210O433B") == .character("O", place: 14))
        #expect(
            OrganisationCode.fault(in: "91110000802100433C") == .checkCharacter(expected: "B", found: "C"))
    }

    @Test("Faults are put in words")
    func words() {
        #expect(OrganisationCode.Fault.length(17).name.en == "has 17 characters instead of 18")
        #expect(OrganisationCode.Fault.character("O", place: 14).name.zh.contains("第14位"))
        #expect(
            OrganisationCode.Fault.checkCharacter(expected: "B", found: "C").name.en
                == "check character is C, must be B")
    }
}
