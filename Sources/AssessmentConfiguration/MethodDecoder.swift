import AssessmentCore

/// Decodes the choice of a method and the values of its parameters, by what the method declares.
struct MethodDecoder {
    let problems: DiagnosticCollector
    /// The weightings that a combination may name.
    let weightings: [String: MethodDescription]
    /// Every linked plug-in, to tell a method of one that is not listed from one that does not exist.
    let whole: Catalogue

    init(problems: DiagnosticCollector, whole: Catalogue, weightings: [String: MethodDescription] = [:]) {
        self.problems = problems
        self.whole = whole
        self.weightings = weightings
    }

    /// A method written as its id, or as `{ id: { parameter: value } }`.
    ///
    /// - Parameter reserved: keys that are written among the parameters and do not belong to the method; their values
    ///   are given back.
    func choice(
        _ node: YAMLNode, among methods: [String: MethodDescription], kind: String, reserved: [String] = []
    ) -> (choice: MethodChoice, reserved: [String: YAMLNode])? {
        var id = node
        var settings: YAMLNode?
        if case .mapping(let entries) = node.value {
            guard entries.count == 1, let entry = entries.first else {
                problems.report(
                    at: node.position, "one \(kind) is needed here",
                    expected: "its id, or { id: { parameter: value } }")
                return nil
            }
            id = YAMLNode(position: entry.keyPosition, value: .scalar(text: entry.key, isPlain: false))
            settings = entry.value.isNull ? nil : entry.value
        }
        guard let name = problems.attempt({ () throws(Diagnostic) in try id.text() }) else { return nil }
        guard let description = methods[name] else {
            if let plugin = whole.plugin(bringing: name, kind: kind) {
                problems.reportUnlisted("the \(kind) ‘\(name)’", of: plugin, at: id.position)
                return nil
            }
            let known = methods.keys.sorted()
            problems.report(
                at: id.position, "there is no \(kind) ‘\(name)’",
                expected: MethodDecoder.wording(of: known, kind: kind),
                suggestion: nearestMatch(to: name, among: known))
            return nil
        }
        var kept: [String: YAMLNode] = [:]
        var entries: [YAMLEntry] = []
        if let settings {
            guard case .mapping(let written) = settings.value else {
                problems.report(
                    at: settings.position, "the parameters of ‘\(name)’ must be a mapping",
                    expected: "{ parameter: value }")
                return nil
            }
            for entry in written {
                if reserved.contains(entry.key) { kept[entry.key] = entry.value } else { entries.append(entry) }
            }
        }
        let parameters = values(
            entries, for: description.parameters, of: "‘\(name)’", at: id.position, alsoKnown: reserved)
        return (MethodChoice(name, parameters: parameters, position: id.position), kept)
    }

    /// What may be named, as a list where it is short.
    static func wording(of known: [String], kind: String) -> String {
        guard known.count > 12 else { return "one of " + known.joined(separator: ", ") }
        return ("aeiou".contains(kind.prefix(1)) ? "an " : "a ") + kind + " of ‘assess list methods’"
    }

    /// The values given to parameters; unknown and missing ones are noted.
    func values(
        _ entries: [YAMLEntry], for parameters: [Parameter], of owner: String, at position: SourcePosition,
        alsoKnown: [String] = []
    ) -> [String: ParameterValue] {
        var values: [String: ParameterValue] = [:]
        var given = Set(entries.map(\.key))
        for entry in entries {
            guard let parameter = parameters.first(where: { $0.name == entry.key }) else {
                let known = parameters.map(\.name) + alsoKnown
                let nearest = nearestMatch(to: entry.key, among: known)
                if let nearest { given.insert(nearest) }
                problems.report(
                    at: entry.keyPosition, "\(owner) has no parameter ‘\(entry.key)’",
                    expected: known.isEmpty ? "no parameters" : "one of " + known.joined(separator: ", "),
                    suggestion: nearest)
                continue
            }
            values[entry.key] = value(entry.value, parameter.kind)
        }
        for parameter in parameters where parameter.defaultValue == nil && !given.contains(parameter.name) {
            problems.report(
                at: position, "\(owner) needs the parameter ‘\(parameter.name)’",
                expected: "\(parameter.name): \(parameter.kind.name)")
        }
        return values
    }

    private func value(_ node: YAMLNode, _ kind: Parameter.Kind) -> ParameterValue? {
        switch kind {
        case .number(let low, let high):
            return numberTable(node, atLeast: low, atMost: high).map { .number($0) }
        case .text(let words):
            guard let text = problems.attempt({ () throws(Diagnostic) in try node.text() }) else { return nil }
            if !words.isEmpty, !words.contains(text) {
                problems.report(
                    at: node.position, "‘\(text)’ is not known here", expected: kind.name,
                    suggestion: nearestMatch(to: text, among: words))
            }
            return .text(text)
        case .flag:
            return problems.attempt { () throws(Diagnostic) in .flag(try node.boolean()) }
        case .units:
            guard case .sequence(let items) = node.value else {
                problems.report(at: node.position, "unit codes must be a list", expected: kind.name)
                return nil
            }
            return .units(items.compactMap { item in problems.attempt { () throws(Diagnostic) in try item.text() } })
        case .numbersByName: return numbersByName(node)
        case .matrix: return matrix(node)
        case .weightings:
            guard case .sequence(let items) = node.value else {
                problems.report(at: node.position, "weightings must be a list", expected: kind.name)
                return nil
            }
            return .methods(items.compactMap { choice($0, among: weightings, kind: "weighting")?.choice })
        case .records(let fields):
            guard case .sequence(let items) = node.value else {
                problems.report(at: node.position, "records must be a list", expected: kind.name)
                return nil
            }
            return .records(
                items.compactMap { item in
                    guard case .mapping(let entries) = item.value else {
                        problems.report(at: item.position, "a record must be a mapping", expected: kind.name)
                        return nil
                    }
                    return values(entries, for: fields, of: "a record", at: item.position)
                })
        }
    }

    private func numbersByName(_ node: YAMLNode) -> ParameterValue? {
        guard case .mapping(let entries) = node.value else {
            problems.report(
                at: node.position, "names with numbers must be a mapping", expected: Parameter.Kind.numbersByName.name)
            return nil
        }
        let numbers = entries.compactMap { entry in
            problems.attempt { () throws(Diagnostic) in (entry.key, try entry.value.number()) }
        }
        return .numbersByName(Dictionary(numbers, uniquingKeysWith: { first, _ in first }))
    }

    private func matrix(_ node: YAMLNode) -> ParameterValue? {
        guard case .sequence(let rows) = node.value else {
            problems.report(at: node.position, "a matrix must be a list of rows", expected: "[[1, 3], [1/3, 1]]")
            return nil
        }
        let read = rows.compactMap { row -> [Double?]? in
            guard case .sequence(let cells) = row.value else {
                problems.report(at: row.position, "a row of a matrix must be a list", expected: "[1, 3]")
                return nil
            }
            return cells.map { $0.isNull ? nil : fraction($0) }
        }
        return read.count == rows.count ? .matrix(read) : nil
    }

    /// A number, or a fraction of two whole numbers such as `1/3`.
    private func fraction(_ node: YAMLNode) -> Double? {
        if case .scalar(let text, _) = node.value {
            let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
            if parts.count == 2, let above = parts[0], let below = parts[1], below != 0 {
                return Double(above) / Double(below)
            }
        }
        return problems.attempt { () throws(Diagnostic) in try node.number() }
    }

    /// A line of a table of numbers.
    static func lineShape(_ number: ValueForm) -> Shape {
        Shape(
            name: "a line of a table",
            summary: "A number for what the line names; the most particular line counts.",
            keys: [
                Key("unit", .unit, "The unit that the number is for; every unit if nothing."),
                Key(
                    "class", .text("a class, kind or level of unit"),
                    "The units that the number is for, by class, kind or level; all if nothing."),
                Key("period", .year, "The period that the number is for; every period if nothing."),
                Key("value", number, "The number.", required: true),
            ])
    }

    private static let lineShape = lineShape(.number())

    /// A number; or a table of numbers, as `{ 2018: 3, 2019: 4 }` or a list of `{ unit, class, period, value }`.
    func numberTable(_ node: YAMLNode, atLeast low: Double? = nil, atMost high: Double? = nil) -> NumberTable? {
        func number(_ node: YAMLNode) -> Double? {
            guard let number = problems.attempt({ () throws(Diagnostic) in try node.number() }) else { return nil }
            guard number >= low ?? -.infinity, number <= high ?? .infinity else {
                problems.report(
                    at: node.position, "\(Formula.text(of: number)) is out of bounds",
                    expected: Parameter.Kind.number(atLeast: low, atMost: high).name)
                return nil
            }
            return number
        }
        switch node.value {
        case .scalar: return number(node).map { NumberTable($0) }
        case .mapping(let entries):
            return NumberTable(
                lines: entries.compactMap { entry in
                    let key = YAMLNode(position: entry.keyPosition, value: .scalar(text: entry.key, isPlain: true))
                    guard let period = problems.attempt({ () throws(Diagnostic) in try key.period() }),
                        let value = number(entry.value)
                    else { return nil }
                    return NumberTable.Line(period: period, value: value)
                })
        case .sequence(let items):
            var places: Set<NumberTable.Line> = []
            return NumberTable(
                lines: items.compactMap { item in
                    guard let fields = Fields(item, MethodDecoder.lineShape, problems), let node = fields["value"],
                        let value = number(node)
                    else { return nil }
                    let period = fields["period"].flatMap { node in
                        problems.attempt { () throws(Diagnostic) in try node.period() }
                    }
                    let line = NumberTable.Line(
                        unit: fields.text("unit"), unitClass: fields.text("class"), period: period, value: value)
                    var place = line
                    place.value = 0
                    if !places.insert(place).inserted {
                        problems.report(
                            at: item.position, "two lines of the table are for the same units and periods",
                            expected: "one number for each: strike out the one that does not hold")
                    }
                    return line
                })
        }
    }
}
