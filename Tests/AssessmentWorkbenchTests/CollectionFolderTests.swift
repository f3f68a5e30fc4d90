import AssessmentCore
import AssessmentData
import AssessmentWorkbench
import ConsumptionFoundation
import Foundation
import Testing

@Suite("Revisions are put behind what a collection holds, and an intake that is cut off counts for nothing")
struct CollectionFolderTests {
    private static let specification = """
        assessment: { id: trial, kind: evaluation, title: { zh: 试, en: Trial }, period: 2020 }
        units: { file: units.csv, code: code, name: name }
        plugins: [ConsumptionFoundation]
        data: [{ collection: collected }]
        framework:
          weights: relative
          evaluate: raw
          missing: { otherwise: renormalise }
          indicators: [{ id: income, value: urban_disposable_income, weight: 1 }]

        """
    private static let units = "code,name\na,A\nb,B\n"

    private func trial() throws -> TemporaryAssessment {
        try TemporaryAssessment(["assessment.yml": Self.specification, "units.csv": Self.units])
    }

    private func workbench() throws -> Workbench { try Workbench(plugins: [ConsumptionFoundation()]) }

    private func run(_ trial: TemporaryAssessment) async throws -> CompletedAssessment {
        let workbench = try workbench()
        return try await workbench.run(try await workbench.load(trial.folder.path))
    }

    /// Takes in a file in which each unit reports a number; gives the number of the last revision then.
    @discardableResult
    private func collect(_ trial: TemporaryAssessment, _ numbers: [Int], note: String = "") async throws -> Int {
        let rows = zip(["a", "b"], numbers).map { "\($0),urban_disposable_income,2020,\($1),,\"\(note)\"\n" }
        let text = "unit,variable,period,value,status,note\n" + rows.joined()
        let workbench = try workbench()
        let loaded = try await workbench.load(trial.folder.path, collecting: true)
        let outcome = try workbench.collect([("report-\(numbers[0]).csv", Array(text.utf8))], into: loaded)
        #expect(outcome.refused.map(\.problems.description) == [])
        return try #require(read(trial, "files.csv")).count { $0 == UInt8(ascii: "\n") } - 1
    }

    private func read(_ trial: TemporaryAssessment, _ path: String) -> [UInt8]? {
        FileManager.default.contents(atPath: trial.folder.appendingPathComponent("collected/\(path)").path).map {
            [UInt8]($0)
        }
    }

    private func write(_ trial: TemporaryAssessment, _ path: String, _ bytes: [UInt8]) throws {
        try Data(bytes).write(to: trial.folder.appendingPathComponent("collected/\(path)"))
    }

    private func remove(_ trial: TemporaryAssessment, _ path: String) throws {
        try FileManager.default.removeItem(at: trial.folder.appendingPathComponent("collected/\(path)"))
    }

    private func number(_ trial: TemporaryAssessment, of path: String) throws -> Int {
        let path = trial.folder.appendingPathComponent("collected/\(path)").path
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return try #require(attributes[.systemFileNumber] as? Int)
    }

    @Test("A value that another data file holds is not taken in, and the message names both places")
    func heldElsewhere() async throws {
        let trial = try TemporaryAssessment([
            "assessment.yml": Self.specification.replacing("period: 2020", with: "period: 2020, history: 2019")
                .replacing(
                    "[{ collection: collected }]", with: "[{ collection: collected }, { observations: own.csv }]"),
            "units.csv": Self.units,
            "own.csv": "variable,unit,period,value,status,source,note\nurban_disposable_income,a,2019,5,,s,\n",
        ])
        let workbench = try workbench()
        let loaded = try await workbench.load(trial.folder.path, collecting: true)
        let text = "unit,variable,period,value,status,note\na,urban_disposable_income,2019,6,,\n"
        let outcome = try workbench.collect([("report.csv", Array(text.utf8))], into: loaded)
        let told = try #require(outcome.refused.first).problems.description
        #expect(told.contains("report.csv:2:1: ‘urban_disposable_income’ of a in 2019 is in ‘own.csv’, row 2, already"))
        #expect(read(trial, "files.csv") == nil)
    }

    @Test("A revision leaves the file of values where it is and puts rows behind; no mark stays")
    func appended() async throws {
        let trial = try trial()
        #expect(try await collect(trial, [1, 2]) == 1)
        let (before, number) = (
            try #require(read(trial, "observations.csv")), try number(trial, of: "observations.csv")
        )
        #expect(try await collect(trial, [1, 3], note: "第一行\n第二行") == 2)
        let after = try #require(read(trial, "observations.csv"))
        #expect(after.starts(with: before) && after.count > before.count)
        #expect(try self.number(trial, of: "observations.csv") == number)
        #expect(read(trial, ".adding") == nil)
        let assessment = try await run(trial)
        #expect(assessment.score("income", "b") == 3)
        #expect(assessment.manifest.collections == [Manifest.Collection(folder: "collected", revision: 2)])
    }

    @Test(
        "An intake that is cut off anywhere before its list is written is passed over by runs and made again by the next"
    )
    func cutOff() async throws {
        let trial = try trial()
        try await collect(trial, [1, 2])
        let (values, list) = (try #require(read(trial, "observations.csv")), try #require(read(trial, "files.csv")))
        try await collect(trial, [1, 3], note: "第一行\n第二行")
        let (allValues, wholeList) = (read(trial, "observations.csv"), read(trial, "files.csv"))
        let added = try #require(allValues).dropFirst(values.count)
        let mark = CollectionMark(revision: 1, sizes: ["observations.csv": values.count])
        // Every number of bytes that could be on the disk, and what a disk may have put in the place of the rest.
        let rests = added.indices.map { Array(added[..<$0]) } + [Array(added), [0, 0, 0, 0], Array("\"".utf8), [0xFF]]
        for rest in rests {
            try write(trial, "observations.csv", values + rest)
            try write(trial, "files.csv", list)
            try write(trial, ".adding", mark.bytes)
            let assessment = try await run(trial)
            #expect(assessment.score("income", "b") == 2)
            #expect(assessment.manifest.collections.map(\.revision) == [1])
            // What the manifest names is what counts.
            let input = assessment.manifest.inputs.first { $0.file == "collected/observations.csv" }
            #expect(input?.sha256 == sha256(values))
            #expect(try await collect(trial, [1, 3], note: "第一行\n第二行") == 2)
            #expect(read(trial, "observations.csv") == allValues, "\(rest.count) bytes")
            #expect(read(trial, "files.csv") == wholeList)
            #expect(read(trial, ".adding") == nil)
        }
    }

    @Test("A first intake that is cut off leaves a collection that has taken in nothing")
    func firstCutOff() async throws {
        let trial = try trial()
        try await collect(trial, [1, 2])
        let (values, list) = (try #require(read(trial, "observations.csv")), read(trial, "files.csv"))
        try remove(trial, "files.csv")
        try write(trial, "observations.csv", Array(values.dropLast(5)))
        try write(trial, ".adding", CollectionMark(revision: 0, sizes: [:]).bytes)
        let refusal = try await #require(throws: DiagnosticList.self) { try await run(trial) }
        #expect(refusal.description.contains("the collection ‘collected’ has taken in nothing yet"))
        #expect(try await collect(trial, [1, 2]) == 1)
        #expect(read(trial, "observations.csv") == values)
        #expect(read(trial, "files.csv") == list)
    }

    @Test("An intake that was cut off when all was done but for taking away its mark counts")
    func doneButForMark() async throws {
        let trial = try trial()
        try await collect(trial, [1, 2])
        let values = try #require(read(trial, "observations.csv"))
        try await collect(trial, [1, 3])
        let all = try #require(read(trial, "observations.csv"))
        try write(trial, ".adding", CollectionMark(revision: 1, sizes: ["observations.csv": values.count]).bytes)
        #expect(try await run(trial).score("income", "b") == 3)
        #expect(try await collect(trial, [1, 4]) == 3)
        #expect(try #require(read(trial, "observations.csv")).starts(with: all))
        #expect(try await run(trial).score("income", "b") == 4)
        #expect(read(trial, ".adding") == nil)
    }

    @Test("Rows of a later revision without a mark, as an earlier version left them, are written anew without them")
    func withoutMark() async throws {
        let trial = try trial()
        try await collect(trial, [1, 2])
        let (values, list) = (try #require(read(trial, "observations.csv")), try #require(read(trial, "files.csv")))
        try await collect(trial, [1, 3])
        let (allValues, wholeList) = (read(trial, "observations.csv"), read(trial, "files.csv"))
        try write(trial, "files.csv", list)
        let left = "2,b,urban_disposable_income,2020,9,,,x.csv,,2,value,,0\n"
        try write(trial, "observations.csv", values + Array(left.utf8))
        #expect(try await collect(trial, [1, 3]) == 2)
        #expect(read(trial, "observations.csv") == allValues)
        #expect(read(trial, "files.csv") == wholeList)
    }

    @Test("A file whose last row has no line end is mended before rows are put behind")
    func withoutLineEnd() async throws {
        let trial = try trial()
        try await collect(trial, [1, 2])
        let (values, list) = (try #require(read(trial, "observations.csv")), try #require(read(trial, "files.csv")))
        try write(trial, "observations.csv", Array(values.dropLast()))
        try write(trial, "files.csv", Array(list.dropLast()))
        #expect(try await collect(trial, [1, 3]) == 2)
        #expect(try #require(read(trial, "observations.csv")).starts(with: values))
        #expect(try #require(read(trial, "files.csv")).starts(with: list))
        #expect(try await run(trial).score("income", "b") == 3)
    }

    /// What is said when a collection is read.
    private func refusal(_ trial: TemporaryAssessment) async throws -> String {
        let workbench = try workbench()
        return try await #require(throws: DiagnosticList.self) { try await workbench.load(trial.folder.path) }
            .description
    }

    @Test("A value, a note or a source that was edited in the files of a collection is told with its file and revision")
    func edited() async throws {
        let trial = try trial()
        try await collect(trial, [1, 2])
        try await collect(trial, [1, 3], note: " 注三 ")
        let (values, list) = (try #require(read(trial, "observations.csv")), try #require(read(trial, "files.csv")))
        #expect(try await run(trial).score("income", "b") == 3)
        func edited(_ bytes: [UInt8], _ old: String, _ new: String) throws -> [UInt8] {
            let text = String(decoding: bytes, as: UTF8.self)
            try #require(text.contains(old))
            return Array(text.replacing(old, with: new).utf8)
        }
        for (old, new, revision) in [
            ("1,b,urban_disposable_income,2020,2,", "1,b,urban_disposable_income,2020,9,", 1),
            ("2,b,urban_disposable_income,2020,3,", "2,b,urban_disposable_income,2020,9,", 2), ("三", "四", 2),
        ] {
            try write(trial, "observations.csv", edited(values, old, new))
            #expect(
                try await refusal(trial).hasSuffix(
                    "collected/observations.csv:1:1: the rows of revision \(revision) (report-1.csv) are not those that "
                        + "‘assess collect’ wrote: the file was altered; expected the file as it was, from a copy or by ‘assess "
                        + "archive data export’; a correction is a file that ‘assess collect’ takes in"))
        }
        // Nothing is put behind what was altered either.
        await #expect(throws: DiagnosticList.self) { try await collect(trial, [1, 4]) }
        try write(trial, "observations.csv", values)
        try write(trial, "files.csv", edited(list, ",,,,", ",a,2020,,"))
        #expect(try await refusal(trial).contains("collected/files.csv:1:1: the rows of revision 1"))
        // Other line ends say the same.
        try write(trial, "files.csv", edited(list, "\n", "\r\n"))
        #expect(try await run(trial).score("income", "b") == 3)
        // A collection of before such digests were kept has none.
        try write(trial, "files.csv", list)
        try remove(trial, "digests.csv")
        try await #expect(run(trial).score("income", "b") == 3)
        #expect(try await collect(trial, [1, 5]) == 3)
        #expect(String(decoding: try #require(read(trial, "digests.csv")), as: UTF8.self).contains("\n3,files.csv,"))
        try await #expect(run(trial).score("income", "b") == 5)
    }

    @Test("A file that was taken in and altered since, or is gone, is told by its name")
    func originals() async throws {
        let trial = try trial()
        try await collect(trial, [1, 2])
        try await collect(trial, [1, 3])
        let folder = trial.folder.appendingPathComponent("collected/originals")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(names.count == 2)
        let first = "originals/" + names[0]
        let bytes = try #require(read(trial, first))
        try write(trial, first, bytes + [0x0A])
        let altered = try await refusal(trial)
        #expect(
            altered.contains(
                "collected/\(first):1:1: the file was altered since it was taken in: its bytes have another"))
        try remove(trial, first)
        let gone = try await refusal(trial)
        #expect(gone.contains("the file ‘report-1.csv’ of revision"))
        #expect(gone.contains("is not in ‘collected/originals’ any more"))
        // What a run read is kept without them, in bundles and archives.
        try FileManager.default.removeItem(at: folder)
        let workbench = try workbench()
        let loaded = try await workbench.load(trial.folder.path)
        #expect(
            loaded.cautionsOnCollections == [
                "the files that ‘collected’ was taken from are not in ‘collected/originals’, so that it was not held against "
                    + "them"
            ])
    }

    @Test("Before the first return a specification is valid, and every value that is asked is not yet returned")
    func awaiting() async throws {
        let trial = try trial()
        let workbench = try workbench()
        let loaded = try await workbench.load(trial.folder.path, awaiting: true)
        #expect(loaded.awaitedCollections == ["collected"])
        let findings = try await workbench.check(loaded).findings
        #expect(findings.map(\.variables) == [["urban_disposable_income"]])
        #expect(findings.first?.check == "required")
        #expect(findings.first?.cases.map(\.unit) == ["a", "b"])
        #expect(findings.first?.cases.map(\.text.en) == ["not yet returned", "not yet returned"])
        await #expect(throws: DiagnosticList.self) { try await workbench.load(trial.folder.path) }
        try await collect(trial, [1, 2])
        let returned = try await workbench.load(trial.folder.path, awaiting: true)
        #expect(returned.awaitedCollections == [])
        #expect(try await workbench.check(returned).findings.allSatisfy { $0.check != "required" })
    }

    @Test("A correction that a later return replaced stands among the findings of the checks and in their table")
    func replacedCorrection() async throws {
        let trial = try trial()
        try await collect(trial, [1, 2])
        try await collect(trial, [1, 3])
        try await collect(trial, [1, 2], note: "x")
        let workbench = try workbench()
        let loaded = try await workbench.load(trial.folder.path)
        let checked = try await workbench.check(loaded)
        let finding = try #require(checked.findings.first { $0.check == "correction_replaced" })
        #expect(finding.variables == ["urban_disposable_income"] && finding.cases.map(\.unit) == ["b"])
        #expect(
            finding.cases.map(\.text.en) == [
                "2 by revision 3 (report-1.csv) replaces 3 of revision 2 (report-1.csv); so it was in revision 1"
            ])
        let table = try #require(checked.files().first { $0.path == "checks.csv" })
        #expect(
            String(decoding: table.bytes, as: UTF8.self).contains("warning,correction_replaced,correction_replaced,"))
        #expect(loaded.cautionsOnCorrections.count == 1 && loaded.cautionsOnCollections == [])
    }

    @Test("Where the folder cannot be written, what it had taken in is there as before")
    func refused() async throws {
        let trial = try trial()
        try await collect(trial, [1, 2])
        let (values, list) = (read(trial, "observations.csv"), read(trial, "files.csv"))
        // Nothing can be put in the place of a folder that is not empty.
        try FileManager.default.createDirectory(
            at: trial.folder.appendingPathComponent("collected/.adding/x"), withIntermediateDirectories: true)
        await #expect(throws: AssessmentFailure.self) { try await collect(trial, [1, 3]) }
        #expect(read(trial, "observations.csv") == values)
        #expect(read(trial, "files.csv") == list)
        #expect(try await run(trial).score("income", "b") == 2)
    }
}
