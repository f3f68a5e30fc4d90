import AssessmentCore
import AssessmentMethods
import AssessmentPipeline
import Foundation

/// A table of numbers from a file, indicator after indicator, as an assessment of equal weights.
struct Table {
    let units: Int
    let specification: Specification
    let measured: MeasuredAssessment

    /// Reads a table.
    ///
    /// - Parameter levels: one for a single aggregation of all indicators, three for means of ten, of six of these, and of
    ///   all.
    init(
        _ path: String, units: Int, indicators: Int, levels: Int, evaluate: String,
        aggregate: String = "arithmetic_mean"
    ) throws {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        let numbers = bytes.withUnsafeBytes { Array($0.bindMemory(to: Double.self)) }
        guard numbers.count == units * indicators else { throw CocoaError(.fileReadCorruptFile) }
        func node(_ id: String, _ children: [FrameworkNode], _ method: String, then: [Step] = []) -> FrameworkNode {
            let choice = MethodChoice(method, reference: .period)
            return FrameworkNode(
                id: id, name: BilingualText(same: id), role: .weighted(1),
                steps: [.aggregate(choice, weighting: MethodChoice("given"))] + then, children: children)
        }
        var measurements: [String: IndicatorMeasurement] = [:]
        var nodes = (0..<indicators).map { index -> FrameworkNode in
            let column = Column(measured: Array(numbers[index * units..<(index + 1) * units]))
            measurements["i\(index)"] = IndicatorMeasurement(column: column, evidence: .variables([]))
            return FrameworkNode(
                id: "i\(index)", name: BilingualText(same: "i"), role: .weighted(1),
                measure: FrameworkNode.IndicatorUse("none"),
                steps: [.measure, .evaluate(MethodChoice(evaluate, reference: .period))])
        }
        for (level, size) in [(3, 10), (2, 6)] where levels >= level {
            nodes = stride(from: 0, to: nodes.count, by: size).map { start in
                node("n\(level).\(start)", Array(nodes[start..<min(start + size, nodes.count)]), "arithmetic_mean")
            }
        }
        let total = node("total", nodes, aggregate, then: [.rank(tolerance: 1e-9)])
        specification = Specification(
            id: "table", kind: .evaluation, title: BilingualText(same: "table"), period: Period(year: 2020),
            units: UnitSelection(file: "units.csv", levels: [], inForceOn: nil), plugins: [], framework: total)
        let listed = (0..<units).map {
            AssessedUnit(code: "u\($0)", name: BilingualText(same: "u"), level: "county", validity: Validity())
        }
        self.units = units
        measured = MeasuredAssessment(
            panel: Panel(units: listed, periods: [Period(year: 2020)]),
            peerGroupOfUnit: [Int](repeating: 0, count: units), data: CollectedData(units: UnitTable(listed)),
            measurements: measurements)
    }

    /// The standard methods.
    func catalogue() throws -> Catalogue { try Catalogue(plugins: [], providers: [StandardMethods()]) }

    /// The pipeline of the assessment.
    func pipeline() throws -> Pipeline { Pipeline(specification, catalogue: try catalogue()) }
}
