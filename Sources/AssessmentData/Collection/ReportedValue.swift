public import AssessmentCore

/// A value as a filled form or file reports it, not yet held against what a collection has.
public struct ReportedValue: Sendable, Hashable {
    /// What it is of.
    public let place: CollectionContents.Value.Place
    /// The number; nothing where there is a reason.
    public let number: Double?
    /// Why there is none.
    public let reason: Reason?
    /// Where it was read, with what the reporter remarks on it.
    public let origin: Origin

    /// Creates a reported value.
    public init(place: CollectionContents.Value.Place, number: Double?, reason: Reason?, origin: Origin) {
        self.place = place
        self.number = number
        self.reason = reason
        self.origin = origin
    }

    /// Why a reporter may give no number, with the words that forms offer for it.
    public static let reasons: [Reason] = [.notSubmitted, .notApplicable, .withdrawn]
}
