import AssessmentCore
import Testing

@Suite("Columns")
struct ColumnTests {
    /// The invariants that every reader of a column relies on, after each of many random changes.
    @Test("A number stands exactly where a cell is measured or imputed, and a reason where it is not measured")
    func invariants() {
        var generator = SplitMix64(seed: 3)
        var column = Column(count: 8, absent: .notCollected)
        let numbers: [Double] = [1, -2.5, 0, .nan, .infinity, -.infinity, 1e300]
        for _ in 0..<2000 {
            let row = Int.random(in: 0..<8, using: &generator)
            let number = numbers.randomElement(using: &generator) ?? 0
            let reason = Reason.allCases.randomElement(using: &generator) ?? .refused
            switch Int.random(in: 0..<3, using: &generator) {
            case 0: column.measure(number, at: row)
            case 1: column.impute(number, because: reason, at: row)
            default: column.leaveOut(reason, at: row)
            }
            let state = column.states[row]
            let hasNumber = state == .measured || state == .imputed
            #expect(column.values[row].isFinite == hasNumber)
            #expect(column.values[row].isNaN == !hasNumber)
            #expect((column[row] != nil) == hasNumber)
            if state == .measured { #expect(column.reasons[row] == nil) }
            if !hasNumber { #expect(column.reasons[row]?.state == state) }
        }
    }

    @Test("Numbers that are not finite fail as outside the domain")
    func notFinite() {
        let column = Column(measured: [1, .nan, .infinity, 0])
        #expect(column.states == [.measured, .failed, .failed, .measured])
        #expect(column.reasons == [nil, .outsideDomain, .outsideDomain, nil])
        #expect(column[1] == nil && column[3] == 0)
    }

    @Test("A column without values tells one reason in every row")
    func absent() {
        let column = Column(count: 3, absent: .zeroTarget)
        #expect(column.count == 3)
        #expect(column.states.allSatisfy { $0 == .notApplicable })
        #expect(column.values.allSatisfy { $0.isNaN })
    }

    @Test("An imputed cell keeps the reason why it had no value")
    func imputed() {
        var column = Column(count: 1, absent: .notSubmitted)
        column.impute(4, because: .notSubmitted, at: 0)
        #expect(column.states[0] == .imputed && column.reasons[0] == .notSubmitted && column[0] == 4)
    }

    @Test("A later value takes the note of an earlier one away")
    func notes() {
        var column = Column(count: 2, absent: .notSubmitted)
        column.measure(1, note: BilingualText(same: "first"), at: 0)
        #expect(column.notes == [0: BilingualText(same: "first")])
        column.leaveOut(.falsified, at: 0)
        #expect(column.notes.isEmpty)
    }
}
