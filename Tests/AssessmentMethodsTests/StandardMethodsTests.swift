import AssessmentCore
import AssessmentMethods
import Foundation
import Testing

@Suite("Every method that comes with the workbench")
struct StandardMethodsTests {
    static let methods = StandardMethods()

    @Test("An evaluator gives the scores of its worked examples", arguments: methods.evaluators.indices)
    func evaluators(index: Int) async throws {
        let evaluator = Self.methods.evaluators[index]
        #expect(!evaluator.examples.isEmpty, "\(evaluator.description.id) has no example")
        for example in evaluator.examples {
            let scores = try await evaluator.scores(
                example.values, direction: example.direction, targets: example.targets,
                parameters: example.parameters)
            #expect(scores.count == example.expected.count, "\(example.title.en)")
            for (score, expected) in zip(scores, example.expected) {
                #expect(agree(score, expected), "\(evaluator.description.id), \(example.title.en)")
            }
        }
    }

    @Test("An aggregation gives the scores of its worked examples", arguments: methods.aggregations.indices)
    func aggregations(index: Int) throws {
        let aggregation = Self.methods.aggregations[index]
        #expect(!aggregation.examples.isEmpty, "\(aggregation.description.id) has no example")
        for example in aggregation.examples {
            let score = try aggregation.score(example.scores, weights: example.weights)
            #expect(agree(score, example.expected), "\(aggregation.description.id), \(example.title.en)")
        }
    }

    @Test("Ids are words of lower case, each once, and every text is written")
    func descriptions() {
        let descriptions =
            Self.methods.evaluators.map(\.description) + Self.methods.weightings.map(\.description)
            + Self.methods.aggregations.map(\.description)
        #expect(Set(descriptions.map(\.id)).count == descriptions.count)
        for description in descriptions {
            #expect(description.id.allSatisfy { $0.isLowercase || $0 == "_" }, "\(description.id)")
            let texts = [description.name, description.summary] + description.parameters.map(\.summary)
            #expect(texts.allSatisfy { !$0.zh.isEmpty && !$0.en.isEmpty }, "\(description.id)")
            #expect(!description.source.isEmpty, "\(description.id)")
        }
    }

    /// To mend it, add the line that is missing to the list in StandardMethods.swift.
    @Test(
        "Every file of a method has a line in the list, and every line a file",
        arguments: [
            (["Normalisation", "ScoringRules"], methods.evaluators.map { "\(type(of: $0))" }),
            (["Weighting"], methods.weightings.map { "\(type(of: $0))" }),
            (["Aggregation"], methods.aggregations.map { "\(type(of: $0))" }),
        ])
    func lists(folders: [String], types: [String]) throws {
        let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../Sources/AssessmentMethods").standardizedFileURL
        let helpers: Set = ["Bounds"]
        let files = try folders.flatMap { folder in
            try FileManager.default.contentsOfDirectory(
                at: sources.appendingPathComponent(folder), includingPropertiesForKeys: nil)
        }.filter { $0.pathExtension == "swift" }.map { $0.deletingPathExtension().lastPathComponent }
        #expect(Set(files).subtracting(helpers) == Set(types))
        #expect(Set(types).count == types.count)
    }
}
