import AssessmentCore
import Testing

@testable import AssessmentCollection

@Suite("The statistical standard: checks")
struct StatisticalStandardTests {
    private static let schools = variable("schools", "学校数", "Schools")
    private static let smart = variable("smart_schools", "智慧学校数", "Smart schools")

    private static func variable(_ id: String, _ zh: String, _ en: String) -> Variable {
        Variable(
            id: id, name: BilingualText(zh: zh, en: en), definition: BilingualText(same: id), unitOfMeasure: .count,
            reportedBy: BilingualText(same: "d"))
    }

    private static func standard(_ checks: [DataCheck]) -> StatisticalStandard {
        StatisticalStandard(
            assessment: "s", title: BilingualText(same: "t"), basis: "", period: Period(year: 2020), levels: [],
            items: [schools, smart].map { variable in
                StatisticalStandard.Item(
                    variable: variable, uses: [], checks: checks.filter { $0.variables.contains(variable.id) },
                    isCollected: true)
            }, registers: [])
    }

    private static let checks = [
        DataCheck.count(schools, "e"), .count(smart, "e"), .part(smart, of: schools, "e"),
    ]

    @Test("Table, page and dictionary say which checks look at a variable, alone and with others")
    func named() throws {
        let files = Self.standard(Self.checks).files(languages: [.english])
        func text(_ path: String) throws -> String {
            String(decoding: try #require(files.first { $0.path == path }).bytes, as: UTF8.self)
        }
        let both = "Smart schools a whole number from 0;Smart schools at most Schools"
        #expect(try text("variables.csv").contains(both))
        #expect(try text("standard.html").contains("Smart schools at most Schools"))
        #expect(try text("standard.json").contains(#""id" : "e.smart_schools_part""#))
    }

    @Test("Forms belong to the same standard whatever the checks")
    func digest() {
        #expect(Self.standard(Self.checks).digest == Self.standard([]).digest)
    }

    @Test("A cell expects what every check on its variable alone leaves")
    func limits() throws {
        func range(_ least: Double?, _ most: Double?) -> DataCheck {
            DataCheck(id: "e.r", name: BilingualText(same: "r"), .range("schools", atLeast: least, atMost: most))
        }
        let both = try #require(EntryLimits([range(-5, 80), range(nil, 60), .count(Self.schools, "e")]))
        #expect(both.atLeast == 0 && both.atMost == 60 && both.isWhole)
        #expect(both.words.en == "Expected a whole number from 0 to 60.")
        #expect(EntryLimits([range(nil, 1.5)])?.words.zh == "应为不大于1.5的数值。")
        #expect(EntryLimits([.part(Self.smart, of: Self.schools, "e")]) == nil)
    }

    private struct Schools: DomainPlugin {
        static let register = RegisterDescription(
            id: "prizes", name: BilingualText(same: "p"), definition: BilingualText(same: "p"),
            keptBy: BilingualText(same: "k"))
        let description = PluginDescription(
            id: "Schools", prefix: "s", version: "1", name: BilingualText(same: "s"), summary: BilingualText(same: "s"))
        let statements: [PolicyStatement] = []

        var indicators: [any Indicator] {
            func described(_ id: String, _ variables: [Variable], _ registers: [RegisterDescription] = [])
                -> IndicatorDescription
            {
                IndicatorDescription(
                    id: id, name: BilingualText(same: id), definition: BilingualText(same: id),
                    rationale: BilingualText(same: id), unitOfMeasure: .count, statements: [], variables: variables,
                    registers: registers, examples: [])
            }
            let (schools, smart) = (StatisticalStandardTests.schools, StatisticalStandardTests.smart)
            return [
                FormulaIndicator(described("s.share", [smart, schools]), formula: .share(smart, of: schools)),
                RegisterIndicator(described("s.prizes", [], [Schools.register])),
            ]
        }
    }

    @Test("What the province gives in files of its own beside a collection is not asked for")
    func given() throws {
        func asked(_ data: [DataFile.Content]) throws -> [String] {
            let catalogue = try Catalogue(plugins: [Schools()], providers: [])
            let leaves = ["s.share", "s.prizes"].map {
                FrameworkNode(
                    id: $0, name: BilingualText(same: $0), role: .weighted(1), measure: FrameworkNode.IndicatorUse($0),
                    steps: [.measure])
            }
            let place = SourcePosition(file: "assessment.yml", line: 1, column: 1)
            let specification = Specification(
                id: "s", kind: .review, title: BilingualText(same: "t"), period: Period(year: 2020),
                units: UnitSelection(file: "units.csv", levels: [], inForceOn: nil), plugins: ["Schools"],
                data: data.map { DataFile(content: $0, file: "f", position: place) },
                framework: FrameworkNode(
                    id: "total", name: BilingualText(same: "t"), role: .weighted(1), steps: [], children: leaves))
            let standard = StatisticalStandard(specification, catalogue)
            return standard.collected.map(\.id) + standard.collectedRegisters.map(\.id)
        }
        func table(_ year: Int) -> DataFile.Content {
            .table(TableForm(unit: "code", period: .only(Period(year: year)), variables: ["学校": "schools"]))
        }
        let all = ["smart_schools", "schools", "prizes"]
        #expect(try asked([.collection([])]) == all)
        #expect(try asked([.collection([]), table(2020)]) == ["smart_schools", "prizes"])
        #expect(try asked([.collection([]), table(2019)]) == all)
        #expect(try asked([.collection([]), .register("prizes")]) == ["smart_schools", "schools"])
        #expect(try asked([table(2020), .register("prizes")]) == all)
    }
}
