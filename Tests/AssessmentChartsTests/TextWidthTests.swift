import AssessmentCharts
import Testing

@Suite("Texts fit")
struct TextWidthTests {
    @Test("A Chinese character takes an em, a digit somewhat more than half of one")
    func widths() {
        #expect(TextWidth.of("信息消费", size: 10) == 40)
        #expect(abs(TextWidth.of("2020", size: 10) - 23.2) < 1e-9)
    }

    @Test("What does not fit ends in an ellipsis and fits", arguments: [0.0, 5, 12, 40, 41, 100])
    func fitted(width: Double) {
        for text in ["信息消费发展基础", "Foundations of information consumption", "👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦"] {
            let fitted = TextWidth.fitted(text, to: width, size: 12)
            #expect(fitted == text || fitted.isEmpty || fitted.hasSuffix("…"))
            #expect(TextWidth.of(fitted, size: 12) <= max(width, width + 6))
        }
    }

    @Test("Lines break between words and between Chinese characters, and nothing is lost before the last")
    func lines() {
        #expect(
            TextWidth.lines(of: "Public service consumption", width: 60, size: 10, most: 3)
                == ["Public", "service", "consumpt…"])
        #expect(TextWidth.lines(of: "信息消费发展基础", width: 40, size: 10, most: 2) == ["信息消费", "发展基础"])
        #expect(TextWidth.lines(of: "短", width: 40, size: 10, most: 2) == ["短"])
    }
}
