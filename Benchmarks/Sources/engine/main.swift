import AssessmentCore
import AssessmentMethods
import AssessmentPipeline
import AssessmentRobustness
import AssessmentWorkbench
import Foundation

// Times single works of the engine apart from reading and writing. Each prints the median of its seconds, and a number that
// a peer must find too:
//
//   engine asem SPECIFICATION RUNS           measured columns to a finished ledger, and the compiled plan alone
//   engine export SPECIFICATION FOLDER       the measured columns and the framework, for peers
//   engine probe SPECIFICATION DRAWS RUNS    replications over methods, and the mean shift of ranks
//   engine table UNITS INDICATORS FILE       a table of random numbers for the works below and their peers
//   engine levels FILE UNITS INDICATORS RUNS min–max, means of ten, of six of these, and of all, ranks
//   engine weightings FILE UNITS INDICATORS DRAWS THREADS RUNS
//   engine decide METHOD FILE UNITS INDICATORS RUNS
//   engine national UNITS INDICATORS PERIODS made-up villages, measured one indicator after another, and the peak of memory

let words = Array(CommandLine.arguments.dropFirst())

func text(_ place: Int) -> String { words.indices.contains(place) ? words[place] : "" }
func number(_ place: Int) -> Int { Int(text(place)) ?? 1 }

/// The median of the seconds that some work takes; the first run finds the memory cold and is not counted.
func median(_ runs: Int, _ work: () async throws -> Void) async rethrows -> Double {
    var seconds: [Double] = []
    for _ in 0...max(1, runs) {
        let start = ContinuousClock.now
        try await work()
        seconds.append((ContinuousClock.now - start) / .seconds(1))
    }
    return middle(seconds)
}

/// The same of work that waits for nothing: no change of thread is timed with it.
func median(_ runs: Int, _ work: () throws -> Void) rethrows -> Double {
    var seconds: [Double] = []
    for _ in 0...max(1, runs) {
        let start = ContinuousClock.now
        try work()
        seconds.append((ContinuousClock.now - start) / .seconds(1))
    }
    return middle(seconds)
}

func middle(_ seconds: [Double]) -> Double { seconds.dropFirst().sorted()[(seconds.count - 1) / 2] }

func say(_ what: String, _ seconds: Double, _ found: Double) { print("\(what)\t\(seconds)\t\(found)") }

do {
    switch text(0) {
    case "asem":
        let workbench = try Workbench(plugins: [])
        let loaded = try await workbench.load(text(1))
        let (catalogue, measured) = try await workbench.measured(loaded)
        let pipeline = Pipeline(loaded.specification, catalogue: catalogue)
        let manifest = Manifest(workbench: Workbench.version, platform: "", plugins: [:], inputs: [])
        var total = 0.0
        let whole = try await median(number(2)) {
            let assessment = try await pipeline.complete(measured, manifest: manifest)
            total = assessment.ledger.scores(of: loaded.specification.framework.id)?.values.reduce(0, +) ?? .nan
        }
        let prepared = try await pipeline.prepare(measured)
        let columns = measured.measurements.mapValues(\.column)
        let alone = try median(number(2)) { _ = try prepared.run(columns) }
        say("with ledger", whole, total)
        say("plan alone", alone, total)
    case "export":
        let workbench = try Workbench(plugins: [])
        let loaded = try await workbench.load(text(1))
        let (catalogue, measured) = try await workbench.measured(loaded)
        let leaves = loaded.specification.framework.subtree.filter { $0.measure != nil }
        var rows = [(["unit", "group"] + leaves.map(\.id)).joined(separator: ",")]
        for (row, unit) in measured.panel.units.enumerated() {
            let values = leaves.map { leaf -> String in
                let value = measured.measurements[leaf.id]?.column.values[row] ?? .nan
                return value.isNaN ? "" : "\(value)"
            }
            rows.append(([unit.code, unit.groups["EurAsia_group"] ?? ""] + values).joined(separator: ","))
        }
        var nodes = ["node,parent,less"]
        for node in loaded.specification.framework.subtree {
            let direction =
                node.direction ?? node.measure.flatMap { catalogue.indicators[$0.indicator]?.description.direction }
            let parent = loaded.specification.framework.subtree.first { $0.children.contains { $0.id == node.id } }
            nodes.append("\(node.id),\(parent?.id ?? ""),\(direction == .lowerIsBetter ? 1 : 0)")
        }
        for (name, lines) in [("table.csv", rows), ("nodes.csv", nodes)] {
            try (lines.joined(separator: "\n") + "\n").write(
                toFile: text(2) + "/" + name, atomically: true, encoding: .utf8)
        }
    case "probe":
        let workbench = try Workbench(plugins: [])
        let loaded = try await workbench.load(text(1))
        let (catalogue, measured) = try await workbench.measured(loaded)
        guard var request = loaded.specification.robustness else { break }
        request.draws = number(2)
        request.sensitivity = nil
        let probe = Probe(
            loaded.specification, catalogue: catalogue, measured: measured,
            threads: ProcessInfo.processInfo.activeProcessorCount)
        var shift = 0.0
        let seconds = try await median(number(3)) { shift = try await probe.report(request).methods?.meanShift ?? .nan }
        say("replications", seconds, shift)
    case "table":
        var generator = SplitMix64(seed: 1)
        let numbers = (0..<number(1) * number(2)).map { _ in Double.random(in: 1...100, using: &generator) }
        try numbers.withUnsafeBytes { try Data($0).write(to: URL(fileURLWithPath: text(3))) }
    case "levels":
        let table = try Table(text(1), units: number(2), indicators: number(3), levels: 3, evaluate: "min_max")
        let prepared = try await table.pipeline().prepare(table.measured)
        let columns = table.measured.measurements.mapValues(\.column)
        var sum = 0.0
        let seconds = try median(number(4)) {
            let run = try prepared.run(columns)
            sum = (0..<table.units).reduce(0) { $0 + Double(run.rank(of: "total", row: $1) ?? 0) * Double($1) }
        }
        say("three levels", seconds, sum)
    case "weightings":
        let table = try Table(text(1), units: number(2), indicators: number(3), levels: 1, evaluate: "raw")
        let probe = Probe(
            table.specification, catalogue: try table.catalogue(), measured: table.measured, threads: number(5))
        var count = 0
        let seconds = try await median(number(6)) {
            count = try await probe.weightings(draws: number(4), seed: 1).count
        }
        say("weightings", seconds, Double(count))
    case "decide":
        let table = try Table(
            text(2), units: number(3), indicators: number(4), levels: 1, evaluate: "raw", aggregate: text(1))
        let prepared = try await table.pipeline().prepare(table.measured)
        let columns = table.measured.measurements.mapValues(\.column)
        var sum = 0.0
        let seconds = try median(number(5)) {
            let run = try prepared.run(columns)
            sum = (0..<table.units).reduce(0) { $0 + (run.score(of: "total", row: $1) ?? 0) * Double($1 % 7) }
        }
        say(text(1), seconds, sum)
    case "national":
        let nation = National(units: number(1), indicators: number(2), periods: number(3))
        let start = ContinuousClock.now
        let results = try await nation.results()
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        let ranks = results.table("total", .rank)?.numbers ?? []
        say("national", seconds, ranks.enumerated().reduce(0) { $0 + $1.element * Double($1.offset % 7) })
        print("peak\t\(try peakOfMemory())")
    default:
        print("usage: engine asem|export|probe|table|levels|weightings|decide|national …")
        exit(64)
    }
} catch {
    print(error)
    exit(1)
}
