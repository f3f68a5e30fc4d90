/// The hierarchy of the ASEM example.
enum ASEM {
    /// The children of each group: indicators of pillars, pillars of sub-indexes, sub-indexes of the index.
    static func children() throws -> [String: [String]] {
        let table = try PublishedTable("asem/iMeta")
        let parents = try table.texts("Parent")
        let codes = try table.texts("iCode")
        var children: [String: [String]] = [:]
        for (parent, code) in zip(parents, codes) where parent != "NA" { children[parent, default: []].append(code) }
        return children
    }

    /// The eight pillars with their indicators, by name.
    static func pillars() throws -> [(String, [String])] {
        let children = try children()
        return try indicators(below: "Index", depth: 2).map { ($0, children[$0] ?? []) }
    }

    /// The codes so many levels below a group.
    static func indicators(below group: String, depth: Int) throws -> [String] {
        let children = try children()
        return (0..<depth).reduce([group]) { codes, _ in codes.flatMap { children[$0] ?? [] } }
    }
}
