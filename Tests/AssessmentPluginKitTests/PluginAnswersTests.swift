import AssessmentCore
import AssessmentPluginContract
import Testing

@testable import AssessmentPluginKit

/// The plug-in's side of a conversation.
@Suite("A plug-in answers line by line what it would give when it is linked in")
struct PluginAnswersTests {
    private static let homes = Variable(
        id: "homes", name: BilingualText(zh: "机构", en: "Homes"), definition: BilingualText(zh: "年末", en: "Year-end"),
        unitOfMeasure: .count, reportedBy: BilingualText(zh: "民政局", en: "Civil affairs bureau"))

    private struct Domain: DomainPlugin {
        let description = PluginDescription(
            id: "Kit", prefix: "kit", version: "1", name: BilingualText(zh: "样例", en: "Sample"),
            summary: BilingualText(zh: "样例", en: "A sample"))
        let statements: [PolicyStatement] = []
        let indicators: [any Indicator] = [
            FormulaIndicator(
                IndicatorDescription(
                    id: "kit.growth", name: BilingualText(zh: "增速", en: "Growth"),
                    definition: BilingualText(zh: "增速", en: "Growth"),
                    rationale: BilingualText(zh: "增速", en: "Growth"),
                    unitOfMeasure: .percent, statements: [], variables: [homes],
                    parameters: [Parameter("factor", BilingualText(same: "factor"), .number(), default: .number(100))],
                    examples: []),
                formula: .input("factor") * (.variable(homes) / .lag(.variable(homes), periods: 1) - 1)),
            Refusing(),
        ]
    }

    private struct Refusing: Indicator {
        let description = IndicatorDescription(
            id: "kit.refusing", name: BilingualText(same: "x"), definition: BilingualText(same: "x"),
            rationale: BilingualText(same: "x"), unitOfMeasure: .count, statements: [], examples: [])

        func measure(_ data: MeasurementData) throws -> IndicatorMeasurement {
            throw IndicatorError("base_year must not lie before 2015")
        }
    }

    private static let data: MeasurementData = {
        let unit = IndicatorExample.unit
        let panel = Panel(units: [unit], periods: [Period(year: 2019), Period(year: 2020)])
        return MeasurementData(
            panel: panel, units: UnitTable([unit]), variables: ["homes": Column(measured: [3, 4])],
            parameters: ParameterValues(["factor": .number(100)]))
    }()

    private func converse(_ requests: [Request]) async throws -> [Answer] {
        var answers = PluginAnswers(Domain())
        var all: [Answer] = []
        for (index, request) in requests.enumerated() {
            let (line, isLast) = try await answers.answer(to: request.line(number: index + 1))
            all.append(try Answer.read(line, to: request, number: index + 1))
            if case .goodbye = request { #expect(isLast) } else { #expect(!isLast) }
        }
        return all
    }

    @Test("A conversation from hello to goodbye, with the bits and the evidence of the linked indicator")
    func conversation() async throws {
        let answers = try await converse([
            .hello(workbench: "1"), .panel(PanelOfRequests(panel: Self.data.panel, units: Self.data.units)),
            .measure(indicator: "kit.growth", Self.data), .goodbye,
        ])
        guard case .measured(let measured) = answers[2] else {
            Issue.record("the third answer is a measurement")
            return
        }
        let linked = try await Domain().indicators[0].measure(Self.data)
        #expect(measured.column.values.map(\.bitPattern) == linked.column.values.map(\.bitPattern))
        #expect(measured.column.reasons == linked.column.reasons && measured.column.notes == linked.column.notes)
        #expect(
            measured.evidence.references(row: 1, panel: Self.data.panel) == [
                .variable("homes", row: 1), .variable("homes", row: 0),
            ], "the parameter of the formula is no observation")
    }

    @Test("What an indicator refuses, and what the plug-in does not have, is refused in words")
    func refusals() async throws {
        let panel = Request.panel(PanelOfRequests(panel: Self.data.panel, units: Self.data.units))
        let answers = try await converse([
            panel, .measure(indicator: "kit.refusing", Self.data), .measure(indicator: "kit.other", Self.data),
            .evaluate(
                evaluator: "none", ColumnInput(panel: Self.data.panel, direction: .higherIsBetter), values: [1, 2]),
        ])
        let problems = answers.dropFirst().map { answer in
            if case .refused(let problem) = answer { problem } else { "not refused" }
        }
        #expect(
            problems == [
                "base_year must not lie before 2015", "there is no indicator ‘kit.other’",
                "there is no evaluator ‘none’",
            ])
    }

    @Test("A measurement before any panel keeps the contract as little as a line that is no JSON")
    func faults() async throws {
        var answers = PluginAnswers(Domain())
        let early = Request.measure(indicator: "kit.growth", Self.data).line(number: 1)
        await #expect(throws: ContractFault("a request about rows came before any panel")) {
            try await answers.answer(to: early)
        }
        await #expect(throws: ContractFault.self) { try await answers.answer(to: Array("{".utf8)) }
    }
}
