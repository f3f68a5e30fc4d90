import AssessmentCore
import Testing

@Suite("Parameters and their values")
struct ParameterTests {
    private let summary = BilingualText(same: "what it means")

    @Test("Defaults complete what is not given and leave what is given alone")
    func defaults() {
        let parameters = [
            Parameter("low", summary, .number(), default: .number(0)),
            Parameter("high", summary, .number(), default: .number(100)),
            Parameter("word", summary, .text()),
        ]
        let values = ParameterValues(["low": .number(1)], for: parameters)
        #expect(values.number("low") == 1)
        #expect(values.number("high") == 100)
        #expect(values["word"] == nil)
        #expect(values.names == ["high", "low"])
    }

    @Test("A value is read as what it is, and as nothing else")
    func kinds() {
        let values = ParameterValues([
            "number": .number(2), "text": .text("t"), "flag": .flag(true), "units": .units(["a"]),
            "records": .records([["x": .number(1)]]),
            "table": .number(NumberTable(lines: [NumberTable.Line(unit: "a", value: 3)])),
        ])
        #expect(values.number("number") == 2)
        #expect(values.number("table") == nil && values.numberTable("table")?.lines.count == 1)
        #expect(values.text("text") == "t" && values.text("number") == nil)
        #expect(values.flag("flag") == true && values.flag("text") == nil)
        #expect(values.units("units") == ["a"] && values.units("flag") == nil)
        #expect(values.records("records") == [["x": .number(1)]] && values.records("units") == nil)
        #expect(values.number("text") == nil)
    }

    @Test(
        "A value reads as a specification writes it",
        arguments: [
            (ParameterValue.number(0.5), "0.5"), (.number(NumberTable(lines: [])), "none"),
            (.number(NumberTable(lines: [NumberTable.Line(unit: "a", value: 3)])), "a table"),
            (.text("t"), "t"), (.flag(true), "true"), (.units(["a", "b"]), "[a, b]"),
            (.records([["y": .number(1), "x": .text("t")]]), "[{ x: t, y: 1 }]"),
            (.numbersByName(["b": 1, "a": 2]), "{ a: 2, b: 1 }"),
            (.matrix([[1, nil], [0.5, 1]]), "[[1, –], [0.5, 1]]"),
            (.methods([MethodChoice("m"), MethodChoice("n", parameters: ["p": .number(1)])]), "[m, { n: { p: 1 } }]"),
        ])
    func text(value: ParameterValue, text: String) {
        #expect(value.text == text)
    }

    @Test(
        "A kind is named in the words of messages",
        arguments: [
            (Parameter.Kind.number(), "a number"), (.number(atLeast: 0), "a number from 0"),
            (.number(atMost: 2.5), "a number up to 2.5"), (.number(atLeast: 0, atMost: 100), "a number from 0 to 100"),
            (.text(), "a text"), (.text(oneOf: ["a", "b"]), "one of a, b"), (.flag, "true or false"),
            (.units, "a list of unit codes"),
            (
                .records([
                    Parameter("x", BilingualText(same: "x"), .flag), Parameter("y", BilingualText(same: "y"), .flag),
                ]),
                "a list of { x, y }"
            ),
        ])
    func names(kind: Parameter.Kind, expected: String) {
        #expect(kind.name == expected)
    }
}
