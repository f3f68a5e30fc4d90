internal import AssessmentCore
internal import AssessmentReview

/// A review in the words of the command line.
enum ReviewText {
    /// What is open, a line each.
    static func next(_ state: ReviewState) -> [String] {
        switch state.stage {
        case .planned: return []
        case .issued:
            let unreported = state.units.count { !state.reported.contains($0) }
            let unverified = state.units.count { state.verified[$0] == nil }
            return ["\(unreported) units have not reported, \(unverified) are not verified"]
        case .published:
            var lines: [String] = []
            if let run = state.run { lines.append("run \(run) is published") }
            if let comment = state.lastDayOfComment { lines.append("published for comment until \(comment)") }
            if let last = state.lastDayOfAppeals { lines.append("objections until \(last)") }
            lines += state.appeals.filter { $0.decision == nil }.map {
                "objection \($0.number) of \($0.unit) to be decided by \($0.due)"
            }
            if !state.openCorrections.isEmpty {
                let numbers = state.openCorrections.sorted().map(String.init).joined(separator: ", ")
                lines.append("a run is to follow from objection \(numbers)")
            }
            return lines
        case .approved, .final: return state.run.map { ["run \($0) is the result"] } ?? []
        }
    }

    private static func shortened(_ places: [String]) -> String {
        places.prefix(8).joined(separator: ", ") + (places.count > 8 ? " and \(places.count - 8) more" : "")
    }

    /// How late an objection was decided; nothing where it was in time.
    static func lateness(ofObjection number: Int, _ state: ReviewState) -> String? {
        guard let appeal = state.appeals.first(where: { $0.number == number }), appeal.daysLate > 0 else { return nil }
        return "decided \(appeal.daysLate) working day\(appeal.daysLate == 1 ? "" : "s") late, due \(appeal.due)"
    }

    /// An act in one line, with what the state after all acts adds to it.
    static func line(_ act: ReviewAct, _ state: ReviewState) -> String {
        let text =
            switch act {
            case .issue(let scheme, let authority, let document, _, let units):
                "scheme \(scheme.prefix(12))… by \(authority), \(document); \(units.count) units"
            case .revise(let scheme, let authority, let document, let reason):
                "scheme \(scheme.prefix(12))… by \(authority), \(document): \(reason)"
            case .selfReport(let unit, let evidence): "\(unit), \(evidence)"
            case .verify(let unit, let finding, let note):
                "\(unit): \(finding.rawValue)" + (note.isEmpty ? "" : ", \(note)")
            case .publish(let run, _, let results): "run \(run), results \(results.prefix(12))…"
            case .appeal(let unit, let cells, let objection, let evidence):
                "\(unit) on \(cells.joined(separator: ", ")): \(objection); evidence: \(evidence)"
            case .decide(let appeal, let decision, let reason, let authority):
                "objection \(appeal): \(decision.rawValue), \(reason); authority: \(authority)"
                    + (lateness(ofObjection: appeal, state).map { "; \($0)" } ?? "")
            case .amend(let run, _, let results, let changed, let others):
                "run \(run), results \(results.prefix(12))…; changed: "
                    + (changed.isEmpty ? "no total, rank or grade" : changed.joined(separator: ", "))
                    + (others.map { "; also \(shortened($0.places)), not decided here: \($0.reason)" } ?? "")
            case .approve(let authority, let document): "\(authority), \(document)"
            case .finalise: "the review is closed"
            }
        return printable(text)
    }
}
