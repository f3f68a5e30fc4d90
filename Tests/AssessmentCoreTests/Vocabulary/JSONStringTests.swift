import AssessmentCore
import Foundation
import Testing

@Suite("Texts as JSON writes them")
struct JSONStringTests {
    @Test(
        "A reader of JSON gets the same text back",
        arguments: [
            "", "安徽省", "\"quoted\" \\ back", "two\nlines\r\n\tand a tab", "\u{0}\u{1F}\u{7F}", "\u{2028}👨‍👩‍👧</script>",
        ])
    func roundTrip(text: String) throws {
        let read = try JSONSerialization.jsonObject(
            with: Data(JSONString.quoted(text).utf8), options: .fragmentsAllowed)
        #expect((read as? String).map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
    }
}
