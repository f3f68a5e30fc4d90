import Foundation
import Testing

/// A document of the repository: its text and its fenced blocks.
struct Document: Sendable, CustomTestStringConvertible {
    /// Its path in the repository.
    let path: String
    let text: String
    let blocks: [Block]
    /// What is wrong with its fences, each with its place.
    let problems: [String]

    var testDescription: String { path }

    /// The documents at the root, and every article.
    static let all: [Document] = {
        let articles = (try? Repository.files(under: "Sources", endingIn: ".md")) ?? []
        return (["README.md", "README.zh.md", "CONTRIBUTING.md"] + articles).compactMap { path in
            (try? Repository.text(path)).map { Document(path: path, text: $0) }
        }
    }()

    /// Every block in a language.
    static func blocks(in language: String) -> [Block] {
        all.flatMap(\.blocks).filter { $0.language == language }
    }

    /// The text without its fenced blocks.
    var prose: String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for block in blocks {
            for line in block.line...block.lastLine { lines[line - 1] = "" }
        }
        return lines.joined(separator: "\n")
    }

    /// The commands within sentences and tables, in their order.
    var inlineCommands: [String] {
        prose.matches(of: /`([^`]+)`/).map { String($0.1).split(whereSeparator: \.isWhitespace) }
            .filter { words in
                words.first.map { $0 == "assess" || $0 == "swift" || $0.hasPrefix("Scripts/") } ?? false
            }
            .map { $0.joined(separator: " ") }
    }
}

/// A fenced block of a document.
struct Block: Sendable, CustomTestStringConvertible {
    /// The path of its document.
    let document: String
    /// The line of the fence that opens it, and of the one that closes it.
    let line: Int
    let lastLine: Int
    let language: String
    /// What stands between the fences, without their indentation.
    let text: String
    /// The path that the paragraph above ends in, in backquotes before a colon: what the block is the text of.
    let file: String?

    var place: String { "\(document):\(line)" }
    var testDescription: String { place }

    /// The lines that are not empty.
    var lines: [String] { text.split(separator: "\n").map(String.init) }
}

extension Document {
    /// Reads the fenced blocks of a text.
    init(path: String, text: String) {
        var blocks: [Block] = []
        var problems: [String] = []
        var open: (fence: Substring, indentation: Int, language: String, line: Int, file: String?)?
        var content: [Substring] = []
        var paragraph: [Substring] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let body = line.drop { $0 == " " }
            let indentation = line.count - body.count
            if let block = open {
                guard body.hasPrefix(block.fence), body.dropFirst(block.fence.count).allSatisfy(\.isWhitespace) else {
                    content.append(line.dropFirst(min(indentation, block.indentation)))
                    continue
                }
                blocks.append(
                    Block(
                        document: path, line: block.line, lastLine: index + 1, language: block.language,
                        text: content.map { $0 + "\n" }.joined(), file: block.file))
                open = nil
            } else if let sign = ["`", "~"].first(where: { body.hasPrefix(String(repeating: $0, count: 3)) }) {
                let fence = body.prefix { String($0) == sign }
                // What follows the language is for others, such as the name of what a JSON value is.
                let language = String(body.dropFirst(fence.count).split(separator: " ").first ?? "")
                if language.isEmpty { problems.append("\(path):\(index + 1): the block names no language") }
                let file = Document.file(namedBy: paragraph.joined(separator: " "))
                open = (fence, indentation, language, index + 1, file)
                (content, paragraph) = ([], [])
            } else if !body.isEmpty {
                if paragraph.last?.isEmpty == true { paragraph = [] }
                paragraph.append(line)
            } else {
                paragraph.append("")
            }
        }
        if let open { problems.append("\(path):\(open.line): the block is not closed") }
        self.init(path: path, text: text, blocks: blocks, problems: problems)
    }

    private static func file(namedBy paragraph: String) -> String? {
        paragraph.firstMatch(of: /`([A-Za-z0-9_.\/-]+\.[a-z]+)`:\s*$/).map { String($0.1) }
    }
}
