import Foundation
import Testing

@Suite("assess verify")
struct VerifyCommandTests {
    private static func sealed() throws -> TemporaryFolder {
        let folder = try SealCommandTests.folder()
        let sealed = try Assess.run("seal", "example", "--output", "bundle", "--key", "key.pem", in: folder.url)
        #expect(sealed.code == 0, "\(sealed.errors)")
        return folder
    }

    @Test("A sealed run agrees, and the key that signed is named")
    func agrees() throws {
        let folder = try Self.sealed()
        let known = try Assess.run("verify", "bundle", "--signer", "key.pub.pem", in: folder.url)
        #expect(known.code == 0 && known.output.hasPrefix("bundle: everything agrees; "), "\(known.output)")
        #expect(known.output.contains(", as demanded\n"))
        let unknown = try Assess.run("verify", "bundle", in: folder.url)
        #expect(unknown.code == 0 && unknown.output.contains("was not compared with a known one"))
        #expect(try Assess.run("key", "new", "--output", "other.pem", in: folder.url).code == 0)
        let other = try Assess.run("verify", "bundle", "--signer", "other.pub.pem", in: folder.url)
        #expect(other.code == 1 && other.output.contains("which is none of those that you named"))
    }

    @Test("One altered digit of the data, of a score and of a page is named, and ends in 1")
    func digits() throws {
        for (file, old, new, told) in [
            (
                "inputs/data/observations.csv", "2016,222.5723", "2016,222.5743",
                "inputs/data/observations.csv:2:51: byte "
            ),
            (
                "results/scores.csv", "合肥市,Hefei City,cities,total", "合肥市,Hefei City,citiez,total",
                "results/scores.csv:2:"
            ),
            ("results/index.html", "<table", "<tabke", "results/index.html:"),
        ] {
            let folder = try Self.sealed()
            try folder.edit("bundle/" + file, old, new)
            let outcome = try Assess.run("verify", "bundle", in: folder.url)
            #expect(outcome.code == 1)
            #expect(outcome.output.hasPrefix("bundle: ALTERED OR WRONG: 1 thing differs; "), "\(outcome.output)")
            #expect(outcome.output.contains("\n  \(told)"), "\(outcome.output)")
        }
    }

    @Test("What is no bundle ends in 65, and a damaged archive says where")
    func noBundle() throws {
        let folder = try Self.sealed()
        let example = try Assess.run("verify", "example", in: folder.url)
        #expect(example.code == 65 && example.errors.contains("it has no seal.json"), "\(example.errors)")
        #expect(try Assess.run("verify", "nothing", in: folder.url).code == 65)
        try folder.write("broken.zip", "PK")
        #expect(try Assess.run("verify", "broken.zip", in: folder.url).code == 65)
        #expect(try Assess.run("verify", in: folder.url).code == 64)
    }

    /// What a plug-in in Python measures and scores stands in the bundle, and is not asked for again.
    @Test("A process is not started: its stored replies stand in, and what they are is told")
    func process() throws {
        let folder = try SealCommandTests.folder()
        guard try SealCommandTests.system("python3", "--version", in: folder.url) != nil else {
            return print("skipped: python3 is not installed")
        }
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        try FileManager.default.copyItem(
            at: root.appendingPathComponent("Examples/elder-care-plugin"),
            to: folder.url.appendingPathComponent("elder"))
        let settings = ["XDG_CONFIG_HOME": folder.path("settings"), "PYTHONDONTWRITEBYTECODE": "1"]
        let specification = "elder/process-python.yml"
        #expect(try Assess.run(["plugin", "trust", specification], environment: settings, in: folder.url).code == 0)
        let sealed = try Assess.run(
            ["seal", specification, "-o", "care", "--key", "key.pem"], environment: settings, in: folder.url)
        #expect(sealed.code == 0, "\(sealed.errors)")

        // Nobody allows the plug-in here, and no interpreter would be found.
        let environment = ["XDG_CONFIG_HOME": folder.path("nothing"), "PATH": ""]
        let outcome = try Assess.run(["verify", "care"], environment: environment, in: folder.url)
        #expect(outcome.code == 0, "\(outcome.output)")
        #expect(outcome.output.hasPrefix("care: what could be checked agrees; "))
        #expect(
            outcome.output.contains(
                "not computed again:\n  measured by the plug-in ElderCareConsumption, a process that was not started; its "
                    + "stored replies were compared: eldercare.emergency_response_minutes, "))
        #expect(outcome.output.contains("eldercare.emergency_call_coverage (softmax_scaling)"))

        // The recorded value of 340100 against the stored reply.
        let reply = try folder.text("care/plugins/ElderCareConsumption.json")
        let digit = try #require(reply.firstRange(of: /"eldercare.monitored_beds":\{[^\[]*"values":\[[0-9]/))
        let last = reply.index(before: digit.upperBound)
        try folder.write(
            "care/plugins/ElderCareConsumption.json",
            reply.replacingCharacters(in: last..<digit.upperBound, with: reply[last] == "9" ? "8" : "9"))
        let altered = try Assess.run(["verify", "care"], environment: environment, in: folder.url)
        #expect(altered.code == 1)
        #expect(altered.output.contains("\n  plugins/ElderCareConsumption.json:1:"), "\(altered.output)")
    }

    @Test("A bundle cannot make the program read or write elsewhere, nor speak to the terminal")
    func hostile() throws {
        let folder = try Self.sealed()
        try folder.edit(
            "bundle/seal.json", "\"specification\" : \"assessment.yml\"", "\"specification\" : \"../../../etc/passwd\"")
        let path = try Assess.run("verify", "bundle", in: folder.url)
        #expect(path.code == 1)
        #expect(path.output.contains("the signature does not fit"), "\(path.output)")
        #expect(path.output.contains("the specification ‘../../../etc/passwd’ is not in the bundle"), "\(path.output)")
        try folder.edit("bundle/seal.json", "inputs/data/units.csv", "../inputs/data/units.csv")
        let leaves = try Assess.run("verify", "bundle", in: folder.url)
        #expect(leaves.code == 65 && leaves.errors.contains("has a path that leaves the bundle"), "\(leaves.errors)")
        try folder.edit("bundle/seal.json", "../inputs/data/units.csv", "inputs/\\u001b[2Junits.csv")
        let escape = try Assess.run("verify", "bundle", in: folder.url)
        #expect(escape.code == 65 && !escape.errors.contains("\u{1B}"))
    }
}
