import AssessmentCore
import Testing

@Suite("Files that exporters write")
struct OutputFileTests {
    @Test(
        "Different ids make different names of files, and none leads out of its folder",
        arguments: [
            ("340100", "340100"), ("../x", "_2e_2e_2fx"), ("a_b", "a_5fb"), ("合肥", "_e5_90_88_e8_82_a5"),
            ("a\u{0}", "a_00"),
        ])
    func names(id: String, name: String) {
        #expect(OutputFile.safeName(id) == name)
    }
}
