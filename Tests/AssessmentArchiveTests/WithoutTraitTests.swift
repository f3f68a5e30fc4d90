#if !Archive
import AssessmentArchive
import Testing

@Suite("A build without the trait Archive")
struct WithoutTraitTests {
    @Test("An archive is neither read nor written nor created, and the message says what to build with")
    func refused() throws {
        let place = try Place()
        let attempts: [() throws -> Void] = [
            { _ = try Archive(reading: place.path()) }, { _ = try Archive(writing: place.path()) },
            { try Archive.check(writing: place.path()) },
        ]
        for attempt in attempts {
            let failure = #expect(throws: ArchiveFailure.self) { try attempt() }
            #expect(failure?.kind == .notBuilt)
            #expect(
                failure?.description
                    == "this build has no archive; build with --traits Archive (system library libsqlite3-dev)")
        }
        #expect(!Archive.isAvailable)
        #expect(try place.names() == [])
    }
}
#endif
