internal import AssessmentCore

// What a scheme lays down of units, data and the procedure: not what the files hold, except for classes and targets.

extension UnitSelection {
    /// The file of units, and which of its columns decide something.
    var lines: [SchemeListing.Line] {
        guard let table else { return [SchemeListing.Line("units file", file, position)] }
        let columns = [
            ("code", table.code ?? "number of the row"), ("parent", table.parent ?? "none"),
            ("groups", table.groups.isEmpty ? "none" : table.groups.joined(separator: ", ")),
            ("at", table.place ?? "the whole file"),
        ]
        return [SchemeListing.Line("units file", file, position)]
            + columns.map { SchemeListing.Line("units \($0.0)", $0.1, position) }
    }
}

extension DataFile {
    /// What the file holds, and for a table how it is read; nothing for facts, which decide nothing.
    var lines: [SchemeListing.Line] {
        func line(_ what: String, _ value: String) -> SchemeListing.Line {
            SchemeListing.Line("data ‘\(file)’\(what)", value, position)
        }
        switch content {
        case .facts: return []
        case .observations: return [line("", "observations")]
        case .register(let id): return [line("", "register \(id)")]
        case .targets: return [line("", "targets")]
        case .adjustments: return [line("", "adjustments")]
        case .progress: return [line("", "progress")]
        case .ratings: return [line("", "ratings")]
        case .assessors: return [line("", "assessors")]
        case .collection(let rules):
            return [line("", "collection")] + rules.map(\.rawValue).sorted().map { line(" numbers", $0) }
        case .table(let form):
            return [line("", "table"), line(" at", form.place ?? "the whole file")] + form.lines(line)
        case .query(let query):
            // What an engine is asked is laid down; where the data lie is not.
            let sql = query.sql.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            return [line("", "query"), line(" SQL", sql.joined(separator: " ↵ "))]
                + query.parameters.sorted { $0.key < $1.key }.map { line(" parameter ‘\($0)’", $1.words) }
                + query.form.lines(line)
        }
    }
}

extension TableForm {
    /// How the columns are read.
    fileprivate func lines(_ line: (String, String) -> SchemeListing.Line) -> [SchemeListing.Line] {
        [
            line(" unit", unit ?? "number of the row"), line(" period", period.words), line(" values", layout.words),
            line(" other units", ignoresOtherUnits ? "passed over" : "refused"),
        ]
            + codes.sorted { $0.key < $1.key }.map { line(" code ‘\($0)’", Formula.text(of: $1)) }
            + missing.sorted { $0.key < $1.key }.map { line(" missing ‘\($0)’", $1.rawValue) }
            + variables.sorted { $0.key < $1.key }.map { line(" column ‘\($0)’", $1) }
    }
}

extension TableForm.PeriodSource {
    fileprivate var words: String {
        switch self {
        case .column(let name): "column \(name)"
        case .only(let period): period.description
        }
    }
}

extension TableForm.Layout {
    fileprivate var words: String {
        switch self {
        case .wide: "a column a variable"
        case .long(let variable, let value): "variable in \(variable), value in \(value)"
        }
    }
}

extension Procedure {
    /// The days; the people and holidays are files that may change.
    var lines: [SchemeListing.Line] {
        [("comment", commentDays), ("appeal", appealDays), ("decision", decisionDays)].map {
            SchemeListing.Line("procedure \($0.0) days", "\($0.1)", position)
        }
    }
}
