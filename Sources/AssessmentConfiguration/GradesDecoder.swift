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
            Key(
                "quota", .shape { quotaShape },
                "How many units of a peer group may have the grade; any number if nothing."),
        ])

    static let quotaShape = Shape(
        name: "a quota",
        summary: "The places (名额) of a grade in each peer group. Who has none gets the next grade; ranks decide.",
        keys: [
            Key("share", .share, "The share of the ranked units of a group that may have the grade.", required: true),
            Key(
                "groups", .named(by: "group", .share), "The shares of single peer groups, by their ids."),
            Key(
                "rounding", .words(Quota.Rounding.self),
                "How a number of places that is not whole is rounded; down if nothing."),
            Key(
                "least_places", .integer(0...10_000, called: "a number of places"),
                "The places that a group has at least; 0 if nothing."),
            Key(
                "tied", .words(Quota.Tied.self),
                "Whether units that share the rank at which the places end have the grade, all of them or none; out if "
                    + "nothing."),
        ])

    static let groupShape = Shape(
        name: "a peer group",
        summary: "Units that are ranked among each other: those that every key below which is given fits.",
        keys: [
            Key("id", .identifier, "The id of the group.", required: true),
            Key("name", .bilingual, "The name of the group.", required: true),
            Key("levels", .levels, "The levels that belong to it."),
            Key("kinds", .oneOrMore(.text("a kind"), "kinds"), "The kinds of units that belong to it."),
            Key(
                "classes", .oneOrMore(.text("a class"), "classes"),
                "The classes of which a unit that belongs to it has one."),
            Key(
                "without_classes", .oneOrMore(.text("a class"), "classes"),
                "The classes of which no unit that belongs to it has one."),
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

    /// Refuses grades in points of full marks other than 100: scores are out of 100 whatever the full marks are.
    func checkGrades(_ fields: Fields, _ grades: [GradeBand], _ scale: WeightScale?) {
        guard case .points(let full) = scale, full != 100, let band = grades.first(where: { $0.atLeast > 100 }) else {
            return
        }
        problems.report(
            at: fields.position(of: "grades"),
            "a grade begins at \(Formula.text(of: band.atLeast)), and scores are out of 100, also with \(Formula.text(of: full)) full "
                + "marks", expected: "bounds out of 100, such as 90 for 90 % of the full marks")
    }

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
            bands.append(GradeBand(atLeast: bound, name: name, quota: quota(grade)))
        }
        if bands.count(where: { $0.quota != nil }) > 0, let lowest = bands.min(by: { $0.atLeast < $1.atLeast }),
            let position = lowest.quota?.position
        {
            problems.report(
                at: position, "the lowest grade has a quota, and there is no grade for those beyond it",
                expected: "quotas for better grades")
        }
        if let lowest = bands.map(\.atLeast).min(), lowest > 0, Set(bands.map(\.atLeast)).count == bands.count {
            problems.report(
                at: fields.position(of: "grades"),
                "a score below \(Formula.text(of: lowest)) would have no grade", expected: "a grade that begins at 0")
        }
        return bands
    }

    private func quota(_ grade: Fields) -> Quota? {
        guard let node = grade["quota"], let fields = Fields(node, SpecificationDecoder.quotaShape, problems),
            let share = fields.number("share", atLeast: 0, atMost: 1)
        else { return nil }
        var shares: [String: Double] = [:]
        for entry in fields.entries("groups") {
            guard let number = problems.attempt({ () throws(Diagnostic) in try entry.value.number() }) else { continue }
            if !(0...1).contains(number) {
                problems.report(
                    at: entry.value.position, "\(Formula.text(of: number)) is out of bounds",
                    expected: "a share from 0 to 1")
            }
            shares[entry.key] = number
        }
        let least = fields["least_places"].flatMap { node in
            problems.attempt { () throws(Diagnostic) in try node.integer(in: 0...10_000) }
        }
        return Quota(
            share: share, sharesOfGroups: shares, rounding: fields.word("rounding", Quota.Rounding.self) ?? .down,
            leastPlaces: least ?? 0, tied: fields.word("tied", Quota.Tied.self) ?? .without, position: node.position)
    }

    /// Notes the peer groups that quotas name and that are not listed.
    func checkQuotas(_ fields: Fields, _ bands: [GradeBand], _ groups: [PeerGroup]) {
        for (item, band) in zip(fields.items("grades"), bands) {
            for group in (band.quota?.sharesOfGroups ?? [:]).keys.sorted()
            where !groups.contains(where: { $0.id == group }) {
                problems.report(
                    at: band.quota?.position ?? item.position,
                    "the quota names the peer group ‘\(group)’, and there is none",
                    expected: groups.isEmpty
                        ? "peer_groups that list it" : "one of " + groups.map(\.id).joined(separator: ", "),
                    suggestion: nearestMatch(to: group, among: groups.map(\.id)))
            }
        }
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

    /// Whether the peer groups are those of a column, which only the file of units lists.
    func groupsByColumn(_ fields: Fields) -> Bool {
        if case .mapping = fields["peer_groups"]?.value { true } else { false }
    }

    /// The peer groups.
    func peerGroups(_ fields: Fields) -> [PeerGroup] {
        var groups: [PeerGroup] = []
        if groupsByColumn(fields) { return [] }
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
                    classes: group.texts("classes") ?? [], withoutClasses: group.texts("without_classes") ?? [],
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
            if let reason = catalogue.exporters[choice.id]?.unavailable {
                problems.report(at: item.position, reason)
            }
            if !chosen.insert(choice.id).inserted {
                problems.report(
                    at: item.position, "the format ‘\(choice.id)’ is listed twice", expected: "each format once")
            }
            return choice
        }
    }
}
