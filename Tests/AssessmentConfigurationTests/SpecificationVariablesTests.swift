import AssessmentCore
import Foundation
import Testing

@testable import AssessmentConfiguration

@Suite("A specification: variables of its own data")
struct SpecificationVariablesTests {
    @Test("A variable is what the specification says of it, for indicators that it writes too")
    func declared() throws {
        let folder = try TemporaryFolder()
        let own = """
            variables:
              parks:
                name: { zh: 公园数, en: Parks }
                unit_of_measure: { zh: 个, en: parks }
                reported_by: { zh: 园林局, en: Parks bureau }
              rainfall:
                name: Rainfall
                unit_of_measure: mm
                decimals: 1
                definition: { zh: 年降水量, en: Rainfall of the year }
                carrying: missing
            """
        try folder.write(
            "assessment.yml",
            Trial.text(after: [
                ("plugins: [Alpha]", "plugins: [Alpha]\n\(own)"),
                ("    - use: alpha.income\n", "    - id: green\n      formula: parks\n"),
            ]))
        let catalogue = try folder.read().catalogue
        #expect(
            catalogue.variables["parks"]
                == Variable(
                    id: "parks", name: BilingualText(zh: "公园数", en: "Parks"),
                    definition: BilingualText(zh: "公园数", en: "Parks"),
                    unitOfMeasure: UnitOfMeasure(BilingualText(zh: "个", en: "parks")),
                    reportedBy: BilingualText(zh: "园林局", en: "Parks bureau")))
        #expect(
            catalogue.variables["rainfall"]
                == Variable(
                    id: "rainfall", name: BilingualText(same: "Rainfall"),
                    definition: BilingualText(zh: "年降水量", en: "Rainfall of the year"),
                    unitOfMeasure: UnitOfMeasure(BilingualText(same: "mm"), decimals: 1), carrying: .missing,
                    reportedBy: BilingualText(same: "")))
        #expect(catalogue.declared.map(\.id) == ["parks", "rainfall"])
        // What an indicator shows alone is measured in what it is measured in.
        #expect(catalogue.indicators["green"]?.description.unitOfMeasure.symbol.zh == "个")
    }

    @Test(
        "What is wrong with a variable is told where it stands",
        arguments: [
            Slip(
                "one of a plug-in",
                .replacing(
                    "plugins: [Alpha]", "plugins: [Alpha]\nvariables: { income: { name: a, unit_of_measure: b } }"),
                expected: "assessment.yml:8:14: ‘Alpha’ declares the variable ‘income’ already"),
            Slip(
                "without a unit of measure",
                .replacing("plugins: [Alpha]", "plugins: [Alpha]\nvariables: { parks: { name: Parks } }"),
                expected: "assessment.yml:8:21: a variable lacks the key ‘unit_of_measure’"),
            Slip(
                "decimals",
                .replacing(
                    "plugins: [Alpha]",
                    "plugins: [Alpha]\nvariables: { parks: { name: a, unit_of_measure: b, decimals: 9 } }"),
                expected: "assessment.yml:8:62:"),
        ])
    func slips(slip: Slip) throws {
        let told = try Trial.problems(after: slip.edits)
        #expect(told.contains(slip.expected), "\(told)")
    }
}
