internal import AssessmentCore

/// Something in a bundle that is not as it was sealed, or not as it is computed.
public struct Finding: Sendable, Hashable, CustomStringConvertible {
    /// The file, with line and column where they are known; or the node and step.
    public let place: String
    /// What differs there.
    public let text: String

    /// Creates a finding; what comes from the bundle is made printable.
    public init(_ place: String, _ text: String) {
        self.place = printable(place)
        self.text = printable(text)
    }

    /// The place and what differs, as one line.
    public var description: String { "\(place): \(text)" }
}
