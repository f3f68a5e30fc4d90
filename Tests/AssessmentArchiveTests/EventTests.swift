#if Archive
@testable import AssessmentArchive
import AssessmentCore
import Testing

@Suite("Events of reviews")
struct EventTests {
    private let reviewCase = TrialRun.reviewCase

    @Test("Events come back in order, each review with its own, numbered among all entries")
    func order() throws {
        let place = try Place()
        let archive = try Archive(writing: place.path())
        let other = ReviewCase(assessment: "trial", period: "2021")
        #expect(try archive.events(of: reviewCase) == [])
        #expect(try archive.reviewCases() == [])
        let first = try archive.append([TrialRun.event("opened")], to: reviewCase, after: 0)
        _ = try archive.store(TrialRun.new(), at: TrialRun.morning(1))
        let second = try archive.append([TrialRun.event("opened")], to: other, after: 0)
        let third = try archive.append(
            [TrialRun.event("computed", run: 1), TrialRun.event("published", run: 1)], to: reviewCase, after: 1)
        #expect((first + second + third).map(\.sequence) == [1, 3, 4, 5])
        let read = try Archive(reading: place.path())
        #expect(try read.events(of: reviewCase) == first + third)
        #expect(try read.events(of: other) == second)
        #expect(try read.reviewCases() == [reviewCase, other])
        #expect(third[1].event == (try TrialRun.event("published", run: 1)))
        #expect(try archive.check().events == 4)
    }

    @Test("Who decides on what has changed in the meantime is told, and nothing is recorded")
    func movedOn() throws {
        let place = try Place()
        let (one, other) = (try Archive(writing: place.path()), try Archive(writing: place.path()))
        _ = try one.append([TrialRun.event("opened")], to: reviewCase, after: 0)
        _ = try other.append([TrialRun.event("accepted", by: "考核办")], to: reviewCase, after: 1)
        for last in [0, 1, 7] {
            let failure = #expect(throws: ArchiveFailure.self) {
                try one.append([TrialRun.event("refused")], to: reviewCase, after: last)
            }
            #expect(failure?.kind == .movedOn)
            #expect(
                failure?.description
                    == "trial 2020 has moved on: ‘accepted’ was recorded by 考核办 at 2021-03-02T01:00:00Z; look at it, "
                    + "and decide again")
        }
        let failure = #expect(throws: ArchiveFailure.self) {
            try one.append([TrialRun.event("x")], to: ReviewCase(assessment: "trial", period: "2021"), after: 4)
        }
        #expect(failure?.kind == .movedOn)
        #expect(try one.events(of: reviewCase).map(\.event.kind) == ["opened", "accepted"])
    }

    @Test("Of many who decide at once on the same state, one succeeds")
    func race() async throws {
        let place = try Place()
        _ = try Archive(writing: place.path())
        let path = place.path()
        let event = try TrialRun.event("decided")
        let successes = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<12 {
                group.addTask {
                    (try? Archive(writing: path).append([event], to: TrialRun.reviewCase, after: 0)) != nil
                }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(successes == 1)
        #expect(try Archive(reading: path).events(of: reviewCase).count == 1)
    }

    @Test("Of several events either all are recorded or none, and what is wrong is said")
    func unfit() throws {
        let place = try Place()
        let archive = try Archive(writing: place.path())
        func message(_ event: NewReviewEvent) throws -> String? {
            let failure = #expect(throws: ArchiveFailure.self) {
                try archive.append([TrialRun.event("opened"), event], to: reviewCase, after: 0)
            }
            return failure?.description
        }
        #expect(
            try message(TrialRun.event("computed", run: 1))
                == "‘\(place.path())’ has no run 1, which an event is about")
        #expect(
            try message(TrialRun.event("a\nb"))
                == "the event ‘a b’ cannot be recorded: a text holds a control character")
        #expect(
            try message(TrialRun.event("opened", by: ""))
                == "the event ‘opened’ cannot be recorded: it lacks its kind, its actor, its assessment or its period")
        let day = try #require(CalendarDate("2021-03-02"))
        for payload: [UInt8] in [Array("{".utf8), [0xFF], []] {
            let event = NewReviewEvent(
                kind: "noted", actor: "a", date: day, recordedAt: try TrialRun.morning(2), payload: payload)
            #expect(try message(event) == "the event ‘noted’ cannot be recorded: what it says is no JSON in UTF-8")
        }
        #expect(
            try archive.check()
                == ArchiveCheck(runs: 0, events: 0, records: 0, files: 0, size: 0, digest: "", problems: []))
    }
}
#endif
