import AssessmentCore
import Testing

@testable import AssessmentConfiguration

@Suite("The JSON Schema says of each method what the reader says")
struct SchemaOfMethodsTests {
    struct Place: Sendable, CustomTestStringConvertible {
        let kind: ValueForm.MethodKind
        let edit: @Sendable (String) -> Edit
        var testDescription: String { kind.rawValue }
    }

    static let places = [
        Place(kind: .evaluator) { .evaluate($0) },
        Place(kind: .treatment) { .indicator("treat: " + $0) },
        Place(kind: .imputation) { .indicator("impute: " + $0) },
        Place(kind: .aggregation) { .framework("aggregate: " + $0) },
        Place(kind: .weighting) { .framework("weighting: " + $0) },
    ]

    private static func told(_ place: Place, _ method: String) throws -> String {
        let pieces = place.edit(method).pieces
        return try Trial.problems(after: [(pieces.old, pieces.new)])
    }

    @Test("A method may stand as a word where the reader misses no parameter", arguments: places)
    func words(place: Place) throws {
        let (alone, keys) = try SchemaDocument().choices(of: place.kind)
        #expect(!alone.isEmpty && alone.isSubset(of: keys.keys))
        for id in keys.keys.sorted() {
            let told = try Self.told(place, id)
            #expect(told.contains("needs the parameter") != alone.contains(id), "\(id): \(told)")
            #expect(!told.contains("there is no"), "\(id): \(told)")
        }
    }

    @Test("A method takes a reference set where the reader does", arguments: places)
    func references(place: Place) throws {
        let (_, keys) = try SchemaDocument().choices(of: place.kind)
        for (id, settings) in keys.sorted(by: { $0.key < $1.key }) {
            let object = try #require(settings["else"] as? [String: Any])
            let properties = object["properties"] as? [String: Any] ?? [:]
            let told = try Self.told(place, "{ \(id): { reference: period } }")
            // The schema also knows the methods of plug-ins that this specification does not list.
            if told.contains("is not listed under plugins") { continue }
            #expect(
                told.contains("compares with no reference set") == (properties["reference"] == nil), "\(id): \(told)")
        }
    }

    @Test("Every parameter of a method is a key with its default")
    func parameters() throws {
        let (_, keys) = try SchemaDocument().choices(of: .evaluator)
        for (id, evaluator) in try Trial.catalogue().evaluators {
            let object = try #require(keys[id]?["else"] as? [String: Any])
            let properties = object["properties"] as? [String: [String: Any]] ?? [:]
            let parameters = evaluator.description.parameters
            #expect(Set(properties.keys).subtracting(["reference"]) == Set(parameters.map(\.name)))
            let required = Set(object["required"] as? [String] ?? [])
            #expect(required == Set(parameters.filter { $0.defaultValue == nil }.map(\.name)))
            for parameter in parameters {
                guard case .text(let text) = parameter.defaultValue else { continue }
                #expect(properties[parameter.name]?["default"] as? String == text, "\(id).\(parameter.name)")
            }
        }
    }

    @Test("A weighting that another one combines names no reference set, and a format none")
    func withoutReference() throws {
        let document = try SchemaDocument()
        for kind in [ValueForm.MethodKind.combinedWeighting, .format] {
            for (id, settings) in try document.choices(of: kind).keys {
                let object = try #require(settings["else"] as? [String: Any])
                #expect((object["properties"] as? [String: Any])?["reference"] == nil, "\(id)")
            }
        }
    }
}
