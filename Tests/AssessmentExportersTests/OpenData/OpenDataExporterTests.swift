import AssessmentCore
import Foundation
import Testing

@testable import AssessmentExporters

/// Open data on the small assessment: numbers, texts, options.
@Suite("Open data")
struct OpenDataExporterTests {
    static func files(
        _ assessment: CompletedAssessment, _ given: [String: ParameterValue] = [:]
    ) throws -> [String: OutputFile] {
        let exporter = OpenDataExporter()
        let files = try exporter.files(
            for: assessment, languages: [.chinese],
            options: ParameterValues(given, for: exporter.description.parameters))
        return Dictionary(files.map { ($0.path, $0) }) { first, _ in first }
    }

    private static let full: [String: ParameterValue] = [
        "publisher": .text("某研究院"), "publisher_en": .text("An institute"), "licence": .text("CC-BY-4.0"),
        "base": .text("https://data.example.org/a"), "issued": .text("2021-03-01"),
    ]

    @Test("Scores, values and observations are those of the ledger to the last bit, cell for cell")
    func numbers() async throws {
        let assessment = try await Fixture.assessment()
        let ledger = assessment.ledger
        let files = try Self.files(assessment)
        let scores = try records(files, "data/scores.csv")
        let values = try records(files, "data/values.csv")
        let observations = try records(files, "data/sdmx.csv")
        let observed = Dictionary(
            observations.rows.map { row in
                (["REF_AREA", "INDICATOR", "MEASURE", "TIME_PERIOD"].map { row[$0] ?? "" }, row["OBS_VALUE"] ?? "")
            }, uniquingKeysWith: { first, _ in first })
        var compared = 0
        for node in assessment.specification.framework.subtree {
            for row in ledger.panel.rows {
                let place = [
                    "period": ledger.panel.period(ofRow: row).description, "unit": ledger.panel.unit(ofRow: row).code,
                    "node": node.id,
                ]
                let area = SDMXIdentifier.of(place["unit"] ?? "")
                let year = place["period"] ?? ""
                if let column = ledger.scores(of: node.id) {
                    let found = try #require(scores.row(place))
                    #expect(Double(found["score"] ?? "") == column[row])
                    #expect(found["rank"] == (ledger.rank(of: node.id, row: row).map { String($0.rank) } ?? ""))
                    #expect(found["grade_zh"] == (ledger.grade(of: node.id, row: row)?.name.zh ?? ""))
                    let observedScore = try #require(observed[[area, node.id, "SCORE", year]])
                    #expect(Double(observedScore) == column[row])
                    compared += 1
                }
                if let column = ledger.knownValues(of: node.id) {
                    let found = try #require(values.row(place))
                    #expect(Double(found["value"] ?? "") == column[row])
                    let observedValue = try #require(observed[[area, node.id, "VALUE", year]])
                    #expect(Double(observedValue) == column[row])
                    compared += 1
                }
            }
        }
        // 10 nodes with scores and 6 with values, of 4 units in 2 years.
        #expect(compared == 16 * 8)
    }

    @Test("The status says what became of a cell: imputed, a break in the series, missing, not collected")
    func statuses() async throws {
        let values = try records(try Self.files(try await Fixture.assessment()), "data/values.csv")
        func status(_ unit: String, _ node: String) -> String? {
            values.row(["period": "2020", "unit": unit, "node": node])?["obs_status"]
        }
        #expect(status("340100", "traffic") == "I")
        #expect(status("340100", "income") == "B")
        #expect(status("340200", "income") == "O")
        #expect(status("340100", "fibre") == "A")
    }

    @Test("The same assessment gives the same bytes, without a byte order mark, in UTF-8")
    func sameBytes() async throws {
        let first = try Self.files(try await Fixture.assessment(decided: true), Self.full)
        let second = try Self.files(try await Fixture.assessment(decided: true), Self.full)
        #expect(first == second)
        for file in first.values {
            #expect(String(validating: file.bytes, as: UTF8.self) != nil)
            #expect(!file.bytes.starts(with: [0xEF, 0xBB, 0xBF]))
        }
    }

    static let hostile = [
        "<script>\"]]>&amp;", "=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "＝1", "a\"b,c", "two\nlines\r\n",
        "\u{202E}txt",
        "back\\slash\\\"@zh .", "👩‍👩‍👧😀", "\u{0}\u{1B}[31m", String(repeating: "长", count: 300),
    ]

    @Test(
        "Texts that mean harm stand on one line, are quoted, and begin with an apostrophe where they begin a formula",
        arguments: hostile)
    func hostileTexts(text: String) async throws {
        let files = try Self.files(try await Fixture.assessment(.all(text), decided: true), ["publisher": .text(text)])
        let units = try records(files, "data/units.csv")
        let begins = ["=", "+", "-", "@", "＝"].contains { text.hasPrefix($0) }
        #expect(units.row(["unit": "340100"])?["name_zh"] == (begins ? "'" : "") + printable(text))
        for (path, file) in files where path != "result.schema.json" {
            let written = String(decoding: file.bytes, as: UTF8.self)
            #expect(
                !written.unicodeScalars.contains { $0 == "\u{202E}" || $0 == "\u{1B}" || $0 == "\u{0}" || $0 == "\r" })
        }
        for path in ["data/datapackage.json", "result.schema.json"] {
            _ = try JSONSerialization.jsonObject(with: Data(try contents(files, path).utf8))
        }
        // Every quotation mark of Turtle that is not escaped opens or closes a text on its line.
        for line in (try contents(files, "data/catalog.ttl")).split(
            separator: "\n")
        {
            let bare = line.replacing("\\\\", with: "").replacing("\\\"", with: "")
            #expect(bare.count { $0 == "\"" } % 2 == 0)
        }
        let structure = (try contents(files, "data/sdmx-structure.xml"))
        #expect(!structure.contains("<script>"))
    }

    @Test(
        "An option that is none of what it may be is refused with what was expected",
        arguments: [
            ("licence", "MIT-ish", "CC-BY-4.0"), ("base", "ftp://x", "http address"),
            ("base", "https://x/ y", "http address"),
            ("base", "https://x/?a", "without ? and #"), ("issued", "2021-02-30", "2021-03-01"),
        ])
    func refusedOptions(name: String, text: String, expected: String) async throws {
        let assessment = try await Fixture.assessment()
        let error = #expect(throws: MethodError.self) { try Self.files(assessment, [name: .text(text)]) }
        #expect(error?.description.contains(expected) == true)
    }

    @Test("Identifiers begin with the base, and are relative to the file without one")
    func identifiers() async throws {
        let assessment = try await Fixture.assessment()
        let based = try contents(Self.files(assessment, Self.full), "data/catalog.ttl")
        #expect(based.contains("<https://data.example.org/a/scores.csv>"))
        #expect(based.contains("dct:issued \"2021-03-01\"^^xsd:date"))
        #expect(based.contains("<https://creativecommons.org/licenses/by/4.0/>"))
        let relative = try contents(Self.files(assessment), "data/catalog.ttl")
        #expect(relative.contains("dcat:downloadURL <scores.csv>"))
        #expect(!relative.contains("dct:issued") && !relative.contains("dct:license"))
    }

    @Test("Different ids stay different as identifiers of SDMX and codes of units of measure")
    func codes() {
        #expect(SDMXIdentifier.of("life.online_2-a") == "life$2eonline_2-a")
        #expect(Set(["a.b", "a$2eb", "a_b", "a b"].map(SDMXIdentifier.of)).count == 4)
        let same = "per 10,000 residents"
        let codes = MeasureCodes([
            .percent, UnitOfMeasure(BilingualText(zh: "辆/万人", en: same)),
            UnitOfMeasure(BilingualText(zh: "个/万人", en: same)),
        ])
        #expect(codes.code(of: .percent) == "PT")
        #expect(Set(codes.units.map(\.code)).count == 4)
        #expect(codes.code(of: UnitOfMeasure(BilingualText(zh: "辆/万人", en: same))).hasPrefix("PER_10000_RESIDENTS_"))
    }
}
