import AssessmentCore
import Foundation
import Testing

@testable import AssessmentConfiguration

@Suite("A specification: the files that it names")
struct SpecificationFilesTests {
    @Test(
        "A path that leaves the folder or leads to no file is told where it is written",
        arguments: [
            ("../x.csv", "‘../x.csv’ leaves the folder of the specification; expected \(inside)"),
            ("a/../../x.csv", "‘a/../../x.csv’ leaves the folder of the specification; expected \(inside)"),
            ("/etc/passwd", "‘/etc/passwd’ is an absolute path; expected \(inside)"),
            ("~/x.csv", "‘~/x.csv’ is an absolute path; expected \(inside)"),
            ("outside.csv", "‘outside.csv’ is a link that leaves the folder of the specification; expected \(inside)"),
            (
                "door/secret.csv",
                "‘door/secret.csv’ is a link that leaves the folder of the specification; expected \(inside)"
            ),
            ("nowhere.csv", "there is no file ‘nowhere.csv’; expected a file beside the specification"),
            (
                "unit.csv",
                "there is no file ‘unit.csv’; expected a file beside the specification; did you mean ‘units.csv’?"
            ),
            ("folder", "‘folder’ is not a file; expected a regular file"),
            ("pipe", "‘pipe’ is not a file; expected a regular file"),
            (".", "‘.’ is the folder of the specification itself; expected a file in it"),
            ("\"a\\nb\"", "the path holds a control character; expected \(inside)"),
        ])
    func refused(path: String, problem: String) throws {
        let folder = try TemporaryFolder()
        try folder.write("folder/a.csv", "")
        try folder.write("../secret.csv", "code\n")
        let manager = FileManager.default
        let outside = folder.url.deletingLastPathComponent()
        try manager.createSymbolicLink(
            at: folder.url.appendingPathComponent("outside.csv"),
            withDestinationURL: outside.appendingPathComponent("secret.csv"))
        try manager.createSymbolicLink(
            at: folder.url.appendingPathComponent("door"), withDestinationURL: outside)
        #expect(mkfifo(folder.url.appendingPathComponent("pipe").path, 0o600) == 0)
        let units = "units: { file: \(path), levels: city, in_force_on: 2020-12-31 }"
        let text = try Trial.text(after: [("units: { file: units.csv, levels: city, in_force_on: 2020-12-31 }", units)])
        #expect(try folder.problems(of: text) == "assessment.yml:6:16: \(problem)")
    }

    private static let inside = "a path that stays inside the folder of the specification"

    @Test("A link to a file in the folder is followed")
    func linkInside() throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createSymbolicLink(
            atPath: folder.url.appendingPathComponent("link.csv").path, withDestinationPath: "units.csv")
        let text = try Trial.text(after: [("units.csv", "link.csv")])
        #expect(try folder.problems(of: text) == "")
    }

    @Test("A specification that is not there, a folder or a pipe is told")
    func noSpecification() throws {
        let folder = try TemporaryFolder()
        #expect(
            folder.problems()
                == "assessment.yml:1:1: there is no file ‘assessment.yml’; expected a file that can be read")
        #expect(mkfifo(folder.url.appendingPathComponent("assessment.yml").path, 0o600) == 0)
        #expect(folder.problems() == "assessment.yml:1:1: ‘assessment.yml’ is not a file; expected a regular file")
    }

    @Test(
        "A file that is no YAML text is told with its place",
        arguments: [
            (
                "",
                "assessment.yml:1:1: the file is empty: it holds nothing but comments or blanks; "
                    + "expected keys with values, of which ‘assessment:’ is the first of an assessment.yml"
            ),
            (
                "\u{FEFF}a: 1",
                "assessment.yml:1:1: the file begins with a byte order mark; save as UTF-8 without BOM"
            ),
            (
                "a: 1\n---\nb: 1\n",
                "assessment.yml:2:1: a second document begins here; expected one document a file; "
                    + "delete the line ‘---’ or ‘...’, or use two files"
            ),
            (
                String(repeating: "[", count: 10_000),
                "assessment.yml:1:65: lists and mappings are nested more than 64 levels deep"
            ),
            (
                "a: &a [1,1,1,1,1,1,1,1,1,1]\n"
                    + (1...8).map { level in
                        let (name, below) = (
                            "abcdefghi".dropFirst(level).prefix(1), "abcdefgh".dropFirst(level - 1).prefix(1)
                        )
                        return "\(name): &\(name) [" + Array(repeating: "*\(below)", count: 10).joined(separator: ",")
                            + "]\n"
                    }.joined(),
                "assessment.yml:5:29: the file holds more than 100,000 values, counting each use of an alias ‘*’ in full; "
                    + "expected a smaller file; keep large tables in data files"
            ),
        ])
    func notYAML(text: String, problem: String) throws {
        #expect(try TemporaryFolder().problems(of: text) == problem)
    }

    @Test("Bytes that are not UTF-8 are told with their line and column in characters")
    func notUTF8() throws {
        let folder = try TemporaryFolder()
        try folder.write("assessment.yml", bytes: Array("a: 1\n安徽: ".utf8) + [0xB0, 0xB2])
        #expect(
            folder.problems()
                == "assessment.yml:2:5: the file is not valid UTF-8 here (byte B0); it may have been saved as GBK or “ANSI”; "
                + "expected a file saved as UTF-8 without BOM")
    }
}
