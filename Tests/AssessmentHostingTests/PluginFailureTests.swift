import AssessmentCore
import AssessmentHosting
import Foundation
import Testing

/// What a plug-in may do wrong, and what is told of it: the plug-in, the request and what happened.
@Suite("A plug-in that breaks the contract ends the run with a message that names it")
struct PluginFailureTests {
    private func told(
        atMeasure lines: String, seconds: Double = 20, mebibytes: Int = 4096
    ) async -> String {
        await ShellPlugin.failure(
            ShellPlugin.program(atMeasure: lines), seconds: seconds, mebibytes: mebibytes)
    }

    private static let asked = "the plug-in ‘sh plugin.sh’, asked ‘measure shell.homes’: "

    @Test("One that keeps it gives its column, with states, reasons and evidence")
    func rightAnswer() async throws {
        let script = "\(ShellPlugin.say(ShellPlugin.right))\nread -r line\n\(ShellPlugin.say(ShellPlugin.goodbye))"
        let measurement = try await ShellPlugin.measure(ShellPlugin.program(atMeasure: script))
        #expect(measurement.column[0] == 4 && measurement.column[1] == 5 && measurement.column[2] == nil)
        #expect(measurement.column.reasons == [nil, nil, .notSubmitted])
        #expect(
            measurement.evidence.references(row: 1, panel: ShellPlugin.panel) == [.variable("homes", row: 1)])
    }

    @Test("It ends with an exit code, and what it said last is shown")
    func exits() async {
        #expect(
            await told(atMeasure: "echo 'cannot go on' >&2; exit 3")
                == Self.asked + "it ended with exit code 3 without an answer; it last said: cannot go on")
    }

    @Test("It crashes")
    func crashes() async {
        #expect(
            await told(atMeasure: "kill -SEGV $$")
                == Self.asked + "it was ended by signal 11 (Segmentation fault) without an answer")
    }

    @Test("It hangs: it is given up within the time limit")
    func hangs() async {
        #expect(
            await told(atMeasure: "sleep 600", seconds: 0.5)
                == Self.asked + "it gave no answer within 0.5 seconds")
    }

    @Test("It floods its output with a line that has no end")
    func floods() async {
        let told = await told(atMeasure: "yes abcdefgh | tr -d '\\n'")
        #expect(told.hasPrefix(Self.asked + "its answer is longer than the 1051648 bytes that this request allows"))
    }

    @Test("It floods its output with many lines, of which the first answers")
    func floodsLines() async {
        let told = await told(atMeasure: "\(ShellPlugin.say(ShellPlugin.right))\nyes")
        #expect(
            told.hasPrefix(
                "the plug-in ‘sh plugin.sh’, asked ‘goodbye’: it had written before it was asked; each request is "
                    + "answered by one line")
                || told.hasPrefix(
                    "the plug-in ‘sh plugin.sh’, asked ‘goodbye’: its answer does not keep the contract")
        )
    }

    @Test("It floods its error output, which holds nobody up")
    func floodsErrors() async throws {
        let script = """
            head -c 3000000 /dev/zero | tr '\\0' x >&2
            \(ShellPlugin.say(ShellPlugin.right))
            head -c 3000000 /dev/zero | tr '\\0' x >&2
            read -r line
            \(ShellPlugin.say(ShellPlugin.goodbye))
            """
        let measurement = try await ShellPlugin.measure(ShellPlugin.program(atMeasure: script))
        #expect(measurement.column[0] == 4)
    }

    @Test("It answers another request than the one that was asked")
    func outOfOrder() async {
        let answer = ShellPlugin.right.replacingOccurrences(of: "\"request\":3", with: "\"request\":4")
        #expect(
            await told(atMeasure: ShellPlugin.say(answer))
                == Self.asked + "its answer does not keep the contract: the answer is to request 4; expected request 3")
    }

    @Test("It answers before it is asked")
    func unasked() async {
        let program = ShellPlugin.program(
            """
            read -r line
            \(ShellPlugin.say(ShellPlugin.hello))
            \(ShellPlugin.say(ShellPlugin.accepted))
            read -r line
            read -r line
            """)
        let told = await ShellPlugin.failure(program)
        // Whether the line is there before the panel is sent, or is taken for its answer, is a matter of moments; the
        // measurement is not answered either way.
        #expect(told.contains("it had written before it was asked") || told.contains("without an answer"))
    }

    @Test(
        "It answers with the wrong shape",
        arguments: [
            ("[4,5]", #""not_submitted":[]"#, "‘column.values’ has 2 values; expected 3, one a row of the panel"),
            (
                "[4,5,null]", "",
                "‘column.values’ has no number in row 2, and ‘absent’ gives no reason for it"
            ),
            (
                "[4,NaN,null]", #""not_submitted":[2]"#,
                "NaN is no JSON: a cell without a value is null, with its reason under ‘absent’ (at byte 57)"
            ),
            (
                #"[4,"Infinity",null]"#, #""not_submitted":[2]"#,
                "‘column.values’ is infinite in row 1; such a row is null, with its reason under ‘absent’"
            ),
            ("[4,1e999,null]", #""not_submitted":[2]"#, "the number is too large for a double (at byte 62)"),
            (#"[4,"five",null]"#, #""not_submitted":[2]"#, "‘column.values[1]’ is a text; expected a number"),
            ("[4,5,null]", #""not_submitted":[7]"#, "‘column.absent.not_submitted[0]’ is row 7 of 3"),
            (
                "[4,5,null]", #""not_submitted":[1,2]"#,
                "‘column.absent.not_submitted[0]’ is row 1, which has a value or another reason"
            ),
        ])
    func wrongShapes(values: String, absent: String, fault: String) async {
        let answer =
            #"{"message":"measured","request":3,"column":{"values":"# + values + #","absent":{"# + absent
            + #"}},"evidence":{"variables":[{"variable":"homes"}]}}"#
        #expect(
            await told(atMeasure: ShellPlugin.say(answer))
                == Self.asked + "its answer does not keep the contract: " + fault)
    }

    @Test(
        "It rests on what it was not given",
        arguments: [
            (
                #"{"variables":[{"variable":"beds"}]}"#,
                "‘evidence’ names ‘beds’, a variable that was not handed over"
            ),
            (
                #"{"rows":[[{"variable":"homes","row":3}],[],[]]}"#,
                "‘evidence’ points in row 0 to what was not handed over: {\"variable\":\"homes\",\"row\":3}"
            ),
            (
                #"{"rows":[[],[{"register":"list","entry":0}],[]]}"#,
                "‘evidence’ points in row 1 to what was not handed over: {\"register\":\"list\",\"entry\":0}"
            ),
            (#"{"rows":[[],[]]}"#, "‘evidence’ lists 2 rows; expected 3, one a row of the panel"),
        ])
    func wrongEvidence(evidence: String, fault: String) async {
        let answer =
            #"{"message":"measured","request":3,"column":{"values":[4,5,6]},"evidence":"# + evidence + "}"
        #expect(
            await told(atMeasure: ShellPlugin.say(answer))
                == Self.asked + "its answer does not keep the contract: " + fault)
    }

    @Test("It speaks another version of the contract")
    func anotherVersion() async {
        let hello = ShellPlugin.hello.replacingOccurrences(of: "\"contract\":1", with: "\"contract\":2")
        #expect(
            await ShellPlugin.failure(ShellPlugin.program("read -r line\n\(ShellPlugin.say(hello))"))
                == "the plug-in ‘sh plugin.sh’, asked ‘hello’: its answer does not keep the contract: ‘contract’ is 2; "
                + "expected 1")
    }

    @Test("It brings a section in a version that nobody knows here")
    func anotherSectionVersion() async {
        let hello = ShellPlugin.hello.replacingOccurrences(
            of: "{\"name\":\"indicators\",\"version\":1", with: "{\"name\":\"indicators\",\"version\":7")
        let told = await ShellPlugin.failure(ShellPlugin.program("read -r line\n\(ShellPlugin.say(hello))"))
        #expect(told.hasSuffix("is the section ‘indicators’ in a version that is not known here; expected version 1"))
    }

    @Test("A section of another name, and a known one in a further version, are passed over")
    func unknownSections() async throws {
        let hello = ShellPlugin.hello.replacingOccurrences(
            of: "\"sections\":[",
            with: #""sections":[{"name":"dreams","version":1,"items":[7]},"#
                + #"{"name":"indicators","version":2,"items":[{"new":true}]},"#)
        let script = """
            read -r line
            \(ShellPlugin.say(hello))
            read -r line
            \(ShellPlugin.say(ShellPlugin.accepted))
            read -r line
            \(ShellPlugin.say(ShellPlugin.right))
            read -r line
            \(ShellPlugin.say(ShellPlugin.goodbye))
            """
        #expect(try await ShellPlugin.measure(ShellPlugin.program(script)).column[1] == 5)
    }

    @Test("It writes half a line, then nothing")
    func halfALine() async {
        #expect(
            await told(atMeasure: "printf '{\"message\":'; sleep 600", seconds: 0.5)
                == Self.asked + "it gave no answer within 0.5 seconds; it had written 11 bytes of a line")
    }

    @Test("It writes half a line, then ends")
    func halfALineThenEnds() async {
        #expect(
            await told(atMeasure: "printf '{\"message\":'")
                == Self.asked + "it ended with exit code 0 after 11 bytes of a line without its end")
    }

    @Test("It closes its output and goes on running")
    func closesOutput() async {
        #expect(
            await told(atMeasure: "exec 1>&-; sleep 600")
                == Self.asked + "it closed its output and went on running without an answer")
    }

    @Test("It takes more memory than it may")
    func memory() async {
        let told = await told(atMeasure: "head -c 400000000 /dev/zero | tail -c 399999999 >&2; exit 9", mebibytes: 64)
        #expect(told.hasPrefix(Self.asked + "it ended with exit code 9 without an answer; it last said: "))
        #expect(told.contains("memory exhausted"))
    }

    @Test("It refuses the panel, which nobody may")
    func refusesPanel() async {
        let program = ShellPlugin.program(
            """
            read -r line
            \(ShellPlugin.say(ShellPlugin.hello))
            read -r line
            \(ShellPlugin.say(#"{"message":"refused","request":2,"problem":"no panel"}"#))
            read -r line
            """)
        #expect(
            await ShellPlugin.failure(program) == "the plug-in ‘sh plugin.sh’, asked ‘panel’: it refused: no panel")
    }

    @Test("It prints something for people where an answer should stand")
    func banner() async {
        #expect(
            await told(atMeasure: "echo ready; sleep 600")
                == Self.asked
                + "it wrote ‘ready’ where one line of JSON was expected; what is not an answer belongs on "
                + "its error output")
    }

    @Test(
        "It hides characters in its texts, which would be printed",
        arguments: [#"\u001b[2J"#, #"a\u202eb"#, #"a\nb"#])
    func hiddenCharacters(text: String) async {
        let hello = ShellPlugin.hello.replacingOccurrences(of: "\"en\":\"Homes\"", with: "\"en\":\"\(text)\"")
        #expect(
            await ShellPlugin.failure(ShellPlugin.program("read -r line\n\(ShellPlugin.say(hello))"))
                == "the plug-in ‘sh plugin.sh’, asked ‘hello’: its answer does not keep the contract: a text holds a control "
                + "character, which must not be printed")
    }

    @Test(
        "It describes itself with a misspelt key, an id that cannot be, or a declaration twice",
        arguments: [
            (#""direction":"#, #""directon":"#, "did you mean ‘direction’?"),
            (#""id":"shell.homes""#, #""id":"../../x""#, "the indicator ‘../../x’ has an id that cannot be"),
            (#""id":"shell.homes""#, #""id":"life.homes""#, "expected shell. and a name such as shell.share"),
            (#""id":"Shell""#, #""id":"../x""#, "the plug-in ‘../x’ has an id that cannot be"),
            (#""decimals":0"#, #""decimals":1e18"#, "has more than 15 decimals"),
        ])
    func descriptions(old: String, new: String, fault: String) async {
        let hello = ShellPlugin.hello.replacingOccurrences(of: old, with: new)
        let told = await ShellPlugin.failure(ShellPlugin.program("read -r line\n\(ShellPlugin.say(hello))"))
        #expect(told.contains(fault), "\(told)")
    }

    @Test("It goes on writing after its goodbye, also without the end of a line")
    func afterGoodbye() async {
        let script = """
            \(ShellPlugin.say(ShellPlugin.right))
            read -r line
            \(ShellPlugin.say(ShellPlugin.goodbye))
            printf 'and more'
            """
        #expect(
            await told(atMeasure: script)
                == "the plug-in ‘sh plugin.sh’, asked ‘goodbye’: it wrote more after its goodbye, which nobody asked for"
        )
    }

    @Test("It refuses: its own words reach the person who wrote the specification")
    func refuses() async {
        #expect(
            await told(
                atMeasure: ShellPlugin.say(
                    #"{"message":"refused","request":3,"problem":"base_year must not lie before 2015"}"#))
                == "base_year must not lie before 2015")
    }

    @Test("It cannot be started")
    func cannotStart() async {
        let program = PluginProgram(
            words: ["no-such-interpreter", "plugin.sh"],
            files: [PluginProgram.File(path: "plugin.sh", bytes: [], sha256: "")])
        let told = await ShellPlugin.failure(program)
        #expect(
            told.hasPrefix("the plug-in ‘no-such-interpreter plugin.sh’, asked ‘hello’: it ended with exit code 127"))
        #expect(told.contains("not found"))
    }

    @Test("After a failure every further request fails as the first one did, and nothing is started again")
    func failsForGood() async throws {
        let process = PluginProcess(
            ShellPlugin.program(atMeasure: "exit 3"), isolation: .none(because: "a test"), workbench: "test")
        let indicator = try #require(try await process.plugin().indicators.first)
        var failures: [String] = []
        for _ in 0..<3 {
            do {
                _ = try await indicator.measure(ShellPlugin.data)
            } catch {
                failures.append("\(error)")
            }
        }
        try await process.end()
        #expect(failures == Array(repeating: Self.asked + "it ended with exit code 3 without an answer", count: 3))
    }
}
