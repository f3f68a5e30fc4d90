/// The parts of a small workbook, each of which a test may exchange.
struct WorkbookParts {
    var parts: [(name: String, text: String, oddity: ZipBytes.Oddity)]

    static let head = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#
    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    /// A workbook whose first sheet holds some rows, as XML within `sheetData` and what follows it.
    init(_ rows: String, after: String = "", texts: [String] = [], styles: String? = nil) {
        let types = "application/vnd.openxmlformats-officedocument.spreadsheetml"
        parts = [
            (
                "[Content_Types].xml",
                """
                \(Self.head)<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                <Default Extension="xml" ContentType="application/xml"/>\
                <Override PartName="/xl/workbook.xml" ContentType="\(types).sheet.main+xml"/></Types>
                """, .none
            ),
            (
                "_rels/.rels",
                Self.relationships([("rId1", "officeDocument", "xl/workbook.xml")]), .none
            ),
            (
                "xl/workbook.xml", Self.workbook(#"<sheet name="数据" sheetId="1" r:id="rId1"/>"#), .none
            ),
            (
                "xl/_rels/workbook.xml.rels",
                Self.relationships([
                    ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "sharedStrings", "sharedStrings.xml"),
                    ("rId3", "styles", "/xl/styles.xml"),
                ]), .none
            ),
            (
                "xl/sharedStrings.xml",
                Self.head + #"<sst xmlns="\#(Self.main)">"# + texts.map { "<si>\($0)</si>" }.joined() + "</sst>", .none
            ),
            (
                "xl/styles.xml",
                Self.head + #"<styleSheet xmlns="\#(Self.main)">"#
                    + (styles ?? #"<cellXfs><xf numFmtId="0"/></cellXfs>"#) + "</styleSheet>", .none
            ),
            (
                "xl/worksheets/sheet1.xml",
                Self.head + #"<worksheet xmlns="\#(Self.main)"><sheetData>"# + rows + "</sheetData>" + after
                    + "</worksheet>", .none
            ),
        ]
    }

    static func workbook(_ sheets: String, properties: String = "", names: String = "") -> String {
        head + #"<workbook xmlns="\#(main)" xmlns:r="\#(office)">"# + properties + "<sheets>" + sheets + "</sheets>"
            + names + "</workbook>"
    }

    static func relationships(_ list: [(id: String, kind: String, target: String)], external: Bool = false) -> String {
        head + #"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#
            + list.map {
                #"<Relationship Id="\#($0.id)" Type="\#(office)/\#($0.kind)" Target="\#($0.target)""#
                    + (external ? #" TargetMode="External""# : "") + "/>"
            }.joined() + "</Relationships>"
    }

    /// The workbook with another text in a part; without the part where there is none.
    func with(_ name: String, _ text: String?, _ oddity: ZipBytes.Oddity = .none) -> WorkbookParts {
        var other = self
        other.parts.removeAll { $0.name == name }
        if let text { other.parts.append((name, text, oddity)) }
        return other
    }

    /// The workbook with something odd about a part.
    func with(_ name: String, _ oddity: ZipBytes.Oddity) -> WorkbookParts {
        var other = self
        for index in other.parts.indices where other.parts[index].name == name { other.parts[index].oddity = oddity }
        return other
    }

    func text(_ name: String) -> String { parts.first { $0.name == name }?.text ?? "" }

    var bytes: [UInt8] {
        var zip = ZipBytes()
        for part in parts { zip.add(part.name, part.text, part.oddity) }
        return zip.bytes
    }
}
