import Foundation
import Testing

@Suite("assess seal")
struct SealCommandTests {
    /// A folder with the example and a key.
    static func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder.withExample()
        #expect(try Assess.run("key", "new", "--output", "key.pem", in: folder.url).code == 0)
        return folder
    }

    /// Runs a program of the system; nothing where it is not installed.
    static func system(_ words: String..., in folder: URL) throws -> Assess.Outcome? {
        let outcome = try Assess.run(URL(fileURLWithPath: "/usr/bin/env"), words, in: folder)
        return outcome.code == 127 ? nil : outcome
    }

    @Test("A new key can be read by its owner alone, and is never overwritten")
    func newKey() throws {
        let folder = try Self.folder()
        let mode = try FileManager.default.attributesOfItem(atPath: folder.path("key.pem"))[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(try folder.text("key.pub.pem").hasPrefix("-----BEGIN PUBLIC KEY-----\n"))
        let again = try Assess.run("key", "new", "--output", "key.pem", in: folder.url)
        #expect(again.code == 73)
        #expect(again.errors.hasPrefix("‘key.pem’ is there already, and a key is never overwritten"))
    }

    @Test("A bundle is checked by sha256sum and openssl, without this program")
    func otherPrograms() throws {
        let folder = try Self.folder()
        let sealed = try Assess.run("seal", "example", "--output", "bundle", "--key", "key.pem", in: folder.url)
        #expect(sealed.code == 0, "\(sealed.errors)")
        let bundle = folder.url.appendingPathComponent("bundle")
        // A machine without one of the two says so below.
        if let sums = try Self.system("sha256sum", "-c", "SHA256SUMS", in: bundle) {
            #expect(sums.code == 0 && sums.output.contains("inputs/data/observations.csv: OK"))
        } else {
            print("skipped: sha256sum is not installed")
        }
        if let signature = try Self.system(
            "openssl", "pkeyutl", "-verify", "-pubin", "-inkey", "signer.pem", "-rawin", "-in", "seal.json", "-sigfile",
            "seal.sig", in: bundle)
        {
            #expect(signature.code == 0, "\(signature.errors)")
        } else {
            print("skipped: openssl is not installed")
        }
        let names = try folder.names("bundle")
        #expect(!names.contains(".assess-output"))
        #expect(Set(names).isSuperset(of: ["README.txt", "inputs/assessment.yml", "results/result.json", "seal.sig"]))
        let key = try folder.text("key.pem").split(separator: "\n")[1]
        for name in names where !name.hasSuffix(".sig") {
            guard let text = try? folder.text("bundle/" + name) else { continue }
            #expect(!text.contains(key), "the private key is in \(name)")
        }
        #expect(!sealed.output.contains(key) && !sealed.errors.contains(key))
    }

    @Test("A key of openssl, from a file or from the environment, seals the same bytes")
    func keys() throws {
        let folder = try Self.folder()
        guard let made = try Self.system("openssl", "genpkey", "-algorithm", "ed25519", "-out", "o.pem", in: folder.url)
        else { return print("skipped: openssl is not installed") }
        #expect(made.code == 0)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: folder.path("o.pem"))
        let file = try Assess.run("seal", "example", "-o", "a.zip", "--key", "o.pem", in: folder.url)
        let variable = try Assess.run(
            ["seal", "example", "-o", "b.zip"], environment: ["ASSESS_SIGNING_KEY": try folder.text("o.pem")],
            in: folder.url)
        #expect(file.code == 0 && variable.code == 0, "\(file.errors)\(variable.errors)")
        #expect(try folder.bytes("a.zip") == folder.bytes("b.zip"))
        #expect(try Assess.run("verify", "b.zip", in: folder.url).code == 0)
    }

    @Test("A key that others may read, that is none or is not there is refused")
    func refusedKeys() throws {
        let folder = try Self.folder()
        func told(_ arguments: [String], _ environment: [String: String] = [:]) throws -> Assess.Outcome {
            try Assess.run(
                ["seal", "example", "--output", "bundle"] + arguments,
                environment: ["ASSESS_SIGNING_KEY": ""].merging(environment) { $1 }, in: folder.url)
        }
        let none = try told([])
        #expect(none.code == 64 && none.errors.contains("name its file with --key"), "\(none.errors)")
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: folder.path("key.pem"))
        let open = try told(["--key", "key.pem"])
        #expect(open.code == 65 && open.errors.contains("chmod 600 key.pem"), "\(open.errors)")
        #expect(try told(["--key", "nothing.pem"]).code == 65)
        let wrong = try told([], ["ASSESS_SIGNING_KEY": "secret words"])
        #expect(wrong.code == 65 && !wrong.errors.contains("secret words"), "\(wrong.errors)")
        #expect(try !folder.names().contains("bundle"))
    }

    @Test("A changed input under a sealed run is refused with file, line and what to do")
    func changedInput() throws {
        let folder = try Self.folder()
        let arguments = ["seal", "example", "--output", "bundle", "--key", "key.pem"]
        #expect(try Assess.run(arguments, in: folder.url).code == 0)
        let before = try folder.bytes("bundle/seal.json")
        let again = try Assess.run(arguments, in: folder.url)
        #expect(again.code == 73 && again.errors.contains("is never overwritten"), "\(again.errors)")
        try folder.edit("example/data/observations.csv", "2016,222.5723", "2016,222.5743")
        let changed = try Assess.run(arguments, in: folder.url)
        #expect(changed.code == 65)
        #expect(
            changed.errors.hasPrefix("example/data/observations.csv:2:51: changed since the run was sealed: byte "),
            "\(changed.errors)")
        #expect(changed.errors.contains("column ‘value’ was ‘2’ and is ‘4’"))
        #expect(
            changed.errors.contains(
                "expected the file as it was sealed, inputs/data/observations.csv of the bundle; or another name with "
                    + "--output, to seal what is there now"))
        #expect(try folder.bytes("bundle/seal.json") == before)
    }
}
