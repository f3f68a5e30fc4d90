import AssessmentCore
import Foundation
import Testing

@testable import AssessmentWorkbench

@Suite("The folder of results")
struct OutputFolderTests {
    private static let files = [
        OutputFile(path: "index.html", text: "<p>合肥"), OutputFile(path: "units/340100.html", text: "1"),
    ]

    @Test("A folder that is not there is made, with the folders above it, and nothing is left beside it")
    func absent() throws {
        let place = try Place()
        try OutputFolder(place.path("a/b/out")).write(Self.files)
        #expect(try place.contents() == ["a/b/out/.assess-output", "a/b/out/index.html", "a/b/out/units/340100.html"])
        #expect(try place.text("a/b/out/index.html") == "<p>合肥")
    }

    @Test("An empty folder is filled")
    func empty() throws {
        let place = try Place()
        try place.makeFolder("out")
        try OutputFolder(place.path("out")).write(Self.files)
        #expect(try place.contents().count == 3)
    }

    @Test("Earlier results are replaced whole: a file that is no longer written vanishes")
    func replaced() throws {
        let place = try Place()
        try OutputFolder(place.path("out")).write(Self.files)
        try OutputFolder(place.path("out/")).write([OutputFile(path: "units/340200.html", text: "2")])
        #expect(try place.contents() == ["out/.assess-output", "out/units/340200.html"])
    }

    @Test(
        "A folder that holds a file of somebody else is refused and left as it is",
        arguments: [("notes.txt", false), ("notes.txt", true), ("units/notes.txt", true), (".hidden", true)])
    func foreign(path: String, besideResults: Bool) throws {
        let place = try Place()
        if besideResults { try OutputFolder(place.path("out")).write(Self.files) }
        try place.write("out/" + path, "mine")
        let before = try place.contents()
        let failure = #expect(throws: AssessmentFailure.self) {
            try OutputFolder(place.path("out")).write([OutputFile(path: "a", text: "")])
        }
        #expect(failure?.isOutput == true)
        #expect(
            failure?.description
                == "‘\(place.path("out"))’ holds files that assess did not write, such as ‘\(path)’, and they would be "
                + "lost; move them away, or name a new or an empty folder")
        #expect(try place.contents() == before)
        #expect(try place.text("out/" + path) == "mine")
    }

    @Test("A file that was edited since is not replaced; one that was deleted, or written by an earlier version, is")
    func edited() throws {
        let place = try Place()
        try OutputFolder(place.path("out")).write(Self.files)
        try place.write("out/units/340100.html", "1, edited")
        let failure = #expect(throws: AssessmentFailure.self) {
            try OutputFolder(place.path("out")).write(Self.files)
        }
        #expect(
            failure?.description
                == "‘units/340100.html’ in ‘\(place.path("out"))’ was changed since assess wrote it, and the changes would "
                + "be lost; move it away or delete it, or name another folder")
        #expect(try place.text("out/units/340100.html") == "1, edited")
        try FileManager.default.removeItem(atPath: place.path("out/units/340100.html"))
        try OutputFolder(place.path("out")).write(Self.files)
        #expect(try place.text("out/units/340100.html") == "1")
        try place.write("out/.assess-output", "index.html\nunits/340100.html\n")
        try place.write("out/index.html", "another")
        try OutputFolder(place.path("out")).write(Self.files)
        #expect(try place.text("out/index.html") == "<p>合肥")
    }

    @Test("What a desktop leaves in a folder is in nobody's way")
    func desktops() throws {
        let place = try Place()
        try OutputFolder(place.path("out")).write(Self.files)
        try place.write("out/.DS_Store", "")
        try OutputFolder(place.path("out")).write(Self.files)
        #expect(try place.contents().count == 3)
    }

    @Test("A file in the way is refused and left as it is")
    func file() throws {
        let place = try Place()
        try place.write("out", "mine")
        let failure = #expect(throws: AssessmentFailure.self) {
            try OutputFolder(place.path("out")).write(Self.files)
        }
        #expect(failure?.description == "‘\(place.path("out"))’ is a file; name a folder for the results")
        #expect(throws: AssessmentFailure.self) { try OutputFolder(place.path("out/below")).write(Self.files) }
        #expect(try place.contents() == ["out"])
        #expect(try place.text("out") == "mine")
    }

    @Test(
        "A path that leaves the folder is refused, and what was there is untouched",
        arguments: ["../x", "../\u{338}x", "a/../../x", "/x", "", "a//b", ".", "a/.", "a\\b", "a\u{0}b", "a\nb"])
    func leaving(path: String) throws {
        let place = try Place()
        try OutputFolder(place.path("out")).write(Self.files)
        let before = try place.contents()
        let failure = #expect(throws: AssessmentFailure.self) {
            try OutputFolder(place.path("out")).write([
                OutputFile(path: "a", text: ""), OutputFile(path: path, text: ""),
            ])
        }
        #expect(failure?.description == "an exporter names the file ‘\(path)’, which leaves the output folder")
        #expect(try place.contents() == before)
    }

    @Test("Two files of one path are refused, since one would be lost")
    func twice() throws {
        let place = try Place()
        for path in ["a.csv", ".assess-output"] {
            let failure = #expect(throws: AssessmentFailure.self) {
                try OutputFolder(place.path("out")).write([
                    OutputFile(path: path, text: "1"), OutputFile(path: path, text: "2"),
                ])
            }
            #expect(failure?.isOutput == false)
        }
        #expect(try place.contents() == [])
    }

    @Test("A failure midway leaves earlier results untouched and nothing beside them")
    func midway() throws {
        let place = try Place()
        try OutputFolder(place.path("out")).write(Self.files)
        let before = try place.contents()
        // A file stands where the second one needs a folder.
        #expect(throws: AssessmentFailure.self) {
            try OutputFolder(place.path("out")).write([
                OutputFile(path: "a", text: ""), OutputFile(path: "a/b", text: ""),
            ])
        }
        #expect(try place.contents() == before)
        #expect(try place.text("out/index.html") == "<p>合肥")
    }

    @Test("Behind a symbolic link the folder that it leads to is replaced, and the link stays")
    func link() throws {
        let place = try Place()
        try OutputFolder(place.path("real")).write(Self.files)
        try FileManager.default.createSymbolicLink(
            atPath: place.path("link"), withDestinationPath: place.path("real"))
        try OutputFolder(place.path("link")).write([OutputFile(path: "new", text: "1")])
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: place.path("link")) == place.path("real"))
        #expect(try place.text("real/new") == "1")
        #expect(!FileManager.default.fileExists(atPath: place.path("real/index.html")))
    }

    @Test("A folder that may not be written in is told", .enabled(if: getuid() != 0))
    func unwritable() throws {
        let place = try Place()
        try place.makeFolder("closed")
        try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: place.path("closed"))
        let failure = #expect(throws: AssessmentFailure.self) {
            try OutputFolder(place.path("closed/out")).write(Self.files)
        }
        #expect(failure?.isOutput == true)
        #expect(try place.contents() == [])
    }

    @Test(
        "A folder that may not be looked into is refused, rather than taken for an empty one",
        .enabled(if: getuid() != 0))
    func unreadable() throws {
        let place = try Place()
        try place.write("out/mine", "1")
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: place.path("out"))
        #expect(throws: AssessmentFailure.self) { try OutputFolder(place.path("out")).write(Self.files) }
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: place.path("out"))
        #expect(try place.contents() == ["out/mine"])
    }
}

/// A temporary folder that goes away with the value.
private final class Place {
    private let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
            .appendingPathComponent("assess-output-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }

    func path(_ path: String) -> String { url.path + "/" + path }

    func makeFolder(_ path: String) throws {
        try FileManager.default.createDirectory(atPath: self.path(path), withIntermediateDirectories: true)
    }

    func write(_ path: String, _ text: String) throws {
        let file = url.appendingPathComponent(path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    func text(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: url.appendingPathComponent(path)), as: UTF8.self)
    }

    /// Every file below, hidden ones too, by its path.
    func contents() throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: url.path).filter { path in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: self.path(path), isDirectory: &isFolder)
                && !isFolder.boolValue
        }.sorted()
    }
}
