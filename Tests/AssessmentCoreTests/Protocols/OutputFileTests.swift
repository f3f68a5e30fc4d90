import Testing

@testable import AssessmentCore

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

    @Test("A name of 120 bytes stays as it is, and a longer one is shortened, differently for each id")
    func long() {
        let longest = String(repeating: "a", count: 120)
        #expect(OutputFile.safeName(longest) == longest)
        #expect(OutputFile.safeName(longest + "a").hasPrefix(String(repeating: "a", count: 86) + "_z"))
        let characters = Array("安徽省合肥市芜湖蚌埠淮南马鞍山".unicodeScalars).map(String.init)
        let beginnings = [String(repeating: "合", count: 31), String(repeating: "Aa", count: 70), longest]
        let ids = beginnings.flatMap { beginning in
            characters.flatMap { one in characters.map { beginning + one + $0 } } + [beginning, beginning.lowercased()]
        }
        let distinct = Set(ids)
        let names = Set(distinct.map { OutputFile.safeName($0).lowercased() })
        #expect(names.count == distinct.count)
        #expect(names.allSatisfy { $0.utf8.count <= 120 })
        // No byte of a character is cut in two: behind each `_` there are two digits.
        let name = OutputFile.safeName("a" + String(repeating: "合", count: 31))
        #expect(name.hasPrefix("a" + String(repeating: "_e5_90_88", count: 9) + "_e5_z"))
    }

    /// Test vectors of RFC 9923 and of the authors' page of FNV-1a of 128 bits: the empty text, `a` and `foobar`.
    @Test(
        "The digest is FNV-1a of 128 bits",
        arguments: [
            ("", "6c62272e07bb014262b821756295c58d"), ("a", "d228cb696f1a8caf78912b704e4a8964"),
            ("foobar", "343e1662793c64bf6f0d3597ba446f18"),
        ])
    func digest(text: String, digest: String) {
        #expect(OutputFile.digest(of: text) == digest)
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
