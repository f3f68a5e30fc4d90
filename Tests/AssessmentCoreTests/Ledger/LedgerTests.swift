import AssessmentCore
import Testing

@Suite("The ledger")
struct LedgerTests {
    private static let bands = [
        GradeBand(atLeast: 90, name: BilingualText(zh: "优秀", en: "Excellent")),
        GradeBand(atLeast: 0, name: BilingualText(zh: "合格", en: "Pass")),
    ]

    private static func entry(_ node: String, _ step: Step.Kind, _ numbers: [Double], _ detail: Ledger.Detail)
        -> Ledger.Entry
    {
        Ledger.Entry(node: node, step: step, column: Column(measured: numbers), detail: detail)
    }

    private let ledger = Ledger(
        panel: Panel(units: ["a", "b"].map { Sample.unit($0) }, periods: Sample.periods(2020...2020)),
        entries: [
            entry("x", .measure, [1, 2], .measured(indicator: "d.x", evidence: .listed([[], []]))),
            entry(
                "x", .evaluate, [10, 20],
                .applied(method: "m", parameters: ParameterValues(), closedForm: nil, remarks: [])),
            entry("x", .missing, [11, 20], .resolved([0: .zero])),
            entry("x", .round, [11.1, 20.1], .rounded(decimals: 1)),
            entry("x", .rank, [2, .nan], .ranked(tolerance: 0, groupSizes: [2, 2], tieBreaks: [])),
            entry("x", .grade, [1, 7], .graded(bands)),
            entry(
                "y", .evaluate, [5, 6],
                .applied(method: "m", parameters: ParameterValues(), closedForm: nil, remarks: [])),
        ])

    @Test("The tables of a node come in the order of its steps")
    func entries() {
        #expect(ledger.entries(of: "x").map(\.step) == [.measure, .evaluate, .missing, .round, .rank, .grade])
        #expect(ledger.entries(of: "y").count == 1)
        #expect(ledger.entries(of: "z").isEmpty)
        #expect(ledger.entry(of: "x", .missing)?.column.values == [11, 20])
        #expect(ledger.entry(of: "y", .missing) == nil)
    }

    @Test("The score of a node is the last of its steps that gives one; its values are those measured")
    func scores() {
        #expect(ledger.scores(of: "x")?.values == [11.1, 20.1])
        #expect(ledger.values(of: "x")?.values == [1, 2])
        #expect(ledger.values(of: "y") == nil && ledger.scores(of: "z") == nil)
    }

    @Test("A rank comes with the size of its group, where there is one")
    func rank() throws {
        let rank = try #require(ledger.rank(of: "x", row: 0))
        #expect(rank.rank == 2 && rank.of == 2)
        #expect(ledger.rank(of: "x", row: 1) == nil && ledger.rank(of: "y", row: 0) == nil)
    }

    @Test("A grade is that of its position; a position that no band has is none")
    func grade() {
        #expect(ledger.grade(of: "x", row: 0)?.name.en == "Pass")
        #expect(ledger.grade(of: "x", row: 1) == nil && ledger.grade(of: "y", row: 0) == nil)
    }
}
