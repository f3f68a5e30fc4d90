internal import AssessmentCore
internal import AssessmentPipeline

/// Computes the scores and the rank of a unit whose figures are of another year than those of the others.
///
struct RowMixing {
    /// What comes out for a unit.
    struct Outcome {
        var score: Double?
        var rank: Int?
        var nodes: [Double?] = []
        var absence: BilingualText?
    }

    private let prepared: MixedYears.Prepared
    private let root: String
    private let nodes: [String]
    private var runs: [AssessmentRun]
    private let problem: PipelineError?
    private let exchanges: [AssessmentRun.RowExchange]

    init(_ prepared: MixedYears.Prepared, root: String, nodes: [String]) {
        (self.prepared, self.root, self.nodes) = (prepared, root, nodes)
        var (runs, problem): ([AssessmentRun], PipelineError?) = ([], nil)
        for run in prepared.runs {
            switch run {
            case .success(let run): runs.append(run)
            case .failure(let error): problem = problem ?? error
            }
        }
        (self.runs, self.problem) = (runs, problem)
        exchanges =
            runs.count == 2
            ? [(0, 1), (1, 0)].map { runs[$0].exchange(with: runs[$1], in: prepared.period) } : []
    }

    /// The outcome of a unit, by the years of its own figures and of those of the others: 0 the earlier, 1 the later.
    mutating func outcome(of code: String, own: Int, others: Int) -> Outcome {
        guard runs.count == 2, let row = prepared.assessment.panel.row(unit: code, period: prepared.period) else {
            return Outcome(absence: problem.map { BilingualText(same: $0.description) })
        }
        if own == others { return RowMixing.outcome(runs[own], row, root, nodes) }
        do {
            let (root, nodes) = (root, nodes)
            return try runs[others].exchanging(row: row, by: exchanges[others]) { mixed in
                RowMixing.outcome(mixed, row, root, nodes)
            }
        } catch {
            return Outcome(absence: BilingualText(same: "\(error)"))
        }
    }

    private static func outcome(_ run: AssessmentRun, _ row: Int, _ root: String, _ nodes: [String]) -> Outcome {
        Outcome(
            score: run.score(of: root, row: row), rank: run.rank(of: root, row: row),
            nodes: nodes.map { run.score(of: $0, row: row) }, absence: run.reason(of: root, row: row)?.name)
    }
}
