public import AssessmentCore
internal import Foundation

/// The rules that the folders of this package's plug-ins keep, beside those that every plug-in keeps
/// (``ConformanceRule``).
public enum PluginConformance {
    /// What the folder of a plug-in says that the plug-in does not, or the other way round.
    ///
    /// Every file of `Sources/Indicators` must be named in the list of indicators, which stands in
    /// `Sources/<Plugin>.swift`; and the table of `README.md` must have a row a indicator, in the order of the list:
    /// id, name in Chinese and in English, unit of measure in Chinese, statements.
    ///
    /// - Parameter folder: the path of the plug-in's folder.
    public static func documentationFindings(_ plugin: any DomainPlugin, folder: String) -> [String] {
        let sources = URL(fileURLWithPath: folder).appendingPathComponent("Sources")
        let indicators = sources.appendingPathComponent("Indicators").path
        let list = sources.appendingPathComponent("\(plugin.description.id).swift")
        let readme = URL(fileURLWithPath: folder).appendingPathComponent("README.md")
        guard let files = try? FileManager.default.contentsOfDirectory(atPath: indicators),
            let listed = try? String(contentsOf: list, encoding: .utf8),
            let text = try? String(contentsOf: readme, encoding: .utf8)
        else { return ["\(folder): lacks README.md, \(list.lastPathComponent) or the folder Sources/Indicators"] }
        var findings: [String] = []
        for file in files.sorted() where file.hasSuffix(".swift") {
            let type = file.dropLast(".swift".count)
            if !listed.contains("\(type).indicator") {
                findings.append("Sources/Indicators/\(file): is not in the list of \(list.lastPathComponent)")
            }
        }
        let rows = text.split(separator: "\n").filter { $0.hasPrefix("| `\(plugin.description.prefix).") }.map(
            String.init)
        let expected = plugin.indicators.map { row($0.description) }
        for row in expected where !rows.contains(row) { findings.append("README.md: lacks the row \(row)") }
        if findings.isEmpty, rows != expected { findings.append("README.md: has other rows, or in another order") }
        return findings
    }

    /// Writes the rows of the table of `README.md` anew, where the first of them stands.
    ///
    /// - Parameter folder: the path of the plug-in's folder.
    /// - Throws: where the file cannot be read or written.
    public static func recordDocumentation(_ plugin: any DomainPlugin, folder: String) throws {
        let readme = URL(fileURLWithPath: folder).appendingPathComponent("README.md")
        let lines = try String(contentsOf: readme, encoding: .utf8)
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let isRow = { (line: String) in line.hasPrefix("| `\(plugin.description.prefix).") }
        let place = lines.firstIndex(where: isRow) ?? lines.endIndex
        let rows = plugin.indicators.map { row($0.description) }
        let written = lines[..<place] + rows + lines[place...].filter { !isRow($0) }
        try written.joined(separator: "\n").write(to: readme, atomically: true, encoding: .utf8)
    }

    private static func row(_ description: IndicatorDescription) -> String {
        let statements = description.statements.isEmpty ? "–" : description.statements.joined(separator: ", ")
        let cells = [
            "`\(description.id)`", description.name.zh, description.name.en, description.unitOfMeasure.symbol.zh,
            statements,
        ]
        return "| \(cells.joined(separator: " | ")) |"
    }
}
