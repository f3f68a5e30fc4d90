import AssessmentCore
import AssessmentMethods
import AssessmentPipeline
import Testing

@testable import AssessmentExporters

/// Which cells are left blank, on cases worked by hand.
@Suite("Suppression of small counts")
struct SuppressionTests {
    /// `period unit node part cause` of every blank cell.
    private func blank(_ assessment: CompletedAssessment, below threshold: Double) -> Set<String> {
        let panel = assessment.ledger.panel
        return Set(
            Suppression(assessment, below: threshold).causes.map { cell, cause in
                let subject = cause.subject.isEmpty ? "" : "(\(cause.subject))"
                return "\(panel.period(ofRow: cell.row)) \(panel.unit(ofRow: cell.row).code) \(cell.node) "
                    + "\(cell.part.rawValue) \(cause.id)\(subject)"
            })
    }

    private func leaf(_ place: String, _ cause: String) -> [String] {
        ["\(place) value \(cause)", "\(place) score \(cause)"]
    }

    @Test("Nothing goes without a threshold")
    func none() async throws {
        #expect(try await blank(Fixture.assessment(), below: 0) == [])
    }

    @Test("Two workshops go below 5, and the indicator beside them; none and five stay")
    func small() async throws {
        // Workshops in 2020: 5 and 2; in 2019: 0 and 0. The supply score is made of fibre (40), reach (20) and the bonus.
        let expected =
            leaf("2020 340200 workshops", "small_count(fixture.workshops)")
            + leaf("2020 340200 fibre", "complement_in_node(supply)")
        #expect(try await blank(Fixture.assessment(), below: 5) == Set(expected))
    }

    @Test("A growth rests on the year before too, and a pillar whose only other score goes is covered above")
    func lagged() async throws {
        // Centres: 20, 40 / 25, 30 / 10, 20; below 21 that is 20 in 2019 / none / both.
        let expected = [
            // The growth to 40 rests on 20. It has full marks, as have the 5 workshops and fibre, which could not cover
            // them: reach does, and centres with 80 points keep supply from saying that all are full marks.
            leaf("2020 340100 growth", "small_count(centres)"),
            leaf("2020 340100 workshops", "small_count(fixture.workshops)"),
            ["2020 340100 reach score complement_in_node(supply)"],
            leaf("2020 340100 centres", "complement_in_node(supply)"),
            // Without a growth in the first year, reach is the score of centres: it goes, and fibre with it.
            leaf("2019 340100 centres", "small_count(fixture.centres)"),
            ["2019 340100 reach score complement_in_node(reach)"],
            leaf("2019 340100 fibre", "complement_in_node(supply)"),
            leaf("2020 340200 workshops", "small_count(fixture.workshops)"),
            leaf("2020 340200 fibre", "complement_in_node(supply)"),
            leaf("2019 340181 centres", "small_count(fixture.centres)"),
            ["2019 340181 reach score complement_in_node(reach)"],
            leaf("2019 340181 fibre", "complement_in_node(supply)"),
            // Both parts of reach are small, but they are two sides of the same counts of centres: its score would leave
            // too few of them.
            leaf("2020 340181 centres", "small_count(fixture.centres)"),
            leaf("2020 340181 growth", "small_count(centres)"),
            ["2020 340181 reach score complement_in_node(reach)"],
            leaf("2020 340181 fibre", "complement_in_node(supply)"),
        ].flatMap(\.self)
        let found = try await blank(Fixture.assessment(), below: 21)
        #expect(found.subtracting(expected) == [])
        #expect(Set(expected).subtracting(found) == [])
    }

    @Test("Of counties that add up to a city a second one goes, the smallest of the others")
    func sums() async throws {
        // 3 + 12 + 15 = 30: without the 3, 30 − 12 − 15 gives it away.
        let assessment = try await counties([30, 3, 12, 15], MethodChoice("goalposts", parameters: Self.goalposts))
        let expected = [
            leaf("2020 340121 workshops", "small_count(fixture.workshops)"),
            leaf("2020 340121 income", "complement_in_node(total)"),
            leaf("2020 340122 workshops", "complement_in_unit(340100)"),
            leaf("2020 340122 income", "complement_in_node(total)"),
        ].flatMap(\.self)
        #expect(blank(assessment, below: 5) == Set(expected))
    }

    @Test("A complement that counts too little to leave a second count is not enough: the score above goes too")
    func weakComplement() async throws {
        // 3 workshops of 50 are 6 points, 4 are 8. At 95 of 100 that moves the total by 1.9, and the 40 points of income
        // can give way by 60 × 0.05 = 3; at 99 by 1.98, and they can by 0.6.
        let scale = MethodChoice("goalposts", parameters: Self.goalposts)
        let enough = try await counties([300, 3, 80, 90], scale, parent: "340000", weights: (95, 5))
        let leaves =
            leaf("2020 340121 workshops", "small_count(fixture.workshops)")
            + leaf("2020 340121 income", "complement_in_node(total)")
        #expect(blank(enough, below: 5) == Set(leaves))
        let tooLittle = try await counties([300, 3, 80, 90], scale, parent: "340000", weights: (99, 1))
        #expect(
            blank(tooLittle, below: 5) == Set(leaves + ["2020 340121 total score complement_in_node(total)"]))
    }

    @Test("Small counts that a sum leaves one possible number are covered by a larger one")
    func pinnedSum() async throws {
        // 30 − 28 = 2 can be 1 + 1 alone.
        let assessment = try await counties([30, 1, 1, 28], MethodChoice("goalposts", parameters: Self.goalposts))
        let expected = [
            leaf("2020 340121 workshops", "small_count(fixture.workshops)"),
            leaf("2020 340121 income", "complement_in_node(total)"),
            leaf("2020 340122 workshops", "small_count(fixture.workshops)"),
            leaf("2020 340122 income", "complement_in_node(total)"),
            leaf("2020 340123 workshops", "complement_in_unit(340100)"),
            leaf("2020 340123 income", "complement_in_node(total)"),
        ].flatMap(\.self)
        #expect(blank(assessment, below: 5) == Set(expected))
    }

    @Test("Where scores compare with a reference set, the values go for all of it and the other scores stay")
    func referenceSet() async throws {
        // The smallest of all is the 0 points of the range: two others with value and score would give it away.
        let assessment = try await counties(
            [300, 3, 80, 90], MethodChoice("min_max", reference: .period), parent: "340000")
        let expected = [
            leaf("2020 340121 workshops", "small_count(fixture.workshops)"),
            leaf("2020 340121 income", "complement_in_node(total)"),
            ["340100", "340122", "340123"].map { "2020 \($0) workshops value reference_set" },
        ].flatMap(\.self)
        #expect(blank(assessment, below: 5) == Set(expected))
    }

    @Test("Where all blank scores below one that is shown are full marks, a third goes, or the score itself")
    func fullMarks() async throws {
        // 3 workshops of 3 are full marks, as are 50 of income: the total of 100 says so, and goes.
        let scale = MethodChoice("goalposts", parameters: ["floor": .number(0), "ceiling": .number(3)])
        let all = try await counties([3, 3, 3, 3], scale, parent: "340000", income: 50)
        let expected = ["340100", "340121", "340122", "340123"].flatMap { unit in
            leaf("2020 \(unit) workshops", "small_count(fixture.workshops)")
                + ["2020 \(unit) total score complement_in_node(total)"]
        }
        #expect(blank(all, below: 5) == Set(expected))
        // With an income of 40 points the total says nothing.
        let some = try await counties([3, 3, 3, 3], scale, parent: "340000")
        #expect(!blank(some, below: 5).contains { $0.contains(" total ") })
        #expect(blank(some, below: 5).count == 4 * 4)
    }

    @Test("The same indicator at another node goes with a blank value, which it would show")
    func sameData() async throws {
        // The income covers the 3 workshops, and stands at a second node too.
        let assessment = try await counties(
            [300, 3, 80, 90], MethodChoice("goalposts", parameters: Self.goalposts), parent: "340000", twice: true)
        let expected = [
            leaf("2020 340121 workshops", "small_count(fixture.workshops)"),
            leaf("2020 340121 income", "complement_in_node(total)"),
            leaf("2020 340121 again", "complement_in_node(total)"),
        ].flatMap(\.self)
        #expect(blank(assessment, below: 5) == Set(expected))
    }

    @Test("A light that shows a blank value or score is blank")
    func lights() async throws {
        let files = try OpenDataExporterTests.files(
            try await Fixture.assessment(isLit: true), ["suppress_below": .number(5)])
        let scores = try records(files, "data/scores.csv")
        func light(_ unit: String, _ node: String) -> String? {
            scores.row(["period": "2020", "unit": unit, "node": node])?["light"]
        }
        #expect(light("340100", "workshops") == "green" && light("340200", "workshops") == "")
        #expect(light("340200", "total") == "yellow")
    }

    @Test("With suppression the output says which folder may be published, in the run and beside the files")
    func caution() async throws {
        let exporter = OpenDataExporter()
        let assessment = try await Fixture.assessment()
        func options(_ threshold: Double) -> ParameterValues {
            ParameterValues(["suppress_below": .number(threshold)], for: exporter.description.parameters)
        }
        #expect(exporter.caution(options: options(0)) == nil)
        let caution = try #require(exporter.caution(options: options(5)))
        #expect(caution.en.contains("not for publication") && caution.zh.contains("不得公布"))
        let file = "publish-data-only.txt"
        let without = try exporter.files(for: assessment, languages: [.chinese], options: options(0))
        #expect(!without.contains { $0.path == file })
        let files = try exporter.files(for: assessment, languages: [.chinese], options: options(5))
        let text = String(decoding: try #require(files.first { $0.path == file }).bytes, as: UTF8.self)
        #expect(text.contains("不得公布") && text.contains("4 cells are suppressed: 2 rest on small counts, 2 are blank"))
        let package = String(
            decoding: try #require(files.first { $0.path == "data/datapackage.json" }).bytes, as: UTF8.self)
        #expect(package.contains("not for publication"))
    }

    @Test("No file of open data shows a blank cell, and the list names each")
    func files() async throws {
        let files = try OpenDataExporterTests.files(
            try await Fixture.assessment(), ["suppress_below": .number(5), "publisher": .text("p")])
        let place = ["period": "2020", "unit": "340200", "node": "workshops"]
        let score = try #require(try records(files, "data/scores.csv").row(place))
        #expect([score["score"], score["printed_score"], score["rank"], score["grade_zh"]] == ["", "", "", ""])
        #expect([score["state"], score["reason"], score["obs_status"]] == ["suppressed", "", "Q"])
        let value = try #require(try records(files, "data/values.csv").row(place))
        #expect([value["value"], value["state"], value["obs_status"]] == ["", "suppressed", "Q"])
        let observations = try records(files, "data/sdmx.csv").rows.filter {
            $0["REF_AREA"] == "340200" && $0["TIME_PERIOD"] == "2020" && $0["INDICATOR"] == "workshops"
        }
        #expect(observations.count == 2 && observations.allSatisfy { $0["OBS_VALUE"] == "" && $0["OBS_STATUS"] == "Q" })
        let listed = try records(files, "data/suppressed.csv").rows
        #expect(
            listed.map { "\($0["node"] ?? "") \($0["cell"] ?? "") \($0["suppression"] ?? "")" }.sorted() == [
                "fibre score secondary", "fibre value secondary", "workshops score primary", "workshops value primary",
            ])
        #expect(listed.allSatisfy { $0["reason_en"]?.isEmpty == false })
    }

    @Test(
        "Units of measure that count things, with how many one is",
        arguments: [
            ("个", 1), ("人", 1), ("万人", 10_000), ("人次", 1), ("户", 1), ("万个", 10_000), ("千家", 1_000), ("元", nil),
            ("亿元", nil), ("%", nil), ("个/万人", nil), ("公里", nil), ("分钟", nil), ("指数", nil), ("", nil),
        ] as [(String, Double?)])
    func countedThings(symbol: String, things: Double?) {
        #expect(UnitOfMeasure(BilingualText(same: symbol)).countedThings == things)
    }

    private static let goalposts: [String: ParameterValue] = ["floor": .number(0), "ceiling": .number(50)]

    /// A city and three counties with so many workshops and an income each, equally weighted.
    private func counties(
        _ numbers: [Double], _ evaluate: MethodChoice, parent: String = "340100", income: Double = 20,
        twice: Bool = false, weights: (workshops: Double, income: Double) = (50, 50)
    ) async throws -> CompletedAssessment {
        let codes = ["340100", "340121", "340122", "340123"]
        let units = codes.map { code in
            AssessedUnit(
                code: code, name: BilingualText(same: code), level: "any", parent: code == "340100" ? nil : parent)
        }
        func leaf(
            _ indicator: String, _ evaluate: MethodChoice, id: String? = nil, weight: Double = 50
        ) -> FrameworkNode {
            FrameworkNode(
                id: id ?? indicator, name: FixturePlugin.name(indicator), role: .weighted(weight),
                measure: FrameworkNode.IndicatorUse("fixture.\(indicator)"), steps: [.measure, .evaluate(evaluate)])
        }
        let root = FrameworkNode(
            id: "total", name: BilingualText(zh: "总分", en: "Total"),
            steps: [.aggregate(MethodChoice("arithmetic_mean"), weighting: MethodChoice("given"))],
            children: [
                leaf("workshops", evaluate, weight: weights.workshops),
                leaf("income", MethodChoice("goalposts", parameters: Self.goalposts), weight: weights.income),
            ] + (twice ? [leaf("income", MethodChoice("goalposts", parameters: Self.goalposts), id: "again")] : []))
        let specification = Specification(
            id: "counties", kind: .review, title: BilingualText(same: "counties"), period: Fixture.period,
            units: UnitSelection(file: "units.csv", levels: [], inForceOn: nil), plugins: ["Fixture"], framework: root)
        let observations = zip(codes, numbers).flatMap { code, number in
            [(FixturePlugin.workshops, number), (FixturePlugin.income, income)].map { variable, value in
                Observation(
                    variable: variable.id, unit: code, period: Fixture.period, value: value,
                    origin: Origin(file: "o.csv", row: 2, column: "value"))
            }
        }
        let catalogue = try Catalogue(
            plugins: [FixturePlugin(pillar: BilingualText(same: "p"))], providers: [StandardMethods()])
        return try await Pipeline(specification, catalogue: catalogue).run(
            CollectedData(units: UnitTable(units), observations: observations),
            manifest: Manifest(workbench: "1", platform: "test", plugins: [:], inputs: []))
    }
}
