/// What is done in a review, one act after another (考核程序).
public enum ReviewAct: Sendable, Hashable, Codable {
    /// What came of the verification of a unit's figures.
    public enum Finding: String, Sendable, Hashable, Codable, CaseIterable {
        /// The figures hold.
        case confirmed
        /// Figures were corrected; the corrections are in the input files of the next run.
        case corrected
    }

    /// What was decided on an objection.
    public enum Decision: String, Sendable, Hashable, Codable, CaseIterable {
        /// It is right; a run with changed input files follows.
        case upheld
        /// It is right in part; a run with changed input files follows.
        case partly
        /// It is not right.
        case rejected
    }

    /// What a run changes besides what was decided.
    public struct OtherChanges: Sendable, Hashable, Codable {
        /// Why.
        public let reason: String
        /// Where: units with nodes, and what is of no unit.
        public let places: [String]

        /// Creates it.
        public init(reason: String, places: [String]) {
            self.reason = reason
            self.places = places
        }
    }

    /// The scheme is issued, with the terms of the procedure and the units that are reviewed.
    case issue(scheme: String, authority: String, document: String, terms: ReviewTerms, units: [String])
    /// The scheme is revised.
    case revise(scheme: String, authority: String, document: String, reason: String)
    /// A unit hands in its self-report (自评).
    case selfReport(unit: String, evidence: String)
    /// Somebody who does not belong to the unit verifies its figures (复核).
    case verify(unit: String, finding: Finding, note: String)
    /// A run is published for comment (公示).
    case publish(run: Int, scheme: String, results: String)
    /// A unit objects to cells of the published run (申诉).
    case appeal(unit: String, cells: [String], objection: String, evidence: String)
    /// An objection, by its number, is decided.
    case decide(appeal: Int, decision: Decision, reason: String, authority: String)
    /// A run that follows from decisions takes the place of the published one; the codes of the units whose total, rank or
    /// grade it changed; what it changes besides what was decided, where it does.
    case amend(run: Int, scheme: String, results: String, changed: [String], others: OtherChanges? = nil)
    /// The result is approved (审定).
    case approve(authority: String, document: String)
    /// The review is closed, and its run frozen.
    case finalise

    /// The word for the act.
    public var word: String {
        switch self {
        case .issue: "issue"
        case .revise: "revise"
        case .selfReport: "self-report"
        case .verify: "verify"
        case .publish: "publish"
        case .appeal: "appeal"
        case .decide: "decide"
        case .amend: "amend"
        case .approve: "approve"
        case .finalise: "finalise"
        }
    }
}

/// An act with who did it and when.
public struct RecordedAct: Sendable, Hashable {
    /// The act.
    public let act: ReviewAct
    /// Who did it.
    public let actor: String
    /// The day, as `2021-03-01`.
    public let date: String

    /// Creates it.
    public init(_ act: ReviewAct, by actor: String, on date: String) {
        self.act = act
        self.actor = actor
        self.date = date
    }
}

/// Why an act is not possible now, and what to do.
public struct ReviewRefusal: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong, and what was expected.
    public let description: String

    /// Creates it.
    public init(_ description: String) { self.description = description }
}
