internal import AssessmentCore

/// Statements of RDF in the order in which they are written: what each subject is, and what is said of it.
struct LinkedData {
    /// A subject with its statements.
    struct Subject {
        /// Its address, absolute or relative to the file.
        let address: String
        /// What it is, as a name such as `dcat:Dataset`.
        let type: String
        /// Its properties.
        let statements: [Statement]
    }

    /// A property with its objects.
    struct Statement {
        /// The property, as a name such as `dct:title`.
        let property: String
        /// What it leads to.
        let objects: [Object]

        init(_ property: String, _ objects: Object...) { (self.property, self.objects) = (property, objects) }

        /// A text in both languages.
        static func both(_ property: String, _ text: BilingualText) -> [Statement] {
            [
                Statement(property, .text(text.zh, language: "zh")),
                Statement(property, .text(text.en, language: "en")),
            ]
        }
    }

    /// What a statement leads to.
    indirect enum Object {
        /// An address, absolute or relative to the file.
        case address(String)
        /// A name such as `spdx:checksumAlgorithm_sha256`.
        case name(String)
        /// A text, with the tag of its language.
        case text(String, language: String?)
        /// A number, date or the like by the name of its type, such as `xsd:date`.
        case literal(String, type: String)
        /// A thing without an address.
        case thing(type: String, [Statement])
    }

    /// The vocabularies by the prefixes of their names.
    static let vocabularies: [(prefix: String, address: String)] = [
        ("dcat", "http://www.w3.org/ns/dcat#"), ("dct", "http://purl.org/dc/terms/"),
        ("foaf", "http://xmlns.com/foaf/0.1/"), ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
        ("skos", "http://www.w3.org/2004/02/skos/core#"), ("spdx", "http://spdx.org/rdf/terms#"),
        ("xsd", "http://www.w3.org/2001/XMLSchema#"),
    ]

    let subjects: [Subject]
}
