internal import AssessmentCore

/// Why the grade of a unit is not that of its total, or its rank not that of its score: vetoes, and quotas whose places were
/// taken.
struct LoweredGrade: Sendable, Hashable {
    /// What lowered it, in the order in which it took effect.
    let causes: [Cause]
    /// The grade of the total alone, and the one that the unit has; nothing where a veto only changed the rank.
    let grades: Grades?

    /// What lowered a grade or a rank.
    enum Cause: Sendable, Hashable {
        /// A veto, by its name.
        case veto(BilingualText)
        /// A quota, by the grade whose places were taken.
        case quota(BilingualText)
    }

    /// A grade before and after it was lowered.
    struct Grades: Sendable, Hashable {
        let byTotal: BilingualText
        let final: BilingualText
    }

    /// Reads a row of the total; nothing where neither its grade nor its rank was lowered.
    init?(_ assessment: CompletedAssessment, row: Int) {
        let entries = assessment.ledger.entries(of: assessment.root.id).filter(\.step.givesGrade)
        guard let first = entries.first, let byTotal = first.column[row].map({ Int($0) }) else { return nil }
        var position = byTotal
        var causes: [Cause] = []
        for entry in entries.dropFirst() {
            guard let next = entry.column[row].map({ Int($0) }) else { continue }
            switch entry.detail {
            case .vetoed(let adjustment, _, let decisions):
                let isLast = adjustment.veto?.rank == .last && !(decisions[row] ?? []).isEmpty
                if next != position || isLast { causes.append(.veto(adjustment.name)) }
            case .limited(let bands, _):
                // Who loses a grade competes for the next, and may find no place there either.
                for lost in position..<max(position, next) where bands.indices.contains(lost) {
                    causes.append(.quota(bands[lost].name))
                }
            default: break
            }
            position = next
        }
        guard !causes.isEmpty else { return nil }
        self.causes = causes
        let bands = first.detail.gradeBands ?? []
        grades =
            position != byTotal && bands.indices.contains(position) && bands.indices.contains(byTotal)
            ? Grades(byTotal: bands[byTotal].name, final: bands[position].name) : nil
    }

    /// What a scorecard opens with.
    var sentence: BilingualText {
        let reasons = causes.map { cause in
            switch cause {
            case .veto(let name): Wording.vetoed(name)
            case .quota(let grade): Wording.noPlaceLeft(grade)
            }
        }
        guard let grades else { return Wording.rankedLast(reasons: reasons) }
        return Wording.gradeOf(grades.final, reasons: reasons, byTotal: grades.byTotal)
    }

    /// The reasons in a few words, for a note.
    var reasonsInBrief: BilingualText {
        let reasons = causes.map { cause in
            switch cause {
            case .veto(let name): Wording.vetoInBrief(name)
            case .quota(let grade): Wording.noPlaceInBrief(grade)
            }
        }
        return BilingualText(
            zh: reasons.map(\.zh).joined(separator: "；"), en: reasons.map(\.en).joined(separator: "; "))
    }
}

/// Why grades of a table were lowered: a letter beside each, and a note on each letter.
struct LoweredGrades {
    private let letters: [Int: String]
    /// What each letter stands for.
    let notes: [String]

    /// Gathers the rows of a table.
    init(rendering: Rendering, rows: [Int]) {
        var letters: [Int: String] = [:]
        var reasons: [String] = []
        for row in rows {
            guard let lowered = LoweredGrade(rendering.assessment, row: row) else { continue }
            let reason = rendering(lowered.reasonsInBrief)
            let place = reasons.firstIndex(of: reason) ?? reasons.endIndex
            if place == reasons.endIndex { reasons.append(reason) }
            letters[row] = LoweredGrades.letter(place)
        }
        self.letters = letters
        notes = reasons.enumerated().map { "\(LoweredGrades.letter($0)) \($1)" }
    }

    /// The letter of a row; nothing where its grade was not lowered.
    subscript(row: Int) -> String? { letters[row] }

    /// The letter of a row as a page writes it.
    func mark(_ row: Int) -> Markup {
        letters[row].map { letter in Tag.sup { letter } } ?? .empty
    }

    /// a to z, then aa, ab and so on.
    private static func letter(_ place: Int) -> String {
        let last = String(Unicode.Scalar(UInt8(ascii: "a") + UInt8(place % 26)))
        return place < 26 ? last : letter(place / 26 - 1) + last
    }
}
