import AssessmentCore
import AssessmentMethods
import AssessmentPipeline
import Foundation

/// An assessment of made-up villages, whose numbers come from a generator as they are asked for: indicators in groups of ten, each
/// compared within its year, of which one value in fifty is missing and is put in by the median of the county's villages.
struct National {
    let units: Int
    let indicators: Int
    let periods: Int

    /// Runs it in little memory.
    func results() async throws -> AggregateResults {
        let listed = (0..<units).map {
            AssessedUnit(code: "v\($0)", name: BilingualText(same: "v\($0)"), level: "village", validity: Validity())
        }
        let years = (0..<periods).map { Period(year: 2016 + $0) }
        let catalogue = try Catalogue(plugins: [], providers: [StandardMethods()])
        let panel = Panel(units: listed, periods: years)
        return try await Pipeline(specification(years), catalogue: catalogue).aggregates(
            CollectedData(units: UnitTable(listed)), panel
        ) { node in
            IndicatorMeasurement(column: column(of: node, panel.rowCount), evidence: .variables([]))
        }
    }

    private func column(of node: FrameworkNode, _ rows: Int) -> Column {
        var generator = SplitMix64(seed: UInt64(node.id.dropFirst()) ?? 0)
        var numbers = [Double](repeating: 0, count: rows)
        for row in 0..<rows { numbers[row] = Double.random(in: 1...100, using: &generator) }
        var column = Column(measured: numbers)
        for row in stride(from: Int(generator.next() % 50), to: rows, by: 50) {
            column.leaveOut(.notSubmitted, at: row)
        }
        return column
    }

    private func specification(_ years: [Period]) -> Specification {
        func name(_ id: String) -> BilingualText { BilingualText(same: id) }
        let leaves = (0..<indicators).map { index in
            FrameworkNode(
                id: "i\(index)", name: name("i\(index)"), role: .weighted(1),
                measure: FrameworkNode.IndicatorUse("none"),
                steps: [
                    .measure, .evaluate(MethodChoice("min_max", reference: .period)),
                    .missing(MissingRule(otherwise: .groupMedian)),
                ])
        }
        let mean = MethodChoice("arithmetic_mean", reference: .period)
        let groups = stride(from: 0, to: indicators, by: 10).map { start in
            FrameworkNode(
                id: "g\(start)", name: name("g\(start)"), role: .weighted(1),
                steps: [.aggregate(mean, weighting: MethodChoice("given")), .rank(tolerance: 1e-9)],
                children: Array(leaves[start..<min(start + 10, indicators)]))
        }
        return Specification(
            id: "national", kind: .evaluation, title: name("national"), period: years[years.count - 1],
            history: Array(years.dropLast()), units: UnitSelection(file: "units.csv", levels: [], inForceOn: nil),
            plugins: [],
            framework: FrameworkNode(
                id: "total", name: name("total"), role: .weighted(1),
                steps: [.aggregate(mean, weighting: MethodChoice("given")), .rank(tolerance: 1e-9)], children: groups))
    }
}

/// The most memory that this process has held, in bytes.
func peakOfMemory() throws -> Int {
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return (line?.split(whereSeparator: { !$0.isNumber }).first.flatMap { Int($0) } ?? 0) * 1024
}
