#if Excel
internal import AssessmentCore

/// How the parts of a package refer to each other (ECMA-376 part 2).
struct PackageParts {
    /// A reference from one part to another one.
    struct Relationship {
        let id: String
        /// The last piece of its type, such as `worksheet`, which both forms of the format share.
        let kind: String
        let target: String
        let isExternal: Bool
    }

    let archive: ZipArchive
    let limits: SpreadsheetLimits

    /// The references of a part; those of the package itself for an empty name.
    func relationships(of part: String) throws(PartProblem) -> [Relationship] {
        let (folder, file) = PackageParts.split(part)
        let list = (folder.isEmpty ? "" : folder + "/") + "_rels/" + file + ".rels"
        guard archive.has(list) else { return [] }
        return try tree(list).all("Relationship").map { node in
            Relationship(
                id: node.attributes["Id"] ?? "",
                kind: String((node.attributes["Type"] ?? "").split(separator: "/").last ?? ""),
                target: node.attributes["Target"] ?? "",
                isExternal: node.attributes["TargetMode"]?.lowercased() == "external")
        }
    }

    /// A part kept whole.
    func tree(_ part: String) throws(PartProblem) -> XMLTree.Node {
        do throws(PartProblem) {
            return try XMLTree.read(part, of: archive, limits)
        } catch {
            throw error.within(part)
        }
    }

    /// The name of the part that a reference of another one means.
    ///
    /// - Throws: where it leads out of the file.
    static func part(
        _ relationship: Relationship, from source: String
    ) throws(PartProblem) -> String {
        let target = relationship.target
        func refused(_ problem: String) -> PartProblem {
            PartProblem(
                "it takes a part from ‘\(printable(target.prefix(120)))’, \(problem)",
                expected: "a workbook that holds all that belongs to it"
            ).within(source.isEmpty ? "_rels/.rels" : source)
        }
        if relationship.isExternal || target.contains("://") || target.lowercased().hasPrefix("file:") {
            throw refused("outside of the file, and nothing is fetched")
        }
        var pieces = target.hasPrefix("/") ? [] : split(source).folder.split(separator: "/").map(String.init)
        for piece in target.split(whereSeparator: { $0 == "/" || $0 == "\\" }) where piece != "." {
            if piece != ".." {
                pieces.append(String(piece))
            } else if pieces.popLast() == nil {
                throw refused("outside of the file")
            }
        }
        return pieces.joined(separator: "/")
    }

    private static func split(_ part: String) -> (folder: String, file: String) {
        guard let slash = part.lastIndex(of: "/") else { return ("", part) }
        return (String(part[..<slash]), String(part[part.index(after: slash)...]))
    }

    /// The type of a part by the list of types; nothing where it lists none.
    func type(of part: String) throws(PartProblem) -> String? {
        let types = try tree("[Content_Types].xml")
        let name = "/" + part.lowercased()
        if let own = types.all("Override").first(where: { $0.attributes["PartName"]?.lowercased() == name }) {
            return own.attributes["ContentType"]
        }
        let ending = part.split(separator: ".").last.map { $0.lowercased() } ?? ""
        return types.all("Default").first { $0.attributes["Extension"]?.lowercased() == ending }?
            .attributes["ContentType"]
    }
}
#endif
