import AssessmentCore
import Testing

@testable import AssessmentConfiguration

@Suite("YAML: what is read")
struct YAMLReadingTests {
    @Test(arguments: [
        ("a: 1\nb: two words\n", "{a: 1, b: two words}"),
        ("a: 'it''s'\nb: \"x\\ty\"\n", "{a: “it's”, b: “x\ty”}"),
        ("a: |\n  one\n  two\nb: >\n  one\n  two\n", "{a: “one\ntwo\n”, b: “one two\n”}"),
        ("a: |-\n  one\nb: >+\n  two\n\n", "{a: “one”, b: “two\n\n”}"),
        ("a: one\n  two\n", "{a: one two}"),
        ("- 1\n- [2, {b: 3}]\n-\n", "[1, [2, {b: 3}], ]"),
        ("a:\n- 1\n- 2\n", "{a: [1, 2]}"),
        ("{b, \"c\":1}", "{b: , c: 1}"),
        ("? a\n: 1\n", "{a: 1}"),
        ("a: &x {b: [1]}\nc: *x\nd: [*x, *x]\n", "{a: {b: [1]}, c: {b: [1]}, d: [{b: [1]}, {b: [1]}]}"),
        ("a: &x 1\nb: &x 2\nc: *x\n", "{a: 1, b: 2, c: 2}"),
        ("a: &x {b: &x 1}\nc: *x\n", "{a: {b: 1}, c: 1}"),
        ("&x b: 1\nc: {*x : 2}\n", "{b: 1, c: {b: 2}}"),
        ("\"<<\": 1\n\"null\": 2\n'a:b':\n", "{<<: 1, null: 2, a:b: }"),
        ("%YAML 1.2\n---\na: b # note\n...\n", "{a: b}"),
        ("安徽省: { zh: 信息消费, en: x }\n", "{安徽省: {zh: 信息消费, en: x}}"),
        ("a: 1\r\nb: |\r\n  x\r\n", "{a: 1, b: “x\n”}"),
        ("x", "x"), ("~", "~"), ("''", "“”"),
    ])
    func tree(text: String, sketch: String) {
        #expect(reading(text) == sketch)
    }

    @Test func positionsCountCharacters() throws {
        let text = "安徽: { 省: 合肥, 𠀀: \"x\" }\r\n市:\r\n  - 芜湖\n  - &a 马鞍山\n区: *a\n空:\n"
        let root = try YAMLReader.read(bytes: Array(text.utf8), file: "f")
        #expect(
            root.places == [
                "f:1:1 {", "f:1:1 安徽:", "f:1:5 {", "f:1:7 省:", "f:1:10 合肥", "f:1:14 𠀀:", "f:1:17 x",
                "f:2:1 市:", "f:3:3 [", "f:3:5 芜湖", "f:4:5 马鞍山", "f:5:1 区:", "f:4:5 马鞍山", "f:6:1 空:", "f:6:3 ",
            ])
    }

    @Test(arguments: [
        ("", true), ("~", true), ("null", true), ("Null", true), ("NULL", true), ("nULL", false), ("''", false),
        ("'null'", false), ("[]", false), ("0", false),
    ])
    func null(written: String, isNull: Bool) throws {
        #expect(try interpreting(written) { node throws(Diagnostic) in node.isNull } == String(isNull))
    }
}
