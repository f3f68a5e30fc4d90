import AssessmentCore
import AssessmentReview
import AssessmentWorkbench
import Foundation
import Testing

@Suite("A sealed bundle and what is altered in it")
struct SealedBundleTests {
    private func files(_ folder: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder).filter { path in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: folder + "/" + path, isDirectory: &isFolder)
                && !isFolder.boolValue
        }.sorted()
    }

    @Test("One altered byte of any file is named with its place, what it was and what it is")
    func everyFile() async throws {
        let example = try await SealedExample(exports: "[html, json, csv]")
        let bundle = try await example.seal()
        #expect(try OpenedBundle(bundle).findings.isEmpty)
        var random = SplitMix64(seed: 2018)
        let files = try files(bundle)
        #expect(files.count > 40)
        for file in files {
            let url = URL(fileURLWithPath: bundle + "/" + file)
            let bytes = [UInt8](try Data(contentsOf: url))
            var altered = bytes
            let place = Int(random.next() % UInt64(bytes.count))
            altered[place] ^= UInt8(random.next() % 255) + 1
            try Data(altered).write(to: url)
            let findings = try OpenedBundle(bundle).findings
            #expect(findings.count == 1, "\(file)")
            let finding = try #require(findings.first)
            #expect(finding.place.hasPrefix(file + ":"))
            #expect(finding.text.hasPrefix("byte \(place + 1)"))
            let line = bytes[..<place].count { $0 == 0x0A } + 1
            #expect(finding.place.hasPrefix("\(file):\(line):"))
            try Data(bytes).write(to: url)
        }
        #expect(try OpenedBundle(bundle).findings.isEmpty)
    }

    @Test("The same run and key give the same bytes, as a folder and as an archive")
    func sameBytes() async throws {
        let example = try await SealedExample()
        let (first, second) = (
            try await example.workbench.bundle(of: example.assessment, example.loaded, signedBy: example.key),
            try await example.workbench.bundle(of: example.assessment, example.loaded, signedBy: example.key)
        )
        #expect(first == second)
        let archive = try await example.seal("bundle.zip")
        #expect([UInt8](try Data(contentsOf: URL(fileURLWithPath: archive))) == (try SealedBundle.archive(of: second)))
        let verification = try await example.workbench.verify(archive, signers: [example.key.signer])
        #expect(verification.holds, "\(verification.findings)")
        #expect(verification.numbers > 2000)
    }

    @Test("Missing, further, cut and longer files, and links, have a message each")
    func wholeFiles() async throws {
        let example = try await SealedExample()
        let bundle = try await example.seal()
        let manager = FileManager.default
        try manager.removeItem(atPath: bundle + "/results/scores.csv")
        try Data("x".utf8).write(to: URL(fileURLWithPath: bundle + "/results/more\u{1B}[1m.csv"))
        try Data("x".utf8).write(to: URL(fileURLWithPath: bundle + "/inputs/more.csv"))
        try manager.createSymbolicLink(atPath: bundle + "/link", withDestinationPath: "/etc/passwd")
        let units = URL(fileURLWithPath: bundle + "/inputs/data/units.csv")
        let bytes = try Data(contentsOf: units)
        try bytes.dropLast(3).write(to: units)
        let specification = URL(fileURLWithPath: bundle + "/inputs/assessment.yml")
        try (try Data(contentsOf: specification) + Data("# more\n".utf8)).write(to: specification)
        let findings = try OpenedBundle(bundle).findings.map(\.description)
        func one(_ start: String, _ part: String) {
            #expect(findings.count { $0.hasPrefix(start) && $0.contains(part) } == 1, "\(start): \(findings)")
        }
        one("results/scores.csv: ", "the file is missing")
        one("inputs/more.csv: ", "was not there when the bundle was sealed")
        one("results/more [1m.csv: ", "a character that a file's name must not have")
        one("link: ", "is a link, which is not followed")
        one("inputs/data/units.csv:", "3 bytes are missing at its end: it had \(bytes.count)")
        one("inputs/assessment.yml:", "7 bytes are added at its end")
        #expect(findings.count == 6)
    }

    @Test("A number that was changed with all digests does not fit the signature, and is named all the same")
    func forged() async throws {
        let example = try await SealedExample()
        let bundle = try await example.seal()
        // Whoever has no key can make every digest anew, but not the signature of the seal.
        let forged = try await example.forge("forged", signedBy: SigningKey()) {
            try SealedExample.changing("total", "aggregate", in: $0) { $0 + 1 }
        }
        try FileManager.default.removeItem(atPath: forged + "/seal.sig")
        try FileManager.default.copyItem(atPath: bundle + "/seal.sig", toPath: forged + "/seal.sig")
        let findings = try await example.workbench.verify(forged).findings.map(\.description)
        #expect(findings.first?.hasPrefix("seal.json: the signature does not fit") == true)
        #expect(
            findings.contains { $0.hasPrefix("results/result.json: total, aggregate, 340100 合肥市, 2016: recorded ") })
        try FileManager.default.removeItem(atPath: forged + "/seal.sig")
        #expect(throws: SealingError.self) { try OpenedBundle(forged) }
    }

    /// Bundles without a statement were written before there was one: they verify as they did.
    @Test("What a seal states of a review is told, and must be said of the results that it seals")
    func stage() async throws {
        let example = try await SealedExample()
        func verification(_ name: String, _ review: Seal.Review?) async throws -> Verification {
            let files = try await example.workbench.bundle(
                of: example.assessment, example.loaded, review: review, signedBy: example.key)
            try example.workbench.write(bundle: files, to: example.path(name))
            return try await example.workbench.verify(example.path(name), signers: [example.key.signer])
        }
        func review(_ results: String) -> Seal.Review {
            Seal.Review(stage: "final", run: 3, results: results, finalised: "2021-03-10")
        }
        let own = try await verification("own", review(example.assessment.manifest.results))
        #expect(own.holds, "\(own.findings)")
        #expect(own.remarks.contains { $0.hasPrefix("the seal states: stage final, run 3 ") })
        let none = try await verification("none", nil)
        #expect(none.holds && !none.remarks.contains { $0.contains("stage") })
        let other = try await verification("other", review(String(repeating: "0", count: 64)))
        #expect(
            other.findings.map(\.description).first?.hasPrefix(
                "seal.json: it states the results 000000000000… of the review, and seals ") == true)
    }

    @Test("Another key than the one that is demanded is told")
    func otherKey() async throws {
        let example = try await SealedExample()
        let bundle = try await example.seal()
        let other = SigningKey().signer
        let findings = try OpenedBundle(bundle, signers: [other]).findings
        #expect(
            findings.map(\.text) == [
                "it is signed by the key \(example.key.signer.fingerprint), which is none of those that you named with --signer"
            ])
        #expect(try OpenedBundle(bundle, signers: [other, example.key.signer]).findings.isEmpty)
    }

    @Test(
        "What is no bundle, or a seal that cannot be, is refused",
        arguments: [
            "{}", "[", "",
            #"{"seal":2,"run":{},"signer":{},"files":[]}"#,
        ])
    func refused(seal: String) async throws {
        let example = try await SealedExample()
        let bundle = try await example.seal()
        try Data(seal.utf8).write(to: URL(fileURLWithPath: bundle + "/seal.json"))
        #expect(throws: SealingError.self) { try OpenedBundle(bundle) }
        #expect(throws: SealingError.self) { try OpenedBundle(example.path("nothing")) }
        #expect(throws: SealingError.self) { try OpenedBundle(example.path("example")) }
    }
}
