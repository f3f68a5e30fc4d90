import AssessmentCore
import AssessmentMethods
import Foundation
import Testing

@testable import AssessmentConfiguration

/// A small specification that is right, and what is told after it was changed.
enum Trial {
    static let text = """
        assessment:
          id: trial
          kind: evaluation
          title: { zh: 试, en: Trial }
          period: 2020
        units: { file: units.csv, levels: city, in_force_on: 2020-12-31 }
        plugins: [Alpha]
        framework:
          indicators:
            - use: alpha.income
              weight: 60
              evaluate: { goalposts: { floor: 0, ceiling: 10 } }
            - use: alpha.density
              weight: 40
              evaluate: { goalposts: { floor: 0, ceiling: 10 } }

        """

    /// The specification with some of its text replaced; each piece must be there.
    static func text(after edits: [(String, String)]) throws -> String {
        var text = Self.text
        for (old, new) in edits {
            let range = try #require(text.range(of: old), "‘\(old)’ is not in the text")
            text.replaceSubrange(range, with: new)
        }
        return text
    }

    /// The problems of the specification with some of its text replaced, one a line; nothing where it is right.
    static func problems(after edits: [(String, String)]) throws -> String {
        try TemporaryFolder().problems(of: text(after: edits))
    }

    /// The specification with some of its text replaced.
    static func specification(after edits: [(String, String)]) throws -> Specification {
        let folder = try TemporaryFolder()
        try folder.write("assessment.yml", text(after: edits))
        return try folder.read().specification
    }

    static func catalogue() throws -> Catalogue {
        try Catalogue(plugins: [Alpha(), Beta()], providers: [StandardMethods(), TextFormat()])
    }
}

/// A change of the trial.
enum Edit: Sendable {
    /// Puts each of the two indicators into a pillar of its own, with all its weight.
    static let intoTwoPillars = Edit.replacing(
        """
          indicators:
            - use: alpha.income
              weight: 60
              evaluate: { goalposts: { floor: 0, ceiling: 10 } }
            - use: alpha.density
              weight: 40
              evaluate: { goalposts: { floor: 0, ceiling: 10 } }

        """,
        """
          pillars:
            - id: one
              name: { zh: 一, en: One }
              weight: 60
              indicators: [{ use: alpha.income, weight: 60, evaluate: { goalposts: { floor: 0, ceiling: 10 \
        } } }]
            - id: two
              name: { zh: 二, en: Two }
              weight: 40
              indicators: [{ use: alpha.density, weight: 40, evaluate: { goalposts: { floor: 0, ceiling: 10 \
        } } }]

        """)

    /// Puts a text in the place of another one.
    case replacing(String, String)
    /// Evaluates the second indicator otherwise.
    case evaluate(String)
    /// Adds a line to the second indicator.
    case indicator(String)
    /// Adds lines to the framework.
    case framework(String)
    /// Adds lines at the end.
    case atEnd(String)

    /// The piece of the trial that is replaced, and by what.
    var pieces: (old: String, new: String) {
        let second = "weight: 40\n      evaluate: { goalposts: { floor: 0, ceiling: 10 } }\n"
        return switch self {
        case .replacing(let old, let new): (old, new)
        case .evaluate(let text): (second, "weight: 40\n      evaluate: \(text)\n")
        case .indicator(let text): (second, second + "      \(text)\n")
        case .framework(let text): ("framework:\n", "framework:\n  \(text)\n")
        case .atEnd(let text): (second, second + text + "\n")
        }
    }
}

/// Changes of the trial and what must be told of them.
struct Slip: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let edits: [(String, String)]
    let expected: String

    init(_ title: String, _ edits: Edit..., expected: String) {
        testDescription = title
        self.edits = edits.map { ($0.pieces.old, $0.pieces.new) }
        self.expected = expected
    }
}

/// A folder that holds a file of units and goes away with the value.
final class TemporaryFolder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
            .appendingPathComponent("assess-configuration-\(UUID().uuidString)/inside")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        try write("units.csv", "code,name_zh,name_en,level\n")
    }

    deinit {
        try? FileManager.default.removeItem(at: url.deletingLastPathComponent())
    }

    /// Writes a file, with the folders that its path runs through.
    func write(_ path: String, _ text: String) throws {
        try write(path, bytes: Array(text.utf8))
    }

    func write(_ path: String, bytes: [UInt8]) throws {
        let file = url.appendingPathComponent(path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
    }

    /// Reads `assessment.yml` in the folder.
    func read() throws(DiagnosticList) -> ReadSpecification {
        let catalogue: Catalogue
        do {
            catalogue = try Trial.catalogue()
        } catch {
            throw DiagnosticList([Diagnostic(at: SourcePosition(file: "", line: 0, column: 0), "\(error)")])
        }
        return try SpecificationReader(catalogue: catalogue).read(url.appendingPathComponent("assessment.yml").path)
    }

    /// What is told of `assessment.yml` in the folder, one problem a line, with paths inside the folder.
    func problems() -> String {
        do throws(DiagnosticList) {
            _ = try read()
            return ""
        } catch {
            return error.description.replacingOccurrences(of: url.path + "/", with: "")
        }
    }

    /// What is told of a text as `assessment.yml` in the folder.
    func problems(of text: String) throws -> String {
        try write("assessment.yml", text)
        return problems()
    }
}
