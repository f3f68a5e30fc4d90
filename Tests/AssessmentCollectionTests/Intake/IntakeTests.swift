import AssessmentCollection
import AssessmentCore
import AssessmentData
import Testing

@Suite("Taking in files adds revisions and changes nothing that was taken in before")
struct IntakeTests {
    private static let period = Period(year: 2020)
    private static let parks = RegisterDescription(
        id: "parks", name: BilingualText(zh: "园区", en: "Parks"), definition: BilingualText(same: "x"),
        fields: [RegisterDescription.Field(id: "class", name: BilingualText(zh: "类别", en: "Class"))],
        keptBy: BilingualText(same: "x"))
    private static let units = UnitTable([
        AssessedUnit(code: "A", name: BilingualText(same: "A"), level: "city"),
        AssessedUnit(code: "B", name: BilingualText(same: "B"), level: "city"),
    ])

    private func place(_ variable: String, _ unit: String = "A") -> CollectionContents.Value.Place {
        CollectionContents.Value.Place(unit: unit, variable: variable, period: Self.period)
    }

    private func reported(
        _ values: [String: Double?], blank: [String] = [], parks: [String]? = nil, note: String = ""
    ) -> ReportedContents {
        var contents = ReportedContents()
        contents.unit = "A"
        contents.period = "2020"
        contents.values = values.sorted { $0.key < $1.key }.enumerated().map { index, value in
            ReportedValue(
                place: place(value.key), number: value.value, reason: value.value == nil ? .notApplicable : nil,
                origin: Origin(
                    file: "a.xlsx", sheet: "数据", row: index + 5, column: "2020", cell: "G\(index + 5)", note: note))
        }
        contents.blank = blank.map { place($0) }
        if let parks {
            contents.registers["parks"] = parks.enumerated().map { index, name in
                RegisterEntry(
                    unit: "A", name: name, organisationCode: "=1+1",
                    recognition: Validity(from: CalendarDate(year: 2019, month: 5, day: 1)), fields: ["class": "'x"],
                    origin: Origin(file: "a.xlsx", sheet: "园区", row: index + 5, column: "name", cell: "B\(index + 5)"))
            }
        }
        return contents
    }

    @Test("A first report, a correction, and the same again")
    func revisions() {
        var intake = Intake(CollectionContents())
        let first = intake.take(reported(["x": 1, "y": nil]), from: "a.xlsx", sha256: "1")
        #expect(first.revision == 1 && first.added == 2 && first.corrected == 0)
        let second = intake.take(reported(["x": 2, "y": nil]), from: "b.xlsx", sha256: "2")
        #expect(second.revision == 2 && second.added == 0 && second.corrected == 1 && second.unchanged == 1)
        let third = intake.take(reported(["x": 2]), from: "c.xlsx", sha256: "3")
        #expect(third.revision == nil && third.unchanged == 1)
        #expect(intake.contents.values.map(\.number) == [1, nil, 2])
        #expect(intake.contents.observations.map(\.value) == [2, nil])
        #expect(intake.contents.observations.map(\.reason) == [nil, .notApplicable])
    }

    @Test("A file that was taken in before does not undo a later correction")
    func sameFileAgain() {
        var intake = Intake(CollectionContents())
        _ = intake.take(reported(["x": 1]), from: "a.xlsx", sha256: "1")
        _ = intake.take(reported(["x": 2]), from: "b.xlsx", sha256: "2")
        let again = intake.take(reported(["x": 1]), from: "a.xlsx", sha256: "1")
        #expect(again.alreadyTaken == 1 && again.revision == nil)
        #expect(intake.contents.observations.map(\.value) == [2])
    }

    @Test("A cell left blank keeps its earlier value, and is counted")
    func blank() {
        var intake = Intake(CollectionContents())
        _ = intake.take(reported(["x": 1]), from: "a.xlsx", sha256: "1")
        let second = intake.take(reported(["y": 1], blank: ["x", "z"]), from: "b.xlsx", sha256: "2")
        #expect(second.leftBlank == 1)
        #expect(intake.contents.observations.map(\.value) == [1, 1])
    }

    @Test("The entries of a register are replaced as a whole, and only where they differ")
    func registers() {
        var intake = Intake(CollectionContents())
        _ = intake.take(reported([:], parks: ["p", "q"]), from: "a.xlsx", sha256: "1")
        #expect(intake.take(reported([:], parks: ["p", "q"]), from: "b.xlsx", sha256: "2").revision == nil)
        _ = intake.take(reported([:], parks: ["q", "r"]), from: "c.xlsx", sha256: "3")
        #expect(intake.contents.registers["parks"]?.map(\.name) == ["q", "r"])
        #expect(intake.contents.entries["parks"]?.map(\.entry.name) == ["p", "q", "q", "r"])
    }

    @Test(
        "A form that replaces a correction is told, and so is a value that is again what it was before it was corrected"
    )
    func overwritten() throws {
        var intake = Intake(CollectionContents())
        func correction(_ number: Double) -> ReportedContents {
            var contents = reported(["x": number, "y": 5])
            contents.unit = ""
            return contents
        }
        #expect(intake.take(reported(["x": 1, "y": 5]), from: "a.xlsx", sha256: "1").overwritten == [])
        #expect(intake.take(correction(2), from: "corrections.csv", sha256: "2").overwritten == [])
        let back = intake.take(reported(["x": 1, "y": 5]), from: "b.xlsx", sha256: "3")
        #expect(
            back.overwritten.map(\.text) == [
                "x of A in 2020 is 1 by revision 3 (a.xlsx), which replaces 2 of revision 2 (a.xlsx); so it was in revision 1"
            ])
        let other = intake.take(reported(["x": 3]), from: "c.xlsx", sha256: "4")
        #expect(other.overwritten.first?.correction.number == 2 && other.overwritten.first?.earlier == nil)
        #expect(intake.contents.overwrittenCorrections == other.overwritten)
        #expect(intake.take(correction(4), from: "more.csv", sha256: "5").overwritten == [])
        #expect(intake.contents.overwrittenCorrections == [])
        #expect(intake.take(correction(3), from: "undone.csv", sha256: "6").overwritten.first?.earlier == 4)
        #expect(intake.take(reported(["x": 3]), from: "d.xlsx", sha256: "7").overwritten == [])
    }

    @Test("The statement that there are no entries is a report, and a blank sheet is none")
    func noEntries() throws {
        var intake = Intake(CollectionContents())
        var blank = reported(["x": 1])
        blank.blankRegisters = ["parks"]
        #expect(intake.take(blank, from: "a.xlsx", sha256: "1").unreported == ["parks"])
        #expect(intake.contents.reports(of: "parks", in: "c").byUnit == [:])
        let stated = intake.take(reported(["x": 1], parks: []), from: "b.xlsx", sha256: "2")
        #expect(stated.revision == 2 && stated.entries == ["parks": 0])
        #expect(intake.contents.reports(of: "parks", in: "c").byUnit["A"]?.isEmpty == true)
        #expect(intake.take(reported(["x": 1], parks: []), from: "c.xlsx", sha256: "3").revision == nil)
        blank.values = []
        #expect(intake.take(blank, from: "d.xlsx", sha256: "4").kept == ["parks"])
        var files: [String: String] = [:]
        for file in intake.contents.rows(after: 0, registers: ["parks": Self.parks]) {
            files[file.file] = file.heading + file.rows
        }
        var reading = CollectionReading(folder: "c", units: Self.units, registers: ["parks": Self.parks])
        let report = try reading.read { files[$0].map { Array($0.utf8) } }.reports(of: "parks", in: "c").byUnit["A"]
        #expect(report?.isEmpty == true && report?.origin.file == "c/files.csv" && report?.origin.row == 3)
        _ = intake.take(reported([:], parks: ["p"]), from: "e.xlsx", sha256: "5")
        #expect(intake.contents.reports(of: "parks", in: "c").byUnit["A"]?.isEmpty == false)
    }

    @Test("What was written reads back the same, revision upon revision, and what stands there stays as it is")
    func roundTrip() throws {
        var intake = Intake(CollectionContents())
        _ = intake.take(
            reported(["x": 0.1, "y": nil], parks: ["=p", "'q", "a,\"b\""], note: "第一行\n-2"), from: "=a.xlsx",
            sha256: "1")
        var files: [String: String] = [:]
        func write(after revision: Int) {
            for file in intake.contents.rows(after: revision, registers: ["parks": Self.parks]) {
                files[file.file, default: file.heading] += file.rows
            }
        }
        write(after: 0)
        let before = files
        _ = intake.take(reported(["x": 1e-300], parks: ["z"]), from: "b.xlsx", sha256: "2")
        write(after: 1)
        for (file, text) in before { #expect(files[file]?.hasPrefix(text) == true, "\(file) was changed") }
        var reading = CollectionReading(folder: "c", units: Self.units, registers: ["parks": Self.parks])
        let read = try reading.read { files[$0].map { Array($0.utf8) } }
        #expect(read.sources == intake.contents.sources)
        #expect(read.values == intake.contents.values)
        #expect(read.entries == intake.contents.entries)
    }

    @Test("Rows of an intake that was cut off, and altered digests, are refused")
    func cutOff() throws {
        var intake = Intake(CollectionContents())
        _ = intake.take(reported(["x": 1]), from: "a.xlsx", sha256: "1")
        var files: [String: String] = [:]
        for file in intake.contents.rows(after: 0, registers: [:]) { files[file.file] = file.heading + file.rows }
        files["observations.csv"]? += "2,A,x,2020,9,,,b.xlsx,数据,5,2020,G5,2\n"
        var adding = CollectionReading(folder: "c", units: Self.units, registers: [:], passesOverCutOff: true)
        #expect(try adding.read { files[$0].map { Array($0.utf8) } }.values == intake.contents.values)
        var reading = CollectionReading(folder: "c", units: Self.units, registers: [:])
        do {
            _ = try reading.read { files[$0].map { Array($0.utf8) } }
            Issue.record("the row was taken")
        } catch {
            #expect(
                error.description == """
                    c/observations.csv:3:1: ‘files.csv’ lists no such revision of a file with this SHA-256; expected rows as ‘assess collect’ writes them; where an intake was cut off, collect its files again
                    """)
        }
    }
}
