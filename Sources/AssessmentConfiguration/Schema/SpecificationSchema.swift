public import AssessmentCore

/// A JSON Schema (draft-07) of assessment.yml, with which an editor completes and checks while one types.
///
/// It is derived from the shapes that reading follows and from what the catalogue has. It accepts whatever reading accepts,
/// save that an id must not be the word `true` or `false` without quotes, that an include stands for a list or a mapping, and
/// that what a plug-in brings which runs as a process is known only where the catalogue has it.
/// It refuses keys, words, methods and kinds of values that reading refuses; what only the whole of a specification shows,
/// such as the sum of weights, is left to reading.
public struct SpecificationSchema: Sendable {
    private let catalogue: Catalogue

    /// Creates the schema of specifications that may name what a catalogue has.
    public init(catalogue: Catalogue) {
        self.catalogue = catalogue
    }

    /// The document; the same catalogue gives the same bytes.
    public var text: String { document.json + "\n" }

    private var document: SchemaValue {
        let forms = SchemaOfForms(catalogue: catalogue)
        var definitions: [(key: String, value: SchemaValue)] = [("include", SchemaOfForms.include)]
        func define(_ words: String, _ schema: SchemaValue) {
            definitions.append((SchemaOfForms.name(of: words), forms.orInclude(schema)))
        }
        for shape in SpecificationDecoder.shape.withNested.dropFirst() { define(shape.name, forms.object(of: shape)) }
        for kind in ValueForm.MethodKind.allCases { define(kind.rawValue, forms.choice(of: kind)) }
        for form in forms.numberTables { define(form.words, forms.tableOfNumbers(form)) }
        let head: SchemaValue = [
            "$schema": "http://json-schema.org/draft-07/schema#",
            "title": "assessment.yml",
            "description": "A specification of an assessment.",
        ]
        return head.with(forms.orInclude(forms.object(of: SpecificationDecoder.shape)))
            .with("definitions", .object(definitions))
    }
}
