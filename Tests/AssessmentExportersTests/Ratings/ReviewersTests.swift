import AssessmentCore
import AssessmentExporters
import Testing

@Suite("Reviewers in pages and files")
struct ReviewersTests {
    private static let hostile = "=A&B<b>\"x\",</b>"

    /// The sample with one item that three experts rate, one of whom is outlying.
    private static func assessment(showsNames: Bool = false) async throws -> CompletedAssessment {
        let sample = try await Fixture.assessment()
        var specification = sample.specification
        specification.ratings = RatingScheme(
            sources: [
                RatingSource(
                    id: "experts", name: BilingualText(zh: "专家", en: "Experts"), kind: .others, absence: .missing),
                RatingSource(
                    id: "public", name: BilingualText(zh: "公众", en: "Public"), kind: .others, absence: .missing),
            ],
            items: [
                RatingItem(
                    id: "item", name: BilingualText(zh: "服务质量", en: "Quality"),
                    parts: [RatingItem.Part("experts", weight: 3, scale: RatingScale(from: 0, to: 100))])
            ], outlyingFrom: 5, showsNames: showsNames)
        var data = sample.data
        data.assessors = [
            Assessor(
                id: hostile, name: "王某某", source: "experts", homeUnit: "340200",
                origin: Origin(file: "a.csv", row: 2, column: "assessor"))
        ]
        return CompletedAssessment(
            specification: specification, catalogue: sample.catalogue, data: data,
            peerGroupOfUnit: sample.peerGroupOfUnit, ledger: sample.ledger, coverage: sample.coverage,
            ratings: report, manifest: sample.manifest)
    }

    private static let report: RatingReport = {
        let period = Fixture.period
        let rating = Rating(
            item: "item", unit: "340100", period: period, source: "experts", assessor: hostile, score: 40,
            origin: Origin(file: "ratings.csv", row: 7, column: "score"))
        return RatingReport(
            summaries: [
                .init(
                    item: "item", period: period, source: "experts", ratings: 3, units: 1, unitsWithout: 2, mean: 63.25,
                    lead: nil)
            ],
            agreements: [
                .init(
                    item: "item", period: period, source: "experts", assessors: ["a", "b"],
                    units: ["340100", "340200"],
                    ratingsOutside: 1, concordance: 0.5, chiSquare: 1, pValue: 0.0004,
                    intraclass: [.init(form: "ICC(2,1)", coefficient: 0.625, interval: 0.125...0.875)])
            ],
            reviewers: [
                .init(
                    period: period, source: "experts", assessor: hostile, ratings: 3, compared: 3, mean: 50, spread: 4,
                    deviation: -15.5, robustScore: -4.25, isOutlying: true),
                .init(
                    period: period, source: "experts", assessor: "b", ratings: 3, compared: 0, mean: 70, spread: nil,
                    deviation: nil, robustScore: nil, isOutlying: false),
            ],
            singles: [
                .init(rating: rating, points: 40, consensus: 70, deviation: -30, robustScore: -5, isOutlying: true)
            ])
    }()

    private static func files(_ exporter: any Exporter, showsNames: Bool = false) async throws -> [String: String] {
        let files = try await exporter.files(
            for: assessment(showsNames: showsNames), languages: [.chinese, .english], options: ParameterValues())
        return Dictionary(uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
    }

    @Test("The page is well-formed, linked from the ranking, and says in words who is outlying and how far all agree")
    func page() async throws {
        let files = try await Self.files(HTMLExporter())
        let (zh, en) = (try #require(files["reviewers.html"]), try #require(files["en/reviewers.html"]))
        for page in [zh, en] {
            let reader = PageReader(page)
            #expect(reader.problem == nil && reader.fetched == [] && reader.headingsWithoutScope == 0)
            #expect(reader.captions == reader.tables && reader.tables == 4)
        }
        #expect(files["index.html"]?.contains("href=\"reviewers.html\"") == true)
        #expect(zh.contains("偏离：偏严") && en.contains("Outlying: harsh"))
        #expect(zh.contains("<strong>中等</strong>") && en.contains("<strong>moderate</strong>"))
        #expect(
            en.contains("0.63") && en.contains("[0.13, 0.88]") && en.contains("−15.50") && en.contains("ratings.csv:7"))
        #expect(en.contains("2 reviewers × 2 units, 1 rating outside"))
        #expect(en.contains("No assessors are listed for Public"))
    }

    @Test("Names are shown only where the specification says so")
    func names() async throws {
        let hidden =
            try await Self.files(HTMLExporter()).values.joined() + Self.files(CSVExporter()).values.joined()
            + Self.files(JSONExporter()).values.joined()
        #expect(!hidden.contains("王某某"))
        #expect(try await Self.files(HTMLExporter(), showsNames: true)["reviewers.html"]?.contains("王某某") == true)
        let table = try await Self.files(CSVExporter(), showsNames: true)["reviewers.csv"]
        #expect(table?.contains(",王某某,340200\n") == true)
    }

    @Test("The tables hold every number, and no text that a spreadsheet would compute")
    func tables() async throws {
        let files = try await Self.files(CSVExporter())
        let code = "\"'=A&B<b>\"\"x\"\",</b>\""
        #expect(
            files["ratings.csv"] == """
                item,unit,period,source,assessor,score,points,consensus,deviation,robust_z,outlying,date,file,row,note
                item,340100,2020,experts,\(code),40,40,70,-30,-5,1,,ratings.csv,7,

                """)
        #expect(
            files["reviewers.csv"] == """
                period,source,assessor,ratings,compared,mean,standard_deviation,mean_deviation,robust_z,outlying
                2020,experts,\(code),3,3,50,4,-15.5,-4.25,1
                2020,experts,b,3,0,70,,,,0

                """)
        #expect(
            files["agreement.csv"] == """
                item,period,source,assessors,units,ratings_outside,kendall_w,chi_square,p_value,icc21,icc21_low,icc21_high,\
                icc2k,icc2k_low,icc2k_high,icc31,icc31_low,icc31_high,icc3k,icc3k_low,icc3k_high
                item,2020,experts,2,2,1,0.5,1,0.0004,0.625,0.125,0.875,,,,,,,,,

                """)
    }

    @Test("result.json holds the report")
    func json() async throws {
        let text = try #require(try await Self.files(JSONExporter())["result.json"])
        #expect(text.contains("\"kendallW\":0.5") && text.contains("\"meanDeviation\":-15.5"))
        #expect(try ResultDocument(Array(text.utf8), file: "result.json").ledger.nodes.isEmpty == false)
    }
}
