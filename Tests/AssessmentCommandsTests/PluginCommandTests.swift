import Foundation
import Testing

/// Plug-ins that run as processes, and what must be said before one is started.
@Suite("No plug-in is started that the user has not allowed")
struct PluginCommandTests {
    /// A specification whose plug-in says so as soon as it is started, and goes on no further.
    private static func folder(plugin extra: String = "") throws -> TemporaryFolder {
        let folder = try TemporaryFolder.withExample()
        try folder.edit(
            "example/assessment.yml", "plugins:\n", "plugins:\n  - { process: [sh, plugin.sh]\(extra) }\n")
        try folder.write("example/plugin.sh", "echo 'I was started' >&2\nexit 3\n")
        return folder
    }

    /// Settings of nobody, so that those of the person who runs the tests have no part in them.
    private static func settings(_ folder: TemporaryFolder) -> [String: String] {
        ["XDG_CONFIG_HOME": folder.path("settings")]
    }

    private static func digest(_ told: String) throws -> String {
        let match = try #require(told.firstMatch(of: /SHA-256 is ([0-9a-f]{64})/))
        return String(match.1)
    }

    @Test(
        "Without leave every command names the digest and the files, and starts nothing",
        arguments: [
            ["validate", "example"], ["run", "example", "--output", "results"],
            ["explain", "example", "340100", "total"],
            ["plugin", "check", "example"],
        ])
    func withoutLeave(arguments: [String]) throws {
        let folder = try Self.folder()
        let outcome = try Assess.run(arguments, environment: Self.settings(folder), in: folder.url)
        #expect(outcome.code == 65)
        #expect(
            outcome.errors.hasPrefix(
                "example/assessment.yml:")
                && outcome.errors.contains(
                    "the process ‘sh plugin.sh’ was not started, since you have not allowed it; its SHA-256 is ")
        )
        #expect(
            outcome.errors.contains("expected that you look at plugin.sh, and then allow it once with --allow-plugin "))
        #expect(!outcome.errors.contains("I was started"))
        #expect(try !folder.names().contains("results"))
    }

    @Test("With the digest on the command line it is started, and what it said is told with the request")
    func allowedOnce() throws {
        let folder = try Self.folder()
        let settings = Self.settings(folder)
        let first = try Assess.run(["validate", "example"], environment: settings, in: folder.url)
        let digest = try Self.digest(first.errors)
        let outcome = try Assess.run(
            ["validate", "example", "--allow-plugin", digest], environment: settings, in: folder.url)
        #expect(outcome.code == 65)
        #expect(
            outcome.errors.contains(
                "the plug-in ‘sh plugin.sh’, asked ‘hello’: it ended with exit code 3 without an answer; it last said: "
                    + "I was started"))
    }

    @Test("‘plugin trust’ allows it for good, until a byte of it changes")
    func trusted() throws {
        let folder = try Self.folder()
        let settings = Self.settings(folder)
        let trusted = try Assess.run(["plugin", "trust", "example"], environment: settings, in: folder.url)
        #expect(trusted.code == 0 && !trusted.errors.contains("I was started"))
        #expect(trusted.output.contains("  sh plugin.sh\n"))
        let started = try Assess.run(["validate", "example"], environment: settings, in: folder.url)
        #expect(started.errors.contains("I was started"))
        try folder.edit("example/plugin.sh", "exit 3", "exit 4")
        let changed = try Assess.run(["validate", "example"], environment: settings, in: folder.url)
        #expect(changed.errors.contains("was not started"))
        #expect(try Self.digest(changed.errors) != trusted.output.prefix(64))
    }

    @Test("The digest is that of the command and the files as anyone can compute it")
    func digestByHand() throws {
        let folder = try Self.folder()
        let told = try Assess.run(["validate", "example"], environment: Self.settings(folder), in: folder.url).errors
        try folder.write(
            "by-hand.sh",
            "{ printf 'word sh\\nword plugin.sh\\n'; cd example; sha256sum plugin.sh; } | sha256sum | cut -d' ' -f1\n")
        let byHand = try Assess.run(URL(fileURLWithPath: "/bin/sh"), ["by-hand.sh"], in: folder.url)
        #expect(try byHand.output == Self.digest(told) + "\n")
    }

    @Test("A specification that names another digest than the program has is refused, allowed or not")
    func pinned() throws {
        let other = String(repeating: "0", count: 64)
        let folder = try Self.folder(plugin: ", sha256: \"\(other)\"")
        let settings = Self.settings(folder)
        _ = try Assess.run(["plugin", "trust", "example"], environment: settings, in: folder.url)
        let outcome = try Assess.run(["validate", "example"], environment: settings, in: folder.url)
        #expect(outcome.code == 65)
        #expect(outcome.errors.contains("and not the one that the specification names; expected \(other)"))
        #expect(!outcome.errors.contains("I was started"))
    }

    @Test(
        "A process that is written wrongly is told at its place",
        arguments: [
            (
                "process: [python3, -c, \"print()\"]",
                "no word of the command is a file beside the specification; expected a file such as plugin.py, or ./plugin "
                    + "for a program; what runs must be known by its bytes"
            ),
            ("process: [sh, plugn.sh]", "did you mean ‘plugin.sh’?"),
            ("process: [python3, /etc/x.py, plugin.sh]", "‘/etc/x.py’ is an absolute path"),
            ("process: [sh, plugin.sh, \"a\\nb\"]", "a word of the command holds a character that is not seen"),
            ("process: [./nothing]", "there is no file ‘nothing’"),
            (
                "process: [sh, plugin.sh], files: [../plugin.py]",
                "‘../plugin.py’ leaves the folder of the specification"
            ),
            ("process: [sh, plugin.sh], sha256: abc", "‘abc’ is no digest; expected 64 hexadecimal digits"),
            ("process: [sh, plugin.sh], seconds: 0", "0 is out of bounds"),
            ("proces: [sh, plugin.sh]", "a plug-in has no key ‘proces’; did you mean ‘process’?"),
        ])
    func writtenWrongly(process: String, problem: String) throws {
        let folder = try TemporaryFolder.withExample()
        try folder.write("example/plugin.sh", "exit 3\n")
        try folder.edit("example/assessment.yml", "plugins:\n", "plugins:\n  - { \(process) }\n")
        let outcome = try Assess.run(["validate", "example"], environment: Self.settings(folder), in: folder.url)
        #expect(outcome.code == 65)
        #expect(outcome.errors.contains(problem), "\(outcome.errors)")
    }

    @Test("--allow-plugin takes digests alone")
    func wrongDigest() throws {
        let outcome = try Assess.run("validate", "example", "--allow-plugin", "plugin.sh")
        #expect(outcome.code == 64)
        #expect(outcome.errors.contains("--allow-plugin ‘plugin.sh’ is no SHA-256; expected 64 hexadecimal digits."))
    }

    @Test("A linked plug-in is checked by its id, and an unknown one suggests the nearest")
    func linked() throws {
        let right = try Assess.run("plugin", "check", "LifeConsumption")
        #expect(right.code == 0 && right.output.hasSuffix("every rule is kept\n"))
        let wrong = try Assess.run("plugin", "check", "LifeConsumtion")
        #expect(wrong.code == 64 && wrong.errors.contains("did you mean ‘LifeConsumption’?"))
    }
}
