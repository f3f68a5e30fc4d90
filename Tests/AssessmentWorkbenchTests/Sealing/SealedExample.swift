import AssessmentArchive
import AssessmentCore
import AssessmentData
import AssessmentReview
import AssessmentWorkbench
import ConsumptionFoundation
import Foundation
import LifeConsumption
import NewProductConsumption
import ProductionConsumption
import PublicServiceConsumption

/// The evaluation of Anhui, run and sealed, in a folder that goes away with it.
final class SealedExample {
    let workbench: Workbench
    let loaded: Workbench.Loaded
    let assessment: CompletedAssessment
    let key = SigningKey()
    let folder: URL

    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// - Parameter exports: the formats, as the specification lists them.
    init(exports: String = "[json, csv]") async throws {
        folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
            .appendingPathComponent("sealing-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let example = folder.appendingPathComponent("example")
        try FileManager.default.copyItem(
            at: SealedExample.root.appendingPathComponent("Examples/anhui-2020"), to: example)
        let specification = example.appendingPathComponent("assessment.yml")
        let text = try String(contentsOf: specification, encoding: .utf8)
        // A few replications are sealed and computed again as many are.
        try text.replacing("exports: [html, json, csv]", with: "exports: \(exports)")
            .replacing("  seed: 20201231\n", with: "  seed: 20201231\n  draws: 20\n")
            .replacing("  sensitivity: { base: 128 }\n", with: "")
            .write(to: specification, atomically: true, encoding: .utf8)
        workbench = try Workbench(plugins: [
            LifeConsumption(), ProductionConsumption(), PublicServiceConsumption(), NewProductConsumption(),
            ConsumptionFoundation(),
        ])
        loaded = try await workbench.load(example.path)
        assessment = try await workbench.run(loaded)
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    func path(_ name: String) -> String { folder.path + "/" + name }

    /// Writes the bundle, and gives its path.
    func seal(_ name: String = "bundle", signedBy key: SigningKey? = nil) async throws -> String {
        try workbench.write(
            bundle: try await workbench.bundle(of: assessment, loaded, signedBy: key ?? self.key), to: path(name))
        return path(name)
    }

    /// A bundle as somebody makes it who changes result.json and signs all of it anew, digests of results included.
    func forge(_ name: String, signedBy key: SigningKey, _ change: (String) throws -> String)
        async throws -> String
    {
        var files = try await workbench.files(of: assessment).filter { $0.path != "result.json" }
        guard let result = try await workbench.files(of: assessment).first(where: { $0.path == "result.json" }) else {
            throw CocoaError(.fileNoSuchFile)
        }
        let text = try change(String(decoding: result.bytes, as: UTF8.self))
        let ledger = text.split(separator: "\n")[1].dropFirst("\"ledger\":".count).dropLast()
        var manifest = assessment.manifest
        manifest.results = sha256(Array(ledger.utf8))
        let forged = text.replacing(assessment.manifest.results, with: manifest.results)
        files.append(OutputFile(path: "result.json", text: forged))
        let inputs = Dictionary(loaded.files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
        let bundle = try SealedBundle(
            Seal.Run(assessment.with(manifest)), inputs: inputs, results: files, plugins: [:])
        try workbench.write(bundle: try bundle.files(signedBy: key), to: path(name))
        return path(name)
    }

    /// result.json with another first number in the table of a node and step.
    static func changing(
        _ node: String, _ step: String, in text: String, _ change: (Double) -> Double
    ) throws -> String {
        let mark = "\"node\":\"\(node)\""
        var start = text.startIndex
        while let range = text.range(of: mark, range: start..<text.endIndex) {
            start = range.upperBound
            guard let step = text.range(of: "\"step\":\"\(step)\",\"values\":[", range: start..<text.endIndex),
                text.range(of: "\"node\":", range: start..<step.lowerBound) == nil,
                let end = text[step.upperBound...].firstIndex(where: { ",]".contains($0) }),
                let value = Double(text[step.upperBound..<end])
            else { continue }
            return text.replacingCharacters(in: step.upperBound..<end, with: change(value).description)
        }
        throw CocoaError(.fileReadCorruptFile)
    }
}
