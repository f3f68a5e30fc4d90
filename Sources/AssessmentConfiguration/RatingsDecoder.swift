import AssessmentCore

/// Decodes who rates qualitative items, and how the ratings become one value.
struct RatingsDecoder {
    let problems: DiagnosticCollector

    /// The words for a combination without parameters.
    enum Plain: String, CaseIterable {
        case mean, median
    }

    enum Method: String, CaseIterable {
        case robustZ = "robust_z"
    }

    /// The scheme of a specification; nothing where there is none, or none that can be read.
    func scheme(_ node: YAMLNode?) -> RatingScheme? {
        guard let node, let fields = Fields(node, RatingsDecoder.shape, problems) else { return nil }
        let scale = fields["scale"].flatMap(scale)
        var weights: [String: Double] = [:]
        var sources: [RatingSource] = []
        for item in fields.items("sources") {
            guard let (source, weight) = source(item, among: sources) else { continue }
            sources.append(source)
            weights[source.id] = weight
        }
        if let sources = fields["sources"], fields.items("sources").isEmpty {
            problems.report(at: sources.position, "there are no sources of ratings", expected: "at least one")
        }
        if let items = fields["items"], fields.items("items").isEmpty {
            problems.report(at: items.position, "there are no rated items", expected: "at least one")
        }
        // An item may name a source that could not be read, which was told.
        let known = sources.count == fields.items("sources").count ? sources.map(\.id) : nil
        var items: [RatingItem] = []
        for node in fields.items("items") {
            guard let item = item(node, among: items, known, weights, scale) else { continue }
            items.append(item)
        }
        var scheme = RatingScheme(sources: sources, items: items, position: node.position)
        if let node = fields["outlying"], let outlying = Fields(node, RatingsDecoder.outlyingShape, problems) {
            _ = outlying.word("method", Method.self)
            scheme.outlyingAbove = outlying.positive("above") ?? scheme.outlyingAbove
            scheme.outlyingFrom = outlying.number("at_least", atLeast: 0, atMost: 100) ?? 0
        }
        if let node = fields["show_names"] {
            scheme.showsNames = problems.attempt { () throws(Diagnostic) in try node.boolean() } ?? false
        }
        return scheme
    }

    private func scale(_ node: YAMLNode) -> RatingScale? {
        let ends = RatingsDecoder.ends
        guard let fields = Fields(node, RatingsDecoder.scaleShape, problems),
            let from = fields.number("from", atLeast: ends.lowerBound, atMost: ends.upperBound),
            let to = fields.number("to", atLeast: ends.lowerBound, atMost: ends.upperBound)
        else { return nil }
        if from == to {
            problems.report(
                at: node.position, "the ends of the scale are the same", expected: "two numbers, such as 0 and 100")
            return nil
        }
        return RatingScale(from: from, to: to)
    }

    private func source(_ node: YAMLNode, among known: [RatingSource]) -> (RatingSource, Double)? {
        guard let fields = Fields(node, RatingsDecoder.sourceShape, problems), let id = fields.text("id"),
            let name = fields.bilingual("name"), let kind = fields.word("kind", RatingSource.Kind.self),
            let weight = fields.positive("weight"), let absence = fields.word("absent", RatingSource.Absence.self)
        else { return nil }
        problems.checkIdentifier(id, at: fields.position(of: "id"))
        if known.contains(where: { $0.id == id }) {
            problems.report(
                at: fields.position(of: "id"), "two sources of ratings have the id ‘\(id)’",
                expected: "an id of its own")
        }
        if kind == .ownUnit, let other = known.first(where: { $0.kind == .ownUnit }) {
            problems.report(
                at: fields.position(of: "kind"), "‘\(other.id)’ is what units say of themselves already",
                expected: "kind: others; self-report is the one source that comes from the unit itself")
        }
        let least = fields["least"].flatMap { node in
            problems.attempt { () throws(Diagnostic) in try node.integer(in: 1...10_000) }
        }
        let combination = fields["combine"].flatMap(combination) ?? .mean
        if case .trimmedEach(let each) = combination, let combine = fields["combine"], (least ?? 1) <= 2 * each {
            problems.report(
                at: fields["least"]?.position ?? combine.position,
                "\(least ?? 1) \((least ?? 1) == 1 ? "rating leaves" : "ratings leave") none when \(each) "
                    + "\(each == 1 ? "is" : "are") cut from each end",
                expected: "least: \(2 * each + 1) or more")
        }
        return (
            RatingSource(
                id: id, name: name, kind: kind, combination: combination, least: least ?? 1, absence: absence), weight
        )
    }

    private func combination(_ node: YAMLNode) -> RatingCombination? {
        guard case .mapping = node.value else {
            return node.word(Plain.self, problems).map { $0 == .mean ? .mean : .median }
        }
        guard let fields = Fields(node, RatingsDecoder.combinationShape, problems) else { return nil }
        let given = ["trimmed_mean", "drop_each_end"].filter { fields[$0] != nil }
        guard given.count == 1 else {
            problems.report(
                at: node.position, "ratings are combined in one way", expected: "trimmed_mean or drop_each_end")
            return nil
        }
        if let each = fields["drop_each_end"] {
            return problems.attempt { () throws(Diagnostic) in try each.integer(in: 1...1000) }.map { .trimmedEach($0) }
        }
        guard let trimmed = fields["trimmed_mean"],
            let own = Fields(trimmed, RatingsDecoder.trimmedShape, problems)
        else { return nil }
        return own.number("share", atLeast: 0, atMost: 0.49).map { .trimmedShare($0) }
    }

    private func item(
        _ node: YAMLNode, among known: [RatingItem], _ sources: [String]?, _ weights: [String: Double],
        _ common: RatingScale?
    ) -> RatingItem? {
        guard let fields = Fields(node, RatingsDecoder.itemShape, problems), let id = fields.text("id"),
            let name = fields.bilingual("name")
        else { return nil }
        problems.checkNodeIdentifier(id, at: fields.position(of: "id"))
        if known.contains(where: { $0.id == id }) {
            problems.report(
                at: fields.position(of: "id"), "two rated items have the id ‘\(id)’", expected: "an id of its own")
        }
        let scale = fields["scale"].flatMap(scale) ?? common
        func part(_ source: String, _ weight: Double?, _ own: RatingScale?, at position: SourcePosition)
            -> RatingItem.Part?
        {
            guard let weight = weight ?? weights[source] else { return nil }
            guard let scale = own ?? scale else {
                if fields["scale"] == nil {
                    problems.report(
                        at: position, "‘\(id)’ has no scale",
                        expected: "scale: { from: 0, to: 100 } here, or above for all ratings")
                }
                return nil
            }
            return RatingItem.Part(source, weight: weight, scale: scale)
        }
        var parts: [RatingItem.Part] = []
        if fields["sources"] != nil {
            for node in fields.items("sources") {
                guard let own = Fields(node, RatingsDecoder.partShape, problems), let source = own.text("id") else {
                    continue
                }
                guard weights[source] != nil else {
                    guard let sources else { continue }
                    problems.report(
                        at: own.position(of: "id"), "there is no source of ratings ‘\(source)’",
                        expected: "one of " + sources.joined(separator: ", "),
                        suggestion: nearestMatch(to: source, among: sources))
                    continue
                }
                if parts.contains(where: { $0.source == source }) {
                    problems.report(
                        at: own.position(of: "id"), "‘\(id)’ lists the source ‘\(source)’ twice", expected: "each once")
                }
                let part = part(
                    source, own.positive("weight"), own["scale"].flatMap(self.scale), at: node.position)
                if let part { parts.append(part) }
            }
        } else {
            for source in sources ?? [] {
                guard let part = part(source, nil, nil, at: node.position) else { break }
                parts.append(part)
            }
        }
        return RatingItem(id: id, name: name, parts: parts, position: node.position)
    }
}

extension SpecificationDecoder {
    /// Notes rated items that nothing reads, and files of ratings that go with no scheme.
    func checkRatings(
        _ scheme: RatingScheme?, isWritten: Bool, _ indicators: WrittenIndicators, _ data: [DataFile]
    ) {
        let used = Set(indicators.indicators.compactMap { ($0 as? RatedIndicator)?.item.id })
        for item in scheme?.items ?? [] where !used.contains(item.id) {
            guard let position = item.position else { continue }
            problems.report(
                at: position, "no indicator reads the ratings of ‘\(item.id)’",
                expected: "an indicator { rating: \(item.id) } in the framework, or no such item")
        }
        if !isWritten, let file = data.first(where: { [.ratings, .assessors].contains($0.content) }) {
            problems.report(
                at: file.position, "‘\(file.file)’ is about ratings, and the specification does not say who rates what",
                expected: "ratings: sources and items")
        }
    }
}
