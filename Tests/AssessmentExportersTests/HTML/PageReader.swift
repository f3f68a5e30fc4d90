import Foundation

#if canImport(FoundationXML)
import FoundationXML
#endif

/// What a parser that trusts nothing finds on a page.
final class PageReader: NSObject, XMLParserDelegate {
    /// Why the page is not well-formed.
    private(set) var problem: String?
    /// Each element with the names of its attributes.
    private(set) var elements: [String] = []
    private(set) var references: [String] = []
    private(set) var fetched: [String] = []
    private(set) var ids: [String] = []
    private(set) var headings: [Int] = []
    private(set) var tables = 0
    private(set) var captions = 0
    private(set) var headingsWithoutScope = 0

    init(_ page: String) {
        super.init()
        let parser = XMLParser(data: Data(page.utf8))
        parser.delegate = self
        if !parser.parse() { problem = parser.parserError.map { "\($0)" } ?? "not well-formed" }
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String] = [:]
    ) {
        elements.append(([name] + attributes.keys.sorted()).joined(separator: " "))
        if let reference = attributes["href"] { references.append(reference) }
        if name == "script", let source = attributes["src"] { references.append(source) }
        for fetching in [name == "script" ? "" : "src", "srcset", "action", "style", "xlink:href"]
        where attributes[fetching] != nil {
            fetched.append("\(name) \(fetching)")
        }
        if ["iframe", "object", "embed", "base", "img"].contains(name) { fetched.append(name) }
        if name == "script", attributes["src"] == nil { fetched.append(name) }
        if let id = attributes["id"] { ids.append(id) }
        switch name {
        case "h1", "h2", "h3", "h4", "h5", "h6": headings.append(Int(name.dropFirst()) ?? 0)
        case "table": tables += 1
        case "caption": captions += 1
        case "th" where attributes["scope"] == nil: headingsWithoutScope += 1
        default: break
        }
    }
}
