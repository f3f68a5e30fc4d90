import Testing

@testable import AssessmentChecks

@Suite("Digit tests")
struct DigitTestTests {
    @Test("Significant digits as a number is written shortest", arguments: [
        (120.3, "1203"), (120_300, "1203"), (0.005, "5"), (1e-7, "1"), (0, ""), (-42.5, "425"), (1.5e300, "15"),
    ])
    func digits(value: Double, text: String) {
        #expect(SignificantDigits.text(of: value) == text)
    }
}
