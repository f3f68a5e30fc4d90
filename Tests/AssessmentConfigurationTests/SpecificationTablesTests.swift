import AssessmentCore
import Foundation
import Testing

@testable import AssessmentConfiguration

@Suite("A specification: tables with columns of their own")
struct SpecificationTablesTests {
    private static let own = "units: { file: units.csv, levels: city, in_force_on: 2020-12-31 }"

    /// The specification with other units and data.
    private static func specification(units: String = own, data: String = "") throws -> Specification {
        let folder = try TemporaryFolder()
        try folder.write("data/t.json", "[]")
        try folder.write("data/t.xlsx", "")
        let text = try Trial.text(after: [(own, units)]) + data
        try folder.write("assessment.yml", text)
        return try folder.read().specification
    }

    /// What is told of other units and data.
    private static func problems(units: String = own, data: String = "") throws -> String {
        let folder = try TemporaryFolder()
        try folder.write("data/t.json", "[]")
        return try folder.problems(of: Trial.text(after: [(own, units)]) + data)
    }

    @Test("Units are read from the columns that are named, at every level and on any day")
    func units() throws {
        let units = try Self.specification(
            units: """
                units:
                  file: units.csv
                  code: uCode
                  name: uName
                  groups: [region, size]
                  classes: { oecd: [AUS, AUT], island: JPN }
                """
        ).units
        #expect(
            units.table
                == UnitTableForm(
                    code: "uCode", name: "uName", groups: ["region", "size"],
                    classes: ["oecd": ["AUS", "AUT"], "island": ["JPN"]]))
        #expect(units.levels == [])
        #expect(units.inForceOn == nil)
        let json = try Self.specification(units: "units: { file: data/t.json, at: \"cases[3].matrix\", levels: city }")
        #expect(json.units.table == UnitTableForm(place: "cases[3].matrix"))
        #expect(json.units.levels == ["city"])
        #expect(try Self.specification(units: "units: { file: data/t.json }").units.table == UnitTableForm())
        #expect(try Self.specification().units.table == nil)
    }

    @Test("A table is of the assessed period, with a column a variable, unless it says otherwise")
    func tables() throws {
        let data = try Self.specification(
            data: """
                data:
                  - table: units.csv
                  - table: units.csv
                    unit: uCode
                    period: { column: year }
                    missing: [NA, "..", ""]
                    codes: { "no practice": 0, partial: 0.5, full: 1 }
                    columns: { gdp: "GDP (bn)" }
                    other_units: ignore
                  - table: data/t.json
                    at: data.matrix
                    period: 2019
                    missing: { NA: not_submitted, "–": not_applicable }
                    variable: indicator
                    value: value
                    other_units: refuse

                """
        ).data
        #expect(data.map(\.file) == ["units.csv", "units.csv", "data/t.json"])
        #expect(
            data.map(\.content) == [
                .table(TableForm(period: .only(Period(year: 2020)))),
                .table(
                    TableForm(
                        unit: "uCode", period: .column("year"),
                        missing: ["NA": .notSubmitted, "..": .notSubmitted, "": .notSubmitted],
                        codes: ["no practice": 0, "partial": 0.5, "full": 1], variables: ["GDP (bn)": "gdp"],
                        ignoresOtherUnits: true)),
                .table(
                    TableForm(
                        place: "data.matrix", period: .only(Period(year: 2019)),
                        layout: .long(variable: "indicator", value: "value"),
                        missing: ["NA": .notSubmitted, "–": .notApplicable])),
            ])
    }

    @Test("A sheet of a workbook is named for tables and for units")
    func sheets() throws {
        let specification = try Self.specification(
            units: "units: { file: data/t.xlsx, sheet: 单位 }",
            data: """
                data:
                  - table: data/t.xlsx
                    sheet: "2020"

                """)
        #expect(specification.units.table == UnitTableForm(sheet: "单位"))
        #expect(
            specification.data.map(\.content) == [.table(TableForm(sheet: "2020", period: .only(Period(year: 2020))))])
    }

    @Test(
        "What contradicts itself is told with its place",
        arguments: [
            (
                "table: units.csv, variable: v",
                "17:35: ‘variable’ is given without ‘value’; expected both, where a row is a value; or neither, where each "
                    + "variable has a column"
            ),
            (
                "table: units.csv, value: v",
                "17:32: ‘value’ is given without ‘variable’; expected both, where a row is a value; or neither, where "
                    + "each variable has a column"
            ),
            (
                "table: units.csv, sheet: v",
                "17:32: ‘units.csv’ has no sheets; expected ‘sheet’ with a file whose name ends in .xlsx or .xlsm only"
            ),
            (
                "table: units.csv, variable: v, value: v",
                "17:45: ‘v’ names the variable and holds its value; expected a column for each"
            ),
            (
                "table: units.csv, at: data.matrix",
                "17:29: ‘units.csv’ has no places within it; expected ‘at’ with a file whose name ends in .json only"
            ),
            (
                "observations: units.csv, unit: code",
                "17:38: ‘unit’ goes with ‘table’ or ‘query’ only; expected observations: path"
            ),
            ("table: units.csv, file: units.csv", "17:31: ‘file’ goes with ‘register’ only; expected table: path"),
            (
                "table: units.csv, missing: [NA], codes: { NA: 0 }",
                "17:47: ‘NA’ is a code and stands for no value too; expected one of the two"
            ),
            (
                "table: units.csv, missing: { NA: not_submited }",
                "17:40: ‘not_submited’ is not a reason for which a value is missing; expected one of not_submitted, "
                    + "falsified, withdrawn, not_collected, not_applicable; did you mean ‘not_submitted’?"
            ),
            ("table: units.csv, codes: { full: one }", "17:40: ‘one’ is not a number; expected a number"),
            ("table: units.csv, codes: [full]", "17:32: ‘codes’ must be a mapping; expected { text: number }"),
            ("table: units.csv, columns: gdp", "17:34: ‘columns’ must be a mapping; expected { variable: column }"),
            (
                "table: units.csv, columns: { a: x, b: x }",
                "17:45: the column ‘x’ is that of ‘a’ and of ‘b’; expected a column for each variable"
            ),
            ("table: units.csv, period: 20", "17:33: ‘20’ is not a year; expected a year such as 2020"),
            (
                "table: units.csv, period: { colum: year }",
                "17:35: the period of a table has no key ‘colum’; did you mean ‘column’?"
            ),
            (
                "table: units.csv, other_units: ignored",
                "17:38: ‘ignored’ is not known here; expected one of ignore, refuse; did you mean ‘ignore’?"
            ),
        ])
    func contradictions(file: String, problem: String) throws {
        let told = try Self.problems(data: "data:\n  - { \(file) }\n").replacing("assessment.yml:", with: "")
        #expect(told == problem, "\(told)")
    }

    @Test("The same table twice, or a table that is a file of another form too, is told")
    func twice() throws {
        #expect(
            try Self.problems(data: "data:\n  - table: units.csv\n  - table: ./units.csv\n  - targets: units.csv\n")
                == """
                assessment.yml:18:5: the file ‘units.csv’ is listed twice; expected each file once
                assessment.yml:19:5: the file ‘units.csv’ is listed twice; expected each file once
                """)
    }

    @Test(
        "Units of the workbench's own form need their levels and day; a table has no day",
        arguments: [
            (
                "units: { file: units.csv, levels: city }",
                "6:8: units lacks the key ‘in_force_on’; expected in_force_on: a date"
            ),
            (
                "units: { file: units.csv, code: c, in_force_on: 2020-12-31 }",
                "6:49: the units of ‘units.csv’ have no days on which they are in force; expected no in_force_on with a "
                    + "table that has columns of its own"
            ),
            (
                "units: { file: units.csv, at: a.b }",
                "6:31: ‘units.csv’ has no places within it; expected ‘at’ with a file whose name ends in .json only"
            ),
            (
                "units: { file: units.csv, classes: [a] }",
                "6:36: ‘classes’ must be a mapping; expected { class: codes }"
            ),
        ])
    func wrongUnits(units: String, problem: String) throws {
        let told = try Self.problems(units: units)
        #expect(told == "assessment.yml:" + problem)
    }

    @Test("Data lie in the folder that is named for them, includes beside the specification")
    func dataFolder() throws {
        let (specification, data) = (try TemporaryFolder(), try TemporaryFolder())
        try data.write("deep/units.csv", "code,name_zh,name_en,level\n")
        try specification.write(
            "assessment.yml", Trial.text(after: [(Self.own, "units: { include: parts/units.yml }")]))
        try specification.write(
            "parts/units.yml", "{ file: deep/units.csv, levels: city, in_force_on: 2020-12-31 }\n")
        let path = specification.url.appendingPathComponent("assessment.yml").path
        let reader = SpecificationReader(catalogue: try Trial.catalogue())
        let read = try reader.read(path, data: data.url.path)
        #expect(read.specification.units.file == "deep/units.csv")
        #expect(read.files.map(\.path) == ["assessment.yml", "parts/units.yml"])
    }

    @Test(
        "Nothing outside the folder of the data is read",
        arguments: [
            ("../x.csv", "‘../x.csv’ leaves the folder of the data; expected \(inside)"),
            ("/etc/passwd", "‘/etc/passwd’ is an absolute path; expected \(inside)"),
            ("outside.csv", "‘outside.csv’ is a link that leaves the folder of the data; expected \(inside)"),
            (
                "unit.csv",
                "there is no file ‘unit.csv’; expected a file in the folder of the data, which the paths of data start from; did you mean ‘units.csv’?"
            ),
            (".", "‘.’ is the folder of the data itself; expected a file in it"),
        ])
    func outside(file: String, problem: String) throws {
        let (specification, data) = (try TemporaryFolder(), try TemporaryFolder())
        try data.write("../secret.csv", "code\n")
        try FileManager.default.createSymbolicLink(
            at: data.url.appendingPathComponent("outside.csv"),
            withDestinationURL: data.url.deletingLastPathComponent().appendingPathComponent("secret.csv"))
        try specification.write("assessment.yml", Trial.text(after: [("units.csv", file)]))
        let path = specification.url.appendingPathComponent("assessment.yml").path
        let reader = SpecificationReader(catalogue: try Trial.catalogue())
        let told = #expect(throws: DiagnosticList.self) { try reader.read(path, data: data.url.path) }
        #expect(told?.description == "\(path):6:16: \(problem)")
    }

    private static let inside = "a path that stays inside the folder of the data"

    @Test("A folder of data that is not there is told")
    func noFolder() throws {
        let folder = try TemporaryFolder()
        try folder.write("assessment.yml", Trial.text)
        let path = folder.url.appendingPathComponent("assessment.yml").path
        let reader = SpecificationReader(catalogue: try Trial.catalogue())
        let told = #expect(throws: DiagnosticList.self) { try reader.read(path, data: folder.url.path + "/none") }
        let none = folder.url.path + "/none"
        #expect(told?.description == "\(none):1:1: there is no folder ‘\(none)’; expected the folder of the data")
    }
}
