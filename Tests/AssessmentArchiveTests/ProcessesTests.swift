#if Archive
import AssessmentArchive
import Foundation
import Testing

@Suite("Archives that several processes use, and that processes die on", .serialized)
struct ProcessesTests {
    @Test("Processes that store at once, the first of them creating the archive, lose nothing")
    func together() throws {
        let place = try Place()
        let writers = try ["a", "b", "c"].map { try Program("archive-writer", [place.path(), "12", $0]) }
        let ends = try writers.map { try $0.end() }
        for end in ends { #expect(end.code == 0, "\(end.errors)") }
        #expect(try place.names() == ["runs.archive"])
        let archive = try Archive(reading: place.path())
        let runs = try archive.runs()
        #expect(runs.map(\.number) == Array(1...36))
        for writer in ["a", "b", "c"] { #expect(runs.count { $0.assessment == writer } == 12) }
        let reported = ends.flatMap { $0.output.split(separator: "\n").map(String.init) }
        #expect(Set(reported) == Set(runs.map { "\($0.number) \($0.digest)" }))
        #expect(try archive.check().problems == [])
    }

    @Test("A reader sees whole runs while another process stores")
    func reading() throws {
        let place = try Place()
        _ = try Archive(writing: place.path())
        let writer = try Program("archive-writer", [place.path(), "15", "w"])
        var counts: [Int] = []
        repeat {
            let archive = try Archive(reading: place.path())
            let runs = try archive.runs()
            for run in runs.suffix(1) { _ = try archive.export(run) }
            #expect(try archive.check().problems == [])
            counts.append(runs.count)
        } while counts.last ?? 0 < 15 && counts.count < 5_000
        #expect(try writer.end().code == 0)
        #expect(counts == counts.sorted())
        #expect(counts.last == 15)
    }

    @Test(
        "After a process was killed at any moment, every run that it reported is there whole, and nothing else is wrong"
    )
    func killed() throws {
        var (place, reported) = (try Place(), [String]())
        for round in 0..<36 {
            // Every ninth time the archive itself is being created.
            if round % 9 == 0 { (place, reported) = (try Place(), []) }
            let writer = try Program("archive-writer", [place.path(), "100000", "round-\(round)"])
            // From before the first run to some runs later, at moments that do not repeat.
            Thread.sleep(forTimeInterval: 0.012 + Double(round * 37 % 101) * 0.003)
            try writer.stop()
            let lines = try writer.output().split(separator: "\n", omittingEmptySubsequences: false)
            reported += lines.dropLast().map(String.init)
            guard FileManager.default.fileExists(atPath: place.path()) else {
                #expect(reported == [])
                continue
            }
            let archive = try Archive(reading: place.path())
            let runs = try archive.runs()
            #expect(Set(reported).isSubset(of: runs.map { "\($0.number) \($0.digest)" }), "round \(round)")
            // One run at most was stored and not reported any more.
            #expect(runs.count <= reported.count + round % 9 + 1)
            for run in runs { #expect(try archive.export(run).count == 4) }
            #expect(try archive.check().problems == [], "round \(round)")
        }
    }
}
#endif
