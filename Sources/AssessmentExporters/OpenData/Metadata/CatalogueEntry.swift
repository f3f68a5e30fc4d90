internal import AssessmentCore

/// `catalog.ttl`: the data as a catalogue with one dataset and a distribution a file, in the vocabulary of DCAT 3 and with
/// what its application profile DCAT-AP asks for (https://www.w3.org/TR/vocab-dcat-3/).
struct CatalogueEntry {
    let described: DescriptionOfData
    let files: [DescribedFile]

    /// The file.
    var text: String {
        ([prefixes, catalogue, dataset] + files.map(distribution) + [publisher]).joined(separator: "\n")
    }

    private var base: String { described.options.base }

    private func address(_ path: String) -> String { "<\(base)\(path)>" }

    private func part(_ name: String) -> String { base.isEmpty ? "<#\(name)>" : "<\(base)\(name)>" }

    private var prefixes: String {
        """
        @prefix dcat: <http://www.w3.org/ns/dcat#> .
        @prefix dct: <http://purl.org/dc/terms/> .
        @prefix foaf: <http://xmlns.com/foaf/0.1/> .
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        @prefix spdx: <http://spdx.org/rdf/terms#> .
        @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

        """
    }

    private var catalogue: String {
        var lines = ["a dcat:Catalog"] + both("dct:title", described.title) + both("dct:description", described.text)
        lines += [
            "dct:publisher \(part("publisher"))", languages, "dcat:dataset \(part("dataset"))",
        ]
        return Turtle.block(part("catalogue"), lines + licence + issued)
    }

    private var dataset: String {
        let specification = described.assessment.specification
        var lines = ["a dcat:Dataset"] + both("dct:title", described.title) + both("dct:description", described.text)
        lines += [
            "dct:identifier \(Turtle.text(base.isEmpty ? printable(described.id) : base + "dataset"))",
            "dct:publisher \(part("publisher"))", languages,
            "dcat:theme <http://publications.europa.eu/resource/authority/data-theme/GOVE>",
            "dct:type <http://publications.europa.eu/resource/authority/dataset-type/STATISTICAL>",
            "dct:accessRights <http://publications.europa.eu/resource/authority/access-right/PUBLIC>",
            "dct:accrualPeriodicity <http://publications.europa.eu/resource/authority/frequency/ANNUAL>",
            "dcat:version \(Turtle.text(specification.period.description))",
        ]
        lines += described.keywords.flatMap { both("dcat:keyword", $0) }
        if let first = specification.periods.first, let last = specification.periods.last {
            lines.append(
                """
                dct:temporal [ a dct:PeriodOfTime ; dcat:startDate "\(Turtle.year(first))-01-01"^^xsd:date ; \
                dcat:endDate "\(Turtle.year(last))-12-31"^^xsd:date ]
                """)
        }
        lines.append("dcat:temporalResolution \"P1Y\"^^xsd:duration")
        for place in described.places {
            lines.append(
                "dct:spatial [ a dct:Location ; dct:identifier \(Turtle.text(place.code)) ; "
                    + both("skos:prefLabel", place.name).joined(separator: " ; ") + " ]")
        }
        if !specification.basis.isEmpty {
            lines.append(
                "dct:provenance [ a dct:ProvenanceStatement ; rdfs:label \(Turtle.text(specification.basis))@zh ]")
        }
        lines += files.map { "dcat:distribution \(part("distribution-\($0.name)"))" }
        return Turtle.block(part("dataset"), lines + licence + issued)
    }

    private func distribution(_ file: DescribedFile) -> String {
        let type = "http://publications.europa.eu/resource/authority/file-type/\(file.format.name.uppercased())"
        var lines = ["a dcat:Distribution"] + both("dct:title", file.title)
        lines += [
            "dcat:accessURL \(address(file.path))", "dcat:downloadURL \(address(file.path))", "dct:format <\(type)>",
            "dcat:mediaType <https://www.iana.org/assignments/media-types/\(file.format.mediaType)>",
            "dcat:byteSize \"\(file.file.bytes.count)\"^^xsd:nonNegativeInteger",
            """
            spdx:checksum [ a spdx:Checksum ; spdx:algorithm spdx:checksumAlgorithm_sha256 ; \
            spdx:checksumValue "\(checksum(file.file.bytes))"^^xsd:hexBinary ]
            """,
        ]
        if file.table != nil {
            lines.append("dct:conformsTo <https://specs.frictionlessdata.io/tabular-data-resource/>")
        }
        return Turtle.block(part("distribution-\(file.name)"), lines + licence + issued)
    }

    private var publisher: String {
        Turtle.block(part("publisher"), ["a foaf:Organization"] + both("foaf:name", described.options.publisher))
    }

    private var languages: String {
        let list = "http://publications.europa.eu/resource/authority/language/"
        return "dct:language <\(list)ZHO> , <\(list)ENG>"
    }

    private var licence: [String] { described.options.licence.map { ["dct:license <\($0.address)>"] } ?? [] }

    private var issued: [String] { described.options.issued.map { ["dct:issued \"\($0)\"^^xsd:date"] } ?? [] }

    private func both(_ property: String, _ text: BilingualText) -> [String] {
        ["\(property) \(Turtle.text(text.zh))@zh", "\(property) \(Turtle.text(text.en))@en"]
    }
}

/// Turtle, the text form of RDF.
enum Turtle {
    /// A subject with what is said of it.
    static func block(_ subject: String, _ lines: [String]) -> String {
        "\(subject)\n    " + lines.joined(separator: " ;\n    ") + " .\n"
    }

    /// A text on one line, in quotation marks.
    static func text(_ text: String) -> String {
        var quoted = "\""
        for scalar in printable(text).unicodeScalars {
            if scalar == "\"" || scalar == "\\" { quoted += "\\" }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }

    /// A year in four digits.
    static func year(_ period: Period) -> String {
        let digits = String(period.year)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
