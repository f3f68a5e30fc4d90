import AssessmentCore
import Foundation
import Testing

#if canImport(FoundationXML)
import FoundationXML
#endif

/// A Word document as a program reads it that knows nothing of python-docx: a zip archive of XML.
struct WordReader {
    /// A paragraph outside of tables, or a cell.
    struct Paragraph: Hashable {
        /// The id of its style.
        var style = ""
        var text = ""
    }

    /// The parts of the archive by path.
    let parts: [String: String]
    /// Every paragraph in reading order, those of cells among them.
    let paragraphs: [Paragraph]
    /// The cells of every row of every table.
    let rows: [[String]]

    /// - Throws: where the file is no archive, or a part of it no XML.
    init(_ file: OutputFile) throws {
        let place = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).docx")
        try Data(file.bytes).write(to: place)
        defer { try? FileManager.default.removeItem(at: place) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
        process.arguments = [
            "-I", "-c",
            """
            import json, sys, zipfile
            archive = zipfile.ZipFile(sys.argv[1])
            assert archive.testzip() is None
            json.dump({name: archive.read(name).decode("utf-8", "replace") for name in archive.namelist()}, sys.stdout)
            """, place.path,
        ]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        parts = try JSONDecoder().decode([String: String].self, from: data)
        for (path, part) in parts where path.hasSuffix(".xml") || path.hasSuffix(".rels") {
            try #require(XMLParser(data: Data(part.utf8)).parse(), "\(path) is no XML")
        }
        let content = Content()
        let parser = XMLParser(data: Data((parts["word/document.xml"] ?? "").utf8))
        parser.delegate = content
        try #require(parser.parse())
        (paragraphs, rows) = (content.paragraphs, content.rows)
    }

    /// A part by its path.
    func part(_ path: String) throws -> String { try #require(parts[path], "there is no \(path)") }
}

/// Collects paragraphs and rows from document.xml.
private final class Content: NSObject, XMLParserDelegate {
    var paragraphs: [WordReader.Paragraph] = []
    var rows: [[String]] = []
    private var isText = false
    private var row: [String]?

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String] = [:]
    ) {
        switch name {
        case "w:p": paragraphs.append(WordReader.Paragraph())
        case "w:pStyle": paragraphs[paragraphs.count - 1].style = attributes["w:val"] ?? ""
        case "w:br": paragraphs[paragraphs.count - 1].text += "\n"
        case "w:t": isText = true
        case "w:tr": row = []
        default: break
        }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        if isText { paragraphs[paragraphs.count - 1].text += string }
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        switch name {
        case "w:t": isText = false
        case "w:tc": row?.append(paragraphs.last?.text ?? "")
        case "w:tr":
            rows.append(row ?? [])
            row = nil
        default: break
        }
    }
}
