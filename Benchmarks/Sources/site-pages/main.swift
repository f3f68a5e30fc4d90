import AssessmentCore
import AssessmentWorkbench
import ConsumptionFoundation
import Foundation
import LifeConsumption
import NewProductConsumption
import ProductionConsumption
import PublicServiceConsumption

// Times the web pages of an assessment apart from reading and scoring: making them, and writing them into a folder.
let words = CommandLine.arguments.dropFirst()
guard let path = words.first else {
    print("usage: site-pages SPECIFICATION [RUNS]")
    exit(64)
}
let runs = words.dropFirst().first.flatMap { Int($0) } ?? 5

/// The seconds of the wall clock and of all processors that some work took.
func time(_ work: () async throws -> Void) async rethrows -> (wall: Double, processors: Double) {
    func processors() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    let (start, before) = (ContinuousClock.now, processors())
    try await work()
    let wall = (ContinuousClock.now - start) / .seconds(1)
    return (wall, processors() - before)
}

func median(_ times: [Double]) -> String { String(format: "%.2f s", times.sorted()[times.count / 2]) }

do {
    let workbench = try Workbench(plugins: [
        LifeConsumption(), ProductionConsumption(), PublicServiceConsumption(), NewProductConsumption(),
        ConsumptionFoundation(),
    ])
    let loaded = try await workbench.load(path)
    let assessment = try await workbench.run(loaded)
    guard let exporter = assessment.catalogue.exporters["html"] else { exit(1) }
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("site-pages-\(getpid())").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var files: [OutputFile] = []
    var (making, writing): ([(wall: Double, processors: Double)], [(wall: Double, processors: Double)]) = ([], [])
    // The first run finds the memory cold and is not counted.
    for run in 0...runs {
        files = []
        let made = try await time {
            files = try await exporter.files(
                for: assessment, languages: assessment.specification.languages, options: ParameterValues())
        }
        try? FileManager.default.removeItem(atPath: folder)
        let written = try await time { try workbench.write(files, to: folder) }
        guard run > 0 else { continue }
        making.append(made)
        writing.append(written)
    }
    print("\(files.count) files, \(files.reduce(0) { $0 + $1.bytes.count } / 1_000_000) MB, median of \(runs)")
    for (name, times) in [("making ", making), ("writing", writing)] {
        print("\(name)  \(median(times.map(\.wall)))   processors \(median(times.map(\.processors)))")
    }
} catch {
    print(error)
    exit(1)
}
