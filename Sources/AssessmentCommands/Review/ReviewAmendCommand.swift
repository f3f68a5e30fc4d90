internal import ArgumentParser
internal import AssessmentArchive
internal import AssessmentCore
internal import AssessmentReview

struct ReviewAmendCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "amend",
        abstract: "Put a run that follows from decisions in place of the published one.",
        discussion: """
            The run is compared with the published one. What changed by a cause of its own (data, decisions, methods, \
            targets, weights, the framework, peer groups, program versions) must lie in the unit of an upheld objection, \
            at the nodes that it is about; totals, ranks and scores that follow may change anywhere. Anything else is \
            refused and named, unless --also says why it changed too.
            """)

    @OptionGroup var review: ReviewArgument
    @Argument(help: "The number of the run.") var number: Int
    @OptionGroup var options: ActorOptions
    @Option(
        help: ArgumentHelp(
            "Why the run changes more than was decided; it is recorded, and ‘status’ shows it.", valueName: "reason"))
    var also: String?

    func run() async throws {
        try await review.act(options) { archive, record in
            let run = try record.run(number, archive)
            guard let published = record.state.run else {
                throw UsageProblem("no run is published; expected ‘assess review publish’ first")
            }
            let scheme = try archive.schemeDigest(of: run)
            // Without an upheld objection, or out of its turn, the run is refused for that and not for what it changes.
            _ = try record.state(
                after: .amend(run: number, scheme: scheme, results: run.results, changed: []), by: options.actor,
                on: try options.day(), today: try CalendarDate.today)
            let amendment = Amendment(
                from: try archive.results(of: try archive.run(published)), to: try archive.results(of: run),
                following: record.state.uncorrected)
            let others = try others(amendment, published, record.state)
            var text = RunDifferenceText(amendment.difference, language: .english)
            text.showsCells = false
            print(text.text, terminator: "")
            if let others {
                print("changed besides what was decided, since \(printable(others.reason)):")
                for line in AmendmentText.lines(amendment) { print("  \(line)") }
            }
            return .amend(
                run: number, scheme: scheme, results: run.results, changed: amendment.changedUnits, others: others)
        }
    }

    /// What the run changes besides what was decided; nothing where it does not.
    ///
    /// - Throws: `ReviewRefusal` where no reason is given for it; `UsageProblem` where one is given for nothing.
    private func others(
        _ amendment: Amendment, _ published: Int, _ state: ReviewState
    ) throws -> ReviewAct.OtherChanges? {
        if amendment.isAsDecided {
            if also == nil { return nil }
            throw UsageProblem("run \(number) changes nothing besides what was decided; leave out --also")
        }
        if let also { return ReviewAct.OtherChanges(reason: also, places: amendment.places) }
        let numbers = state.uncorrected.map { String($0.number) }.joined(separator: ", ")
        throw ReviewRefusal(
            "run \(number) changes more of run \(published) than was decided on objection \(numbers):\n"
                + AmendmentText.lines(amendment).map { "  \($0)\n" }.joined()
                + "expected a run whose input files differ from those of run \(published) in what was decided alone, or "
                + "--also with the reason for these changes")
    }
}

/// What was not decided of an amendment, in the words of the command line.
enum AmendmentText {
    private static let most = 20

    /// A line for each change, the first ones where there are many.
    static func lines(_ amendment: Amendment) -> [String] {
        let text = RunDifferenceText(amendment.difference, language: .english)
        func change(_ before: [String], _ after: [String]) -> String {
            [before, after].map { $0.isEmpty ? "–" : $0.joined(separator: ", ") }.joined(separator: " → ")
        }
        var lines = amendment.programs.map { "\($0.name): \($0.before ?? "–") → \($0.after ?? "–")" }
        lines += amendment.units.map {
            "\(text.name(ofUnit: $0.code)): \($0.fields.isEmpty ? text.existence($0.isBefore, $0.isAfter) : text.fields($0.fields))"
        }
        lines += amendment.nodes.map {
            "framework, \($0.id): \($0.fields.isEmpty ? text.existence($0.isBefore, $0.isAfter) : text.fields($0.fields))"
        }
        lines += amendment.decisions.map {
            "\(text.name(ofUnit: $0.unit)), \($0.period), \($0.node), decisions: \(change($0.before, $0.after))"
        }
        lines += amendment.cells.map { cell in
            "\(text.name(ofUnit: cell.unit)), \(cell.period), " + text.row(cell).joined(separator: " ")
        }
        if amendment.changesTasks { lines.append("the report on tasks is another one") }
        let shown = lines.prefix(most).map(printable)
        return lines.count > most ? shown + ["and \(lines.count - most) more; see ‘assess archive diff’"] : shown
    }
}

extension Amendment {
    /// The codes of the units whose total, rank or grade changed.
    fileprivate var changedUnits: [String] {
        var units: [String] = []
        for total in difference.totals where total.before != total.after && !units.contains(total.unit) {
            units.append(total.unit)
        }
        return units
    }
}
