import AssessmentCore
import AssessmentReview
import Foundation
import Testing

@Suite("The procedure of a review")
struct ReviewStateTests {
    private static let terms = ReviewTerms(
        commentDays: 5, appealDays: 5, decisionDays: 3,
        people: [
            ReviewTerms.Person(id: "office"), ReviewTerms.Person(id: "verifier"),
            ReviewTerms.Person(id: "hefei", unit: "340100"), ReviewTerms.Person(id: "wuhu", unit: "340200"),
        ])

    private static func act(_ act: ReviewAct, _ actor: String, _ date: String) -> RecordedAct {
        RecordedAct(act, by: actor, on: date)
    }

    /// Up to the publication on Monday 1 March 2021.
    private static let untilPublished: [RecordedAct] =
        [
            act(
                .issue(
                    scheme: "s1", authority: "省政府", document: "方案", terms: terms, units: ["340100", "340200"]),
                "office",
                "2020-01-15"),
            act(.selfReport(unit: "340100", evidence: "报告1"), "hefei", "2021-01-20"),
            act(.selfReport(unit: "340200", evidence: "报告2"), "wuhu", "2021-01-21"),
            act(.verify(unit: "340100", finding: .confirmed, note: ""), "verifier", "2021-02-01"),
            act(.verify(unit: "340200", finding: .corrected, note: "更正一处"), "hefei", "2021-02-02"),
            act(.publish(run: 1, scheme: "s1", results: "r1"), "office", "2021-03-01"),
        ]

    private func refusal(_ acts: [RecordedAct]) -> String {
        do throws(ReviewRefusal) {
            _ = try ReviewState(acts)
            return ""
        } catch {
            return error.description
        }
    }

    @Test("A review goes from its scheme to its end, with two objections and the run that follows")
    func whole() throws {
        let first = Self.act(
            .appeal(unit: "340100", cells: ["life"], objection: "漏计", evidence: "附件"), "hefei", "2021-03-03")
        let second = Self.act(
            .appeal(unit: "340200", cells: ["total"], objection: "过低", evidence: "附件"), "wuhu", "2021-03-08")
        var state = try ReviewState(
            Self.untilPublished + [
                first,
                Self.act(.decide(appeal: 1, decision: .upheld, reason: "属实", authority: "考核办"), "office", "2021-03-05"),
                second,
                Self.act(
                    .decide(appeal: 2, decision: .rejected, reason: "不属实", authority: "考核办"), "office", "2021-03-09"),
                Self.act(.amend(run: 2, scheme: "s1", results: "r2", changed: ["340100"]), "office", "2021-03-10"),
            ])
        #expect(state.stage == .published && state.run == 2)
        #expect(state.appeals.map(\.due.description) == ["2021-03-08", "2021-03-11"])
        #expect(state.lastDayOfAppeals?.description == "2021-03-08")
        try state.apply(Self.act(.approve(authority: "省政府", document: "会议纪要"), "office", "2021-03-10"))
        try state.apply(Self.act(.finalise, "office", "2021-03-12"))
        #expect(state.stage == .final)
        #expect(
            refusal(
                Self.untilPublished + [
                    Self.act(.approve(authority: "省政府", document: "x"), "office", "2021-03-09"),
                    Self.act(.finalise, "office", "2021-03-10"),
                    Self.act(.finalise, "office", "2021-03-11"),
                ]) == "the review is final, and its run frozen; nothing more can be done in it")
    }

    /// Raised on Tuesday 2 March with a term of three working days, so due on Friday 5 March.
    @Test(
        "A decision after its term is taken, and by how many working days it was late is known",
        arguments: [("2021-03-05", 0), ("2021-03-06", 1), ("2021-03-08", 1), ("2021-03-12", 5), ("2021-03-15", 6)])
    func late(day: String, daysLate: Int) throws {
        let appeal = ReviewAct.appeal(unit: "340100", cells: ["life"], objection: "x", evidence: "y")
        var state = try ReviewState(Self.untilPublished + [Self.act(appeal, "hefei", "2021-03-02")])
        #expect(state.appeals.first?.daysLate == 0)
        try state.apply(
            Self.act(.decide(appeal: 1, decision: .rejected, reason: "r", authority: "a"), "office", day))
        #expect(state.appeals.first?.due.description == "2021-03-05")
        #expect(state.appeals.first?.decision == .rejected)
        #expect(state.appeals.first?.daysLate == daysLate)
        try state.apply(Self.act(.approve(authority: "a", document: "d"), "office", "2021-03-15"))
        #expect(state.stage == .approved)
    }

    @Test("An amendment that was recorded before other changes were told is read as one without any")
    func formerAmendment() throws {
        let stored = #"{"amend":{"changed":["340100"],"results":"r2","run":2,"scheme":"s1"}}"#
        let act = try JSONDecoder().decode(ReviewAct.self, from: Data(stored.utf8))
        #expect(act == .amend(run: 2, scheme: "s1", results: "r2", changed: ["340100"]))
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        #expect(String(decoding: try encoder.encode(act), as: UTF8.self) == stored)
    }

    private static let impossible: [(acts: [RecordedAct], told: String)] = [
        ([act(.finalise, "office", "2020-01-01")], "the scheme is not issued; expected ‘assess review issue’ first"),
        (
            Array(untilPublished[..<2])
                + [act(.verify(unit: "340100", finding: .confirmed, note: ""), "hefei", "2021-02-01")],
            "hefei belongs to 340100 and cannot verify it: nobody verifies their own unit; expected somebody else"
        ),
        (
            Array(untilPublished[..<2])
                + [act(.verify(unit: "340200", finding: .confirmed, note: ""), "verifier", "2021-02-01")],
            "340200 has not handed in its self-report; expected ‘assess review self-report’ first"
        ),
        (
            Array(untilPublished[..<4]) + [act(.publish(run: 1, scheme: "s1", results: ""), "office", "2021-03-01")],
            "1 units are not verified: 340200; expected ‘assess review verify’ of each before the publication"
        ),
        (
            Array(untilPublished[..<5]) + [act(.publish(run: 1, scheme: "s2", results: ""), "office", "2021-03-01")],
            "run 1 does not follow the scheme that was issued (s1…), but another one (s2…); expected a run of a "
                + "specification that names the sealed scheme"
        ),
        (
            untilPublished
                + [act(.appeal(unit: "340100", cells: ["life"], objection: "x", evidence: "y"), "hefei", "2021-03-09")],
            "objections closed on 2021-03-08, and this one is of 2021-03-09; nothing can be done about it here"
        ),
        (
            untilPublished
                + [act(.appeal(unit: "340100", cells: ["life"], objection: "x", evidence: "y"), "wuhu", "2021-03-02")],
            "wuhu does not belong to 340100, whose act this is; expected somebody of the unit"
        ),
        (
            untilPublished
                + [
                    act(.appeal(unit: "340100", cells: ["life"], objection: "x", evidence: "y"), "hefei", "2021-03-02"),
                    act(.approve(authority: "a", document: "d"), "office", "2021-03-09"),
                ], "objection 1 of 340100 is not decided; expected ‘assess review decide’ first"
        ),
        (
            untilPublished
                + [
                    act(.appeal(unit: "340100", cells: ["life"], objection: "x", evidence: "y"), "hefei", "2021-03-02"),
                    act(.decide(appeal: 1, decision: .upheld, reason: "r", authority: "a"), "office", "2021-03-03"),
                    act(.approve(authority: "a", document: "d"), "office", "2021-03-09"),
                ],
            "no run follows from the upheld objection 1; expected the changed input files, a run, and ‘assess review amend’"
        ),
        (
            untilPublished + [act(.approve(authority: "a", document: "d"), "office", "2021-03-08")],
            "the term of comment ends on 2021-03-08; expected a day after it"
        ),
        (
            untilPublished + [act(.amend(run: 2, scheme: "s1", results: "", changed: []), "office", "2021-03-08")],
            "no objection was upheld that the run would follow from; expected ‘assess review decide’ first"
        ),
        (
            [
                act(
                    .issue(scheme: "s1", authority: "a", document: "d", terms: terms, units: ["340100"]), "hefei",
                    "2020-01-15")
            ], "hefei belongs to 340100 and cannot issue the review; expected somebody of the province"
        ),
        (
            untilPublished
                + [
                    act(.appeal(unit: "340100", cells: ["life"], objection: "x", evidence: "y"), "hefei", "2021-03-02"),
                    act(.decide(appeal: 1, decision: .upheld, reason: "r", authority: "a"), "office", "2021-03-03"),
                    act(.amend(run: 2, scheme: "s1", results: "r1", changed: []), "office", "2021-03-04"),
                ],
            "run 2 has the results of run 1; the decision on objection 1 is not among its inputs yet; expected the changed "
                + "input files and another run"
        ),
        (
            untilPublished + [act(.approve(authority: "\u{200B}", document: "d"), "office", "2021-03-09")],
            "‘approve’ names no authority; expected the authority in words"
        ),
        (
            untilPublished
                + [
                    act(
                        .amend(
                            run: 2, scheme: "s1", results: "", changed: [],
                            others: ReviewAct.OtherChanges(reason: " ", places: ["340200 life"])), "office",
                        "2021-03-08")
                ], "‘amend’ names no reason; expected the reason in words"
        ),
        (
            untilPublished + [act(.selfReport(unit: "340100", evidence: "x"), "hefei", "2021-03-08")],
            "‘self-report’ is not possible when the review is published: it comes too late; expected a review that is issued"
        ),
        (
            untilPublished + [act(.approve(authority: "a", document: "d"), "nobody", "2021-03-09")],
            "‘nobody’ is not among the people of the review; expected one of them"
        ),
        (
            untilPublished + [act(.approve(authority: "a", document: "d"), "wuhu", "2021-03-09")],
            "wuhu belongs to 340200 and cannot approve the review; expected somebody of the province"
        ),
        (
            untilPublished + [act(.approve(authority: " ", document: "d"), "office", "2021-03-09")],
            "‘approve’ names no authority; expected the authority in words"
        ),
        (
            untilPublished + [act(.approve(authority: "a", document: "d"), "office", "2021-02-09")],
            "the act of 2021-02-09 would come before that of 2021-03-01; expected a day from then on"
        ),
    ]

    @Test("What is not possible is refused, with what was expected", arguments: impossible.indices)
    func told(index: Int) {
        #expect(refusal(Self.impossible[index].acts) == Self.impossible[index].told)
    }
}
