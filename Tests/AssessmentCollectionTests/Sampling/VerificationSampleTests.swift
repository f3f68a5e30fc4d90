import AssessmentCore
import Testing

@testable import AssessmentCollection

@Suite("Anyone can draw the sample again from the published seed")
struct VerificationSampleTests {
    private static let items = ["A", "B", "C"].flatMap { unit in
        ["x", "y", "z"].map { variable in
            VerificationSample.Item(
                group: "g", pillar: "p", unit: unit, variable: variable, value: 1,
                origin: Origin(file: "f", row: 1, column: "c"))
        }
    }
    private static let assessors = ["甲", "乙", "丙"].map { VerificationSample.Assessor(name: $0) }

    @Test("The draw is that of Python’s hashlib by the stated rule")
    func python() {
        let sample = VerificationSample(of: Self.items, share: 0.5, seed: "2021", assessors: Self.assessors, team: 2)
        // Half of 9 is 4.5, and halves go up.
        #expect(sample.draws.map { $0.item.unit + $0.item.variable } == ["Ay", "Cy", "Cx", "Ax", "Cz"])
        #expect(sample.draws.first?.assessors == ["丙", "甲"])
    }

    @Test("The order of values and assessors changes nothing")
    func order() {
        let one = VerificationSample(of: Self.items, share: 0.3, seed: "s", assessors: Self.assessors, team: 2)
        let other = VerificationSample(
            of: Self.items.reversed(), share: 0.3, seed: "s", assessors: Self.assessors.reversed(), team: 2)
        #expect(one.draws == other.draws)
    }

    @Test("A smaller share is part of a larger one, and each stratum gives at least one")
    func shares() {
        let small = VerificationSample(of: Self.items, share: 0.01, seed: "s", assessors: [], team: 2)
        let large = VerificationSample(of: Self.items, share: 1, seed: "s", assessors: [], team: 2)
        #expect(small.draws.count == 1)
        #expect(large.draws.count == 9)
        #expect(large.draws.first == small.draws.first)
    }

    @Test("A share is the decimal number that is written: halves go up, though the binary number is a little less")
    func decimalShare() {
        let items = (0..<50).map { number in
            VerificationSample.Item(
                group: "g", pillar: "p", unit: "u\(number)", variable: "x", value: -5,
                origin: Origin(file: "f", row: 1, column: "c"))
        }
        // 0.29 · 50 = 14.5 and 0.57 · 50 = 28.5, as Fraction says.
        for (share, count) in [(0.29, 15), (0.57, 29), (0.28, 14)] {
            let sample = VerificationSample(of: items, share: share, seed: "s", assessors: [], team: 1)
            #expect(sample.draws.count == count)
        }
    }

    @Test("Nobody visits a unit that they may not visit")
    func excluded() {
        let list = [
            VerificationSample.Assessor(name: "甲", mayNotVisit: ["A", "B"]),
            VerificationSample.Assessor(name: "乙", mayNotVisit: ["C"]),
        ]
        let sample = VerificationSample(of: Self.items, share: 1, seed: "s", assessors: list, team: 2)
        for draw in sample.draws {
            #expect(draw.assessors == [draw.item.unit == "C" ? "甲" : "乙"])
        }
        #expect(sample.understaffed == ["A", "B", "C"])
    }
}
