import AssessmentCore

/// A syntax error of libyaml, to be told in words that say what to do.
struct YAMLSyntaxProblem {
    /// What libyaml says is wrong.
    let problem: String
    /// What libyaml was reading, where it says so.
    let context: String?
    /// Where libyaml noticed the problem.
    let position: SourcePosition
    /// Where the thing that libyaml was reading begins; without meaning where there is no context.
    let opening: SourcePosition
    /// The text of the line at the position, or nothing behind the end of the file.
    let line: String?
    /// The text of the line at the opening.
    let openingLine: String

    /// The problem as a diagnostic.
    var diagnostic: Diagnostic {
        switch problem {
        case "found unexpected end of stream", "found unexpected document indicator":
            Diagnostic(at: opening, "the quotation mark opened here is never closed" + hint("“”", in: openingLine))
        case "could not find expected ':'":
            Diagnostic(
                at: opening, "there is no ‘: ’ between key and value" + hint("：", in: openingLine),
                expected: "‘key: value’ with a colon and a space")
        case _ where context?.contains("directive") == true:
            Diagnostic(at: opening, "this line begins with ‘%’ but is no instruction that is supported; delete it")
        default: Diagnostic(at: position, sentence)
        }
    }

    private var sentence: String {
        switch problem {
        case "found character that cannot start any token": strayCharacter
        case "found a tab character that violates indentation",
            "found a tab character where an indentation space is expected":
            "a tab is used for indentation; use spaces"
        case "mapping values are not allowed in this context":
            "a ‘:’ does not fit here: either the line is indented too far, or a text with ‘: ’ in it needs quotes"
        case "block sequence entries are not allowed in this context":
            "a ‘-’ does not fit here: begin the list on a line of its own, and indent its lines alike"
        case "mapping keys are not allowed in this context":
            "a ‘?’ does not fit here: put a text that begins with it in quotes"
        case "did not find expected key" where !startsLine, "did not find expected '-' indicator" where !startsLine:
            "the value ends before this place; if the text goes on, put all of it in one pair of quotation marks"
        case "did not find expected key":
            "this does not continue the mapping that begins at \(opening.inWords): indent its keys alike"
        case "did not find expected '-' indicator":
            "this does not continue the list that begins at \(opening.inWords): "
                + "begin each item with ‘- ’ and indent them alike"
        case "did not find expected ',' or ']'":
            "the list that opens at \(opening.inWords) lacks a ‘,’ before this place or a closing ‘]’"
                + hint("，、］】", in: openingLine)
        case "did not find expected ',' or '}'":
            "the mapping that opens at \(opening.inWords) lacks a ‘,’ before this place or a closing ‘}’"
                + hint("，、｝", in: openingLine)
        case "did not find expected node content":
            line == nil
                ? "the file ends inside a list or mapping; close it with ‘]’ or ‘}’"
                : "a value is missing before this place, or a text that begins with this character needs quotes"
        case "did not find expected <document start>":
            "what stands above is complete, so nothing may follow: indent this line like those above, or delete it"
        case "did not find expected alphabetic or numeric character":
            "‘*’ and ‘&’ stand for aliases and anchors, named in letters and digits; put other texts in quotes"
        case "found incompatible YAML document", "found duplicate %YAML directive":
            "this line asks for a YAML that is not supported; delete it"
        default: contextual
        }
    }

    private var contextual: String {
        switch context {
        case "while parsing a quoted scalar", "while scanning a quoted scalar":
            "a backslash in double quotes begins an escape, and this is none: write ‘\\\\’ or use single quotes"
        case "while scanning a block scalar":
            "a text begun with ‘|’ or ‘>’ starts on the next line; nothing but ‘+’, ‘-’ or a digit 1 to 9 may follow"
        case "while scanning a tag", "while parsing a tag", "while parsing a node":
            "a ‘!’ begins a tag, which is not supported: put a text that begins with it in quotes"
        default: otherwise
        }
    }

    private var otherwise: String { "this is not valid YAML (\(problem))" }

    private var strayCharacter: String {
        switch line?.unicodeScalars.dropFirst(position.column - 1).first {
        case "\t": "a tab is used for indentation; use spaces"
        case let character?: "‘\(character)’ cannot begin a value; put the text in quotes"
        case nil: otherwise
        }
    }

    /// Whether nothing but blanks stands before the position on its line.
    private var startsLine: Bool {
        (line ?? "").unicodeScalars.prefix(position.column - 1).allSatisfy { $0 == " " }
    }

    /// A hint where a line holds a Chinese sign that looks like the one that is missing.
    private func hint(_ signs: String, in line: String) -> String {
        guard let sign = line.first(where: { signs.contains($0) }) else { return "" }
        return "; the Chinese sign ‘\(sign)’ in the line does not count"
    }
}
