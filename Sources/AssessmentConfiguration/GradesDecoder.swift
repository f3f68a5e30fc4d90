import AssessmentCore

extension SpecificationDecoder {
    static let gradeShape = Shape(
        name: "a grade",
        summary: "A grade and the scores that belong to it: from its lowest one up to the next grade.",
        keys: [
            Key(
                "at_least", .number(), "The lowest score, which belongs to the grade; the lowest grade has 0.",
                required: true),
            Key("name", .bilingual, "The name of the grade, such as 优秀.", required: true),
        ])

    static let groupShape = Shape(
        name: "a peer group",
        summary: "Units that are ranked among each other: those that every key below which is given fits.",
        keys: [
            Key("id", .identifier, "The id of the group.", required: true),
            Key("name", .bilingual, "The name of the group.", required: true),
            Key("levels", .levels, "The levels that belong to it."),
            Key("kinds", .oneOrMore(.text("a kind"), "kinds"), "The kinds of units that belong to it."),
            Key("units", .oneOrMore(.unit, "codes"), "The units that belong to it."),
        ])

    static let groupsByShape = Shape(
        name: "peer groups by a column",
        summary: "A peer group for each text of a column of the table of units.",
        keys: [
            Key(
                "by", .text("a column that groups units"), "The column, which `groups` of the units must list.",
                required: true)
        ])

    /// The bands of grades.
    func grades(_ fields: Fields) -> [GradeBand] {
        var bands: [GradeBand] = []
        for item in fields.items("grades") {
            guard let grade = Fields(item, SpecificationDecoder.gradeShape, problems),
                let bound = grade.number("at_least"), let name = grade.bilingual("name")
            else { continue }
            if bands.contains(where: { $0.atLeast == bound }) {
                problems.report(
                    at: grade.position(of: "at_least"), "two grades begin at \(Formula.text(of: bound))",
                    expected: "a lowest score of its own for each grade")
            }
            bands.append(GradeBand(atLeast: bound, name: name))
        }
        if let lowest = bands.map(\.atLeast).min(), lowest > 0, Set(bands.map(\.atLeast)).count == bands.count {
            problems.report(
                at: fields.position(of: "grades"),
                "a score below \(Formula.text(of: lowest)) would have no grade", expected: "a grade that begins at 0")
        }
        return bands
    }

    /// The column of the table of units that peer groups are taken from, where they are written as `{ by: column }`.
    func peerGroupsBy(_ fields: Fields, groupings: [String]) -> String? {
        guard let node = fields["peer_groups"], case .mapping = node.value,
            let column = Fields(node, SpecificationDecoder.groupsByShape, problems)?.text("by")
        else { return nil }
        if !groupings.contains(column) {
            problems.report(
                at: node.position, "‘\(column)’ does not group the units",
                expected: groupings.isEmpty
                    ? "units: { groups: [\(column)] }" : "one of " + groupings.joined(separator: ", "),
                suggestion: nearestMatch(to: column, among: groupings))
        }
        return column
    }

    /// The peer groups.
    func peerGroups(_ fields: Fields) -> [PeerGroup] {
        var groups: [PeerGroup] = []
        if case .mapping = fields["peer_groups"]?.value { return [] }
        for item in fields.items("peer_groups") {
            guard let group = Fields(item, SpecificationDecoder.groupShape, problems), let id = group.text("id"),
                let name = group.bilingual("name")
            else { continue }
            problems.checkIdentifier(id, at: group.position(of: "id"))
            if groups.contains(where: { $0.id == id }) {
                problems.report(
                    at: group.position(of: "id"), "two peer groups have the id ‘\(id)’", expected: "an id of its own")
            }
            groups.append(
                PeerGroup(
                    id: id, name: name, levels: group.texts("levels") ?? [], kinds: group.texts("kinds") ?? [],
                    units: group.texts("units") ?? [], position: item.position))
        }
        return groups
    }

    /// The formats that are written.
    func exports(_ fields: Fields, _ catalogue: Catalogue) -> [MethodChoice] {
        let methods = MethodDecoder(problems: problems, whole: self.catalogue)
        var chosen: Set<String> = []
        return fields.items("exports").compactMap { item in
            guard
                let choice = methods.choice(
                    item, among: catalogue.exporters.mapValues(\.description), kind: "format")?.choice
            else { return nil }
            if !chosen.insert(choice.id).inserted {
                problems.report(
                    at: item.position, "the format ‘\(choice.id)’ is listed twice", expected: "each format once")
            }
            return choice
        }
    }
}
