import AssessmentCore
import AssessmentMethods
import Foundation
import Testing

@testable import AssessmentConfiguration

@Suite("The JSON Schema says of each mapping what the reader says")
struct SpecificationSchemaTests {
    static let shapes = SpecificationDecoder.shape.withNested

    @Test("The keys of each shape, those that must be there, and no others", arguments: 0..<shapes.count)
    func keys(index: Int) throws {
        let shape = Self.shapes[index]
        let object = try SchemaDocument().object(of: shape)
        let properties = try #require(object["properties"] as? [String: [String: Any]])
        #expect(Set(properties.keys) == Set(shape.keys.map(\.name)))
        #expect(properties.values.allSatisfy { ($0["description"] as? String)?.hasSuffix(".") == true })
        let required = object["required"] as? [String] ?? []
        #expect(Set(required) == Set(shape.keys.filter(\.isRequired).map(\.name)))
        #expect(object["additionalProperties"] as? Bool == false)
        let named = shape.rules.flatMap(\.keys)
        #expect(named.filter { name in !shape.keys.contains { $0.name == name } } == [], "a rule names an unknown key")
    }

    @Test("Every reference leads to a definition, and every definition is led to")
    func references() throws {
        let document = try SchemaDocument()
        #expect(document.references == Set(document.definitions.keys.map { "#/definitions/" + $0 }))
        #expect(Set(Self.shapes.map { SchemaOfForms.name(of: $0.name) }).count == Self.shapes.count)
    }

    @Test("The same catalogue gives the same bytes, which are JSON with the declared order of keys")
    func bytes() throws {
        let text = SpecificationSchema(catalogue: try Trial.catalogue()).text
        #expect(text == SpecificationSchema(catalogue: try Trial.catalogue()).text)
        let places = ["\"$schema\"", "\"assessment\"", "\"units\"", "\"framework\"", "\"definitions\""].map {
            text.range(of: $0)?.lowerBound
        }
        #expect(!places.contains(nil) && places.compactMap(\.self) == places.compactMap(\.self).sorted())
    }

    @Test("A schema without any plug-in allows none")
    func noPlugins() throws {
        let text = SpecificationSchema(catalogue: try Catalogue(plugins: [], providers: [StandardMethods()])).text
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(text.utf8)) }
        #expect(text.contains("\"enum\": []"))
        #expect(!text.contains("\"oneOf\": []"))
    }

    @Test("Plug-ins, indicators, variables and registers are those of the catalogue")
    func known() throws {
        let text = SpecificationSchema(catalogue: try Trial.catalogue()).text
        for id in ["Alpha", "Beta", "alpha.income", "beta.visitors", "champions", "prizes"] {
            #expect(text.contains("\"const\": \"\(id)\""), "\(id)")
        }
    }

    @Test("What stands behind a key is said in the words of its form")
    func words() {
        let forms: [(ValueForm, String)] = [
            (.words(["a", "b", "c"]), "a, b or c"), (.positive, "a number above 0"), (.share, "a share from 0 to 1"),
            (.number(atLeast: 0), "a number from 0"), (.number(atLeast: -1, atMost: 1), "a number from -1 to 1"),
            (.decimals, "a number of decimals from 0 to 15"), (.levels, "a level or a list of levels"),
            (.integer(0...Int.max), "a whole number from 0"), (.method(.aggregation), "an aggregation"),
            (.list(.path, of: "files"), "a list of files"), (.named(by: "text", .number()), "{ text: number }"),
            (.named(by: "class", .oneOrMore(.unit, "codes")), "{ class: codes }"),
            (.either([.year, .nothing]), "a year"), (.bilingual, "a text, or { zh, en }"),
            (.shape { FrameworkShapes.pillar }, "a mapping"),
        ]
        for (form, words) in forms { #expect(form.words == words) }
    }
}

@Suite("No shape that the reader follows is left out of the schema")
struct ShapesOfTheSourcesTests {
    private static let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Sources/AssessmentConfiguration")

    /// The names of the shapes that a source file declares, up to the first part that is computed.
    private static func names(in file: String) throws -> [String] {
        try String(contentsOf: sources.appendingPathComponent(file), encoding: .utf8)
            .matches(of: /Shape\(\s*name:\s*"([^"\\]+)/).map { String($0.1) }
    }

    @Test("Each that the sources declare is met on the way from a specification or a list of published tables")
    func reached() throws {
        let known = (SpecificationDecoder.shape.withNested + PublishedReader.listShape.withNested).map(\.name)
        let files = try FileManager.default.subpathsOfDirectory(atPath: Self.sources.path).filter {
            $0.hasSuffix(".swift")
        }
        let declared = try files.flatMap(Self.names)
        #expect(declared.count > 20)
        for name in declared {
            #expect(known.contains { $0.hasPrefix(name) }, "nothing leads to ‘\(name)’")
        }
    }
}

extension Shape.Rule {
    /// The keys that the rule names.
    fileprivate var keys: [String] {
        switch self {
        case .exactlyOne(let keys), .atLeastOne(let keys), .atMostOne(let keys): keys
        case .together(let keys, let others), .togetherWithOne(let keys, let others), .needed(let keys, let others):
            keys + others
        case .apart(let key, let others): [key] + others
        }
    }
}
