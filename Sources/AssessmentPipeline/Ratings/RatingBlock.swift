/// The units and assessors of a complete block of ratings: each of the assessors rated each of the units.
///
/// To find the largest is a problem without a quick solution, so that one is found in steps: as long as ratings lack, the
/// unit or the assessor that lacks the largest share of them is left out, a unit before an assessor and a later one
/// before an earlier one where they lack as much. Where single ratings lack, their units go; where an assessor rated few
/// units, the assessor does.
struct RatingBlock {
    /// The units, by their positions.
    private(set) var units: [Int]
    /// The assessors, by their positions.
    private(set) var assessors: [Int]

    /// Finds a block.
    ///
    /// - Parameter isRated: by unit, then by assessor.
    init(_ isRated: [[Bool]]) {
        units = Array(isRated.indices)
        assessors = Array((isRated.first ?? []).indices)
        var lackingOfUnit = isRated.map { row in row.count { !$0 } }
        var lackingOfAssessor = assessors.map { assessor in isRated.count { !$0[assessor] } }
        while !units.isEmpty, !assessors.isEmpty {
            let unit =
                units.indices.max { (lackingOfUnit[units[$0]], $0) < (lackingOfUnit[units[$1]], $1) } ?? 0
            let assessor =
                assessors.indices.max {
                    (lackingOfAssessor[assessors[$0]], $0) < (lackingOfAssessor[assessors[$1]], $1)
                } ?? 0
            let (ofUnit, ofAssessor) = (lackingOfUnit[units[unit]], lackingOfAssessor[assessors[assessor]])
            guard ofUnit > 0 else { return }
            // As shares of the others, without a division: ofUnit / assessors ≥ ofAssessor / units.
            if ofUnit * units.count >= ofAssessor * assessors.count {
                let dropped = units.remove(at: unit)
                for assessor in assessors where !isRated[dropped][assessor] { lackingOfAssessor[assessor] -= 1 }
            } else {
                let dropped = assessors.remove(at: assessor)
                for unit in units where !isRated[unit][dropped] { lackingOfUnit[unit] -= 1 }
            }
        }
    }
}
