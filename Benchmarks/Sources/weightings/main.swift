import AssessmentCore
import AssessmentMethods
import AssessmentPipeline
import AssessmentRobustness
import Foundation

// Times how often a table is weighted anew, with scores and ranks of every unit: UNITS INDICATORS DRAWS THREADS LEVELS.
// One level is one mean of all indicators; three are means of ten, of six of these, and of all.

let arguments = CommandLine.arguments.dropFirst().compactMap { Int($0) }
guard arguments.count == 5, arguments.allSatisfy({ $0 > 0 }) else {
    print("weightings UNITS INDICATORS DRAWS THREADS LEVELS")
    exit(64)
}
let (units, indicators, draws, threads, levels) = (arguments[0], arguments[1], arguments[2], arguments[3], arguments[4])

func node(_ id: String, _ children: [FrameworkNode], then: [Step] = []) -> FrameworkNode {
    FrameworkNode(
        id: id, name: BilingualText(same: id), role: .weighted(1),
        steps: [.aggregate(MethodChoice("arithmetic_mean"), weighting: MethodChoice("given"))] + then,
        children: children)
}

var generator = SplitMix64(seed: 1)
var measurements: [String: IndicatorMeasurement] = [:]
var nodes = (0..<indicators).map { index -> FrameworkNode in
    let values = (0..<units).map { _ in Double.random(in: 0...100, using: &generator) }
    measurements["i\(index)"] = IndicatorMeasurement(column: Column(measured: values), evidence: .variables([]))
    return FrameworkNode(
        id: "i\(index)", name: BilingualText(same: "i"), role: .weighted(1),
        measure: FrameworkNode.IndicatorUse("none"), steps: [.measure, .evaluate(MethodChoice("raw"))])
}
for (level, size) in [(3, 10), (2, 6)] where levels >= level {
    nodes = stride(from: 0, to: nodes.count, by: size).map { start in
        node("n\(level).\(start)", Array(nodes[start..<min(start + size, nodes.count)]))
    }
}
let specification = Specification(
    id: "weightings", kind: .evaluation, title: BilingualText(same: "weightings"), period: Period(year: 2020),
    units: UnitSelection(file: "units.csv", levels: [], inForceOn: nil), plugins: [],
    framework: node("total", nodes, then: [.rank(tolerance: 1e-9)]))
let table = (0..<units).map {
    AssessedUnit(code: "u\($0)", name: BilingualText(same: "u"), level: "county", validity: Validity())
}
let panel = Panel(units: table, periods: [Period(year: 2020)])
let measured = MeasuredAssessment(
    panel: panel, peerGroupOfUnit: [Int](repeating: 0, count: units), data: CollectedData(units: UnitTable(table)),
    measurements: measurements)
let probe = Probe(
    specification, catalogue: try Catalogue(plugins: [], providers: [StandardMethods()]), measured: measured,
    threads: threads)
let clock = ContinuousClock()
let time = try await clock.measure {
    let report = try await probe.report(
        RobustnessRequest(draws: draws, seed: 1, methods: MethodVariation(weights: .simplex)))
    print("mean shift \(report.methods?.meanShift ?? 0)")
}
print("whole probe, with statistics: \(time)")
let bare = try await clock.measure { _ = try await probe.weightings(draws: draws, seed: 1) }
print("weightings with ranks alone: \(bare)")
