import AssessmentCore
import AssessmentPluginContract
import Foundation
import Testing

@testable import AssessmentPluginKit

/// A conversation in which everything occurs that the contract carries.
///
/// With `ASSESSMENT_CONVERSATION` in the environment it is written to that file, requests and answers in turn, for
/// Scripts/check-contract.
@Suite("A conversation with a plug-in")
struct ConversationTests {
    private static let plugin = CarePlugin()
    private static let rows = 3 * 5
    private static let units = UnitTable([
        unit("340000", level: "province"), unit("340200", parent: "340000", classes: ["pilot"]),
        unit("340300", parent: "340000"), unit("340400", parent: "340000", kind: "resource"),
        unit("340500", parent: "340000"), unit("340600", parent: "340000"),
        unit("340203", level: "county", parent: "340200", until: "2020-07-06", successor: "340209"),
        unit("340209", level: "county", parent: "340200", from: "2020-07-06"),
    ])
    private static let panel = Panel(
        units: ["340200", "340300", "340400", "340500", "340600"].compactMap { units[$0] },
        periods: [2018, 2019, 2020].map { Period(year: $0) })
    private static let homes = [
        entry("Rose", "340203", from: "2015-01-01"), entry("Rose", "340203", from: "2015-01-01"),
        entry("Oak", "340209", from: "2019-06-01", stars: "5"), entry("Elm \"tree\"", "340300", until: "2020-03-01"),
        entry("Ash", "340300", from: "2016-01-01", stars: "3"), entry("古井", "340400", code: "91110000802100433C"),
        entry("Fig", "340500", code: ""),
    ]

    private static func unit(
        _ code: String, level: String = "city", parent: String? = nil, from: String? = nil, until: String? = nil,
        successor: String? = nil, classes: [String] = [], kind: String = ""
    ) -> AssessedUnit {
        AssessedUnit(
            code: code, name: BilingualText(zh: "单位\(code)", en: "Unit \(code)"), level: level, kind: kind,
            parent: parent,
            validity: Validity(from: from.flatMap { CalendarDate($0) }, until: until.flatMap { CalendarDate($0) }),
            successor: successor, classes: classes, groups: ["region": "\(code.suffix(3).first ?? "0")"])
    }

    private static func entry(
        _ name: String, _ unit: String, code: String = "91110000802100433B", from: String? = nil, until: String? = nil,
        stars: String? = nil
    ) -> RegisterEntry {
        RegisterEntry(
            unit: unit, name: name, organisationCode: code,
            recognition: Validity(from: from.flatMap { CalendarDate($0) }, until: until.flatMap { CalendarDate($0) }),
            fields: stars.map { ["stars": $0] } ?? [:], origin: Origin(file: "homes.csv", row: 2, column: "name"))
    }

    /// A column with numbers of full precision, zeros of both signs, absences of every reason and imputed cells.
    private static func column(seed: UInt64, upTo: Double) -> Column {
        var generator = SplitMix64(seed: seed)
        var column = Column(measured: (0..<rows).map { _ in Double.random(in: 0..<upTo, using: &generator) })
        let reasons = Reason.allCases
        column.leaveOut(
            reasons[Int(seed) % reasons.count], note: BilingualText(zh: "注", en: "note"), at: Int(seed) % rows)
        column.leaveOut(.notSubmitted, at: (Int(seed) * 7 + 3) % rows)
        column.impute(upTo / 3, because: .notSubmitted, at: (Int(seed) * 5 + 1) % rows)
        column.impute(upTo / 7, because: nil, note: BilingualText(zh: "插补", en: "imputed"), at: (Int(seed) + 9) % rows)
        column.measure(0, at: (Int(seed) + 4) % rows)
        column.measure(-0.0, note: BilingualText(zh: "零", en: "zero"), at: (Int(seed) + 6) % rows)
        return column
    }

    private static let parameters: [String: [String: ParameterValue]] = [
        "care.scaled": [
            "scale": .number(
                NumberTable(lines: [
                    NumberTable.Line(value: 1), NumberTable.Line(unitClass: "pilot", value: 0.1),
                    NumberTable.Line(unit: "340300", period: Period(year: 2020), value: 3),
                ]))
        ],
        "care.homes_gained": ["base_year": .number(2018)],
        "care.waiting": [
            "word": .text("词 \\ \"quoted\""), "yes": .flag(true), "units": .units(["340200"]),
            "records": .records([["from": .number(1), "to": .text("x")]]),
            "by_name": .numbersByName(["a": 1.5, "b": -.infinity]), "matrix": .matrix([[1, nil], [0.1, 2]]),
            "methods": .methods([MethodChoice("equal", parameters: ["power": .number(2)])]),
        ],
    ]

    private static func requests(seed: UInt64) -> [Request] {
        var requests: [Request] = [.hello(workbench: "0.0"), .panel(PanelOfRequests(panel: panel, units: units))]
        for (place, indicator) in plugin.indicators.enumerated() {
            let description = indicator.description
            let columns = description.variables.enumerated().map { index, variable in
                (
                    variable.id,
                    column(seed: seed &+ UInt64(7 * place + index), upTo: index.isMultiple(of: 2) ? 40 : 1e-3)
                )
            }
            requests.append(
                .measure(
                    indicator: description.id,
                    MeasurementData(
                        panel: panel, units: units, variables: Dictionary(uniqueKeysWithValues: columns),
                        registers: description.registers.isEmpty ? [:] : ["care_homes": homes],
                        parameters: ParameterValues(
                            parameters[description.id] ?? [:], for: description.parameters),
                        seriesBreaks: description.variables.contains(CarePlugin.visits) ? ["home_visits": [2]] : [:])))
        }
        let values = column(seed: seed &+ 99, upTo: 40).values
        let groups = ReferenceSets(
            ReferenceScope(.group("region"), .same), panel: panel, peerGroupOfUnit: [0, 0, 0, 0, 0])
        let base = ReferenceSets(
            ReferenceScope(.all, .only(Period(year: 2019))), panel: panel, peerGroupOfUnit: [0, 0, 0, 0, 0])
        for (direction, references) in [(Direction.higherIsBetter, groups), (.lowerIsBetter, base)] {
            requests.append(
                .evaluate(
                    evaluator: "care_attainment",
                    ColumnInput(
                        panel: panel, direction: direction,
                        targets: (0..<rows).map { $0 == 3 ? .nan : 10.5 + Double($0) },
                        parameters: ParameterValues(["full": .number(120)])), values: values))
            requests.append(
                .evaluate(
                    evaluator: "care_distance",
                    ColumnInput(panel: panel, direction: direction, references: references), values: values))
        }
        return requests + [
            .measure(indicator: "care.unknown", MeasurementData(panel: panel, units: units)), .goodbye,
        ]
    }

    @Test("Every request is answered by one line that keeps the contract", arguments: [1, 20, 300])
    func answers(seed: UInt64) async throws {
        var service = PluginAnswers(Self.plugin)
        var lines: [[UInt8]] = []
        for (place, request) in Self.requests(seed: seed).enumerated() {
            let line = request.line(number: place + 1)
            let (answer, isLast) = try await service.answer(to: line)
            lines += [line, answer]
            let read = try Answer.read(answer, to: request, number: place + 1)
            if case .refused(let problem) = read { #expect(problem.contains("care.unknown")) }
            if case .goodbye = read { #expect(isLast) }
            #expect(!line.contains(UInt8(ascii: "\n")) && !answer.contains(UInt8(ascii: "\n")))
        }
        if let path = ProcessInfo.processInfo.environment["ASSESSMENT_CONVERSATION"] {
            let text = lines.map { $0 + [UInt8(ascii: "\n")] }.joined()
            try Data(text).write(to: URL(fileURLWithPath: "\(path).\(seed)"))
        }
    }

    @Test("Breaks of series are told by their years, and read back as places in the panel")
    func breaks() throws {
        let rows = PanelOfRequests(panel: Self.panel, units: Self.units)
        let request = Request.measure(
            indicator: "care.growth",
            MeasurementData(
                panel: Self.panel, units: Self.units, variables: [:], seriesBreaks: ["home_visits": [0, 2]]))
        let line = request.line(number: 3)
        #expect(String(decoding: line, as: UTF8.self).contains(#""series_breaks":{"home_visits":[2018,2020]}"#))
        guard case .measure(_, let data) = try Request.read(line, panel: rows).request else {
            Issue.record("the request was read as another")
            return
        }
        #expect(data.seriesBreaks == ["home_visits": [0, 2]])
    }
}
