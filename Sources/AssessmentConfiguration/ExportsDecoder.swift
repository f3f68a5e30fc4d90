import AssessmentCore

/// Decodes the formats that are written, with their parameters and templates.
struct ExportsDecoder {
    let decoder: SpecificationDecoder
    let catalogue: Catalogue

    private var problems: DiagnosticCollector { decoder.problems }

    /// The key that a format for readers takes beside its parameters.
    static let templateKey = Key("template", .shape { templateShape }, "How it looks.")

    static let templateShape = Shape(
        name: "a template",
        summary: "How a format for readers, such as the web pages, looks. Several formats may include one.",
        keys: [
            Key(
                "languages", .list(.words(Language.self), of: "zh, en", atLeast: 1),
                "The languages that it is written in, the first one leading; those of the assessment if nothing."),
            Key("title", .bilingual, "The title; that of the assessment if nothing."),
            Key("logo", .path, "A picture (PNG, at most 1 MiB) for the head, beside the specification."),
            Key("colours", .shape { coloursShape }, "The colours; the format's own if nothing."),
            Key("footer", .bilingual, "What stands at the foot of every page."),
            Key(
                "decimals", .integer(0...6, called: "a number of decimals"),
                "The decimals of scores that no step rounds; what a step rounds is printed as it was rounded."),
            Key(
                "sections", .list(.text("a section"), of: "sections", atLeast: 1),
                "The parts that are written, of those that may be left out; all if nothing. `assess list methods html` names "
                    + "those of the web pages, and so for each format."),
        ])

    static let coloursShape = Shape(
        name: "colours",
        summary: "The colours of a format for readers.",
        keys: [
            Key(
                "accent", .text("a colour", matching: "^#[0-9A-Fa-f]{6}$"),
                "The colour of headings, links and charts, such as `\"#8a1c1c\"`: dark enough to be read on white, with a "
                    + "contrast of at least 4.5.", required: true)
        ])

    /// The formats, each once.
    func exports(_ fields: Fields) -> [ExportChoice] {
        let methods = MethodDecoder(problems: problems, whole: decoder.catalogue)
        var chosen: Set<String> = []
        return fields.items("exports").compactMap { item in
            guard
                let (choice, kept) = methods.choice(
                    item, among: catalogue.exporters.mapValues(\.description), kind: "format",
                    reserved: [ExportsDecoder.templateKey.name])
            else { return nil }
            if !chosen.insert(choice.id).inserted {
                problems.report(
                    at: item.position, "the format ‘\(choice.id)’ is listed twice", expected: "each format once")
            }
            if let reason = catalogue.exporters[choice.id]?.unavailable {
                problems.report(at: item.position, reason)
            }
            if let exporter = catalogue.exporters[choice.id] {
                let options = ParameterValues(choice.parameters, for: exporter.description.parameters)
                do {
                    try exporter.check(options)
                } catch {
                    problems.report(at: item.position, "\(error)")
                }
            }
            var export = ExportChoice(choice.id, parameters: choice.parameters, position: choice.position)
            guard let node = kept[ExportsDecoder.templateKey.name], let exporter = catalogue.exporters[choice.id] else {
                return export
            }
            guard !exporter.sections.isEmpty else {
                let others = catalogue.exporters.values.filter { !$0.sections.isEmpty }.map(\.description.id).sorted()
                problems.report(
                    at: node.position, "the format ‘\(choice.id)’ takes no template",
                    expected: "a template of " + others.joined(separator: ", "))
                return export
            }
            guard let settings = Fields(node, ExportsDecoder.templateShape, problems) else { return export }
            export.languages = decoder.languages(settings) ?? []
            export.template = template(settings, of: exporter, in: item.position.file)
            for objection in exporter.objections(to: export.template) {
                problems.report(
                    at: settings.position(of: objection.key), objection.problem, expected: objection.expected)
            }
            return export
        }
    }

    private func template(_ fields: Fields, of exporter: any Exporter, in file: String) -> ReportTemplate {
        ReportTemplate(
            title: fields.bilingual("title"), logo: logo(fields), accent: accent(fields),
            footer: fields.bilingual("footer"), decimals: decimals(fields),
            sections: sections(fields, of: exporter, in: file))
    }

    private func decimals(_ fields: Fields) -> Int? {
        guard let node = fields["decimals"] else { return nil }
        return problems.attempt { () throws(Diagnostic) in try node.integer(in: 0...6) }
    }

    /// The sections. A template in a file of its own may serve several formats, of which each has its own; one that is
    /// written at a format names those of that format.
    private func sections(_ fields: Fields, of exporter: any Exporter, in file: String) -> [String]? {
        guard let node = fields["sections"] else { return nil }
        let own = exporter.sections.map(\.id).sorted()
        let isShared = node.position.file != file
        let known = isShared ? Set(catalogue.exporters.values.flatMap { $0.sections.map(\.id) }).sorted() : own
        let written = fields.items("sections")
        if written.isEmpty {
            problems.report(at: node.position, "the list ‘sections’ is empty", expected: "at least one of them")
        }
        return written.compactMap { item in
            guard let id = problems.attempt({ () throws(Diagnostic) in try item.text() }) else { return nil }
            if !known.contains(id) {
                problems.report(
                    at: item.position,
                    isShared
                        ? "there is no section ‘\(id)’"
                        : "the format ‘\(exporter.description.id)’ has no section ‘\(id)’ that may be left out",
                    expected: "one of " + known.joined(separator: ", "),
                    suggestion: nearestMatch(to: id, among: known))
            }
            return id
        }
    }

    private func accent(_ fields: Fields) -> Colour? {
        guard let node = fields["colours"], let colours = Fields(node, ExportsDecoder.coloursShape, problems),
            let text = colours.text("accent")
        else { return nil }
        guard let colour = Colour(text) else {
            problems.report(
                at: colours.position(of: "accent"), "‘\(text)’ is no colour", expected: "a colour such as \"#8a1c1c\"")
            return nil
        }
        let contrast = colour.contrast(with: .white)
        if contrast < 4.5 {
            problems.report(
                at: colours.position(of: "accent"),
                "the colour \(text) cannot be read well on white: its contrast is "
                    + DecimalRounding.text(contrast, decimals: 2),
                expected: "a darker colour, of a contrast of at least 4.5 (WCAG 2.2, 1.4.3)")
        }
        return colour
    }

    private func logo(_ fields: Fields) -> ReportTemplate.Logo? {
        guard let file = decoder.path("logo", fields, in: decoder.home, mustExist: true) else { return nil }
        let position = fields.position(of: "logo")
        do throws(SourceFolder.Refusal) {
            let bytes = try decoder.home.bytes(file)
            guard bytes.count <= 1 << 20 else {
                problems.report(
                    at: position, "the logo ‘\(file)’ has \(bytes.count) bytes", expected: "at most 1 MiB (1048576)")
                return nil
            }
            if let objection = PictureCheck.objection(to: bytes) {
                problems.report(at: position, "‘\(file)’ \(objection.problem)", expected: objection.expected)
                return nil
            }
            return ReportTemplate.Logo(file: file, png: bytes)
        } catch {
            problems.report(at: position, error.problem, expected: error.expected)
            return nil
        }
    }
}

extension Specification {
    /// The logos of its formats, each once.
    var logos: [ReportTemplate.Logo] {
        var seen: Set<String> = []
        return exports.compactMap(\.template.logo).filter { seen.insert($0.file).inserted }
    }
}
