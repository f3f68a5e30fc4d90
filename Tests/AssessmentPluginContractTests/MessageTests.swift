import AssessmentCore
import AssessmentPluginContract
import Testing

/// Messages there and back.
@Suite("A message that is written and read again says the same")
struct MessageTests {
    private static let units = [
        AssessedUnit(
            code: "340207", name: BilingualText(zh: "鸠江区", en: "Jiujiang District"), level: "county", kind: "district",
            parent: "340200", validity: Validity(from: CalendarDate("2013-01-01")), classes: ["a", "b"],
            groups: ["region": "皖南"]),
        AssessedUnit(code: "340200", name: BilingualText(zh: "芜湖市", en: "Wuhu City"), level: "city"),
        AssessedUnit(
            code: "340221", name: BilingualText(zh: "芜湖县", en: "Wuhu County"), level: "county",
            validity: Validity(until: CalendarDate("2020-07-01")), successor: "340210"),
    ]
    private static let panel = Panel(units: [units[1]], periods: [Period(year: 2019), Period(year: 2020)])
    private static let parts = Panel(units: [units[0]], periods: panel.periods)
    private static let rows = PanelOfRequests(panel: panel, units: UnitTable(units), parts: parts)

    private static func column() -> Column {
        var column = Column(count: 2, absent: .falsified)
        column.impute(0.1, because: .notSubmitted, note: BilingualText(zh: "估", en: "estimated"), at: 1)
        column.leaveOut(.falsified, note: BilingualText(zh: "假", en: "false"), at: 0)
        return column
    }

    private func same(_ left: Column, _ right: Column) -> Bool {
        left.values.map(\.bitPattern) == right.values.map(\.bitPattern) && left.states == right.states
            && left.reasons == right.reasons && left.notes == right.notes
    }

    @Test("A panel: the units with all that is known of them, assessed ones, periods, parts")
    func panel() throws {
        let (number, request) = try Request.read(Request.panel(Self.rows).line(number: 2), panel: nil)
        guard case .panel(let back) = request else {
            Issue.record("it is a panel")
            return
        }
        #expect(number == 2)
        #expect(back.units.units == Self.units)
        #expect(back.panel.units == Self.panel.units && back.panel.periods == Self.panel.periods)
        #expect(back.parts?.units == Self.parts.units)
        #expect(back.serves(Self.rows))
    }

    private static func hello(_ check: String, variable: String = "beds") throws -> Hello {
        let text = #"""
            {"message": "hello", "request": 1, "contract": 1, "plugin": {"id": "P", "prefix": "p", "version": "1",
             "name": {"zh": "甲", "en": "A"}, "summary": {"zh": "甲", "en": "A"}},
             "sections": [{"name": "variables", "version": 1, "items": [{"id": "\#(variable)", "name": {"zh": "床", "en": "Beds"},
               "definition": {"zh": "床", "en": "Beds"}, "unit_of_measure": {"symbol": {"zh": "张", "en": "beds"}},
               "reported_by": {"zh": "局", "en": "Bureau"}}]},
              {"name": "checks", "version": 1, "items": [\#(check)]}]}
            """#
        let line = text.replacing("\n", with: " ")
        guard case .hello(let hello) = try Answer.read(Array(line.utf8), to: .hello(workbench: "1"), number: 1) else {
            throw ContractFault("it is no greeting")
        }
        return hello
    }

    @Test("Checks of collected values: on one variable, and of sums of several")
    func checks() throws {
        let name = #""name": {"zh": "查", "en": "Check"}"#
        let read = try Self.hello(
            #"{"id": "p.a", \#(name), "rule": "range", "variable": "beds", "at_least": 0, "severity": "stop"}, "#
                + #"{"id": "p.b", \#(name), "rule": "order", "left": ["beds", "beds"], "right": ["beds"], "tolerance": 0.5}"#
        )
        #expect(
            read.checks == [
                DataCheck(
                    id: "p.a", name: BilingualText(zh: "查", en: "Check"), .range("beds", atLeast: 0, atMost: nil),
                    severity: .stop),
                DataCheck(
                    id: "p.b", name: BilingualText(zh: "查", en: "Check"),
                    .order(.input("beds") + .input("beds"), atMost: .input("beds"), tolerance: 0.5)),
            ])
    }

    @Test(
        "A check that cannot be is told",
        arguments: [
            (#"{"id": "q.a", N, "rule": "required", "variable": "beds"}"#, "the check ‘q.a’ has an id that cannot be"),
            (
                #"{"id": "p.a", N, "rule": "required", "variable": "bets"}"#,
                "the check ‘p.a’ is of ‘bets’, which the section"
            ),
            (#"{"id": "p.a", N, "rule": "requird", "variable": "beds"}"#, "rule"),
            (
                #"{"id": "p.a", N, "rule": "identity", "left": [], "right": ["beds"]}"#,
                "is empty; expected the ids of variables"
            ),
            (
                #"{"id": "p.a", N, "rule": "order", "left": ["beds"], "right": ["beds"], "tolerance": 2}"#,
                "expected a share from 0 to 1"
            ),
            (#"{"id": "p.a", N, "rule": "required", "variable": "beds", "atleast": 1}"#, "atleast"),
        ])
    func wrongChecks(check: String, problem: String) throws {
        let fault = #expect(throws: ContractFault.self) {
            try Self.hello(check.replacing("N,", with: #""name": {"zh": "查", "en": "Check"},"#))
        }
        #expect(fault.map { "\($0)".contains(problem) } ?? false, "\(String(describing: fault))")
    }

    @Test("A measurement: columns with states, reasons and notes, register entries, parameters, breaks, parts")
    func measure() throws {
        let table = NumberTable(lines: [
            NumberTable.Line(value: 1), NumberTable.Line(unit: "340200", period: Period(year: 2020), value: 2.5),
        ])
        let entry = RegisterEntry(
            unit: "340207", name: "示范\"院\"", organisationCode: "91340100MA00000151",
            recognition: Validity(from: CalendarDate("2019-03-01"), until: CalendarDate("2020-12-31")),
            fields: ["class": "一级"], origin: Origin(file: "list.csv", row: 2, column: "name"))
        let data = MeasurementData(
            panel: Self.panel, units: UnitTable(Self.units), variables: ["homes": Self.column()],
            registers: ["list": [entry]],
            parameters: ParameterValues([
                "weights": .number(table), "word": .text("x"), "yes": .flag(true), "codes": .units(["340200"]),
                "shares": .numbersByName(["a": 0.25]), "judgements": .matrix([[1, nil], [.infinity, -0.0]]),
                "bands": .records([["at_least": .number(3), "name": .text("三")]]),
                "methods": .methods([MethodChoice("equal", parameters: ["p": .number(2)])]),
            ]),
            seriesBreaks: ["homes": [1]],
            parts: MeasurementData.Parts(panel: Self.parts, variables: ["homes": Self.column()]))
        let line = Request.measure(indicator: "elder.homes", data).line(number: 7)
        guard case .measure(let indicator, let back) = try Request.read(line, panel: Self.rows).request else {
            Issue.record("it is a measurement")
            return
        }
        #expect(indicator == "elder.homes")
        #expect(try same(#require(back.variables["homes"]), Self.column()))
        #expect(try same(#require(back.parts?.variables["homes"]), Self.column()))
        #expect(back.parameters == data.parameters)
        #expect(back.seriesBreaks == data.seriesBreaks)
        var found = try #require(back.registers["list"]?.first)
        #expect(found.origin.file.isEmpty, "what a file is called is nothing to measure by")
        found.origin = entry.origin
        #expect(found == entry)
        #expect(
            String(decoding: line, as: UTF8.self).contains(#""rows":[1.0,2.5]"#),
            "a number that varies is also given row by row")
    }

    @Test("An evaluation: values, targets, the sets that are compared, parameters")
    func evaluate() throws {
        let sets = ReferenceSets(
            ReferenceScope(.group("region"), .only(Period(year: 2019))), setOfRow: [0, 0], members: [[0]])
        let input = ColumnInput(
            panel: Self.panel, direction: .lowerIsBetter, targets: [.nan, 4], references: sets,
            parameters: ParameterValues(["cap": .number(.infinity)]))
        let request = Request.evaluate(evaluator: "response", input, values: [.nan, -0.0])
        guard
            case .evaluate(let id, let back, let values) = try Request.read(
                request.line(number: 9), panel: Self.rows
            ).request
        else {
            Issue.record("it is an evaluation")
            return
        }
        #expect(id == "response" && back.direction == .lowerIsBetter)
        #expect(values[0].isNaN && values[1].sign == .minus)
        #expect(back.targets?[0].isNaN == true && back.targets?[1] == 4)
        #expect(back.references?.scope == sets.scope)
        #expect(back.references?.members == sets.members && back.references?.setOfRow == sets.setOfRow)
        #expect(back.parameters.number("cap") == .infinity)
    }

    @Test("The description of a plug-in, with every kind of parameter and example")
    func hello() throws {
        let hello = Hello(SamplePlugin())
        let line = Answer.hello(hello).line(number: 1)
        guard case .hello(let back) = try Answer.read(line, to: .hello(workbench: "1"), number: 1) else {
            Issue.record("it is a greeting")
            return
        }
        // What is written again has the same bytes, so that nothing was lost.
        #expect(Answer.hello(back).line(number: 1) == line)
        #expect(back.plugin == SamplePlugin().description)
        let indicator = try #require(back.indicators.first)
        #expect(indicator.variables == [SamplePlugin.homes, .residentPopulation])
        #expect(indicator.parameters.map(\.kind) == SamplePlugin.kinds)
        #expect(indicator.examples.first?.expected == [.value(2), .absent(.zeroDenominator)])
        #expect(back.evaluators.first?.targets == .positive)
    }

    @Test("An indicator that names a variable of no section is refused with its place")
    func unknownVariable() throws {
        let line = String(decoding: Answer.hello(Hello(SamplePlugin())).line(number: 1), as: UTF8.self)
            .replacing("\"variables\":[\"homes\"", with: "\"variables\":[\"houses\"")
        let fault = try #require(throws: ContractFault.self) {
            try Answer.read(Array(line.utf8), to: .hello(workbench: "1"), number: 1)
        }
        #expect(
            fault.description
                == "‘sections[3].items[0].variables[0]’ is ‘houses’, which the section ‘variables’ does not have")
    }
}

/// A plug-in whose description has one of each thing.
private struct SamplePlugin: DomainPlugin {
    static let homes = Variable(
        id: "homes", name: BilingualText(zh: "机构", en: "Homes"), definition: BilingualText(zh: "年末", en: "Year-end"),
        unitOfMeasure: UnitOfMeasure(BilingualText(zh: "个", en: "items"), decimals: 1), carrying: .missing,
        reportedBy: BilingualText(zh: "民政局", en: "Civil affairs bureau"))
    static let kinds: [Parameter.Kind] = [
        .number(atLeast: 0, atMost: 1), .number(), .text(oneOf: ["a", "b"]), .text(), .flag, .units,
        .records([Parameter("x", BilingualText(same: "x"), .number())]), .numbersByName, .matrix, .weightings,
    ]

    let description = PluginDescription(
        id: "Sample", prefix: "sample", version: "1.2", name: BilingualText(zh: "样例", en: "Sample"),
        summary: BilingualText(zh: "样例", en: "A sample"))
    let statements = [
        PolicyStatement(
            id: "X1", clause: "二（五）", kind: .target, text: BilingualText(zh: "文", en: "Text"),
            target: BilingualText(zh: "5个", en: "5"), deadline: CalendarDate("2020-12-31"), strength: .bestEffort)
    ]
    let indicators: [any Indicator] = [
        FormulaIndicator(
            IndicatorDescription(
                id: "sample.rate", name: BilingualText(zh: "率", en: "Rate"),
                definition: BilingualText(zh: "定义", en: "Definition"),
                rationale: BilingualText(zh: "理由", en: "Rationale"), unitOfMeasure: .percent,
                direction: .lowerIsBetter, statements: ["X1"], variables: [homes, .residentPopulation],
                parameters: kinds.enumerated().map { index, kind in
                    Parameter(
                        "p\(index)", BilingualText(same: "p"), kind, default: index == 0 ? .number(0.5) : nil)
                },
                examples: [
                    IndicatorExample(
                        BilingualText(zh: "例", en: "Example"), periods: [Period(year: 2019), Period(year: 2020)],
                        variables: ["homes": [2, nil], "resident_population": [1, 0]],
                        registers: ["list": [.example("a", from: "2019-01-01")]],
                        seriesBreaks: ["homes": [Period(year: 2020)]],
                        expected: [.value(2), .absent(.zeroDenominator)])
                ]), formula: .variable(homes) / .variable(.residentPopulation))
    ]
    let evaluators: [any Evaluator] = [SampleEvaluator()]

    private struct SampleEvaluator: ClosedFormEvaluator {
        let description = MethodDescription(
            id: "sample", name: BilingualText(zh: "样例", en: "Sample"), summary: BilingualText(zh: "样例", en: "Sample"),
            source: "Hand")
        let examples = [
            ColumnExample(
                BilingualText(zh: "例", en: "Example"), direction: .lowerIsBetter, values: [1, nil], targets: [2, 2],
                groups: ["a", "b"], expected: [50, nil], decimals: 3)
        ]
        let targets = TargetRequirement.positive
        let keepsDirection = true

        func formula(direction: Direction, parameters: ParameterValues) -> Formula {
            100 * (.input("value") / .input("target"))
        }
    }
}
