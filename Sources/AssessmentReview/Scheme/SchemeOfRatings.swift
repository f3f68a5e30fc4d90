internal import AssessmentCore

// What a scheme lays down of ratings: not which ones are shown as outlying, which decides nothing.

extension RatingScheme {
    var lines: [SchemeListing.Line] {
        sources.map { source in
            SchemeListing.Line(
                "ratings source \(source.id)",
                "\(source.kind.rawValue), \(source.combination.words), at least \(source.least), absent "
                    + source.absence.rawValue, position)
        }
            + items.flatMap { item in
                item.parts.map { part in
                    SchemeListing.Line(
                        "rated item \(item.id) \(part.source)",
                        "weight \(Formula.text(of: part.weight)) from \(Formula.text(of: part.scale.from)) to "
                            + Formula.text(of: part.scale.to), item.position)
                }
            }
    }
}

extension RatingCombination {
    fileprivate var words: String {
        switch self {
        case .mean: "mean"
        case .median: "median"
        case .trimmedShare(let share): "mean without \(Formula.text(of: share)) at each end"
        case .trimmedEach(let each): "mean without \(each) at each end"
        }
    }
}
