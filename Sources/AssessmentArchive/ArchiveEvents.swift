internal import AssessmentCore
internal import Foundation

extension Archive {
    /// Records what happened in a review: all of the events, or none where something goes wrong.
    ///
    /// - Parameters:
    ///   - events: what happened, in order.
    ///   - reviewCase: what they belong to.
    ///   - last: the sequence of the last event of the case that whoever decided on these had seen; 0 where there was none.
    ///     Two who decide at once cannot both move the case on: the later one is told what the other did.
    /// - Returns: the events as they are archived, on the disk.
    /// - Throws: ``ArchiveFailure`` where the case has a later event by now, an event is not fit to be kept, or the file
    ///   cannot be written.
    public func append(
        _ events: [NewReviewEvent], to reviewCase: ReviewCase, after last: Int
    ) throws -> [ReviewEvent] {
        for event in events {
            if let problem = Archive.problem(of: event, reviewCase) {
                throw ArchiveFailure(.unfit, "the event ‘\(printable(event.kind))’ cannot be recorded: \(problem)")
            }
        }
        return try connection.writing { session in
            let there = try self.events(of: reviewCase, session)
            if let latest = there.last, latest.sequence != last {
                throw ArchiveFailure(
                    .movedOn,
                    "\(printable(reviewCase.assessment)) \(printable(reviewCase.period)) has moved on: "
                        + "‘\(printable(latest.event.kind))’ was recorded by \(printable(latest.event.actor)) at "
                        + "\(latest.event.recordedAt); look at it, and decide again")
            }
            guard !there.isEmpty || last == 0 else {
                throw ArchiveFailure(
                    .movedOn,
                    "‘\(path)’ has no event of \(printable(reviewCase.assessment)) \(printable(reviewCase.period)), "
                        + "where \(last) was the last one; look at it, and decide again")
            }
            return try events.map { try append($0, to: reviewCase, session) }
        }
    }

    private func append(_ event: NewReviewEvent, to reviewCase: ReviewCase, _ session: Session) throws -> ReviewEvent {
        if let run = event.run, try session.row("SELECT 1 FROM runs WHERE number = ?", [.number(run)]) == nil {
            throw ArchiveFailure(.noRun, "‘\(path)’ has no run \(run), which an event is about")
        }
        let (entry, digest) = try session.addEntry { entry, previous in
            ChainDigest.of(event, of: reviewCase, entry: entry, after: previous)
        }
        try session.execute(
            "INSERT INTO events (entry, assessment, period, run, kind, actor, date, recorded_at, payload) "
                + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                .number(entry), .text(reviewCase.assessment), .text(reviewCase.period), .optional(event.run),
                .text(event.kind), .text(event.actor), .text(event.date.description),
                .text(event.recordedAt.description), .bytes(event.payload),
            ])
        return ReviewEvent(sequence: entry, reviewCase: reviewCase, event: event, digest: digest)
    }

    private static func problem(of event: NewReviewEvent, _ reviewCase: ReviewCase) -> String? {
        let texts = [event.kind, event.actor, reviewCase.assessment, reviewCase.period]
        if texts.contains(where: \.isEmpty) { return "it lacks its kind, its actor, its assessment or its period" }
        if texts.contains(where: { $0.unicodeScalars.contains { $0.properties.generalCategory == .control } }) {
            return "a text holds a control character"
        }
        if event.payload.count > largestFile { return "what it says is larger than \(largestFile) bytes" }
        let isJSON =
            String(validating: event.payload, as: UTF8.self) != nil
            && (try? JSONSerialization.jsonObject(with: Data(event.payload), options: .fragmentsAllowed)) != nil
        return isJSON ? nil : "what it says is no JSON in UTF-8"
    }

    /// The events of a review, in the order in which they were recorded.
    ///
    /// - Throws: ``ArchiveFailure`` where one of them was altered.
    public func events(of reviewCase: ReviewCase) throws -> [ReviewEvent] {
        try connection.reading { try events(of: reviewCase, $0) }
    }

    /// The reviews that have events, by assessment and period.
    ///
    /// - Throws: ``ArchiveFailure`` where the file is damaged.
    public func reviewCases() throws -> [ReviewCase] {
        try connection.reading { session in
            try session.rows("SELECT DISTINCT assessment, period FROM events ORDER BY assessment, period").map {
                ReviewCase(assessment: try $0.text(0), period: try $0.text(1))
            }
        }
    }

    private func events(of reviewCase: ReviewCase, _ session: Session) throws -> [ReviewEvent] {
        try session.rows(
            "\(Archive.selectEvents) WHERE events.assessment = ? AND events.period = ? ORDER BY events.entry",
            [.text(reviewCase.assessment), .text(reviewCase.period)]
        ).map { try event($0, session) }
    }

    static let selectEvents = """
        SELECT events.entry, events.assessment, events.period, events.run, events.kind, events.actor, events.date, \
        events.recorded_at, events.payload, entries.digest \
        FROM events LEFT JOIN entries ON entries.sequence = events.entry
        """

    /// The event of a row, which is compared with its digest.
    func event(_ row: StoredRow, _ session: Session) throws -> ReviewEvent {
        let entry = try row.number(0)
        let altered = ArchiveFailure(
            .damaged,
            "the event \(entry) of ‘\(path)’ is not as it was recorded; ‘assess archive check’ says what is wrong, and a "
                + "copy may have it whole")
        do {
            guard let date = CalendarDate(try row.text(6)), let recordedAt = Timestamp(try row.text(7)) else {
                throw altered
            }
            let reviewCase = ReviewCase(assessment: try row.text(1), period: try row.text(2))
            let event = NewReviewEvent(
                run: try row.optionalNumber(3), kind: try row.text(4), actor: try row.text(5), date: date,
                recordedAt: recordedAt, payload: try row.bytes(8))
            let previous = try session.digest(before: entry)
            let digest = try row.text(9)
            guard ChainDigest.of(event, of: reviewCase, entry: entry, after: previous) == digest else { throw altered }
            return ReviewEvent(sequence: entry, reviewCase: reviewCase, event: event, digest: digest)
        } catch let error as ArchiveFailure where error.kind == .damaged {
            throw altered
        }
    }
}
