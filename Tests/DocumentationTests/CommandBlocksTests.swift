import Foundation
import Testing

@Suite("Commands that the documents show are run")
struct CommandBlocksTests {
    /// What takes too long for a test, or leaves its folder: the line, and the script that runs it in Scripts/check.
    static let leftToScripts = [
        "assess plugin new smart-tourism --language swift": newPlugin,
        "assess plugin new smart-tourism --language python": newPlugin,
        "assess plugin new smart-tourism --form process": newPlugin,
        "swift test --package-path smart-tourism": newPlugin,
        "swift run --package-path smart-tourism assess-smart-tourism run smart-tourism --output scorecards": newPlugin,
        "assess plugin trust smart-tourism --dry-run": newPlugin,
        "assess plugin trust smart-tourism": newPlugin,
        "assess plugin check smart-tourism": newPlugin,
        "assess run smart-tourism --output scorecards": newPlugin,
    ]
    private static let newPlugin = "Scripts/new-plugin"

    @Test("Every line does what it says", arguments: Document.all.filter { $0.blocks.contains { $0.language == "sh" } })
    func runs(document: Document) throws {
        for problem in try CommandBlocksTests.problems(of: document) { Issue.record("\(problem)") }
    }

    @Test("An unknown command, a wrong argument, a script that Scripts/check does not run and other output are told")
    func mistakes() throws {
        func problems(_ text: String) throws -> [String] {
            try CommandBlocksTests.problems(of: Document(path: "x.md", text: text))
        }
        for line in ["asess list methods", "assess list method", "assess lits methods", "Scripts/tset", "swift biuld"] {
            #expect(try problems("```sh\n\(line)\n```\n").count == 1, "\(line)")
        }
        #expect(try problems("```sh\nassess list methods min_max # one\n```\n") == [])
        #expect(try problems("```sh\nassess list methods min_max\n```\n```text\nmin_min\n```\n").count == 1)
    }

    /// What is wrong with the lines of a document, which are run in their order in one folder. Where a block of text
    /// follows at once, they must print its lines; a line `…` stands for any.
    static func problems(of document: Document) throws -> [String] {
        let scratch = try Scratch()
        var problems: [String] = []
        var printed = ""
        for (index, block) in document.blocks.enumerated() where block.language == "sh" {
            printed = ""
            for line in commands(in: block) {
                let (problem, output) = try outcome(of: line, in: scratch)
                if let problem { problems.append("\(block.place): ‘\(line)’ \(problem)") }
                printed += output
            }
            guard let next = document.blocks.dropFirst(index + 1).first, next.language == "text",
                next.line <= block.lastLine + 2
            else { continue }
            var rest = printed[...]
            for passage in next.text.components(separatedBy: "…\n") {
                guard let range = rest.range(of: passage) else {
                    problems.append("\(next.place): the lines above it do not print this, but\n\(printed)")
                    break
                }
                rest = rest[range.upperBound...]
            }
        }
        return problems
    }

    /// The lines of a block, without remarks.
    static func commands(in block: Block) -> [String] {
        block.lines.map { line in
            String(line.prefix(upTo: line.firstRange(of: /(^|\s+)#/)?.lowerBound ?? line.endIndex))
        }.filter { !$0.isEmpty }
    }

    private static func outcome(of line: String, in scratch: Scratch) throws -> (problem: String?, output: String) {
        let words = line.split(separator: " ").map(String.init)
        if let script = leftToScripts[line] {
            let isLeftOut = Repository.exists(script) && !checked(by: script)
            return (isLeftOut ? "is left to \(script), which Scripts/check does not run" : nil, "")
        }
        if words[0].hasPrefix("Scripts/") { return (problem(ofScript: words[0]), "") }
        switch words.prefix(2) {
        case ["export", "PATH=\"$PWD/.build/debug:$PATH\""]: return (nil, "")
        case ["swift", "build"], ["swift", "test"]:
            return (isRun(words) ? nil : "is run neither by Scripts/check nor by a script that it runs", "")
        default: break
        }
        guard words[0] == "assess" else { return ("is in no category of lines that are checked", "") }
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        let outcome = try Program.run(
            ["sh", "-c", line], in: scratch.url,
            environment: [
                "PATH": "\(Repository.products.path):\(path)", "XDG_CONFIG_HOME": scratch.path(".config"),
            ])
        return (outcome.code == 0 ? nil : "ends with \(outcome.code):\n\(outcome.output)", outcome.output)
    }

    /// A script must be there, and Scripts/check run it, or continuous integration itself.
    private static func problem(ofScript script: String) -> String? {
        let path = Repository.root.appendingPathComponent(script).path
        guard FileManager.default.isExecutableFile(atPath: path) else { return "names no script" }
        return checked(by: script) || script == "Scripts/check" ? nil : "names a script that Scripts/check does not run"
    }

    private static func checked(by script: String) -> Bool {
        lines(of: "Scripts/check").contains { $0.split(separator: " ").contains(script[...]) }
    }

    /// Whether Scripts/check, or a script that it runs, has a line with the same command and the same options.
    private static func isRun(_ words: [String]) -> Bool {
        let called = lines(of: "Scripts/check").compactMap { $0.firstMatch(of: /^(Scripts\/[a-z-]+)/)?.1 }
        return (["Scripts/check"] + called.map(String.init)).flatMap { lines(of: $0) }.contains { line in
            let own = line.split(separator: " ").map(String.init)
            return Array(own.prefix(2)) == Array(words.prefix(2)) && Set(words).isSubset(of: own)
        }
    }

    private static func lines(of script: String) -> [String] {
        ((try? Repository.text(script)) ?? "").split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
            .filter { !$0.hasPrefix("#") }
    }
}
