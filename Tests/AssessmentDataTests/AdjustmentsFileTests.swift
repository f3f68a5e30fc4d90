import AssessmentCore
import Testing

@testable import AssessmentData

@Suite("The file of decisions")
struct AdjustmentsFileTests {
    private static let heading = "adjustment,unit,node,period,value,reason,authority,evidence,date,decided_by\n"

    private static let scheme = AdjustmentsFile.Scheme(
        Specification(
            id: "s", kind: .review, title: BilingualText(same: "s"), period: Period(year: 2020),
            history: [Period(year: 2019)], units: UnitSelection(file: "u.csv", levels: ["city"], inForceOn: nil),
            plugins: [],
            adjustments: [
                Adjustment(
                    id: "award", name: BilingualText(same: "a"), effect: .bonus(atMost: 3, upTo: nil),
                    authorities: ["省考核办"]),
                Adjustment(
                    id: "hard", name: BilingualText(same: "h"), effect: .coefficient(from: 1, to: 1.35, upTo: nil)),
                Adjustment(
                    id: "set", name: BilingualText(same: "s"), effect: .override, nodes: ["income", "density"]),
                Adjustment(id: "appeal", name: BilingualText(same: "o"), effect: .override, nodes: ["income"]),
                Adjustment(id: "veto", name: BilingualText(same: "v"), effect: .veto(Veto(.disqualified))),
            ], framework: FrameworkNode(id: "total", name: BilingualText(same: "t"), steps: [])),
        units: DataFixture.units)

    private func read(_ rows: String) throws(DiagnosticList) -> [AdjustmentDecision] {
        var seen: [AdjustmentsFile.Place: Origin] = [:]
        return try AdjustmentsFile.read(
            Array((Self.heading + rows).utf8), file: "d.csv", scheme: Self.scheme, units: DataFixture.units, seen: &seen
        )
    }

    @Test("Decisions are read; an empty node is the total, and an empty period the assessed one")
    func read() throws {
        let decisions = try read(
            "award,340100,,,2,国家级奖,省考核办,文1,2021-01-10,考核办\nset,340200,income,2019,80.5,更正,文2,件2,2021-01-11,李某\n"
                + "veto,340200,,,,统计造假,通报,件3,2021-01-12,省统计局\n")
        #expect(decisions.map(\.node) == ["total", "income", "total"])
        #expect(decisions.map(\.period.year) == [2020, 2019, 2020])
        #expect(decisions.map(\.value) == [2, 80.5, nil])
        #expect(decisions.map(\.origin.row) == [2, 3, 4])
        #expect(decisions[2].decidedBy == "省统计局" && decisions[2].date == CalendarDate("2021-01-12"))
    }

    @Test(
        "What is wrong is told at its cell",
        arguments: [
            (
                "award,340100,,,2,,省考核办,文1,2021-01-10,考核办\n",
                "d.csv:2:18: the column ‘reason’ is empty; expected a text"
            ),
            (
                "award,340100,,,2,r,,文1,2021-01-10,考核办\n",
                "d.csv:2:20: the column ‘authority’ is empty; expected a text"
            ),
            (
                "award,340100,,,2,r,某某,文1,2021-01-10,考核办\n",
                "d.csv:2:20: ‘某某’ is no authority for ‘award’; expected one of 省考核办"
            ),
            (
                "award,340100,,,-2,r,省考核办,文1,2021-01-10,考核办\n",
                "d.csv:2:16: -2 is not possible for ‘award’; expected the points that are added, a number above 0"
            ),
            (
                "hard,340100,,,1.5,r,a,文1,2021-01-10,考核办\n",
                "d.csv:2:15: 1.5 is not possible for ‘hard’; expected a coefficient from 1 to 1.35"
            ),
            (
                "set,340100,income,,101,r,a,文1,2021-01-10,考核办\n",
                "d.csv:2:20: 101 is not possible for ‘set’; expected the score that holds, from 0 to 100"
            ),
            (
                "set,340100,,,80,r,a,文1,2021-01-10,考核办\n",
                "d.csv:2:12: ‘set’ may be on several nodes, and none is named; expected one of income, density"
            ),
            (
                "veto,340100,,,1,r,a,文1,2021-01-10,考核办\n",
                "d.csv:2:15: 1 is not possible for ‘veto’; expected no value: a veto is on the grade"
            ),
            (
                "veto,999999,,,,r,a,文1,2021-01-10,考核办\n",
                "d.csv:2:6: no unit has the code ‘999999’; expected the code of an assessed unit"
            ),
            (
                "vito,340100,,,,r,a,文1,2021-01-10,考核办\n",
                "d.csv:2:1: the specification has no adjustment ‘vito’; expected one of award, hard, set, appeal, veto; did you "
                    + "mean ‘veto’?"
            ),
            (
                "set,340100,income,,80,r,a,文1,2021-01-10,x\nset,340100,income,,70,r,a,文2,2021-01-11,x\n",
                "d.csv:3:5: 340100 has two overrides at income in 2020 (also d.csv, row 2); expected one decision "
                    + "for a cell: strike out the one that no longer holds"
            ),
            (
                "set,340100,income,,80,r,a,文1,2021-01-10,x\nappeal,340100,,,70,r,a,文2,2021-01-11,x\n",
                "d.csv:3:8: 340100 has two overrides at income in 2020 (also d.csv, row 2); expected one decision for a "
                    + "cell: strike out the one that no longer holds"
            ),
            (
                "award,340100,,,2,r,省考核办,文1,2021-01-10,x\naward,340100,,,1,s,省考核办,文1,2021-01-11,x\n",
                "d.csv:3:25: 340100 has two decisions of ‘award’ on the same evidence (also d.csv, row 2); expected one "
                    + "decision on each piece of evidence"
            ),
            (
                "award,340100,,,2,\u{200B},省考核办,文1,2021-01-10,考核办\n",
                "d.csv:2:18: the column ‘reason’ is empty: its characters are invisible; expected a text"
            ),
            (
                "award,340100,,,2,r,省考核办,Doc 1(a),2021-01-10,x\n"
                    + "award,340100,,,1,s,省考核办,ｄoc\u{2060}１（Ａ）,2021-01-11,x\n",
                "d.csv:3:25: 340100 has two decisions of ‘award’ on the same evidence (also d.csv, row 2); expected one "
                    + "decision on each piece of evidence"
            ),
        ])
    func told(rows: String, told: String) {
        let problem = DataFixture.told { () throws(DiagnosticList) in try read(rows) }
        #expect(problem == told)
    }
}
