import Foundation
import Testing

@Suite("Swift that the documents show compiles", .serialized)
struct SwiftBlocksTests {
    @Test("Every block stands alone and is checked against the built modules", arguments: Document.blocks(in: "swift"))
    func compiles(block: Block) throws {
        if let problem = try SwiftBlocksTests.problem(of: block) { Issue.record("\(block.place):\n\(problem)") }
    }

    @Test("A misspelt name does not compile, and neither does a manifest with one")
    func mistakes() throws {
        func problem(_ text: String) throws -> String? {
            try SwiftBlocksTests.problem(of: Document(path: "x.md", text: "```swift\n\(text)\n```\n").blocks[0])
        }
        #expect(
            try problem("import AssessmentCore\n\nlet reason = Reason.notSubmited")?.contains("notSubmited") == true)
        #expect(try problem("import AssessmentCore\n\nlet reason = Reason.notSubmitted") == nil)
        #expect(
            try problem(
                "// swift-tools-version: 6.2\nimport PackageDescription\n\nlet package = Package(nam: \"x\")") != nil)
    }

    /// What the compiler says of a block; nothing where it compiles. A manifest is read by the package manager.
    static func problem(of block: Block) throws -> String? {
        let scratch = try Scratch()
        if block.text.hasPrefix("// swift-tools-version") {
            try scratch.write("package/Package.swift", block.text)
            let words = ["swift", "package", "--package-path", "package", "dump-package"]
            let outcome = try Program.run(words, in: scratch.url)
            return outcome.code == 0 ? nil : outcome.output
        }
        let imported = block.lines.compactMap { $0.firstMatch(of: /^(?:public |internal )?import (\w+)$/)?.1 }
        for module in imported.map(String.init) {
            guard let source = source(of: module) else { continue }
            try scratch.write("\(module).swift", source.text)
            let emit = ["-emit-module", "-module-name", module, "-parse-as-library", "\(module).swift"]
            let outcome = try Program.run(["swiftc"] + options + emit, in: scratch.url)
            if outcome.code != 0 { return "\(source.place): \(outcome.output)" }
        }
        // The file of a program may have statements beside its declarations.
        try scratch.write("main.swift", block.text)
        let outcome = try Program.run(["swiftc", "-typecheck"] + options + ["main.swift"], in: scratch.url)
        return outcome.code == 0 ? nil : outcome.output
    }

    /// The block that is the source of a module which the package does not have: the one that declares a public type of
    /// its name.
    private static func source(of module: String) -> Block? {
        Document.blocks(in: "swift").first { $0.text.contains("public struct \(module): ") }
    }

    private static let options =
        [
            "-swift-version", "6", "-warnings-as-errors", "-enable-upcoming-feature", "MemberImportVisibility",
            "-enable-upcoming-feature", "ExistentialAny", "-I", Repository.modules.path, "-I", ".",
        ] + Repository.moduleMaps.flatMap { ["-Xcc", "-fmodule-map-file=\($0)"] }
}
