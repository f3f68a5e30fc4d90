import AssessmentCore

/// Decodes what an indicator is to reach: numbers, or a rule that they follow from.
struct TargetDecoder {
    let decoder: FrameworkDecoder

    private var problems: DiagnosticCollector { decoder.problems }

    /// The keys of which one makes a mapping a rule rather than a table by year.
    private static let rules = ["path", "milestones", "share_out"]

    static let shape = Shape(
        name: "a target that follows from a rule",
        summary: "A rule from which the targets of units and periods follow; explanations show how.",
        keys: [
            Key("path", .shape { pathShape }, "The path on which a goal is reached at a steady rate of growth."),
            Key(
                "milestones", .list(.shape { milestoneShape }, of: "milestones", atLeast: 1),
                "Milestones with dates; the latest one that is due by the end of a period counts, of one day that for units "
                    + "before that for classes and that for all, and before the first one nothing is asked for."),
            Key(
                "share_out", .shape { shareShape },
                "A total that is shared out among the units of each level, adding up exactly (largest remainders)."),
        ],
        rules: [.exactlyOne(rules)])

    private static let pathShape = Shape(
        name: "a path",
        summary: "A goal, and the growth that leads to it: goal / (1 + growth)^years before.",
        keys: [
            Key("goal", .positive, "What is to be reached in the end.", required: true),
            Key("in", .year, "The year in which it is to be reached.", required: true),
            Key("growth", .number(), "The growth in per cent a year, such as 16.", required: true),
            Key("decimals", .decimals, "The decimals that the targets are rounded to; not rounded if nothing."),
        ])

    private static let milestoneShape = Shape(
        name: "a milestone",
        summary: "What is to be reached by a day, by all units or some.",
        keys: [
            Key("by", .date, "The last day on which it may be reached.", required: true),
            Key("value", .number(), "The number to be reached.", required: true),
            Key("units", .oneOrMore(.unit, "codes"), "The units that it is for; all if nothing."),
            Key(
                "classes", .oneOrMore(.text("a class, kind or level"), "classes"),
                "The classes, kinds or levels that it is for; all if nothing."),
        ])

    private static let shareShape = Shape(
        name: "a target that is shared out",
        summary: "A total and the key by which each unit has its share.",
        keys: [
            Key("total", .numberTable(atLeast: 0), "What is shared out, also by period."),
            Key("path", .shape { pathShape }, "The path of a goal whose value in each period is shared out."),
            Key(
                "by", .text("a key", often: ["equal", "base"]),
                "The key: equal, base (the indicator's own value), or a variable such as resident_population.",
                required: true),
            Key("of", .year, "The year that the key is of; with base or a variable."),
            Key("decimals", .decimals, "The decimals of a share; 0 if nothing."),
        ],
        rules: [.exactlyOne(["total", "path"])])

    /// The target of an indicator.
    func target(_ node: YAMLNode) -> Target? {
        guard case .mapping(let entries) = node.value,
            entries.contains(where: { TargetDecoder.rules.contains($0.key) })
        else { return decoder.methods.numberTable(node).map { .numbers($0) } }
        guard let fields = Fields(node, TargetDecoder.shape, problems) else { return nil }
        let given = TargetDecoder.rules.filter { fields[$0] != nil }
        guard given.count == 1 else {
            problems.report(
                at: node.position, "a target follows from one rule",
                expected: "one of " + TargetDecoder.rules.joined(separator: ", "))
            return nil
        }
        if let node = fields["path"] { return path(node).map { .path($0) } }
        if let node = fields["share_out"] { return share(node).map { .shared($0) } }
        let items = fields.items("milestones")
        if items.isEmpty {
            problems.report(at: node.position, "there are no milestones", expected: "at least one")
        }
        let milestones = items.compactMap(milestone)
        return milestones.count == items.count && !milestones.isEmpty ? .milestones(milestones) : nil
    }

    private func path(_ node: YAMLNode) -> TargetPath? {
        guard let fields = Fields(node, TargetDecoder.pathShape, problems) else { return nil }
        let (goal, year, growth) = (fields.positive("goal"), self.year("in", fields), fields.number("growth"))
        guard let goal, let year, let growth else { return nil }
        if growth <= -100 {
            problems.report(
                at: fields.position(of: "growth"), "a growth of \(Formula.text(of: growth)) % leaves nothing",
                expected: "a growth above -100")
            return nil
        }
        return TargetPath(goal: goal, year: year, growth: growth, decimals: decimals(fields))
    }

    private func milestone(_ node: YAMLNode) -> TargetMilestone? {
        guard let fields = Fields(node, TargetDecoder.milestoneShape, problems) else { return nil }
        let day = fields["by"].flatMap { node in problems.attempt { () throws(Diagnostic) in try node.date() } }
        guard let day, let value = fields.number("value") else { return nil }
        return TargetMilestone(
            by: day, value: value, units: fields.texts("units") ?? [], classes: fields.texts("classes") ?? [])
    }

    private func share(_ node: YAMLNode) -> SharedTarget? {
        guard let fields = Fields(node, TargetDecoder.shareShape, problems) else { return nil }
        guard (fields["total"] == nil) != (fields["path"] == nil) else {
            problems.report(at: node.position, "one total is shared out", expected: "either total or path")
            return nil
        }
        let total: SharedTarget.Total? =
            fields["path"].map { path($0).map { .path($0) } }
            ?? fields["total"].flatMap { decoder.methods.numberTable($0, atLeast: 0) }.map { .numbers($0) }
        guard let total, let by = fields.text("by"), let key = key(by, fields) else { return nil }
        return SharedTarget(total: total, key: key, decimals: decimals(fields) ?? 0)
    }

    private func key(_ text: String, _ fields: Fields) -> SharedTarget.Key? {
        if text == "equal" {
            if fields["of"] != nil {
                problems.report(
                    at: fields.position(of: "of"), "equal shares are of no year", expected: "no ‘of’ with by: equal")
            }
            return .equal
        }
        guard fields["of"] != nil else {
            problems.report(
                at: fields.position, "the key ‘\(text)’ is of no year",
                expected: "of: the year whose values are the key")
            return nil
        }
        guard let year = year("of", fields) else { return nil }
        if let period = decoder.period, year >= period {
            problems.report(
                at: fields.position(of: "of"),
                "a target of \(period) would follow from values of \(year), which are known only "
                    + "when it is due", expected: "a year before \(period)")
        }
        if text == "base" { return .base(year) }
        guard decoder.catalogue.variables[text] != nil else {
            problems.report(
                at: fields.position(of: "by"), "no plug-in that is listed knows the variable ‘\(text)’",
                expected: "equal, base, or a variable that an indicator of a plug-in under ‘plugins’ reads",
                suggestion: nearestMatch(
                    to: text, among: ["equal", "base"] + decoder.catalogue.variables.keys.sorted()))
            return nil
        }
        return .variable(text, year)
    }

    private func year(_ key: String, _ fields: Fields) -> Period? {
        fields[key].flatMap { node in problems.attempt { () throws(Diagnostic) in try node.period() } }
    }

    private func decimals(_ fields: Fields) -> Int? {
        fields["decimals"].flatMap { node in
            problems.attempt { () throws(Diagnostic) in try node.integer(in: 0...15) }
        }
    }
}
