internal import AssessmentCore

/// `catalog.ttl` and `catalog.jsonld`: the data as a catalogue with one dataset and a distribution a file, in the vocabulary
/// of DCAT 3 and with what its application profile DCAT-AP asks for (https://www.w3.org/TR/vocab-dcat-3/).
struct CatalogueEntry {
    private typealias Statement = LinkedData.Statement

    let described: DescriptionOfData
    let files: [DescribedFile]

    /// What the catalogue says.
    var data: LinkedData {
        LinkedData(subjects: [catalogue, dataset] + files.map(distribution) + [publisher])
    }

    private var base: String { described.options.base }

    private func part(_ name: String) -> String { base.isEmpty ? "#\(name)" : base + name }

    private var catalogue: LinkedData.Subject {
        var statements = names
        statements += [
            Statement("dct:publisher", .address(part("publisher"))), languages,
            Statement("dcat:dataset", .address(part("dataset"))),
        ]
        return .init(address: part("catalogue"), type: "dcat:Catalog", statements: statements + licence + issued)
    }

    private var dataset: LinkedData.Subject {
        let specification = described.assessment.specification
        var statements = names
        statements += [
            Statement(
                "dct:identifier", .text(base.isEmpty ? described.id : base + "dataset", language: nil)),
            Statement("dct:publisher", .address(part("publisher"))), languages,
            Statement("dcat:theme", listed("data-theme/GOVE")),
            Statement("dct:type", listed("dataset-type/STATISTICAL")),
            Statement("dct:accessRights", listed("access-right/PUBLIC")),
            Statement("dct:accrualPeriodicity", listed("frequency/ANNUAL")),
            Statement("dcat:version", .text(specification.period.description, language: nil)),
        ]
        statements += described.keywords.flatMap { Statement.both("dcat:keyword", $0) }
        if let first = specification.periods.first, let last = specification.periods.last {
            let days = [
                Statement("dcat:startDate", .literal("\(first.fourDigits)-01-01", type: "xsd:date")),
                Statement("dcat:endDate", .literal("\(last.fourDigits)-12-31", type: "xsd:date")),
            ]
            statements.append(Statement("dct:temporal", .thing(type: "dct:PeriodOfTime", days)))
        }
        statements.append(Statement("dcat:temporalResolution", .literal("P1Y", type: "xsd:duration")))
        statements += described.places.map { place in
            Statement(
                "dct:spatial",
                .thing(
                    type: "dct:Location",
                    [Statement("dct:identifier", .text(place.code, language: nil))]
                        + Statement.both("skos:prefLabel", place.name)))
        }
        if !specification.basis.isEmpty {
            let label = Statement("rdfs:label", .text(specification.basis, language: "zh"))
            statements.append(Statement("dct:provenance", .thing(type: "dct:ProvenanceStatement", [label])))
        }
        statements += files.map { Statement("dcat:distribution", .address(part("distribution-\($0.name)"))) }
        return .init(address: part("dataset"), type: "dcat:Dataset", statements: statements + licence + issued)
    }

    private func distribution(_ file: DescribedFile) -> LinkedData.Subject {
        var statements = Statement.both("dct:title", file.title)
        let digest = [
            Statement("spdx:algorithm", .name("spdx:checksumAlgorithm_sha256")),
            Statement("spdx:checksumValue", .literal(checksum(file.file.bytes), type: "xsd:hexBinary")),
        ]
        statements += [
            Statement("dcat:accessURL", .address(base + file.path)),
            Statement("dcat:downloadURL", .address(base + file.path)),
            Statement("dct:format", listed("file-type/\(file.format.name.uppercased())")),
            Statement(
                "dcat:mediaType",
                .address("https://www.iana.org/assignments/media-types/\(file.format.mediaType)")),
            Statement("dcat:byteSize", .literal(String(file.file.bytes.count), type: "xsd:nonNegativeInteger")),
            Statement("spdx:checksum", .thing(type: "spdx:Checksum", digest)),
        ]
        if file.table != nil {
            statements.append(
                Statement("dct:conformsTo", .address("https://specs.frictionlessdata.io/tabular-data-resource/")))
        }
        return .init(
            address: part("distribution-\(file.name)"), type: "dcat:Distribution",
            statements: statements + licence + issued)
    }

    private var publisher: LinkedData.Subject {
        .init(
            address: part("publisher"), type: "foaf:Organization",
            statements: Statement.both("foaf:name", described.options.publisher))
    }

    private var names: [Statement] {
        Statement.both("dct:title", described.title) + Statement.both("dct:description", described.text)
    }

    private var languages: Statement { Statement("dct:language", listed("language/ZHO"), listed("language/ENG")) }

    /// An entry of the lists that the Publications Office of the European Union maintains.
    private func listed(_ entry: String) -> LinkedData.Object {
        .address("http://publications.europa.eu/resource/authority/\(entry)")
    }

    private var licence: [Statement] {
        described.options.licence.map { [Statement("dct:license", .address($0.address))] } ?? []
    }

    private var issued: [Statement] {
        described.options.issued.map { [Statement("dct:issued", .literal("\($0)", type: "xsd:date"))] } ?? []
    }
}

extension Period {
    /// The year in four digits.
    var fourDigits: String {
        let digits = String(year)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
