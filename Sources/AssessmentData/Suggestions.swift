internal import AssessmentCore

/// The nearest known name to each wrong one, looked for once however often the mistake is repeated.
struct Suggestions {
    private let known: [String]
    private var found: [String: String?] = [:]

    init(_ known: [String]) {
        self.known = known
    }

    /// The nearest known name, where one is near enough to be meant.
    mutating func nearest(to name: String) -> String? {
        if let nearest = found[name] { return nearest }
        let nearest = nearestMatch(to: name, among: known)
        found[name] = nearest
        return nearest
    }
}
