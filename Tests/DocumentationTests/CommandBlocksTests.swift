import Foundation
import Testing

@Suite("Commands that the documents show are run, by the tests or by a script that Scripts/check runs")
struct CommandBlocksTests {
    @Test("Every line does what it says", arguments: Document.all.filter { $0.blocks.contains { $0.language == "sh" } })
    func runs(document: Document) throws {
        for problem in try CommandBlocksTests.problems(of: document) { Issue.record("\(problem)") }
    }

    @Test("Commands within sentences have the names and options that the program has", arguments: Document.all)
    func inline(document: Document) throws {
        for command in Set(document.inlineCommands).sorted() where command.hasPrefix("assess ") {
            let words = command.split(separator: " ").map(String.init)
            let names = ["plugin", "key", "sample"].contains(words[1]) ? words[1...].prefix(2) : words[1...].prefix(1)
            let help = try Program.run(
                [Repository.products.appendingPathComponent("assess").path, "help"] + names, in: Repository.root)
            let usage = "USAGE: assess \(names.joined(separator: " "))"
            #expect(help.output.contains(usage), "\(document.path): ‘\(command)’")
            for option in command.matches(of: /--[a-z-]+/) {
                #expect(help.output.contains(option.0), "\(document.path): ‘\(command)’")
            }
        }
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
        #expect(try problems("```sh\nassess plugin new a-b\ncd a-b\nswift test\nswift run ab\n```\n").count == 1)
    }

    /// What is wrong with the lines of a document, which are followed in their order. Where a block of text comes at once
    /// behind them, they must print its lines; a line `…` stands for any.
    static func problems(of document: Document) throws -> [String] {
        let session = try ReaderSession()
        var problems: [String] = []
        for (index, block) in document.blocks.enumerated() where block.language == "sh" {
            session.open()
            var printed = ""
            for line in commands(in: block) {
                let (problem, output) = try session.follow(line)
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
}
