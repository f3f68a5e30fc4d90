import AssessmentCore
import AssessmentMethods
import AssessmentTesting
import Foundation
import Testing

@Suite("Every method that comes with the workbench")
struct StandardMethodsTests {
    static let methods = StandardMethods()

    static let columnMethods: [any ColumnMethod] =
        methods.evaluators + methods.treatments + methods.imputations

    @Test("A method over columns gives the results of its worked examples", arguments: columnMethods.indices)
    func columns(index: Int) async {
        let findings = await Self.columnMethods[index].exampleFindings()
        #expect(findings == [])
    }

    @Test("An aggregation gives the scores of its worked examples", arguments: methods.aggregations.indices)
    func aggregations(index: Int) {
        let aggregation = Self.methods.aggregations[index]
        // A method whose solver this build leaves out says so when it is used; its own tests prove that.
        if aggregation.description.id == "benefit_of_the_doubt", StandardMethods.parts.isEmpty { return }
        #expect(aggregation.exampleFindings() == [])
    }

    @Test("A weighting gives the weights of its worked examples", arguments: methods.weightings.indices)
    func weightings(index: Int) {
        #expect(Self.methods.weightings[index].exampleFindings(others: Self.methods.weightings) == [])
    }

    @Test("A better value never scores less, save by a method that says so", arguments: methods.evaluators.indices)
    func monotone(index: Int) async {
        let findings = await Self.methods.evaluators[index].monotoneFindings()
        #expect(findings == [])
    }

    @Test("The methods that are not monotone by intent are these")
    func notMonotone() {
        let ids = Self.methods.evaluators.filter { evaluator in
            evaluator.examples.contains { example in
                !evaluator.isMonotone(with: ParameterValues(example.parameters, for: evaluator.description.parameters))
            }
        }.map(\.description.id)
        #expect(
            ids == ["percentile_bands", "bands", "categories", "self_reported_target", "deviation_deduction"])
    }

    @Test("Ids are words of lower case, each once in its kind, and every text is written")
    func descriptions() {
        let kinds = [
            Self.methods.evaluators.map(\.description), Self.methods.treatments.map(\.description),
            Self.methods.imputations.map(\.description), Self.methods.weightings.map(\.description),
            Self.methods.aggregations.map(\.description),
        ]
        for kind in kinds { #expect(Set(kind.map(\.id)).count == kind.count) }
        for description in kinds.joined() {
            #expect(description.id.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "_" }, "\(description.id)")
            let texts = [description.name, description.summary] + description.parameters.map(\.summary)
            #expect(texts.allSatisfy { !$0.zh.isEmpty && !$0.en.isEmpty }, "\(description.id)")
            #expect(!description.source.isEmpty, "\(description.id)")
        }
    }

    /// To mend it, add the line that is missing to the list of the folder.
    @Test(
        "Every file of a method has a line in the list, and every line a file",
        arguments: [
            (["Normalisation", "ScoringRules"], methods.evaluators.map { "\(type(of: $0))" }),
            (["Treatment"], methods.treatments.map { "\(type(of: $0))" }),
            (["Imputation"], methods.imputations.map { "\(type(of: $0))" }),
            (["Weighting"], methods.weightings.map { "\(type(of: $0))" }),
            (["Aggregation", "BenefitOfTheDoubt"], methods.aggregations.map { "\(type(of: $0))" }),
        ])
    func lists(folders: [String], types: [String]) throws {
        let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../Sources/AssessmentMethods").standardizedFileURL
        let files = try folders.flatMap { folder in
            try FileManager.default.contentsOfDirectory(
                at: sources.appendingPathComponent(folder), includingPropertiesForKeys: nil)
        }.filter { $0.pathExtension == "swift" }
        let declared = try files.flatMap { file in
            try String(contentsOf: file, encoding: .utf8).matches(
                of: /public struct (\w+): \w*(?:Evaluator|Treatment|Imputation|Weighting|Aggregation)\b/
            ).map { String($0.1) }
        }
        #expect(Set(declared) == Set(types))
        #expect(Set(types).count == types.count)
    }
}
