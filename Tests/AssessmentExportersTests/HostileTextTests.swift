import AssessmentCore
import AssessmentExporters
import Foundation
import Testing

/// Every format of the build with texts that mean harm in every place that data or a specification fill: names of units,
/// groups, nodes, adjustments and tasks; sources, notes, reasons and authorities of decisions; files.
@Suite("Texts that mean harm, in every format")
struct HostileTextTests {
    static let texts = [
        "<script>alert(1)</script>", "=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(1)", "＝1",
        "\"><img src=x onerror=alert(1)>", "]]><x/>", "<\u{338}b>&\u{301}", "\u{202E}evil\u{2066}txt",
        String(repeating: "长", count: 300), String(repeating: "W", count: 300), "👩‍👩‍👧‍👦🏳️‍🌈", "a\nb\r\nc\u{2028}d", "tab\there",
        "\u{0}\u{1}\u{1B}[31mred\u{7F}", "back\\slash\\\"@zh .", "{{x}} ${y} %s",
    ]

    /// The formats that can be written in this build.
    static let formats = StandardExporters().exporters.filter { $0.unavailable == nil }.map(\.description.id)

    private static func files(_ format: String, _ text: String) async throws -> [String: OutputFile] {
        let exporter = try #require(StandardExporters().exporters.first { $0.description.id == format })
        let files = try await exporter.files(
            for: try await assessment(text), languages: [.chinese, .english],
            options: ParameterValues([:], for: exporter.description.parameters))
        return Dictionary(files.map { ($0.path, $0) }) { first, _ in first }
    }

    private static func assessment(_ text: String) async throws -> CompletedAssessment {
        let decided = try await Fixture.assessment(.all(text), decided: true, isLit: true)
        let done = try await TasksTests.assessment(text, with: decided)
        var specification = done.specification
        let name = BilingualText(same: text)
        specification.title = name
        for place in specification.peerGroups.indices { specification.peerGroups[place].name = name }
        for place in specification.adjustments.indices { specification.adjustments[place].name = name }
        specification.framework = renamed(specification.framework, name)
        let table = StatisticsTable(
            id: "descriptives", title: name, rows: ["total", text], columns: ["mean", text],
            values: [[1.5, nil], [-2, 3]], remarks: [name])
        var hostile = CompletedAssessment(
            specification: specification, catalogue: done.catalogue, data: done.data,
            peerGroupOfUnit: done.peerGroupOfUnit, ledger: done.ledger, coverage: done.coverage, statistics: [table],
            tasks: done.tasks, manifest: done.manifest)
        hostile.findings = [
            CheckFinding(
                check: "range", rule: "range", name: name, severity: .warning, variables: ["centres"],
                period: Fixture.period, subject: name, remark: name, question: name, askedOf: name,
                cases: [
                    CheckFinding.Case(
                        unit: "340100", found: 1, text: name,
                        origins: [Origin(file: text, sheet: text, row: 2, column: text)])
                ])
        ]
        hostile.robustness = Fixture.report(of: hostile, overMethods: true, words: name)
        return hostile
    }

    private static func renamed(_ node: FrameworkNode, _ name: BilingualText) -> FrameworkNode {
        var node = node
        node.name = name
        node.children = node.children.map { renamed($0, name) }
        return node
    }

    @Test("They stay text: no element, formula, control or mark of direction comes of them", arguments: formats)
    func staysText(format: String) async throws {
        let harmless = try await Self.files(format, "无害")
        let elements = Set(
            harmless.values.filter { $0.path.hasSuffix(".html") }.flatMap {
                PageReader(String(decoding: $0.bytes, as: UTF8.self)).elements
            })
        for text in Self.texts {
            let files = try await Self.files(format, text)
            #expect(files.count == harmless.count, "\(text)")
            for (path, file) in files {
                let written = String(decoding: file.bytes, as: UTF8.self)
                let plain = harmless[path].map { String(decoding: $0.bytes, as: UTF8.self) }
                switch path.split(separator: ".").last {
                case "html":
                    let reader = PageReader(written)
                    #expect(reader.problem == nil && reader.fetched == [], "\(path) \(text)")
                    #expect(Set(reader.elements).isSubset(of: elements), "\(path) \(text)")
                    #expect(written.unicodeScalars.allSatisfy(Self.isReadable), "\(path) \(text)")
                case "xml", "svg":
                    #expect(PageReader(written).problem == nil, "\(path) \(text)")
                    #expect(PageReader(written).elements == plain.map { PageReader($0).elements }, "\(path) \(text)")
                    #expect(written.unicodeScalars.allSatisfy(Self.isReadable), "\(path) \(text)")
                case "csv": compare(CSVRecords(file), harmless[path].map(CSVRecords.init), "\(path) \(text)")
                case "json", "jsonld":
                    let document = try JSONSerialization.jsonObject(with: Data(file.bytes))
                    #expect((document as? [String: Any])?.isEmpty == false, "\(path) \(text)")
                case "js", "css": #expect(written == plain, "\(path) \(text)")
                case "pdf": #expect(file.bytes.starts(with: "%PDF-".utf8), "\(path) \(text)")
                case "xlsx", "docx": #expect(file.bytes.starts(with: "PK".utf8), "\(path) \(text)")
                default: #expect(written.unicodeScalars.allSatisfy(Self.isReadable), "\(path) \(text)")
                }
            }
        }
    }

    /// Texts of a table begin no formula, and numbers are those of the harmless one.
    private func compare(_ table: CSVRecords, _ plain: CSVRecords?, _ place: Comment) {
        #expect(table.heading.count == plain?.heading.count && table.rows.count == plain?.rows.count, place)
        for (row, other) in zip(table.rows, plain?.rows ?? []) {
            for (name, cell) in row {
                if let number = other[name].flatMap(Double.init) {
                    // What holds sizes and digests of other files is no table.
                    #expect(Double(cell) == number, place)
                } else if let first = cell.unicodeScalars.first, "=+-@\t\r＝＋－＠".unicodeScalars.contains(first) {
                    Issue.record("\(name) begins a formula: \(cell.prefix(40)) (\(place))")
                }
            }
        }
    }

    private static func isReadable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A: true
        case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFFFE...0xFFFF: false
        default: true
        }
    }

    @Test("The result file gives every text back as it was read", arguments: texts)
    func readBack(text: String) async throws {
        let file = try #require(try await Self.files("json", text)["result.json"])
        let ledger = try ResultDocument(file.bytes, file: "result.json").ledger
        func same(_ read: String?) -> Bool { read.map { Array($0.utf8) == Array(text.utf8) } ?? false }
        #expect(same(ledger.title.zh) && same(ledger.basis) && same(ledger.notice?.en))
        #expect(same(ledger.units.first?.name.zh))
        #expect(ledger.nodes.allSatisfy { same($0.name.en) })
        let decisions = try #require(ledger.decisions)
        #expect(decisions.allSatisfy { same($0.reason) && same($0.authority) && same($0.decidedBy) && same($0.file) })
        #expect(same(ledger.tasks?.lines.first?.entries.first?.evidence))
    }

    @Test("What is to be taken apart is: the parts of office documents are well-formed", arguments: formats)
    func parts(format: String) async throws {
        let files = try await Self.files(format, Self.texts.joined()).values.filter {
            $0.path.hasSuffix(".xlsx") || $0.path.hasSuffix(".docx")
        }
        for file in files {
            let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).zip")
            defer { try? FileManager.default.removeItem(at: path) }
            try Data(file.bytes).write(to: path)
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            process.arguments = [
                "python3", "-c",
                """
                import sys, xml.dom.minidom, zipfile
                archive = zipfile.ZipFile(sys.argv[1])
                for name in archive.namelist():
                    if name.endswith((".xml", ".rels")): xml.dom.minidom.parseString(archive.read(name))
                    assert "vba" not in name.lower(), name
                """, path.path,
            ]
            try process.run()
            process.waitUntilExit()
            #expect(process.terminationStatus == 0, "\(file.path)")
        }
    }
}
