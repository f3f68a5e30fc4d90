import Testing

@Suite("assess: usage")
struct UsageTests {
    @Test("Help is on standard output and names every command and exit code", arguments: ["--help", "help"])
    func help(argument: String) throws {
        let outcome = try Assess.run(argument)
        #expect(outcome.code == 0)
        #expect(outcome.errors == "")
        for word in [
            "run", "validate", "explain", "list", "schema", "64 wrong usage", "65 wrong specification", "73 the",
        ] {
            #expect(outcome.output.contains(word), "\(word)")
        }
    }

    @Test("Each command has help", arguments: ["run", "validate", "explain", "list", "schema"])
    func commandHelp(command: String) throws {
        let outcome = try Assess.run(command, "--help")
        #expect(outcome.code == 0)
        #expect(outcome.output.contains("USAGE: assess \(command) "))
    }

    @Test(
        "Wrong usage ends in 64 and is told on standard error",
        arguments: [
            (["run"], "Missing expected argument"),
            (["run", "a.yml"], "--output"),
            (["run", "a.yml", "-o", ""], "--output must name a folder"),
            (["run", "a.yml", "-o", "out", "--threads", "0"], "--threads must lie between 1 and 1024"),
            (["run", "a.yml", "-o", "out", "--language", "fr"], "zh"),
            (["evaluate"], "evaluate"),
            (["list", "everything"], "indicators"),
        ])
    func wrong(arguments: [String], told: String) throws {
        let outcome = try Assess.run(arguments)
        #expect(outcome.code == 64)
        #expect(outcome.output == "")
        #expect(outcome.errors.contains(told), "\(outcome.errors)")
    }

    @Test("A specification that is not there ends in 65", arguments: ["run", "validate", "explain"])
    func absent(command: String) throws {
        let rest = ["run": ["-o", "out"], "validate": [], "explain": ["340100", "total"]]
        let outcome = try Assess.run([command, "nowhere.yml"] + (rest[command] ?? []))
        #expect(outcome.code == 65)
        #expect(outcome.errors.hasPrefix("nowhere.yml:1:1: there is no file ‘nowhere.yml’"))
        #expect(outcome.errors.contains("nothing was written") == (command == "run"))
    }
}
