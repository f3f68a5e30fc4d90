import Foundation
import Testing

@Suite("assess schema")
struct SchemaCommandTests {
    @Test("The schema is JSON, names the plug-ins of the program, and is the same each time")
    func schema() throws {
        let outcome = try Assess.run("schema")
        #expect(outcome.code == 0 && outcome.errors == "")
        let document = try #require(
            try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
        #expect(document["$schema"] as? String == "http://json-schema.org/draft-07/schema#")
        #expect(outcome.output.contains("\"const\": \"LifeConsumption\""))
        #expect(try Assess.run("schema").output == outcome.output)
    }

    @Test("The reference is Markdown with a section for a pillar")
    func reference() throws {
        let outcome = try Assess.run("schema", "--reference")
        #expect(outcome.code == 0)
        #expect(outcome.output.hasPrefix("# The specification: assessment.yml\n"))
        #expect(outcome.output.contains("\n## A pillar\n"))
    }

    @Test("Help says how an editor finds the schema")
    func help() throws {
        let outcome = try Assess.run("schema", "--help")
        #expect(outcome.output.contains("# yaml-language-server: $schema=assessment.schema.json"))
    }
}
