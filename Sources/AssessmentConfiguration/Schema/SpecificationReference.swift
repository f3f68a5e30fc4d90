import AssessmentCore

/// The reference of assessment.yml as an article in Markdown: a section for each kind of mapping, with its keys.
///
/// It is derived from the shapes that reading follows.
public enum SpecificationReference {
    /// The article.
    public static var text: String {
        let shapes = SpecificationDecoder.shape.withNested
        let places = places(in: shapes)
        return introduction + shapes.map { section($0, behind: places[$0.name, default: []]) }.joined()
    }

    private static let introduction = """
        # The specification: assessment.yml

        Every key of assessment.yml and of the files that it includes: what stands behind it and what it means.

        `assess schema` prints the same as a JSON Schema, with which an editor completes and checks while one types. \
        `assess schema --reference` prints this page, and `assess list methods` what may be chosen as a method. Lines \
        that begin with `#` are comments.

        ## What stands behind a key

        | in words | what is written |
        |---|---|
        \(values.map { row([$0.0, $0.1]) }.joined())
        """

    private static let values: [(String, String)] = [
        (
            ValueForm.text().words,
            "A text, in quotes where it holds `: `, ` #` or, within braces, a comma. Codes such as "
                + "`340100` need no quotes."
        ),
        (ValueForm.identifier.words, "Small letters, digits, `_`, `-` and `.`, beginning with a letter."),
        (ValueForm.nodeIdentifier.words, "Letters of any script, digits, `_`, `-` and `.`, beginning with a letter."),
        (
            ValueForm.path.words,
            "The path of a file, relative to the folder of the specification, or to that of `--data`, "
                + "and inside it."
        ),
        (ValueForm.column.words, "The heading of a column; in rows that are JSON objects, the key."),
        (
            ValueForm.number().words,
            "Digits with a point, without quotes, separators, units of measure or a per cent sign."
        ),
        (
            ValueForm.numberTable().words,
            "One number; a number a year, `{ 2019: 80, 2020: 100 }`; or a list of lines "
                + "`{ unit, class, period, value }`."
        ),
        (ValueForm.year.words, "Four digits, such as `2020`."),
        (ValueForm.date.words, "Year, month and day, such as `2020-12-31`."),
        (ValueForm.bilingual.words, "A text for each language, `{ zh: 总分, en: Total }`, or one text for both."),
        (
            ValueForm.formula.words,
            "Such as `per(sales, resident_population, 10000)`: for an indicator over variables, for a "
                + "node above over the ids of nodes before it, `sum of (weight * score)` over its children, and as a step over "
                + "`value`."
        ),
        (
            ValueForm.referenceSet.words,
            ValueForm.listed(
                ReferenceScope.words(groupings: []).map { "`\($0)`" } + ["a base year such as `2018`"], "or")
                + "; or a column that groups units, such as `region`, or `region_and_period`."
        ),
        (
            ValueForm.listed(
                [.evaluator, .treatment, .imputation, .aggregation, .weighting, .format].map {
                    ValueForm.method($0).words
                }, "or"),
            "The id of a method or format, or `{ id: { parameter: value } }`. A format for readers takes `template` "
                + "beside its parameters, a method that compares with a reference set "
                + "`reference` beside its parameters, and an imputation `reasons`, a list of those for which it puts a "
                + "value in."
        ),
        ("a list", "`[a, b]`, or a line beginning with `- ` for each item; one that may be empty may be left empty."),
        (
            "`{ include: path }`",
            "What another YAML file holds. It may stand where a list or a mapping may, and as an item of "
                + "a list, where a file that holds a list stands for its items."
        ),
    ]

    /// Where each shape may stand: keys, each with the shapes that have it.
    private static func places(in shapes: [Shape]) -> [String: [(key: String, shapes: [String])]] {
        var places: [String: [(key: String, shapes: [String])]] = [:]
        for shape in shapes {
            for key in shape.keys {
                for nested in key.value.shapes {
                    if let index = places[nested.name]?.firstIndex(where: { $0.key == key.name }) {
                        places[nested.name]?[index].shapes.append(shape.name)
                    } else {
                        places[nested.name, default: []].append((key.name, [shape.name]))
                    }
                }
            }
        }
        return places
    }

    private static func section(_ shape: Shape, behind places: [(key: String, shapes: [String])]) -> String {
        var text = "\n## \(shape.name.prefix(1).uppercased() + shape.name.dropFirst())\n\n\(shape.summary)\n"
        if !places.isEmpty {
            let keys = places.map { "`\($0.key)` of \(ValueForm.listed($0.shapes, "and"))" }
            text += "\nIt stands behind \(keys.joined(separator: "; ")).\n"
        }
        text += "\n| key | what stands behind it | must be given | what it means |\n|---|---|---|---|\n"
        for key in shape.keys {
            text += row(["`\(key.name)`", words(key), key.isRequired ? "yes" : "", key.summary])
        }
        let rules = shape.rules.map(\.words)
        if !rules.isEmpty { text += "\n" + rules.map { "- \($0)\n" }.joined() }
        return text
    }

    /// What stands behind a key, with the sections that tell more.
    private static func words(_ key: Key) -> String {
        let names = key.value.shapes.map { "*\($0.name)*" }
        return names.isEmpty ? key.expects : "\(key.expects); see \(names.joined(separator: ", "))"
    }

    private static func row(_ cells: [String]) -> String {
        "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |\n"
    }
}
