import AssessmentCore
import AssessmentTesting
import Foundation
import Testing

/// The rules of plug-ins, on a plug-in that keeps them and on others that each break one.
@Suite("The rules of plug-ins are noticed when they are broken")
struct PluginConformanceTests {
    @Test("A plug-in that keeps every rule gives no finding")
    func sound() async {
        let plugin = Trial()
        #expect(PluginConformance.descriptionFindings(plugin) == [])
        #expect(await PluginConformance.exampleFindings(plugin) == [])
        #expect(await PluginConformance.dependencyFindings(plugin) == [])
        #expect(await PluginConformance.orderFindings(plugin) == [])
    }

    @Test("A description that lacks something is told")
    func descriptions() {
        #expect(
            PluginConformance.descriptionFindings(Trial(id: "other.share"))
                == ["other.share: does not begin with ‘trial.’"])
        #expect(
            PluginConformance.descriptionFindings(Trial(id: "trial.Share"))
                == ["trial.Share: is not a lower_case identifier"])
        #expect(
            PluginConformance.descriptionFindings(Trial(name: BilingualText(zh: "占比", en: "")))
                == ["trial.share: its name is not written in both languages"])
        #expect(
            PluginConformance.descriptionFindings(Trial(statements: ["T2"]))
                == [
                    "trial.share: measures ‘T2’, which the plug-in does not list",
                    "statement T1: no indicator measures it",
                ])
        #expect(PluginConformance.descriptionFindings(Trial(examples: [])) == ["trial.share: has no worked example"])
        #expect(PluginConformance.descriptionFindings(Trial(count: 2)) == ["trial.share: is listed twice"])
        #expect(
            PluginConformance.descriptionFindings(Trial(declared: []))
                == ["trial.share: reads neither a variable nor a register"])
    }

    @Test("A worked example that does not hold is told with what came out")
    func examples() async {
        let wrong = IndicatorExample(BilingualText(same: "wrong"), [Trial.part: 1, Trial.whole: 4], gives: 26)
        #expect(
            await PluginConformance.exampleFindings(Trial(examples: [wrong]))
                == ["trial.share, ‘wrong’, 340100 2020: expected 26.0, measured 25.0"])
        let absent = IndicatorExample(
            BilingualText(same: "absent"), variables: [Trial.part.id: [1], Trial.whole.id: [4]],
            expected: [.absent(.zeroDenominator)])
        #expect(
            await PluginConformance.exampleFindings(Trial(examples: [absent]))
                == ["trial.share, ‘absent’, 340100 2020: expected zero_denominator, found 25.0"])
        let short = IndicatorExample(
            BilingualText(same: "short"), variables: [Trial.part.id: [1], Trial.whole.id: [4]], expected: [])
        #expect(
            await PluginConformance.exampleFindings(Trial(examples: [short]))
                == ["trial.share, ‘short’: 1 rows, 1 results, 0 expected"])
    }

    @Test("A declared variable that no example depends on is told")
    func dependencies() async {
        #expect(
            await PluginConformance.dependencyFindings(Trial(declared: [Trial.part, Trial.whole, .residentPopulation]))
                == ["trial.share: no example depends on ‘resident_population’"])
    }

    @Test("A measurement that depends on the order of the units is told")
    func order() async {
        let two = IndicatorExample(
            BilingualText(same: "two"),
            units: ["1", "2"].map { AssessedUnit(code: $0, name: BilingualText(same: $0), level: "city") },
            variables: [Trial.part.id: [1, 2], Trial.whole.id: [4, 4]], expected: [.value(1), .value(2)])
        #expect(
            await PluginConformance.orderFindings(Trial(measuresPosition: true, examples: [two]))
                == ["trial.share: depends on the order of the units"])
    }

    @Test("A file that is not listed, and a README without a row, are told; recording mends the README")
    func documentation() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("trial-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let indicators = folder.appendingPathComponent("Sources/Indicators")
        try FileManager.default.createDirectory(at: indicators, withIntermediateDirectories: true)
        try Data().write(to: indicators.appendingPathComponent("Share.swift"))
        try Data("Other.indicator".utf8).write(to: folder.appendingPathComponent("Sources/Trial.swift"))
        let readme = folder.appendingPathComponent("README.md")
        try Data("# Trial\n\n| id |\n|---|\n| `trial.old` | x |\n\nThe end.\n".utf8).write(to: readme)
        let row = "| `trial.share` | 占比 | Share | % | T1 |"
        #expect(
            PluginConformance.documentationFindings(Trial(), folder: folder.path)
                == [
                    "Sources/Indicators/Share.swift: is not in the list of Trial.swift",
                    "README.md: lacks the row \(row)",
                ])
        try Data("Share.indicator".utf8).write(to: folder.appendingPathComponent("Sources/Trial.swift"))
        try PluginConformance.recordDocumentation(Trial(), folder: folder.path)
        #expect(PluginConformance.documentationFindings(Trial(), folder: folder.path) == [])
        #expect(try String(contentsOf: readme, encoding: .utf8) == "# Trial\n\n| id |\n|---|\n\(row)\n\nThe end.\n")
    }
}

/// A plug-in of one share, whose faults a test chooses.
private struct Trial: DomainPlugin {
    static let part = variable("part")
    static let whole = variable("whole")

    let id: String
    let name: BilingualText
    let measured: [String]
    let declared: [Variable]
    let measuresPosition: Bool
    let count: Int
    let examples: [IndicatorExample]

    init(
        id: String = "trial.share", name: BilingualText = BilingualText(zh: "占比", en: "Share"),
        statements: [String] = ["T1"], declared: [Variable] = [part, whole], measuresPosition: Bool = false,
        count: Int = 1,
        examples: [IndicatorExample] = [
            IndicatorExample(BilingualText(same: "1 of 4"), [part: 1, whole: 4], gives: 25)
        ]
    ) {
        self.id = id
        self.name = name
        measured = statements
        self.declared = declared
        self.measuresPosition = measuresPosition
        self.count = count
        self.examples = examples
    }

    var description: PluginDescription {
        PluginDescription(
            id: "Trial", prefix: "trial", version: "1", name: BilingualText(same: "Trial"),
            summary: BilingualText(same: "Trial"))
    }

    var statements: [PolicyStatement] {
        [PolicyStatement(id: "T1", clause: "一", kind: .service, text: BilingualText(zh: "一", en: "One"))]
    }

    var indicators: [any Indicator] {
        let description = IndicatorDescription(
            id: id, name: name, definition: BilingualText(same: "x"), rationale: BilingualText(same: "x"),
            unitOfMeasure: .percent, statements: measured, variables: declared, examples: examples)
        let indicator: any Indicator =
            measuresPosition
            ? PositionIndicator(description: description)
            : FormulaIndicator(description, formula: .share(Trial.part, of: Trial.whole))
        return [any Indicator](repeating: indicator, count: count)
    }

    private static func variable(_ id: String) -> Variable {
        Variable(
            id: id, name: BilingualText(same: id), definition: BilingualText(same: id), unitOfMeasure: .count,
            reportedBy: BilingualText(same: "bureau"))
    }
}

/// An indicator that measures where a unit stands in the list, which none must.
private struct PositionIndicator: Indicator {
    let description: IndicatorDescription

    func measure(_ data: MeasurementData) -> IndicatorMeasurement {
        let positions = (0..<data.panel.rowCount).map { Double($0 % data.panel.units.count + 1) }
        return IndicatorMeasurement(
            column: Column(measured: positions),
            evidence: .listed([[IndicatorMeasurement.Reference]](repeating: [], count: data.panel.rowCount)))
    }
}
