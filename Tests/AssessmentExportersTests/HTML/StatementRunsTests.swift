import Testing

@testable import AssessmentExporters

@Suite("Numbers of statements written shortly")
struct StatementRunsTests {
    @Test(
        "Runs of three or more are written by their ends",
        arguments: [
            (["L1", "L2", "L3", "L4"], "L1–L4"), (["L1", "L2", "M3"], "L1, L2, M3"),
            (["G2", "G3", "G4", "I1", "I2", "I4"], "G2–G4, I1, I2, I4"), (["A", "B", "C"], "A, B, C"), ([], ""),
            (["L9", "L10", "L11"], "L9–L11"), (["L3", "L2", "L1"], "L3, L2, L1"),
        ])
    func runs(ids: [String], text: String) {
        #expect(StatementRuns.text(ids) == text)
    }
}
