internal import AssessmentCore

/// `sdmx-structure.xml`: the dataflow, code lists, concepts and data structure of `sdmx.csv`, in SDMX-ML 2.1.
///
/// The lists of frequency and observation status are parts of those that SDMX maintains.
struct SDMXStructure {
    let cells: PublishedCells
    let codes: MeasureCodes
    let described: DescriptionOfData

    /// Who maintains the structures.
    private var agency: String { described.options.agency }

    private var id: String { SDMXIdentifier.of(described.id) }

    /// The dataflow as rows of data name it.
    var dataflow: String { "\(agency):DF_\(id)(1.0)" }

    /// The file.
    var text: String {
        let name = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1"
        let parts = [header, "<mes:Structures>", flow, codelists, concepts, structure, "</mes:Structures>"]
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <mes:Structure xmlns:mes="\(name)/message" xmlns:str="\(name)/structure" xmlns:com="\(name)/common">
            \(parts.joined(separator: "\n"))
            </mes:Structure>

            """
    }

    private var header: String {
        // A message must say when it was prepared, and the same assessment gives the same bytes.
        let day = described.options.issued ?? described.assessment.specification.period.lastDay
        return """
            <mes:Header>
            <mes:ID>\(id)</mes:ID>
            <mes:Test>false</mes:Test>
            <mes:Prepared>\(day?.description ?? "0001-01-01")T00:00:00</mes:Prepared>
            <mes:Sender id="\(agency)">\(SDMXStructure.names(described.options.publisher))</mes:Sender>
            </mes:Header>
            """
    }

    private var flow: String {
        """
        <str:Dataflows>
        <str:Dataflow id="DF_\(id)" agencyID="\(agency)" version="1.0">
        \(SDMXStructure.names(described.title))
        <str:Structure><Ref id="DSD_\(id)" version="1.0" agencyID="\(agency)" \
        package="datastructure" class="DataStructure"/></str:Structure>
        </str:Dataflow>
        </str:Dataflows>
        """
    }

    private var codelists: String {
        let units = UnitTables(assessment: cells.assessment).listed
        let known = Set(units.map(\.code))
        let measures =
            codes.units.map { Code(id: $0.code, name: $0.unit.symbol) } + [
                Code(id: "SCORE", name: BilingualText(zh: "得分", en: "score")),
                Code(id: "RANK", name: BilingualText(zh: "位次", en: "rank")),
            ]
        let lists = [
            list(
                "CL_FREQ", "SDMX", "2.1", BilingualText(zh: "频率", en: "Frequency"),
                [Code(id: "A", name: BilingualText(zh: "年度", en: "Annual"))]),
            list(
                "CL_AREA", agency, "1.0", BilingualText(zh: "单元", en: "Units"),
                units.map { unit in
                    Code(
                        id: SDMXIdentifier.of(unit.code), name: unit.name,
                        parent: unit.parent.flatMap { known.contains($0) ? SDMXIdentifier.of($0) : nil })
                }),
            list(
                "CL_INDICATOR", agency, "1.0", BilingualText(zh: "评价体系节点", en: "Nodes of the framework"),
                cells.nodes.map { node in
                    Code(
                        id: SDMXIdentifier.of(node.id), name: node.name,
                        text: cells.indicator(of: node)?.definition,
                        parent: cells.parents[node.id].map(SDMXIdentifier.of))
                }),
            list(
                "CL_MEASURE", agency, "1.0", BilingualText(zh: "测度", en: "Measures"),
                SDMXData.Measure.allCases.map { Code(id: $0.rawValue, name: $0.name) }),
            list(
                "CL_OBS_STATUS", "SDMX", "2.2", BilingualText(zh: "观测状态", en: "Observation status"),
                ObservationStatus.allCases.map { Code(id: $0.rawValue, name: $0.name) }),
            list(
                "CL_UNIT_MEASURE", agency, "1.0", BilingualText(zh: "计量单位", en: "Units of measure"),
                measures.reduce(into: []) { unique, code in
                    if !unique.contains(where: { $0.id == code.id }) { unique.append(code) }
                }),
        ]
        return "<str:Codelists>\n" + lists.joined(separator: "\n") + "\n</str:Codelists>"
    }

    private struct Code {
        let id: String
        let name: BilingualText
        var text: BilingualText?
        var parent: String?
    }

    private func list(_ id: String, _ agency: String, _ version: String, _ name: BilingualText, _ codes: [Code])
        -> String
    {
        let partial = agency == "SDMX" ? " isPartial=\"true\"" : ""
        let written = codes.map { code in
            let parent = code.parent.map { "<str:Parent><Ref id=\"\($0)\"/></str:Parent>" } ?? ""
            let text = code.text.map { SDMXStructure.both("Description", $0) } ?? ""
            return "<str:Code id=\"\(code.id)\">\(SDMXStructure.names(code.name))\(text)\(parent)</str:Code>"
        }
        return """
            <str:Codelist id="\(id)" agencyID="\(agency)" version="\(version)"\(partial)>
            \(SDMXStructure.names(name))
            \(written.joined(separator: "\n"))
            </str:Codelist>
            """
    }

    /// The concepts, with the list and its version that each dimension and attribute takes its codes from; those
    /// without an agency are the publisher's own.
    private static let parts:
        [(id: String, name: BilingualText, list: (id: String, agency: String?, version: String)?)] = [
            ("FREQ", BilingualText(zh: "频率", en: "Frequency"), ("CL_FREQ", "SDMX", "2.1")),
            ("REF_AREA", BilingualText(zh: "单元", en: "Reference area"), ("CL_AREA", nil, "1.0")),
            ("INDICATOR", BilingualText(zh: "节点", en: "Indicator"), ("CL_INDICATOR", nil, "1.0")),
            ("MEASURE", BilingualText(zh: "测度", en: "Measure"), ("CL_MEASURE", nil, "1.0")),
            ("TIME_PERIOD", BilingualText(zh: "时期", en: "Time period"), nil),
            ("OBS_VALUE", BilingualText(zh: "观测值", en: "Observation value"), nil),
            ("OBS_STATUS", BilingualText(zh: "观测状态", en: "Observation status"), ("CL_OBS_STATUS", "SDMX", "2.2")),
            ("UNIT_MEASURE", BilingualText(zh: "计量单位", en: "Unit of measure"), ("CL_UNIT_MEASURE", nil, "1.0")),
        ]

    private var concepts: String {
        let written = SDMXStructure.parts.map { part in
            "<str:Concept id=\"\(part.id)\">\(SDMXStructure.names(part.name))</str:Concept>"
        }
        return """
            <str:Concepts>
            <str:ConceptScheme id="CS_\(id)" agencyID="\(agency)" version="1.0">
            \(SDMXStructure.names(BilingualText(zh: "概念", en: "Concepts")))
            \(written.joined(separator: "\n"))
            </str:ConceptScheme>
            </str:Concepts>
            """
    }

    private var structure: String {
        let dimensions = ["FREQ", "REF_AREA", "INDICATOR", "MEASURE"].enumerated().map { index, id in
            "<str:Dimension id=\"\(id)\" position=\"\(index + 1)\">\(reference(id))</str:Dimension>"
        }
        let attributes = ["OBS_STATUS", "UNIT_MEASURE"].map { id in
            """
            <str:Attribute id="\(id)" assignmentStatus="Mandatory">\(reference(id))<str:AttributeRelationship>\
            <str:PrimaryMeasure><Ref id="OBS_VALUE"/></str:PrimaryMeasure></str:AttributeRelationship></str:Attribute>
            """
        }
        let time =
            "<str:LocalRepresentation><str:TextFormat textType=\"ObservationalTimePeriod\"/></str:LocalRepresentation>"
        let number = "<str:LocalRepresentation><str:TextFormat textType=\"Double\"/></str:LocalRepresentation>"
        return """
            <str:DataStructures>
            <str:DataStructure id="DSD_\(id)" agencyID="\(agency)" version="1.0">
            \(SDMXStructure.names(described.title))
            <str:DataStructureComponents>
            <str:DimensionList id="DimensionDescriptor">
            \(dimensions.joined(separator: "\n"))
            <str:TimeDimension id="TIME_PERIOD" position="5">\(reference("TIME_PERIOD"))\(time)</str:TimeDimension>
            </str:DimensionList>
            <str:AttributeList id="AttributeDescriptor">
            \(attributes.joined(separator: "\n"))
            </str:AttributeList>
            <str:MeasureList id="MeasureDescriptor">
            <str:PrimaryMeasure id="OBS_VALUE">\(reference("OBS_VALUE"))\(number)</str:PrimaryMeasure>
            </str:MeasureList>
            </str:DataStructureComponents>
            </str:DataStructure>
            </str:DataStructures>
            """
    }

    /// The concept of a component, with its list of codes.
    private func reference(_ concept: String) -> String {
        let identity = """
            <str:ConceptIdentity><Ref id="\(concept)" maintainableParentID="CS_\(id)" maintainableParentVersion="1.0" \
            agencyID="\(agency)" package="conceptscheme" class="Concept"/></str:ConceptIdentity>
            """
        guard let list = SDMXStructure.parts.first(where: { $0.id == concept })?.list else { return identity }
        return identity + """
            <str:LocalRepresentation><str:Enumeration><Ref id="\(list.id)" version="\(list.version)" \
            agencyID="\(list.agency ?? agency)" package="codelist" class="Codelist"/></str:Enumeration></str:LocalRepresentation>
            """
    }

    private static func names(_ text: BilingualText) -> String { both("Name", text) }

    private static func both(_ element: String, _ text: BilingualText) -> String {
        [("zh", text.zh), ("en", text.en)].map { language, text in
            "<com:\(element) xml:lang=\"\(language)\">\(SafeText.escaped(printable(text)))</com:\(element)>"
        }.joined()
    }
}
