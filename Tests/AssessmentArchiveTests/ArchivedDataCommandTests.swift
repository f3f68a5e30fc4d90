#if Archive
import AssessmentArchive
import Foundation
import Testing

@Suite("collect, check, sample and run with --archive, and assess archive data")
struct ArchivedDataCommandTests {
    private static let specification = """
        assessment:
          id: trial
          kind: evaluation
          title: { zh: 试, en: Trial }
          period: 2020
        units: { file: units.csv, code: code, name: name }
        plugins: [ConsumptionFoundation]
        data: [{ collection: collected }]
        framework:
          weights: relative
          evaluate: raw
          missing: { otherwise: renormalise }
          indicators: [{ id: income, value: urban_disposable_income, weight: 1 }]
        exports: [json]

        """

    /// A folder with a specification, and reports of three units.
    private func trial() throws -> Place {
        let place = try Place()
        try place.write(Self.specification.utf8, to: "assessment.yml")
        try place.write("code,name\na,A\nb,B\nc,C\n".utf8, to: "units.csv")
        try report(place, "first.csv", ["a": 41_000, "b": 42_000, "c": 43_000])
        try report(place, "second.csv", ["b": 42_100])
        return place
    }

    private func report(_ place: Place, _ name: String, _ numbers: [String: Int]) throws {
        let rows = numbers.sorted { $0.key < $1.key }.map { "\($0.key),urban_disposable_income,2020,\($0.value)\n" }
        try place.write(("unit,variable,period,value\n" + rows.joined()).utf8, to: name)
    }

    @discardableResult
    private func assess(_ place: Place, _ words: String, code: Int32 = 0) throws -> (output: String, errors: String) {
        let ended = try Program("assess", words.split(separator: " ").map(String.init), in: place.url).end()
        #expect(ended.code == code, "\(words): \(ended.output)\(ended.errors)")
        return (ended.output, ended.errors)
    }

    @Test("From a run one goes to the revision, and from there to the file that was handed in")
    func fromRunToIntake() throws {
        let place = try trial()
        let first = try assess(place, "collect . first.csv --archive data.archive").output
        #expect(first.contains("\nstored as record 1 of data.archive, with the digest "), "\(first)")
        let second = try assess(place, "collect . second.csv --archive data.archive").output
        #expect(second.contains("\nstored as record 2 of data.archive, with the digest "), "\(second)")
        #expect(
            try assess(place, "collect . second.csv --archive data.archive").output.hasSuffix(
                "nothing new for data.archive\n"))
        try assess(place, "run . --output out --archive data.archive")
        let result = try place.text("out/result.json")
        #expect(result.contains("\"collections\":[{\"folder\":\"collected\",\"revision\":2}]"))
        let show = try assess(place, "archive show data.archive 1").output
        #expect(show.contains("collection  revision 2 of collected, record 2 of this archive\n"), "\(show)")
        let record = try assess(place, "archive data show data.archive 2").output
        for line in ["collection  collected", "revision    2", "file        second.csv", "brought     1 values"] {
            #expect(record.split(separator: "\n").contains(Substring(line)), "\(line): \(record)")
        }
        let export = try assess(place, "archive data export data.archive 2 --output then").output
        #expect(export == "5 files written: revision 2 of collected: second.csv, 1 values\n")
        for path in ["digests.csv", "files.csv", "observations.csv"] {
            #expect(try place.bytes("then/\(path)") == place.bytes("collected/\(path)"))
        }
        let originals = try FileManager.default.contentsOfDirectory(atPath: place.path("then/originals"))
        #expect(
            try Set(originals.map { try place.text("then/originals/\($0)") })
                == [try place.text("first.csv"), try place.text("second.csv")])
        // The exported folder is a collection: the run can be made again from it.
        try FileManager.default.removeItem(atPath: place.path("collected"))
        try FileManager.default.moveItem(atPath: place.path("then"), toPath: place.path("collected"))
        try assess(place, "run . --output again")
        #expect(try place.bytes("again/result.json") == place.bytes("out/result.json"))
        #expect(
            try assess(place, "archive check data.archive").output.hasPrefix(
                "as stored: runs 1, events 0, records of data 2, "))
    }

    @Test("Checks, a sample and findings are kept with what they rest on, and listed in order")
    func checksAndFindings() throws {
        let place = try trial()
        try assess(place, "collect . first.csv second.csv --archive data.archive")
        try assess(place, "check . --archive data.archive")
        let options = "--share 100% --seed 2021-06-01 --archive data.archive"
        try assess(place, "sample . --output sample \(options)")
        // 42,100 was reported of b, and 42,200 was found.
        let lines = try place.text("sample/findings.csv").split(separator: "\n").map(String.init)
        let filled =
            [lines[0]]
            + lines.dropFirst().map { line in
                String(line.dropLast(4)) + (line.hasPrefix("b,") ? ",42200,wrong,ledger," : ",,confirmed,,")
            }
        try place.write((filled.joined(separator: "\n") + "\n").utf8, to: "filled.csv")
        let found = try assess(place, "sample findings . --findings filled.csv --output corrections \(options)").output
        #expect(found.contains("1 of 3 values are wrong"))
        #expect(found.contains("stored as record 5 of data.archive"))
        let list = try assess(place, "archive data list data.archive").output.split(separator: "\n")
        #expect(list.map { $0.split(separator: " ")[0] } == ["record", "1", "2", "3", "4", "5"])
        for (line, end) in zip(
            list.dropFirst(),
            [
                "revision 1 of collected: first.csv, 3 values", "revision 2 of collected: second.csv, 1 values",
                " cases",
                "3 of 3 values, seed 2021-06-01, share 100.00%", "on sample 4: 1 wrong and 0 unverifiable of 3 values",
            ])
        { #expect(line.hasSuffix(end), "\(line)") }
        for number in 3...5 {
            let shown = try assess(place, "archive data show data.archive \(number)").output
            #expect(shown.contains("revision 2 of collected, record 2 of this archive"), "\(shown)")
        }
        try assess(place, "archive data export data.archive 5 --output findings")
        #expect(try place.bytes("findings/originals/findings.csv") == place.bytes("filled.csv"))
        #expect(try place.bytes("findings/corrections.csv") == place.bytes("corrections/corrections.csv"))
        try assess(place, "check findings/inputs")
        // What was found comes back as a correction, the next revision.
        let corrected = try assess(place, "collect . corrections/corrections.csv --archive data.archive").output
        #expect(corrected.contains("stored as record 6 of data.archive"))
        #expect(try assess(place, "archive list data.archive").output.hasPrefix("no runs\nrecords of data: 6; "))
        try assess(place, "archive check data.archive")
    }

    @Test("Findings on a sample that was not stored before are refused")
    func noSample() throws {
        let place = try trial()
        try assess(place, "collect . first.csv --archive data.archive")
        try assess(place, "sample . --share 100% --seed 1 --output sample")
        let filled = try place.text("sample/findings.csv").split(separator: "\n").enumerated().map { index, line in
            index == 0 ? String(line) : String(line.dropLast(4)) + ",,confirmed,,"
        }
        try place.write((filled.joined(separator: "\n") + "\n").utf8, to: "filled.csv")
        let refused = try assess(
            place, "sample findings . --share 100% --seed 1 --findings filled.csv --archive data.archive", code: 65)
        #expect(refused.errors.contains("‘data.archive’ keeps no sample with this seed and share"), "\(refused.errors)")
        #expect(try Archive(reading: place.path("data.archive")).dataRecords().count == 1)
    }

    @Test("A run stores the revisions of a collection that was begun without an archive")
    func begunWithout() throws {
        let place = try trial()
        try assess(place, "collect . first.csv second.csv")
        try assess(place, "run . --output out --archive data.archive")
        let archive = try Archive(reading: place.path("data.archive"))
        #expect(try archive.dataRecords().map { $0.revision?.revision } == [1, 2])
        #expect(try archive.runs().count == 1)
        #expect(try archive.check().problems == [])
    }

    @Test(
        "A collection whose files were altered, put in another order, cut or set back is not taken for the archived one"
    )
    func attacks() throws {
        let place = try trial()
        try assess(place, "collect . first.csv --archive data.archive")
        let early = try ["files.csv", "observations.csv"].map { ($0, try place.text("collected/\($0)")) }
        try assess(place, "collect . second.csv --archive data.archive")
        let late = try ["files.csv", "observations.csv"].map { ($0, try place.text("collected/\($0)")) }
        let digests = try place.text("collected/digests.csv")
        let values = late[1].1
        let lines = values.split(separator: "\n").map(String.init)
        let swapped = ([lines[0], lines[2], lines[1]] + lines[3...]).joined(separator: "\n") + "\n"
        for (files, told) in [
            ([("observations.csv", values.replacing("income,2020,43000", with: "income,2020,43100"))], nil),
            ([("observations.csv", swapped)], nil),
            ([("observations.csv", lines.dropLast().joined(separator: "\n") + "\n")], nil),
            ([("files.csv", late[0].1.replacing("first.csv", with: "third.csv"))], nil),
            (early, "it has 1 revisions, where ‘data.archive’ keeps 2: the later ones were taken away"),
        ] as [([(String, String)], String?)] {
            for (name, text) in late + files { try place.write(text.utf8, to: "collected/\(name)") }
            try place.write(digests.utf8, to: "collected/digests.csv")
            let alone = try assess(place, "run . --output out", code: 65)
            #expect(
                alone.errors.contains("the file was altered") || alone.errors.contains("lists no such revision"),
                "\(alone.errors)")
            // Who takes the digests away as well meets the archive.
            try FileManager.default.removeItem(atPath: place.path("collected/digests.csv"))
            let told = told ?? "‘digests.csv’ does not begin with"
            for command in [
                "run . --output out --archive data.archive", "check . --archive data.archive",
                "collect . third.csv --archive data.archive",
            ] {
                try report(place, "third.csv", ["a": 41_100])
                let refused = try assess(place, command, code: 65)
                #expect(refused.errors.contains(told), "\(command): \(refused.errors)")
            }
            #expect(!FileManager.default.fileExists(atPath: place.path("out")))
        }
        #expect(try Archive(reading: place.path("data.archive")).dataRecords().count == 2)
        // The archive has it as it was.
        try FileManager.default.removeItem(atPath: place.path("collected"))
        try assess(place, "archive data export data.archive 2 --output collected")
        try assess(place, "run . --output out --archive data.archive")
    }

    @Test("A file that was taken in and is gone, or was altered, cannot be stored, and is named")
    func originals() throws {
        let place = try trial()
        try assess(place, "collect . first.csv")
        let names = try FileManager.default.contentsOfDirectory(atPath: place.path("collected/originals"))
        let original = "collected/originals/\(names[0])"
        try place.write("x".utf8, to: original)
        let altered = try assess(place, "run . --output out --archive data.archive", code: 65)
        #expect(
            altered.errors.contains("\(original):1:1: the file was altered since it was taken in"), "\(altered.errors)")
        try FileManager.default.removeItem(atPath: place.path(original))
        let gone = try assess(place, "run . --output out --archive data.archive", code: 65)
        #expect(gone.errors.contains("the file ‘first.csv’ of revision 1 is not in"), "\(gone.errors)")
        #expect(!FileManager.default.fileExists(atPath: place.path("data.archive")))
    }

    @Test("Without an archive nothing is stored, and there is none")
    func without() throws {
        let place = try trial()
        try assess(place, "collect . first.csv")
        try assess(place, "check .")
        #expect(try place.names().filter { $0.hasSuffix(".archive") } == [])
        let none = try assess(place, "archive data list data.archive", code: 65)
        #expect(none.errors.contains("there is no archive ‘data.archive’"))
        _ = try Archive(writing: place.path("data.archive"))
        #expect(try assess(place, "archive data list data.archive").output == "no records of data\n")
        let absent = try assess(place, "archive data show data.archive 1", code: 64)
        #expect(absent.errors.contains("‘data.archive’ has no record 1 of data"))
    }
}
#endif
