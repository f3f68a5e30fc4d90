public import AssessmentArchive
public import AssessmentCore
internal import Foundation

/// The acts of one review as an archive keeps them, and what they amount to.
public struct ReviewRecord: Sendable {
    /// What is reviewed, and for which period.
    public let reviewCase: ReviewCase
    /// The acts, the first one first, with when each was recorded.
    public let acts: [(act: RecordedAct, recordedAt: Timestamp)]
    /// The state after them.
    public let state: ReviewState
    private let lastSequence: Int

    /// Reads the acts of a review.
    ///
    /// - Throws: `ArchiveFailure` where the archive cannot be read; ``ReviewRefusal`` where its acts do not follow upon each
    ///   other, as after a forgery.
    public init(_ archive: Archive, _ reviewCase: ReviewCase) throws {
        let events = try archive.events(of: reviewCase)
        acts = try events.map { event in
            guard let act = try? JSONDecoder().decode(ReviewAct.self, from: Data(event.event.payload)),
                act.word == event.event.kind
            else {
                throw ReviewRefusal(
                    "the entry \(event.sequence) of the archive is no act of a review that this version knows")
            }
            return (
                RecordedAct(act, by: event.event.actor, on: event.event.date.description), event.event.recordedAt
            )
        }
        state = try ReviewState(acts.map(\.act))
        lastSequence = events.last?.sequence ?? 0
        self.reviewCase = reviewCase
    }

    /// The state that an act would lead to, of which nothing is recorded.
    ///
    /// - Parameter today: the day on which it would be recorded; no act may be of a later one, which would keep out every
    ///   act until then.
    /// - Throws: ``ReviewRefusal`` where it is not possible.
    public func state(
        after act: ReviewAct, by actor: String, on date: CalendarDate, today: CalendarDate
    ) throws(ReviewRefusal) -> ReviewState {
        if date > today {
            throw ReviewRefusal("the act of \(date) lies in the future; expected a day up to \(today)")
        }
        var state = state
        try state.apply(RecordedAct(act, by: actor, on: date.description))
        return state
    }

    /// Records an act, where it is possible after those before and nobody else has acted since they were read.
    ///
    /// - Parameters:
    ///   - act: the act.
    ///   - actor: the id of who did it.
    ///   - date: the day on which it was done.
    ///   - time: the present moment.
    ///   - today: the present day where it was done.
    ///   - archive: the archive that the acts were read from.
    /// - Throws: ``ReviewRefusal`` where it is not possible; `ArchiveFailure` where somebody else came first, or the archive
    ///   cannot be written.
    @discardableResult
    public func record(
        _ act: ReviewAct, by actor: String, on date: CalendarDate, at time: Timestamp, today: CalendarDate,
        in archive: Archive
    ) throws -> ReviewState {
        let state = try self.state(after: act, by: actor, on: date, today: today)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let run: Int? =
            switch act {
            case .publish(let run, _, _), .amend(let run, _, _, _, _): run
            default: nil
            }
        _ = try archive.append(
            [
                NewReviewEvent(
                    run: run, kind: act.word, actor: actor, date: date, recordedAt: time,
                    payload: [UInt8](try encoder.encode(act)))
            ], to: reviewCase, after: lastSequence)
        return state
    }
}

extension Archive {
    /// The digest of the sealed scheme that a run was computed under; empty where its specification names none.
    ///
    /// - Throws: `ArchiveFailure` where a file cannot be read.
    public func schemeDigest(of run: ArchivedRun) throws -> String {
        for file in run.files where file.role == .specification && file.path.lowercased().hasSuffix(".json") {
            if let scheme = try? SealedScheme(try bytes(of: file, in: run), file: file.path) { return scheme.sha256 }
        }
        return ""
    }
}
