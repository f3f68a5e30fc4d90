internal import AssessmentCore

/// Ratings, reviewers and their agreement as files of comma-separated values, in full precision.
struct RatingTables {
    let assessment: CompletedAssessment
    let report: RatingReport

    /// The paths of the files.
    static let paths = ["ratings.csv", "reviewers.csv", "agreement.csv"]

    /// The files `ratings.csv`, `reviewers.csv` and `agreement.csv`.
    var files: [OutputFile] {
        [
            OutputFile(path: "ratings.csv", text: RatingTables.text(RatingTables.ofRating, report.singles.map(cells))),
            OutputFile(
                path: "reviewers.csv",
                text: RatingTables.text(
                    RatingTables.ofReviewer + (showsNames ? ["name", "home_unit"] : []), report.reviewers.map(cells))),
            OutputFile(
                path: "agreement.csv",
                text: RatingTables.text(RatingTables.ofAgreement, report.agreements.map(RatingTables.cells))),
        ]
    }

    private var showsNames: Bool { assessment.specification.ratings?.showsNames == true }

    private static func text(_ heading: [String], _ rows: [[String]]) -> String {
        ([heading] + rows).map { $0.joined(separator: ",") + "\n" }.joined()
    }

    private static let ofRating = [
        "item", "unit", "period", "source", "assessor", "score", "points", "consensus", "deviation", "robust_z",
        "outlying", "date", "file", "row", "note",
    ]

    private func cells(_ single: RatingReport.Single) -> [String] {
        let rating = single.rating
        return [
            CSVCell.text(rating.item), CSVCell.text(rating.unit), "\(rating.period)", CSVCell.text(rating.source),
            CSVCell.text(rating.assessor), CSVCell.number(rating.score), CSVCell.number(single.points),
            CSVCell.number(single.consensus), CSVCell.number(single.deviation), CSVCell.number(single.robustScore),
            single.isOutlying ? "1" : "0", rating.date?.description ?? "", CSVCell.text(rating.origin.file),
            "\(rating.origin.row)", CSVCell.text(rating.origin.note),
        ]
    }

    private static let ofReviewer = [
        "period", "source", "assessor", "ratings", "compared", "mean", "standard_deviation", "mean_deviation",
        "robust_z",
        "outlying",
    ]

    private func cells(_ reviewer: RatingReport.Reviewer) -> [String] {
        var cells = [
            "\(reviewer.period)", CSVCell.text(reviewer.source), CSVCell.text(reviewer.assessor), "\(reviewer.ratings)",
            "\(reviewer.compared)", CSVCell.number(reviewer.mean), CSVCell.number(reviewer.spread),
            CSVCell.number(reviewer.deviation), CSVCell.number(reviewer.robustScore),
            reviewer.isOutlying ? "1" : "0",
        ]
        if showsNames {
            let listed = assessment.data.assessors.first { $0.id == reviewer.assessor }
            cells += [CSVCell.text(listed?.name ?? ""), CSVCell.text(listed?.homeUnit ?? "")]
        }
        return cells
    }

    private static let forms = ["ICC(2,1)", "ICC(2,k)", "ICC(3,1)", "ICC(3,k)"]

    private static let ofAgreement =
        [
            "item", "period", "source", "assessors", "units", "ratings_outside", "kendall_w", "chi_square", "p_value",
        ]
        + forms.flatMap { form in
            let name = form.lowercased().filter { $0.isLetter || $0.isNumber }
            return [name, "\(name)_low", "\(name)_high"]
        }

    private static func cells(_ agreement: RatingReport.Agreement) -> [String] {
        [
            CSVCell.text(agreement.item), "\(agreement.period)", CSVCell.text(agreement.source),
            "\(agreement.assessors.count)", "\(agreement.units.count)", "\(agreement.ratingsOutside)",
            CSVCell.number(agreement.concordance), CSVCell.number(agreement.chiSquare),
            CSVCell.number(agreement.pValue),
        ]
            + forms.flatMap { form -> [String] in
                let found = agreement.intraclass.first { $0.form == form }
                return [
                    CSVCell.number(found?.coefficient), CSVCell.number(found?.interval?.lowerBound),
                    CSVCell.number(found?.interval?.upperBound),
                ]
            }
    }
}
