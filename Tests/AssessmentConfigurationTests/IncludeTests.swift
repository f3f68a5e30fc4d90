import AssessmentCore
import Foundation
import Testing

@testable import AssessmentConfiguration

@Suite("A specification in several files")
struct IncludeTests {
    private static let framework = Trial.text.components(separatedBy: "framework:\n")[1]
    private static let head = Trial.text.components(separatedBy: "framework:\n")[0]
    private static let second = """
        - use: alpha.density
          weight: 40
          evaluate: { goalposts: { floor: 0, ceiling: 10 } }

        """

    /// The trial with its framework in a file of its own and its second indicator in another one beside that.
    private func folder(
        framework: String = "framework: { include: parts/framework.yml }\n", second: String = Self.second
    ) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let first = Self.framework.components(separatedBy: "    - use: alpha.density")[0]
        try folder.write("assessment.yml", Self.head + framework)
        try folder.write("parts/framework.yml", first + "    - include: lists/second.yml\n")
        try folder.write("parts/lists/second.yml", second)
        return folder
    }

    @Test("Includes of includes are relative to the naming file, and a list is spliced into a list")
    func nested() throws {
        let read = try folder().read()
        #expect(read.specification.framework.children.map(\.id) == ["alpha.income", "alpha.density"])
        #expect(read.files.map(\.path) == ["assessment.yml", "parts/framework.yml", "parts/lists/second.yml"])
    }

    @Test("A problem is told at its place in the included file")
    func place() throws {
        let told = try folder(second: Self.second.replacingOccurrences(of: "goalposts", with: "goalpost")).problems()
        #expect(
            told == """
                parts/lists/second.yml:3:15: there is no evaluator ‘goalpost’; expected an evaluator of ‘assess list \
                methods’; did you mean ‘goalposts’?
                """)
    }

    @Test("A file that includes itself is told, and nothing that only follows from it")
    func ownCircle() throws {
        let told = try folder(framework: "framework: { include: assessment.yml }\n").problems()
        #expect(
            told == """
                assessment.yml:8:23: ‘assessment.yml’ includes itself (assessment.yml → assessment.yml); \
                expected files that form no circle
                """)
    }

    @Test("A circle over two files is told with its files")
    func longCircle() throws {
        let told = try folder(second: "- include: ../framework.yml\n").problems()
        #expect(
            told == """
                parts/lists/second.yml:1:12: ‘../framework.yml’ includes itself \
                (parts/framework.yml → parts/lists/second.yml → parts/framework.yml); expected files that form no circle
                """)
    }

    @Test("A file included twice side by side is no circle")
    func twice() throws {
        let folder = try folder()
        let text = Self.head.replacingOccurrences(of: "{ zh: 试, en: Trial }", with: "{ include: title.yml }")
            .replacingOccurrences(of: "  period", with: "  notice: { include: title.yml }\n  period")
        try folder.write("title.yml", "{ zh: 试, en: Trial }\n")
        #expect(try folder.problems(of: text + "framework: { include: parts/framework.yml }\n") == "")
    }

    @Test(
        "An include that cannot be read is the only thing that is told",
        arguments: [
            (
                "framework: { include: parts/framwork.yml }",
                "8:23: there is no file ‘parts/framwork.yml’; expected a file beside the specification; "
                    + "did you mean ‘parts/framework.yml’?"
            ),
            (
                "framework: { include: ../framework.yml }",
                "8:23: ‘../framework.yml’ leaves the folder of the specification; "
                    + "expected a path that stays inside the folder of the specification"
            ),
            (
                "framework: { include: parts }", "8:23: ‘parts’ is not a file; expected a regular file"
            ),
            ("framework: { include: [a] }", "8:23: a list is written here; expected a text"),
            (
                "framework:\n  indicators: { include: nothing.yml }",
                "9:26: there is no file ‘nothing.yml’; expected a file beside the specification"
            ),
            (
                "framework:\n  indicators:\n    - include: nothing.yml",
                "10:16: there is no file ‘nothing.yml’; expected a file beside the specification"
            ),
        ])
    func unreadable(framework: String, problem: String) throws {
        #expect(try folder(framework: framework + "\n").problems() == "assessment.yml:" + problem)
    }

    @Test("A broken line of an included file is told there, and nothing that only follows from it")
    func broken() throws {
        let told = try folder(second: "- use: @\n").problems()
        #expect(told == "parts/lists/second.yml:1:8: ‘@’ cannot begin a value; put the text in quotes")
    }

    @Test("A tree of includes that doubles with each file ends")
    func bomb() throws {
        let folder = try folder()
        for level in 0..<30 {
            try folder.write("b\(level).yml", "a: { include: b\(level + 1).yml }\nb: { include: b\(level + 1).yml }\n")
        }
        let told = try folder.problems(of: "framework: { include: b0.yml }\n")
        #expect(told.contains("more than 200 files are included; expected a specification of fewer files"))
    }
}
