import AssessmentCore
import AssessmentWorkbench
import Foundation
import Testing

@Suite("result.json names the cell of a workbook that a value was read from")
struct OriginInResultTests {
    private static let specification = """
        assessment: { id: trial, kind: evaluation, title: { zh: 试, en: Trial }, period: 2020 }
        units: { file: units.csv, code: code, name: name }
        data: [{ collection: collected }]
        framework:
          weights: relative
          evaluate: raw
          missing: { otherwise: renormalise }
          indicators: [{ value: income, weight: 1 }]
        exports: [json]

        """

    @Test("Sheet and cell stand beside row and column, and a value of a text file has neither")
    func cell() async throws {
        let trial = try TemporaryAssessment([
            "assessment.yml": Self.specification, "units.csv": "code,name\na,A\nb,B\n",
        ])
        let collected = trial.folder.appendingPathComponent("collected")
        try FileManager.default.createDirectory(at: collected, withIntermediateDirectories: true)
        let files = [
            "files.csv": "revision,file,sha256,unit,period,standard,registers\n1,a.xlsx,01,a,2020,,\n2,b.csv,02,,,,\n",
            "observations.csv": """
            revision,unit,variable,period,value,status,note,file,sheet,row,column,cell,sha256
            1,a,income,2020,7,,,a.xlsx,数据,5,2020,G5,01
            2,b,income,2020,8,,,b.csv,,2,value,,02

            """,
        ]
        for (name, text) in files {
            try text.write(to: collected.appendingPathComponent(name), atomically: true, encoding: .utf8)
        }
        let workbench = try Workbench(plugins: [])
        let written = try await workbench.files(of: try await trial.run())
        let result = String(decoding: try #require(written.first { $0.path == "result.json" }).bytes, as: UTF8.self)
        #expect(
            result.contains(
                "\"cell\":\"G5\",\"column\":\"2020\",\"file\":\"a.xlsx\",\"period\":\"2020\",\"row\":5,\"sheet\":\"数据\""
            ))
        #expect(result.contains("{\"column\":\"value\",\"file\":\"b.csv\",\"period\":\"2020\",\"row\":2,\"source\":"))
    }
}
