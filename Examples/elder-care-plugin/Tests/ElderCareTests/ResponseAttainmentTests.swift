import AssessmentCore
import Testing

@testable import ElderCare

@Suite("Requests answered in time")
struct ResponseAttainmentTests {
    @Test("The value rests on the six figures of its own row")
    func evidence() throws {
        let measurement = try measure([
            "elder_emergency_calls": [400, 500], "elder_emergency_in_time": [320, 450],
            "elder_medical_requests": [1_000, 800], "elder_medical_in_time": [900, 800],
            "elder_daily_requests": [8_000, 9_000], "elder_daily_in_time": [8_000, 9_000],
        ])
        guard case .listed(let references) = measurement.evidence else {
            Issue.record("listed references are expected as evidence")
            return
        }
        // 0.5 · 80 + 0.3 · 90 + 0.2 · 100, and 0.5 · 90 + 0.3 · 100 + 0.2 · 100.
        #expect(zip(measurement.column.values, [87, 95]).allSatisfy { abs($0 - $1) < 1e-12 * $1 })
        #expect(references.count == 2 && references[1].count == 6)
        #expect(references[1].contains(.variable("elder_medical_in_time", row: 1)))
        #expect(references[1].allSatisfy { if case .variable(_, row: 1) = $0 { true } else { false } })
    }

    @Test("The class that lags behind is named, and so are classes without a request")
    func notes() throws {
        let note = try measure(Self.figures(emergency: (400, 320), medical: (0, 0), daily: (8_000, 7_600)))
            .column.notes[0]
        #expect(note?.zh == "最低类别：紧急救助，80.0%；没有请求的类别：上门医护")
        #expect(note?.en == "lowest class: emergency help, 80.0 %; no request: medical visits")
        let whole = try measure(Self.figures(emergency: (4, 4), medical: (5, 5), daily: (6, 6))).column
        #expect(whole[0] == 100 && whole.notes[0] == nil)
    }

    @Test("A report that cannot be true is refused and says why")
    func refused() throws {
        let column = try measure(Self.figures(emergency: (400, 420), medical: (5, 5), daily: (6, 6))).column
        #expect(column.reasons[0] == .refused && column.states[0] == .failed)
        #expect(column.notes[0]?.en == "emergency help: 420 of 400 in time is impossible")
    }

    @Test("The first missing figure gives its reason, whatever else the row holds")
    func gap() throws {
        let data = Self.data(
            Self.figures(emergency: (400, 320), medical: (5, 5), daily: (6, 9)),
            replacing: ["elder_medical_in_time": Column(count: 1, absent: .falsified)])
        let column = try ResponseAttainment().measure(data).column
        #expect(column.reasons[0] == .falsified)
        #expect(column.notes[0]?.zh == "按时响应的上门医护请求：数据不实")
    }

    @Test("What rests on an imputed figure is imputed")
    func imputed() throws {
        var calls = Column(count: 1, absent: .notSubmitted)
        calls.impute(400, because: .notSubmitted, at: 0)
        let data = Self.data(
            Self.figures(emergency: (400, 320), medical: (5, 5), daily: (6, 6)),
            replacing: ["elder_emergency_calls": calls])
        let column = try ResponseAttainment().measure(data).column
        #expect(column.states[0] == .imputed && column[0] == 90)
    }

    @Test(
        "Weights that mean nothing stop the run with what to write",
        arguments: [
            (
                ["emergancy": 5.0],
                "class_weights names ‘emergancy’; expected emergency, medical, daily; did you mean ‘emergency’?"
            ),
            (["daily": -1], "class_weights gives ‘daily’ -1; expected a number from 0 on"),
            (["daily": 0], "class_weights gives no class a weight; one above 0 is needed"),
        ])
    func weights(weights: [String: Double], expected: String) throws {
        let error = try #require(throws: IndicatorError.self) {
            try measure([:], parameters: ["class_weights": .numbersByName(weights)])
        }
        #expect(error.description == "eldercare.response_attainment: " + expected)
    }

    private func measure(
        _ figures: [String: [Double?]], parameters: [String: ParameterValue] = [:]
    ) throws -> IndicatorMeasurement {
        try ResponseAttainment().measure(Self.data(figures, parameters: parameters))
    }

    /// Figures of one year, a unit a number, with some columns in place of them.
    private static func data(
        _ figures: [String: [Double?]], parameters: [String: ParameterValue] = [:],
        replacing columns: [String: Column] = [:]
    ) -> MeasurementData {
        let units = (1...(figures.values.first?.count ?? 1)).map {
            AssessedUnit(code: "\($0)", name: BilingualText(same: "\($0)"), level: "city")
        }
        let data = IndicatorExample(
            BilingualText(same: "test"), units: units, variables: figures, parameters: parameters, expected: []
        ).data(for: ResponseAttainment().description)
        return MeasurementData(
            panel: data.panel, units: data.units, variables: data.variables.merging(columns) { $1 },
            parameters: data.parameters)
    }

    private static func figures(
        emergency: (Double, Double), medical: (Double, Double), daily: (Double, Double)
    ) -> [String: [Double?]] {
        [
            "elder_emergency_calls": [emergency.0], "elder_emergency_in_time": [emergency.1],
            "elder_medical_requests": [medical.0], "elder_medical_in_time": [medical.1],
            "elder_daily_requests": [daily.0], "elder_daily_in_time": [daily.1],
        ]
    }
}
