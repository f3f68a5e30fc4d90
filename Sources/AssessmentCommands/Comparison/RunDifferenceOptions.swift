internal import ArgumentParser
internal import AssessmentArchive
internal import AssessmentCore
internal import AssessmentReview

/// What is shown of the difference of two runs, wherever they come from.
struct RunDifferenceOptions: ParsableArguments {
    @Option(help: "Only the cells of this unit, by code or name.")
    var unit: String?

    @Option(help: "Only the cells of this period.")
    var period: String?

    @Flag(help: "Leave out the cells, and show the inputs, the framework and the totals.")
    var short = false

    @Option(name: .customLong("csv"), help: "Also write every changed cell to this file.", completion: .file())
    var file: String?

    @Option(help: "The language of the text, zh or en.")
    var language: Language = .english

    /// Prints the difference, and writes its table where one is asked for.
    func show(_ difference: RunDifference) throws {
        let chosen = try unit.map { try code(of: $0, in: difference) }
        if let period, !difference.periods.contains(period) {
            throw UsageProblem("neither run has the period ‘\(period)’", written: "", known: difference.periods)
        }
        if let file { try TextFile.write(RunDifferenceTable(difference).text, to: file) }
        var text = RunDifferenceText(difference, language: language)
        text.unit = chosen
        text.period = period
        text.showsCells = !short
        print(text.text, terminator: "")
    }

    /// Prints the difference of two runs of an archive.
    func show(from before: Int, to after: Int, ofArchive path: String) throws {
        let archive = try Archive(reading: path)
        try show(
            RunDifference(
                from: try archive.results(of: try archive.run(before)),
                to: try archive.results(of: try archive.run(after))))
    }

    private func code(of unit: String, in difference: RunDifference) throws -> String {
        let names = difference.unitNames.sorted { $0.key < $1.key }
        guard
            let found = difference.unitNames[unit].map({ _ in unit })
                ?? names.first(where: { $0.value.zh == unit || $0.value.en == unit })?.key
        else {
            throw UsageProblem(
                "neither run has a unit ‘\(unit)’", written: unit,
                known: names.flatMap { [$0.key, $0.value.zh, $0.value.en] })
        }
        return found
    }
}
