#if Excel
internal import AssessmentCore

/// What a workbook says of itself, and the texts and formats that its sheets share.
struct WorkbookContents {
    private(set) var sheets: [SpreadsheetFile.SheetHead] = []
    private(set) var names: [SpreadsheetFile.DefinedName] = []
    private(set) var properties: [String: Workbook.Property] = [:]
    let dates: SerialDate.System
    let hasMacros: Bool
    let hasComments: Bool
    private(set) var texts: [String] = []
    private(set) var formats: [NumberFormat] = []

    init(_ parts: PackageParts) throws(PartProblem) {
        let archive = parts.archive
        let own = archive.has("_rels/.rels") ? try parts.relationships(of: "") : []
        guard archive.has("[Content_Types].xml"), let main = own.first(where: { $0.kind == "officeDocument" }) else {
            throw FileForm.problem(of: archive.names, type: try WorkbookContents.mimeType(archive))
        }
        let workbook = try PackageParts.part(main, from: "")
        let type = try parts.type(of: workbook) ?? ""
        if let problem = FileForm.problem(ofType: type) { throw problem }
        hasMacros = type.lowercased().contains("macroenabled")
        hasComments = archive.names.contains { name in
            let part = name.lowercased()
            return part.hasSuffix(".xml") && ["xl/comments", "xl/threadedcomments"].contains { part.hasPrefix($0) }
        }
        guard archive.has(workbook) else {
            throw PartProblem("the file has no workbook within: \(printable(workbook.prefix(200))) is missing")
        }
        let root = try parts.tree(workbook)
        dates = root.first("workbookPr")?.isSet("date1904") == true ? .from1904 : .from1900
        let related = try parts.relationships(of: workbook)
        sheets = try WorkbookContents.sheets(root, related, workbook)
        names = (root.first("definedNames")?.all("definedName") ?? []).map { node in
            SpreadsheetFile.DefinedName(
                name: node.attributes["name"] ?? "", text: node.text,
                sheet: node.attributes["localSheetId"].flatMap { Int($0) })
        }
        for relationship in related where ["sharedStrings", "styles"].contains(relationship.kind) {
            let part = try PackageParts.part(relationship, from: workbook)
            do throws(PartProblem) {
                if relationship.kind == "styles" {
                    formats = try CellStyles.read(part, of: archive, parts.limits)
                } else {
                    texts = try SharedTexts.read(part, of: archive, parts.limits)
                }
            } catch {
                throw error.within(part)
            }
        }
        if let custom = own.first(where: { $0.kind == "custom-properties" || $0.kind == "customProperties" }) {
            properties = try WorkbookContents.properties(
                parts.tree(try PackageParts.part(custom, from: "")))
        }
    }

    private static func sheets(
        _ root: XMLTree.Node, _ related: [PackageParts.Relationship], _ workbook: String
    ) throws(PartProblem) -> [SpreadsheetFile.SheetHead] {
        let targets = Dictionary(related.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var sheets: [SpreadsheetFile.SheetHead] = []
        var taken: Set<String> = []
        for node in root.first("sheets")?.all("sheet") ?? [] {
            let name = node.attributes["name"] ?? ""
            guard !name.isEmpty else { throw PartProblem("a sheet has no name").within(workbook) }
            guard taken.insert(name.lowercased()).inserted else {
                throw PartProblem(
                    "two sheets are named ‘\(printable(name.prefix(60)))’ (letters of either case are the same)",
                    expected: "a name of its own for each sheet"
                ).within(workbook)
            }
            guard let target = node.attributes["id"].flatMap({ targets[$0] }) else {
                throw PartProblem("the sheet ‘\(printable(name.prefix(60)))’ has no part in the file").within(workbook)
            }
            sheets.append(
                SpreadsheetFile.SheetHead(
                    name: name, visibility: visibility(node.attributes["state"]),
                    hasCells: target.kind == "worksheet", part: try PackageParts.part(target, from: workbook)))
        }
        if sheets.isEmpty { throw PartProblem("the workbook has no sheets").within(workbook) }
        return sheets
    }

    private static func visibility(_ state: String?) -> SpreadsheetFile.SheetHead.Visibility {
        switch state {
        case "hidden": .hidden
        case "veryHidden": .veryHidden
        default: .visible
        }
    }

    private static func properties(_ root: XMLTree.Node) -> [String: Workbook.Property] {
        var properties: [String: Workbook.Property] = [:]
        for node in root.all("property") {
            guard let name = node.attributes["name"], let value = node.children.first else { continue }
            switch value.name {
            case "i1", "i2", "i4", "i8", "int", "ui1", "ui2", "ui4", "ui8", "uint", "r4", "r8", "decimal":
                let number = Array(value.text.utf8).withUnsafeBufferPointer(CellNumber.parse)
                properties[name] = number.map { .number($0) } ?? .text(value.text)
            case "bool": properties[name] = .boolean(["1", "true"].contains(value.text))
            default: properties[name] = .text(EscapedText.decode(Array(value.text.utf8)))
            }
        }
        return properties
    }

    /// What an OpenDocument file says that it is.
    private static func mimeType(_ archive: ZipArchive) throws(PartProblem) -> String {
        guard archive.has("mimetype") else { return "" }
        var bytes = [UInt8](repeating: 0, count: 100)
        let count = try archive.stream("mimetype").read(into: &bytes, atMost: bytes.count)
        return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    }
}
#endif
