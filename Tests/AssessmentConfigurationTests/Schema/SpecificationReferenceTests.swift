import Foundation
import Testing

@testable import AssessmentConfiguration

@Suite("The reference of assessment.yml is written from the shapes")
struct SpecificationReferenceTests {
    private static let article = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Sources/AssessmentWorkbench/Documentation.docc/SpecificationReference.md")

    @Test("The article is what is generated; ASSESSMENT_RECORD=1 writes it anew")
    func article() throws {
        if ProcessInfo.processInfo.environment["ASSESSMENT_RECORD"] != nil {
            try Data(SpecificationReference.text.utf8).write(to: Self.article)
            return
        }
        #expect(
            try String(contentsOf: Self.article, encoding: .utf8) == SpecificationReference.text,
            "the article is stale: ASSESSMENT_RECORD=1 swift test --filter SpecificationReference mends it")
    }

    @Test("Each shape has a section, and each of its keys a row of four cells")
    func sections() throws {
        let text = SpecificationReference.text
        let sections = text.components(separatedBy: "\n## ")
        for shape in SpecificationDecoder.shape.withNested {
            let title = shape.name.prefix(1).uppercased() + shape.name.dropFirst()
            let section = try #require(sections.first { $0.hasPrefix(title + "\n") }, "\(shape.name)")
            #expect(section.contains(shape.summary))
            for key in shape.keys {
                let row = try #require(section.split(separator: "\n").first { $0.hasPrefix("| `\(key.name)` |") })
                #expect(row.components(separatedBy: " | ").count == 4)
                #expect(row.contains(key.expects) && row.contains(key.summary))
            }
        }
    }

    @Test("Every key says in a sentence what it means")
    func summaries() {
        for shape in SpecificationDecoder.shape.withNested + PublishedReader.listShape.withNested {
            for text in [shape.summary] + shape.keys.map(\.summary) {
                #expect(text.hasSuffix(".") && text.first?.isLowercase == false, "\(shape.name): \(text)")
            }
        }
    }
}
