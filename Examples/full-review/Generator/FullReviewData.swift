import ArgumentParser
import Foundation

@main
struct FullReviewData: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "full-review-data",
        abstract: "Generate the data of Examples/full-review. No figure is real.",
        discussion: "The same seed gives the same bytes. Run it in the folder of the package.")

    @Option(name: .shortAndLong, help: "The folder that the files are written to.", completion: .directory)
    var output = "Examples/full-review/data"

    @Option(help: "The seed of all draws.")
    var seed: UInt64 = 20_180_212

    @Option(help: "The file of units; their codes, names and changes are real.", completion: .file())
    var units = "Examples/anhui-2020/data/units.csv"

    func run() throws {
        guard let bytes = FileManager.default.contents(atPath: units) else {
            throw ValidationError(
                "There is no file ‘\(units)’; run this in the folder of the package, or give --units.")
        }
        let data = try DataSet(unitsFile: [UInt8](bytes), named: units, seed: seed)
        let folder = URL(fileURLWithPath: output)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for file in data.files {
            try Data(file.text.utf8).write(to: folder.appendingPathComponent(file.name), options: .atomic)
        }
        print("\(data.files.count) files of generated data (示例数据, seed \(seed)) written to \(output)")
    }
}
