internal import AssessmentCore
internal import AssessmentData
internal import Foundation

// Writes a file of observations, or reads one as the source `observations` does: text and units are checked, a value that is
// given twice would be refused, and each value keeps its row. Prints how many rows and values there are, the sum of the
// values in ten-thousandths, the seconds of the reading and the peak of memory behind it, in MiB.
let words = CommandLine.arguments.dropFirst()
guard words.count == 3 || words.count == 4, let rows = Int(words[2]) else {
    print("usage: observations-reading write|read ROWS FILE [THREADS]")
    exit(64)
}
let path = words[3]
if words[1] == "write" { exit(Generator.write(rows: rows, to: path) ? 0 : 73) }

func mebibytes() -> Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss / 1024
}

let units = Generator.units(rows: rows)
let threads = words.count == 4 ? Int(words[4]) : nil
let start = ContinuousClock.now
guard let stream = fopen(path, "rb"), let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
else { exit(65) }
let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
    count = fread(buffer.baseAddress, 1, size, stream)
}
fclose(stream)
let loaded = ContinuousClock.now - start
var seen = HeldObservations()
do throws(DiagnosticList) {
    let observations = try ObservationsFile.read(
        bytes, file: "observations.csv", units: units, variables: nil, seen: &seen, threads: threads)
    let seconds = ContinuousClock.now - start
    let peak = mebibytes()
    var (values, sum) = (0, 0)
    for position in observations.indices {
        guard let value = observations.value(at: position) else { continue }
        values += 1
        sum += Int((value * 10_000).rounded())
    }
    print(observations.count, values, sum, seconds / .seconds(1), peak, loaded / .seconds(1))
} catch {
    print(error)
    exit(65)
}
