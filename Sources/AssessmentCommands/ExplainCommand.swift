internal import ArgumentParser
internal import AssessmentCore
internal import AssessmentExporters
internal import AssessmentWorkbench

struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Explain a result, from the grade down to the cells that it was read from.",
        discussion: """
            NODE is a pillar or an indicator of the framework, or its root. The chain from the root to the node comes \
            first, then everything below it:

              assess explain Examples/anhui-2020 340100 foundation.urban_income

            Of the root in the assessed period, how firm it is comes before, where ‘robustness’ is asked.

            With --sparing, the assessment is run in little memory, as by ‘assess run --sparing’: ranks and statistics are those \
            among all units, and how firm they are is not asked.
            """)

    @OptionGroup var source: SpecificationOptions

    @Argument(help: "The code or name of the unit, such as 340100 or 合肥市.")
    var unit: String

    @Argument(help: "The id of the node, such as total, which the root has unless it is given another.")
    var node: String

    @Option(help: "The period; the assessed one where none is given.")
    var period: String?

    @Option(help: "The language of the explanation, zh or en.")
    var language: Language = .english

    @Flag(help: "Run in little memory.")
    var sparing = false

    func run() async throws {
        try await Terminal().reporting {
            let workbench = try AssessmentCommand.workbench()
            let (assessment, answers) = sparing ? try await runSparingly(workbench) : try await run(workbench)
            let text = try explanation(of: assessment)
            print(text, terminator: "")
            for answer in answers where text.contains(answer.path) {
                Terminal.tell(
                    "\(answer.path) is the answer to a query; ‘assess run SPEC --output DIR’ writes it as DIR/\(answer.path)"
                )
            }
        }
    }

    private func run(_ workbench: Workbench) async throws -> (CompletedAssessment, answers: [OutputFile]) {
        let loaded = try await source.load(workbench)
        let isOfTotal = node == loaded.specification.framework.id
        return (try await workbench.run(loaded, askingRobustness: isOfTotal), loaded.answers)
    }

    private func runSparingly(_ workbench: Workbench) async throws -> (CompletedAssessment, answers: [OutputFile]) {
        let loaded = try await source.loadSparingly(workbench)
        let unit = try chosen(of: try workbench.assessedUnits(loaded))
        guard let assessment = try await workbench.explanation(of: unit.code, in: loaded) else {
            throw UsageProblem("no assessed unit is called ‘\(unit.code)’", written: unit.code, known: [])
        }
        return (assessment, loaded.answers)
    }

    /// The unit that is asked for, by its code or name.
    private func chosen(of units: [AssessedUnit]) throws -> AssessedUnit {
        guard
            let chosen = units.first(where: { $0.code == unit })
                ?? units.first(where: { $0.name.zh == unit || $0.name.en == unit })
        else {
            let names = units.flatMap { [$0.code, $0.name.zh, $0.name.en] }
            throw UsageProblem("no assessed unit is called ‘\(unit)’", written: unit, known: names)
        }
        return chosen
    }

    private func explanation(of assessment: CompletedAssessment) throws -> String {
        let panel = assessment.ledger.panel
        let chosen = try chosen(of: panel.units)
        let written = period ?? assessment.specification.period.description
        guard let period = Period(written), let row = panel.row(unit: chosen.code, period: period) else {
            throw UsageProblem(
                "the assessment has no period ‘\(written)’", written: "", known: panel.periods.map(\.description))
        }
        let path = assessment.path(to: node)
        guard let last = path.last else {
            let ids = assessment.specification.framework.subtree.map(\.id)
            throw UsageProblem("the framework has no node ‘\(node)’", written: node, known: ids)
        }
        var text = "\(chosen.name[language]) \(chosen.code) · \(period) · \(assessment.specification.title[language])\n"
        if last == assessment.specification.framework.id, let firm = UnitRobustness(assessment, row: row) {
            for sentence in firm.sentences { text += "  \(sentence[language].printable)\n" }
        }
        var depth = 0
        let words = TraceText(language: language, queries: assessment.manifest)
        for id in path.dropLast() {
            guard let trace = assessment.trace(of: id, row: row) else { continue }
            text += words.text(trace, depth: depth, withChildren: false)
            depth += 1
        }
        if let trace = assessment.trace(of: last, row: row) {
            text += words.text(trace, depth: depth, withChildren: true)
        }
        return text
    }
}

/// Writes a trace as indented lines.
struct TraceText {
    let language: Language
    /// The manifest, which tells the cells that are answers of engines.
    let queries: Manifest

    /// The lines of a trace.
    func text(_ trace: Trace, depth: Int, withChildren: Bool) -> String {
        let margin = String(repeating: "  ", count: depth)
        var text = "\(margin)▸ \(trace.name[language]) [\(trace.node)]\n"
        for line in trace.lines {
            text += "\(margin)  \(line.text[language])\n"
            for working in line.workings { text += "\(margin)      \(working[language])\n" }
            for cell in line.cells {
                text += "\(margin)      \(cell.label[language]): \(cell.value[language])\n"
                text += "\(margin)        ← \(place(cell.origin))\n"
                let remarks = [cell.origin.source, cell.origin.note].filter { !$0.isEmpty }
                if !remarks.isEmpty { text += "\(margin)          \(remarks.joined(separator: "; "))\n" }
            }
        }
        if withChildren {
            for child in trace.children { text += self.text(child, depth: depth + 1, withChildren: true) }
        }
        return text
    }

    private func place(_ origin: Origin) -> String {
        let query = queries.query(behind: origin)
        return switch language {
        case .chinese:
            "\(origin.file)" + (origin.sheet.map { "，工作表\($0)" } ?? "")
                + (origin.cell.map { "，单元格\($0)" } ?? "，第\(origin.row)行") + "，\(origin.column)列"
                + (query.map { "：\($0.file)在\($0.engine) \($0.version)上的结果" } ?? "")
        case .english:
            "\(origin.file)" + (origin.sheet.map { ", sheet \($0)" } ?? "")
                + (origin.cell.map { ", cell \($0)" } ?? ", row \(origin.row)") + ", column \(origin.column)"
                + (query.map { ": the answer to \($0.file) on \($0.engine) \($0.version)" } ?? "")
        }
    }
}
