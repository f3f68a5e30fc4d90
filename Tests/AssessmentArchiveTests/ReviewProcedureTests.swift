#if Archive
import Testing

@Suite("assess review: from the scheme to the final result")
struct ReviewProcedureTests {
    @Test("Every act in its place: reports, verification, publication, two objections, the run that follows, the end")
    func whole() throws {
        let review = try TrialReview()
        try review.assess("scheme issue . --authority 省政府 --document 方案1号 --issued 2020-01-15")
        try review.assess("run . -o first --archive r.archive")
        #expect(
            try review.standings("first") == [
                "96 5 Fair", "88 1 Excellent", "86.5 2 Excellent", "76 3 Good", "53 4 Fair",
            ])
        try review.assess("review issue . --archive r.archive --actor office --date 2020-01-15")
        let own = "review verify r.archive 340100 --actor p340100 --finding confirmed --date 2021-02-01"
        for city in TrialReview.cities {
            try review.assess("review self-report r.archive \(city) --actor p\(city) --evidence 自评 --date 2021-01-25")
        }
        #expect(try review.assess(own, code: 65).errors.contains("nobody verifies their own unit"))
        for city in TrialReview.cities {
            try review.assess("review verify r.archive \(city) --actor verifier --finding confirmed --date 2021-02-01")
        }
        try review.assess("review publish r.archive 1 --actor office --date 2021-03-01")
        let appeal = "--objection 漏计 --evidence 附件"
        try review.assess("review appeal r.archive 340400 income --actor p340400 \(appeal) --date 2021-03-03")
        try review.assess("review appeal r.archive 340500 total --actor p340500 \(appeal) --date 2021-03-04")
        let late = "review appeal r.archive 340200 total --actor p340200 \(appeal) --date 2021-03-09"
        #expect(try review.assess(late, code: 65).errors.contains("objections closed on 2021-03-08"))
        let ground = "--reason 属实 --authority 复核纪要 --date 2021-03-05"
        try review.assess("review decide r.archive 1 --actor office --decision upheld \(ground)")
        try review.assess("review decide r.archive 2 --actor office --decision rejected \(ground)")
        let early = "review approve r.archive --actor office --authority 领导小组 --document 纪要 --date 2021-03-09"
        #expect(try review.assess(early, code: 65).errors.contains("no run follows from the upheld objection 1"))

        // The decision is an input file of the next run: Huainan's income scores 100, so 60 + 20 + 2 = 82.
        let decided = TrialReview.decisions + "correction,340400,income,,100,申诉属实,复核纪要,附件,2021-03-05,考核办\n"
        try review.write("decisions.csv", decided)
        try review.assess("run . -o second --archive r.archive")
        #expect(try review.standings("second")[3] == "82 3 Good")
        let amended = try review.assess("review amend r.archive 2 --actor office --date 2021-03-05").output
        #expect(amended.contains("76 → 82"), "\(amended)")
        try review.assess(early)
        try review.assess("review finalise r.archive --actor office --date 2021-03-10")
        #expect(
            try review.assess("review finalise r.archive --actor office --date 2021-03-11", code: 65).errors
                .contains("the review is final, and its run frozen"))
        let status = try review.assess("review status r.archive").output
        #expect(status.hasPrefix("small-review 2020: final\nrun 2 is the result\n"))
        #expect(status.contains("changed: 340400"))
        #expect(try review.assess("archive check r.archive").output.contains("events 19"))
    }

    @Test("A run under another scheme is not published, and neither is one of another review")
    func otherScheme() throws {
        let review = try TrialReview()
        try review.write(
            "assessment.yml", TrialReview.specification.replacing("  scheme: scheme.json\n", with: ""))
        try review.assess("run . -o first --archive r.archive")
        try review.write("assessment.yml", TrialReview.specification)
        try review.assess("scheme issue . --authority 省政府 --document 方案1号 --issued 2020-01-15")
        try review.assess("review issue . --archive r.archive --actor office --date 2020-01-15")
        for city in TrialReview.cities {
            try review.assess("review self-report r.archive \(city) --actor p\(city) --evidence 自评 --date 2021-01-25")
            try review.assess("review verify r.archive \(city) --actor verifier --finding confirmed --date 2021-01-25")
        }
        let publish = "review publish r.archive 1 --actor office --date 2021-03-01"
        #expect(
            try review.assess(publish, code: 65).errors.contains("run 1 does not follow the scheme that was issued"))
    }

    /// Due within five working days of Wednesday 3 March, that is by Wednesday 10 March.
    @Test("A decision after its term is taken, and the command and the status tell by how much it was late")
    func late() throws {
        let review = try TrialReview()
        try review.publish()
        try review.assess(
            "review appeal r.archive 340400 income --actor p340400 --objection 漏计 --evidence 附件 --date 2021-03-03")
        #expect(
            try review.assess("review status r.archive").output.contains(
                "\nobjection 1 of 340400 to be decided by 2021-03-10\n"))
        let decided = try review.assess(
            "review decide r.archive 1 --actor office --decision rejected --reason 不实 --authority 纪要 "
                + "--date 2021-03-15"
        ).output
        #expect(decided.hasSuffix("\nobjection 1: decided 3 working days late, due 2021-03-10\n"), "\(decided)")
        let status = try review.assess("review status r.archive").output
        #expect(
            status.contains("objection 1: rejected, 不实; authority: 纪要; decided 3 working days late, due 2021-03-10"),
            "\(status)")
        try review.assess(
            "review approve r.archive --actor office --authority 领导小组 --document 纪要 --date 2021-03-15")
    }

    /// Huainan's income was decided on; Bengbu's is altered along with it, so that it scores 60 instead of 58.5.
    @Test("A figure that was altered along with a decided one is refused and named; with a reason it is recorded")
    func altered() throws {
        let review = try TrialReview()
        try review.publish()
        try review.decide(1, "340400", "income", "upheld")
        try review.write("observations.csv", TrialReview.observations(incomes: ["340300": 40_000, "340400": 40_000]))
        try review.assess("run . -o second --archive r.archive")
        let amend = "review amend r.archive 2 --actor office --date 2021-03-05"
        let refused = try review.assess(amend, code: 65)
        #expect(refused.output == "")
        let lines = refused.errors.split(separator: "\n")
        #expect(lines.first == "run 2 changes more of run 1 than was decided on objection 1:")
        #expect(lines.count == 3, "\(refused.errors)")
        #expect(
            lines[1].hasPrefix("  340300 蚌埠市, 2020, Urban disposable income per person [income] measure 39000 → 40000")
                && lines[1].hasSuffix("← urban_disposable_income observations.csv:6"), "\(lines[1])")
        #expect(try review.assess("archive check r.archive").output.contains("events 14"))
        #expect(try review.assess(amend + " --also \u{3000}", code: 65).errors.hasPrefix("‘amend’ names no reason"))
        let accepted = try review.assess(amend + " --also 录入错误一并更正").output
        #expect(
            accepted.contains(
                "changed besides what was decided, since 录入错误一并更正:\n  340300 蚌埠市, 2020, Urban disposable income "),
            "\(accepted)")
        #expect(
            try review.assess("review status r.archive").output.contains(
                "changed: 340300, 340400; also 340300 income, not decided here: 录入错误一并更正"))
    }

    @Test("A reason for other changes is refused where there are none")
    func nothingElse() throws {
        let review = try TrialReview()
        try review.publish()
        try review.decide(1, "340400", "income", "partly")
        try review.write("observations.csv", TrialReview.observations(incomes: ["340400": 38_000]))
        try review.assess("run . -o second --archive r.archive")
        let amend = "review amend r.archive 2 --actor office --date 2021-03-05"
        #expect(
            try review.assess(amend + " --also x", code: 64).errors
                == "Error: run 2 changes nothing besides what was decided; leave out --also\n")
        try review.assess(amend)
    }

    @Test("An act is of no day to come, and takes over no issue of the scheme before its day; a node is named once")
    func days() throws {
        let review = try TrialReview()
        try review.assess("scheme issue . --authority 省政府 --document 方案1号 --issued 2020-01-15")
        try review.assess("run . -o first --archive r.archive")
        let issue = "review issue . --archive r.archive --actor office --date"
        #expect(
            try review.assess("\(issue) 2020-01-14", code: 65).errors.contains(
                "the act of 2020-01-14 would come before the scheme was issued on 2020-01-15"))
        #expect(
            try review.assess("\(issue) 9999-12-31", code: 65).errors.contains(
                "the act of 9999-12-31 lies in the future; expected a day up to "))
        #expect(
            try review.assess("review issue . --archive r.archive --actor p340100 --date 2020-01-15", code: 65).errors
                .contains("cannot issue the review"))
        #expect(try review.assess("archive check r.archive").output.contains("events 0"))
    }

    @Test("A run in which nothing is corrected is refused, and the corrected one can still follow")
    func unchanged() throws {
        let review = try TrialReview()
        try review.publish()
        try review.assess(
            "review appeal r.archive 340400 income income --actor p340400 --objection 漏计 --evidence 附件 "
                + "--date 2021-03-03")
        let status = try review.assess("review status r.archive").output
        #expect(status.contains("income") && !status.contains("income, income") && !status.contains("income income"))
        try review.assess(
            "review decide r.archive 1 --actor office --decision upheld --reason 属实 --authority 纪要 --date 2021-03-05")
        try review.assess("run . -o second --archive r.archive")
        let same = try review.assess("review amend r.archive 2 --actor office --date 2021-03-05 --also x", code: 65)
        #expect(same.errors.hasPrefix("run 2 has the results of run 1; the decision on objection 1 is not among its "))
        try review.write("observations.csv", TrialReview.observations(incomes: ["340400": 38_000]))
        try review.assess("run . -o third --archive r.archive")
        try review.assess("review amend r.archive 3 --actor office --date 2021-03-05")
    }
}
#endif
