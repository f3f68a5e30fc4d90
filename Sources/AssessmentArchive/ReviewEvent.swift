public import AssessmentCore

/// What the events of a review belong to: one assessment in one period.
public struct ReviewCase: Sendable, Hashable {
    /// The id of the assessment.
    public let assessment: String
    /// The assessed period.
    public let period: String

    /// Creates a case.
    public init(assessment: String, period: String) {
        self.assessment = assessment
        self.period = period
    }
}

/// Something that happened in a review, as a person recorded it; what it means is for the procedure to say.
public struct NewReviewEvent: Sendable, Hashable {
    /// The number of the run that it is about, where it is about one.
    public let run: Int?
    /// The word for what happened.
    public let kind: String
    /// Who did it.
    public let actor: String
    /// The day on which it was done.
    public let date: CalendarDate
    /// When it was recorded.
    public let recordedAt: Timestamp
    /// What more is to be said of it, as JSON in UTF-8.
    public let payload: [UInt8]

    /// Creates an event.
    public init(
        run: Int? = nil, kind: String, actor: String, date: CalendarDate, recordedAt: Timestamp,
        payload: [UInt8] = Array("{}".utf8)
    ) {
        self.run = run
        self.kind = kind
        self.actor = actor
        self.date = date
        self.recordedAt = recordedAt
        self.payload = payload
    }
}

/// An event of a review that an archive keeps.
public struct ReviewEvent: Sendable, Hashable {
    /// Its place among all that the archive keeps, runs among them: later ones have larger numbers.
    public let sequence: Int
    /// What it belongs to.
    public let reviewCase: ReviewCase
    /// What was recorded.
    public let event: NewReviewEvent
    /// The SHA-256 of this event and of all that was stored before it: see ``Archive``.
    public let digest: String
}
