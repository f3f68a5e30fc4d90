import AssessmentCore
import Foundation
import Testing

@testable import AssessmentConfiguration

/// The schema of the trial's catalogue, read as any JSON document is read.
struct SchemaDocument {
    let root: [String: Any]
    let definitions: [String: [String: Any]]

    init() throws {
        let text = SpecificationSchema(catalogue: try Trial.catalogue()).text
        root = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        definitions = try #require(root["definitions"] as? [String: [String: Any]])
    }

    /// The part of the document that describes the mappings of a shape.
    func object(of shape: Shape) throws -> [String: Any] {
        let whole = shape.name == SpecificationDecoder.shape.name
        let definition = whole ? root : try #require(definitions[SchemaOfForms.name(of: shape.name)], "\(shape.name)")
        return try #require(definition["else"] as? [String: Any], "\(shape.name) leaves no room for an include")
    }

    /// The alternatives for the choice of a method: words, and keys of a mapping.
    func choices(of kind: ValueForm.MethodKind) throws -> (alone: Set<String>, keys: [String: [String: Any]]) {
        let definition = try #require(definitions[SchemaOfForms.name(of: kind.rawValue)]?["else"] as? [String: Any])
        let both = try #require(definition["anyOf"] as? [[String: Any]])
        let words = both.first?["oneOf"] as? [[String: Any]] ?? []
        return (
            Set(words.compactMap { $0["const"] as? String }),
            try #require(both.last?["properties"] as? [String: [String: Any]])
        )
    }

    /// Every reference of the document.
    var references: Set<String> {
        var found: Set<String> = []
        func visit(_ value: Any) {
            if let list = value as? [Any] { list.forEach(visit) }
            guard let object = value as? [String: Any] else { return }
            if let reference = object["$ref"] as? String { found.insert(reference) }
            object.values.forEach(visit)
        }
        visit(root)
        return found
    }
}
