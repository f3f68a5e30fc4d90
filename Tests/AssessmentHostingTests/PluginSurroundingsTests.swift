import AssessmentCore
import AssessmentHosting
import Foundation
import Testing

/// What a plug-in finds around it, and what it leaves behind.
@Suite("A plug-in has its own folder, a named environment, and leaves nothing behind")
struct PluginSurroundingsTests {
    /// What a program says of its surroundings, by refusing with the output of some lines of shell.
    private func said(_ lines: String, isolation: PluginIsolation = .none(because: "a test")) async -> String {
        await ShellPlugin.failure(
            ShellPlugin.program(
                atMeasure: """
                    said=$( (\(lines)) 2>&1 | tr '\\n"\\\\' '   ' )
                    printf '{"message":"refused","request":3,"problem":"%s"}\\n' "$said"
                    """), isolation: isolation)
    }

    @Test("Of the environment only the named values are there")
    func environment() async {
        let names = await said("env | cut -d= -f1 | grep -v -e '^PWD$' -e '^OLDPWD$' -e '^SHLVL$' -e '^_$' | sort")
        #expect(
            names.split(separator: " ") == [
                "ASSESSMENT_PLUGIN", "HOME", "LANG", "LC_ALL", "PATH", "PYTHONDONTWRITEBYTECODE", "PYTHONHASHSEED",
                "TMPDIR", "TZ",
            ])
    }

    @Test("It works in an empty folder of its own, beside copies of its files that it runs from")
    func folder() async throws {
        let listing = await said("pwd; ls -A; ls \"$(dirname \"$0\")\"")
        let words = listing.split(separator: " ").map(String.init)
        #expect(words.count == 2 && words[0].hasSuffix("/work") && words[1] == "plugin.sh")
        #expect(!FileManager.default.fileExists(atPath: words[0]), "the folder is gone with the plug-in")
    }

    /// The processes whose command holds a text.
    private func processes(holding text: String) -> [String] {
        let numbers = (try? FileManager.default.contentsOfDirectory(atPath: "/proc"))?.filter { Int($0) != nil } ?? []
        return numbers.filter { number in
            let command = FileManager.default.contents(atPath: "/proc/\(number)/cmdline") ?? Data()
            return String(decoding: command, as: UTF8.self).contains(text)
        }
    }

    /// A program that leaves children in its own session and in others when it is asked to measure, then goes on.
    private static func leavingChildren(_ seconds: Int, then ending: String) -> PluginProgram {
        ShellPlugin.program(
            atMeasure: """
                sleep \(seconds) &
                setsid sleep \(seconds) &
                (setsid sh -c 'sleep \(seconds) & sleep \(seconds)' &)
                sleep 0.2
                \(ending)
                """)
    }

    /// The processes whose command holds a text, once the ended ones have had a moment to go.
    private func left(holding text: String) async throws -> [String] {
        for _ in 0..<100 where !processes(holding: text).isEmpty { try await Task.sleep(for: .milliseconds(20)) }
        return processes(holding: text)
    }

    @Test(
        "No child of one that failed is left, not even in a session of its own",
        arguments: ["exit 3", "sleep 600", "read -r line; exec 1>&-; sleep 600"])
    func childrenOfFailed(then ending: String) async throws {
        let seconds = 100_000 + Int.random(in: 0..<100_000)
        let told = await ShellPlugin.failure(Self.leavingChildren(seconds, then: ending), seconds: 1)
        #expect(told.contains("asked ‘measure shell.homes’"))
        #expect(try await left(holding: "\(seconds)") == [])
    }

    @Test("No child of one that kept the contract is left either")
    func childrenOfKept() async throws {
        let seconds = 300_000 + Int.random(in: 0..<100_000)
        let ending = "\(ShellPlugin.say(ShellPlugin.right))\nread -r line\n\(ShellPlugin.say(ShellPlugin.goodbye))"
        let measurement = try await ShellPlugin.measure(Self.leavingChildren(seconds, then: ending))
        #expect(measurement.column[0] == 4)
        #expect(try await left(holding: "\(seconds)") == [])
    }

    @Test("A process that nobody ends goes with its owner")
    func dropped() async throws {
        let seconds = 200_000 + Int.random(in: 0..<100_000)
        let program = ShellPlugin.program(
            "sleep \(seconds) &\nread -r line\n\(ShellPlugin.say(ShellPlugin.hello))\nsleep \(seconds)")
        do {
            let process = PluginProcess(program, isolation: .none(because: "a test"), workbench: "test")
            _ = try await process.plugin()
            #expect(!processes(holding: "\(seconds)").isEmpty)
        }
        #expect(try await left(holding: "\(seconds)") == [])
    }

    @Test(
        "Where bubblewrap works there is no network, nothing can be written but the own folder, and no process is seen")
    func isolation() async throws {
        let isolation = await PluginIsolation.available()
        guard case .bubblewrap = isolation else {
            // Said rather than passed over: the machine does not allow it.
            print("skipped: isolation is \(isolation.text)")
            return
        }
        #expect(isolation.text == "bubblewrap: no network, read-only file system")
        let told = await said(
            """
            touch /etc/assessment-test && echo written
            touch own && echo own
            tail -n +3 /proc/net/dev | cut -d: -f1
            ls /proc | grep -c '^[0-9]'
            touch "$0" && echo changed
            """, isolation: isolation)
        #expect(told.contains("own") && told.contains(" lo "))
        #expect(!told.contains("written") && !told.contains("changed") && !told.contains("eth"))
        #expect(!FileManager.default.fileExists(atPath: "/etc/assessment-test"))
    }

    @Test("Behind bubblewrap a crash is told as it is without")
    func crashInIsolation() async {
        let isolation = await PluginIsolation.available()
        let told = await ShellPlugin.failure(ShellPlugin.program(atMeasure: "kill -SEGV $$"), isolation: isolation)
        #expect(told.contains("it was ended by signal 11 (Segmentation fault) without an answer"))
    }
}
