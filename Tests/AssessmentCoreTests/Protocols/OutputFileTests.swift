import AssessmentCore
import Testing

@Suite("Files that exporters write")
struct OutputFileTests {
    @Test(
        "Different ids make different names of files, and none leads out of its folder",
        arguments: [
            ("340100", "340100"), ("../x", "_2e_2e_2fx"), ("a_b", "a_5fb"), ("合肥", "_e5_90_88_e8_82_a5"),
            ("a\u{0}", "a_00"), ("a-1", "a-1"),
        ])
    func names(id: String, name: String) {
        #expect(OutputFile.safeName(id) == name)
    }
    /// By hand: of the letters c, i, t, y the first counts 1, the second 2, the third 4, the fourth 8, the fifth 1 again.
    @Test(
        "Ids that differ in capital letters only make names that differ without them, and none is a device of Windows",
        arguments: [
            ("A", "A_u1"), ("a", "a"), ("aB", "aB_u2"), ("City", "City_u1"), ("CITY", "CITY_uf"),
            ("cityA", "cityA_u01"),
            ("N9", "N9_u1"), ("CON", "CON_u7"), ("con", "con_"), ("lpt1", "lpt1_"), ("con1", "con1"),
            ("\u{c9}", "_c3_89"),
        ])
    func capitals(id: String, name: String) {
        #expect(OutputFile.safeName(id) == name)
    }

    @Test("No two of many ids make one name, whatever the case")
    func distinct() {
        let parts = ["", "a", "A", "b", "B", "_", "u", "1", "合"]
        var ids = parts
        for _ in 0..<3 { ids = ids.flatMap { id in parts.map { id + $0 } } }
        let names = Set(Set(ids).map { OutputFile.safeName($0).lowercased() })
        #expect(names.count == Set(ids).count)
    }
}
