import AssessmentCore
import Foundation

/// Writes the same data and two specifications, one with the domain linked in and one with it as a process.
struct Generator {
    let units: Int
    let years: Int

    func write(to folder: String) throws {
        let root = URL(fileURLWithPath: folder)
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        func file(_ name: String, _ text: String) throws {
            try text.write(to: root.appendingPathComponent(name), atomically: true, encoding: .utf8)
        }
        var list = "code,name_zh,name_en,level\n"
        for unit in 0..<units { list += "\(100_000 + unit),单位\(unit),Unit \(unit),county\n" }
        try file("units.csv", list)
        var generator = SplitMix64(seed: 20180212)
        var rows = "unit,variable,period,value\n"
        let variables =
            Set(BenchmarkDomain(id: "x").indicators.flatMap(\.description.variables).map(\.id)).sorted()
        for variable in variables {
            for period in periods {
                for unit in 0..<units where Double.random(in: 0..<1, using: &generator) > 0.02 {
                    let value = Double.random(in: 1..<100_000, using: &generator)
                    rows += "\(100_000 + unit),\(variable),\(period),\((value * 100).rounded() / 100)\n"
                }
            }
        }
        try file("observations.csv", rows)
        try file("linked.yml", specification("Linked"))
        try file("hosted.yml", specification("{ process: [./plugin-process, serve] }"))
    }

    private var periods: ClosedRange<Int> { 2020 - years + 1...2020 }

    private func specification(_ plugin: String) -> String {
        let indicators = (0..<BenchmarkDomain.count).map { index in
            "    - { use: benchmark.indicator_\(index), weight: 1, evaluate: { min_max: { reference: period } } }"
        }
        return """
            assessment:
              id: benchmark
              kind: evaluation
              title: { zh: 基准, en: Benchmark }
              period: 2020
              history: \(2020 - years + 1)-2019
            units: { file: units.csv, levels: county, in_force_on: 2020-12-31 }
            plugins:
              - \(plugin)
            data:
              - observations: observations.csv
            framework:
              weights: relative
              missing: { otherwise: renormalise, too_much_missing: zero }
              indicators:
            \(indicators.joined(separator: "\n"))
            exports: [csv]

            """
    }
}
