import AssessmentCore
import AssessmentWorkbench
import Foundation
import Testing

/// The example in which every node has methods of its own: it runs, and every score is explained down to the cells.
@Suite("A method for every node")
struct MethodsByNodeTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    private func run() async throws -> CompletedAssessment {
        let workbench = try Workbench(plugins: [])
        let example = MethodsByNodeTests.root.appendingPathComponent("Examples/methods-by-node").path
        return try await workbench.run(await workbench.load(example), threads: 2)
    }

    private func row(_ unit: String, _ year: Int, _ assessment: CompletedAssessment) throws -> Int {
        try #require(assessment.ledger.panel.row(unit: unit, period: Period(year: year)))
    }

    @Test("The total of E in 2024, worked by hand from its pillars and their indicators")
    func totalOfE() async throws {
        let assessment = try await run()
        let row = try row("E", 2024, assessment)
        func score(_ node: String) throws -> Double { try #require(assessment.ledger.scores(of: node)?[row]) }
        // 29 of 45.3 thousand households: (64.0177 − 20) / 80.
        #expect(abs(try score("fibre") - 100 * (100 * 29 / 45.3 - 20) / 80) < 1e-9)
        // 115 between 25 (A in 2022) and 1040 (F in 2024), in logarithms and from 1.
        #expect(abs(try score("download_speed") - (1 + 99 * log(115.0 / 25) / log(1040.0 / 25))) < 1e-9)
        // B has the most stations a resident, 3463 / 92.1.
        #expect(abs(try score("base_stations") - 100 * (4011 / 122.3) / (3463 / 92.1)) < 1e-9)
        // Judged 2, 3 and 2, the weights are 0.539615, 0.296961 and 0.163424:
        // exp(0.539615 ln 55.022 + 0.296961 ln 41.525 + 0.163424 ln 87.223) = 54.568, rounded before it goes on.
        #expect(try score("access") == 54.6)
        // Entropy weights of 0.50669612, 0.45854447 and 0.03475941 on 100, 100 × 10 / 11 and 37.53531792, with numpy.
        #expect(abs(try score("use") - 93.6601781517293) < 1e-9)
        // The distances from the worst and the best of the three columns over their lengths, with numpy: 45.63664273.
        #expect(try score("innovation") == 45.6)
        // (64 + 43.6) / 2.
        #expect(abs(try score("burdens") - 53.8) < 1e-9)
        // (0.4 × 54.6 + 0.35 × 93.66018 + 0.25 × 45.6) × (1 − 53.8 / 500) = 66.02106 × 0.8924 = 58.9172.
        #expect(try score("total") == 58.92)
        #expect(assessment.ledger.light(of: "total", row: row) == .yellow)
    }

    @Test("What was screened out has no score, and what is imputed says from where")
    func gaps() async throws {
        let assessment = try await run()
        let total = try #require(assessment.ledger.scores(of: "total"))
        let screened = try row("L", 2022, assessment)
        #expect(total.values.indices.filter { total[$0] == nil } == [screened])
        #expect(total.reasons[screened] == .tooMuchMissing)
        // Complaints in the region of D in 2024: A 11, G 85, J 46.
        let complaints = try #require(assessment.ledger.scores(of: "complaints"))
        let imputed = try row("D", 2024, assessment)
        #expect(abs(try #require(complaints[imputed]) - 142.0 / 3) < 1e-9)
        #expect(complaints.states[imputed] == .imputed)
        // Speed of H: 34 in 2022 and 45 in 2024.
        let speed = try #require(assessment.ledger.treatedValues(of: "download_speed"))
        #expect(abs(exp(try #require(speed[row("H", 2023, assessment)])) - 39.5) < 1e-9)
    }

    @Test("Every score of a unit is explained, step by step, down to cells of the files", arguments: ["E", "D", "L"])
    func explanation(unit: String) async throws {
        let assessment = try await run()
        let row = try row(unit, 2024, assessment)
        let trace = try #require(assessment.trace(of: "total", row: row))
        var explained: [String] = []
        func check(_ trace: Trace) throws {
            explained.append(trace.node)
            // Rules that had nothing to do in this row are not told.
            let idle: (Ledger.Entry) -> Bool = { entry in
                switch entry.detail {
                case .resolved(let actions): actions[row] == nil
                case .screened: entry.column.reasons[row] != .tooMuchMissing
                case .applied where entry.step == .impute: entry.column.states[row] != .imputed
                default: false
                }
            }
            let told = assessment.ledger.entries(of: trace.node).filter { !idle($0) }.map(\.step)
            #expect(trace.lines.reversed().map(\.step) == told, "\(trace.node)")
            for line in trace.lines { #expect(!line.text.en.isEmpty && !line.text.zh.isEmpty, "\(trace.node)") }
            if trace.children.isEmpty {
                let measured = try #require(trace.lines.last, "\(trace.node)")
                #expect(measured.step == .measure && !measured.cells.isEmpty, "\(trace.node)")
                for cell in measured.cells {
                    #expect(cell.origin.file == "data/figures.csv", "\(trace.node)")
                    let read = try field(cell.origin)
                    #expect(read?.unit == unit, "\(trace.node) \(cell.origin)")
                    // The number as it stands in the file, or why there is none.
                    #expect(Double(read?.value ?? "") == Double(cell.value.en), "\(cell)")
                }
            }
            for child in trace.children { try check(child) }
        }
        try check(trace)
        #expect(explained == assessment.specification.framework.subtree.map(\.id))
        #expect(explained.count == 16)
    }

    /// The unit of the row of a file that a cell was read from; nothing where the file has no such column.
    private func field(_ origin: Origin) throws -> (unit: String, value: String)? {
        let file = MethodsByNodeTests.root.appendingPathComponent("Examples/methods-by-node/\(origin.file)")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        guard lines.indices.contains(origin.row - 1),
            let column = lines[0].split(separator: ",").firstIndex(where: { $0 == origin.column })
        else { return nil }
        let fields = lines[origin.row - 1].split(separator: ",", omittingEmptySubsequences: false)
        return (String(fields[0]), String(fields[column]))
    }
}
