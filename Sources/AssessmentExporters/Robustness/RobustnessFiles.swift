public import AssessmentCore

/// The files of a report: tables of comma-separated values, and the whole as JSON.
public struct RobustnessFiles {
    private let report: RobustnessReport
    private let assessment: CompletedAssessment

    /// Creates the files of what an assessment carries; nothing where it carries no report.
    public init?(_ assessment: CompletedAssessment) {
        guard let report = assessment.robustness else { return nil }
        self.report = report
        self.assessment = assessment
    }

    /// The whole as `probe.json`, in the form that the ledger of result.json has it in, and the tables.
    ///
    /// - Throws: where a number of the report is none that JSON has.
    public func files() throws -> [OutputFile] { [try document()] + tables }

    /// The tables, each with a heading.
    public var tables: [OutputFile] {
        var files: [OutputFile] = []
        if let methods = report.methods { files.append(csv("method_variation", table(methods))) }
        if let errors = report.dataErrors {
            files.append(csv("data_error", table(errors)))
            files.append(csv("rank_probabilities", shares(errors, "rank", \.ranks) { String($0) }))
            if report.nominal.contains(where: { $0.grade != nil }) {
                let names = assessment.gradeNames
                files.append(
                    csv(
                        "grade_probabilities",
                        shares(errors, "grade", \.grades) { names.indices.contains($0) ? names[$0].zh : "" }))
            }
        }
        if let sensitivity = report.sensitivity { files += sensitivityTables(sensitivity) }
        return files
    }

    /// The tables in the folder of a run.
    var tablesOfRun: [OutputFile] { tables.map { OutputFile(path: "robustness/\($0.path)", bytes: $0.bytes) } }

    private func csv(_ name: String, _ rows: [[String]]) -> OutputFile {
        OutputFile(path: "\(name).csv", text: rows.map { $0.joined(separator: ",") + "\n" }.joined())
    }

    private func unit(_ place: Int) -> [String] {
        let code = report.units[place]
        return [CSVCell.text(code), CSVCell.text(assessment.data.units[code]?.name.zh ?? code)]
    }

    private func standing(_ place: Int) -> [String] {
        let standing = report.nominal[place]
        return unit(place) + [CSVCell.number(standing.score), standing.rank.map(String.init) ?? ""]
    }

    private func table(_ methods: MethodRanges) -> [[String]] {
        [
            [
                "unit", "name", "score", "rank", "lowest_score", "highest_score", "best_rank", "worst_rank",
                "median_rank",
                "middle_best_rank", "middle_worst_rank",
            ]
        ]
            + methods.ranges.indices.map { place in
                guard let range = methods.ranges[place] else {
                    return standing(place) + [String](repeating: "", count: 7)
                }
                return standing(place) + [
                    CSVCell.number(range.lowestScore), CSVCell.number(range.highestScore), String(range.bestRank),
                    String(range.worstRank), CSVCell.number(range.medianRank), CSVCell.number(range.middleBestRank),
                    CSVCell.number(range.middleWorstRank),
                ]
            }
    }

    private func table(_ errors: DataErrorResults) -> [[String]] {
        let groupOfUnit = Dictionary(
            errors.tied.enumerated().flatMap { place, units in units.map { ($0, place + 1) } },
            uniquingKeysWith: { first, _ in first })
        let aheadOfNext = Dictionary(
            errors.neighbours.flatMap { own in own.ahead.map { ($0, own.probability) } },
            uniquingKeysWith: { first, _ in first })
        return [
            [
                "unit", "name", "score", "rank", "low_score", "high_score", "best_rank", "worst_rank", "ahead_of_next",
                "tied_group",
            ]
        ]
            + errors.results.indices.map { place in
                guard let result = errors.results[place] else {
                    return standing(place) + [String](repeating: "", count: 6)
                }
                return standing(place) + [
                    CSVCell.number(result.lowScore), CSVCell.number(result.highScore), String(result.bestRank),
                    String(result.worstRank), CSVCell.number(aheadOfNext[place]),
                    groupOfUnit[place].map(String.init) ?? "",
                ]
            }
    }

    private func shares(
        _ errors: DataErrorResults, _ what: String, _ shares: (DataErrorResults.Result) -> [DataErrorResults.Share],
        _ name: (Int) -> String
    ) -> [[String]] {
        [["unit", "name", what, "probability"]]
            + errors.results.indices.flatMap { place in
                (errors.results[place].map(shares) ?? []).map {
                    unit(place) + [CSVCell.text(name($0.place)), CSVCell.number($0.probability)]
                }
            }
    }

    private func sensitivityTables(_ results: SensitivityResults) -> [OutputFile] {
        [
            csv(
                "sensitivity",
                [["input", "first", "first_low", "first_high", "total", "total_low", "total_high"]]
                    + results.indices.map {
                        [CSVCell.text($0.input.en)]
                            + [$0.first, $0.firstLow, $0.firstHigh, $0.total, $0.totalLow, $0.totalHigh].map(
                                CSVCell.number)
                    }),
            csv(
                "left_out",
                [["node", "mean_shift", "largest_shift", "unit", "others"]]
                    + results.leftOut.map {
                        [
                            CSVCell.text($0.node), CSVCell.number($0.meanShift), String($0.largestShift),
                            $0.unit.map { CSVCell.text(report.units[$0]) } ?? "", String($0.others),
                        ]
                    }),
            csv(
                "weight_swaps",
                [["ahead", "behind", "node", "share", "needed_share"]]
                    + results.swaps.map {
                        [
                            CSVCell.text(report.units[$0.ahead]), CSVCell.text(report.units[$0.behind]),
                            CSVCell.text($0.node), CSVCell.number($0.share), CSVCell.number($0.needed),
                        ]
                    }),
            csv(
                "rank_reversals",
                [["without", "pairs", "ahead", "behind"]]
                    + results.reversals.map {
                        [
                            CSVCell.text(report.units[$0.without]), String($0.pairs),
                            CSVCell.text(report.units[$0.ahead]), CSVCell.text(report.units[$0.behind]),
                        ]
                    }),
            csv(
                "effective_weights",
                [["node", "intended", "effective"]]
                    + results.weights.map {
                        [CSVCell.text($0.node), CSVCell.number($0.intended), CSVCell.number($0.effective)]
                    }),
        ]
    }
}

extension RobustnessFiles {
    /// A report beside what it is about: in the form that result.json has it in.
    private struct ProbeDocument: Encodable {
        let assessment: String
        let period: String
        let workbench: String
        let robustness: RobustnessDocument
    }

    private func document() throws -> OutputFile {
        let document = ProbeDocument(
            assessment: assessment.specification.id, period: assessment.specification.period.description,
            workbench: assessment.manifest.workbench,
            robustness: RobustnessDocument(report, grades: assessment.gradeNames))
        return OutputFile(path: "probe.json", bytes: try JSONWriter.bytes(of: document) + [UInt8(ascii: "\n")])
    }
}
