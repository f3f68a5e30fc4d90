import AssessmentCore
import AssessmentPipeline
import Testing

@testable import AssessmentReview

@Suite("Changes of figures as a person writes them")
struct DataChangeTests {
    @Test(
        "Numbers, changes and reasons",
        arguments: [
            ("a@u1=12.5", DataChange(variable: "a", unit: "u1", value: .number(12.5))),
            ("a@合肥市@2019=-3", DataChange(variable: "a", unit: "合肥市", period: "2019", value: .number(-3))),
            ("a@u1=+5%", DataChange(variable: "a", unit: "u1", value: .percent(5))),
            ("a@u1=-5%", DataChange(variable: "a", unit: "u1", value: .percent(-5))),
            ("a@u1=+10", DataChange(variable: "a", unit: "u1", value: .increase(10))),
            ("a@u1=+-10", DataChange(variable: "a", unit: "u1", value: .increase(-10))),
            ("a@u1=falsified", DataChange(variable: "a", unit: "u1", value: .absent(.falsified))),
        ])
    func forms(text: String, expected: DataChange) throws {
        #expect(try DataChange(text) == expected)
    }

    @Test(
        "Anything else is refused",
        arguments: ["a@u1", "a=1", "@u1=1", "a@=1", "a@u1=", "a@u1=nan", "a@u1=1e999", "a@u@2@3=1"])
    func refused(text: String) {
        #expect(throws: DataChangeProblem.self) { try DataChange(text) }
    }

    private func review() -> SmallReview {
        var review = SmallReview(.total([.leaf("a"), .leaf("b")]))
        review.units = [
            SmallReview.unit("u1"), SmallReview.unit("old", until: "2020-06-30", successor: "u1"),
            SmallReview.unit("new", from: "2020-06-30"),
        ]
        review.history = [2019]
        review.observe("a", ["u1": 40], in: 2020)
        return review
    }

    private func changed(_ texts: String...) throws -> ChangedData {
        let review = review()
        return try ChangedData(
            texts.map { try DataChange($0) }, of: review.data, specification: review.specification,
            catalogue: review.catalogue(), panel: review.pipeline().panel(review.data.units))
    }

    @Test("A figure that is set twice is refused, however its unit and period are written")
    func twice() {
        for second in ["a@u1=2", "a@Unit u1=2", "a@u1@2020=+5%"] {
            let problem = #expect(throws: DataChangeProblem.self) { try changed("a@u1=1", second) }
            #expect(problem?.problem == "‘a u1 2020’ is set twice; expected one change of a figure")
        }
    }

    @Test("A figure is changed, and added where there was none, which is told")
    func applied() throws {
        let outcome = try changed("b@u1@2019=7", "a@Unit u1=+25%")
        #expect(outcome.data.observations.map(\.value) == [50, 7])
        #expect(outcome.data.observations.first?.origin == Origin(file: "--set", row: 2, column: "value"))
        #expect(outcome.notes.map(\.en) == ["the data have no observation of b u1 2019; it is added"])
        #expect(outcome.units == ["u1"])
    }

    @Test("A figure of a unit that is assessed under another code is told to be one of that")
    func merged() throws {
        #expect(try changed("a@old@2019=3").units == ["u1"])
        #expect(
            throws: DataChangeProblem(
                "old Unit old was no longer in force at the end of 2020; its figures are those of u1 Unit u1")
        ) {
            try changed("a@old=3")
        }
        #expect(throws: DataChangeProblem("new Unit new was not yet in force at the end of 2019")) {
            try changed("a@new@2019=3")
        }
    }

    @Test("What cannot be raised is told")
    func nothingToRaise() throws {
        let error = #expect(throws: DataChangeProblem.self) { try changed("b@u1=+5%") }
        #expect(error?.problem == "‘b u1 2020’ has no number that could be raised or lowered; give the number itself")
    }
}
