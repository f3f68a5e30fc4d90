internal import AssessmentCore

// What a scheme lays down of tasks.

extension TaskScheme {
    var lines: [SchemeListing.Line] {
        let late = late.map {
            "\(Formula.text(of: $0.points)) a month, at most \(Formula.text(of: $0.atMost))"
        }
        let lights =
            "yellow from \(Formula.text(of: lights.yellowFrom)), red above \(Formula.text(of: lights.redAbove)), late "
            + "\(lights.late.rawValue), made up \(lights.madeUp.rawValue) after \(lights.madeUpAfter.rawValue), best effort "
            + lights.bestEffort.rawValue
        return [
            SchemeListing.Line("tasks as of", asOf.description),
            SchemeListing.Line("tasks departments", departments ?? "none", departmentsPosition),
            SchemeListing.Line("tasks lights", lights),
            SchemeListing.Line("tasks late", late ?? "nothing taken away"),
            SchemeListing.Line("tasks scored against", measure.rawValue),
            SchemeListing.Line("tasks rounded", "\(decimals) decimals"),
        ] + tasks.flatMap(\.lines)
    }
}

extension ReviewTask {
    fileprivate var lines: [SchemeListing.Line] {
        func line(_ what: String, _ value: String) -> SchemeListing.Line {
            SchemeListing.Line("task \(id) \(what)", value, position)
        }
        return [
            line("lead", lead.map(\.party.words).joined(separator: ", ")),
            line("from", start.description), line("deadline", deadline.description),
            line("best effort", isBestEffort ? "yes" : "no"), line("plan", plan.words),
            line("points", Formula.text(of: points)),
        ] + quantity.rules.map { line("quantity\($0.place)", $0.value) }
    }
}

extension ReviewTask.Party {
    fileprivate var words: String {
        switch self {
        case .body(let code): code
        case .level(let level): "level \(level)"
        case .unitClass(let name): "class \(name)"
        case .named(let name): name.zh
        }
    }
}

extension ReviewTask.Plan {
    fileprivate var words: String {
        switch self {
        case .linear: "linear"
        case .atDeadline: "at the deadline"
        case .steps(let steps): steps.map { "\(Formula.text(of: $0.percent)) by \($0.by)" }.joined(separator: ", ")
        }
    }
}
