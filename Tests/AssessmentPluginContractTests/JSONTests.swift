import AssessmentCore
import AssessmentPluginContract
import Testing

/// JSON as messages carry it.
@Suite("JSON is read strictly and written so that every number survives")
struct JSONTests {
    private func read(_ text: String) throws -> JSONValue { try JSONReader.read(Array(text.utf8)) }

    private func written(_ value: JSONValue) -> String { String(decoding: JSONWriter.bytes(value), as: UTF8.self) }

    private func problem(_ text: String) -> String {
        do throws(JSONReader.Fault) {
            _ = try JSONReader.read(Array(text.utf8))
            return "nothing is wrong"
        } catch {
            return error.description
        }
    }

    @Test("Every double comes back with the same bits")
    func numbersSurvive() throws {
        var generator = SplitMix64(seed: 20)
        var numbers: [Double] = [
            0, -0.0, 1, -1, 0.1, 1 / 3, .leastNonzeroMagnitude, -.leastNonzeroMagnitude, .greatestFiniteMagnitude,
            .leastNormalMagnitude,
            9_007_199_254_740_992, 1e22, 1e23, 123_456_789_012_345_683_968, .pi, 2.5e-7,
        ]
        for _ in 0..<20_000 {
            let number = Double(bitPattern: generator.next())
            if number.isFinite { numbers.append(number) }
        }
        guard case .numbers(let back) = try read(written(.numbers(numbers))) else {
            Issue.record("an array of numbers is read as one")
            return
        }
        #expect(back.map(\.bitPattern) == numbers.map(\.bitPattern))
    }

    @Test("What is missing is null, and infinities are texts")
    func missingAndInfinite() throws {
        let text = written(.numbers([1, .nan, .infinity, -.infinity]))
        #expect(text == #"[1.0,null,"Infinity","-Infinity"]"#)
        let back = try Reading(read(text)).numbers()
        #expect(back[0] == 1 && back[1].isNaN && back[2] == .infinity && back[3] == -.infinity)
    }

    @Test("Texts survive: quotes, ends of lines, control characters, Chinese, signs outside the first plane")
    func textsSurvive() throws {
        let text = "“a\"b\\c\n\t\u{0}\u{7F}芜湖市𠮷👩‍👩‍👧"
        #expect(try Reading(read(written(.text(text)))).text() == text)
        #expect(!written(.text(text)).contains("\n"), "a message is one line")
        #expect(try Reading(read(#""\u829c\ud842\udfb7\/\b\f""#)).text() == "芜𠮷/\u{8}\u{C}")
    }

    @Test(
        "What is no JSON is refused with the place",
        arguments: [
            ("", "the text ends where a value should stand (at byte 1)"),
            ("[1,2", "a comma or the end of the array should stand here (at byte 5)"),
            ("[1,]", "no JSON value begins so (at byte 4)"),
            ("{\"a\":1,}", "a key in quotes should stand here (at byte 8)"),
            ("{\"a\":1,\"a\":2}", "the key ‘a’ stands twice (at byte 11)"),
            ("[01]", "a number begins with a needless zero (at byte 4)"),
            ("[1.]", "a digit should stand here (at byte 4)"),
            ("[+1]", "no JSON value begins so (at byte 2)"),
            ("[1e400]", "the number is too large for a double (at byte 7)"),
            ("[NaN]", "NaN is no JSON: a cell without a value is null, with its reason under ‘absent’ (at byte 2)"),
            ("[Infinity]", "Infinity is no JSON: write it as the text \"Infinity\" (at byte 2)"),
            ("[-Infinity]", "a digit should stand here (at byte 3)"),
            ("\"a\nb\"", "a control character stands in a text (at byte 3)"),
            ("\"\\x\"", "an escape is not known (at byte 4)"),
            ("\"\\ud800\"", "half a character is escaped (at byte 8)"),
            ("\"abc", "the text has no end (at byte 5)"),
            ("1 2", "something follows the value (at byte 3)"),
            ("nul", "no JSON value begins so (at byte 1)"),
        ])
    func refused(text: String, problem: String) {
        #expect(self.problem(text) == problem)
    }

    @Test("Nesting without end and bytes that are no UTF-8 are refused")
    func hostile() {
        #expect(problem(String(repeating: "[", count: 100_000)).hasPrefix("arrays and objects are nested too deeply"))
        do throws(JSONReader.Fault) {
            _ = try JSONReader.read([0x22, 0xC3, 0x28, 0x22])
            Issue.record("it was read")
        } catch {
            #expect(error.problem == "the text is no UTF-8")
        }
    }

    @Test("No bytes at all end the program", arguments: 0..<200)
    func anyBytes(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let letters = Array(#"{}[],:"\u0123e-.tfnaulrse NIx"#.utf8) + [0, 0xC3, 0xFF]
        let bytes = (0..<60).map { _ in letters[Int(generator.next() % UInt64(letters.count))] }
        _ = try? JSONReader.read(bytes)
    }
}
