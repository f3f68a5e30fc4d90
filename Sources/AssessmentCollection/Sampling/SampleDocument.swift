internal import AssessmentCore
internal import Foundation

/// What a sample was drawn by and from: `sample.json`. Whoever has the seed, the share and the revision draws it again.
struct SampleDocument: Encodable {
    struct Unsampled: Encodable {
        let group: String
        let pillar: String
        let registers: [String]
    }

    let seed: String
    let share: Double
    let revision: Int?
    let values: Int
    let drawn: Int
    let notSampled: [Unsampled]

    init(_ sample: VerificationSample) {
        (seed, share, revision) = (sample.seed, sample.share, sample.revision)
        values = sample.strata.reduce(0) { $0 + $1.size }
        drawn = sample.draws.count
        notSampled = sample.unsampled.map { Unsampled(group: $0.group, pillar: $0.pillar, registers: $0.registers) }
    }

    /// The document in UTF-8, ended by a line feed.
    var bytes: [UInt8] { SampleDocument.bytes(of: self) }

    /// A document of texts, finite numbers and lists, its keys in order.
    static func bytes(of document: some Encodable) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        // There is nothing in it that could not be encoded.
        return ((try? encoder.encode(document)).map { [UInt8]($0) } ?? []) + [UInt8(ascii: "\n")]
    }
}
