#if Archive
import Foundation
import Testing

@Suite("assess seal --review: the final run of a review")
struct SealedReviewTests {
    private static let seal = "seal . --output bundle --key key.pem --review r.archive"

    /// A review that is published with its first run, and a key.
    private func published() throws -> TrialReview {
        let review = try TrialReview()
        try review.publish()
        try review.assess("key new --output key.pem")
        return review
    }

    @Test("The seal of the final run states stage, run, results and day; verify and README.txt tell it")
    func final() throws {
        let review = try published()
        try review.finalise()
        let sealed = try review.assess(Self.seal).output
        let results = try #require(sealed.firstMatch(of: /\nresults ([0-9a-f]{64})\n/)).output.1
        let words = "stage final, run 1 of the review with the results \(results.prefix(12))…, finalised on 2021-03-10"
        #expect(sealed.contains("\n\(words)\n"), "\(sealed)")
        let verified = try review.assess("verify bundle --signer key.pub.pem").output
        #expect(verified.hasPrefix("bundle: everything agrees; "), "\(verified)")
        #expect(verified.contains("\nnote: the seal states: \(words)\n"), "\(verified)")
        #expect(!verified.contains("no stage"))
        let readme = try review.place.text("bundle/README.txt")
        #expect(
            readme.contains("考核阶段：final（终结），2021-03-10。本包即考核存档中第 1 次运行，结果摘要：\n  \(results)\n"))
        #expect(
            readme.contains(
                "Stage of the review: final, 2021-03-10. This is run 1 of its archive, with the results\n  \(results)\n"
            ))

        // The day is under the signature.
        let seal = try review.place.text("bundle/seal.json")
        try review.write("bundle/seal.json", seal.replacing("2021-03-10", with: "2021-03-09"))
        let altered = try review.assess("verify bundle", code: 1).output
        #expect(altered.contains("seal.json:"), "\(altered)")
        #expect(!altered.contains("finalised on 2021-03-09"))
    }

    @Test("A review that is not final is refused with its stage, and one that the archive does not hold as such")
    func notFinal() throws {
        let review = try published()
        let refused = try review.assess(Self.seal, code: 65)
        #expect(
            refused.errors.hasPrefix(
                "the review of small-review 2020 is published, not final; expected ‘assess review finalise’ first"))
        #expect(refused.errors.hasSuffix("nothing was written\n") && refused.output == "")
        try review.assess("run . -o other --archive other.archive")
        let none = try review.assess(Self.seal.replacing("r.archive", with: "other.archive"), code: 65)
        #expect(none.errors.hasPrefix("‘other.archive’ holds no review of small-review 2020"), "\(none.errors)")
        try review.assess(Self.seal.replacing("r.archive", with: "nowhere"), code: 65)
        #expect(try !review.place.names().contains("bundle"))
    }

    @Test("Results other than the final ones are refused with the input that changed; the exported run is sealed")
    func changed() throws {
        let review = try published()
        try review.finalise()
        try review.write("observations.csv", TrialReview.observations(incomes: ["340300": 40_000]))
        let refused = try review.assess(Self.seal, code: 65).errors
        #expect(refused.contains("of the final run 1; inputs changed since: observations.csv; expected "), "\(refused)")
        #expect(refused.contains("‘assess archive export r.archive 1 --output FOLDER’"))
        #expect(try !review.place.names().contains("bundle"))
        try review.assess("archive export r.archive 1 --output final")
        try review.assess(Self.seal.replacing("seal .", with: "seal final/inputs/assessment.yml"))
        #expect(try review.assess("verify bundle").output.contains("the seal states: "))
    }

    @Test("A run of a review that is sealed without --review is told to state no stage")
    func noStage() throws {
        let review = try published()
        try review.assess("seal . --output bundle --key key.pem")
        let verified = try review.assess("verify bundle").output
        #expect(verified.contains("\nnote: the seal states no stage of a review: "), "\(verified)")
        #expect(try !review.place.text("bundle/seal.json").contains("\"review\" :"))
    }
}
#endif
