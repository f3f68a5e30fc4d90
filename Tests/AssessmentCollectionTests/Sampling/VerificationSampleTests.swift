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

    @Test("Findings give the error rate, and corrections for what was wrong")
    func findings() throws {
        let sample = VerificationSample(of: Self.items, share: 0.5, seed: "2021", assessors: [], team: 1)
        let heading = VerificationSample.findingColumns.joined(separator: ",") + "\n"
        func line(_ unit: String, _ variable: String, _ found: String, _ finding: String) -> String {
            "\(unit),,\(variable),,2020,1,,,,\(found),\(finding),台账,\n"
        }
        let text =
            heading + line("A", "y", "1", "confirmed") + line("C", "y", "2", "wrong") + line("C", "x", "", "confirmed")
            + line("A", "x", "", "unverifiable") + line("C", "z", "1", "confirmed")
        let found = try SampleFindings(Array(text.utf8), file: "f.csv", of: sample)
        #expect(found.errors == 2)
        #expect(found.errorRate == 0.4)
        #expect(
            String(decoding: found.corrections(period: Period(year: 2020)).bytes, as: UTF8.self) == """
                unit,variable,period,value,status,note
                C,y,2020,2,,台账
                A,x,2020,,withdrawn,台账

                """)
    }

    @Test("A form that was altered or is not filled in is refused with every problem")
    func wrongFindings() {
        let sample = VerificationSample(of: Self.items, share: 0.3, seed: "2021", assessors: [], team: 1)
        let text =
            VerificationSample.findingColumns.joined(separator: ",") + "\n" + "A,,y,,2020,9,,,,1,confirmed,,\n"
            + "C,,y,,2020,1,,,,,wrong,,\nB,,x,,2020,1,,,,1,confirmed,,\n"
        do {
            _ = try SampleFindings(Array(text.utf8), file: "f.csv", of: sample)
            Issue.record("it was taken")
        } catch {
            #expect(
                error.description == """
                    f.csv:2:6: the reported value of y of A was altered; expected 1
                    f.csv:3:10: a wrong value needs the value that was found; expected another one than was reported
                    f.csv:4:1: x of B is not open in the sample; expected each value of the sample once
                    f.csv:1:1: there is no finding on x of C; expected each value of the sample once
                    """)
        }
    }
}
